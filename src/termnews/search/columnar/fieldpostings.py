"""The postings of a field of a segment that is open for reading."""

from __future__ import annotations

from termnews.search.columnar.arrays import Array, np
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
        """The weights of some postings, in the type that they are kept in."""
        return self.counts_at(where) if self.weights is None else self.weights[where]

    def counts_at(self, where: slice | Array) -> Array:
        """The frequencies of some postings, in the type that they are kept in."""
        if self.frequencies is None:
            return np.ones(len(self.documents[where]), dtype=np.uint8)
        return self.frequencies[where]

    def positions_of(self, term: int) -> Array:
        """The positions of a term, as many for each of its postings as its frequency says.  Raises ValueError where the
        field has none."""
        if self.positions is None:
            raise ValueError("the field has no positions")
        return self.positions[self._places[term] : self._places[term + 1]]

    def whole(self) -> Postings:
        """The field as a merge takes it in."""
        return Postings(
            terms=self.dictionary,
            pointers=self.pointers.astype(np.int64),
            documents=self.documents,
            frequencies=self.frequencies,
            weights=self.weights,
            positions=self.positions,
            places=np.asarray(self._places, dtype=np.int64),
        )
