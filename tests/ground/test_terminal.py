"""The gate to the terminal: nothing that a terminal would obey gets through."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from termnews import terminal

HOSTILE = st.text(
    st.sampled_from(
        "a é\t\n\r\x00\x07\x08\x0b\x1b[]\x7f\x80\x85\x9b\x9d\u00ad\u061c\u200b\u200e\u202e\u2028\u2066\u2069\ufeff"
    )
    | st.characters()
)
REORDERING = set("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def obeyed(char: str) -> bool:
    return unicodedata.category(char) in {"Cc", "Cs", "Zl", "Zp"} or char in REORDERING


@given(HOSTILE)
def test_cleaning_keeps_lengths_and_is_done_once(text: str) -> None:
    cleaned = terminal.clean(text)
    assert len(cleaned) == len(text)
    assert terminal.clean(cleaned) == cleaned


@given(HOSTILE)
def test_nothing_that_is_obeyed_is_left(text: str) -> None:
    assert [char for char in terminal.clean(text) if obeyed(char) and char != "\n"] == []
    assert [char for char in terminal.clean_line(text) if obeyed(char)] == []
    terminal.clean(text).encode("utf-8")


@given(st.text(st.characters(categories=["L", "M", "N", "P", "S", "Zs"])))
@example("葛\U000e0100城")
def test_ordinary_text_stays(text: str) -> None:
    assert terminal.clean(text) == text


@given(HOSTILE)
def test_a_pipe_gets_all_but_controls(text: str) -> None:
    plain = terminal.plain(text)
    plain.encode("utf-8")
    assert [char for char in plain if unicodedata.category(char) == "Cc" and char not in "\t\n"] == []
    kept = [char for char in text if unicodedata.category(char) not in {"Cc", "Cs"} or char in "\t\n"]
    assert [char for char in plain if char != "?"] == [char for char in kept if char != "?"]


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("\x1b]52;c;AAAA\x07", "␛]52;c;AAAA␇"),
        ("a\x9b31mb", "a\ufffd31mb"),
        ("user\u202etxt.exe", "user\ufffdtxt.exe"),
        ("a\tb\rc", "a b c"),
        ("[@click=app.quit]x[/]", "[@click=app.quit]x[/]"),
    ],
)
def test_what_is_seen_instead(text: str, seen: str) -> None:
    assert terminal.clean(text) == seen
