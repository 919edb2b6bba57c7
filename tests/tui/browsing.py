"""Driving the browser as a person would: press keys, wait until something shows, look at the screen."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from rich.segment import Segment
from textual.pilot import Pilot

from termnews.config import Config
from termnews.library import Library
from termnews.tui.app import Browser
from termnews.tui.screens.browse import BrowseScreen

SIZES = [(160, 45), (100, 30), (60, 20), (20, 8)]


class Browsing:
    """A running browser and the hands on its keyboard."""

    def __init__(self, app: Browser, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot

    @property
    def screen(self) -> BrowseScreen:
        """The browse screen, whatever stands before it."""
        return next(screen for screen in self.app.screen_stack if isinstance(screen, BrowseScreen))

    async def press(self, *keys: str) -> None:
        """Press keys one after the other."""
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def type(self, text: str) -> None:
        """Type into the line that asks."""
        await self.press(*("space" if char == " " else char for char in text))

    async def until(self, condition: Callable[[], object], seconds: float = 20) -> None:
        """Wait until something is so."""
        for _ in range(int(seconds / 0.02)):
            if condition():
                await self.pilot.pause()
                return
            await self.pilot.pause(0.02)
        raise AssertionError(f"never came about; on the screen:\n{self.text}")

    async def until_shown(self, text: str) -> None:
        """Wait until ``text`` is on the screen."""
        await self.until(lambda: text in self.text)

    async def until_ready(self) -> None:
        """Wait until the article under the cursor shows."""
        await self.until(lambda: self.screen.page_ready and self.screen.articles.current_entry is not None)

    def segments(self) -> list[Segment]:
        """Every piece of text on the screen."""
        strips = self.app.screen._compositor.render_strips()
        return [segment for strip in strips for segment in strip]

    @property
    def lines(self) -> list[str]:
        """The screen, line by line."""
        return [strip.text for strip in self.app.screen._compositor.render_strips()]

    @property
    def text(self) -> str:
        """The screen."""
        return "\n".join(self.lines)

    @property
    def headline(self) -> str:
        """The headline of the article in the reading view."""
        page = self.screen.text.shown
        return page.headline if page is not None else ""

    @property
    def under_cursor(self) -> str:
        """The id of the article under the cursor."""
        entry = self.screen.articles.current_entry
        return entry.row.id if entry is not None else ""

    @property
    def focused(self) -> str | None:
        """The pane that has the focus."""
        return self.app.focused.id if self.app.focused is not None else None


@asynccontextmanager
async def browsing(
    library: Library,
    size: tuple[int, int] = (160, 45),
    query: str | None = None,
    settings: Config | None = None,
    sync: bool = False,
) -> AsyncIterator[Browsing]:
    """A browser on ``library``, once its first article shows."""
    app = Browser(library, query, settings or Config(), sync=sync)
    async with app.run_test(size=size) as pilot:
        browser = Browsing(app, pilot)
        await browser.until(lambda: browser.screen.listings.answered)
        if browser.screen.articles.numbers:
            await browser.until_ready()
        yield browser
