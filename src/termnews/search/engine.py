"""The one place where Whoosh is imported.

Whoosh 2.7.4 compiles with SyntaxWarnings (``is`` with a literal, invalid escapes) on every Python that we support, and
imports much of itself inside functions.  Nobody may ever see those warnings, also where there are no compiled files
yet, so everything that reading needs is imported here at once with the warnings off, and what only writing needs in
``writing()``.  What Whoosh imports and hardly anybody uses comes when it is first used (``_LATER``): it is half of what
importing it takes.  Both 2.7.4 and the fork whoosh3 3.54.0 have these names.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from types import ModuleType
from typing import Any

from termnews import process
from termnews.standins import Later, Never, no_warnings, real, standing_in

_LATER: dict[str, tuple[str, ...]] = {
    "hashlib": ("md5",),
    "html": ("escape",),
    "queue": (),
    "random": (),
    "shutil": ("copyfileobj",),
    "tempfile": (),
    "urllib.request": ("urlretrieve",),
    "whoosh.analysis": ("Token", "entoken", "unstopped"),
    "whoosh.automata.lev": (),
    "whoosh.classify": (),
    "whoosh.highlight": (),
    "whoosh.lang.morph_en": ("variations",),
    "whoosh.sorting": (),
    "whoosh.util.times": ("datetime_to_long", "long_to_datetime"),
}
"""Modules that Whoosh imports and does not use while it is imported, and what it takes from them by name: only things
that are called."""

_SNOWBALL = "whoosh.lang.snowball"
_STEMMERS = {
    f"{_SNOWBALL}.{module}": f"{language}Stemmer"
    for language, module in (
        *((language, language.lower()) for language in "Danish Dutch English Finnish French German Hungarian".split()),
        *((language, language.lower()) for language in "Italian Norwegian Romanian Russian Spanish Swedish".split()),
        ("Portuguese", "portugese"),
    )
}
"""What the package takes from each of its modules, all of which it imports."""

_NEVER = ("decimal",) if process.OURS else ()
"""What Whoosh only asks whether a value is of it; none of ours is."""

_stand_ins = {name: Later(name, called) for name, called in _LATER.items()} | {name: Never(name) for name in _NEVER}
with no_warnings(), standing_in(_stand_ins):
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


def stemmer(language: str) -> Callable[[str], str]:
    """The Snowball stemmer of a language, given by its ISO 639-1 code.  Raises KeyError where there is none."""
    with no_warnings(), standing_in({name: Later(name, (stem,)) for name, stem in _STEMMERS.items()}):
        classes = import_module(_SNOWBALL).classes
    stem: Callable[[str], str] = classes[language]().stem
    return stem


def variations(word: str) -> set[str]:
    """The forms that an English word may have."""
    return set(real("whoosh.lang.morph_en").variations(word))


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
    with no_warnings():
        import_module("whoosh.externalsort")
        import_module("whoosh.filedb.compound")
        return import_module("whoosh.writing")


def column_file(reader: Any, name: str) -> str:
    """The name of the file of a column of a segment."""
    return str(reader.codec().column_filename(reader.segment(), name))
