"""The postings of a field of a segment that is open for reading."""

from __future__ import annotations

from termnews.search.columnar.arrays import Array, np, stretches
from termnews.search.columnar.dictionary import TermDictionary
from termnews.search.columnar.postings import Postings


class FieldPostings:
    """Postings by the number of a term.  The arrays are views of the file of the segment (``segmentfile``)."""

    def __init__(
        self,
        dictionary: TermDictionary,
        pointers: Array,
        documents: Array,
        frequencies: Array | None = None,
        weights: Array | None = None,
        places: Array | None = None,
        positions: Array | None = None,
    ) -> None:
        self.dictionary = dictionary
        self.pointers = pointers
        self.documents = documents
        self.frequencies = frequencies
        self.weights = weights
        self.positions = positions
        self._ends = pointers.data
        self._places = (pointers if places is None else places).data

    def stretch(self, first: int, last: int | None = None) -> slice:
        """Where the postings of a term lie, or of all terms from one up to another."""
        return slice(self._ends[first], self._ends[(first if last is None else last) + 1])

    def document_frequency(self, term: int) -> int:
        """In how many documents, deleted ones too."""
        return self._ends[term + 1] - self._ends[term]

    def weights_at(self, where: slice | Array) -> Array:
        """The weights of some postings, as floats of their own."""
        if self.weights is not None:
            return self.weights[where].astype(np.float64)
        if self.frequencies is not None:
            return self.frequencies[where].astype(np.float64)
        return np.ones(len(self.documents[where]))

    def counts_at(self, where: slice) -> Array:
        """The frequencies of some postings."""
        if self.frequencies is None:
            return np.ones(where.stop - where.start, dtype=np.int64)
        return self.frequencies[where].astype(np.int64)

    def positions_of(self, term: int, chosen: Array | None = None) -> tuple[Array, Array]:
        """How many positions each posting of the term has (or each of the ``chosen`` ones, by place in its list), and
        these positions.  Raises ValueError where the field has none."""
        if self.positions is None:
            raise ValueError("the field has no positions")
        counts = self.counts_at(self.stretch(term))
        if chosen is None or len(chosen) == len(counts):
            return counts, self.positions[self._places[term] : self._places[term + 1]]
        starts = np.cumsum(counts) - counts
        counts = counts[chosen]
        return counts, self.positions[stretches(starts[chosen] + self._places[term], counts)]

    def whole(self) -> Postings:
        """The field as a merge takes it in."""
        return Postings(
            terms=list(self.dictionary),
            pointers=self.pointers.astype(np.int64),
            documents=self.documents,
            frequencies=self.frequencies,
            weights=self.weights,
            positions=self.positions,
        )
