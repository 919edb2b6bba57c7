"""The field writer of the codec: postings that Whoosh hands over one by one, sorted by field, term and document."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from typing import Any

from termnews.search import engine
from termnews.search.columnar.arrays import np, smallest
from termnews.search.columnar.merging import Merge, Source
from termnews.search.columnar.postings import Postings, frequencies_of
from termnews.search.columnar.segmentfile import EXTENSION, write


def positions_in(format_: Any, name: str) -> bool:
    """Whether postings of a format have positions.  Raises TypeError for a format that there is no array for
    (characters, boosts by position)."""
    kind = type(format_)
    if kind is engine.Positions:
        return True
    if kind in {engine.Existence, engine.Frequency}:
        return False
    raise TypeError(f"the field {name} keeps {kind.__name__} with its postings; there is no place for them")


class PostingList:
    """Postings of one field as they come in, in the order of terms."""

    def __init__(self, format_: Any, name: str) -> None:
        self._format = format_
        self.terms: list[bytes] = []
        self._ends = array("q", [0])
        self._documents = array("I")
        self._weights = array("f")
        self._counts = array("I")
        self._positions = array("I") if positions_in(format_, name) else None

    def start(self, term: bytes) -> None:
        """Go on with this term."""
        self.terms.append(term)
        self._ends.append(len(self._documents))

    def add(self, document: int, weight: float, value: bytes) -> None:
        """Add a posting of the term."""
        self._documents.append(document)
        self._weights.append(weight)
        if self._positions is None:
            self._counts.append(self._format.decode_frequency(value))
        else:
            positions = self._format.decode_positions(value)
            self._positions.extend(positions)
            self._counts.append(len(positions))
        self._ends[-1] = len(self._documents)

    def postings(self) -> Postings:
        """All of them."""
        counts = np.frombuffer(self._counts, dtype=np.uint32)
        weights = np.frombuffer(self._weights, dtype=np.float32)
        positions = self._positions
        return Postings(
            terms=self.terms,
            pointers=np.frombuffer(self._ends, dtype=np.int64),
            documents=np.frombuffer(self._documents, dtype=np.uint32),
            frequencies=frequencies_of(counts),
            weights=None if np.array_equal(weights, counts) else weights,
            positions=None if positions is None else smallest(np.frombuffer(positions, dtype=np.uint32)),
        )


class ColumnarFieldWriter(engine.FieldWriter):  # type: ignore[misc]
    """Keeps all postings in memory until it is closed; ``ColumnarWriter`` does not use it."""

    def __init__(self, storage: Any, segment: Any) -> None:
        self._storage = storage
        self._segment = segment
        self._fields: dict[str, PostingList] = {}
        self._field: PostingList | None = None
        self._documents = 0
        self.is_closed = False

    def start_field(self, fieldname: str, fieldobj: Any) -> None:
        """Go on with this field."""
        self._field = self._fields[fieldname] = PostingList(fieldobj.format, fieldname)

    def start_term(self, text: bytes) -> None:
        """Go on with this term of the field."""
        assert self._field is not None, "a term comes after its field"
        self._field.start(text)

    def add(self, docnum: int, weight: float, vbytes: bytes, _length: int) -> None:
        """Add a posting of the term."""
        assert self._field is not None, "a posting comes after its field"
        self._field.add(docnum, weight, vbytes)
        self._documents = max(self._documents, docnum + 1)

    def finish_term(self) -> None:
        """Nothing more comes for the term."""

    def close(self) -> None:
        """Write the file."""
        fields = ((name, self._fields[name].postings()) for name in sorted(self._fields))
        self.write_fields(
            self._documents, ((name, Merge([Source(postings, 0)], self._documents)) for name, postings in fields)
        )

    def write_fields(self, documents: int, fields: Iterable[tuple[str, Merge]]) -> None:
        """Write the file with these fields, in the order of their names, and close."""
        file = self._storage.create_file(self._segment.make_filename(EXTENSION))
        write(file, documents, fields)
        file.close()
        self.is_closed = True
