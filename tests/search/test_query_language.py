from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termnews.article import Published
from termnews.search import StateTerm, parse
from termnews.search.lexemes import scan
from termnews.search.parser import MOST_CHARACTERS
from termnews.search.syntax import Dates

PIECES = [
    "tax", "wine", "AND", "OR", "NOT", "-", "(", ")", '"', "“", "headline:", "speaker:", "date:", "is:", "tag:", "foo:",
    "2016", "..", ">", "*", "col*r", " ", "\x00", "🎉", "東京", "C++", ":", "~2", "^3", "?", "w?ld", "@budget", "@",
    "has:", "-3d..", "~", "\u00a0", "'",
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
        ("titel:row", "did you mean title:?"),
        ("@nobody", 'no saved search "nobody"; it was'),
        ('"half a phrase', "quotation mark"),
        ("(tax", "bracket"),
        ("tax)", "closing bracket"),
        ("tax OR", "OR has nothing after it"),
        ("OR tax", "OR has nothing before it"),
        ("headline:", "headline: has nothing after it"),
        ("*o* tax", "two letters"),
        ("* tax", "no letters before it"),
        ("has:speakers", "there is has:quotes"),
        ("@budgte", 'no saved search "budgte" (did you mean @budget?)'),
        ("@round", "holds itself"),
        ("@budget " * 100, "first 64 words"),
        ("*tion " * 20, "too much at once"),
        ("a* " * 20, "too much at once"),
        ('"of the" ' * 20, "too much at once"),
        ("tax~ " * 10, "too much at once"),
        ("tax^ wine", "^ wants a number"),
        ('"tax wine"~', "5 was taken"),
        ('"a b c d e f g h i"~9', "the first 8 were used"),
        ("date:soon", '"soon" is no date'),
        ("is:old", "is:unread, is:read, is:starred"),
        ("tax~7", "read as ~2"),
        ("tax " * 1000, "too long"),
        ("tax " * 100, "first 64 words"),
    ],
)
def test_what_was_not_taken_as_typed_is_told_in_one_line(typed: str, told: str) -> None:
    notes = parse(typed, saved={"budget": "tax OR spending", "round": "@Round wine"}).notes
    assert any(told in note for note in notes), notes
    assert not any("\n" in note for note in notes)


@pytest.mark.parametrize(
    "typed",
    [
        "tax wine",
        '"to be"',
        "tax*",
        "(a OR b) -c",
        "date:2016..",
        "http://x.org/a",
        "12:30",
        "is:read",
        "@budget^2",
        "w?ld*rd",
        "*tion",
        "tax~ wine~2",
        '"tax wine"~5^2',
        "(tax wine)^0.5",
        "has:quotes",
        "what is tax?",
        "a@b.org",
    ],
)
def test_a_sound_query_needs_no_note(typed: str) -> None:
    assert parse(typed, saved={"budget": "tax"}).notes == ()


def test_while_typing_there_are_no_notes_about_what_is_not_finished() -> None:
    for typed in ("tax OR", '"half a phra', "(tax", "headline:", "date:20", "is:un", "athor:", "has:q",
                  "@bud", "tax^", "tax~", '"a b"~', 'date:"last we', "date:-3"):  # fmt: skip
        assert parse(typed, as_typed=True, saved={"budget": "tax"}).notes == (), typed


def test_what_is_said_twice_is_asked_once() -> None:
    assert parse("tax wine tax (wine tax)").tree == parse("tax wine").tree
    assert parse("tax OR wine OR tax").tree == parse("tax OR wine").tree


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


def test_a_saved_search_stands_as_a_group() -> None:
    saved = {"Budget": "tax OR spending", "all": "@budget minister", "not": "-wine"}
    assert parse("@budget cut", saved=saved).tree == parse("(tax OR spending) cut").tree
    assert parse("headline:(@BUDGET)", saved=saved).tree == parse("headline:(tax OR spending)").tree
    assert parse("@all^2 -@budget", saved=saved).tree == parse("((tax OR spending) minister)^2 -(tax OR spending)").tree
    assert parse("cut OR @not", saved=saved).tree == parse("cut OR (-wine)").tree
    assert parse("@budget", as_typed=True, saved=saved).tree == parse("tax OR spending").tree
    assert parse("@nobody", saved={}).tree == parse("nobody").tree
    assert parse("@bud", as_typed=True, saved=saved).empty


