"""The browse screen: three panes and a bottom line, and what the keys do there."""

from __future__ import annotations

import gc
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import BindingType
from textual.worker import Worker, WorkerCancelled, WorkerFailed

from termnews import config
from termnews.errors import TermnewsError
from termnews.tui.commands import COMMANDS, Command, bindings, shown
from termnews.tui.listing import Listings
from termnews.tui.reader import Question, Reader
from termnews.tui.screens.quoting import FILTER
from termnews.tui.screens.searching import SAVE, SearchingScreen
from termnews.tui.syncing import Syncing
from termnews.tui.widgets.article_list import ArticleList

if TYPE_CHECKING:
    from termnews.library import Library
    from termnews.tui.widgets.prompt import Prompt

_SYNC_AFTER = 0.3  # seconds after the first frame


class BrowseScreen(SearchingScreen, inherit_bindings=False):
    """Article list, reading view and quote sidebar over one library."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(of_app=False)]

    def __init__(
        self, library: Library | Path, query: str | None, settings: config.Config, *, sync: bool = True
    ) -> None:
        super().__init__(settings)
        self._sync_at_start = sync
        self._readers: list[Reader] = []
        question = Question(query, "relevance") if query and query.strip() else Question()
        self._use(library, question)
        self._piping: Worker[None] | None = None

    def _use(self, library: Library | Path, question: Question) -> None:
        self.reader = Reader(library, recency=self.settings.recency)
        self._readers.append(self.reader)
        self.listings = Listings(self.articles, self.reader, question, self.tell, self.show_page)
        self.listings.suggestion_key = shown(self.keys("suggestion")[:1])
        self.syncing = Syncing(self.listings, self.status, self.settle)

    def on_mount(self) -> None:
        help_, search = (shown(self.keys(name)[:1]) for name in ("help", "search"))
        self.status.hint = f"{help_} help   {search} search"
        self.stand()
        self.fold()
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        """The first frame is on the screen; what was made for it stays, and the collector need not look at it again."""
        if not gc.isenabled():
            gc.freeze()
            gc.enable()
        self._read()

    def _read(self) -> None:
        """Read the library."""
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

    def put_away(self) -> None:
        """Close what was opened, once nothing runs any more."""
        for reader in self._readers:
            reader.put_away()

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

    # The lines that are typed

    def on_prompt_changed(self, event: Prompt.Changed) -> None:
        if self.prompt is None:
            return
        if event.sign == "/":
            self.listings.search(event.text)
        elif event.sign == FILTER:
            self.quotes.narrow(event.text)

    def on_prompt_entered(self, event: Prompt.Entered) -> None:
        self.close_prompt()
        number = self.articles.current
        if event.sign == FILTER:
            self.filtered(event.text)
        elif event.sign == SAVE:
            self.pane.focus()
            self.save_search(event.text)
        elif event.sign == "|":
            self.pane.focus()
            if event.text.strip() and number is not None:
                self._piping = self._pipe(event.text, number)
        else:
            if event.text != (self.listings.question.query or ""):
                self.listings.search(event.text)
            self.action_go("list")

    def on_prompt_left(self, event: Prompt.Left) -> None:
        self.close_prompt()
        if event.sign == "/":
            self.listings.leave_search()
        elif event.sign == FILTER:
            self.quotes.narrow("")
        self.pane.focus()

    @on(ArticleList.Wanted)
    def _rows_wanted(self, event: ArticleList.Wanted) -> None:
        self.listings.fetch(event.numbers)

    # The library

    def action_sync(self) -> None:
        """Look for new and changed articles."""
        if self.reader.root.is_dir():
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
            self.text.show(welcome_page(self.reader.root, self.settings.keys))
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
        self._leave_welcome()
        self._use(folder, Question())
        self._read()

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
            case "copies":
                entry = self.articles.current_entry
                return entry is not None and entry.row.copies > 0
            case "search":
                return self.listings.question.query is not None
            case "suggestion":
                return self.listings.suggestion is not None
            case "url":
                return page is not None and bool(page.url)
            case "kept":
                return False  # it has a screen of its own
            case "edition":
                return self.welcoming and config.edition_folder() is not None
            case _:
                return True

    def usable(self) -> list[Command]:
        """The commands that can be used now."""
        return list(filter(self.can, COMMANDS))
