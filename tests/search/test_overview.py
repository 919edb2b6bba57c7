"""A glance at an index tells what opening it would, without loading Whoosh."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from termnews.article import Article
from termnews.search import Document, Index, glance


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "index"
    index = Index.create(folder, "an epoch")
    index.write([Document(1, Article("a", "A headline", "Some text."), ())])
    index.close()
    return folder


def test_it_is_what_the_index_says_of_itself(folder: Path) -> None:
    index = Index.open(folder)
    assert glance(folder) == (index.epoch, index.generation) == ("an epoch", index.generation)
    index.close()


def test_nothing_of_whoosh_is_loaded(folder: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from termnews.search import glance\n"
        "assert glance(Path(sys.argv[1])); assert 'whoosh' not in sys.modules and 'numpy' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", script, str(folder)], check=True)


@pytest.mark.parametrize("stamp", ["{}", "[", '{"schema": 0, "whoosh": "0.0.0", "epoch": "an epoch"}', '"x"'])
def test_a_stamp_that_is_not_ours_tells_nothing(folder: Path, stamp: str) -> None:
    (folder / "stamp.json").write_text(stamp, "utf-8")
    assert glance(folder) is None


def test_a_missing_index_tells_nothing(tmp_path: Path) -> None:
    assert glance(tmp_path / "nowhere") is None
