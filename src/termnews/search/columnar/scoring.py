"""BM25F over whole posting lists, in the arithmetic of Whoosh's ``scoring.bm25``."""

from __future__ import annotations

from termnews.search.columnar.arrays import Array, np
from termnews.search.columnar.collection import Collection
from termnews.search.columnar.slices import LeafSlice


def scored(
    collection: Collection, of: LeafSlice, field: str, documents: Array, weights: Array, idf: float | Array
) -> Array:
    """The scores of some postings, ``idf`` times what their weights say.  In a field without lengths that is the weight
    itself, and no idf counts."""
    if not collection.schema[field].scorable:
        return weights
    scores = collection.norms(field, of).take(documents)
    scores += weights
    np.divide(weights, scores, out=scores)
    scores *= idf * (collection.k1 + 1)
    return np.asarray(scores)
