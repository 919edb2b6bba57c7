"""A library to browse, made for each test in its own folder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from termnews.library import Library
from tests.tui import library as articles


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Five articles in files."""
    return articles.write(tmp_path / "news")


@pytest.fixture
def library(folder: Path) -> Iterator[Library]:
    """The five articles, synced."""
    with Library(folder) as library:
        library.sync(jobs=1)
        yield library
