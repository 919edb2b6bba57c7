"""A screen of three panes and a bottom line: which of them show, which one the keys move in."""

from __future__ import annotations

from textual import events, on
from textual.app import ComposeResult

from termnews.config import Config
from termnews.tui.folding import panes_shown
from termnews.tui.screens.moving import PaneScreen
from termnews.tui.widgets.article_list import ArticleList
from termnews.tui.widgets.pane import Pane
from termnews.tui.widgets.quote_list import QuoteList
from termnews.tui.widgets.reading_view import ReadingView
from termnews.tui.widgets.status_bar import StatusBar

_PANES = ("list", "text", "quotes")


class PanesScreen(PaneScreen[None], inherit_bindings=False):
    """Article list, reading view and quote sidebar, and how to move among and in them.

    ``pane`` is the one that the keys move in; ``only`` names one that shows alone whatever the keys say.
    """

    AUTO_FOCUS = "#list"

    def __init__(self, settings: Config) -> None:
        super().__init__(settings.keys)
        self.settings = settings
        self.articles = ArticleList()
        self.text = ReadingView(settings.measure)
        self.quotes = QuoteList()
        self.status = StatusBar()
        self.pane: Pane = self.articles
        self.zoomed = False
        self.only: str | None = None

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
            self.stand()

    def stand(self) -> None:
        """Say where the reader is."""

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

    # Quotations and matches

    @on(QuoteList.Pointed)
    def _quote_pointed_at(self, event: QuoteList.Pointed) -> None:
        self.text.light_quote(event.quote)

    def action_quote(self, by: int) -> None:
        """Light up the next quotation of the text, or the one before."""
        quote = self.text.next_quote(by, self.quotes.in_text_order)
        if quote is None:
            self.status.tell(self.quotes.nothing)
        else:
            self.quotes.point(quote, tell=False)
            self.text.light_quote(quote)
