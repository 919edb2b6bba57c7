"""What searches read of the whole index and of each of its segments."""

from __future__ import annotations

from functools import cached_property
from math import log
from typing import Any

from termnews.search import engine
from termnews.search.columnar.arrays import Array, np
from termnews.search.columnar.fieldpostings import FieldPostings
from termnews.search.columnar.perdocument import column_typecode, length_column, read_column
from termnews.search.columnar.reader import ColumnarTermsReader

_MOST_FOUND = 2_000
"""Terms of a segment whose places are remembered."""

_LENGTHS = np.array(engine.LENGTHS, dtype=np.float64)


class NotColumnar(ValueError):
    """The index, its weighting or a query is not one that can be evaluated with arrays."""


class Leaf:
    """A segment: its postings, norms, columns and deletions.  Documents count from 0 in it, from ``offset`` in the
    whole index."""

    def __init__(self, reader: Any, offset: int) -> None:
        terms = vars(reader).get("_terms")
        if not isinstance(terms, ColumnarTermsReader):
            raise NotColumnar("a segment was not written by ColumnarCodec")
        self.reader = reader
        self.offset = offset
        self.size: int = reader.doc_count_all()
        self.schema: Any = reader.schema
        self.file = terms.file
        self._found: dict[tuple[str, bytes], int] = {}
        self._columns: dict[str, Array] = {}
        self._norms: dict[tuple[str, float, float, float], Array] = {}

    def field(self, name: str) -> FieldPostings | None:
        """The postings of a field, None where there are none."""
        return self.file.field(name) if name in self.schema else None

    def find(self, name: str, term: bytes) -> tuple[FieldPostings | None, int]:
        """The postings of a field and the number of a term in its dictionary, -1 where it is not there."""
        postings = self.field(name)
        if postings is None:
            return None, -1
        at = self._found.get((name, term))
        if at is None:
            if len(self._found) >= _MOST_FOUND:
                self._found.clear()
            at = self._found[name, term] = postings.dictionary.find(term)
        return postings, at

    @cached_property
    def live(self) -> Array | None:
        """A truth a document, False where it is deleted; None where none is."""
        deleted = list(self.reader.segment().deleted_docs())
        if not deleted:
            return None
        live = np.ones(self.size, dtype=bool)
        live[deleted] = False
        return live

    def column(self, name: str) -> Array:
        """A numeric column, a value a document.  Raises NotColumnar where the field has none."""
        values = self._columns.get(name)
        if values is None:
            column: Any = self.schema[name].column_type if name in self.schema else None
            if type(column) is not engine.NumericColumn:
                raise NotColumnar(f"the field {name} has no numeric column")
            values = read_column(self.reader, name, column_typecode(column), column.default_value())
            self._columns[name] = values
        return values

    def norms(self, field: str, k1: float, b: float, average: float) -> Array:
        """What of the BM25F denominator depends on the document alone: ``k1 * ((1 - b) + b * length / average)``."""
        key = (field, k1, b, average)
        norms = self._norms.get(key)
        if norms is None:
            of_byte = k1 * ((1 - b) + b * _LENGTHS / average)
            norms = of_byte[read_column(self.reader, length_column(field), "B", 0)]
            self._norms[key] = norms
        return norms


class Collection:
    """All segments of a searcher, and the statistics that scores take from the whole index.

    Deleted documents count in them until a merge drops them, as in Whoosh and Lucene.
    """

    def __init__(self, searcher: Any) -> None:
        weighting = searcher.weighting
        if type(weighting) is not engine.BM25F:
            raise NotColumnar(f"scores are BM25F; {type(weighting).__name__} can't be evaluated with arrays")
        self.leaves = [Leaf(leaf.reader(), offset) for leaf, offset in searcher.leaf_searchers()]
        self.size: int = sum(leaf.size for leaf in self.leaves)
        self.schema: Any = searcher.schema
        self.k1 = float(weighting.K1)
        self._b: dict[str, float] = dict(vars(weighting)["_field_B"])
        self._default_b = float(weighting.B)
        self._averages: dict[str, float] = {}

    def b(self, field: str) -> float:
        """How much the length of a field counts."""
        return self._b.get(field, self._default_b)

    def average_length(self, field: str) -> float:
        """The average length of a field in all documents."""
        if field not in self._averages:
            total = sum(leaf.reader.field_length(field) for leaf in self.leaves)
            self._averages[field] = total / (self.size or 1) or 1.0
        return self._averages[field]

    def document_frequency(self, field: str, term: bytes) -> int:
        """In how many documents of the whole index."""
        total = 0
        for leaf in self.leaves:
            postings, at = leaf.find(field, term)
            if postings is not None and at >= 0:
                total += postings.document_frequency(at)
        return total

    def idf(self, frequency: int) -> float:
        """The inverse document frequency of a term that so many documents have."""
        return log(self.size / (frequency + 1)) + 1
