"""The one place where Whoosh is imported.

Whoosh 2.7.4 compiles with SyntaxWarnings (``is`` with a literal, invalid escapes) on every Python that we support, and
imports much of itself inside functions.  Nobody may ever see those warnings, also where there are no compiled files
yet, so everything that reading needs is imported here at once with the warnings off, and what only writing needs in
``writing()``.  Both 2.7.4 and the fork whoosh3 3.54.0 have these names.
"""

from __future__ import annotations

import warnings
from importlib import import_module
from types import ModuleType
from typing import Any

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    import whoosh
    import whoosh.codec.whoosh3
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

VERSION = ".".join(str(part) for part in whoosh.__version__[:3])
"""The release that is installed: an index is only opened by the release that wrote it."""


def english_stem(word: str) -> str:
    """Porter's second stemmer ("English" in Snowball)."""
    return str(whoosh.lang.porter2.stem(word))


W3Codec: Any = whoosh.codec.whoosh3.W3Codec
W3FieldWriter: Any = whoosh.codec.whoosh3.W3FieldWriter
W3LeafMatcher: Any = whoosh.codec.whoosh3.W3LeafMatcher
W3PostingsWriter: Any = whoosh.codec.whoosh3.W3PostingsWriter
BufferFile: Any = whoosh.filedb.structfile.BufferFile
Existence: Any = whoosh.formats.Existence
FieldType: Any = whoosh.fields.FieldType
FileIndex: Any = whoosh.index.FileIndex
FileStorage: Any = whoosh.filedb.filestore.FileStorage
NumericColumn: Any = whoosh.columns.NumericColumn
Positions: Any = whoosh.formats.Positions
Schema: Any = whoosh.fields.Schema
TOC: Any = whoosh.index.TOC

ListMatcher: Any = whoosh.matching.ListMatcher
FilterMatcher: Any = whoosh.matching.FilterMatcher
NullMatcher: Any = whoosh.matching.NullMatcher
MultiReader: Any = whoosh.reading.MultiReader
SegmentReader: Any = whoosh.reading.SegmentReader
TermNotFound: Any = whoosh.reading.TermNotFound
BM25F: Any = whoosh.scoring.BM25F
Searcher: Any = whoosh.searching.Searcher

AndQuery: Any = whoosh.query.And
OrQuery: Any = whoosh.query.Or
Query: Any = whoosh.query.Query
TermQuery: Any = whoosh.query.Term


class PairwiseOr(OrQuery):  # type: ignore[misc]
    """An Or that always steps through its matchers: the ones that Whoosh picks by itself for bigger indexes load arrays
    first and lose documents when they stand inside an And."""

    matcher_type = OrQuery.DEFAULT_MATCHER


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
