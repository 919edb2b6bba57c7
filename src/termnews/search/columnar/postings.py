"""The inverted form of one field: which documents hold a term, how often, how heavily and where.

Everything is a flat array.  The postings of term ``t`` are ``pointers[t]:pointers[t + 1]`` of ``documents``,
``frequencies`` and ``weights``; its positions follow each other in ``positions`` in the order of its postings, as many
for a posting as its frequency says.  There are no skip lists: a posting list is an array, and arrays are searched.
"""

from __future__ import annotations

from collections.abc import Sequence

from termnews.frozen import dataclass
from termnews.search.columnar.arrays import MOST, Array, np, offsets, order_of, smallest, stretches


@dataclass(frozen=True, slots=True)
class Postings:
    """A field of a segment, or of a run that is on its way into one, in memory or mapped.

    ``terms`` are sorted.  ``frequencies`` is None where every one is 1, ``weights`` where every one is the frequency,
    ``positions`` where the field has none.
    """

    terms: Sequence[bytes]
    pointers: Array
    documents: Array
    frequencies: Array | None
    weights: Array | None
    positions: Array | None

    def counts(self) -> Array:
        """The frequency of every posting."""
        return np.ones(len(self.documents), dtype=np.uint8) if self.frequencies is None else self.frequencies

    def heft(self) -> Array:
        """The weight of every posting."""
        return self.counts() if self.weights is None else self.weights

    def position_pointers(self) -> Array:
        """Where the positions of each term begin, and where those of the last one end."""
        if self.frequencies is None:
            return self.pointers
        return offsets(self.frequencies)[self.pointers]


def invert(
    terms: Sequence[bytes], ids: Array, documents: Array, positions: Array | None = None, weights: Array | None = None
) -> Postings:
    """Tokens to postings, with one sort.

    ``ids`` (places in ``terms``, which need not be sorted), ``documents``, ``positions`` and ``weights`` have an entry
    a token, in the order of documents and positions.
    """
    if len(ids) > MOST:
        raise OverflowError("more tokens than a run can hold")
    used = np.flatnonzero(np.bincount(ids, minlength=len(terms)))
    order = sorted(used.tolist(), key=terms.__getitem__)
    rank = np.zeros(len(terms), dtype=np.uint32)
    rank[order] = np.arange(len(order), dtype=np.uint32)
    ranks = rank[ids]
    tokens = order_of(ranks)
    ranks = ranks[tokens]
    of = documents[tokens]
    begins = np.empty(len(of), dtype=bool)
    begins[:1] = True
    np.logical_or(ranks[1:] != ranks[:-1], of[1:] != of[:-1], out=begins[1:])
    first = np.flatnonzero(begins)
    frequencies = np.diff(np.append(first, len(of)))
    return Postings(
        terms=[terms[at] for at in order],
        pointers=offsets(np.bincount(ranks[first], minlength=len(order))),
        documents=of[first].astype(np.uint32),
        frequencies=frequencies_of(frequencies),
        weights=None if weights is None or not len(first) else _weights(weights[tokens], first, frequencies),
        positions=None if positions is None else smallest(positions[tokens]),
    )


def frequencies_of(frequencies: Array) -> Array | None:
    """Frequencies as they are kept: None where all are 1."""
    return None if not len(frequencies) or int(frequencies.max()) == 1 else smallest(frequencies)


def _weights(weights: Array, first: Array, frequencies: Array) -> Array | None:
    """The sum of the weights of the tokens of each posting, in the precision that Whoosh keeps."""
    sums = np.add.reduceat(weights.astype(np.float32), first).astype(np.float32)
    return None if np.array_equal(sums, frequencies) else sums


def without_positions(postings: Postings) -> Postings:
    """The same for a field that has none.  Weights that are whole numbers take the place of the frequencies, which
    nobody asks for then."""
    frequencies, weights = postings.frequencies, postings.weights
    if weights is not None and len(weights) and weights.min() >= 1 and np.array_equal(weights, np.rint(weights)):
        frequencies, weights = frequencies_of(weights.astype(np.int64)), None
    return Postings(postings.terms, postings.pointers, postings.documents, frequencies, weights, None)


def renumbered(postings: Postings, numbers: Array) -> Postings:
    """The same postings for other document numbers: ``numbers`` has the new one of each document, rising, or -1 where
    the document leaves."""
    documents = numbers[postings.documents]
    stays = documents >= 0
    if stays.all():
        kept = documents.astype(np.uint32)
        return Postings(
            postings.terms, postings.pointers, kept, postings.frequencies, postings.weights, postings.positions
        )
    ends = offsets(stays)[postings.pointers]
    counts = np.diff(ends)
    left = counts > 0
    positions = postings.positions
    if positions is not None:
        positions = positions[np.repeat(stays, postings.counts())]
    return Postings(
        terms=[term for term, stay in zip(postings.terms, left.tolist(), strict=True) if stay],
        pointers=offsets(counts[left]),
        documents=documents[stays].astype(np.uint32),
        frequencies=None if postings.frequencies is None else postings.frequencies[stays],
        weights=None if postings.weights is None else postings.weights[stays],
        positions=positions,
    )


def merged(runs: Sequence[Postings]) -> Postings:
    """Several runs as one.  Each run's documents come after those of the run before, so a merge puts arrays in their
    places and never sorts postings."""
    if len(runs) == 1:
        return runs[0]
    terms = sorted(set().union(*(run.terms for run in runs)))
    place = {term: at for at, term in enumerate(terms)}
    places = [np.fromiter(map(place.__getitem__, run.terms), dtype=np.int64, count=len(run.terms)) for run in runs]
    del place
    slots = _Slots(len(terms), places, [run.pointers for run in runs])
    frequencies = weights = positions = None
    if any(run.frequencies is not None for run in runs):
        frequencies = slots.scattered([run.counts() for run in runs])
    if any(run.weights is not None for run in runs):
        weights = slots.scattered([run.heft().astype(np.float32) for run in runs])
    if runs[0].positions is not None:
        inner = _Slots(len(terms), places, [run.position_pointers() for run in runs])
        positions = inner.scattered([run.positions for run in runs if run.positions is not None])
    documents = slots.scattered([run.documents for run in runs])
    return Postings(terms, slots.pointers, documents, frequencies, weights, positions)


class _Slots:
    """Where the entries of each run go when stretches of the same term are put behind each other."""

    def __init__(self, terms: int, places: Sequence[Array], pointers: Sequence[Array]) -> None:
        counts = np.zeros(terms, dtype=np.int64)
        for at, of_run in zip(places, pointers, strict=True):
            counts[at] += np.diff(of_run)
        self.pointers = offsets(counts)
        if self.pointers[-1] > MOST:
            raise OverflowError("a field of a segment can't hold more than 2^32 postings; merge fewer segments")
        self._runs = list(zip(places, pointers, strict=True))

    def scattered(self, arrays: Sequence[Array]) -> Array:
        """The entries of all runs as one array."""
        whole = np.empty(int(self.pointers[-1]), dtype=np.result_type(*arrays))
        free = self.pointers[:-1].copy()
        for (at, pointers), array in zip(self._runs, arrays, strict=True):
            counts = np.diff(pointers)
            whole[stretches(free[at], counts)] = array
            free[at] += counts
        return whole
