"""Which articles answer a query."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from typing import TYPE_CHECKING

from termnews.article import Hit, Results, Sort, Span
from termnews.library import selection
from termnews.library.articles import Articles
from termnews.library.opened import Stop
from termnews.library.values import Listing

if TYPE_CHECKING:
    from termnews.search import Found, Query


class Answers(Articles):
    """Searches."""

    def search(
        self,
        query: str,
        limit: int | None = 50,
        offset: int = 0,
        sort: Sort = "relevance",
        *,
        as_typed: bool = False,
        fold: bool = True,
        recency: bool = True,
    ) -> Results:
        """The articles that answer ``query``, with snippets; ``as_typed`` reads the last word as a prefix.

        With ``fold`` the first of several near-copies that match stands for them all.  Without ``recency`` the date of
        an article has no part in its relevance.
        """
        parsed = selection.asked(self._connections(), query, as_typed=as_typed)
        if parsed.empty:
            return Results(0, (), notes=parsed.notes)
        most = None if limit is None else offset + limit
        found = self._answer(parsed, sort, fold=fold, recency=recency, limit=most)
        hits = self._hits(found, offset, parsed)
        return Results(found.total, hits, found.cut, parsed.notes, found.folded)

    def listing(
        self,
        query: str | None = None,
        *,
        sort: Sort = "newest",
        as_typed: bool = False,
        unread: bool | None = None,
        starred: bool | None = None,
        fold: bool = True,
        recency: bool = True,
        first: int | None = None,
        stop: Stop | None = None,
    ) -> Listing:
        """Everything that matches, in order, as numbers; no query, or a blank one, is every article.

        ``first`` is how many a search has to put in order: to order the others of a hundred thousand takes as long as
        to find them.  ``fold`` and ``recency`` are as in ``search``; ``stop`` is asked now and then whether the answer
        is still wanted.
        """
        if query is None or not query.strip():
            by_date = self._connections().catalog().order("newest" if sort == "relevance" else sort)
            numbers = selection.filtered(self._connections(), by_date, unread=unread, starred=starred)
            kept = selection.folded(self._connections(), numbers) if fold else numbers
            return Listing(kept, len(kept), folded=len(numbers) - len(kept))
        parsed = selection.asked(self._connections(), query, as_typed=as_typed)
        if parsed.empty:
            return Listing(array("q"), 0, notes=parsed.notes)
        chosen = unread is not None or starred is not None
        if chosen:
            first = None
        found = self._answer(parsed, sort, fold=fold and not chosen, recency=recency, limit=first, rest=True, stop=stop)
        if not chosen:
            return Listing(found.numbers, found.total, found.cut, parsed.notes, found.folded, first)
        numbers = selection.filtered(self._connections(), found.numbers, unread=unread, starred=starred)
        kept = selection.folded(self._connections(), numbers) if fold else numbers
        return Listing(kept, len(kept), found.cut, parsed.notes, len(numbers) - len(kept))

    def related(self, id_: str, limit: int | None = 20, offset: int = 0, *, fold: bool = True) -> Results:
        """The articles that are about the same as this one, the most alike first; not itself and its near-copies.

        A snippet shows the words that tell so.  Raises UnknownArticle.
        """
        from termnews import search

        here = self._connections()
        article = here.catalog().article(id_)
        if article is None:
            raise self._unknown(id_)
        (number,) = here.catalog().numbers([id_])
        found, telling = here.index().related(
            search.Document(number, article),
            without=here.catalog().copies(id_),
            stories=here.stories() if fold else None,
            limit=None if limit is None else offset + limit,
        )
        return Results(found.total, self._hits(found, offset, telling), found.cut, folded=found.folded)

    def suggest(self, query: str, *, as_typed: bool = False) -> str | None:
        """The query with words of the library in place of those that it does not have; None where it has them all, or
        none that are spelt alike."""
        parsed = selection.asked(self._connections(), query, as_typed=as_typed)
        return self._connections().index().suggest(parsed)

    def matches(
        self, query: str, text: str, *, as_typed: bool = False, language: str | None = None
    ) -> tuple[Span, ...]:
        """The stretches of ``text``, which is in ``language``, that answer ``query``."""
        return selection.asked(self._connections(), query, as_typed=as_typed).matches(text, language)

    def matches_in_headlines(
        self, query: str, headlines: Sequence[str], *, as_typed: bool = False
    ) -> list[tuple[Span, ...]]:
        """For each of the headlines the stretches of it that answer ``query``."""
        parsed = selection.asked(self._connections(), query, as_typed=as_typed)
        return [parsed.matches(headline) for headline in headlines]

    def _hits(self, found: Found, offset: int, query: Query) -> tuple[Hit, ...]:
        """Rows and snippets of what was found, from ``offset`` on."""
        from termnews import search

        scores = dict(zip(found.numbers, found.scores, strict=True))
        page = found.numbers[offset:]
        texts = self._connections().catalog().texts(page)
        hits = []
        for row in self.rows(page):
            if row is not None:
                snippet, matches = search.snippet(texts.get(row.number, ""), query, language=row.language)
                hits.append(Hit(row, scores[row.number], snippet, matches))
        return tuple(hits)

    def _answer(
        self,
        parsed: Query,
        sort: Sort = "relevance",
        *,
        fold: bool = True,
        recency: bool = True,
        limit: int | None = None,
        rest: bool = False,
        stop: Stop | None = None,
    ) -> Found:
        """What the index finds, in the order asked for; with ``rest`` behind the first ``limit`` in no order."""
        from termnews import search

        here = self._connections()
        index = here.index()
        rank: search.Relevance | search.Order
        if sort == "relevance":
            rank = search.Relevance(here.catalog().newest() if recency else None)
        else:
            rank = here.order(sort)
        stories = here.stories() if fold else None
        return index.search(
            parsed,
            sets=selection.sets(here, parsed),
            rank=rank,
            stories=stories,
            limit=limit,
            rest=rest,
            stop=stop,
        )
