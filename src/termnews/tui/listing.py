"""Filling the list: everything or a search, and rows as they are wanted."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, replace
from functools import partial

from textual.worker import Worker

from termnews.article import Sort
from termnews.errors import TermnewsError
from termnews.tui.reader import Question, Reader
from termnews.tui.widgets.article_list import ArticleList
from termnews.tui.widgets.status_bar import StatusBar

_SORTS: tuple[Sort, ...] = ("newest", "oldest")
_SEARCH_SORTS: tuple[Sort, ...] = ("relevance", "newest", "oldest")


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the reader was before a search."""

    question: Question
    numbers: array[int]
    current: int | None
    top: int


class Listings:
    """What the list shows and why.  Newer questions take the place of older ones that are not answered yet."""

    def __init__(self, articles: ArticleList, status: StatusBar, reader: Reader, question: Question) -> None:
        self.question = question
        self.reader = reader
        self.answered = False
        self._articles = articles
        self._status = status
        self._before: _Place | None = None
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
        self._run(partial(self._answer, question, lambda: keep), "listing")

    def refresh(self) -> None:
        """Ask the same again: the library has changed.  The cursor stays on its article."""
        self._run(partial(self._answer, self.question, lambda: self._articles.current, anew=True), "listing")

    def fetch(self, numbers: list[int]) -> None:
        """Bring rows into the list."""
        self._run(partial(self._fetch, numbers), "rows")

    async def _answer(self, question: Question, keep: Callable[[], int | None], anew: bool = False) -> None:
        try:
            listing = await self.reader.listing(question)
        except TermnewsError as error:
            self._status.tell(str(error))
            return
        if anew:
            self._articles.ask_anew()
        numbers, current = listing.numbers, keep()
        if anew and question.unread_only and current is not None:
            numbers = self._with_current(numbers, current)
        self.answered = True
        self._articles.empty_text = self._nothing()
        self._head(listing.total, listing.cut)
        self._articles.show(numbers, keep=current)
        if listing.notes:
            self._status.tell("; ".join(listing.notes))

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
            articles = self._articles
            self._before = _Place(self.question, articles.numbers, articles.current, articles.top)
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
        self.question = before.question
        self._articles.ask_anew()
        self._articles.empty_text = self._nothing()
        self._head(len(before.numbers), False)
        self._articles.show_at(before.numbers, before.current, before.top)
        self.refresh()

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
