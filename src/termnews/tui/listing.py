"""Filling the list: everything or a search, and rows as they are wanted."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, replace
from functools import partial
from typing import NamedTuple

from textual.worker import Worker

from termnews.article import Sort
from termnews.errors import TermnewsError
from termnews.tui.reader import Question, Reader
from termnews.tui.widgets.article_list import ArticleList
from termnews.tui.widgets.status_bar import StatusBar

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

    def __init__(self, articles: ArticleList, status: StatusBar, reader: Reader, question: Question) -> None:
        self.question = question
        self.reader = reader
        self.answered = False
        self._articles = articles
        self._status = status
        self._before: Place | None = None
        self._everything = Question() if question.query is not None else question

    @property
    def searching(self) -> bool:
        """Whether the list shows a search."""
        return self.question.query is not None

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
            listing = await self.reader.listing(question)
        except TermnewsError as error:
            self._status.tell(str(error))
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
        self._articles.show(numbers, keep=current)
        if listing.notes:
            self._status.tell("; ".join(listing.notes))

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
            self._status.tell(str(error))
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
        if not self.searching and self._before is None:
            self._before = self.place()
        if text.strip():
            sort: Sort = self.question.sort if self.searching else "relevance"
            self.ask(replace(self.question, query=text, sort=sort))
        elif self.searching:
            self._restore()

    def leave_search(self) -> None:
        """Back to the list as it was."""
        self._restore()
        self._before = None

    def _restore(self) -> None:
        before = self._before
        if before is None:
            self.ask(replace(self._everything, unread_only=self.question.unread_only), self._articles.current)
            return
        self.return_to(before)

    def next_sort(self) -> Sort:
        """Show the list in the next order."""
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
        everything = "Unread" if self.question.unread_only else "Articles"
        name = f"“{self.question.query}”" if self.searching else everything
        self._articles.head(f"1 {name} · {total:,}{'+' if cut else ''}")

    def _nothing(self) -> str:
        if self.searching:
            return "Nothing found"
        return "Nothing unread" if self.question.unread_only else "No articles yet"

    def about(self) -> str:
        """How the list is ordered and what it leaves out, in a few words."""
        words = [] if self.question.sort in ("newest", "relevance") else [f"{self.question.sort} first"]
        if self.searching:
            words = ["search" if self.question.sort == "relevance" else f"search, {self.question.sort} first"]
        if self.question.unread_only:
            words.append("unread only")
        return " · ".join(words)

    def _run(self, work: Callable[[], Coroutine[None, None, None]], group: str) -> Worker[None]:
        return self._articles.run_worker(work, group=group, exclusive=True)
