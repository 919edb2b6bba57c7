"""The whole index as searches see it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import log
from typing import Any

from termnews.search import engine
from termnews.search.columnar.arrays import Array, np
from termnews.search.columnar.leaf import Leaf, NotColumnar
from termnews.search.columnar.slices import LeafSlice

_A_SLICE = 250_000
"""Documents from which on segments are put into another slice: what is done with a slice can't be cut short, and its
arrays should not leave the cache of the processor."""

_LENGTHS = np.array(engine.LENGTHS, dtype=np.float64)


class Collection:
    """All segments of a searcher in slices, and the statistics that scores take from the whole index.

    Deleted documents count in them until a merge drops them, as in Whoosh and Lucene.
    """

    def __init__(self, searcher: Any) -> None:
        weighting = searcher.weighting
        if type(weighting) is not engine.BM25F:
            raise NotColumnar(f"scores are BM25F; {type(weighting).__name__} can't be evaluated with arrays")
        readers = [(leaf.reader(), offset) for leaf, offset in searcher.leaf_searchers()]
        self.leaves = [Leaf(reader, offset) for reader, offset in readers if reader.doc_count_all()]
        self.slices = [LeafSlice(leaves) for leaves in _sliced(self.leaves)]
        self.size: int = sum(leaf.size for leaf in self.leaves)
        self.schema: Any = searcher.schema
        self.k1 = float(weighting.K1)
        self._b: dict[str, float] = dict(vars(weighting)["_field_B"])
        self._default_b = float(weighting.B)
        self._averages: dict[str, float] = {}

    def norms(self, field: str, of: LeafSlice) -> Array:
        """What of the BM25F denominator depends on the document alone: ``k1 * ((1 - b) + b * length / average)``."""
        b = self._b.get(field, self._default_b)
        return of.norms(field, lambda: self.k1 * ((1 - b) + b * _LENGTHS / self.average_length(field)))

    def average_length(self, field: str) -> float:
        """The average length of a field in all documents."""
        if field not in self._averages:
            total = sum(leaf.reader.field_length(field) for leaf in self.leaves)
            self._averages[field] = total / (self.size or 1) or 1.0
        return self._averages[field]

    def idf(self, frequency: int) -> float:
        """The inverse document frequency of a term that so many documents have."""
        return log(self.size / (frequency + 1)) + 1


def _sliced(leaves: Sequence[Leaf]) -> Iterator[list[Leaf]]:
    held: list[Leaf] = []
    for leaf in leaves:
        if held and sum(each.size for each in held) + leaf.size > _A_SLICE:
            yield held
            held = []
        held.append(leaf)
    if held:
        yield held
