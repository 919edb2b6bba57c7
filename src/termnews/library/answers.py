"""Which articles answer a query."""

from __future__ import annotations

from array import array

from termnews.article import Hit, Results, Sort, Span
from termnews.library import selection
from termnews.library.articles import Articles
from termnews.library.opened import Stop
from termnews.library.values import Listing


class Answers(Articles):
    """Searches."""

    def search(
        self, query: str, limit: int | None = 50, offset: int = 0, sort: Sort = "relevance", *, as_typed: bool = False
    ) -> Results:
        """The articles that answer ``query``, with snippets; ``as_typed`` reads the last word as a prefix."""
        from termnews import search

        parsed = selection.asked(self._connections(), query, as_typed=as_typed)
        if parsed.empty:
            return Results(0, (), notes=parsed.notes)
        most = None if limit is None or sort != "relevance" else offset + limit
        found = self._connections().index().search(parsed, sets=selection.sets(self._connections(), parsed), limit=most)
        scores = dict(zip(found.numbers, found.scores, strict=True))
        numbers = found.numbers if sort == "relevance" else selection.by_date(self._connections(), found.numbers, sort)
        page = numbers[offset:] if limit is None else numbers[offset : offset + limit]
        texts = self._connections().catalog().texts(page)
        hits = []
        for row in self.rows(page):
            if row is not None:
                snippet, matches = search.snippet(texts.get(row.number, ""), parsed)
                hits.append(Hit(row, scores[row.number], snippet, matches))
        return Results(found.total, tuple(hits), found.cut, (*parsed.notes, *found.notes))

    def listing(
        self,
        query: str | None = None,
        *,
        sort: Sort = "newest",
        as_typed: bool = False,
        unread: bool | None = None,
        starred: bool | None = None,
        stop: Stop | None = None,
    ) -> Listing:
        """Everything that matches, in order, as numbers; no query, or a blank one, is every article.

        ``stop`` is asked now and then whether the answer is still wanted.
        """
        if query is None or not query.strip():
            by_date = self._connections().catalog().order("newest" if sort == "relevance" else sort)
            numbers = selection.filtered(self._connections(), by_date, unread=unread, starred=starred)
            return Listing(numbers, len(numbers))
        parsed = selection.asked(self._connections(), query, as_typed=as_typed)
        if parsed.empty:
            return Listing(array("q"), 0, notes=parsed.notes)
        found = self._connections().index().search(parsed, sets=selection.sets(self._connections(), parsed), stop=stop)
        numbers = found.numbers
        if sort != "relevance":
            numbers = selection.by_date(self._connections(), numbers, sort)
        numbers = selection.filtered(self._connections(), numbers, unread=unread, starred=starred)
        total = found.total if unread is None and starred is None else len(numbers)
        return Listing(numbers, total, found.cut, (*parsed.notes, *found.notes))

    def matches(self, query: str, text: str, *, as_typed: bool = False) -> tuple[Span, ...]:
        """The stretches of ``text`` that answer ``query``."""
        return selection.asked(self._connections(), query, as_typed=as_typed).matches(text)

    def _found(self, query: str) -> array[int]:
        """The numbers of all articles that answer a query, in no order that matters."""
        parsed = selection.asked(self._connections(), query)
        if parsed.empty:
            return array("q")
        return self._connections().index().search(parsed, sets=selection.sets(self._connections(), parsed)).numbers
