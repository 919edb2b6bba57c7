"""What the answers have in common, by which they can be narrowed, and when they were published."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, get_args

from termnews.article import Facet, Timeline, Unit
from termnews.errors import TermnewsError
from termnews.library import selection
from termnews.library.articles import Articles
from termnews.library.opened import Stop

if TYPE_CHECKING:
    from termnews.search import Matching

FACETS = ("speaker", "source", "section", "author", "tag", "year", "month", "day")
"""What answers can be counted by."""
_DATES = get_args(Unit)
_MARKS = re.compile('["“”„‟«»]')


class Narrowing(Articles):
    """Counts of the answers to a query.

    Near-copies count once, as one row stands for them in a search; without ``fold`` each counts.
    """

    def facets(
        self,
        query: str | None,
        by: Sequence[str] = FACETS,
        limit: int | None = 10,
        *,
        as_typed: bool = False,
        fold: bool = True,
        stop: Stop | None = None,
    ) -> dict[str, tuple[Facet, ...]]:
        """For each of ``by`` (of ``FACETS``) the ``limit`` values that most answers have; of dates, the latest.

        A speaker is a person, under whatever name: see ``speakers``.  No query, or a blank one, is every article.
        ``stop`` is asked now and then whether the answer is still wanted.  Raises TermnewsError where ``by`` names
        something else.
        """
        for name in by:
            if name not in FACETS:
                raise TermnewsError(f"{name}: answers are counted by {', '.join(FACETS)}")
        found = self._matching(query, as_typed=as_typed, stop=stop)
        return {name: tuple(self._facets(name, found, limit, fold=fold)) for name in by}

    def timeline(
        self, query: str | None, *, as_typed: bool = False, fold: bool = True, stop: Stop | None = None
    ) -> Timeline:
        """How many answers there are of each day, or of each month or year where the days are many.

        The rest is as in ``facets``.
        """
        from termnews import search

        found = self._matching(query, as_typed=as_typed, stop=stop)
        if found is None:
            return Timeline("day", ())
        stories = self._connections().stories() if fold else None
        unit, points, undated = search.over_time(found.numbers, found.dates, stories)
        return Timeline(unit, tuple(points), undated)

    def _matching(self, query: str | None, *, as_typed: bool, stop: Stop | None) -> Matching | None:
        here = self._connections()
        if query is None or not query.strip():
            return here.index().matching(None, stop=stop)
        parsed = selection.asked(here, query, as_typed=as_typed)
        if parsed.empty:
            return None
        return here.index().matching(parsed, sets=selection.sets(here, parsed), stop=stop)

    def _facets(self, name: str, found: Matching | None, limit: int | None, *, fold: bool) -> Iterable[Facet]:
        from termnews import search

        if found is None:
            return
        here = self._connections()
        stories = here.stories() if fold else None
        if name in _DATES:
            for date, count in search.latest(name, found.numbers, found.dates, stories, limit):
                yield Facet(date, count, f"date:{date}")
            return
        for value, count in here.values(name).most_frequent(found.numbers, stories, limit):
            yield Facet(value, count, f'{name}:"{_MARKS.sub(" ", value).strip()}"')
