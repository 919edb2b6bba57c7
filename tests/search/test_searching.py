from __future__ import annotations

import itertools
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from termnews.search import Index, StateTerm, budget, parse

from .making import document, found, index_of

LIBRARY = [
    document(1, "Ministers taxed wine. “We invested heavily,” said Scott Guthrie.",
             {"We invested heavily": "Scott Guthrie"},
             headline="Azure grows", published="2016-11-15", section="business", tags=("Cloud News",), language="en-GB",
             byline="By Ann Lee", source="Reuters", id="2016/11/azure.txt"),
    document(2, "To be or not to be: a minister of tax in 東京都 asked. The U.S. has C++ and 1,000,000 e-mails.",
             headline="Tax row", published="2017", section="politics"),
    document(3, "Nothing of note. Guthrie, said nobody, invests in cloud. Wine, tax.", headline="Other"),
    document(4, "“The cloud is dear,” said Ann Lee. “I invested,” said Bob Ray.",
             {"The cloud is dear": "Ann Lee", "I invested": "Bob Ray"}, published="2016-12"),
]  # fmt: skip


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    index = index_of(tmp_path_factory.mktemp("library"), *LIBRARY)
    yield index
    index.close()


@pytest.mark.parametrize(
    ("query", "numbers"),
    [
        ("minister", {1, 2}),
        ("MINISTERS tax", {1, 2}),
        ("minister -wine", {2}),
        ("minister NOT wine", {2}),
        ("-tax", {4}),
        ("NOT (tax OR cloud)", set()),
        ("wine OR 東京", {1, 2, 3}),
        ("cloud OR tokyo minister", {1}),  # OR binds closer than standing side by side; the tag has the cloud
        ("row OR azure AND wine", {1, 2}),
        ("minister (row OR azure)", {1, 2}),
        ("tax AND wine", {1, 3}),
        ('"tax in"', {2}),
        ('"to be or not to be"', {2}),
        ('"be to"', set()),
        ('"invested"', {1, 4}),
        ("exact:invested", {1, 4}),
        ("invested", {1, 3, 4}),
        ("exact:invest*", {1, 3, 4}),
        ("東京", {2}),
        ("京", {2}),
        ("東都", set()),
        ("U.S. C++ 1000000", {2}),
        ("e-mails", {2}),
        ("min*", {1, 2}),
        ("m*", {1, 2}),
        ("headline:tax", {2}),
        ("title:taxes", {2}),
        ('headline:"tax row"', {2}),
        ("headline:az*", {1}),
        ("text:azure", set()),
        ("azure", {1}),
        ("speaker:guthrie", {1}),
        ('speaker:"scott guthrie"', {1}),
        ("guthrie", {1, 3}),
        ("author:lee", {1}),
        ("source:reuters", {1}),
        ("section:(business OR politics)", {1, 2}),
        ("tag:cloud", {1}),
        ('tag:"cloud news"', {1}),
        ("lang:en", {1}),
        ("path:azure", {1}),
        ("date:2016", {1, 4}),
        ("date:2016-11", {1}),
        ("date:2016-11-15", {1}),
        ("date:2016..2017", {1, 2, 4}),
        ("date:>2016", {2}),
        ("date:>=2016-12", {2, 4}),
        ("date:<2017", {1, 4}),
        ("date:..2016-11", {1}),
        ("-date:2016", {2, 3}),
        ("said:invest", {1, 4}),
        ("said:cloud", {4}),
        ("said:cloud speaker:lee", {4}),
        ("said:cloud speaker:ray", set()),
        ("said:cloud speaker:lee wine", set()),
        ("is:read", {1, 3}),
        ("-is:read", {2, 4}),
        ("is:read wine", {1, 3}),
        ("is:read OR date:2017", {1, 2, 3}),
        ("absent", set()),
        ("absent OR azure", {1}),
        ("absent*", set()),
        ('"absent words"', set()),
        ("*tion OR w?ne", {1, 3}),
        ("min*rs", {1}),
        ("m?n*r", {2}),
        ("headline:a*e", {1}),
        ("source:reut?rs", {1}),
        ("path:az*re", {1}),
        ("e-m?il*", {2}),
        ("wien~", {1, 3}),
        ("wien~1 heavly~1", {1}),
        ("hevly~1", set()),
        ("hevly~2", {1}),
        ("speaker:gutrie~1", {1}),
        ("taxed~0", {1, 2, 3}),
        ('"tax wine"~0', {3}),
        ('"wine ministers"~1', {1}),
        ('"wine ministers"~0', set()),
        ('"be be not"~2', {2}),
        ('"be be be"~0', {2}),
        ('"absent be"~3', set()),
        ('headline:"row tax"~0', {2}),
        ('said:"dear cloud"~2', {4}),
        ("azure^3 OR row^0.5", {1, 2}),
        ("(tax wine)^2 -azure", {3}),
        ("(-wine)^2 tax", {2}),
        ("has:quotes", {1, 4}),
        ("-has:quotes tax", {2, 3}),
        ("has:quotes OR row", {1, 2, 4}),
        ("said:(cloud OR invest) speaker:lee", {4}),
        ("said:(cloud OR invest) speaker:(lee OR guthrie)", {1, 4}),
        ("said:(dear -cloud)", set()),
        ("said:(invest -cloud) speaker:ray", {4}),
        ("speaker:ray (said:invest -wine)", {4}),
        ("speaker:ray (said:cloud -wine)", set()),
        ("said:invest -said:cloud", {1, 4}),
        ("said:invest -said:cloud speaker:ray", {4}),
        ("said:cloud -speaker:ray", {4}),
        ("said:cloud -speaker:lee", set()),
        ("invest -said:cloud", {1, 3}),
        ("(said:cloud speaker:lee) OR row", {2, 4}),
        ("said:inv* speaker:guthrie", {1}),
        ("said:clod~1", {4}),
        ("headline:(tax OR azure)", {1, 2}),
        ("date:-1y..", {1, 2, 4}),
        ("date:today", set()),
        ("@money", {2, 3}),
        ("-@money wine", {1}),
        ("headline:(@money)", {2}),
    ],
)
def test_what_is_found(index: Index, query: str, numbers: set[int]) -> None:
    assert set(found(index, query, read={1, 3}, saved={"money": "tax -azure"}, today=date(2017, 6, 1))) == numbers


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [("mini", {1, 2}), ("mini ", set()), ("ministers", {1, 2}), ("tax wi", {1, 3}), ('"to b', {2}), ("headline:t", {2}),
     ("speaker:gut", {1}), ("tax -wi", {2}), ("date:20", set()), ("w?n", {1, 3}), ("*inis", {1, 2}),
     ("wien~", {1, 3}), ("has:quot", set()), ("has:quotes", {1, 4}), ("@mon", set()), ("wine OR 東", {1, 2, 3})],
)  # fmt: skip
def test_the_last_word_typed_is_a_beginning(index: Index, typed: str, numbers: set[int]) -> None:
    assert set(found(index, typed, as_typed=True)) == numbers


