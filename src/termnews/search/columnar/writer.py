"""The writer: documents to runs, runs to a segment, segments to a bigger one.

Documents are inverted field by field (``inverter``) in *runs* of bounded size.  A run holds the documents after those
of the run before, so putting runs together is a merge without sorting (``merging``), and merging segments is the same
with their deleted documents left out.  Runs over the bound wait in a file without a name.
"""

from __future__ import annotations

import mmap
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Any

from termnews.search import engine
from termnews.search.columnar.arrays import Array, np
from termnews.search.columnar.codec import ColumnarCodec
from termnews.search.columnar.fields import Stems, Words
from termnews.search.columnar.inverter import PostingInverter, TextInverter
from termnews.search.columnar.merging import Merge, Source
from termnews.search.columnar.perdocument import column_typecode, length_column, norm_bytes, read_column
from termnews.search.columnar.postings import Postings
from termnews.search.columnar.reader import open_segment
from termnews.search.columnar.segmentfile import SegmentFile, write

_A_TOKEN = 20
"""Bytes that a token takes while its run is inverted."""

_SegmentWriter: Any = engine.writing().SegmentWriter


@dataclass(slots=True)
class _Taker:
    """Where the values of a field go."""

    name: str
    field: Any
    inverter: TextInverter | PostingInverter | None
    vector: bool
    stored: bool
    column: Any
    values: Any = None


