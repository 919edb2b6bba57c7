"""Who said what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from termnews.article import QuoteResults, Sort, Speaker
from termnews.library import selection
from termnews.library.articles import Articles


class Quoting(Articles):
    """Quotations and the people who speak."""

    def quotes(
        self,
        query: str | None = None,
        *,
        speaker: str | None = None,
        article: str | None = None,
        indirect: bool = False,
        sort: Sort | None = None,
        limit: int | None = 50,
        offset: int = 0,
        fold: bool = True,
    ) -> QuoteResults:
        """What was said: quotations that answer ``query``, best first, or all, of the newest articles first, where
        ``sort`` does not say otherwise (by relevance only where there is a query).

        ``speaker`` is any part of a name, in whole words without case and accents; ``article`` an id.  With ``fold``
        the first of several quotations in near-copies of one article, of the same words by the same speaker, stands
        for them all.  Raises UnknownArticle.
        """
        catalog = self._connections().catalog()
        if article is not None and not len(catalog.numbers([article])):
            raise self._unknown(article)
        names = None if speaker is None else selection.people_called(speaker, catalog.speaker_names())
        scores: dict[tuple[int, int], float] = {}
        cut = False
        notes: tuple[str, ...] = ()
        if query is None:
            keys: Sequence[tuple[int, int]] = catalog.quote_keys(article=article, speakers=names, indirect=indirect)
        else:
            here = self._connections()
            parsed = selection.asked(here, query)
            if parsed.empty:
                return QuoteResults(0, (), notes=parsed.notes)
            found = here.index().quotations(parsed, indirect=indirect, sets=selection.sets(here, parsed))
            keys = found.keys
            if article is not None or names is not None:
                allowed = set(catalog.quote_keys(article=article, speakers=names, indirect=indirect))
                keys = [key for key in keys if key in allowed]
            scores = dict(zip(found.keys, found.scores, strict=True))
            cut, notes = found.cut, parsed.notes
        if sort == "oldest" or (sort == "newest" and query is not None):
            keys = self._by_date(keys, sort)
        kept = selection.folded_quotations(self._connections(), keys) if fold else keys
        page = kept[offset:] if limit is None else kept[offset : offset + limit]
        known = catalog.quotations(page)
        said = tuple(replace(known[key], score=scores.get(key, 0.0)) for key in page if key in known)
        return QuoteResults(len(kept), said, cut, notes, len(keys) - len(kept))

    def _by_date(self, keys: Sequence[tuple[int, int]], sort: Sort) -> list[tuple[int, int]]:
        """Keys in the order of their articles, those of one article in the order of its text."""
        numbers = selection.by_date(self._connections(), {number for number, _ in keys}, sort)
        rank = {number: place for place, number in enumerate(numbers)}
        return sorted((key for key in keys if key[0] in rank), key=lambda key: (rank[key[0]], key[1]))

    def speakers(self) -> tuple[Speaker, ...]:
        """Who speaks, most quoted first."""
        return self._connections().catalog().speakers()
