"""A screen of panes that reads: the article under the cursor shows, is read on, and marked."""

from __future__ import annotations

from dataclasses import replace
from time import monotonic
from typing import TYPE_CHECKING

from textual import on, work
from textual.timer import Timer

from termnews.config import Config
from termnews.errors import TermnewsError
from termnews.tui.listing import Listings
from termnews.tui.reader import Reader
from termnews.tui.screens.panes import PanesScreen
from termnews.tui.widgets.article_list import ArticleList
from termnews.tui.widgets.quote_list import QuoteList
from termnews.tui.widgets.reading_view import ReadingView

if TYPE_CHECKING:
    from termnews.tui.page import Page

_AT_ONCE = 0.005  # seconds until the article under a cursor that had rested is fetched: its own line is drawn first
_RESTING = 0.15  # seconds without a move after which the cursor rests


class ReadingScreen(PanesScreen, inherit_bindings=False):
    """Shows the article under the cursor, and keeps what the reader does to it."""

    reader: Reader
    listings: Listings

    def __init__(self, settings: Config) -> None:
        super().__init__(settings)
        self._shown_for: tuple[int | None, str | None] = (None, None)
        self._preview: Timer | None = None
        self._moved_at = 0.0

    @on(ReadingView.Scrolled)
    def stand(self) -> None:
        """Say in the status bar where the reader is."""
        parts = [self.reader.root.resolve().name or "/"]
        if self.articles.numbers:
            parts.append(f"{self.articles.cursor + 1:,} of {len(self.articles.numbers):,}")
        parts += [part for part in (self.listings.about(),) if part]
        if self.pane is self.text and self.text.shown is not None:
            parts.append(f"{self.text.percent}%")
        self.status.stand(" · ".join(parts))

    @property
    def welcoming(self) -> bool:
        """Whether the library is empty and the screen says what to do."""
        return self.only is not None

    def action_go(self, name: str) -> None:
        """Move to a pane; a line that is being typed is left as it stands."""
        self.close_prompt()
        super().action_go(name)
        self.stand()

    def moved(self) -> None:
        super().moved()
        self.stand()

    # The article that shows

    @on(ArticleList.Moved)
    def _cursor_moved(self) -> None:
        """Show the article at once where the cursor had rested; where it runs, once it rests again."""
        self.stand()
        if self._preview is not None:
            self._preview.stop()
        before, self._moved_at = self._moved_at, monotonic()
        running = self._moved_at - before < _RESTING
        self._preview = self.set_timer(_RESTING if running else _AT_ONCE, self.show_current)

    def show_current(self) -> None:
        """Bring the article under the cursor into the reading view."""
        self._preview = None
        number = self.articles.current
        if number is None:
            if not self.welcoming:
                self._show(None)
        elif self._shown_for != (number, self.listings.question.query):
            self._fetch_page(number, self.listings.question.query)

    @work(exclusive=True, group="page")
    async def _fetch_page(self, number: int, query: str | None) -> None:
        try:
            page = await self.reader.page(number, query)
        except TermnewsError as error:
            self.status.tell(str(error))
            return
        if query == self.listings.question.query:
            self.show_page(page, query)

    def show_page(self, page: Page, query: str | None) -> None:
        """Show an article with the matches of a query, if the cursor is still on it."""
        if page.number == self.articles.current:
            self._shown_for = (page.number, query)
            self._show(page)

    def _show(self, page: Page | None) -> None:
        if page is None:
            self._shown_for = (None, None)
        before = self.text.shown
        if page is not None and before is not None and before.id and before.id == page.id:
            self.text.update(page)
            if before.quotes != page.quotes or before.text != page.text:
                self.quotes.show(page)
        else:
            self.text.show(page)
            self.quotes.show(page)
        self.stand()

    @property
    def page_ready(self) -> bool:
        """Whether the reading view shows the article under the cursor."""
        return self.text.shown is not None and self.text.shown.number == self.articles.current

    @on(ArticleList.Opened)
    @on(QuoteList.Opened)
    def action_open(self) -> None:
        """Open the article under the cursor; from the sidebar, go to the quotation."""
        if self.pane is self.quotes and self.quotes.cursor is not None:
            self.text.light_quote(self.quotes.cursor)
        if self.articles.current is not None and self.pane is not self.text:
            self.mark(read=True)
            self.action_go("text")

    def action_read_on(self) -> None:
        """Open the article; a page on; at its end, open the next unread one."""
        if self.articles.current is None or self.welcoming:
            return
        if self.pane is self.articles:
            self.action_open()
        elif self.page_ready and not self.text.at_end:
            self.text.page(1)
        elif self.page_ready:
            self._open_next_unread()

    @work(exclusive=True, group="next")
    async def _open_next_unread(self) -> None:
        try:
            position = await self.reader.next_unread(self.articles.numbers, self.articles.cursor)
        except TermnewsError as error:
            self.status.tell(str(error))
            return
        if position is None or position == self.articles.cursor:
            self.status.tell("Everything here has been read")
            return
        self.articles.point(position)
        self.show_current()
        self.mark(read=True)

    def action_match(self, by: int) -> None:
        """Go to the next match of the search, or the one before."""
        match = self.text.next_match(by)
        if match is None or self.text.shown is None:
            asked = self.listings.question.query is not None
            self.status.tell("No match in this text" if asked else "No search; press / to begin one")
            return
        self.text.light_match(match)
        self.status.tell(f"Match {match + 1:,} of {len(self.text.shown.matches):,}")

    # Marks

    def action_toggle_read(self) -> None:
        """Read or unread."""
        if (entry := self.articles.current_entry) is not None:
            self.mark(read=not entry.row.read)

    def action_toggle_star(self) -> None:
        """Star or none."""
        if (entry := self.articles.current_entry) is not None:
            self.mark(starred=not entry.row.starred)

    def mark(self, *, read: bool | None = None, starred: bool | None = None) -> None:
        """Mark the article under the cursor: at once on the screen, then in the library."""
        number, entry = self.articles.current, self.articles.current_entry
        if number is None:
            return
        if entry is not None:
            row = replace(
                entry.row,
                read=entry.row.read if read is None else read,
                starred=entry.row.starred if starred is None else starred,
            )
            if row == entry.row:
                return
            self.articles.take([replace(entry, row=row)])
        self._keep_mark(number, read, starred)

    @work(group="marks")
    async def _keep_mark(self, number: int, read: bool | None, starred: bool | None) -> None:
        try:
            row = await self.reader.mark(number, read=read, starred=starred)
        except TermnewsError as error:
            self.status.tell(str(error))
            self.articles.ask_anew()
            self.articles.take([])
            return
        if (entry := self.articles.entry(number)) is not None:
            self.articles.take([replace(entry, row=row)])  # rows that were read before may have come meanwhile
