"""What comes first: by score and date, or in a given order, near-copies folded; and what is counted of it."""

from __future__ import annotations

from array import array
from collections import Counter
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from termnews.search import Document, Index, Order, Relevance, Stories, Values, latest, over_time, parse
from termnews.search.ranking import RECENCY
from termnews.search.schema import UNDATED
from tests.search.making import document, index_of

YEARS = [None, "2001", "2010-05", "2015-11-15", "2016-01-01", "2016-06-30"]


@pytest.fixture(scope="module")
def documents() -> list[Document]:
    """Forty documents about wine, more or less, of some years."""
    return [
        document(
            number, "wine " * (1 + number % 4) + "and much more about it " * (number % 3), published=YEARS[number % 6]
        )
        for number in range(1, 41)
    ]


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory, documents: list[Document]) -> Index:
    return index_of(tmp_path_factory.mktemp("index"), *documents)


def newest(documents: list[Document]) -> int:
    return max(each.article.published.first for each in documents if each.article.published)


def test_the_recent_come_a_little_sooner(index: Index, documents: list[Document]) -> None:
    plain = index.search(parse("wine"))
    scores = dict(zip(plain.numbers, plain.scores, strict=True))
    weighed = index.search(parse("wine"), rank=Relevance(newest(documents)))
    dates = {each.number: each.article.published for each in documents}
    for number, score in zip(weighed.numbers, weighed.scores, strict=True):
        date = dates[number]
        years = (newest(documents) - date.first) / (365.25 * 86_400) if date else float("inf")
        assert score == pytest.approx(scores[number] * (1 + RECENCY * 2**-years))
    assert list(weighed.scores) == sorted(weighed.scores, reverse=True)


groups = st.dictionaries(st.integers(1, 40), st.sampled_from([2, 3, 5, 8]), max_size=20)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(groups, st.integers(0, 45), st.sampled_from(["wine", "wine much", "date:2015.."]), st.sampled_from("rpn"))
def test_the_first_are_the_first_of_all(
    index: Index, documents: list[Document], groups: dict[int, int], limit: int, query: str, kind: str
) -> None:
    stories = Stories(groups.items())
    rank = {
        "r": Relevance(newest(documents)),
        "p": Relevance(),
        "n": Order(array("q", sorted(range(1, 38), key=lambda number: (number % 7, number)))),
    }[kind]
    everything = index.search(parse(query), rank=rank, stories=stories)
    some = index.search(parse(query), rank=rank, stories=stories, limit=limit)
    assert list(some.numbers) == list(everything.numbers[:limit])
    assert (some.total, some.folded) == (everything.total, everything.folded)
    assert everything.total == len(everything.numbers)
    told = [groups.get(number, -number) for number in everything.numbers]
    assert len(set(told)) == len(told)
    without = index.search(parse(query), rank=rank)
    assert {groups.get(number, -number) for number in without.numbers} == set(told)
    assert everything.total + everything.folded == without.total


def test_an_order_decides_alone_and_knows_where_strangers_go(index: Index) -> None:
    order = Order(array("q", [9, 3, 40, 1]))
    assert list(index.search(parse("wine"), rank=order).numbers)[:5] == [9, 3, 40, 1, 2]
    assert list(index.search(parse("wine"), rank=Order(array("q")), limit=2).numbers) == [1, 2]


def test_everything_matches_where_nothing_is_asked(index: Index) -> None:
    assert sorted(index.matching(None).numbers) == list(range(1, 41))
    assert sorted(index.matching(parse("date:2001")).numbers) == list(range(1, 41, 6))
    assert index.matching(parse("wine"), time_limit=0).cut


pairs = st.lists(st.tuples(st.integers(1, 30), st.sampled_from("abcdef")), max_size=40)
numbers = st.lists(st.integers(1, 35), unique=True)


@given(pairs, numbers, groups, st.integers(0, 7))
def test_values_are_counted_once_a_story(
    pairs: list[tuple[int, str]], numbers: list[int], groups: dict[int, int], limit: int
) -> None:
    told = {(value, groups.get(number, -number)) for number, value in pairs if number in numbers}
    counts = Counter(value for value, _ in told)
    found = Values(pairs).most_frequent(np.array(numbers, np.int64), Stories(groups.items()), limit)
    assert found == sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:limit]


moments = st.lists(st.none() | st.integers(-(2**34), 2**36), max_size=30)


@given(moments, st.sampled_from(["year", "month", "day"]))
def test_dates_are_counted_and_nothing_is_left_out_over_time(moments: list[int | None], unit: str) -> None:
    dates = np.array([UNDATED if each is None else each for each in moments], np.int64)
    articles = np.arange(1, len(moments) + 1)
    found = latest(unit, articles, dates, None, None)
    assert [date for date, _ in found] == sorted((date for date, _ in found), reverse=True)
    assert sum(count for _, count in found) == sum(each is not None for each in moments)
    _, points, undated = over_time(articles, dates, None)
    assert sum(count for _, count in points) + undated == len(moments)
    assert [date for date, _ in points] == sorted(date for date, _ in points)
    assert points == [] or (points[0][1] and points[-1][1])


def test_folding_needs_no_copies(tmp_path: Path) -> None:
    with_one = index_of(tmp_path, document(1, "wine"))
    assert with_one.search(parse("wine"), stories=Stories([])).total == 1
