"""One of the two Whoosh indexes, opened: its segments and its searcher."""

from __future__ import annotations

import time
from typing import Any, TypeAlias

from termnews.search import engine
from termnews.search.columnar.collector import ColumnarCollector, collection_of
from termnews.search.columnar.residency import trim
from termnews.search.damage import DamagedIndex
from termnews.search.layout import TOC_SUFFIX, generations
from termnews.search.schema import FOREIGN, schema_of, weighting
from termnews.search.storage import DurableStorage, names_with

_ATTEMPTS = 10
_PAUSE = 0.02
"""Seconds before trying again to open files that a writer has just replaced."""

_Segment: TypeAlias = "tuple[Any, list[str]]"  # with the names of its files


class Store:
    """One Whoosh index as it was at its ``generation``; a later commit is seen by opening it anew.

    With ``later`` its segments are looked at and opened when they are first searched, as they are then: most questions
    ask only one of the two indexes.
    """

    def __init__(self, folder: str, name: str, thorough: bool = False, later: bool = False) -> None:
        self.name = name
        self.storage = DurableStorage(folder)
        self.schema = schema_of(name)
        self._known: list[_Segment] | None = None
        if later:
            self.generation = latest_generation(folder, name)
        else:
            self.generation, self._known = self._look(thorough)
        self._readers: list[Any] | None = None if later else self._open()
        self._searcher: Any = None
        self._languages: frozenset[str] | None = None

    @property
    def _segments(self) -> list[_Segment]:
        """The segments, looked at now if they are not yet."""
        if self._known is None:
            self.generation, self._known = self._look()
        return self._known

    @property
    def count(self) -> int:
        """Number of documents."""
        return sum(segment.doc_count() for segment, _ in self._segments)

    @property
    def readers(self) -> list[Any]:
        """Whoosh's readers of the segments, opened now if they are not yet."""
        if self._readers is None:
            self._readers = self._open()
        return self._readers

    @property
    def languages(self) -> frozenset[str]:
        """The languages, other than English, by which texts are stemmed."""
        if self._languages is None:
            terms = (term for reader in self.readers for term in reader.lexicon(FOREIGN))
            self._languages = frozenset(term.decode() for term in terms)
        return self._languages

    def search(self, query: Any, collector: ColumnarCollector) -> None:
        """Have the collector take in what matches a Whoosh query."""
        if self._searcher is None and self.readers:
            whole = self.readers[0] if len(self.readers) == 1 else engine.MultiReader(self.readers)
            self._searcher = engine.Searcher(whole, weighting=weighting())
        if self._searcher is not None:
            self._searcher.search_with_collector(query, collector)
            trim(leaf.file for leaf in collection_of(self._searcher).leaves)

    def document_frequency(self, stem: str) -> int:
        """In the text of how many documents a stem is."""
        return sum(reader.doc_frequency("text", stem.encode()) for reader in self.readers)

    def close(self) -> None:
        """Let go of the files."""
        for reader in self._readers or ():
            reader.close()
        self._readers = []
        self._searcher = None

    def check(self) -> None:
        """Compare every byte with the checksums.  Raises DamagedIndex where one differs."""
        self._segments_of(latest_generation(self.storage.folder, self.name), thorough=True)

    def _look(self, thorough: bool = False) -> tuple[int, list[_Segment]]:
        """The latest generation and its segments, compared with what was written."""
        for attempt in range(_ATTEMPTS):
            generation = latest_generation(self.storage.folder, self.name)
            try:
                return generation, self._segments_of(generation, thorough)
            except (FileNotFoundError, DamagedIndex):
                # A writer deletes what its commit replaced; what was there a moment ago is then gone.
                if latest_generation(self.storage.folder, self.name) == generation:
                    raise
                time.sleep(_PAUSE * attempt)
        raise DamagedIndex("the search index changes faster than it can be opened")

    def _segments_of(self, generation: int, thorough: bool) -> list[_Segment]:
        toc = f"_{self.name}_{generation}{TOC_SUFFIX}"
        toc_sum, sums = self.storage.sums(toc)
        self.storage.check(toc, toc_sum, thorough=True)
        found: list[_Segment] = []
        for segment in engine.TOC.read(self.storage, self.name, gen=generation, schema=self.schema).segments:
            names = names_with(sums, segment.segment_id())
            if len(names) < 2:
                raise DamagedIndex("the search index has lost files of a segment")
            for name in names:
                self.storage.check(name, sums[name], thorough)
            found.append((segment, names))
        return found

    def _open(self) -> list[Any]:
        while True:
            try:
                for _, names in self._segments:
                    self.storage.hold_columns(names)
                return [engine.SegmentReader(self.storage, self.schema, segment) for segment, _ in self._segments]
            except FileNotFoundError:  # a commit replaced them since they were looked at
                before = self.generation
                self.generation, self._known = self._look()
                if self.generation == before:
                    raise


def latest_generation(folder: str, name: str) -> int:
    """The generation of the newest TOC.  Raises DamagedIndex where there is none."""
    try:
        found = list(generations(folder, name))
    except OSError:
        found = []
    if not found:
        raise DamagedIndex(f"there is no search index in {folder}")
    return max(found)
