"""Phrases: the positions of the words of the documents that have all of them.

A place is one number, the document times more than the longest document, and the position: "the next word" is one more,
and what holds for one document holds for all of them at once.
"""

from __future__ import annotations

from collections.abc import Sequence

from termnews.search.columnar.arrays import Array, np
from termnews.search.columnar.fieldpostings import FieldPostings

_MANY = 2_000
_MOST_SPACE = 32_000_000
"""From so many places on a table of truths is quicker than searching, if it is not bigger than this."""


class Standing:
    """The documents of a segment that have all the words of a phrase, and where the words stand in them."""

    def __init__(self, field: FieldPostings, terms: Sequence[int], size: int) -> None:
        distinct = list(dict.fromkeys(terms))
        seen = np.zeros(size, dtype=np.uint16)
        for term in distinct:
            seen[field.documents[field.stretch(term)]] += 1
        in_all = seen == len(distinct)
        self.documents: Array = np.flatnonzero(in_all)
        self.chosen = {term: np.flatnonzero(in_all[field.documents[field.stretch(term)]]) for term in distinct}
        """Where in its posting list a word has these documents."""
        found = {term: field.positions_of(term, chosen) for term, chosen in self.chosen.items()}
        longest = max((int(positions.max()) for _, positions in found.values() if len(positions)), default=0)
        self.stride = longest + len(terms) + 1
        firsts = np.arange(len(self.documents), dtype=np.int64) * self.stride
        self.places = {term: np.repeat(firsts, counts) + positions for term, (counts, positions) in found.items()}
        """Its places in them, rising."""


def occurrences(standing: Standing, terms: Sequence[int], slop: int) -> Array:
    """Which of the documents have the words in this order, each at most ``slop`` behind the one before (1 is the next
    word): places in ``standing.documents``, rising."""
    ends = _adjacent(standing, terms) if slop == 1 else _within(standing, terms, slop)
    found = ends // standing.stride
    if not len(found):
        return found
    first = np.ones(len(found), dtype=bool)
    np.not_equal(found[1:], found[:-1], out=first[1:])
    return found[first]


def _adjacent(standing: Standing, terms: Sequence[int]) -> Array:
    """Where the phrase begins; the rarest word first.  A place before the start of its document falls out, because the
    first word can't stand there."""
    space = len(standing.documents) * standing.stride
    starts = sorted(((standing.places[term], at) for at, term in enumerate(terms)), key=lambda pair: len(pair[0]))
    kept = starts[0][0] - starts[0][1]
    for places, at in starts[1:]:
        kept = kept[_are_in(kept + at, places, space)]
    return kept


def _within(standing: Standing, terms: Sequence[int], slop: int) -> Array:
    """Where a chain of the words can end."""
    ends = standing.places[terms[0]]
    for term in terms[1:]:
        places = standing.places[term]
        nearest = np.searchsorted(ends, places)
        before = ends[np.maximum(nearest, 1) - 1] if len(ends) else places
        near = (nearest > 0) & (places - before <= slop) & (places // standing.stride == before // standing.stride)
        ends = places[near]
    return ends


def _are_in(wanted: Array, places: Array, space: int) -> Array:
    """Which of ``wanted`` are among ``places``, both rising and below ``space``."""
    if not len(places):
        return np.zeros(len(wanted), dtype=bool)
    if len(wanted) > _MANY and space < _MOST_SPACE:
        table = np.zeros(space + 1, dtype=bool)
        table[places] = True
        return np.asarray(table[np.clip(wanted, -1, space)])
    at = np.searchsorted(places, wanted)
    at[at == len(places)] = 0
    return np.asarray(places[at] == wanted)
