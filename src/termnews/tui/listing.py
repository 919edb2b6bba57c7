"""Filling the list: everything or a search, and rows as they are wanted."""

from __future__ import annotations

import asyncio
from array import array
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from textual.worker import Worker

from termnews.article import Sort
from termnews.errors import TermnewsError
from termnews.tui.reader import Near, Question, Reader
from termnews.tui.widgets.article_list import ArticleList

if TYPE_CHECKING:
    from termnews.tui.page import Page

_RESTING = 0.4  # seconds without a key after which nobody types on
_SORTS: tuple[Sort, ...] = ("newest", "oldest")
_SEARCH_SORTS: tuple[Sort, ...] = ("relevance", "newest", "oldest")


class Kept(NamedTuple):
    """The article that the cursor stays on.  The id counts: a catalog that is made anew gives other numbers."""

    number: int | None
    id: str | None


@dataclass(frozen=True, slots=True)
class Place:
    """Where the reader is in a list: what it shows, the article under the cursor, the line on top."""

    question: Question
    numbers: array[int]
    current: Kept
    top: int


class Listings:
    """What the list shows and why.  Newer questions take the place of older ones that are not answered yet."""

    def __init__(
        self,
        articles: ArticleList,
        reader: Reader,
        question: Question,
        tell: Callable[[str], None],
        show_page: Callable[[Page, str | None], None],
    ) -> None:
        """``tell`` says something to the reader, ``show_page`` shows an article with the matches of a query."""
        self.question = question
        self.reader = reader
        self.answered = False
        self.suggestion: str | None = None
        self.suggestion_key = ""
        self._articles = articles
        self._tell = tell
        self._show_page = show_page
        self._trail: list[Place] = []
        self._everything = Question() if question.query is not None else question

    @property
    def searching(self) -> bool:
        """Whether the list shows a search, or what is near an article."""
        return not self.question.of_everything

    def ask(self, question: Question, keep: int | None = None) -> None:
        """Show the answer to ``question``, with the cursor on article ``keep``, else on the first."""
        if question.query != self.question.query:
            self._articles.ask_anew()
        self.question = question
        self._run(partial(self._answer, question, lambda: self._kept(keep)), "listing")

    def refresh(self) -> None:
        """Ask the same again: the library has changed.  The cursor stays on its article."""
        self._run(partial(self._answer, self.question, self._under_cursor, anew=True), "listing")

    def place(self) -> Place:
        """Where the reader is."""
        return Place(self.question, self._articles.numbers, self._under_cursor(), self._articles.top)

    def return_to(self, place: Place) -> None:
        """Show the list as it was at ``place``; and then, where the library has changed meanwhile, as it is now."""
        self.question = place.question
        self._articles.ask_anew()
        self._articles.empty_text = self._nothing()
        self._head(len(place.numbers), False)
        self._articles.show_at(place.numbers, place.current.number, place.top)
        keep = place.current

        def kept() -> Kept:
            return keep if self._articles.current == keep.number else self._under_cursor()

        self._run(partial(self._answer, self.question, kept, anew=True), "listing")

    def visit(self, number: int) -> None:
        """Bring the cursor to article ``number``: in this list, else in that of all articles."""
        if number in self._articles.numbers:
            self._articles.point(self._articles.numbers.index(number))
        else:
            self.ask(Question(), number)

    def _kept(self, number: int | None) -> Kept:
        entry = self._articles.entry(number) if number is not None else None
        return Kept(number, entry.row.id if entry is not None else None)

    def _under_cursor(self) -> Kept:
        return self._kept(self._articles.current)

    def fetch(self, numbers: list[int]) -> None:
        """Bring rows into the list."""
        self._run(partial(self._fetch, numbers), "rows")

    async def _answer(self, question: Question, keep: Callable[[], Kept], anew: bool = False) -> None:
        try:
            first = 0 if anew else 2 * self._articles.window
            with_page = not anew and keep().number is None
            listing, entries, page = await self.reader.found(question, first, self._articles.asked, with_page=with_page)
        except TermnewsError as error:
            self._tell(str(error))
            return
        current = keep().number
        if anew:
            current = await self._now(keep)
        numbers = listing.numbers
        if anew and question.unread_only and current is not None:
            numbers = self._with_current(numbers, current)
        self.answered = True
        self._articles.empty_text = self._nothing()
        self._head(listing.total, listing.cut)
        self._articles.show(numbers, keep=current, entries=entries)
        if page is not None:
            self._show_page(page, question.query)
        if listing.notes:
            self._tell("; ".join(listing.notes))
        await self._suggest(question, bool(listing.total))
        if not listing.in_order:
            await self._put_in_order(question)

    async def _put_in_order(self, question: Question) -> None:
        """Bring the articles far behind the first ones into order too, once no more keys come."""
        await asyncio.sleep(_RESTING)
        try:
            listing = await self.reader.listing(question)
        except TermnewsError as error:
            self._tell(str(error))
        else:
            numbers, current = listing.numbers, self._articles.current
            if current is not None:  # it may answer no more: it was unread when it was found
                numbers = self._with_current(numbers, current)
            self._articles.show(numbers, keep=current)

    async def _suggest(self, question: Question, found: bool) -> None:
        """Offer what may have been meant by a search that finds nothing."""
        self.suggestion = None
        if found or question.query is None:
            return
        suggestion = await self.reader.suggestion(question.query)
        if suggestion is not None and question == self.question:
            self.suggestion = suggestion
            self._articles.empty_text = self._nothing()
            self._articles.forget_lines()

    async def _now(self, keep: Callable[[], Kept]) -> int | None:
        """The number that the article to keep has now; rows are asked for anew."""
        kept, asked = keep(), None
        number = kept.number
        while kept != asked:  # the reader may go on to another one meanwhile
            asked = kept
            number = kept.number if kept.id is None else await self.reader.number_of(kept.id)
            kept = keep()
        self._articles.ask_anew(forget=number is not None and number != kept.number)
        return kept.number if number is None else number

    async def _fetch(self, numbers: list[int]) -> None:
        asked = self._articles.asked
        try:
            entries, gone = await self.reader.entries(numbers, self.question.query, asked)
        except TermnewsError as error:
            self._tell(str(error))
            return
        self._articles.take(entries, gone)

    def _with_current(self, numbers: array[int], current: int) -> array[int]:
        """An article that is being read stays in the list of unread ones until the reader asks for another list."""
        if current in numbers:
            return numbers
        place = {number: index for index, number in enumerate(numbers)}
        following = self._articles.numbers[self._articles.cursor + 1 :]
        index = next((place[number] for number in following if number in place), len(numbers))
        return numbers[:index] + array("q", [current]) + numbers[index:]

    # Searching

    def search(self, text: str) -> None:
        """Search for what has been typed so far; where the search begins, remember the place."""
        if not self.searching and not self._trail:
            self._trail.append(self.place())
        if text.strip():
            sort: Sort = self.question.sort if self.question.query is not None else "relevance"
            self.ask(replace(self.question, query=text, sort=sort, near=None))
        elif self.searching:
            self._restore()

    def narrow(self, query: str) -> None:
        """Search what is listed with one more condition.  It goes first: the last word is still the one being typed."""
        asked = self.question.query or ""
        self.search(f"{query} ({asked})" if asked.lstrip().startswith("OR ") else f"{query} {asked}".rstrip())

    def show_near(self, near: Near) -> None:
        """Show what is near an article, and remember the place."""
        self._trail.append(self.place())
        self.ask(Question(sort="relevance" if near.kind == "related" else "newest", near=near))

    def leave_search(self) -> None:
        """Back to the list as it was."""
        self._restore()
        if self._trail:
            self._trail.pop()

    def _restore(self) -> None:
        if self._trail:
            self.return_to(self._trail[-1])
        else:
            self.ask(replace(self._everything, unread_only=self.question.unread_only), self._articles.current)

    def next_sort(self) -> Sort:
        """Show the list in the next order."""
        if self.question.near is not None:
            return self.question.sort
        sorts = _SEARCH_SORTS if self.searching else _SORTS
        sort = sorts[(sorts.index(self.question.sort) + 1) % len(sorts)]
        self.ask(replace(self.question, sort=sort), self._articles.current)
        return sort

    def toggle_unread_only(self) -> bool:
        """Leave out what has been read, or no longer."""
        self.ask(replace(self.question, unread_only=not self.question.unread_only), self._articles.current)
        return self.question.unread_only

    # Words

    def _head(self, total: int, cut: bool) -> None:
        self._articles.head(f"1 {self._name()} · {total:,}{'+' if cut else ''}")

    def _name(self) -> str:
        near, query = self.question.near, self.question.query
        if near is not None:
            return f"{'Like' if near.kind == 'related' else 'Copies of'} “{near.headline}”"
        if query is not None:
            return f"“{query}”"
        return "Unread" if self.question.unread_only else "Articles"

    def _nothing(self) -> str:
        if self.searching:
            if self.suggestion is None:
                return "Nothing found"
            return f"Nothing found\nDid you mean “{self.suggestion}”?\n{self.suggestion_key} takes it"
        return "Nothing unread" if self.question.unread_only else "No articles yet"

    def about(self) -> str:
        """How the list is ordered and what it leaves out, in a few words."""
        words = [] if self.question.sort in ("newest", "relevance") else [f"{self.question.sort} first"]
        if self.question.near is not None:
            words = ["about the same" if self.question.near.kind == "related" else "nearly the same text"]
        elif self.searching:
            words = ["search" if self.question.sort == "relevance" else f"search, {self.question.sort} first"]
        if self.question.unread_only:
            words.append("unread only")
        return " · ".join(words)

    def _run(self, work: Callable[[], Coroutine[None, None, None]], group: str) -> Worker[None]:
        return self._articles.run_worker(work, group=group, exclusive=True)
