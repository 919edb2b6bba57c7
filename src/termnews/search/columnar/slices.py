"""A slice of the index: segments that are searched as if they were one.

What a search does costs a few dozen steps on arrays, each of them some microseconds however short the arrays are.  So
the postings of a term in all segments of a slice are laid behind each other first, and everything is done once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from termnews.search.columnar.arrays import Array, np, stretches
from termnews.search.columnar.dictionary import TermDictionary
from termnews.search.columnar.fieldpostings import FieldPostings
from termnews.search.columnar.leaf import Leaf

_MOST_FOUND = 2_000
"""Terms of a slice whose places are remembered."""

_PIECE = 1 << 19
"""Postings of many terms that are looked at in one go."""


class Part(NamedTuple):
    """The postings of a term in one segment.  Documents count from ``offset`` in the slice."""

    field: FieldPostings
    term: int
    where: slice
    offset: int


class PostingList:
    """The postings of a term in all segments of a slice, one behind the other."""

    __slots__ = ("_documents", "_parts", "_positions", "count")

    def __init__(self, parts: Sequence[Part]) -> None:
        self._parts = parts
        self.count: int = sum(part.where.stop - part.where.start for part in parts)
        """In how many documents the term is, deleted ones too."""
        self._documents: Array | None = None
        self._positions: tuple[Array, Array, Array] | None = None

    def documents(self) -> Array:
        """The documents, rising."""
        if self._documents is None:
            whole = np.empty(self.count, dtype=np.intp)
            at = 0
            for field, _, where, offset in self._parts:
                end = at + where.stop - where.start
                np.add(field.documents[where], offset, out=whole[at:end], dtype=np.intp)
                at = end
            self._documents = whole
        return self._documents

    def weights(self, chosen: Array | None = None) -> Array:
        """The weight of every posting, or of those ``chosen`` by place, as floats of their own."""
        weights = joined([part.field.weights_at(part.where) for part in self._parts])
        return (weights if chosen is None else weights.take(chosen)).astype(np.float64)

    def positions(self, chosen: Array) -> tuple[Array, Array]:
        """How many positions each of the ``chosen`` postings has, and these positions.  Raises ValueError where the
        field has none."""
        counts, ends, positions = self._standing()
        counts, ends = counts.take(chosen), ends.take(chosen)
        return counts, positions.take(stretches(ends - counts, counts))

    def positions_between(self, first: int, last: int) -> tuple[Array, Array]:
        """The same for the postings from one place up to another."""
        counts, ends, positions = self._standing()
        return counts[first : last + 1], positions[ends[first] - counts[first] : ends[last]]

    def _standing(self) -> tuple[Array, Array, Array]:
        """How many positions each posting has, where they end, and all positions."""
        if self._positions is None:
            counts = joined([part.field.counts_at(part.where) for part in self._parts])
            positions = joined([part.field.positions_of(part.term) for part in self._parts])
            self._positions = counts, counts.cumsum(dtype=np.intp), positions
        return self._positions


class Chosen(NamedTuple):
    """The postings of some terms in one segment: ``documents`` of the slice, in the order of terms."""

    field: FieldPostings
    terms: Array
    documents: Array
    places: slice | Array

    def weights(self) -> Array:
        """The weight of each."""
        return self.field.weights_at(self.places).astype(np.float64)

    def counts(self) -> Array:
        """How many postings each term has."""
        return np.asarray(self.field.pointers[self.terms + 1] - self.field.pointers[self.terms])


class LeafSlice:
    """Segments that follow each other.  Documents count from 0 in it, from ``offset`` in the whole index."""

    def __init__(self, leaves: Sequence[Leaf]) -> None:
        self.leaves = leaves
        self.offset = leaves[0].offset
        self.size = sum(leaf.size for leaf in leaves)
        self._offsets = [leaf.offset - self.offset for leaf in leaves]
        self._found: dict[tuple[str, bytes], list[Part]] = {}
        self._columns: dict[str, Array] = {}
        self._norms: dict[str, Array] = {}

    def postings(self, field: str, term: bytes) -> PostingList:
        """The postings of a term."""
        parts = self._found.get((field, term))
        if parts is None:
            if len(self._found) >= _MOST_FOUND:
                self._found.clear()
            parts = self._found[field, term] = []
            for postings, offset in self.fields(field):
                at = postings.dictionary.find(term)
                if at >= 0:
                    parts.append(Part(postings, at, postings.stretch(at), offset))
        return PostingList(parts)

    def chosen(self, field: str, choose: Callable[[TermDictionary], range | Array]) -> Iterator[Chosen]:
        """The postings of the terms that ``choose`` names, by number, in the dictionary of each segment, in pieces of
        bounded size."""
        for postings, offset in self.fields(field):
            terms = choose(postings.dictionary)
            for some in _pieces(np.arange(terms.start, terms.stop) if isinstance(terms, range) else terms, postings):
                places = _places(some, postings)
                yield Chosen(postings, some, np.add(postings.documents[places], offset, dtype=np.intp), places)

    def parts(self) -> Iterator[tuple[Leaf, int]]:
        """Its segments, and from where the documents of each count."""
        return zip(self.leaves, self._offsets, strict=True)

    def fields(self, name: str) -> list[tuple[FieldPostings, int]]:
        """The postings of a field in each segment that has it, and from where its documents count."""
        some = ((leaf.field(name), offset) for leaf, offset in self.parts())
        return [(postings, offset) for postings, offset in some if postings is not None]

    @cached_property
    def live(self) -> Array | None:
        """A truth a document, False where it is deleted; None where none is."""
        if all(leaf.live is None for leaf in self.leaves):
            return None
        return np.concatenate(
            [np.ones(leaf.size, dtype=bool) if leaf.live is None else leaf.live for leaf in self.leaves]
        )

    def column(self, name: str) -> Array:
        """A numeric column, a value a document.  Raises NotColumnar where the field has none."""
        values = self._columns.get(name)
        if values is None:
            values = self._columns[name] = joined([leaf.column(name) for leaf in self.leaves])
        return values

    def norms(self, field: str, of_length: Callable[[], Array]) -> Array:
        """For each document what ``of_length``, a table for the bytes that stand for lengths, says of the length of the
        field in it.  All who ask for a field have the same table."""
        norms = self._norms.get(field)
        if norms is None:
            norms = self._norms[field] = of_length()[joined([leaf.length_bytes(field) for leaf in self.leaves])]
        return norms


def _pieces(terms: Array, postings: FieldPostings) -> Iterator[Array]:
    """The terms by so many that their postings are about a piece."""
    if not len(terms):
        return
    ends = (postings.pointers[terms + 1] - postings.pointers[terms]).cumsum(dtype=np.intp)
    bounds = ends.searchsorted(np.arange(_PIECE, int(ends[-1]), _PIECE))
    yield from (some for some in np.split(terms, bounds) if len(some))


def _places(terms: Array, postings: FieldPostings) -> slice | Array:
    """Where the postings of some terms, rising, lie."""
    if int(terms[-1]) - int(terms[0]) < len(terms):  # neighbours
        return postings.stretch(int(terms[0]), int(terms[-1]))
    starts = postings.pointers[terms].astype(np.intp)
    return stretches(starts, postings.pointers[terms + 1] - starts)


def joined(arrays: Sequence[Array], kind: type | None = None) -> Array:
    """Several arrays behind each other, of this kind or as they are; none are an empty one."""
    if not arrays:
        return np.empty(0, dtype=kind)
    whole = arrays[0] if len(arrays) == 1 else np.concatenate(arrays)
    return whole if kind is None else whole.astype(kind, copy=False)
