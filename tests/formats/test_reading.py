"""The door of the room: names, files, and what reading loads."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from termnews import formats
from termnews.errors import UnknownFormat, Unreadable


@pytest.mark.parametrize(
    "name", ["a.txt", "A.TXT", "a.text", "a.md", "a.markdown", "README", "-", "What Mr. Byrne said"]
)
def test_names_that_are_tried(name: str) -> None:
    assert formats.known(name)


@pytest.mark.parametrize("name", ["a.html", "a.xml", "a.jpg", "a.txt.gz", "a.PY"])
def test_names_that_are_not(name: str, tmp_path: Path) -> None:
    assert not formats.known(name)
    with pytest.raises(UnknownFormat, match="unknown format"):
        formats.read(tmp_path / name)


def test_a_file_alone_and_in_a_library(tmp_path: Path) -> None:
    path = tmp_path / "2016-11-03-wall.txt"
    path.write_text("Wall to rise\n\nIt will.\n\nSoon.")
    alone = formats.read(path)
    assert (alone.id, alone.headline, alone.published) == ("2016-11-03-wall.txt", "Wall to rise", None)
    inside = formats.read(path, id="town/2016-11-03-wall.txt")
    assert (inside.id, inside.section, str(inside.published)) == ("town/2016-11-03-wall.txt", "town", "2016-11-03")


def test_what_cannot_be_opened_is_unreadable(tmp_path: Path) -> None:
    (tmp_path / "folder.txt").mkdir()
    for name in ("folder.txt", "missing.txt", "a\0b.txt"):
        with pytest.raises(Unreadable):
            formats.read(tmp_path / name)


def test_a_stream_is_sniffed() -> None:
    assert formats.read_bytes(b"# Wall *to* rise\n\nIt will.", name="-").headline == "Wall to rise"
    assert formats.read_bytes(b"Wall *to* rise\n\nIt will.", name="-").headline == "Wall *to* rise"
    assert formats.read_bytes(b"---\ntitle: Wall\n---\nIt will.", name="-").headline == "Wall"


def test_reading_a_plain_text_loads_no_heavy_library(tmp_path: Path) -> None:
    path = tmp_path / "wall.txt"
    path.write_text(
        "Title: Wall\nDate: 2016-11-03T10:30:00Z\n\nHALDEN QUAY — “Café”.\n\nDisclosure: none.\n\nThis post originally "
        "appeared on the Quay.",
        encoding="utf-8",
    )
    code = (
        "import sys, json, pathlib; from termnews import formats; "
        f"formats.read(pathlib.Path({str(path)!r}), id='town/2016/wall.txt'); print(json.dumps(sorted(sys.modules)))"
    )
    loaded = json.loads(subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True).stdout)
    heavy = {
        "yaml",
        "frontmatter",
        "dateutil",
        "charset_normalizer",
        "markdown_it",
        "email",
        "textual",
        "whoosh",
        "sqlite3",
    }
    assert heavy.isdisjoint(loaded)
