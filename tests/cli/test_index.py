"""``index`` and ``info``: the library brought up to date, and what it says of itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import making
from tests.cli.conftest import Run


@pytest.fixture
def fresh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A library that was never synced."""
    root = making.write(tmp_path / "fresh")
    monkeypatch.setenv("TERMNEWS_LIBRARY", str(root))
    return root


def test_index_tells_what_it_did(run: Run, fresh: Path) -> None:
    assert run("index", "--jobs", "0").out == "5 added\n"
    assert run("index", "--jobs", "0").out == "nothing new\n"
    (fresh / "letters" / "gulls.txt").unlink()
    (fresh / "odd.exe").write_bytes(b"MZ")
    assert run("index", "--jobs", "0").out == "1 removed; 1 can't be read: termnews info\n"
    assert run("index", "--jobs", "0", "--rebuild").code == 0
    assert run("list", "--count").out == "4\n"


def test_progress_as_events_for_the_browser(run: Run, fresh: Path) -> None:
    answer = run("index", "--jobs", "0", "--progress", "json")
    *progress, last = answer.records
    assert answer.code == 0
    assert progress
    assert all(list(event) == ["event", "stage", "done", "total", "generation"] for event in progress)
    assert {event["event"] for event in progress} == {"progress"}
    assert {key: last[key] for key in ("event", "added", "changed", "removed", "moved", "unreadable")} == {
        "event": "done",
        "added": 5,
        "changed": 0,
        "removed": 0,
        "moved": 0,
        "unreadable": 0,
    }


def test_an_error_is_an_event_too(run: Run, tmp_path: Path) -> None:
    answer = run("-l", str(tmp_path / "absent"), "index", "--progress", "json")
    (event,) = answer.records
    assert (answer.code, answer.err, event["event"]) == (2, "", "error")
    assert "absent" in str(event["message"])


def test_info_tells_what_could_not_be_read_and_where_everything_lives(
    run: Run, fresh: Path, private_home: Path
) -> None:
    (fresh / "odd.exe").write_bytes(b"MZ")
    (record,) = run("info", "--json").records
    assert list(record) == [
        *("root", "articles", "quotes", "speakers", "unread", "starred", "undated", "oldest", "newest"),
        *("unreadable", "cache", "cache_bytes", "state", "config", "version"),
    ]
    assert (record["articles"], record["unread"], record["undated"]) == (5, 5, 2)
    assert record["unreadable"] == [{"id": "odd.exe", "reason": "unknown format"}]
    shown = run("info").out
    for text in ("odd.exe: unknown format", str(private_home / "cache"), str(private_home / "config"), str(fresh)):
        assert text in shown


def test_info_tells_places_from_the_root(run: Run, fresh: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(fresh.parent)
    for variable in ("CACHE", "STATE", "CONFIG"):
        monkeypatch.setenv(f"TERMNEWS_{variable}", variable.lower())
    (record,) = run("-l", fresh.name, "info", "--json").records
    assert all(str(record[place]).startswith("/") for place in ("root", "cache", "state", "config"))
