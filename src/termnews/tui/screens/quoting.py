"""A screen of panes that knows who said what: the sidebar narrowed, and screens of what was said elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import work

from termnews.config import Config
from termnews.tui.listing import Place
from termnews.tui.screens.reading import ReadingScreen

if TYPE_CHECKING:
    from termnews.tui import page
    from termnews.tui.sayings import Asked, Saying
    from termnews.tui.screens import sayings

FILTER = "filter"  # what stands before the line in which the sidebar is narrowed


@dataclass(frozen=True, slots=True)
class _Before:
    """Where the reader was before a screen of quotations was opened."""

    place: Place
    article: str | None
    pane: str
    top: int
    quote: int | None


@dataclass(frozen=True, slots=True)
class _Visit:
    """An article that was opened from a screen of quotations."""

    article: str
    sayings: sayings.Place
    before: _Before


class QuotingScreen(ReadingScreen, inherit_bindings=False):
    """Narrows the sidebar, and goes to what a person said elsewhere or what answers a search."""

    def __init__(self, settings: Config) -> None:
        super().__init__(settings)
        self._visit: _Visit | None = None
        self._passage: Saying | None = None
        self._return: _Before | None = None

    # The sidebar

    def action_filter(self) -> None:
        """Narrow the quotations as you type."""
        if self.text.shown is None or not self.text.shown.quotes:
            self.status.tell("No quotations in this article")
            return
        self.action_go("quotes")
        self.ask(FILTER, self.quotes.wanted, "a name, a role, or what was said", selected=True)

    def filtered(self, wanted: str) -> None:
        """The line is finished: the first quotation that is left is pointed at."""
        self.quotes.narrow(wanted)
        self.quotes.focus()
        if self.quotes.cursor is None:
            self.quotes.first()

    def action_indirect(self) -> None:
        """Show indirect speech, or hide it."""
        self.quotes.show_indirect(not self.quotes.indirect)
        self.status.tell(f"Indirect speech {'shows' if self.quotes.indirect else 'is hidden'}")

    # What was said elsewhere

    def action_person(self) -> None:
        """Everything that the speaker of the quotation pointed at said in the library."""
        from termnews.tui.sayings import Asked

        group = self.quotes.speaker
        if group is None or self.text.shown is None:
            self.status.tell("Nobody is quoted by name here")
            return
        name = self.text.shown.quotes[group.quotes[0]].speaker or ""
        self._list_sayings(Asked(speaker=name, indirect=self.quotes.indirect))

    def action_sayings(self) -> None:
        """The quotations that answer the search; without one, all of the library."""
        from termnews.tui.sayings import Asked

        query = self.listings.question.query
        sort = self.listings.question.sort if query else "newest"
        self._list_sayings(Asked(query=query, sort=sort, indirect=self.quotes.indirect))

    def _list_sayings(self, asked: Asked) -> None:
        from termnews.tui.screens.sayings import Place as SayingsPlace

        shown = self.text.shown
        self._open_sayings(
            SayingsPlace(asked),
            _Before(
                self.listings.place(),
                shown.id if shown is not None else None,
                self.pane.id or "list",
                self.text.top,
                self.quotes.cursor,
            ),
        )

    def _open_sayings(self, place: sayings.Place, before: _Before) -> None:
        from termnews.tui.screens.sayings import SayingsScreen

        def closed(opened: tuple[sayings.Place, Saying] | None) -> None:
            if opened is None:
                self._go_back(before)
            else:
                self._go_to(_Visit(opened[1].article, opened[0], before), opened[1])

        self.app.push_screen(SayingsScreen(self.reader, place, self.settings.keys), closed)

    @work(exclusive=True, group="visit")
    async def _go_to(self, visit: _Visit, saying: Saying) -> None:
        number = await self.reader.number_of(saying.article)
        if number is None:
            self.status.tell("That article has left the library")
            return
        self._visit, self._passage = visit, saying
        self.listings.visit(number)
        self.action_go("text")
        self._find_passage()

    def _go_back(self, before: _Before) -> None:
        """The screen as it was before, whatever was opened meanwhile."""
        if self._visit is not None:
            self._visit = None
            self._return = before
            self.listings.return_to(before.place)
            self.action_go(before.pane)
            self._find_passage()

    def leave_quotes(self) -> bool:
        """Back out of a filter of the sidebar, or to the quotations a passage came from; False: there is neither."""
        if self.pane is self.quotes and self.quotes.wanted:
            self.quotes.narrow("")
            return True
        visit = self._visit
        if visit is not None and self.text.shown is not None and self.text.shown.id == visit.article:
            self._open_sayings(visit.sayings, visit.before)
            return True
        self._visit = None
        return False

    # Lighting up what was asked for, once its article shows

    def _show(self, page: page.Page | None) -> None:
        super()._show(page)
        self._find_passage()

    def _find_passage(self) -> None:
        shown = self.text.shown
        if shown is None:
            return
        if self._passage is not None and self._passage.article == shown.id:
            quote, self._passage = shown.passage(self._passage.parts), None
            if quote is not None:
                self.quotes.point(quote, tell=False)
                self.text.light_quote(quote)
        if self._return is not None and self._return.article == shown.id:
            before, self._return = self._return, None
            if before.quote is not None and before.quote < len(shown.quotes):
                self.quotes.point(before.quote, tell=False)
                self.text.light_quote(before.quote, scroll=False)
            self.text.jump(before.top)