def test_the_readers_tags_join_those_of_the_file(index: Index) -> None:
    hits = index.search(parse("tag:cloud"), sets={StateTerm("tag", "cloud"): [3]})
    assert sorted(hits.numbers) == [1, 3]


def test_a_headline_weighs_more_than_the_text_and_equals_go_by_number(tmp_path: Path) -> None:
    same = [document(number, "wine and bread") for number in (5, 3, 9)]
    index = index_of(tmp_path, *same, document(7, "bread and butter", headline="Wine"))
    hits = index.search(parse("wine"))
    assert list(hits.numbers) == [7, 3, 5, 9]
    assert list(hits.scores) == sorted(hits.scores, reverse=True)


def test_a_boost_weighs(index: Index) -> None:
    assert found(index, "row^5 OR azure")[0] == 2
    assert found(index, "row OR (azure business)^5")[0] == 1
    plain, boosted = (index.search(parse(query)) for query in ("wine azure", "(wine azure)^2"))
    assert list(boosted.scores) == pytest.approx([2 * score for score in plain.scores])


def test_the_word_itself_comes_before_what_is_like_it(tmp_path: Path) -> None:
    index = index_of(tmp_path, document(1, "wane and bread"), document(2, "wine and bread"), document(3, "vine, bread"))
    assert found(index, "wine~1")[0] == 2
    assert found(index, "wane~1")[0] == 1


def test_what_is_said_more_of_comes_first(tmp_path: Path) -> None:
    index = index_of(
        tmp_path,
        document(1, "“Wine,” said Lee. The rest is bread and bread and bread.", {"Wine": "Lee"}),
        document(2, "“Wine,” said Lee. “Wine and wine,” said Lee.", {"Wine,": "Lee", "Wine and wine": "Lee"}),
    )
    assert found(index, "said:wine speaker:lee") == [2, 1]


