"""What the reader did is kept, under the library's id and the article's."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from termnews import state as state_module
from termnews.state import Change, KeptSearch, Look, Marks, State, StateError, search_key


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "deep" / "state.db"


@pytest.fixture
def state(path: Path) -> Iterator[State]:
    opened = State(path, create=True)
    yield opened
    opened.close()


def test_marks_are_kept_and_undone(state: State) -> None:
    state.change("L", {"a": b"1", "b": b"2"}, Change(read=True, tag=("later", "harbour")))
    state.change("L", {"a": b"1"}, Change(starred=True, untag=("later",)))
    assert state.marks("L", ["a", "b", "c"]) == {
        "a": Marks(read=True, starred=True, tags=("harbour",)),
        "b": Marks(read=True, starred=False, tags=("harbour", "later")),
    }
    state.change("L", {"a": b"1"}, Change(read=False, starred=False))
    assert state.read("L") == ["b"]
    assert state.starred("L") == []
    assert state.tags("L") == {"harbour": ["a", "b"], "later": ["b"]}


def test_libraries_do_not_see_each_other(state: State) -> None:
    state.change("L", {"a": b"1"}, Change(read=True))
    assert state.marks("M", ["a"]) == {}


def test_nothing_is_made_by_reading(path: Path) -> None:
    empty = State(path)
    assert empty.marks("L", ["a"]) == {}
    assert empty.read("L") == []
    assert not path.parent.exists()


def test_a_library_is_found_again_by_its_place(state: State) -> None:
    state.settle_library("L", "/news")
    state.settle_library("M", "/news")
    assert state.library_at("/news") == "M"
    assert state.libraries() == {"M": "/news"}


def test_marks_move_but_never_over_others(state: State) -> None:
    state.change("L", {"old": b"1", "taken": b"2"}, Change(read=True, tag=("x",)))
    state.change("L", {"taken": b"2"}, Change(read=False))
    state.move("L", [("old", "new")])
    assert state.marks("L", ["old", "new"]) == {"new": Marks(read=True, tags=("x",))}
    state.move("L", [("new", "taken")])
    assert not state.marks("L", ["taken"])["taken"].read


def test_a_state_from_the_future_is_refused_and_left_alone(state: State, path: Path) -> None:
    state.close()
    with closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA user_version = 999")
    before = path.read_bytes()
    for create in (False, True):
        with pytest.raises(StateError, match="newer termnews"):
            State(path, create=create)
    assert path.read_bytes() == before


def test_an_older_state_is_brought_up_to_date_and_keeps_what_it_holds(
    state: State, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    state.change("L", {"a": b"1"}, Change(read=True))
    state.close()
    newer = (*state_module.MIGRATIONS, "CREATE TABLE extra (x TEXT); INSERT INTO extra VALUES ('here')")
    monkeypatch.setattr(state_module, "MIGRATIONS", newer)
    with closing(State(path)) as brought_up:
        assert brought_up.read("L") == ["a"]
    with closing(sqlite3.connect(path)) as db:
        assert db.execute("SELECT x FROM extra").fetchall() == [("here",)]


def test_a_damaged_state_is_told_in_one_line_and_not_overwritten(path: Path) -> None:
    path.parent.mkdir(parents=True)
    path.write_bytes(b"garbage " * 500)
    for create in (False, True):
        with pytest.raises(StateError) as caught:
            State(path, create=create)
        assert "\n" not in str(caught.value)
    assert path.read_bytes() == b"garbage " * 500


@pytest.mark.parametrize("damage", ["pages", "tables"])
def test_damage_that_shows_only_when_it_is_read_is_told_in_one_line(state: State, path: Path, damage: str) -> None:
    state.change("L", {"a": b"1"}, Change(read=True))
    state.close()
    if damage == "pages":
        whole = path.read_bytes()
        path.write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096))
    else:
        path.unlink()
        with closing(sqlite3.connect(path)) as db:
            db.execute(f"PRAGMA user_version = {len(state_module.MIGRATIONS)}")
    reading, writing = State(path), State(path, create=True)
    for use in (
        lambda: reading.marks("L", ["a"]),
        lambda: reading.read("L"),
        writing.libraries,
        lambda: writing.change("L", {"a": b"1"}, Change(read=False)),
    ):
        with pytest.raises(StateError) as caught:
            use()
        assert "\n" not in str(caught.value)
    reading.close()
    writing.close()


def test_a_place_where_no_file_can_lie_is_told_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(StateError, match="File exists") as caught:
        State(tmp_path / "file" / "state.db", create=True)
    assert "Errno" not in str(caught.value)


def test_a_state_without_saved_searches_gets_them_and_keeps_its_marks(
    state: State, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    state.close()
    path.unlink()
    with monkeypatch.context() as before:
        before.setattr(state_module, "MIGRATIONS", state_module.MIGRATIONS[:1])
        with closing(State(path, create=True)) as old:
            old.change("L", {"a": b"1"}, Change(read=True, tag=("later",)))
    with closing(State(path, create=True)) as brought_up:
        brought_up.save_search("L", "port", "harbour", Look("epoch", 3, 1_700_000_000))
        assert brought_up.marks("L", ["a"]) == {"a": Marks(read=True, tags=("later",))}
    with closing(State(path)) as read:
        assert read.searches("L") == {"port": KeptSearch("port", "harbour", Look("epoch", 3, 1_700_000_000))}


def test_an_older_state_that_can_t_be_written_is_read_all_the_same(
    state: State, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    state.close()
    path.unlink()
    with monkeypatch.context() as before:
        before.setattr(state_module, "MIGRATIONS", state_module.MIGRATIONS[:1])
        with closing(State(path, create=True)) as old:
            old.change("L", {"a": b"1"}, Change(read=True))
    with closing(sqlite3.connect(path, isolation_level=None)) as other:  # somebody who writes for long
        monkeypatch.setattr(state_module.database, "BUSY_SECONDS", 0.01)
        other.execute("BEGIN IMMEDIATE")
        with closing(State(path)) as read:
            assert read.read("L") == ["a"]
            assert read.searches("L") == {}


name = st.text(max_size=45) | st.from_regex(r"@?\w[\w-]{0,42}", fullmatch=True)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(kept=st.lists(st.tuples(name, st.text(st.characters(codec="utf-8"), max_size=30)), max_size=8))
def test_saved_searches_are_a_mapping_by_folded_name(
    tmp_path_factory: pytest.TempPathFactory, kept: list[tuple[str, str]]
) -> None:
    look = Look("epoch", 1, 2)
    expected: dict[str, str] = {}
    with closing(State(tmp_path_factory.mktemp("state") / "state.db", create=True)) as state:
        for typed, query in kept:
            try:
                state.save_search("L", typed, query, look, replace=True)
            except StateError:
                continue
            expected[search_key(typed)] = query
        assert {key: found.query for key, found in state.searches("L").items()} == expected
        for key in expected:
            assert state.forget_search("L", key)
        assert state.searches("L") == {}
