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
    from termnews.search import Matching, Query, Stories

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

        A speaker is a person, under whatever name: see ``speakers``; where the query asks what was said (``said:``), it
        is whoever said that.  A count is what a search for the query finds that has the facet's query beside it.  No
        query, or a blank one, is every article.
        ``stop`` is asked now and then whether the answer is still wanted.  Raises TermnewsError where ``by`` names
        something else.
        """
        for name in by:
            if name not in FACETS:
                raise TermnewsError(f"{name}: answers are counted by {', '.join(FACETS)}")
        asked = self._asked(query, as_typed=as_typed)
        if asked is not None and asked.empty:
            return dict.fromkeys(by, ())
        found = self._matching(asked, stop)
        stories = self._connections().stories() if fold else None
        return {name: tuple(self._facets(name, asked, found, stories, limit, stop)) for name in by}

    def timeline(
        self, query: str | None, *, as_typed: bool = False, fold: bool = True, stop: Stop | None = None
    ) -> Timeline:
        """How many answers there are of each day, or of each month or year where the days are many.

        The rest is as in ``facets``.
        """
        from termnews import search

        asked = self._asked(query, as_typed=as_typed)
        if asked is not None and asked.empty:
            return Timeline("day", ())
        found = self._matching(asked, stop)
        stories = self._connections().stories() if fold else None
        unit, points, undated = search.over_time(found.numbers, found.dates, stories)
        return Timeline(unit, tuple(points), undated)

    def _asked(self, query: str | None, *, as_typed: bool) -> Query | None:
        if query is None or not query.strip():
            return None
        return selection.asked(self._connections(), query, as_typed=as_typed)

    def _matching(self, asked: Query | None, stop: Stop | None) -> Matching:
        here = self._connections()
        return here.index().matching(asked, sets=selection.sets(here, asked) if asked else {}, stop=stop)

    def _facets(
        self,
        name: str,
        asked: Query | None,
        found: Matching,
        stories: Stories | None,
        limit: int | None,
        stop: Stop | None,
    ) -> Iterable[Facet]:
        from termnews import search

        here = self._connections()
        if name in _DATES:
            for date, count in search.latest(name, found.numbers, found.dates, stories, limit):
                yield Facet(date, count, f"date:{date}")
            return
        if name == "speaker":
            values = self._speaking(asked, found, stories, limit, stop)
        else:
            values = here.values(name).most_frequent(found.numbers, stories, limit)
        for value, count in values:
            yield Facet(value, count, f'{name}:"{_MARKS.sub(" ", value).strip()}"')

    def _speaking(
        self, asked: Query | None, found: Matching, stories: Stories | None, limit: int | None, stop: Stop | None
    ) -> list[tuple[str, int]]:
        """Who said what was asked for, or who speaks in the articles where that was not the question."""
        here = self._connections()
        spoken = here.index().spoken(asked, sets=selection.sets(here, asked), stop=stop) if asked else None
        if spoken is None:
            return here.voices().most_frequent(found.numbers, stories, limit)
        return here.voices().most_frequent_of(spoken, stories, limit)
