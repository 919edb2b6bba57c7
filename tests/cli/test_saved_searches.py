"""Searches kept under a name, from the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from termnews import Library
from tests import making
from tests.cli.conftest import Run, one_line


@pytest.fixture(autouse=True)
def in_the_library(library: Path) -> Path:
    return library


@pytest.fixture
def own_library(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A library that no other test sees."""
    monkeypatch.setenv("TERMNEWS_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("TERMNEWS_LIBRARY", str(folder))
    with Library(folder) as library:
        library.sync(jobs=0)
    return folder


def test_a_search_is_kept_listed_and_forgotten(run: Run) -> None:
    kept = run("search", "--save", "clouds", "cloud")
    assert (kept.code, kept.out) == (0, "")
    assert "@clouds finds 1 article now" in kept.err
    assert run("search", "--saved").out == "@clouds\tcloud\t1\t0\n"
    assert run("search", "--saved", "--json").records == [{"name": "clouds", "query": "cloud", "total": 1, "new": 0}]
    assert run("search", "--saved", "--count").out == "1\n"
    assert run("search", "--forget", "@clouds").code == 0
    assert run("search", "--saved").code == 1
    one_line(run("search", "--forget", "clouds"), "clouds", "--saved")


def test_a_name_that_is_taken_is_told_with_its_query(run: Run) -> None:
    run("search", "--save", "clouds", "cloud")
    one_line(run("search", "--save", "clouds", "azure"), "@clouds", "cloud")
    one_line(run("search", "--save", "two words", "azure"), "letters")
    assert run("search", "--saved").out == "@clouds\tcloud\t1\t0\n"


@pytest.mark.parametrize(
    "args",
    [
        ("--save", "a"),
        ("--saved", "cloud"),
        ("--forget", "a", "cloud"),
        ("--saved", "--forget", "a"),
        ("--save", "a", "--saved", "b"),
        (),
    ],
)
def test_what_does_not_go_together_is_told_in_one_line(run: Run, args: tuple[str, ...]) -> None:
    one_line(run("search", *args))


def test_asking_for_it_by_name_is_looking_at_it(run: Run, own_library: Path) -> None:
    run("search", "--save", "port", "harbour")
    making.write(own_library, {"crane.txt": "The crane\n\nThe harbour has a crane.\n"}, old=False)
    run("index")
    new = [{"name": "port", "query": "harbour", "total": 5, "new": 1}]
    for args in ((), ("--count", "@port"), ("@port date:2024..",)):
        run("search", *args)
        assert run("search", "--saved", "--json").records == new
    assert "crane.txt" in run("search", "--paths", "@port").out
    assert run("search", "--saved", "--json").records == [{**new[0], "new": 0}]


def test_it_is_kept_although_it_finds_nothing_yet(run: Run) -> None:
    assert run("search", "--save", "later", "zeppelins").code == 0
    assert run("search", "@later").code == 1
