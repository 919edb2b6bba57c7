"""Phrases: the positions of the words of the documents that have all of them.

A place is one number, the document times more than the longest document, and the position: "the next word" is one more,
and what holds for one document holds for all of them at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from termnews.search.clock import Clock
from termnews.search.columnar.arrays import Array, np
from termnews.search.columnar.matches import Candidates
from termnews.search.columnar.slices import PostingList

_AT_ONCE = 1 << 12
"""Documents that are looked at together."""
_DENSE = 1.3
"""So many times the documents that are looked at may be those that are taken along."""
_SHORTER = 8
"""So many times fewer are places that searching for each of them is faster than a table."""
_TABLE = 1 << 20
"""Places that a table has room for: as many bytes as the processor keeps close by."""


def in_all(lists: Iterable[PostingList], within: Candidates | None, size: int, clock: Clock) -> Candidates:
    """The documents of a slice that have all of some words, the rarest looked at first.  Raises Cut."""
    found = within
    for each in sorted(lists, key=lambda postings: postings.count):
        clock.check()
        documents = each.documents()
        if found is not None:
            documents = documents.take(found.places_in(documents))
        found = Candidates(documents, size)
    assert found is not None, "there is at least one word"
    return found


class Standing:
    """Where the words of a phrase stand in some documents that have all of them.

    Where nearly all documents that have one of the words have all of them, its positions in those that have not are
    taken along, which is faster than to pick out the others; they are no part of any phrase.
    """

    def __init__(
        self, lists: Sequence[PostingList], documents: Array, chosen: Mapping[PostingList, Array], reach: int
    ) -> None:
        """``lists`` are the postings of each word, a word that stands twice twice; ``chosen`` tells where in each list
        the documents are, ``reach`` how far from one place others are looked for."""
        self.lists = lists
        self.documents = documents
        self.chosen = chosen
        self._whole = all(int(of[-1] - of[0]) < _DENSE * len(of) for of in chosen.values())
        found = {
            each: each.positions_between(of[0], of[-1]) if self._whole else each.positions(of)
            for each, of in chosen.items()
        }
        longest = max((int(positions.max()) for _, positions in found.values() if len(positions)), default=0)
        self.stride = longest + 1 + reach
        self.places = {
            each: (self._ranks(each) * self.stride).repeat(counts) + positions
            for each, (counts, positions) in found.items()
        }
        """The places of each word, rising."""

    @property
    def space(self) -> int:
        """All places are below."""
        count = int(self.documents[-1] - self.documents[0]) + 1 if self._whole else len(self.documents)
        return count * self.stride

    def _ranks(self, each: PostingList) -> Array:
        """What stands for the document of each posting that is looked at in its places."""
        if not self._whole:
            return np.arange(len(self.documents))
        of = self.chosen[each]
        return np.asarray(each.documents()[of[0] : of[-1] + 1] - self.documents[0])

    def of(self, places: Array) -> Array:
        """Which of the documents some places, rising, are in: places in ``documents``, rising."""
        found = places // self.stride
        if not len(found):
            return found
        first = np.ones(len(found), dtype=bool)
        np.not_equal(found[1:], found[:-1], out=first[1:])
        ranks = np.asarray(found[first])
        if not self._whole:
            return ranks
        at = self.documents.searchsorted(ranks + self.documents[0])
        return np.asarray(at[self.documents.take(at, mode="clip") == ranks + self.documents[0]])


def standings(lists: Sequence[PostingList], found: Candidates, reach: int, clock: Clock) -> Iterator[Standing]:
    """How the words stand in documents that have all of them, for so many documents at once that the places stay close
    to the processor.  Raises Cut."""
    chosen = {each: found.places_in(each.documents()) for each in set(lists)}
    for first in range(0, len(found.documents), _AT_ONCE):
        clock.check()
        here = slice(first, first + _AT_ONCE)
        yield Standing(lists, found.documents[here], {each: places[here] for each, places in chosen.items()}, reach)


def in_order(standing: Standing, slop: int) -> Array:
    """Places of phrases: the words in this order, each at most ``slop`` behind the one before (1 is the next word)."""
    return _adjacent(standing) if slop == 1 else _within(standing, slop)


def _adjacent(standing: Standing) -> Array:
    """Where the phrase begins; the rarest word first.  A place before the start of its document falls out, because the
    first word can't stand there."""
    starts = sorted(
        ((standing.places[each], at) for at, each in enumerate(standing.lists)), key=lambda pair: len(pair[0])
    )
    kept = starts[0][0] - starts[0][1]
    for places, at in starts[1:]:
        kept = kept[_are_in(kept + at, places, standing.space)]
    return kept


def _within(standing: Standing, slop: int) -> Array:
    """Where a chain of the words can end."""
    ends = standing.places[standing.lists[0]]
    for each in standing.lists[1:]:
        places = standing.places[each]
        nearest = ends.searchsorted(places)
        before = ends[np.maximum(nearest, 1) - 1] if len(ends) else places
        near = (nearest > 0) & (places - before <= slop) & (places // standing.stride == before // standing.stride)
        ends = places[near]
    return ends


def _are_in(wanted: Array, places: Array, space: int) -> Array:
    """Which of ``wanted`` are among ``places``, both rising and below ``space``."""
    if not len(places):
        return np.zeros(len(wanted), dtype=bool)
    if len(wanted) * _SHORTER < len(places):
        return np.asarray(places.take(places.searchsorted(wanted), mode="clip") == wanted)
    found, table = np.zeros(len(wanted), dtype=bool), np.zeros(_TABLE, dtype=bool)
    edges = np.arange(0, space + _TABLE, _TABLE)
    mine, theirs = wanted.searchsorted(edges), places.searchsorted(edges)
    for at in np.flatnonzero((mine[1:] > mine[:-1]) & (theirs[1:] > theirs[:-1])).tolist():
        here = slice(mine[at], mine[at + 1])
        there = places[theirs[at] : theirs[at + 1]] - edges[at]
        table[there] = True
        found[here] = table.take(wanted[here] - edges[at])
        table[there] = False
    return found
