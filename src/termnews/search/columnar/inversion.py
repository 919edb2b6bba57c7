"""Tokens to postings: the words of many documents, one after the other, sorted by word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from termnews.search.columnar.arrays import MOST, Array, np, offsets
from termnews.search.columnar.postings import Postings, frequencies_of

_PART_TOKENS = 1 << 20
_PART_TERMS = 1 << 16
"""What is sorted at once: so many tokens that processors keep them at hand, and terms that count in 16 bits, for which
NumPy has a radix sort."""


class Terms:
    """Terms by the number in which they came, and in order."""

    def __init__(self) -> None:
        self.texts: list[bytes] = []
        self._numbers: dict[str, int] = {}
        self._order: Array = np.empty(0, dtype=np.int64)

    def number(self, term: str) -> int:
        """The number of a term, the next one if it is new."""
        number = self._numbers.get(term)
        if number is None:
            number = self._numbers[term] = len(self.texts)
            self.texts.append(term.encode())
        return number

    def order(self) -> Array:
        """The numbers of all terms, sorted by term.  Those that came since it was last asked for are put among the
        sorted ones, which is much quicker than sorting all."""
        known = len(self._order)
        if known < len(self.texts):
            numbers = [*self._order.tolist(), *range(known, len(self.texts))]
            self._order = np.array(sorted(numbers, key=self.texts.__getitem__), dtype=np.int64)
        return self._order


def invert(
    terms: Terms, ids: Array, documents: Array, positions: Array | None = None, weights: Array | None = None
) -> Postings:
    """The postings of tokens.

    ``ids`` (numbers of terms), ``documents``, ``positions`` and ``weights`` have an entry a token, in the order of
    documents and positions.  Sorted a stretch of terms at a time, the first in the order of
    terms first, so what a sort takes of memory is bounded.
    """
    if len(ids) > MOST:
        raise OverflowError("more tokens than a run can hold")
    counts = np.bincount(ids, minlength=len(terms.texts))
    order = terms.order()
    order = order[counts[order] > 0]
    rank = np.zeros(len(terms.texts), dtype=np.uint32)
    rank[order] = np.arange(len(order), dtype=np.uint32)
    ranks = rank[ids]
    if len(order) <= _PART_TERMS:
        ranks = ranks.astype(np.uint16)
    pointers, parts = [], []
    for first, last in _parts(counts[order]):
        chosen = np.flatnonzero(ranks - ranks.dtype.type(first) < last - first)
        of = (ranks[chosen] - ranks.dtype.type(first)).astype(np.uint16)
        sort = np.argsort(of, kind="stable")
        of, chosen = of[sort], chosen[sort]
        inverted = _Part(of, documents[chosen])
        pointers.append(np.bincount(of[inverted.first], minlength=last - first))
        parts.append(
            (
                inverted.documents,
                inverted.frequencies,
                None if weights is None else inverted.summed(weights[chosen]),
                None if positions is None else positions[chosen],
            )
        )
    postings, frequencies, sums, places = (_joined(column) for column in zip(*parts, strict=True))
    assert postings is not None
    assert frequencies is not None
    return Postings(
        terms=list(map(terms.texts.__getitem__, order.tolist())),
        pointers=offsets(np.concatenate(pointers)),
        documents=postings,
        frequencies=frequencies_of(frequencies),
        weights=None if sums is None or np.array_equal(sums, frequencies) else sums,
        positions=places,
    )


class _Part:
    """Tokens of some terms, sorted by term: where each posting begins, its document and frequency."""

    def __init__(self, terms: Array, documents: Array) -> None:
        begins = np.empty(len(terms), dtype=bool)
        begins[:1] = True
        np.logical_or(terms[1:] != terms[:-1], documents[1:] != documents[:-1], out=begins[1:])
        self.first = np.flatnonzero(begins)
        self.documents = documents[self.first]
        self.frequencies = np.diff(self.first, append=len(terms)).astype(np.uint32)

    def summed(self, weights: Array) -> Array:
        """The sum of the weights of the tokens of each posting, in the precision that Whoosh keeps."""
        return np.add.reduceat(weights.astype(np.float32), self.first).astype(np.float32)


def _parts(counts: Array) -> Iterator[tuple[int, int]]:
    """Stretches of terms, given how many tokens each term has."""
    ends = np.cumsum(counts)
    first = before = 0
    while first < len(counts):
        fitting = int(np.searchsorted(ends, before + _PART_TOKENS, side="right"))
        last = min(max(fitting, first + 1), first + _PART_TERMS)
        yield first, last
        first, before = last, int(ends[last - 1])


def _joined(parts: Sequence[Array | None]) -> Array | None:
    known = [part for part in parts if part is not None]
    return np.concatenate(known) if known else None
