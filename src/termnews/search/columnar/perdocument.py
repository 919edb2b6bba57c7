"""The per-document side of a segment: Whoosh's own, with numeric columns and lengths taken in by the array.

The files are those of Whoosh's W3 codec, a column a file; its per-document reader reads them.
"""

from __future__ import annotations

from array import array
from typing import Any

from termnews.search import engine
from termnews.search.columnar.arrays import Array, np

_NORMS = "B"
_LENGTHS = np.array(engine.LENGTHS)


def length_column(field: str) -> str:
    """The name of the column of a field's lengths."""
    return f"_{field}_len"


def norm_bytes(lengths: Array) -> Array:
    """The byte that stands for each length: exact for short fields, in steps of a few percent for long ones."""
    return np.minimum(np.searchsorted(_LENGTHS, lengths), 255).astype(np.uint8)


class ArrayColumn:
    """A numeric column on its way to disk."""

    def __init__(self, file: Any, typecode: str, default: float) -> None:
        self._file = file
        self._typecode = typecode
        self._default = default
        self._values: array[Any] = array(typecode)

    def add(self, document: int, value: float) -> None:
        """Set the value of a document after all that were set."""
        self._fill(document)
        self._values.append(value)

    def extend(self, first: int, values: Array) -> None:
        """Set the values of the documents from ``first`` on."""
        self._fill(first)
        self._values.frombytes(np.ascontiguousarray(values, dtype=self._typecode).tobytes())

    def finish(self, _documents: int) -> None:
        """Write the file: big-endian values up to the last one that is not the default."""
        values = np.frombuffer(self._values, dtype=self._typecode)
        told = np.flatnonzero(values != self._default)
        kept = values[: told[-1] + 1] if len(told) else values[:0]
        self._file.write(kept.astype(kept.dtype.newbyteorder(">")).tobytes())

    def _fill(self, document: int) -> None:
        missing = document - len(self._values)
        if missing > 0:
            self._values.extend(array(self._typecode, [self._default]) * missing)


class ColumnarPerDocWriter(engine.W3PerDocWriter):  # type: ignore[misc]
    """Whoosh's writer of stored fields, vectors, columns and lengths, which takes numbers by the array too."""

    def add_documents(self, count: int) -> None:
        """Begin and finish so many documents that have nothing but what ``set_column`` and ``set_lengths`` say."""
        self._doccount += count

    def column(self, name: str, column: Any) -> Any:
        """What a column is written with, by ``add(document, value)``."""
        if not self._has_column(name):
            self._create_column(name, column)
        return self._get_column(name)

    def set_column(self, name: str, column: Any, first: int, values: Array) -> None:
        """Set a numeric column of the documents from ``first`` on."""
        self.column(name, column).extend(first, values)

    def set_lengths(self, field: str, first: int, norms: Array, total: int) -> None:
        """Set the lengths, as bytes, of a field of the documents from ``first`` on; ``total`` is their sum before they
        became bytes."""
        self.set_column(length_column(field), engine.NumericColumn(_NORMS), first, norms)
        self._fieldlengths[field] += total

    def _create_column(self, fieldname: str, column: Any) -> None:
        if type(column) is not engine.NumericColumn or column_typecode(column) not in "bBhHiIqQ":
            super()._create_column(fieldname, column)
            return
        file = self._cols.create_file(fieldname)
        self._colwriters[fieldname] = ArrayColumn(file, column_typecode(column), column.default_value())


def column_typecode(column: Any) -> str:
    """The type code of a numeric column, in the terms of the ``array`` module."""
    return str(vars(column)["_typecode"])


def read_column(reader: Any, name: str, typecode: str, default: int) -> Array:
    """A numeric column of a segment, a number a document.

    A column that ends early, or is not there, is all defaults from there on.  Raises ValueError for damage.
    """
    documents = reader.doc_count_all()
    values = np.full(documents, default, dtype=typecode)
    storage, file_name = reader.storage(), engine.column_file(reader, name)
    if storage.file_exists(file_name):
        file = storage.open_file(file_name)
        data = bytes(file.get(0, storage.file_length(file_name)))
        file.close()
        stored = np.frombuffer(data, dtype=np.dtype(typecode).newbyteorder(">"))
        values[: len(stored)] = stored
    return values
