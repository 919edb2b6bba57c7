"""BM25F over whole posting lists, in the arithmetic of Whoosh's ``scoring.bm25``."""

from __future__ import annotations

from termnews.search.columnar.arrays import Array
from termnews.search.columnar.leaf import Collection, Leaf


def scored(collection: Collection, leaf: Leaf, field: str, documents: Array, weights: Array, idf: float) -> Array:
    """The scores of some postings; takes ``weights`` over.  In a field without lengths the weight is the score."""
    if not collection.schema[field].scorable:
        return weights
    norms = leaf.norms(field, collection.k1, collection.b(field), collection.average_length(field))
    denominator = norms[documents]
    denominator += weights
    weights *= collection.k1 + 1
    weights /= denominator
    weights *= idf
    return weights
