"""Readers that are closed when a test is over; Python 3.13 tells of what is not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from termnews.catalog import CatalogReader

_opened: list[CatalogReader] = []


def reading(path: Path) -> CatalogReader:
    """A reader of the catalog at ``path``."""
    _opened.append(CatalogReader(path))
    return _opened[-1]


@pytest.fixture(autouse=True)
def _closed() -> Iterator[None]:
    yield
    while _opened:
        _opened.pop().close()
