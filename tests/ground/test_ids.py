"""Ids: a path and its id are one to one, and no id leads out of the library."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from termnews import ids

NAMES = st.lists(
    st.sampled_from(
        [b"%", b"%25", b"%FF", b"%80", b"%e9", b"25", b"FF", b"\xff", b"\xe9", "é".encode(), b"a", b"/", b" "]
    )
    | st.binary(min_size=1, max_size=4).filter(lambda name: b"\0" not in name),
    min_size=1,
    max_size=8,
).map(b"".join)


@given(NAMES)
@example(b"100%.txt")
@example(b"%25FF")
@example(b"%2525FF")
@example(b"%\xff")
def test_every_name_comes_back(name: bytes) -> None:
    path = os.fsdecode(name)
    article_id = ids.from_path(path)
    article_id.encode("utf-8")  # no lone surrogates
    assert ids.to_path(article_id) == path


@given(NAMES, NAMES)
def test_two_names_have_two_ids(one: bytes, other: bytes) -> None:
    assert (ids.from_path(os.fsdecode(one)) == ids.from_path(os.fsdecode(other))) == (one == other)


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0%"), min_size=1))
def test_a_name_in_utf8_is_its_own_id(name: str) -> None:
    assert ids.from_path(name) == name


def test_names_that_are_not_utf8_are_escaped() -> None:
    assert ids.from_path(os.fsdecode(b"caf\xe9.txt")) == "caf%E9.txt"
    assert ids.from_path("caf%E9.txt") == "caf%25E9.txt"
    assert ids.from_path("100%.txt") == "100%.txt"


def test_an_id_names_a_file_inside(tmp_path: Path) -> None:
    assert ids.inside(tmp_path, "town/a.txt") == tmp_path / "town" / "a.txt"


@pytest.mark.parametrize("article_id", ["../a.txt", "town/../../a.txt", "/etc/passwd"])
def test_an_id_that_leads_out_is_refused(tmp_path: Path, article_id: str) -> None:
    with pytest.raises(ValueError, match="leads out"):
        ids.inside(tmp_path / "library", article_id)


def test_a_link_that_leads_out_is_refused(tmp_path: Path) -> None:
    library = tmp_path / "library"
    library.mkdir()
    (tmp_path / "secret.txt").write_text("x")
    (library / "link.txt").symlink_to(tmp_path / "secret.txt")
    (library / "own.txt").symlink_to(library / "other.txt")
    with pytest.raises(ValueError, match="leads out"):
        ids.inside(library, "link.txt")
    assert ids.inside(library, "own.txt") == library / "own.txt"


@given(st.text(st.characters(codec="utf-8"), max_size=30))
def test_any_id_is_inside_or_refused(article_id: str) -> None:
    root = Path("/nowhere/library")
    try:
        path = ids.inside(root, article_id)
    except ValueError:
        return
    assert os.path.normpath(path) == "/nowhere/library" or os.path.normpath(path).startswith("/nowhere/library/")
