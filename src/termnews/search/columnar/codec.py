"""The codec that Whoosh is given: postings as flat arrays (``segmentfile``), the per-document side as W3 has it."""

from __future__ import annotations

from typing import Any

from termnews.search import engine
from termnews.search.columnar.fieldwriter import ColumnarFieldWriter
from termnews.search.columnar.perdocument import ColumnarPerDocWriter
from termnews.search.columnar.reader import ColumnarTermsReader


class ColumnarCodec(engine.W3Codec):  # type: ignore[misc]
    """``index.writer(codec=ColumnarCodec())`` works, ``ColumnarWriter`` is many times faster."""

    length_stats = False

    def per_document_writer(self, storage: Any, segment: Any) -> ColumnarPerDocWriter:
        """Writes columns, lengths and stored fields."""
        return ColumnarPerDocWriter(self, storage, segment)

    def field_writer(self, storage: Any, segment: Any) -> ColumnarFieldWriter:
        """Writes terms and postings that come one by one."""
        return ColumnarFieldWriter(storage, segment)

    def terms_reader(self, storage: Any, segment: Any) -> ColumnarTermsReader:
        """Reads terms and postings."""
        return ColumnarTermsReader(storage, segment)

    def new_segment(self, storage: Any, indexname: str) -> ColumnarSegment:
        """An empty segment."""
        return ColumnarSegment(self, indexname)


class ColumnarSegment(engine.W3Segment):  # type: ignore[misc]
    """A segment whose files stay files: a compound one would be copied into memory as a whole when it is opened."""

    def should_assemble(self) -> bool:
        """Never."""
        return False
