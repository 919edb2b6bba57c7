"""What a terminal gets: nothing from an article can command it.  And what a pipe gets instead."""

from __future__ import annotations

import fcntl
import os
import re
import struct
import subprocess
import termios
from pathlib import Path

import pytest
from wcwidth import wcswidth

from termnews import Library
from tests.cli import hostile
from tests.cli.conftest import Run, command

OUR_STYLES = re.compile(r"\x1b\[(?:1|2|36|1;33|0)m")
EVERY_COMMAND = [
    ("list",),
    ("list", "--json"),
    ("list", "--paths"),
    ("search", "harbour"),
    ("search", "loud OR harbour", "--json"),
    ("search", "harbour", "--paths"),
    ("search", "harbour", "--html"),
    ("search", "harbour", "--timeline"),
    ("search", "loud OR harbour", "--facet", "speaker", "--facet", "source", "--facet", "tag"),
    ("search", "loud OR harbour", "--facet", "speaker", "--json"),
    ("related", hostile.NAME),
    ("quotes",),
    ("quotes", "--json"),
    ("quotes", "--csv"),
    ("speakers",),
    ("speakers", "--json"),
    ("info",),
    ("info", "--json"),
    ("cat", hostile.NAME),
    ("cat", hostile.NAME, "--quotes"),
    ("cat", hostile.NAME, "--format", "markdown"),
    ("cat", hostile.NAME, "--format", "json"),
]


@pytest.fixture(scope="module")
def hostile_place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A hostile library with its cache."""
    place = tmp_path_factory.mktemp("hostile")
    root = hostile.write(place / "library")
    with Library(root, cache=place / "cache", state=place / "state") as library:
        library.sync(jobs=0)
    return place


@pytest.fixture
def hostile_library(hostile_place: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The hostile library as the one that commands use."""
    monkeypatch.setenv("TERMNEWS_CACHE", str(hostile_place / "cache"))
    monkeypatch.setenv("TERMNEWS_STATE", str(hostile_place / "state"))
    monkeypatch.setenv("TERMNEWS_LIBRARY", str(hostile_place / "library"))
    return hostile_place / "library"


def on_a_terminal(*args: str, columns: int = 80, env: dict[str, str] | None = None) -> str:
    """What a command writes to a terminal, as the terminal gets it, both streams together."""
    ours, theirs = os.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    environment = {**os.environ, "TERM": "xterm-256color", **(env or {})}
    environment.pop("COLUMNS", None)
    process = subprocess.Popen(command(*args), stdin=theirs, stdout=theirs, stderr=theirs, env=environment)
    os.close(theirs)
    pieces = []
    while True:
        try:
            piece = os.read(ours, 1 << 16)
        except OSError:  # Linux says EIO where the last writer is gone
            break
        if not piece:
            break
        pieces.append(piece)
    process.wait(30)
    os.close(ours)
    return b"".join(pieces).decode("utf-8").replace("\r\n", "\n")


@pytest.mark.parametrize("args", EVERY_COMMAND, ids=" ".join)
def test_no_command_lets_an_article_command_the_terminal(hostile_library: Path, args: tuple[str, ...]) -> None:
    written = on_a_terminal(*args)
    assert written.strip()
    assert not hostile.OBEYED & set(OUR_STYLES.sub("", written))


@pytest.mark.parametrize("args", EVERY_COMMAND, ids=" ".join)
def test_a_pipe_gets_no_control_characters(hostile_library: Path, run: Run, args: tuple[str, ...]) -> None:
    answer = run(*args)
    assert answer.code == 0
    assert answer.out
    assert not hostile.CONTROLS & set(answer.out)


def test_a_pipe_gets_all_else(hostile_library: Path, run: Run) -> None:
    text = run("cat", hostile.NAME).out
    assert "\u2066clear\u2069" in text or "clear" in text
    assert "[@click=app.quit]click[/]" in text


def test_errors_about_hostile_names_are_clean(hostile_library: Path) -> None:
    written = on_a_terminal("cat", "\x1b[31mx\u202e", "./\x9b31m")
    assert "no such" in written
    assert not hostile.OBEYED & set(written)