def test_a_limit_gives_the_best_and_an_exact_total(index: Index) -> None:
    everything = index.search(parse("tax OR invest"))
    best = index.search(parse("tax OR invest"), limit=2)
    assert (best.total, everything.total) == (4, 4)
    assert list(best.numbers) == list(everything.numbers)[:2]
    assert not best.cut


def test_no_time_and_nobody_waiting_end_a_search(index: Index) -> None:
    assert index.search(parse("tax"), time_limit=0).cut
    assert index.search(parse("tax"), stop=lambda: True).cut
    assert not index.search(parse("tax"), stop=lambda: False).cut


def test_a_beginning_of_very_many_words_is_searched_for_as_a_whole(tmp_path: Path) -> None:
    many = 5000
    index = index_of(
        tmp_path, *(document(number, f"wine{number} wineaa") for number in range(many)), document(many, "win")
    )
    hits = index.search(parse("wine*"))
    assert (hits.total, hits.cut, hits.notes) == (many, False, ())


def test_an_empty_index_and_an_empty_query_find_nothing(tmp_path: Path, index: Index) -> None:
    empty = Index.create(tmp_path / "index", "e")
    for query in ("tax", "-tax", "t*", '"a b"', "date:2016", "said:x"):
        assert empty.search(parse(query)).total == 0
    assert index.search(parse("")).total == 0


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(typed=st.text(), as_typed=st.booleans())
def test_anything_typed_can_be_searched(index: Index, typed: str, as_typed: bool) -> None:
    hits = index.search(parse(typed, as_typed=as_typed))
    assert hits.total == len(hits.numbers) == len(hits.scores)
    index.quotations(parse(typed, as_typed=as_typed))


LETTERS = "abcde"
words = st.sampled_from(LETTERS)
trees = st.recursive(
    words.map(lambda word: ("word", word))
    | st.tuples(words, words).map(lambda pair: ("phrase", pair))
    | st.tuples(words, words, st.integers(0, 3)).map(lambda near: ("near", *near)),
    lambda inner: st.tuples(st.sampled_from(["and", "or", "without"]), inner, inner),
    max_leaves=8,
)


def written(tree: Any) -> str:
    match tree:
        case ("word", word):
            return f"text:{word}"
        case ("phrase", (first, second)):
            return f'text:"{first} {second}"'
        case ("near", first, second, others):
            return f'text:"{first} {second}"~{others}'
        case ("and", left, right):
            return f"({written(left)} {written(right)})"
        case ("or", left, right):
            return f"({written(left)} OR {written(right)})"
        case (_, left, right):
            return f"({written(left)} -{written(right)})"


def holds(tree: Any, text: str) -> bool:
    match tree:
        case ("word", word):
            return word in text
        case ("phrase", pair):
            return " ".join(pair) in text
        case ("near", first, second, others):
            standing = text.split()
            places = itertools.product(range(len(standing)), repeat=2)
            return any((standing[a], standing[b]) == (first, second) and abs(a - b) <= others + 1 for a, b in places)
        case ("and", left, right):
            return holds(left, text) and holds(right, text)
        case ("or", left, right):
            return holds(left, text) or holds(right, text)
        case (_, left, right):
            return holds(left, text) and not holds(right, text)


@pytest.fixture(scope="module")
def letters(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Index, dict[int, str]]]:
    """Three hundred texts of letters in several segments, some of them deleted and replaced."""
    texts = {
        number: " ".join(LETTERS[(number * step) // 7 % 5] for step in range(1, 2 + number % 6))
        for number in range(300)
    }
    index = Index.create(tmp_path_factory.mktemp("letters") / "index", "e")
    for start in range(0, 300, 60):
        index.write([document(number, "e e e") for number in range(start + 50, min(start + 70, 300))])
        index.write([document(number, texts[number]) for number in range(start, start + 60)], deleted=[start + 5])
    index.write([], deleted=range(0, 300, 11))
    for number in range(0, 300, 11):
        del texts[number]
    yield index, texts
    index.close()


@settings(deadline=None, max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(tree=trees)
def test_boolean_queries_agree_with_plain_sets(
    letters: tuple[Index, dict[int, str]], tree: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(budget, "MOST_COST", 10_000)  # short words are dear, and some trees would ask for too much
    index, texts = letters
    query = parse(written(tree))
    assert not query.notes
    hits = index.search(query)
    assert set(hits.numbers) == {number for number, text in texts.items() if holds(tree, text)}
    assert hits.total == len(hits.numbers) == len(set(hits.numbers))
    best = index.search(query, limit=7)
    assert list(best.numbers) == list(hits.numbers)[:7]
