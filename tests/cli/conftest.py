"""A small library, synced once, and ways to run the program on it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from termnews import Library
from termnews.cli import main
from tests import making

STORIES = {
    **making.STORIES,
    "2016/11/azure.txt": (
        "Title: Azure lets customers bring licences\nDate: 2016-11-15\nSource: The Post\nSection: Business\n\n"
        '"You want a cloud," said Scott Guthrie, head of the cloud group. "That helps everyone."\n\n'
        "Nobody else spoke of the cloud that day.\n\n"
        '"The cloud is new," Guthrie added.\n'
    ),
    "2016/11/wine tasting.txt": "Title: Wine and tax\nDate: 2016-11-20\n\nThe wine was taxed, and the tax was wine.\n",
}


@dataclass(frozen=True)
class Answer:
    """What a command line did."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()

    @property
    def records(self) -> list[dict[str, object]]:
        return [json.loads(line) for line in self.out.splitlines()]


Run = Callable[..., Answer]


@pytest.fixture(scope="session")
def synced(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a library, its cache and its state, all made once."""
    place = tmp_path_factory.mktemp("synced")
    root = making.write(place / "library", STORIES)
    with Library(root, cache=place / "cache", state=place / "state") as library:
        library.sync(jobs=0)
    return place


@pytest.fixture
def library(synced: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The root of a synced library; what is marked is forgotten after the test."""
    monkeypatch.setenv("TERMNEWS_CACHE", str(synced / "cache"))
    monkeypatch.setenv("TERMNEWS_STATE", str(tmp_path / "state"))
    monkeypatch.setenv("TERMNEWS_LIBRARY", str(synced / "library"))
    return synced / "library"


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str]) -> Run:
    """Run a command line in this process, its output caught as by a pipe."""

    def answer(*args: str) -> Answer:
        capfd.readouterr()
        code = main(list(args))
        caught = capfd.readouterr()
        return Answer(code, caught.out, caught.err)

    return answer


def command(*args: str) -> list[str]:
    """The same as a process of its own."""
    return [sys.executable, "-m", "termnews", *args]


@pytest.fixture
def start() -> Run:
    """Run a command line in a process of its own, with real pipes."""

    def answer(*args: str, stdin: bytes | None = None, env: dict[str, str] | None = None) -> Answer:
        done = subprocess.run(
            command(*args),
            input=stdin or b"",
            capture_output=True,
            check=False,
            timeout=60,
            env={**os.environ, **(env or {})},
        )
        return Answer(done.returncode, done.stdout.decode(), done.stderr.decode())

    return answer


def shell(line: str, *args: str, env: dict[str, str] | None = None) -> Answer:
    """Run a line of bash in which ``termnews`` is ours."""
    defined = 'termnews() { "$PYTHON" -m termnews "$@"; }; export -f termnews\n'
    done = subprocess.run(
        ["bash", "-c", defined + line, "bash", *args],
        capture_output=True,
        check=False,
        timeout=60,
        env={**os.environ, "PYTHON": sys.executable, **(env or {})},
    )
    return Answer(done.returncode, done.stdout.decode(), done.stderr.decode())


def one_line(answer: Answer, *parts: str) -> None:
    """Assert that a command failed with exit code 2 and one line that names ``parts``."""
    assert answer.code == 2
    (line,) = answer.err.splitlines()
    assert line.startswith("termnews: ")
    for part in parts:
        assert part in line
