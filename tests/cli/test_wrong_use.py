"""Failures: one line that says what to do, and nothing left behind."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests import making
from tests.cli.conftest import Run, one_line


@pytest.mark.parametrize("command", [("list",), ("search", "x"), ("index",), ("browse",), ("info",), ("cat", "x.txt")])
def test_a_library_that_does_not_exist_makes_nothing(
    run: Run, tmp_path: Path, private_home: Path, command: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    absent = tmp_path / "absent"
    answer = run("-l", str(absent), *command)
    assert answer.code == 2
    assert len(answer.err.splitlines()) == 1
    assert not absent.exists()
    assert list(private_home.iterdir()) == []


def test_no_library_at_all_says_what_to_do(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    one_line(run("list"), "-l DIR")


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (("lst",), "termnews list"),
        (("--colour", "never"), "--color"),
        (("list", "--jsn"), "--json"),
        (("list", "-n", "0"), "'all'"),
        (("list", "-n", "9" * 5000), "'all'"),
        (("list", "--until", "9999"), "not a date"),
        (("list", "--tag", "caf\udce9"), "UTF-8"),
        (("mark", "x.txt", "--tag", "caf\udce9"), "UTF-8"),
        (("cat",), "ARTICLE"),
        (("cat", "--width", "0", "x"), "--width"),
        (("list", "-l", "x"), "before the command"),
        (("completion", "tcsh"), "fish"),
        (("list", "surplus"), "surplus"),
    ],
)
def test_wrong_use_is_one_line(run: Run, args: tuple[str, ...], told: str) -> None:
    one_line(run(*args), told, "--help")


def test_broken_settings_are_one_line(
    run: Run, private_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (private_home / "config").mkdir()
    (private_home / "config" / "config.toml").write_text("library = 3\n")
    one_line(run("list"), "config.toml", "library")


def test_the_browser_needs_a_terminal(start: Run, library: Path) -> None:
    for args in ((), ("browse",), ("browse", "wine")):
        one_line(start(*args), "terminal")


def test_hostile_words_are_cleaned_in_errors(run: Run, library: Path) -> None:
    answer = run("cat", "\x1b]52;c;aGk=\x07x\u202e.txt", "\x9b31m")
    assert answer.code == 2
    assert not any(char in answer.err for char in "\x1b\x07\x9b\u202e")
    assert len(answer.err.splitlines()) == 2


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_told(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "secret.txt"
    file.write_text("Secret\n\nNo.\n")
    file.chmod(0)
    one_line(run("cat", str(file)), "permission denied")


def test_an_empty_library_is_not_the_usual_one(run: Run, library: Path) -> None:
    one_line(run("-l", "", "list"), "--library")


def test_a_catalog_that_is_damaged_inside_says_what_to_do(start: Run, tmp_path: Path) -> None:
    root = making.write(tmp_path / "news", making.many(300))
    arguments = ("-l", str(root))
    assert start(*arguments, "index").code == 0
    (catalog,) = Path(os.environ["TERMNEWS_CACHE"]).glob("*/catalog.db")
    whole = catalog.read_bytes()
    catalog.write_bytes(whole[:8192] + b"\xff" * (len(whole) - 8192))
    one_line(start(*arguments, "list"), "termnews index --rebuild")
    assert start(*arguments, "index", "--rebuild").code == 0
    assert len(start(*arguments, "list").lines) == 300
