"""The file of a segment's postings.

    +--------------------------------------------------------------------------------------------------+
    | magic "TNPOST" + format version (8 bytes)                                                         |
    +--------------------------------------------------------------------------------------------------+
    | arrays, little-endian, each at a multiple of 16 bytes; of every field in the order of names       |
    |                                                                                                    |
    |   terms       uint8     the term dictionary: all terms, sorted, one behind the other               |
    |   ends        uint32    where each term begins in it, and the last one ends             (terms + 1) |
    |   pointers    uint32    where the postings of each term begin                           (terms + 1) |
    |   documents   uint8-32  postings: the document                                           (postings) |
    |   frequencies uint8-32  postings: how often; left out where always 1                      (postings) |
    |   weights     float32   postings: the weight; left out where it is the frequency          (postings) |
    |   places      uint32    where the positions of each term begin; fields with positions    (terms + 1) |
    |   positions   uint8-32  positions, in the order of the postings                          (positions) |
    +--------------------------------------------------------------------------------------------------+
    | directory, JSON: documents of the segment; of every field and array: type, offset, length, CRC-32  |
    +--------------------------------------------------------------------------------------------------+
    | footer (20 bytes): offset, length and CRC-32 of the directory                                      |
    +--------------------------------------------------------------------------------------------------+

The lengths of fields ("norms", a byte a document) and other columns lie beside it, as Whoosh writes them.
"""

from __future__ import annotations

import json
import mmap
import struct
import zlib
from collections.abc import Iterable, Iterator
from typing import Any, Protocol

from termnews.search.columnar.arrays import MOST, Array, np, offsets
from termnews.search.columnar.dictionary import TermDictionary
from termnews.search.columnar.fieldpostings import FieldPostings
from termnews.search.columnar.merging import Merge
from termnews.search.damage import DamagedIndex

EXTENSION = ".post"

_VERSION = 1
_MAGIC = b"TNPOST" + struct.pack("<H", _VERSION)
_FOOTER = struct.Struct("<QQI")
_ALIGNED = 16
_TYPES = ("|u1", "<u2", "<u4", "<f4")


class Sink(Protocol):
    """Something that bytes are written to."""

    def write(self, data: bytes, /) -> object:
        """Append ``data``."""


class _Writer:
    def __init__(self, sink: Sink) -> None:
        self._sink = sink
        self._at = 0

    def put(self, data: bytes) -> int:
        """Write, and give where it lies."""
        at = self._at
        self._sink.write(data)
        self._at += len(data)
        return at

    def array(self, pieces: Iterable[Array]) -> list[Any]:
        """Write an array that comes in pieces, and give its entry in the directory."""
        self.put(bytes(-self._at % _ALIGNED))
        kind, at, length, crc = _TYPES[0], self._at, 0, 0
        for piece in pieces:
            kind = piece.dtype.newbyteorder("<").str
            if kind not in _TYPES:
                raise TypeError(f"arrays of {kind} have no place in a segment")
            data = np.ascontiguousarray(piece, dtype=kind).tobytes()
            crc = zlib.crc32(data, crc)
            length += len(piece)
            self.put(data)
        return [kind, at, length, crc]


def write(sink: Sink, documents: int, fields: Iterable[tuple[str, Merge]]) -> None:
    """Write the file of a segment of so many documents, a field after the other, in the order of their names.  Raises
    OverflowError where 32 bits are not enough."""
    if documents > MOST:
        raise OverflowError("a segment can't hold more than 2^32 documents")
    writer = _Writer(sink)
    writer.put(_MAGIC)
    directory: dict[str, Any] = {"documents": documents, "fields": {}}
    for name, field in fields:
        lengths: list[Array] = []
        entries = directory["fields"][name] = {"terms": writer.array(_texts(field.terms(), lengths))}
        entries["ends"] = writer.array([_counted(offsets(np.concatenate(lengths)))])
        entries.update((kind, writer.array(pieces)) for kind, pieces in field.arrays())
    data = json.dumps(directory, separators=(",", ":")).encode()
    at = writer.put(data)
    writer.put(_FOOTER.pack(at, len(data), zlib.crc32(data)))


def _texts(lists: Iterable[list[bytes]], lengths: list[Array]) -> Iterator[Array]:
    """The bytes of all terms; ``lengths`` takes in how many each has."""
    for terms in lists:
        lengths.append(np.fromiter(map(len, terms), dtype=np.int64, count=len(terms)))
        yield np.frombuffer(b"".join(terms), dtype=np.uint8)


def _counted(ends: Array) -> Array:
    if int(ends[-1]) > MOST:
        raise OverflowError("the terms of a field can't take more than 2^32 bytes; merge fewer segments")
    return ends.astype(np.uint32)


class SegmentFile:
    """The file of a segment, mapped or in memory: its fields as views, nothing copied."""

    def __init__(self, data: mmap.mmap | bytes) -> None:
        """Raises DamagedIndex where it is no such file, of another version, or cut short."""
        self._data = data
        directory = _directory(data)
        try:
            self.documents: int = directory["documents"]
            self._fields: dict[str, dict[str, list[Any]]] = dict(directory["fields"])
        except (KeyError, TypeError, ValueError) as error:
            raise DamagedIndex("the directory of a segment's postings is damaged") from error
        self._opened: dict[str, FieldPostings | None] = {}

    def names(self) -> list[str]:
        """The fields, in order."""
        return sorted(self._fields)

    def field(self, name: str) -> FieldPostings | None:
        """A field, or None where no document has it.  Raises DamagedIndex."""
        if name not in self._opened:
            self._opened[name] = self._open(name) if name in self._fields else None
        return self._opened[name]

    def let_go(self) -> None:
        """Take no memory for what was read so far; it can be read again."""
        if isinstance(self._data, mmap.mmap) and hasattr(mmap, "MADV_DONTNEED"):
            self._data.madvise(mmap.MADV_DONTNEED)

    def check(self) -> None:
        """Compare every array with its checksum.  Raises DamagedIndex where one differs."""
        for name, arrays in self._fields.items():
            for kind in arrays:
                if zlib.crc32(self._array(name, kind).data) != arrays[kind][3]:
                    raise DamagedIndex(f"{kind} of the field {name} of a segment are damaged")

    def _open(self, name: str) -> FieldPostings:
        arrays = {kind: self._array(name, kind) for kind in self._fields[name]}
        try:
            dictionary = TermDictionary(arrays.pop("terms"), arrays.pop("ends"))
            return FieldPostings(dictionary, **arrays)
        except (KeyError, TypeError) as error:
            raise DamagedIndex(f"the field {name} of a segment is damaged") from error

    def _array(self, name: str, kind: str) -> Array:
        try:
            code, offset, length, _ = self._fields[name][kind]
            if code not in _TYPES:
                raise ValueError(code)
            return np.frombuffer(self._data, dtype=code, count=length, offset=offset)
        except (TypeError, ValueError) as error:
            raise DamagedIndex(f"{kind} of the field {name} of a segment are damaged") from error


def _directory(data: mmap.mmap | bytes) -> Any:
    if len(data) < len(_MAGIC) + _FOOTER.size or data[: len(_MAGIC)] != _MAGIC:
        raise DamagedIndex("the postings of a segment are damaged, or of another version")
    offset, length, crc = _FOOTER.unpack(data[-_FOOTER.size :])
    text = data[offset : offset + length]
    if offset + length != len(data) - _FOOTER.size or zlib.crc32(text) != crc:
        raise DamagedIndex("the directory of a segment's postings is damaged")
    return json.loads(text)
