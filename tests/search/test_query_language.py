from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termnews.search import StateTerm, parse
from termnews.search.parser import MOST_CHARACTERS

PIECES = [
    "tax", "wine", "AND", "OR", "NOT", "-", "(", ")", '"', "“", "headline:", "speaker:", "date:", "is:", "tag:", "foo:",
    "2016", "..", ">", "*", "col*r", " ", "\x00", "🎉", "東京", "C++", ":", "~2", "^3", "\u00a0", "'",
]  # fmt: skip


@pytest.mark.parametrize("typed", ["", "  ", "\x00", "🎉", "***", "()", '""', "headline:", "is:foo", "date:soon"])
def test_asking_nothing_is_empty(typed: str) -> None:
    assert parse(typed).empty


@pytest.mark.parametrize("typed", ["OR", "AND AND", "NOT", "not", "the", "-tax", "tag:🎉", "field:"])
def test_what_can_be_asked_is_not_empty(typed: str) -> None:
    assert not parse(typed).empty


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("athor:smith", 'no field "athor" (did you mean author:?)'),
        ('"half a phrase', "quotation mark"),
        ("(tax", "bracket"),
        ("tax)", "closing bracket"),
        ("tax OR", "OR has nothing after it"),
        ("OR tax", "OR has nothing before it"),
        ("headline:", "headline: has nothing after it"),
        ("*tion tax", "not begin with it"),
        ("col*r", 'read as "col*"'),
        ("date:soon", '"soon" is no date'),
        ("is:old", "is:unread, is:read, is:starred"),
        ("tax~2", "~ and ^"),
        ("tax " * 1000, "too long"),
        ("tax " * 100, "first 64 words"),
    ],
)
def test_what_was_not_taken_as_typed_is_told_in_one_line(typed: str, told: str) -> None:
    notes = parse(typed).notes
    assert any(told in note for note in notes), notes
    assert not any("\n" in note for note in notes)


@pytest.mark.parametrize(
    "typed", ["tax wine", '"to be"', "tax*", "(a OR b) -c", "date:2016..", "http://x.org/a", "12:30", "is:read"]
)
def test_a_sound_query_needs_no_note(typed: str) -> None:
    assert parse(typed).notes == ()


def test_while_typing_there_are_no_notes_about_what_is_not_finished() -> None:
    for typed in ("tax OR", '"half a phra', "(tax", "headline:", "date:20", "is:un", "athor:"):
        assert parse(typed, as_typed=True).notes == (), typed


def test_needs_are_what_only_the_readers_marks_know() -> None:
    query = parse('tax is:unread -is:starred tag:budget tag:"climate change"')
    assert query.needs == (
        StateTerm("is", "unread"),
        StateTerm("is", "starred"),
        StateTerm("tag", "budget"),
        StateTerm("tag", "climate change"),
    )


def test_ten_thousand_characters_are_bounded() -> None:
    query = parse("(a " * 5000)
    assert query.notes
    assert query.text == "(a " * 5000
    assert MOST_CHARACTERS < 15000


@given(
    st.one_of(
        st.text(), st.lists(st.sampled_from(PIECES)).map("".join), st.lists(st.sampled_from(PIECES)).map(" ".join)
    )
)
def test_anything_can_be_typed(typed: str) -> None:
    for as_typed in (False, True):
        query = parse(typed, as_typed=as_typed)
        assert query.text == typed
        assert parse(typed, as_typed=as_typed) == query
        query.matches("tax and wine, 2016, C++ in 東京")
