"""A screen of three panes and a bottom line: which of them show, which one the keys move in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events, on
from textual.app import ComposeResult
from textual.screen import Screen

from termnews.config import Config
from termnews.tui.commands import BY_ID, keys_of
from termnews.tui.folding import panes_shown
from termnews.tui.widgets.article_list import ArticleList
from termnews.tui.widgets.pane import Pane
from termnews.tui.widgets.quote_list import QuoteList
from termnews.tui.widgets.reading_view import ReadingView
from termnews.tui.widgets.status_bar import StatusBar

if TYPE_CHECKING:
    from termnews.tui.widgets.prompt import Prompt

_PANES = ("list", "text", "quotes")


class PanesScreen(Screen[None], inherit_bindings=False):
    """Article list, reading view and quote sidebar, and how to move among and in them.

    ``pane`` is the one that the keys move in; ``only`` names one that shows alone whatever the keys say.
    """

    AUTO_FOCUS = "#list"

    def __init__(self, settings: Config) -> None:
        super().__init__()
        self.settings = settings
        self.articles = ArticleList()
        self.text = ReadingView(settings.measure)
        self.quotes = QuoteList()
        self.status = StatusBar()
        self.pane: Pane = self.articles
        self.zoomed = False
        self.only: str | None = None
        self.prompt: Prompt | None = None

    def compose(self) -> ComposeResult:
        """The panes from left to right, the status bar below."""
        yield self.articles
        yield self.text
        yield self.quotes
        yield self.status

    @on(events.DescendantFocus)
    def _focus_came(self, event: events.DescendantFocus) -> None:
        if isinstance(event.widget, Pane):
            self.pane = event.widget
            self.fold()
            for pane in (self.articles, self.quotes):
                pane.forget_lines()

    def on_resize(self) -> None:
        self.fold()

    def fold(self) -> None:
        """Show the panes there is room for; the one that the keys move in always."""
        names = panes_shown(self.app.size.width, self.pane.id or "list", self.zoomed)
        if self.only is not None:
            names = frozenset({self.only})
        for pane in (self.articles, self.text, self.quotes):
            pane.display = pane.id in names
        self.set_class(len(names) == 1, "-alone")
        self.set_class(len(names) == 2, "-two")

    def action_go(self, name: str) -> None:
        """Move to a pane."""
        if self.only is not None:
            return
        pane = {"list": self.articles, "text": self.text, "quotes": self.quotes}[name]
        self.pane = pane
        self.fold()
        pane.focus()

    def action_pane(self, by: int) -> None:
        """Move to the next pane, or the one before."""
        self.action_go(_PANES[(_PANES.index(self.pane.id or "list") + by) % len(_PANES)])

    def action_zoom(self) -> None:
        """Give the pane the whole screen, or back."""
        self.zoomed = not self.zoomed
        self.fold()

    def keys(self, command_id: str) -> tuple[str, ...]:
        """The keys that run a command here."""
        return keys_of(BY_ID[command_id], self.settings.keys)

    def action_help(self) -> None:
        """Show every key."""
        from termnews.tui.screens.pager import PagerScreen, help_lines

        self.app.push_screen(PagerScreen("Keys", lambda width: help_lines(self.settings.keys, width)))

    # Moving

    def action_move(self, by: int) -> None:
        """A line or an item."""
        self.pane.move(by)
        self.moved()

    def action_page(self, by: float) -> None:
        """A page, or part of one."""
        self.pane.page(by)
        self.moved()

    def action_first(self) -> None:
        """To the beginning."""
        self.pane.first()
        self.moved()

    def action_last(self) -> None:
        """To the end."""
        self.pane.last()
        self.moved()

    def moved(self) -> None:
        """A key moved something: what was told is out of date, and the place is another."""
        if self.status.message:
            self.status.tell("")

    # Quotations and matches

    @on(QuoteList.Pointed)
    def _quote_pointed_at(self, event: QuoteList.Pointed) -> None:
        self.text.light_quote(event.quote)

    def action_quote(self, by: int) -> None:
        """Light up the next quotation of the text, or the one before."""
        quote = self.text.next_quote(by)
        if quote is None:
            self.status.tell("No quotations in this article")
        else:
            self.quotes.point(quote, tell=False)
            self.text.light_quote(quote)

    # The line in which something is typed

    def ask(self, sign: str, text: str = "", placeholder: str = "") -> None:
        """Ask for a line."""
        from termnews.tui.widgets.prompt import Prompt

        if self.prompt is None:
            self.prompt = Prompt(sign, text, placeholder)
            self.status.display = False
            self.mount(self.prompt)

    def take_ahead(self, event: events.Key) -> bool:
        """Put a key into the line that is opening; False where it is for others."""
        return self.prompt is not None and self.prompt.take_ahead(event.key, event.character)

    def close_prompt(self) -> None:
        """Take the line away."""
        if self.prompt is not None:
            self.prompt.remove()
            self.prompt = None
            self.status.display = True
