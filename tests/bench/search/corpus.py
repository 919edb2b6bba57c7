"""The articles that are indexed: texts in memory, so that no side pays for reading files."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from termnews.article import Article, Published
from termnews.search import Document

_MAKER = Path(__file__).parents[4] / "shared" / "tools" / "make_library.py"


def library(size: int, keep: Path) -> Path:
    """A made library of so many articles, in ``keep``, made if it is not there."""
    folder = keep / f"made-{size}"
    if not folder.is_dir():
        subprocess.run([sys.executable, str(_MAKER), str(size), str(folder)], check=True)
    return folder


def documents(folder: Path, size: int) -> list[Document]:
    """The first articles of a made library."""
    found = []
    for number, path in enumerate(sorted(folder.rglob("*.txt"))[:size]):
        head, _, text = path.read_text("utf-8").partition("\n\n")
        fields = dict(line.split(": ", 1) for line in head.splitlines())
        article = Article(
            id=str(path.relative_to(folder)),
            headline=fields["Title"],
            text=text,
            published=Published.from_iso(fields["Date"]),
            section=fields["Section"],
            source=fields["Source"],
        )
        found.append(Document(number, article))
    return found
