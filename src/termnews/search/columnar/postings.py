"""The inverted form of one field: which documents hold a term, how often, how heavily and where.

Everything is a flat array.  The postings of term ``t`` are ``pointers[t]:pointers[t + 1]`` of ``documents``,
``frequencies`` and ``weights``; its positions follow each other in ``positions`` in the order of its postings, as many
for a posting as its frequency says.  There are no skip lists: a posting list is an array, and arrays are searched.
"""

from __future__ import annotations

from collections.abc import Sequence

from termnews.frozen import dataclass
from termnews.search.columnar.arrays import Array, np, offsets, smallest


@dataclass(frozen=True, slots=True)
class Postings:
    """A field of a segment, or of a run that is on its way into one, in memory or mapped.

    ``terms`` are sorted.  ``frequencies`` is None where every one is 1, ``weights`` where every one is the frequency,
    ``positions`` where the field has none.  ``places`` is what ``position_pointers`` gives, where it is known.
    """

    terms: Sequence[bytes]
    pointers: Array
    documents: Array
    frequencies: Array | None
    weights: Array | None
    positions: Array | None
    places: Array | None = None

    def counts(self) -> Array:
        """The frequency of every posting."""
        return np.ones(len(self.documents), dtype=np.uint8) if self.frequencies is None else self.frequencies

    def heft(self) -> Array:
        """The weight of every posting."""
        return self.counts() if self.weights is None else self.weights

    def position_pointers(self) -> Array:
        """Where the positions of each term begin, and where those of the last one end."""
        if self.places is not None:
            return self.places
        if self.frequencies is None:
            return self.pointers
        return offsets(self.frequencies)[self.pointers]


def frequencies_of(frequencies: Array) -> Array | None:
    """Frequencies as they are kept: None where all are 1."""
    return None if not len(frequencies) or int(frequencies.max()) == 1 else smallest(frequencies)


def without_positions(postings: Postings) -> Postings:
    """The same for a field that has none.  Weights that are whole numbers take the place of the frequencies, which
    nobody asks for then."""
    frequencies, weights = postings.frequencies, postings.weights
    if weights is not None and len(weights) and weights.min() >= 1 and np.array_equal(weights, np.rint(weights)):
        frequencies, weights = frequencies_of(weights.astype(np.int64)), None
    return Postings(postings.terms, postings.pointers, postings.documents, frequencies, weights, None)
