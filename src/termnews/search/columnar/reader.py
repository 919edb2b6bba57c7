"""A segment's terms and postings as Whoosh's reader asks for them.

Searches evaluated with arrays (``evaluate``) go past this to the fields of the file; what is here serves Whoosh's own
tools: its matchers, spans, spelling and merges.
"""

from __future__ import annotations

import mmap
import os
from collections.abc import Iterator
from typing import Any

from termnews.search import engine
from termnews.search.columnar.arrays import offsets
from termnews.search.columnar.fieldpostings import FieldPostings
from termnews.search.columnar.segmentfile import EXTENSION, SegmentFile


def open_segment(storage: Any, segment: Any) -> SegmentFile:
    """The postings of a segment: mapped where they are a file on disk, else in memory.  Raises DamagedIndex."""
    name = segment.make_filename(EXTENSION)
    folder = getattr(storage, "folder", None)
    if folder is None:
        return SegmentFile(bytes(storage.open_file(name).get(0, storage.file_length(name))))
    with open(os.path.join(folder, name), "rb") as file:
        if os.fstat(file.fileno()).st_size == 0:
            return SegmentFile(b"")
        return SegmentFile(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))


class ColumnarTermsReader(engine.TermsReader):  # type: ignore[misc]
    """The terms of a segment."""

    def __init__(self, storage: Any, segment: Any) -> None:
        self.file = open_segment(storage, segment)

    def __contains__(self, term: tuple[str, bytes]) -> bool:
        return self._find(*term)[1] >= 0

    def indexed_field_names(self) -> list[str]:
        """The fields with postings."""
        return self.file.names()

    def cursor(self, fieldname: str, fieldobj: Any) -> Any:
        """Steps through the terms of a field."""
        return _Cursor(self.file.field(fieldname), fieldobj)

    def terms(self) -> Iterator[tuple[str, bytes]]:
        """Every field and term, in order."""
        return ((name, term) for name in self.file.names() for term in self._field(name).dictionary)

    def terms_from(self, fieldname: str, prefix: bytes) -> Iterator[tuple[str, bytes]]:
        """The terms from ``prefix`` on, those of the fields behind too, as Whoosh has it."""
        for name in self.file.names():
            if name >= fieldname:
                dictionary = self._field(name).dictionary
                first = dictionary.at_least(prefix) if name == fieldname else 0
                yield from ((name, dictionary[at]) for at in range(first, len(dictionary)))

    def items(self) -> Iterator[tuple[tuple[str, bytes], Any]]:
        """Every term with its statistics."""
        return ((term, self.term_info(*term)) for term in self.terms())

    def items_from(self, fieldname: str, prefix: bytes) -> Iterator[tuple[tuple[str, bytes], Any]]:
        """The terms from ``prefix`` on with their statistics."""
        return ((term, self.term_info(*term)) for term in self.terms_from(fieldname, prefix))

    def term_info(self, fieldname: str, text: bytes) -> Any:
        """Statistics of a term.  Raises TermNotFound."""
        return _statistics(*self._found(fieldname, text))

    def frequency(self, fieldname: str, text: bytes) -> float:
        """The sum of the weights of a term.  Raises KeyError."""
        field, at = self._find(fieldname, text)
        if field is None or at < 0:
            raise KeyError(text)
        return float(field.weights_at(field.stretch(at)).sum(dtype=float))

    def doc_frequency(self, fieldname: str, text: bytes) -> int:
        """The number of documents with a term, deleted ones too.  Raises KeyError, which Whoosh takes for 0."""
        field, at = self._find(fieldname, text)
        if field is None or at < 0:
            raise KeyError(text)
        return field.document_frequency(at)

    def matcher(self, fieldname: str, text: bytes, format_: Any, scorer: Any = None) -> Any:
        """The postings of a term as a matcher of Whoosh.  Raises TermNotFound."""
        field, at = self._found(fieldname, text)
        where = field.stretch(at)
        return engine.ListMatcher(
            field.documents[where].tolist(),
            field.weights_at(where).astype(float).tolist(),
            _Values(field, at, format_),
            format_,
            scorer=scorer,
            term=(fieldname, text),
            terminfo=_statistics(field, at),
        )

    def close(self) -> None:
        """Nothing: the file goes when the last view of it goes."""

    def _field(self, name: str) -> FieldPostings:
        field = self.file.field(name)
        assert field is not None, "the name came from the file"
        return field

    def _find(self, name: str, term: bytes) -> tuple[FieldPostings | None, int]:
        field = self.file.field(name)
        return field, -1 if field is None else field.dictionary.find(term)

    def _found(self, name: str, term: bytes) -> tuple[FieldPostings, int]:
        field, at = self._find(name, term)
        if field is None or at < 0:
            raise engine.TermNotFound(f"No term {name}:{term!r}")
        return field, at


def _statistics(field: FieldPostings, term: int) -> Any:
    """What Whoosh knows of a term.  The shortest and longest field are bounds, not the true ones: only its top-k
    shortcuts use them, and a bound is right for those."""
    where = field.stretch(term)
    weights, documents = field.weights_at(where), field.documents[where]
    return engine.W3TermInfo(
        weight=float(weights.sum(dtype=float)),
        df=len(documents),
        minlength=0,
        maxlength=engine.LENGTHS[-1],
        maxweight=float(weights.max()),
        minid=int(documents[0]),
        maxid=int(documents[-1]),
    )


class _Values:
    """The encoded value of each posting of a term, made when it is asked for."""

    def __init__(self, field: FieldPostings, term: int, format_: Any) -> None:
        self._format = format_
        self._counts, self._positions = field.counts_at(field.stretch(term)), None
        if field.positions is not None:
            self._positions = field.positions_of(term)
            self._ends = offsets(self._counts)

    def __getitem__(self, at: int) -> bytes:
        if self._positions is not None:
            positions = self._positions[self._ends[at] : self._ends[at + 1]].tolist()
            return bytes(self._format.encode(positions))
        if isinstance(self._format, engine.Existence):
            return b""
        return int(self._counts[at]).to_bytes(4, "big")


class _Cursor(engine.FieldCursor):  # type: ignore[misc]
    def __init__(self, field: FieldPostings | None, fieldobj: Any) -> None:
        self._field, self._fieldobj, self._at = field, fieldobj, 0
        self._length = 0 if field is None else len(field.dictionary)

    def first(self) -> Any:
        self._at = 0
        return self.text()

    def find(self, term: bytes | str) -> Any:
        wanted = term if isinstance(term, bytes) else self._fieldobj.to_bytes(term)
        self._at = 0 if self._field is None else self._field.dictionary.at_least(wanted)
        return self.text()

    def next(self) -> Any:
        self._at += 1
        return self.text()

    def text(self) -> Any:
        if self._field is None or self._at >= self._length:
            return None
        return self._fieldobj.from_bytes(self._field.dictionary[self._at])

    def term_info(self) -> Any:
        if self._field is None or self._at >= self._length:
            return None
        return _statistics(self._field, self._at)

    def is_valid(self) -> bool:
        return self._at < self._length
