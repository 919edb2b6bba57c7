"""Writing one of the two Whoosh indexes: a batch, a commit, and which segments a commit merges."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from itertools import groupby
from math import log
from typing import Any, Protocol

from termnews.search import engine
from termnews.search.columnar.arrays import Array, np
from termnews.search.columnar.perdocument import read_column
from termnews.search.columnar.writer import ColumnarWriter
from termnews.search.layout import TOC_SUFFIX
from termnews.search.schema import schema_of
from termnews.search.storage import SUMS_SUFFIX, DurableStorage

MERGED_AT_ONCE = 8
"""Segments of about one size that make a bigger one."""

_QUICKLY_MERGED = 50
"""What part of the largest segments any commit may merge: it still takes a fraction of a second."""

_WORTH_MERGING = MERGED_AT_ONCE**2
"""Documents that a commit may merge for each one that it adds: bulk builds end with few segments."""

_SMALLEST = 64
"""Documents below which segments count as being of one size."""


class BatchWriter:
    """One batch into one index, in this process, with up to ``megabytes`` in memory before it goes to a temporary file.
    Nobody else may write: our caller holds the lock of the library, and Whoosh's own is not used, so that none can be
    left behind."""

    def __init__(self, folder: str, name: str, megabytes: int, largest_merged: int) -> None:
        self._storage = DurableStorage(folder)
        self.name = name
        self._largest_merged = largest_merged
        _remove_unfinished(self._storage)
        index = engine.FileIndex(self._storage, schema=schema_of(name), indexname=name)
        self._writer: Any = ColumnarWriter(index, megabytes, _lk=False)

    def add(self, fields: Mapping[str, Any]) -> None:
        """Add a document."""
        self._writer.add_document(**fields)

    def delete(self, numbers: set[int]) -> int:
        """Mark what was committed before under one of the catalog numbers as deleted; returns how many documents."""
        writer, first, deleted = self._writer, 0, 0
        wanted = np.array(sorted(numbers), dtype=np.int64)
        for segment in writer.segments if numbers else ():
            for document in np.flatnonzero(np.isin(_numbers(writer, segment), wanted)).tolist():
                if not segment.is_deleted(document):
                    writer.delete_document(first + document)
                    deleted += 1
            first += segment.doc_count_all()
        return deleted

    def commit(self, generation: int) -> None:
        """Put the batch into place, as that generation; a small batch merges only small segments."""
        worth = max(self._largest_merged // _QUICKLY_MERGED, _WORTH_MERGING * self._writer.doc_count())
        largest = min(self._largest_merged, worth)
        self._writer.generation = generation
        self._writer.commit(mergetype=_merging(largest))

    def cancel(self) -> None:
        """Forget the batch; what it wrote is removed by the next commit."""
        if not self._writer.is_closed:
            self._writer.cancel()


def _numbers(writer: Any, segment: Any) -> Array:
    reader = engine.SegmentReader(writer.storage, writer.schema, segment)
    try:
        return read_column(reader, "number", "q", -1)
    finally:
        reader.close()


def _remove_unfinished(storage: DurableStorage) -> None:
    """Remove what a killed commit left that Whoosh's own cleaning does not know: TOCs never put into place."""
    for name in storage.list():
        unfinished_toc = f"{TOC_SUFFIX}." in name and not name.endswith(SUMS_SUFFIX)
        if unfinished_toc or name.endswith(".new"):
            storage.forget(name)


def _merging(largest: int) -> Callable[[Any, list[Any]], list[Any]]:
    def policy(writer: Any, segments: list[Any]) -> list[Any]:
        kept = [segment for segment in segments if segment.doc_count()]
        chosen = segments_to_merge(kept, largest)
        for segment in chosen:
            reader = engine.SegmentReader(writer.storage, writer.schema, segment)
            writer.add_reader(reader)
            reader.close()
        return [segment for segment in kept if segment not in chosen]

    return policy


class Sized(Protocol):
    """What the merge policy looks at in a segment."""

    def doc_count(self) -> int:
        """Live documents."""

    def doc_count_all(self) -> int:
        """Documents, deleted ones too."""


def segments_to_merge(segments: Iterable[Sized], largest: int) -> list[Any]:
    """Logarithmic merging, as Lucene's LogDocMergePolicy does it: as soon as there are ``MERGED_AT_ONCE`` segments of
    about one size, they and all smaller ones become one.  A merge never makes more than ``largest`` documents, so no
    commit rewrites everything; but a segment more than half deleted is always rewritten, alone if need be."""
    by_size = sorted(segments, key=lambda segment: segment.doc_count())
    chosen = [segment for segment in by_size if 2 * segment.doc_count() < segment.doc_count_all()]
    small: list[Sized] = []
    total = 0
    for segment in by_size:
        if total + segment.doc_count() > largest:
            break
        small.append(segment)
        total += segment.doc_count()
    merged = 0
    for _, group in groupby(range(len(small)), key=lambda at: _magnitude(small[at])):
        places = list(group)
        made_below = 1 if merged and merged == places[0] else 0
        if len(places) + made_below >= MERGED_AT_ONCE:
            merged = places[-1] + 1
    return chosen + [segment for segment in small[:merged] if segment not in chosen]


def _magnitude(segment: Sized) -> int:
    return int(log(max(segment.doc_count(), _SMALLEST), MERGED_AT_ONCE) + 1e-9)
