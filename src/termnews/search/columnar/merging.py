"""Several runs or segments to one, a stretch of terms at a time.

The documents of each source come after those of the source before, so a merge puts arrays in their places and never
sorts postings.  Nothing is held but where the terms go; what a merge reads and writes passes through in bounded pieces.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import compress, pairwise

from termnews.frozen import dataclass
from termnews.search.columnar.arrays import MOST, Array, counting, np, offsets, stretches
from termnews.search.columnar.postings import Postings

_PIECE = 1 << 19
"""Entries that are put into their places at once; a term with more is a piece of its own."""
_TERMS = 1 << 15
"""Terms of the largest source that are compared with those of the others at once."""


@dataclass(frozen=True, slots=True)
class Source:
    """A field of a run or a segment on its way into a segment, where its documents count from ``first`` on.  Those
    that are not ``live`` (None: all are) leave."""

    postings: Postings
    first: int
    live: Array | None = None


class _Stretch:
    """A source: how many entries of each term stay, and which."""

    def __init__(self, source: Source) -> None:
        self._postings = source.postings
        self._live = source.live
        self._first = source.first
        self._numbers = None if source.live is None else np.cumsum(source.live) - 1 + source.first
        self.terms = source.postings.terms
        self.places = np.empty(len(self.terms), dtype=np.int32)
        """Where each term stands among those of all sources."""
        self.posting_counts = self._counted(source.postings.pointers, None)
        self.position_counts = self.posting_counts
        if source.postings.positions is not None and source.postings.frequencies is not None:
            self.position_counts = self._counted(source.postings.position_pointers(), source.postings.frequencies)

    def _counted(self, pointers: Array, frequencies: Array | None) -> Array:
        """How many entries of each term stay; ``frequencies`` where a posting is several."""
        if self._live is None:
            return np.diff(pointers)
        counts = np.zeros(len(self.terms), dtype=np.int64)
        for first, last in _pieces(self._postings.pointers):
            here = self._entries_between(first, last)
            stays = self._live[self._postings.documents[here]].astype(np.int64)
            if frequencies is not None:
                stays *= frequencies[here]
            counts[first:last] = np.add.reduceat(stays, self._postings.pointers[first:last] - here.start)
        return counts

    def _entries_between(self, first: int, last: int) -> slice:
        return slice(int(self._postings.pointers[first]), int(self._postings.pointers[last]))

    def documents(self, first: int, last: int) -> Array:
        """The documents of the postings of some terms, as they count in the new segment."""
        documents = self._postings.documents[self._entries_between(first, last)]
        if self._live is None or self._numbers is None:
            return documents.astype(np.int64) + self._first
        return np.asarray(self._numbers[documents[self._live[documents]]])

    def frequencies(self, first: int, last: int) -> Array:
        """The frequencies of the postings of some terms."""
        return self._staying(self._postings.counts(), first, last)

    def weights(self, first: int, last: int) -> Array:
        """The weights of the postings of some terms."""
        return self._staying(self._postings.heft(), first, last)

    def positions(self, first: int, last: int) -> Array:
        """The positions of the postings of some terms."""
        positions, pointers = self._postings.positions, self._postings.position_pointers()
        assert positions is not None, "all sources of a field have positions or none"
        positions = positions[pointers[first] : pointers[last]]
        if self._live is None:
            return positions
        here = self._entries_between(first, last)
        stays = self._live[self._postings.documents[here]]
        return np.asarray(positions[np.repeat(stays, self._postings.counts()[here])])

    def _staying(self, values: Array, first: int, last: int) -> Array:
        here = self._entries_between(first, last)
        return values[here] if self._live is None else values[here][self._live[self._postings.documents[here]]]


class Merge:
    """A field of a segment as it comes out of its sources, to be written."""

    def __init__(self, sources: Sequence[Source], documents: int, let_go: Callable[[], None] = lambda: None) -> None:
        """``documents`` is how many the new segment has; ``let_go`` is called where what was read of mapped sources
        need not stay in memory.  Raises OverflowError where 32 bits are not enough."""
        self._let_go = let_go
        self._stretches = []
        for source in sources:
            self._stretches.append(_Stretch(source))
            let_go()
        self._document_type = counting(documents)
        of = [source.postings for source in sources]
        self._with_positions = of[0].positions is not None
        self._frequency_type = _type_for([each.frequencies for each in of])
        self._weighted = any(each.weights is not None for each in of)
        self._position_type = _type_for([each.positions for each in of])
        self._terms = 0
        self._alone = self._stretches[0] if len(sources) == 1 and sources[0].live is None else None

    def terms(self) -> Iterator[list[bytes]]:
        """All terms, in order, list by list.  Comes before all else."""
        self._terms = 0
        if self._alone is not None:
            self._alone.places = np.arange(len(self._alone.terms), dtype=np.int32)
            self._terms = len(self._alone.terms)
            yield list(self._alone.terms)
            self._let_go()
            return
        for ranges in _ranges([stretch.terms for stretch in self._stretches]):
            found = []
            for stretch, (first, last) in zip(self._stretches, ranges, strict=True):
                stays = stretch.posting_counts[first:last] > 0
                here = stretch.terms[first:last]
                found.append(list(compress(here, stays.tolist())))
            together = found[0] if len(found) == 1 else sorted(set().union(*found))
            place = {term: at for at, term in enumerate(together, start=self._terms)}
            for stretch, (first, last), mine in zip(self._stretches, ranges, found, strict=True):
                stays = stretch.posting_counts[first:last] > 0
                places = np.fromiter(map(place.__getitem__, mine), dtype=np.int32, count=len(mine))
                # a term that leaves stands where the one before it does, and has no entries
                stretch.places[first:last] = np.append(self._terms, places)[np.cumsum(stays)]
            self._terms += len(together)
            yield together
            self._let_go()

    def arrays(self) -> Iterator[tuple[str, Iterator[Array]]]:
        """Every array of the field, piece by piece."""
        postings = self._pointers([stretch.posting_counts for stretch in self._stretches])
        yield "pointers", iter([postings.astype(np.uint32)])
        yield "documents", self._placed(postings, _Stretch.documents, self._document_type)
        if self._frequency_type is not None:
            yield "frequencies", self._placed(postings, _Stretch.frequencies, self._frequency_type)
        if self._weighted:
            yield "weights", self._placed(postings, _Stretch.weights, np.dtype(np.float32))
        if self._position_type is not None:
            places = self._pointers([stretch.position_counts for stretch in self._stretches])
            if self._frequency_type is not None:
                yield "places", iter([places.astype(np.uint32)])
            yield "positions", self._placed(places, _Stretch.positions, self._position_type)

    def _pointers(self, counts: Sequence[Array]) -> Array:
        total = np.zeros(self._terms, dtype=np.int64)
        for stretch, of_source in zip(self._stretches, counts, strict=True):
            stays = of_source > 0
            total[stretch.places[stays]] += of_source[stays]
        pointers = offsets(total)
        if pointers[-1] > MOST:
            raise OverflowError("a field of a segment can't hold more than 2^32 entries; merge fewer segments")
        return pointers

    def _placed(
        self, pointers: Array, read: Callable[[_Stretch, int, int], Array], kind: np.dtype[np.generic]
    ) -> Iterator[Array]:
        """The entries of all sources, those of the same term behind each other."""
        positions = read is _Stretch.positions
        for first, last in _pieces(pointers):
            if self._alone is not None:
                yield read(self._alone, first, last).astype(kind, copy=False)
                self._let_go()
                continue
            whole = np.empty(int(pointers[last] - pointers[first]), dtype=kind)
            free = pointers[first:last] - pointers[first]
            for stretch in self._stretches:
                low, high = np.searchsorted(stretch.places, (first, last)).tolist()
                counts = (stretch.position_counts if positions else stretch.posting_counts)[low:high]
                stays = counts > 0
                counts, at = counts[stays], stretch.places[low:high][stays] - first
                whole[stretches(free[at], counts)] = read(stretch, low, high)
                free[at] += counts
            yield whole
            self._let_go()


def _type_for(arrays: Sequence[Array | None]) -> np.dtype[np.generic] | None:
    """The widest type of some arrays, None where there are none."""
    types = [array.dtype for array in arrays if array is not None]
    return max(types, key=lambda each: each.itemsize) if types else None


def _pieces(pointers: Array) -> Iterator[tuple[int, int]]:
    """Stretches of terms of a bounded number of entries, given where those of each term begin."""
    first = 0
    while first < len(pointers) - 1:
        last = max(first + 1, int(np.searchsorted(pointers, pointers[first] + _PIECE, side="right")) - 1)
        yield first, last
        first = last


def _ranges(dictionaries: Sequence[Sequence[bytes]]) -> Iterator[list[tuple[int, int]]]:
    """Stretches of all dictionaries that hold the terms between the same two."""
    largest = max(dictionaries, key=len)
    pivots = [largest[at] for at in range(_TERMS, len(largest), _TERMS)]
    ends = [[0, *(_at_least(each, pivot) for pivot in pivots), len(each)] for each in dictionaries]
    for parts in zip(*(pairwise(each) for each in ends), strict=True):
        yield list(parts)


def _at_least(terms: Sequence[bytes], wanted: bytes) -> int:
    low, high = 0, len(terms)
    while low < high:
        middle = (low + high) >> 1
        if terms[middle] < wanted:
            low = middle + 1
        else:
            high = middle
    return low