def test_saved_searches_that_hold_each_other_end() -> None:
    saved = {"a": "tax @b", "b": "wine @a", **{f"n{i}": f"x{i} @n{i + 1} @n{i + 1}" for i in range(30)}}
    assert parse("@a", saved=saved).tree == parse("tax wine").tree
    assert any("5 deep" in note for note in parse("@n0", saved=saved).notes)
    assert any("too long together" in note for note in parse("@long " * 5, saved={"long": "() " * 700}).notes)


TODAY = date(2026, 3, 5)  # a Thursday


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("2016", "2016-01-01", "2016-12-31"),
        ("2016-2", "2016-02-01", "2016-02-29"),
        ("2015..2016-03", "2015-01-01", "2016-03-31"),
        (">2016-06", "2016-07-01", None),
        ("<=2016-06", None, "2016-06-30"),
        ("today", "2026-03-05", "2026-03-05"),
        ("Yesterday", "2026-03-04", "2026-03-04"),
        ("yesterday..", "2026-03-04", None),
        ('"this week"', "2026-03-02", "2026-03-08"),
        ('"last week"', "2026-02-23", "2026-03-01"),
        ("last-month", "2026-02-01", "2026-02-28"),
        ('"this month"', "2026-03-01", "2026-03-31"),
        ('"last year"', "2025-01-01", "2025-12-31"),
        ('"this year"', "2026-01-01", "2026-12-31"),
        ('"last 3 days"', "2026-03-03", "2026-03-05"),
        ('"last 2 weeks"', "2026-02-20", "2026-03-05"),
        ("-3d..", "2026-03-02", None),
        ("-2w", "2026-02-19", None),
        ("-6m", "2025-09-05", None),
        ("-1y..-1m", "2025-03-05", "2026-02-05"),
        ("<-1y", None, "2025-03-04"),
        ("2025..yesterday", "2025-01-01", "2026-03-04"),
    ],
)
def test_dates(typed: str, first: str | None, last: str | None) -> None:
    begins = None if first is None else Published.from_iso(first).first
    ends = None if last is None else Published.from_iso(last).last
    assert parse(f"date:{typed}", today=TODAY).tree == Dates(begins, ends)


@pytest.mark.parametrize(
    "typed", ["soon", "2016-13", "2016-02-30", "..", "-99999y", "-3x", "last", "2016..soon", ">", "-"]
)
def test_what_is_no_date_is_left_out_and_told(typed: str) -> None:
    query = parse(f"tax date:{typed}", today=TODAY)
    assert query.tree == parse("tax").tree
    assert "is no date" in query.notes[0]


def test_a_month_ago_from_the_31st_is_the_last_of_a_shorter_month() -> None:
    day = Published.from_iso("2024-02-29")
    assert parse("date:-1m", today=date(2024, 3, 31)).tree == Dates(day.first, None)


@given(
    st.one_of(
        st.text(), st.lists(st.sampled_from(PIECES)).map("".join), st.lists(st.sampled_from(PIECES)).map(" ".join)
    )
)
def test_anything_can_be_typed(typed: str) -> None:
    saved = {"budget": "tax @wine", "wine": '"a b" OR @budget'}
    for as_typed in (False, True):
        query = parse(typed, as_typed, saved, TODAY)
        assert query.text == typed
        assert parse(typed, as_typed, saved, TODAY) == query
        assert all(typed[start:end].strip() for _, _, start, end, _, _ in query.asked)
        query.matches("tax and wine, 2016, C++ in 東京")


@given(st.lists(st.sampled_from(["AND", "OR", "NOT", "ANDY", "or", "ferry", "2016", "a", " ", "  "]), max_size=12))
def test_words_alone_are_cut_as_they_are_among_signs(pieces: list[str]) -> None:
    typed = " ".join(pieces)
    assert scan(typed) == scan(f"{typed} (")[:-1]
