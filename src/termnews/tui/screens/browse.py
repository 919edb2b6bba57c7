"""The browse screen: three panes and a bottom line, and what the keys do there."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import BindingType
from textual.timer import Timer
from textual.worker import Worker, WorkerCancelled, WorkerFailed

from termnews import config
from termnews.errors import TermnewsError
from termnews.tui.commands import COMMANDS, Command, bindings, shown
from termnews.tui.listing import Listings
from termnews.tui.reader import Question, Reader
from termnews.tui.screens.panes import PanesScreen
from termnews.tui.syncing import Syncing
from termnews.tui.widgets.article_list import ArticleList
from termnews.tui.widgets.quote_list import QuoteList
from termnews.tui.widgets.reading_view import ReadingView

if TYPE_CHECKING:
    from termnews.library import Library
    from termnews.tui.page import Page
    from termnews.tui.widgets.prompt import Prompt

_PREVIEW_AFTER = 0.04  # seconds that the cursor rests before the article under it is fetched
_SYNC_AFTER = 0.3  # seconds after the first frame


class BrowseScreen(PanesScreen, inherit_bindings=False):
    """Article list, reading view and quote sidebar over one library."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(of_app=False)]

    def __init__(self, library: Library, query: str | None, settings: config.Config, *, sync: bool = True) -> None:
        super().__init__(settings)
        self._sync_at_start = sync
        question = Question(query, "relevance") if query and query.strip() else Question()
        self._use(library, question)
        self._shown_for: tuple[int | None, str | None] = (None, None)
        self._preview: Timer | None = None
        self._piping: Worker[None] | None = None

    def _use(self, library: Library, question: Question) -> None:
        self.reader = Reader(library)
        self.listings = Listings(self.articles, self.status, self.reader, question)
        self.syncing = Syncing(self.listings, self.status, self.settle)

    def on_mount(self) -> None:
        help_, search = (shown(self.keys(name)[:1]) for name in ("help", "search"))
        self.status.hint = f"{help_} help   {search} search"
        self.stand()
        self.fold()
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        """Read the library: the first frame is on the screen."""
        self.listings.ask(self.listings.question)
        self.set_timer(_SYNC_AFTER, self.action_sync if self._sync_at_start else self.settle)

    @property
    def _with_children(self) -> list[Worker[None]]:
        """The workers that run other programs."""
        return [worker for worker in (self.syncing.worker, self._piping) if worker is not None]

    async def on_unmount(self) -> None:
        """Leave nothing running."""
        self.reader.close()
        for worker in self._with_children:
            if not worker.is_cancelled:
                worker.cancel()
            with suppress(WorkerFailed, WorkerCancelled):
                await worker.wait()

    @on(ReadingView.Scrolled)
    def stand(self) -> None:
        """Say in the status bar where the reader is."""
        parts = [self.reader.library.root.resolve().name or "/"]
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

    def moved(self) -> None:
        super().moved()
        self.stand()

    # The article that shows

    @on(ArticleList.Moved)
    def _cursor_moved(self) -> None:
        self.stand()
        if self._preview is not None:
            self._preview.stop()
        self._preview = self.set_timer(_PREVIEW_AFTER, self.show_current)

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
        if number == self.articles.current:
            self._shown_for = (number, query)
            self._show(page)

    def _show(self, page: Page | None) -> None:
        if page is None:
            self._shown_for = (None, None)
        if page is not None and self.text.shown is not None and self.text.shown.number == page.number:
            self.text.update(page)
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

    # The rest of the program

    @work(group="web", exit_on_error=False)
    async def action_open_url(self) -> None:
        """Open the article's page on the web."""
        from termnews.tui.child import open_in_browser

        url = self.text.shown.url if self.text.shown is not None else None
        if not url:
            self.status.tell("This article gives no address")
            return
        try:
            await open_in_browser(url)
        except TermnewsError as error:
            self.status.tell(str(error))

    def action_pipe(self) -> None:
        """Ask for a command to pipe the article to."""
        if self.articles.current is not None:
            self.ask("|", placeholder="a command, as: wc -w")

    @work(exclusive=True, group="pipe")
    async def _pipe(self, command: str, number: int) -> None:
        from termnews.tui.piping import pipe

        self.status.tell(f"Running {command} …")
        try:
            article = await self.reader.article(number)
            screen = await pipe(command, article)
        except TermnewsError as error:
            self.status.tell(str(error))
            return
        self.status.tell("")
        self.app.push_screen(screen)

    # Searching, and other lines that are typed

    def action_search(self) -> None:
        """Search as you type."""
        if not self.welcoming:
            self.pane = self.articles
            self.fold()
            self.ask("/", self.listings.question.query or "", 'words, "a phrase", speaker:name, -without')
            self._get_ready_to_search()

    @work(exclusive=True, group="search")
    async def _get_ready_to_search(self) -> None:
        await self.reader.get_ready_to_search()

    def action_unread_only(self) -> None:
        """Unread articles, or all."""
        self.listings.toggle_unread_only()
        self.stand()

    def action_sort(self) -> None:
        """The next order."""
        sort = self.listings.next_sort()
        self.status.tell("Best matches first" if sort == "relevance" else f"{sort.capitalize()} first")

    def action_back(self) -> None:
        """Out of zoom, from text and quotations to the list, from a search to the list as it was."""
        if self.zoomed:
            self.action_zoom()
        elif self.pane is not self.articles:
            self.action_go("list")
        elif self.listings.searching:
            self.listings.leave_search()

    def on_prompt_changed(self, event: Prompt.Changed) -> None:
        if event.sign == "/" and self.prompt is not None:
            self.listings.search(event.text)

    def on_prompt_entered(self, event: Prompt.Entered) -> None:
        self.close_prompt()
        number = self.articles.current
        if event.sign == "|" and number is not None:
            self.pane.focus()
            if event.text.strip():
                self._piping = self._pipe(event.text, number)
        else:
            if event.text != (self.listings.question.query or ""):
                self.listings.search(event.text)
            self.action_go("list")

    def on_prompt_left(self, event: Prompt.Left) -> None:
        self.close_prompt()
        if event.sign == "/":
            self.listings.leave_search()
        self.pane.focus()

    @on(ArticleList.Wanted)
    def _rows_wanted(self, event: ArticleList.Wanted) -> None:
        self.listings.fetch(event.numbers)

    # The library

    def action_sync(self) -> None:
        """Look for new and changed articles."""
        if self.reader.library.root.is_dir():
            self.syncing.start()
        else:
            self.settle()

    @work(exclusive=True, group="settle")
    async def settle(self) -> None:
        """After a sync: say what to do where the library is empty."""
        from termnews.tui.welcome import welcome_page

        if (await self.reader.listing(Question())).total:
            self._leave_welcome()
        elif not self.welcoming:
            self.only = "text"
            self.text.show(welcome_page(self.reader.library.root, self.settings.keys))
            self.pane = self.text
            self.fold()
            self.text.focus()

    def _leave_welcome(self) -> None:
        if self.welcoming:
            self.only = None
            if self.text.shown is not None and self.text.shown.number is None:
                self.text.show(None)
            self.pane = self.articles
            self.fold()
            self.articles.focus()

    def action_edition(self) -> None:
        """Open the edition that comes with termnews, where the library is empty."""
        folder = config.edition_folder()
        if not self.welcoming:
            self.status.tell("The edition is offered where the library is empty")
        elif folder is None:
            self.status.tell("This installation comes without an edition")
        else:
            self._open_library(folder)

    def _open_library(self, folder: Path) -> None:
        self.syncing.stop()
        self.reader.close()
        library = type(self.reader.library)(folder)
        self._leave_welcome()
        self._use(library, Question())
        self._begin()

    # What can be done now

    def can(self, command: Command) -> bool:
        """Whether the command can be used now: what the palette offers."""
        page = self.text.shown
        match command.needs:
            case "article":
                return self.articles.current is not None
            case "quotes":
                return page is not None and bool(page.quotes)
            case "matches":
                return page is not None and bool(page.matches)
            case "url":
                return page is not None and bool(page.url)
            case "edition":
                return self.welcoming and config.edition_folder() is not None
            case _:
                return True

    def usable(self) -> list[Command]:
        """The commands that can be used now."""
        return list(filter(self.can, COMMANDS))
