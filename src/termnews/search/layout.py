"""What lies where in an index, told without Whoosh.  See ``index`` for what it means."""

from __future__ import annotations

import os
from collections.abc import Iterator

SCHEMA_VERSION = 6
"""Grows whenever an index made before would answer differently from one made now."""

COPIES_VERSION = 2
"""Grows whenever an article would get another sketch, or other pairs would be near-copies: see ``copies``."""

ARTICLES = "articles"
QUOTATIONS = "quotations"

STAMP = "stamp.json"
TOC_SUFFIX = ".toc"


def generations(folder: str, name: str) -> Iterator[int]:
    """The generations of the tables of contents of one Whoosh index.  Raises OSError."""
    start = f"_{name}_"
    for file in os.listdir(folder):
        if file.startswith(start) and file.endswith(TOC_SUFFIX):
            generation = file[len(start) : -len(TOC_SUFFIX)]
            if generation.isdecimal():
                yield int(generation)
