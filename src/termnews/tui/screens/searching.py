"""A screen of panes that searches: as one types, by what is found, by what is near an article."""

from __future__ import annotations

import gc
from typing import Literal

from textual import work

from termnews.config import Config
from termnews.errors import TermnewsError
from termnews.tui.commands import shown
from termnews.tui.reader import Near
from termnews.tui.screens.quoting import QuotingScreen

SAVE = "save as @"  # what stands before the line in which a search gets its name


class SearchingScreen(QuotingScreen, inherit_bindings=False):
    """Asks, narrows what was found, and goes on from an article to those near it."""

    def __init__(self, settings: Config) -> None:
        super().__init__(settings)
        self._ready_to_search = False

    def action_search(self) -> None:
        """Search as you type."""
        if not self.welcoming:
            self.pane = self.articles
            self.fold()
            before = self.listings.question.query or ""
            self.ask("/", before, 'words, "a phrase", speaker:name, -without', selected=True)
            self._get_ready_to_search()

    @work(exclusive=True, group="search")
    async def _get_ready_to_search(self) -> None:
        await self.reader.get_ready_to_search()
        if not self._ready_to_search:
            self._ready_to_search = True
            gc.freeze()  # what searching loads stays: the collector would hold up a key for 50 ms to look at it again

    def action_unread_only(self) -> None:
        """Unread articles, or all."""
        self.listings.toggle_unread_only()
        self.stand()

    def action_sort(self) -> None:
        """The next order."""
        sort = self.listings.next_sort()
        self.status.tell("Best matches first" if sort == "relevance" else f"{sort.capitalize()} first")

    def action_back(self) -> None:
        """Out of zoom and of a filter, back to a person, from text and quotations to the list, out of a search."""
        if self.zoomed:
            self.action_zoom()
        elif self.leave_quotes():
            return
        elif self.pane is not self.articles:
            self.action_go("list")
        elif self.listings.searching:
            self.listings.leave_search()

    def tell(self, message: str) -> None:
        """Say something: in the line that is being typed, else in the status bar."""
        if self.prompt is not None:
            self.prompt.tell(message)
        else:
            self.status.tell(message)

    def action_reference(self) -> None:
        """Show the query language."""
        from termnews.tui.screens.pager import PagerScreen, reference_lines

        self.app.push_screen(PagerScreen("Searching", reference_lines))

    def action_suggestion(self) -> None:
        """Search for what may have been meant."""
        suggestion = self.listings.suggestion
        if suggestion is None:
            self.tell("Nothing else to suggest")
        elif self.prompt is not None:
            self.prompt.put(suggestion)
        else:
            self.listings.search(suggestion)

    # By what was found

    def action_narrow(self) -> None:
        """Narrow what is listed by speaker, source, section, author or time."""
        from termnews.tui.screens.narrowing import NarrowingScreen

        if self.listings.question.near is not None:
            self.status.tell("A search, or the list of all articles, can be narrowed")
            return

        def chosen(query: str | None) -> None:
            if query is not None:
                self.listings.narrow(query)
                self.action_go("list")

        self.close_prompt()
        self.app.push_screen(NarrowingScreen(self.reader, self.listings.question, self.bound), chosen)

    def action_near(self, kind: Literal["related", "copies"]) -> None:
        """Articles about the same, or near-copies of this one."""
        entry = self.articles.current_entry
        if entry is None:
            self.status.tell("No article here")
        elif kind == "copies" and not entry.row.copies:
            self.status.tell("No other article has nearly the same text")
        else:
            self.listings.show_near(Near(entry.row.id, entry.headline, kind))
            self.action_go("list")

    # Searches that are kept

    def action_saved_searches(self) -> None:
        """Open a search that was kept."""
        from termnews.tui.screens.saved import SavedSearchesScreen

        def chosen(name: str | None) -> None:
            if name is not None:
                self.listings.search(f"@{name}")
                self.action_go("list")
                self._look_at(name)

        self.app.push_screen(SavedSearchesScreen(self.reader, self.bound), chosen)

    def action_forget_search(self) -> None:
        """Say where a search that was kept can be forgotten."""
        self.status.tell(f"{shown(self.keys('saved-searches')[:1])} lists the searches that were kept")

    def action_save_search(self) -> None:
        """Keep this search under a name."""
        if self.listings.question.query is None:
            self.status.tell(f"No search to keep; {shown(self.keys('search')[:1])} begins one")
            return
        self.close_prompt()
        self.ask(SAVE, placeholder="a name, by which @name means this search in any other")

    @work(group="saving")
    async def save_search(self, name: str) -> None:
        """Keep the search under ``name``."""
        query = self.listings.question.query
        if query is None or not name.strip():
            return
        try:
            saved = await self.reader.save_search(name.strip(), query)
        except TermnewsError as error:
            self.ask(SAVE, name)
            self.tell(str(error))
        else:
            self.status.tell(f"Kept as @{saved.name}")

    @work(group="saving")
    async def _look_at(self, name: str) -> None:
        try:
            await self.reader.look_at(name)
        except TermnewsError as error:
            self.status.tell(str(error))
