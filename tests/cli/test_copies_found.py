"""Near-copies on the command line: one line for all, or every one."""

from __future__ import annotations

from pathlib import Path

import pytest

from termnews import Library
from tests import making
from tests.cli.conftest import Run

TEXT = " ".join(
    f"The {word} of the ferry was told on the quay by the crew." for word in ("delay", "loss", "end", "tale")
)
STORIES = {
    "a.txt": f"Title: Ferry told\nDate: 2024-01-02\n\n{TEXT}\n",
    "b.txt": f"Title: Ferry retold\nDate: 2024-01-03\n\n{TEXT}\n",
    "c.txt": "Title: Gulls\nDate: 2024-01-01\n\nGulls saw the ferry.\n",
}


@pytest.fixture(autouse=True)
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = making.write(tmp_path / "news", STORIES)
    with Library(root) as library:
        library.sync(jobs=0)
    monkeypatch.setenv("TERMNEWS_LIBRARY", str(root))
    return root


@pytest.mark.parametrize("command", [("list",), ("search", "ferry", "--sort", "newest")])
def test_one_line_stands_for_copies(run: Run, command: tuple[str, ...]) -> None:
    assert run(*command, "--paths").lines == ["b.txt", "c.txt"]
    assert run(*command, "--count").out == "2\n"
    assert [(record["id"], record["copies"]) for record in run(*command, "--json").records] == [
        ("b.txt", 1),
        ("c.txt", 0),
    ]
    assert run(*command, "--paths", "--no-fold").lines == ["b.txt", "a.txt", "c.txt"]
    assert run(*command, "--count", "--no-fold").out == "3\n"


def test_recency_can_be_left_out(run: Run) -> None:
    scores = [
        {record["id"]: record["score"] for record in run("search", "ferry", "--json", "--no-fold", *args).records}
        for args in ((), ("--no-recency",))
    ]
    assert scores[0]["b.txt"] > scores[1]["b.txt"]


def test_a_setting_leaves_it_out_for_good(run: Run, private_home: Path) -> None:
    without = run("search", "ferry", "--json", "--no-recency").out
    assert run("search", "ferry", "--json").out != without
    (private_home / "config").mkdir()
    (private_home / "config" / "config.toml").write_text("recency = false\n")
    assert run("search", "ferry", "--json").out == without


def test_a_quotation_of_copies_is_one_line(run: Run, library: Path) -> None:
    said = {
        name: text + '\n"We carry them across in small boats," said Ada Novak.\n'
        for name, text in STORIES.items()
        if name != "c.txt"
    }
    making.write(library, said, old=False)
    assert run("quotes", "boats", "--sync", "--paths").lines == ["b.txt"]
    assert run("quotes", "--count").out == "1\n"
    assert run("quotes", "--no-fold", "--count").out == "2\n"
    assert sorted(run("quotes", "boats", "--no-fold", "--paths").lines) == ["a.txt", "b.txt"]
