"""Who may import whom, and what each command really loads."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests import making
from tests.conftest import CHECKOUT

HEAVY = {"textual", "rich", "whoosh", "sqlite3", "numpy", "yaml", "dateutil", "charset_normalizer", "markdown_it"}
REPORT = """
import os, runpy, sys
sys.argv[0] = "termnews"
def leave(code):
    raise SystemExit(code)
os._exit = leave  # cat leaves at once, and we want to look around first
try:
    runpy.run_module("termnews", run_name="__main__")
finally:
    names = {name if name.startswith("termnews") else name.partition(".")[0] for name in sys.modules}
    sys.stderr.write("\\n" + " ".join(sorted(names)))
"""


def loaded(*args: str, stdin: bytes = b"") -> set[str]:
    """The modules that a command line has loaded at its end: whole packages, and each module of ours."""
    done = subprocess.run(
        [sys.executable, "-c", REPORT, *args],
        input=stdin,
        capture_output=True,
        check=False,
        timeout=60,
        env=dict(os.environ),
    )
    assert done.returncode in {0, 1}, done.stderr.decode()
    return set(done.stderr.decode().splitlines()[-1].split())


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A synced library."""
    from termnews import Library

    root = making.write(tmp_path / "library")
    with Library(root) as library:
        library.sync(jobs=0)
    monkeypatch.setenv("TERMNEWS_LIBRARY", str(root))
    return root


def test_the_contracts_between_the_rooms_hold() -> None:
    pytest.importorskip("importlinter")
    done = subprocess.run(
        [sys.executable, "-c", "import sys; from importlinter.cli import lint_imports_command as c; sys.exit(c())"],
        cwd=CHECKOUT,
        capture_output=True,
        check=False,
        timeout=120,
        env={**os.environ, "PYTHONPATH": str(CHECKOUT / "src")},
    )
    assert done.returncode == 0, done.stdout.decode()


@pytest.mark.parametrize(
    "args", [("--help",), ("--version",), ("cat", "--help"), ("search", "--help"), ("list", "--help")]
)
def test_help_and_version_load_nothing_heavy(args: tuple[str, ...]) -> None:
    names = loaded(*args)
    assert not names & HEAVY
    assert "termnews.library" not in names
    assert "termnews.article" not in names


def test_a_command_loads_no_other_command() -> None:
    assert {
        name for name in loaded("search", "--help") if name in {"termnews.cli.list", "termnews.cli.browse"}
    } == set()


@pytest.mark.parametrize("options", [(), ("--body",), ("--quotes",), ("--format", "markdown"), ("--format", "json")])
def test_cat_of_a_file_loads_no_store(tmp_path: Path, options: tuple[str, ...]) -> None:
    file = tmp_path / "a.txt"
    file.write_text("Title: A title\nDate: 2016-11-15\n\n“It works,” said Ada Novak. “And quickly.”\n", "utf-8")
    names = loaded("cat", *options, str(file))
    assert not names & HEAVY
    assert not names & {"termnews.library", "termnews.catalog", "termnews.search", "termnews.state", "termnews.sync"}


def test_cat_of_a_file_alone_does_without_click(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("A title\n\nIt works.\n")
    assert "click" not in loaded("cat", str(file))
    assert "click" not in loaded("cat", "-", stdin=file.read_bytes())


def test_cat_of_an_id_loads_no_store_either(library: Path) -> None:
    assert not loaded("cat", "letters/gulls.txt") & {*HEAVY, "termnews.library"}


@pytest.mark.parametrize(
    "args",
    [("list",), ("list", "--json"), ("info",), ("speakers",), ("quotes",), ("mark", "letters/gulls.txt", "--star")],
)
def test_what_needs_no_words_loads_no_search(library: Path, args: tuple[str, ...]) -> None:
    assert not loaded(*args) & {"textual", "rich", "whoosh", "numpy", "yaml", "dateutil", "charset_normalizer"}


def test_search_loads_no_browser(library: Path) -> None:
    assert not loaded("search", "harbour") & {"textual", "rich", "yaml", "dateutil", "charset_normalizer"}


def test_a_search_in_a_pipe_loads_nothing_for_writing_and_nothing_for_eyes(library: Path) -> None:
    of_whoosh = {"hashlib", "html", "random", "shutil", "tempfile"}  # imported there and not needed
    of_ours = {"termnews.catalog.writer", "termnews.catalog.people", "termnews.cli.cells", "termnews.cli.records"}
    assert not loaded("search", "harbour") & (of_whoosh | of_ours)


def test_termnews_itself_loads_nothing() -> None:
    code = "import termnews, sys; print(' '.join(name for name in sys.modules if name.startswith('termnews')))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, timeout=60)
    assert done.stdout.decode().split() == ["termnews"]
