"""Small articles and indexes for the tests of this folder."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from termnews.article import Article, Published, Quote, Span
from termnews.search import Document, Index, StateTerm, parse


def article(number: int, text: str = "", **fields: Any) -> Article:
    published = fields.pop("published", None)
    fields.setdefault("headline", "")
    fields.setdefault("id", f"{number}.txt")
    return Article(text=text, published=Published.from_iso(published) if published else None, **fields)


def document(number: int, text: str = "", said: Mapping[str, str | None] | None = None, **fields: Any) -> Document:
    """``said`` maps what is quoted, as it stands in the text, to its speaker."""
    quotes = tuple(
        Quote(parts=(Span(text.index(words), text.index(words) + len(words)),), speaker=speaker)
        for words, speaker in (said or {}).items()
    )
    return Document(number, article(number, text, **fields), quotes)


def index_of(folder: Path, *documents: Document) -> Index:
    index = Index.create(folder / "index", "an epoch")
    index.write(documents)
    return index


def found(
    index: Index,
    query: str,
    as_typed: bool = False,
    saved: Mapping[str, str] | None = None,
    today: date | None = None,
    **sets: set[int],
) -> list[int]:
    """The numbers that match, in order; ``read={1}`` is the set of ``is:read``."""
    marks = {StateTerm("is", name): numbers for name, numbers in sets.items()}
    return list(index.search(parse(query, as_typed, saved, today), sets=marks).numbers)
