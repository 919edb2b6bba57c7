"""Phrases: the positions of the words of the documents that have all of them.

A place in a segment is one number, ``document << 32 | position``, so that "the next word" is one more, and what holds
for one document holds for all of them at once.
"""

from __future__ import annotations

from collections.abc import Sequence

from termnews.search.columnar.arrays import Array, np
from termnews.search.columnar.fieldpostings import FieldPostings


class Standing(dict[int, "tuple[Array, Array]"]):
    """For each distinct word of a phrase, by its number in the dictionary: where in its posting list the documents are
    that have all the words, and its places in these documents."""

    def __init__(self, field: FieldPostings, terms: Sequence[int], size: int) -> None:
        super().__init__()
        distinct = list(dict.fromkeys(terms))
        seen = np.zeros(size, dtype=np.uint16)
        for term in distinct:
            seen[field.documents[field.stretch(term)]] += 1
        in_all = seen == len(distinct)
        self.documents: Array = np.flatnonzero(in_all)
        high = np.arange(len(self.documents), dtype=np.int64) << 32
        for term in distinct:
            chosen = np.flatnonzero(in_all[field.documents[field.stretch(term)]])
            counts, positions = field.positions_of(term, chosen)
            self[term] = chosen, np.repeat(high, counts) + positions


def occurrences(standing: Standing, terms: Sequence[int], slop: int) -> Array:
    """Which of the documents have the words in this order, each at most ``slop`` behind the one before (1 is the next
    word): places in ``standing.documents``, rising."""
    ends = _adjacent(standing, terms) if slop == 1 else _within(standing, terms, slop)
    found = ends >> 32
    if not len(found):
        return found
    first = np.ones(len(found), dtype=bool)
    np.not_equal(found[1:], found[:-1], out=first[1:])
    return found[first]


def _adjacent(standing: Standing, terms: Sequence[int]) -> Array:
    """Where the phrase begins; the rarest word first.  A place before the start of its document falls out, because the
    first word can't stand there."""
    starts = sorted(((standing[term][1] - at, at) for at, term in enumerate(terms)), key=lambda pair: len(pair[0]))
    kept = starts[0][0]
    for others, _ in starts[1:]:
        kept = kept[_is_in(kept, others)]
    return kept


def _within(standing: Standing, terms: Sequence[int], slop: int) -> Array:
    """Where a chain of the words can end."""
    ends = standing[terms[0]][1]
    for term in terms[1:]:
        places = standing[term][1]
        reachable = np.searchsorted(ends, places - slop) < np.searchsorted(ends, places)
        ends = places[reachable]
    return ends


def _is_in(wanted: Array, sorted_places: Array) -> Array:
    if not len(sorted_places):
        return np.zeros(len(wanted), dtype=bool)
    at = np.searchsorted(sorted_places, wanted)
    at[at == len(sorted_places)] = 0
    return np.asarray(sorted_places[at] == wanted)
