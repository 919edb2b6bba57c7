"""One of the two Whoosh indexes, opened: its segments and its searcher."""

from __future__ import annotations

import time
from typing import Any

from termnews.search import engine
from termnews.search.columnar.collector import ColumnarCollector, collection_of
from termnews.search.columnar.residency import trim
from termnews.search.damage import DamagedIndex
from termnews.search.layout import TOC_SUFFIX, generations
from termnews.search.schema import schema_of, weighting
from termnews.search.storage import DurableStorage, names_with

_ATTEMPTS = 10
_PAUSE = 0.02
"""Seconds before trying again to open files that a writer has just replaced."""


class Store:
    """One Whoosh index as it was at its ``generation``; a later commit is seen by opening it anew."""

    def __init__(self, folder: str, name: str, thorough: bool = False) -> None:
        self.name = name
        self.storage = DurableStorage(folder)
        self.schema = schema_of(name)
        self.generation, readers = self._open(thorough)
        self.readers = readers
        self._searcher: Any = None
        if readers:
            whole = readers[0] if len(readers) == 1 else engine.MultiReader(readers)
            self._searcher = engine.Searcher(whole, weighting=weighting())
        self.count: int = sum(reader.doc_count() for reader in readers)

    def search(self, query: Any, collector: ColumnarCollector) -> None:
        """Have the collector take in what matches a Whoosh query."""
        if self._searcher is not None:
            self._searcher.search_with_collector(query, collector)
            trim(leaf.file for leaf in collection_of(self._searcher).leaves)

    def close(self) -> None:
        """Let go of the files."""
        for reader in self.readers:
            reader.close()
        self.readers = []
        self._searcher = None

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
