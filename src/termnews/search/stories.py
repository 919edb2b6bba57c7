"""Near-copies folded: of the articles that match, one stands for all that tell the same story."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

from termnews.search.columnar.arrays import Array, np


class Stories:
    """Which articles tell the same story.  An article that stands alone is its own story."""

    def __init__(self, groups: Iterable[tuple[int, int]]) -> None:
        """``groups`` are the articles that have near-copies, each with the number by which its group is called, which
        is that of an article of the group."""
        pairs = np.fromiter(chain.from_iterable(groups), dtype=np.int64).reshape(-1, 2)
        self._stories = np.arange(int(pairs.max()) + 1 if len(pairs) else 0)
        self._stories[pairs[:, 0]] = pairs[:, 1]
        self._copied = np.zeros(len(self._stories), dtype=bool)
        self._copied[pairs[:, 0]] = True

    def __bool__(self) -> bool:
        """Whether any article has near-copies."""
        return bool(len(self._stories))

    def of(self, numbers: Array) -> Array:
        """The story that each article tells."""
        if not len(self._stories):
            return numbers
        known = numbers < len(self._stories)
        if known.all():
            return self._stories.take(numbers)
        stories = numbers.copy()
        stories[known] = self._stories.take(numbers[known])
        return stories

    def among(self, numbers: Array) -> Array:
        """The places of those articles that have near-copies."""
        if not len(self._stories):
            return np.empty(0, dtype=np.intp)
        known = np.minimum(numbers, len(self._stories) - 1)
        return np.flatnonzero(self._copied.take(known) & (known == numbers))

    def folded(self, numbers: Array, keys: Array) -> Array:
        """The places of those for which another one stands: it tells the same story with a lower key, or where keys are
        equal with a lower number."""
        places = self.among(numbers)
        stories = self.of(numbers[places])
        order = np.lexsort((numbers[places], keys[places], stories))
        again = np.flatnonzero(stories[order][1:] == stories[order][:-1]) + 1
        return np.asarray(places[order[again]])

    def count(self, numbers: Array) -> int:
        """How many stories the articles tell."""
        places = self.among(numbers)
        return len(numbers) - len(places) + len(np.unique(self.of(numbers[places])))
