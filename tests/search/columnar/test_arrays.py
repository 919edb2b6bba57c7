"""The steps on arrays that queries are made of, each against what it says in plain Python."""

from __future__ import annotations

import fnmatch
import re
from itertools import accumulate

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from termnews.search.columnar.dictionary import TermDictionary
from termnews.search.columnar.globs import matching
from termnews.search.columnar.matches import (
    Candidates,
    Matches,
    best_of,
    difference,
    gathered,
    sums_of,
    union,
)
from termnews.search.columnar.top import first, lowest

SIZE = 400
SETS = st.sets(st.integers(0, SIZE - 1)).map(sorted)
SCORED = st.dictionaries(st.integers(0, SIZE - 1), st.integers(1, 9)).map(lambda scores: dict(sorted(scores.items())))


def matches(scores: dict[int, int]) -> Matches:
    return Matches(np.array(list(scores), dtype=np.intp), np.array(list(scores.values()), dtype=float))


def told(found: Matches) -> dict[int, float]:
    assert found.scores is not None
    assert found.documents.tolist() == sorted(set(found.documents.tolist()))
    return dict(zip(found.documents.tolist(), found.scores.tolist(), strict=True))


@given(st.lists(st.integers(0, 30), max_size=3000), st.integers(0, 40))
def test_the_lowest_and_all_that_are_as_low_as_the_last_of_them(numbers: list[int], count: int) -> None:
    bound = sorted(numbers)[min(count, len(numbers)) - 1] if count and numbers else -1
    expected = [place for place, number in enumerate(numbers) if number <= bound]
    assert lowest(np.array(numbers, dtype=float), count).tolist() == expected


@given(st.lists(st.integers(0, 5), max_size=3000), st.integers(0, 40) | st.none(), st.randoms())
def test_the_first_come_in_order_of_keys_and_ties(
    numbers: list[int], count: int | None, rng: np.random.Generator
) -> None:
    ties = list(range(len(numbers)))
    rng.shuffle(ties)
    expected = sorted(range(len(numbers)), key=lambda place: (numbers[place], ties[place]))[:count]
    assert first(np.array(numbers), np.array(ties, dtype=np.int64).take, count).tolist() == expected


@given(SETS, SETS)
def test_candidates_are_found_in_lists_short_and_long(wanted: list[int], documents: list[int]) -> None:
    places = Candidates(np.array(wanted, dtype=np.intp), SIZE).places_in(np.array(documents, dtype=np.intp))
    assert [documents[place] for place in places.tolist()] == sorted({*wanted} & {*documents})


@given(st.lists(SCORED, min_size=1, max_size=4), st.sampled_from([SIZE, 100 * SIZE]), st.sampled_from([0.0, 0.5]))
def test_unions_add_up_or_take_the_best(parts: list[dict[int, int]], size: int, tiebreak: float) -> None:
    documents = set().union(*parts)
    every = {at: [part[at] for part in parts if at in part] for at in documents}
    assert told(union(list(map(matches, parts)), size)) == {at: sum(scores) for at, scores in every.items()}
    assert told(best_of(list(map(matches, parts)), size, tiebreak)) == {
        at: max(scores) + tiebreak * (sum(scores) - max(scores)) for at, scores in every.items()
    }


@given(st.lists(SCORED, max_size=4))
def test_pieces_are_the_whole(parts: list[dict[int, int]]) -> None:
    made = list(map(matches, parts))
    pieces = ((part.documents, part.scores) for part in made if part.scores is not None)
    assert told(sums_of(pieces, SIZE)) == {at: sum(part.get(at, 0) for part in parts) for at in set().union(*parts, ())}
    assert gathered((part.documents for part in made), SIZE).tolist() == sorted(set().union(*parts, ()))


@given(SCORED, SETS)
def test_a_difference_keeps_scores(wanted: dict[int, int], unwanted: list[int]) -> None:
    found = difference(matches(wanted), np.array(unwanted, dtype=np.intp), SIZE)
    assert told(found) == {at: score for at, score in wanted.items() if at not in unwanted}


WORDS = st.text("abcé東-", min_size=1, max_size=6)
PATTERNS = st.lists(st.sampled_from([*"abcé東", "?", "*", "[ab]", "[!a]", "[a-c]", "[", "!"]), max_size=7).map("".join)


@given(st.sets(WORDS, max_size=40), PATTERNS)
def test_patterns_match_as_in_the_shell(words: set[str], pattern: str) -> None:
    terms = sorted(word.encode() for word in words)
    ends = np.array([0, *accumulate(map(len, terms))], dtype=np.uint32)
    dictionary = TermDictionary(np.frombuffer(b"".join(terms), dtype=np.uint8), ends)
    expected = [at for at, term in enumerate(terms) if re.match(fnmatch.translate(pattern), term.decode())]
    assert matching(dictionary, pattern).tolist() == expected
