from __future__ import annotations

import itertools
import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from termnews.search import parse, snippet
from termnews.search.analysis import words

TEXT = "Investors invested. The Bank’s investment in Łódź was well-known; in 東京都 it was not."


def lit(query: str, text: str = TEXT, as_typed: bool = False) -> list[str]:
    return [text[start:end] for start, end in parse(query, as_typed=as_typed).matches(text)]


@pytest.mark.parametrize(
    ("query", "hits"),
    [
        ("investing", ["invested", "investment"]),
        ('"invested"', ["invested"]),
        ("invest*", ["Investors", "invested", "investment"]),
        ("bank", ["Bank’s"]),
        ("lodz", ["Łódź"]),
        ('"the bank"', ["The Bank’s"]),
        ("well-known", ["well-known"]),
        ("東京", ["東京"]),
        ("headline:bank text:lodz", ["Bank’s", "Łódź"]),
        ("bank -invest", ["Bank’s"]),
        ("NOT bank", []),
        ("speaker:bank date:2016", []),
        ("bank OR lodz", ["Bank’s", "Łódź"]),
        ('"bank investment"', ["Bank’s investment"]),
        ('"the bank" bank', ["The Bank’s"]),
        ("", []),
        ("inv*t", ["investment"]),
        ("*nvest*", ["Investors", "invested", "investment"]),
        ("b?nk", ["Bank’s"]),
        ("bnak~", ["Bank’s"]),
        ("ivnested~1", ["invested"]),
        ('"bank invested"~1', ["invested", "Bank’s"]),
        ('"bank investors"~1', []),
        ('"lodz bank"~2', ["Bank’s", "Łódź"]),
        ("(bank lodz)^2", ["Bank’s", "Łódź"]),
        ("has:quotes date:2016", []),
    ],
)
def test_what_a_query_hits(query: str, hits: list[str]) -> None:
    assert lit(query) == hits


def test_the_beginning_of_a_phrase_at_the_end_of_a_text_is_none() -> None:
    assert lit('"wine tax"', "tax and wine") == []
    assert lit('"wine tax"', "tax and wine... “Tax!”") == ["wine... “Tax"]


PIECES = [
    "the",
    "The",
    "bank’s",
    "U.S.",
    "1,000",
    "Łódź",
    "C++",
    "O'Brien",
    "tax—wine",
    "‘said’",
    "x/y",
    "Æon",
    "\u0301a",
]


@given(st.lists(st.sampled_from(PIECES), max_size=9), st.lists(st.sampled_from(PIECES), min_size=2, max_size=2))
def test_phrases_light_up_where_their_words_follow_each_other(text: list[str], phrase: list[str]) -> None:
    standing, wanted = words(" ".join(text)), words(" ".join(phrase))
    there = any(standing[at : at + len(wanted)] == wanted for at in range(len(standing)))
    assert bool(lit(f'"{" ".join(phrase)}"', " ".join(text))) == there


def test_a_word_being_typed_lights_up_its_beginnings_and_its_forms() -> None:
    assert lit("inv", as_typed=True) == ["Investors", "invested", "investment"]
    assert lit("investing", as_typed=True) == ["invested", "investment"]
    assert lit("inv ", as_typed=True) == []


def test_forms_meet_as_they_do_in_the_language_of_the_text() -> None:
    text = "Die Städte kauften viele Häuser."
    assert lit("haus", text) == []
    assert [text[start:end] for start, end in parse("kaufte stadt").matches(text, "de-AT")] == ["Städte", "kauften"]
    assert snippet(text, parse("kaufte"), language="de")[1] == ((11, 18),)


def test_a_snippet_shows_the_passage_with_most_of_the_query() -> None:
    text = "Some shop opened. " * 30 + "\n\n" + "The bank taxed wine. It rained. " + "Nothing else happened. " * 30
    shown, spans = snippet(text, parse("bank tax wine"), 60)
    assert shown == "…The bank taxed wine. It rained. Nothing else happened.…"
    assert [shown[start:end] for start, end in spans] == ["bank", "taxed", "wine"]


def test_two_passages_where_they_show_more_than_one() -> None:
    filler = "Nothing else happened here. " * 30
    text = f"The bank opened. {filler}Mr. Smith taxed wine. {filler}Then the bank closed."
    shown, spans = snippet(text, parse("bank wine"), 80)
    assert shown == "The bank opened. Nothing else happened … Mr. Smith taxed wine.…"
    assert [shown[start:end] for start, end in spans] == ["bank", "wine"]
    assert "…" not in snippet("The bank taxed wine.", parse("bank wine"))[0]


def test_a_hit_far_behind_is_shown_too() -> None:
    text = "Nothing else happened here. " * 4000 + "The bank taxed wine."
    assert snippet(text, parse("wine"), 30)[0].endswith("The bank taxed wine.")


def test_passages_that_meet_are_one() -> None:
    text = "The bank opened at nine. It then sold some of its very best wine."
    assert snippet(text, parse("bank wine"), 59)[0].count("…") <= 1


def test_a_sentence_does_not_end_behind_a_title_or_an_initial() -> None:
    text = "It rained all day long in town. Then Dr. J. Smith taxed the wine of all. " + "It rained. " * 30
    assert snippet(text, parse("wine"), 60)[0].startswith("…Then Dr. J. Smith")


def test_without_a_hit_a_snippet_is_the_beginning() -> None:
    assert snippet("One two three. " * 40, parse("absent"), 40) == ("One two three. One two three.…", ())
    assert snippet("Short.", parse("absent")) == ("Short.", ())
    assert snippet("", parse("absent")) == ("", ())


@given(
    st.lists(
        st.sampled_from(["tax", "taxes", "wine.", "bank’s", "\n\n", "東京", "a" * 90, "Łódź", "“said”", "\n"])
    ).map(" ".join),
    st.sampled_from(
        ["tax", "wine bank", '"tax wine"', "東京 OR lodz", "ta*", "aaa*", "absent", "t*x*", "wnie~ OR said"]
    ),
    st.integers(1, 260),
)
def test_a_snippet_is_one_line_within_its_length_and_its_offsets_hold(text: str, query: str, length: int) -> None:
    parsed = parse(query)
    shown, spans = snippet(text, parsed, length)
    assert "\n" not in shown
    assert len(shown.strip("…")) <= length
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(spans))
    for start, end in spans:
        assert 0 <= start < end <= len(shown)
        assert parsed.matches(shown[start:end]) or " " in shown[start:end] or len(shown[start:end]) == length


@given(st.text("ab*?", min_size=2, max_size=7), st.lists(st.text("ab", min_size=1, max_size=9), max_size=9))
def test_patterns_light_up_what_they_match_as_a_whole(pattern: str, typed: list[str]) -> None:
    query = parse(f"{pattern}b")
    assume(not query.notes)
    whole = re.compile(f"{pattern}b".replace("*", "[ab]*").replace("?", "[ab]"))
    assert lit(query.text, " ".join(typed)) == [word for word in typed if whole.fullmatch(word)]


def test_a_pattern_of_many_stars_is_no_trap() -> None:
    assert lit("a*a*a*a*a*a*a*a*a*a*a*a*b", "a" * 64) == []


@given(st.text(), st.text())
def test_spans_lie_in_the_text_in_order(query: str, text: str) -> None:
    spans = parse(query, as_typed=True).matches(text + query)
    assert all(0 <= start < end <= len(text + query) for start, end in spans)
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(spans))
