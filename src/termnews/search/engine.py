"""The one place where Whoosh is imported.

Whoosh 2.7.4 compiles with SyntaxWarnings (``is`` with a literal, invalid escapes) on every Python that we support, and
imports much of itself inside functions.  Nobody may ever see those warnings, also where there are no compiled files
yet, so everything that reading needs is imported here at once with the warnings off, and what only writing needs in
``writing()``.  Both 2.7.4 and the fork whoosh3 3.54.0 have these names.
"""

from __future__ import annotations

import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from types import ModuleType
from typing import Any


@contextmanager
def _without_network() -> Iterator[None]:
    """Whoosh 2.7.4 imports ``urlretrieve`` and never calls it; what comes with it (http, ssl, email) is a fifth of the
    time that importing Whoosh takes.  While it is imported a module that only has that name stands in."""
    name = "urllib.request"
    if name in sys.modules:
        yield
        return
    stand_in = ModuleType(name)
    vars(stand_in)["urlretrieve"] = None
    sys.modules[name] = stand_in
    try:
        yield
    finally:
        del sys.modules[name]


with warnings.catch_warnings(), _without_network():
    warnings.simplefilter("ignore")
    import whoosh
    import whoosh.codec.base
    import whoosh.codec.whoosh3
    import whoosh.collectors
    import whoosh.columns
    import whoosh.fields
    import whoosh.filedb.filestore
    import whoosh.filedb.structfile
    import whoosh.formats
    import whoosh.index
    import whoosh.lang.porter2
    import whoosh.matching
    import whoosh.query
    import whoosh.reading
    import whoosh.scoring
    import whoosh.searching
    import whoosh.util.numeric

VERSION = ".".join(str(part) for part in whoosh.__version__[:3])
"""The release that is installed: an index is only opened by the release that wrote it."""


def english_stem(word: str) -> str:
    """Porter's second stemmer ("English" in Snowball)."""
    return str(whoosh.lang.porter2.stem(word))


W3Codec: Any = whoosh.codec.whoosh3.W3Codec
FieldCursor: Any = whoosh.codec.base.FieldCursor
FieldWriter: Any = whoosh.codec.base.FieldWriter
TermsReader: Any = whoosh.codec.base.TermsReader
W3PerDocWriter: Any = whoosh.codec.whoosh3.W3PerDocWriter
W3Segment: Any = whoosh.codec.whoosh3.W3Segment
W3TermInfo: Any = whoosh.codec.whoosh3.W3TermInfo
Collector: Any = whoosh.collectors.Collector
BufferFile: Any = whoosh.filedb.structfile.BufferFile
Existence: Any = whoosh.formats.Existence
FieldType: Any = whoosh.fields.FieldType
FileIndex: Any = whoosh.index.FileIndex
FileStorage: Any = whoosh.filedb.filestore.FileStorage
NumericColumn: Any = whoosh.columns.NumericColumn
Frequency: Any = whoosh.formats.Frequency
Positions: Any = whoosh.formats.Positions
Schema: Any = whoosh.fields.Schema
TOC: Any = whoosh.index.TOC

ListMatcher: Any = whoosh.matching.ListMatcher
MultiReader: Any = whoosh.reading.MultiReader
SegmentReader: Any = whoosh.reading.SegmentReader
TermNotFound: Any = whoosh.reading.TermNotFound
BM25F: Any = whoosh.scoring.BM25F
Searcher: Any = whoosh.searching.Searcher

Query: Any = whoosh.query.Query
query: Any = whoosh.query
"""The module with all classes of queries."""

LENGTHS: tuple[int, ...] = tuple(whoosh.util.numeric.byte_to_length(byte) for byte in range(256))
"""The field length that each byte of a norm stands for."""


def writing() -> ModuleType:
    """The module ``whoosh.writing`` with all that it imports while it works."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import_module("whoosh.externalsort")
        import_module("whoosh.filedb.compound")
        return import_module("whoosh.writing")


def column_file(reader: Any, name: str) -> str:
    """The name of the file of a column of a segment."""
    return str(reader.codec().column_filename(reader.segment(), name))
