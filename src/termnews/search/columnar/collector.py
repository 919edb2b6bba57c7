"""A collector for Whoosh's ``Searcher.search_with_collector`` that takes in whole slices of the index.

collector = ColumnarCollector(limit=50)
searcher.search_with_collector(query, collector)
results = collector.results()      # Whoosh's Results: Hits, stored fields, highlights
len(results)                       # the exact total
"""

from __future__ import annotations

from typing import Any
from weakref import WeakKeyDictionary

from termnews.frozen import dataclass
from termnews.search import engine
from termnews.search.clock import Clock, Cut
from termnews.search.columnar.arrays import Array, np
from termnews.search.columnar.collection import Collection
from termnews.search.columnar.evaluate import Evaluator
from termnews.search.columnar.matches import Matches
from termnews.search.columnar.slices import LeafSlice, joined
from termnews.search.columnar.top import first

_collections: WeakKeyDictionary[Any, Collection] = WeakKeyDictionary()


@dataclass(frozen=True, slots=True)
class Found:
    """What matches in a slice, without what is deleted there."""

    slice: LeafSlice
    matches: Matches


class ColumnarCollector(engine.Collector):  # type: ignore[misc]
    """Finds all that matches, and gives the best ``limit`` of it; None is all.

    Best is the highest score, or with ``sorted_by`` the highest value of a numeric column, with ``ascending`` the
    lowest; equal ones come in the order of ``ties``, one or two numeric columns, or of their document numbers.

    Once the ``clock`` says so it ends with what it has, and ``cut`` is True.  Raises
    NotColumnar where the index, its weighting or the query is not for arrays.
    """

    def __init__(
        self,
        limit: int | None = 10,
        sorted_by: str | None = None,
        ascending: bool = False,
        ties: tuple[str, ...] = (),
        clock: Clock | None = None,
    ) -> None:
        super().__init__()
        self.limit = limit
        self._sorted_by, self._ascending, self._ties = sorted_by, ascending, ties
        self._clock = clock or Clock(float("inf"))
        self.found: list[Found] = []
        self.cut = False

    def run(self) -> None:
        """Evaluate the query in every slice."""
        collection = collection_of(self.top_searcher)
        memory: dict[Any, Any] = {}
        self.found = []
        try:
            for each in collection.slices:
                evaluator = Evaluator(collection, each, self._clock, memory)
                matches = evaluator.live(evaluator.evaluate(self.q, self._sorted_by is None))
                if len(matches.documents):
                    self.found.append(Found(each, matches))
                if evaluator.cut:
                    raise Cut
        except Cut:
            self.cut = True
        finally:
            self.finish()

    def count(self) -> int:
        """How many documents match: exact, unless ``cut``."""
        return sum(len(found.matches.documents) for found in self.found)

    def computes_count(self) -> bool:
        """Always."""
        return True

    def documents(self) -> Array:
        """The numbers of all documents that match, rising."""
        return joined([found.matches.documents + found.slice.offset for found in self.found], np.int64)

    def scores(self) -> Array:
        """Their scores, or what they are sorted by."""
        if self._sorted_by is not None:
            return self.values(self._sorted_by)
        parts = (found.matches.scores for found in self.found)
        return joined([scores for scores in parts if scores is not None], np.float64)

    def values(self, column: str, places: Array | None = None) -> Array:
        """The value of a numeric column for each of them, or for those at some places among them."""
        if places is None:
            parts = [found.slice.column(column).take(found.matches.documents) for found in self.found]
            return joined(parts, np.int64)
        values, start = np.zeros(len(places), dtype=np.int64), 0
        for found in self.found:
            documents = found.matches.documents
            inside = np.flatnonzero((places >= start) & (places < start + len(documents)))
            values[inside] = found.slice.column(column).take(documents.take(places.take(inside) - start))
            start += len(documents)
        return values

    def facets(self, column: str) -> dict[int, int]:
        """How many of them have each value of a numeric column."""
        values = self.values(column)
        if not len(values):
            return {}
        lowest = int(values.min())
        if int(values.max()) - lowest > 4 * len(values) + 1024:
            distinct, counts = np.unique(values, return_counts=True)
        else:
            counts = np.bincount(values - lowest)
            distinct = np.flatnonzero(counts)
            counts, distinct = counts[distinct], distinct + lowest
        return dict(zip(distinct.tolist(), counts.tolist(), strict=True))

    def all_ids(self) -> Any:
        """The numbers of all documents that match, as Whoosh asks for them."""
        return iter(self.documents().tolist())

    def best(self) -> Array:
        """The places, in ``documents`` and ``scores``, of the best, best first."""
        keys = self.scores()
        return first(keys if self._ascending else -keys, self._tie_breakers, self.limit)

    def _tie_breakers(self, places: Array) -> Array:
        if not self._ties:
            return self.documents().take(places)
        whole, *others = (self.values(name, places).astype(np.int64) for name in self._ties)
        for other in others:
            whole = (whole << 32) + other
        return whole

    def results(self) -> Any:
        """The best as Whoosh's Results."""
        places = self.best()
        scores, documents = self.scores()[places].tolist(), self.documents()[places].tolist()
        return self._results(list(zip(scores, documents, strict=True)))


def collection_of(searcher: Any) -> Collection:
    """The segments and statistics of a searcher, kept as long as it lives."""
    collection = _collections.get(searcher)
    if collection is None:
        collection = _collections[searcher] = Collection(searcher)
    return collection
