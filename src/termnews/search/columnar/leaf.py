"""What searches read of a segment."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from termnews.search import engine
from termnews.search.columnar.arrays import Array, np
from termnews.search.columnar.fieldpostings import FieldPostings
from termnews.search.columnar.perdocument import column_typecode, length_column, read_column
from termnews.search.columnar.reader import ColumnarTermsReader


class NotColumnar(ValueError):
    """The index, its weighting or a query is not one that can be evaluated with arrays."""


class Leaf:
    """A segment: its postings, lengths, columns and deletions.  Documents count from 0 in it, from ``offset`` in the
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

    def field(self, name: str) -> FieldPostings | None:
        """The postings of a field, None where there are none."""
        return self.file.field(name) if name in self.schema else None

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
        column: Any = self.schema[name].column_type if name in self.schema else None
        if type(column) is not engine.NumericColumn:
            raise NotColumnar(f"the field {name} has no numeric column")
        return read_column(self.reader, name, column_typecode(column), column.default_value())

    def length_bytes(self, field: str) -> Array:
        """The byte that stands for the length of a field in each document."""
        return read_column(self.reader, length_column(field), "B", 0)