def test_names_are_exact_behind_nul_and_in_json(hostile_library: Path, run: Run, start: Run) -> None:
    ids = run("list", "-0").out.split("\0")
    assert sorted(ids) == sorted(["", hostile.NAME, hostile.NAME_OF_TWO_LINES, "caf%E9.txt"])
    assert sorted(record["id"] for record in run("list", "--json").records) == sorted(filter(None, ids))  # type: ignore[type-var]
    answer = start("cat", *filter(None, ids))
    assert (answer.code, answer.err) == (0, "")
    assert "A name of two lines" in answer.out
    assert "A name in Latin-1" in answer.out


def test_a_terminal_gets_twenty_and_is_told_of_the_rest(library: Path) -> None:
    assert on_a_terminal("list", "-n", "2").endswith("termnews: 2 of 7; all of them: -n all\n")
    assert "all of them" not in on_a_terminal("list")


def test_the_timeline_is_drawn_with_bars(library: Path) -> None:
    lines = OUR_STYLES.sub("", on_a_terminal("search", "harbour", "--timeline")).splitlines()
    assert lines[0].startswith("2024-03          1  ███")
    assert lines[2] == "2024-05          0"
    assert lines[-1] == "no date          1"
    assert len(lines) == 12
    assert on_a_terminal("search", "harbour", "--timeline", "--json").startswith('{"date": "2024-03", "count": 1}')


def test_facets_have_headings(library: Path) -> None:
    written = OUR_STYLES.sub("", on_a_terminal("search", "harbour", "--facet", "source", "--facet", "year"))
    assert written.splitlines() == ["source", "      2  The Ferry Post", "", "year", "      1  2025", "      2  2024"]


@pytest.mark.parametrize("columns", [20, 60, 200])
def test_lines_fit_the_terminal(library: Path, columns: int) -> None:
    for args in (
        *(("search", "harbour OR cloud", *more) for more in ((), ("--facet", "speaker"), ("--timeline",))),
        ("quotes",),
        ("speakers",),
        ("cat", "2016/11/azure.txt"),
    ):
        for line in OUR_STYLES.sub("", on_a_terminal(*args, columns=columns)).splitlines():
            assert wcswidth(line) <= columns


@pytest.mark.parametrize("columns", ["0", "-5", "wide", "9" * 5000, "999999999"])
def test_a_width_that_no_terminal_has_is_passed_over(library: Path, columns: str) -> None:
    told = on_a_terminal("speakers", columns=60, env={"COLUMNS": columns})
    assert max(map(wcswidth, OUR_STYLES.sub("", told).splitlines())) <= 60


def test_colour_is_for_terminals_unless_told_otherwise(library: Path, run: Run) -> None:
    cat = ("cat", "2016/11/azure.txt")
    assert on_a_terminal(*cat).startswith("\x1b[1mAzure lets customers")
    assert "\x1b[" not in on_a_terminal(*cat, env={"NO_COLOR": "1"})
    assert "\x1b[" not in on_a_terminal(*cat, env={"TERM": "dumb"})
    assert "\x1b[" not in on_a_terminal("--color", "never", *cat)
    assert "\x1b[1m" in on_a_terminal("--color", "always", *cat, env={"NO_COLOR": "1"})
    assert "\x1b[" not in run(*cat).out
    assert run("--color", "always", *cat).out.startswith("\x1b[1mAzure")


def test_matches_are_lit_up_on_a_terminal(library: Path) -> None:
    assert re.search(r"\x1b\[1;33m[Cc]loud\x1b\[0m", on_a_terminal("search", "cloud"))


def test_a_first_sync_draws_a_bar_and_takes_it_away(tmp_path: Path, library: Path) -> None:
    written = on_a_terminal("list", "--paths", env={"TERMNEWS_CACHE": str(tmp_path / "fresh")})
    assert "\r\x1b[K[" in written
    assert "2016/11/azure.txt" in written.rsplit("\r\x1b[K", 1)[1]
