"""One of the two Whoosh indexes, opened: its segments, its searcher and its columns."""

from __future__ import annotations

import time
from array import array
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any

from termnews.search import engine
from termnews.search.damage import DamagedIndex
from termnews.search.layout import TOC_SUFFIX, generations
from termnews.search.schema import COLUMN_TYPES, schema_of
from termnews.search.storage import DurableStorage, names_with

_ATTEMPTS = 10
_PAUSE = 0.02
"""Seconds before trying again to open files that a writer has just replaced."""


class Segment:
    """A part of an index that never changes but for the documents that are marked deleted."""

    def __init__(self, reader: Any, searcher: Any) -> None:
        self.reader = reader
        self.searcher = searcher
        self.size: int = reader.doc_count_all()
        self.deleted: frozenset[int] = frozenset(reader.segment().deleted_docs())
        self._columns: dict[str, array[int]] = {}

    @cached_property
    def live(self) -> list[int]:
        """The documents that are not deleted."""
        return [document for document in range(self.size) if document not in self.deleted]

    def blocks(self, field: str, text: bytes) -> Iterator[tuple[Sequence[int], Sequence[float], Sequence[bytes]]]:
        """The postings of a term that is there, deleted documents too: documents, weights and values a block."""
        matcher = self.reader.postings(field, text)
        if isinstance(matcher, engine.FilterMatcher):  # with deletions a filter stands before the postings
            matcher = matcher.child
        blocks: Iterator[tuple[Sequence[int], Sequence[float], Sequence[bytes]]] = matcher.blocks()
        return blocks

    def column(self, name: str) -> array[int]:
        """A number a document."""
        if name not in self._columns:
            self._columns[name] = read_column(self.reader, name)
        return self._columns[name]


class Store:
    """One Whoosh index as it was at its ``generation``; a later commit is seen by opening it anew."""

    def __init__(self, folder: str, name: str, thorough: bool = False) -> None:
        self.name = name
        self.storage = DurableStorage(folder)
        self.schema = schema_of(name)
        self.generation, readers = self._open(thorough)
        self._readers = readers
        self.segments: list[Segment] = []
        self.searcher: Any = None
        if readers:
            whole = readers[0] if len(readers) == 1 else engine.MultiReader(readers)
            self.searcher = engine.Searcher(whole, weighting=engine.BM25F(about_B=0.3, said_B=0.3))
            leaves = [leaf for leaf, _ in self.searcher.leaf_searchers()]
            self.segments = [Segment(reader, leaf) for reader, leaf in zip(readers, leaves, strict=True)]
        self.count: int = sum(reader.doc_count() for reader in readers)

    def close(self) -> None:
        """Let go of the files."""
        for reader in self._readers:
            reader.close()
        self._readers = []
        self.segments = []

    @cached_property
    def live_count(self) -> int:
        """Documents, deleted ones too: what frequencies are compared with."""
        return sum(segment.size for segment in self.segments)

    def _open(self, thorough: bool) -> tuple[int, list[Any]]:
        for attempt in range(_ATTEMPTS):
            generation = latest_generation(self.storage.folder, self.name)
            try:
                return generation, self._readers_of(generation, thorough)
            except (FileNotFoundError, DamagedIndex):
                # A writer deletes what its commit replaced; what was there a moment ago is then gone.
                if latest_generation(self.storage.folder, self.name) == generation:
                    raise
                time.sleep(_PAUSE * attempt)
        raise DamagedIndex("the search index changes faster than it can be opened")

    def _readers_of(self, generation: int, thorough: bool) -> list[Any]:
        toc = f"_{self.name}_{generation}{TOC_SUFFIX}"
        toc_sum, sums = self.storage.sums(toc)
        self.storage.check(toc, toc_sum, thorough=True)
        segments = engine.TOC.read(self.storage, self.name, gen=generation, schema=self.schema).segments
        for segment in segments:
            names = names_with(sums, segment.segment_id())
            if len(names) < 2:
                raise DamagedIndex("the search index has lost files of a segment")
            for name in names:
                self.storage.check(name, sums[name], thorough)
            self.storage.hold_columns(names)
        return [engine.SegmentReader(self.storage, self.schema, segment) for segment in segments]

    def check(self) -> None:
        """Compare every byte with the checksums.  Raises DamagedIndex where one differs."""
        for reader in self._readers_of(latest_generation(self.storage.folder, self.name), thorough=True):
            reader.close()


def latest_generation(folder: str, name: str) -> int:
    """The generation of the newest TOC.  Raises DamagedIndex where there is none."""
    try:
        found = list(generations(folder, name))
    except OSError:
        found = []
    if not found:
        raise DamagedIndex(f"there is no search index in {folder}")
    return max(found)


def read_column(reader: Any, name: str) -> array[int]:
    """A numeric column of a segment as an array, one number a document.

    Whoosh reads columns a value at a time; a NumericColumn is its values in big-endian order, ended early where only
    defaults follow.
    """
    size = reader.doc_count_all()
    typecode, default = COLUMN_TYPES[name]
    if not reader.has_column(name):
        return array(typecode, [default] * size)
    file_name = engine.column_file(reader, name)
    file = reader.storage().open_file(file_name)
    stored = reader.storage().file_length(file_name) // array(typecode).itemsize
    values: array[int] = array(typecode, file.get_array(0, typecode, stored))
    if len(values) > size:
        raise DamagedIndex(f"the column {name} of the search index is damaged")
    values.extend([default] * (size - len(values)))
    return values
