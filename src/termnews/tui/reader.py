"""Reading from the library off the screen's thread.

Two threads read: one searches, one fetches what is near the cursor, so that a long search never holds up the article
that is looked at.  They touch no widget; what they read comes back to the event loop as a message of its own, to the
worker that asked.  A worker that is cancelled, because something newer was asked, stops its thread's work.
"""

from __future__ import annotations

import asyncio
import threading
from array import array
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeVar

from termnews.errors import TermnewsError
from termnews.folding import fold
from termnews.terminal import clean_line

if TYPE_CHECKING:
    from termnews.article import Article, Facet, Row, SavedSearch, Sort, Span, Timeline
    from termnews.library import Library, Listing
    from termnews.tui.page import Entry, Page
    from termnews.tui.sayings import Asked, Saying

_RELATED = 200  # articles about the same that are worth a look
_FACETS = ("speaker", "source", "section", "author", "tag")
MOST_FACETS = 1_000  # values of a kind that anybody looks through
_IN_ORDER = 200  # articles that a search puts in order before it is shown
_AT_ONCE = 500  # quotations read between two looks at whether they are still wanted
T = TypeVar("T")
Stop = Callable[[], bool]


class NoLongerThere(TermnewsError):
    """The article left the library meanwhile."""


@dataclass(frozen=True, slots=True)
class Near:
    """The articles near one: those about the same, or its copies."""

    id: str
    headline: str
    kind: Literal["related", "copies"]


@dataclass(frozen=True, slots=True)
class Question:
    """What the list answers: a search, what is near an article, or everything; in an order, with or without what has
    been read."""

    query: str | None = None
    sort: Sort = "newest"
    unread_only: bool = False
    near: Near | None = None

    @property
    def of_everything(self) -> bool:
        """Whether it asks for no articles in particular."""
        return self.query is None and self.near is None


@dataclass(frozen=True, slots=True)
class Narrowing:
    """What a question's answer can be narrowed by, and how it lies in time."""

    facets: Mapping[str, tuple[Facet, ...]]
    timeline: Timeline


class Found(NamedTuple):
    """What answers a question; the first rows of it; and the first article, where it was asked for and is there."""

    listing: Listing
    entries: list[Entry]
    page: Page | None