class ColumnarWriter(_SegmentWriter):  # type: ignore[misc]
    """Whoosh's ``SegmentWriter`` with arrays in the place of its pool.

    ``megabytes`` bounds what is held of the documents, half for tokens that are not inverted yet and half for runs.
    Everything else (schema, deletions, merge policies, commits) is Whoosh's.
    """

    def __init__(self, index: Any, megabytes: int = 128, **options: Any) -> None:
        super().__init__(index, codec=ColumnarCodec(), compound=False, **options)
        self._most = megabytes << 19
        self._takers: dict[str, _Taker] = {}
        self._sources: dict[str, list[Source]] = {}
        self._files: list[SegmentFile] = []
        self._run_bytes = 0
        self._tokens = 0
        self._first = 0  # document of the run that is being filled

    # ---- documents

    def add_document(self, **fields: Any) -> None:
        """Add a document, as Whoosh's writers do: ``_boost`` and ``_FIELD_boost`` are boosts, ``_stored_FIELD`` is a
        value to store that differs from the indexed one."""
        self._check_state()
        given = [(self._takers.get(name) or self._taker(name), name) for name in fields if name[0] != "_"]
        boosted = len(given) < len(fields)
        boost = self._doc_boost(fields)
        document, writer = self.docnum, self.perdocwriter
        writer.start_doc(document)
        for taker, name in given:
            value = fields[name]
            if value is None:
                continue
            if taker.inverter is not None:
                of_field = self._field_boost(fields, name, boost) if boosted else boost
                self._tokens += taker.inverter.add(document, value, of_field)
            if taker.vector:
                writer.add_vector_items(name, taker.field, _vector_items(taker.field, value))
            if taker.stored or taker.column:
                kept = fields.get(f"_stored_{name}", value) if boosted else value
                if taker.stored:
                    writer.add_field(name, taker.field, kept, 0)
                if taker.column and kept is not None:
                    column = taker.values or self._column_values(taker)
                    column.add(document, taker.field.to_column_value(kept))
        writer.finish_doc()
        self._added = True
        self.docnum += 1
        if self._tokens * _A_TOKEN > self._most:
            self._finish_run()

    def _taker(self, name: str) -> _Taker:
        """What takes in a field; one that is refused is refused before anything of its document is taken in."""
        self._check_fields(self.schema, [name])
        field = self.schema[name]
        taken = field.indexed and not isinstance(field, Stems)
        inverter = self._new_inverter(name, field) if taken else None
        taker = _Taker(name, field, inverter, bool(field.vector), bool(field.stored), field.column_type)
        self._takers[name] = taker
        return taker

    def _column_values(self, taker: _Taker) -> Any:
        taker.values = self.perdocwriter.column(taker.name, taker.column)
        return taker.values

    def _new_inverter(self, name: str, field: Any) -> TextInverter | PostingInverter:
        if field.separate_spelling():
            raise TypeError(f"the field {name} wants its unstemmed words beside its terms; there is no place for them")
        if not isinstance(field, Words):
            return PostingInverter(name, field)
        stems = [of for of, each in self.schema.items() if isinstance(each, Stems) and each.source == name]
        return TextInverter(name, field, stems)

    # ---- runs

    def _finish_run(self) -> None:
        """Invert what came since the last run."""
        documents = self.docnum - self._first
        inverters = [taker.inverter for taker in self._takers.values() if taker.inverter is not None]
        for run in chain.from_iterable(each.runs(self._first, documents) for each in inverters):
            self._keep(run.field, Source(run.postings, self._first))
            self._run_bytes += _size(run.postings)
            if run.lengths is not None:
                norms = norm_bytes(run.lengths)
                self.perdocwriter.set_lengths(run.field, self._first, norms, int(run.lengths.sum()))
        self._first = self.docnum
        self._tokens = 0
        if self._run_bytes > self._most:
            self._spill()

    def _keep(self, name: str, source: Source) -> None:
        self._sources.setdefault(name, []).append(source)

    def _spill(self) -> None:
        """Put all runs on disk, each field as one."""
        with tempfile.TemporaryFile() as file:
            write(file, self.docnum, self._merged_fields())
            file.flush()
            self._take_file(SegmentFile(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)), 0, None)
        self._run_bytes = 0

    def _take_file(self, file: SegmentFile, first: int, live: Array | None) -> None:
        self._files.append(file)
        for name in file.names():
            field = file.field(name)
            if name in self.schema and field is not None:
                self._keep(name, Source(field.whole(), first, live))

    def _merged_fields(self) -> Iterator[tuple[str, Merge]]:
        for name in sorted(self._sources):
            yield name, Merge(self._sources.pop(name), self.docnum, self._let_go)
        self._files.clear()

    def _let_go(self) -> None:
        for file in self._files:
            file.let_go()

    # ---- merges

    def add_reader(self, reader: Any) -> None:
        """Take over the live documents of a segment, as a merge policy asks for it.

        Raises TypeError for a segment of another codec.
        """
        self._check_state()
        if not isinstance(reader.codec(), ColumnarCodec):
            raise TypeError("a segment of another codec can't be merged; index its documents again")
        self._finish_run()
        first = self.docnum
        live = np.ones(reader.doc_count_all(), dtype=bool)
        live[list(reader.segment().deleted_docs())] = False
        file = open_segment(reader.storage(), reader.segment())
        self._take_documents(reader, file.names(), live)
        self._take_file(file, first, None if live.all() else live)
        self._first = self.docnum
        self._added = True

    def _take_documents(self, reader: Any, indexed: list[str], live: Array) -> None:
        writer, first = self.perdocwriter, self.docnum
        names = set(self.schema.names()) | {name for name in indexed if name in self.schema}
        fields = {name: self.schema[name] for name in names}
        if any(field.stored or field.vector or _odd_column(field) for field in fields.values()):
            self.write_per_doc(names, reader)
            return
        kept = int(live.sum())
        writer.add_documents(kept)
        for name in sorted(names):
            column = fields[name].column_type
            if column:
                values = read_column(reader, name, column_typecode(column), column.default_value())
                writer.set_column(name, column, first, values[live])
            if fields[name].scorable:
                norms = read_column(reader, length_column(name), "B", 0)[live]
                if norms.any():
                    total = int(np.array(engine.LENGTHS)[norms].sum())
                    writer.set_lengths(name, first, norms, total)
        self.docnum += kept

    # ---- the end

    def _flush_segment(self) -> None:
        self._finish_run()
        self.perdocwriter.close()
        self.fieldwriter.write_fields(self.docnum, self._merged_fields())


def _vector_items(field: Any, value: Any) -> list[tuple[str, float, bytes]]:
    """The vector of a field of a document."""
    items = field.vector.word_values(value, field.analyzer, mode="index")
    return sorted((text, weight, encoded) for text, _, weight, encoded in items)


def _odd_column(field: Any) -> bool:
    return bool(field.column_type) and type(field.column_type) is not engine.NumericColumn


def _size(postings: Postings) -> int:
    """Bytes, about."""
    arrays = (postings.documents, postings.frequencies, postings.weights, postings.positions, postings.pointers)
    return sum(array.nbytes for array in arrays if array is not None) + 80 * len(postings.terms)
