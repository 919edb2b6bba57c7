"""The articles of a collection, read as a library reads them."""

from __future__ import annotations

from pathlib import Path

from termnews import formats
from termnews.quotes import extract
from termnews.search import Document


def documents(folder: Path) -> list[Document]:
    """Every article, numbered in the order of the ids; a file without a headline is none of them (a licence)."""
    paths = sorted(path for path in folder.rglob("*") if path.suffix in {".txt", ".md"} and path.parent != folder)
    articles = (formats.read(path, id=path.relative_to(folder).as_posix()) for path in paths)
    return [
        Document(number, article, tuple(extract(article.text, indirect=True)))
        for number, article in enumerate(articles)
    ]