class Reader:
    """A library as the browser reads it: each method waits without holding up the screen."""

    def __init__(self, library: Library | Path, *, recency: bool = True) -> None:
        """``recency``: whether recent articles count as a little more relevant."""
        self.root = library if isinstance(library, Path) else library.root
        self._library = None if isinstance(library, Path) else library
        self._opened_here = isinstance(library, Path)
        self._recency = recency
        self._opening = threading.Lock()
        self._fetching = ThreadPoolExecutor(1, "termnews-fetch")
        self._searching = ThreadPoolExecutor(1, "termnews-search")
        self._closed = threading.Event()

    @property
    def library(self) -> Library:
        """The library; imported and opened when a thread first asks for it, if it was given as its folder."""
        with self._opening:
            if self._library is None:
                from termnews.library import Library

                self._library = Library(self.root)
            return self._library

    def put_away(self) -> None:
        """Close the library, if it was opened here: once nothing runs any more."""
        if self._opened_here and self._library is not None:
            self._library.close()

    def close(self) -> None:
        """Stop what is being read; nothing can be asked any more."""
        self._closed.set()
        for pool in (self._fetching, self._searching):
            pool.shutdown(wait=False, cancel_futures=True)

    async def listing(self, question: Question) -> Listing:
        """The numbers that answer the question; none where the library was never read."""
        pool = self._fetching if question.of_everything else self._searching
        return await self._run(pool, lambda stop: self._listing(question, stop))

    async def found(self, question: Question, first: int, asked: int, *, with_page: bool) -> Found:
        """What answers the question, with so many of the first rows and, if so wanted, the first article: together, so
        that the screen is drawn once.  The articles far behind those rows may not be in order yet."""
        pool = self._fetching if question.of_everything else self._searching
        return await self._run(pool, lambda stop: self._found(question, first, asked, with_page, stop))

    async def changed(self) -> bool:
        """Whether somebody committed something since this was last asked.

        ``Library.changed`` compares with what its last caller saw: it is asked here only, in the one thread that
        fetches, and by one caller (``Syncing``).
        """
        return await self._run(self._fetching, lambda _: self.library.changed())

    async def entries(self, numbers: Sequence[int], query: str | None, asked: int) -> tuple[list[Entry], list[int]]:
        """The rows with these numbers, with the query's matches in the headlines; and the numbers that are gone."""
        return await self._run(self._fetching, lambda stop: self._entries(numbers, query, asked, stop))

    async def page(self, number: int, query: str | None) -> Page:
        """The article with this number.  Raises NoLongerThere, and Unreadable."""
        return await self._run(self._fetching, lambda _: self._page(number, query))

    async def article(self, number: int) -> Article:
        """The article itself, as its file gives it.  Raises NoLongerThere, and Unreadable."""
        return await self._run(self._fetching, lambda _: self._article(number))

    async def mark(self, number: int, *, read: bool | None = None, starred: bool | None = None) -> Row:
        """Mark the article with this number; its row after that.  Raises TermnewsError where that can't be kept."""
        return await self._run(self._fetching, lambda _: self._mark(number, read, starred))

    async def next_unread(self, numbers: array[int], position: int) -> int | None:
        """The position of the next unread article after ``position``, going round."""
        return await self._run(self._fetching, lambda _: self.library.next_unread(numbers, position))

    async def number_of(self, id_: str) -> int | None:
        """The number of an article now: a catalog that was made anew gives it another."""
        return await self._run(self._fetching, lambda _: self._number_of(id_))

    async def sayings(self, asked: Asked, offset: int, limit: int) -> tuple[int, list[Saying]]:
        """How many quotations were asked for, and a part of them in their order."""
        return await self._run(self._fetching, lambda _: self._sayings(asked, offset, limit))

    async def sayings_with(self, asked: Asked, wanted: str) -> list[Saying]:
        """The quotations that were asked for and hold every word of ``wanted``, in speaker, headline or themselves."""
        return await self._run(self._searching, lambda stop: self._sayings_with(asked, wanted, stop))

    async def narrowing(self, question: Question) -> Narrowing:
        """What the answer to a search, or everything, can be narrowed by."""
        return await self._run(self._searching, lambda stop: self._narrowing(question, stop))

    async def suggestion(self, query: str) -> str | None:
        """What may have been meant by a query that finds nothing."""
        return await self._run(self._searching, lambda _: self.library.suggest(query, as_typed=True))

    async def saved_searches(self) -> tuple[SavedSearch, ...]:
        """The searches that were kept, by name, with how much is new."""
        return await self._run(self._searching, lambda _: self.library.saved_searches())

    async def save_search(self, name: str, query: str) -> SavedSearch:
        """Keep a search.  Raises TermnewsError where the name is taken or is none."""
        return await self._run(self._fetching, lambda _: self.library.save_search(name, query))

    async def forget_search(self, name: str) -> None:
        """Forget a search that was kept.  Raises TermnewsError where that can't be kept."""
        await self._run(self._fetching, lambda _: self.library.forget_search(name))

    async def look_at(self, name: str) -> None:
        """A kept search is looked at now.  Raises TermnewsError where that can't be kept."""
        await self._run(self._fetching, lambda _: self.library.look_at(name))

    async def get_ready_to_search(self) -> None:
        """Load what searching and showing takes and read what every search asks of the index, before the first key."""
        await self._run(self._searching, lambda stop: self._found(Question("a", "relevance"), 1, 0, True, stop))

    async def sync_command(self) -> tuple[list[str], dict[str, str]]:
        """Command and environment of the process that syncs."""
        return await self._run(self._fetching, lambda _: self.library.sync_command())

    async def _run(self, pool: ThreadPoolExecutor, work: Callable[[Stop], T]) -> T:
        unwanted = threading.Event()

        def stop() -> bool:
            return unwanted.is_set() or self._closed.is_set()

        try:
            return await asyncio.get_running_loop().run_in_executor(pool, work, stop)
        finally:
            unwanted.set()

    # In the threads

    def _listing(self, question: Question, stop: Stop, first: int | None = None) -> Listing:
        from termnews.library import Listing, NotIndexed

        if question.near is not None:
            return self._listing_near(question.near, question.unread_only)
        try:
            return self.library.listing(
                question.query,
                sort=question.sort,
                as_typed=question.query is not None,
                unread=True if question.unread_only else None,
                recency=self._recency,
                first=first,
                stop=stop,
            )
        except NotIndexed:
            return Listing(array("q"), 0)

    def _found(self, question: Question, first: int, asked: int, with_page: bool, stop: Stop) -> Found:
        listing = self._listing(question, stop, max(first, _IN_ORDER) if first else None)
        numbers = listing.numbers[:first]
        entries = self._entries(numbers, question.query, asked, stop)[0] if numbers else []
        page = None
        if with_page and numbers and not stop():
            with suppress(TermnewsError):  # which is told where the article is shown by itself
                page = self._page(numbers[0], question.query)
        return Found(listing, entries, page)

    def _listing_near(self, near: Near, unread_only: bool) -> Listing:
        from termnews.library import Listing

        try:
            if near.kind == "copies":
                rows = self.library.copies(near.id)
            else:
                rows = tuple(hit.row for hit in self.library.related(near.id, limit=_RELATED).hits)
        except KeyError:
            raise NoLongerThere("that article has left the library") from None
        numbers = array("q", [row.number for row in rows if not (unread_only and row.read)])
        return Listing(numbers, len(numbers))

    def _narrowing(self, question: Question, stop: Stop) -> Narrowing:
        query = question.query or ""
        if question.unread_only:
            query = f"is:unread {query}"
        timeline = self.library.timeline(query or None, as_typed=True, stop=stop)
        facets = self.library.facets(query or None, (*_FACETS, timeline.unit), MOST_FACETS, as_typed=True, stop=stop)
        return Narrowing(facets, timeline)

    def _entries(
        self, numbers: Sequence[int], query: str | None, asked: int, stop: Stop
    ) -> tuple[list[Entry], list[int]]:
        from termnews.tui.page import of_row

        if stop():
            return [], []
        rows = self.library.rows(numbers)
        shown = [row for row in rows if row is not None]
        marks: Sequence[tuple[Span, ...]] = [()] * len(shown)
        if query is not None:
            headlines = [clean_line(row.headline) for row in shown]
            marks = self.library.matches_in_headlines(query, headlines, as_typed=True)
        entries = [of_row(row, spans, asked) for row, spans in zip(shown, marks, strict=True)]
        return entries, [number for number, row in zip(numbers, rows, strict=True) if row is None]

    def _row(self, number: int) -> Row:
        row = self.library.rows([number])[0]
        if row is None:
            raise NoLongerThere("that article has left the library")
        return row

    def _article(self, number: int) -> Article:
        try:
            return self.library.article(self._row(number).id)
        except KeyError:
            raise NoLongerThere("that article has left the library") from None

    def _page(self, number: int, query: str | None) -> Page:
        from termnews.tui.page import of_article

        article = self._article(number)
        try:
            quotes = self.library.article_quotes(article.id, indirect=True)
        except KeyError:
            quotes = ()
        if query is None:
            return of_article(number, article, quotes)
        matches = self.library.matches(query, article.text, as_typed=True, language=article.language)
        return of_article(number, article, quotes, matches)

    def _number_of(self, id_: str) -> int | None:
        try:
            return self.library.row(id_).number
        except (KeyError, TermnewsError):
            return None

    def _sayings(self, asked: Asked, offset: int, limit: int) -> tuple[int, list[Saying]]:
        from termnews.tui.sayings import of_quotation

        found = self.library.quotes(
            asked.query,
            speaker=asked.speaker,
            indirect=asked.indirect,
            sort=asked.sort,
            limit=limit,
            offset=offset,
        )
        return found.total, [of_quotation(quotation) for quotation in found.quotations]

    def _sayings_with(self, asked: Asked, wanted: str, stop: Stop) -> list[Saying]:
        words = fold(wanted).split()
        found: list[Saying] = []
        offset, total = 0, 1
        while offset < total and not stop():
            total, sayings = self._sayings(asked, offset, _AT_ONCE)
            for saying in sayings:
                text = fold(f"{saying.speaker} {saying.said} {saying.headline}")
                if all(word in text for word in words):
                    found.append(saying)
            offset += _AT_ONCE
        return found

    def _mark(self, number: int, read: bool | None, starred: bool | None) -> Row:
        try:
            self.library.mark([self._row(number).id], read=read, starred=starred)
        except KeyError:
            raise NoLongerThere("that article has left the library") from None
        return self._row(number)
