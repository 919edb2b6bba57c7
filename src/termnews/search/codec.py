"""Whoosh's own file format, read and written a list of postings at a time.

The stock codec passes every posting through five calls on its way in and three on its way out.  The files stay the
same, so the stock codec can read them; what differs is that

- a term's postings are written from arrays (``ListPostingsWriter``), a block's are read as lists (``BlockMatcher``);
- blocks of a few postings are not compressed, which makes them bigger;
- there are no statistics of field lengths a block: they serve top-k search, which we don't use.

The names with an underscore are those of the two releases of Whoosh that we know; our tests run on both.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any, NamedTuple, Protocol

from termnews.search import engine

_BLOCK = 256
"""Postings a block."""
_COMPRESSION = 1
_WORTH_COMPRESSING = 8
"""Postings from which zlib makes a block smaller."""


class TermList(NamedTuple):
    """All postings of a term, in rising order of documents; ``values`` is None where the field has none."""

    field: str
    text: bytes
    documents: Sequence[int]
    weights: Sequence[float]
    values: Sequence[bytes] | None


class TermLists(Protocol):
    """What ``PlainCodec`` writes faster than single postings."""

    def lists(self) -> Iterator[TermList]:
        """By field and term."""


class PlainCodec(engine.W3Codec):  # type: ignore[misc]
    """The stock codec with the readers and writers of this module."""

    length_stats = False

    def __init__(self) -> None:
        super().__init__(blocklimit=_BLOCK, compression=_COMPRESSION)

    def field_writer(self, storage: Any, segment: Any) -> Any:
        """Writes the terms of a segment."""
        return _ListFieldWriter(self, storage, segment)

    def postings_writer(self, dbfile: Any, byteids: bool = False) -> Any:
        """Writes the postings of a term."""
        return ListPostingsWriter(dbfile, _BLOCK, byteids=byteids, compression=_COMPRESSION)

    def postings_reader(self, dbfile: Any, terminfo: Any, format_: Any, term: Any = None, scorer: Any = None) -> Any:
        """Reads the postings of a term."""
        offset, length = terminfo.extent()
        return BlockMatcher(dbfile, offset, length, format_, term=term, scorer=scorer)


class BlockMatcher(engine.W3LeafMatcher):  # type: ignore[misc]
    """The stock matcher, which can also give what is left of it a block at a time."""

    def blocks(self) -> Iterator[tuple[Sequence[int], Sequence[float], Sequence[bytes]]]:
        """Documents, weights and encoded values; the matcher is at its end afterwards."""
        while self.is_active():
            self._read_ids()
            self._read_weights()
            self._read_values()
            yield self._ids, self._weights, self._values
            self._next_block()


class ListPostingsWriter(engine.W3PostingsWriter):  # type: ignore[misc]
    """The stock writer of a term's postings, which also takes them all at once."""

    def add_list(self, terms: TermList) -> None:
        """Write the postings of the term that was started."""
        for start in range(0, len(terms.documents), _BLOCK):
            if start:
                self._write_block()
            stop = start + _BLOCK
            self._ids = terms.documents[start:stop]
            self._weights = terms.weights[start:stop]
            self._values = [] if terms.values is None else terms.values[start:stop]
            self._maxweight = max(self._weights)

    def _write_block(self, last: bool = False) -> None:
        self._compression = _COMPRESSION if len(self._ids) >= _WORTH_COMPRESSING else 0
        super()._write_block(last=last)


class _ListFieldWriter(engine.W3FieldWriter):  # type: ignore[misc]
    def add_postings(self, schema: Any, lengths: Any, items: Any) -> None:
        if not hasattr(items, "lists"):
            super().add_postings(schema, lengths, items)
            return
        for field, terms in groupby(items.lists(), key=lambda term: term.field):
            self.start_field(field, schema[field])
            for term in terms:
                self.start_term(term.text)
                self._postwriter.add_list(term)
                self.finish_term()
            self.finish_field()


def lists_of(reader: Any, renumbered: dict[int, int] | None, first: int) -> Iterator[TermList]:
    """The postings of a segment, its documents renumbered: by the mapping, which leaves deleted ones out, or from
    ``first`` on where none is deleted."""
    codec, segment, storage = reader.codec(), reader.segment(), reader.storage()
    postings = segment.open_file(storage, codec.POSTS_EXT)
    terms = codec.terms_reader(storage, segment)
    try:
        for (field, text), info in terms.items():
            matcher = codec.postings_reader(postings, info, reader.schema[field].format)
            yield _renumbered(field, text, matcher.blocks(), renumbered, first)
    finally:
        terms.close()
        postings.close()


def _renumbered(
    field: str,
    text: bytes,
    blocks: Iterable[tuple[Sequence[int], Sequence[float], Sequence[bytes]]],
    renumbered: dict[int, int] | None,
    first: int,
) -> TermList:
    documents: list[int] = []
    weights: list[float] = []
    values: list[bytes] = []
    for block_documents, block_weights, block_values in blocks:
        documents += block_documents
        weights += block_weights
        values += block_values
    has_values = bool(values) and values[0] is not None
    if renumbered is None:
        return TermList(
            field, text, [document + first for document in documents], weights, values if has_values else None
        )
    kept = [at for at, document in enumerate(documents) if document in renumbered]
    return TermList(
        field,
        text,
        [renumbered[documents[at]] for at in kept],
        [weights[at] for at in kept],
        [values[at] for at in kept] if has_values else None,
    )
