from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from termnews.search.columnar import nearby
from termnews.search.columnar.alike import terms_alike
from termnews.search.columnar.dictionary import TermDictionary
from termnews.search.wording import alike


def dictionary_of(terms: set[str]) -> tuple[TermDictionary, list[str]]:
    encoded = sorted(term.encode() for term in terms)
    ends = np.cumsum([0, *map(len, encoded)]).astype(np.uint32)
    text = np.frombuffer(b"".join(encoded), dtype=np.uint8)
    return TermDictionary(text, ends), [term.decode() for term in encoded]


def distance(a: str, b: str) -> int:
    """The definition, cell by cell."""
    table = {(i, 0): i for i in range(len(a) + 1)} | {(0, j): j for j in range(len(b) + 1)}
    for i, j in product(range(1, len(a) + 1), range(1, len(b) + 1)):
        table[i, j] = min(table[i - 1, j] + 1, table[i, j - 1] + 1, table[i - 1, j - 1] + (a[i - 1] != b[j - 1]))
        if i > 1 and j > 1 and a[i - 1] == b[j - 2] and a[i - 2] == b[j - 1]:
            table[i, j] = min(table[i, j], table[i - 2, j - 2] + 1)
    return table[len(a), len(b)]


LETTERS = st.sampled_from(["abc", "ab1", "aéж", "a東🎉"])
CASES = LETTERS.flatmap(
    lambda letters: st.tuples(
        st.sets(st.text(letters, min_size=1, max_size=8), min_size=1, max_size=20),
        st.text(letters, min_size=1, max_size=20),
        st.integers(0, 2),
    )
)


@given(CASES)
def test_terms_within_some_edits(case: tuple[set[str], str, int]) -> None:
    terms, word, edits = case
    dictionary, ordered = dictionary_of(terms)
    wanted = [term for term in ordered if distance(term, word) <= edits]
    assert [ordered[at] for at in terms_alike(dictionary, word, edits)] == wanted
    assert [term for term in ordered if alike(term, word, edits)] == wanted


@pytest.mark.parametrize(
    ("word", "other", "edits"), [("ab" * 32, "ba" * 32, 2), ("x" * 33, "x" * 32, 1), ("ca", "ac", 1)]
)
def test_long_words_and_swapped_letters(word: str, other: str, edits: int) -> None:
    dictionary, ordered = dictionary_of({other, "unlike"})
    found = [ordered[at] for at in terms_alike(dictionary, word, edits)]
    assert found == [term for term in ordered if distance(word, term) <= edits]


POSITIONS = 31
PLACES = st.lists(
    st.sets(st.tuples(st.integers(0, 5), st.integers(0, POSITIONS - 1)), min_size=1, max_size=25),
    min_size=1,
    max_size=4,
)
"""Of each word in which document it stands, and where in it."""


@given(PLACES, st.integers(0, 6))
def test_words_near_one_another(standing: list[set[tuple[int, int]]], others: int) -> None:
    reach = len(standing) + others
    stride = POSITIONS + reach
    places = [{document * stride + at for document, at in each} for each in standing]
    arrays = {word: np.array(sorted(each)) for word, each in enumerate(places)}
    stretches = [range(start, start + reach) for start in range(-reach, 6 * stride)]
    together = [held for held in stretches if all(any(place in held for place in each) for each in places)]
    rarest = arrays[min(arrays, key=lambda word: len(arrays[word]))]
    wanted = [place for place in rarest.tolist() if any(place in held for held in together)]
    found = nearby.together(arrays, list(arrays), others, stride).tolist()
    assert found == sorted(set(found) & set(wanted))
    assert {place // stride for place in found} == {place // stride for place in wanted}
