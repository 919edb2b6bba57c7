"""What a frame is made of: panes and scrollbars put their lines on the screen as Textual would, only faster."""

from __future__ import annotations

import asyncio
import re

import pytest
from rich.cells import get_character_cell_size
from rich.console import RenderableType
from rich.style import Style
from textual._compositor import CompositorUpdate
from textual.geometry import Region
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget

from termnews.library import Library
from tests.tui.browsing import SIZES, Browsing, browsing


def cells(strips: list[Strip]) -> list[list[tuple[str, object]]]:
    """Each cell's character and look, however the line is cut into segments."""
    return [[(char, looked(char, segment.style)) for segment in strip for char in segment.text] for strip in strips]


def looked(char: str, style: Style | None) -> object:
    """What is seen of a style: of a blank, one colour."""
    if style is None:
        return None
    if char == " " and not style.underline:
        return style.color if style.reverse else style.bgcolor
    return style.clear_meta_and_links()


def crops(width: int, height: int) -> list[Region]:
    """Whole, and parts as a screen asks for them."""
    return [
        Region(0, 0, width, height),
        Region(0, 0, width, 1),
        Region(0, 2, width, max(height - 3, 0)),
        Region(width // 3, 1, width // 2, height // 2),
        Region(width // 3, 0, width // 2, height),
    ]


def same_as_textual(browser: Browsing) -> None:
    """Compare what shows."""
    for pane in (browser.screen.articles, browser.screen.text, browser.screen.quotes):
        if not pane.display:
            continue
        for widget, width in (pane, pane.gutter.left + pane.room.width), (pane.vertical_scrollbar, 1):
            for crop in crops(width, widget.size.height + widget.gutter.height):
                assert cells(widget.render_lines(crop)) == cells(Widget.render_lines(widget, crop)), (widget, crop)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("colours", [True, False])
async def test_lines_are_what_textual_makes_of_them(
    library: Library, size: tuple[int, int], colours: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not colours:
        monkeypatch.setenv("NO_COLOR", "1")
    async with browsing(library, size) as browser:
        same_as_textual(browser)
        await browser.press("slash")
        await browser.type("harbour")
        await browser.until(lambda: len(browser.screen.articles.numbers) == 2)
        same_as_textual(browser)
        await browser.press("enter", "enter", "G")
        same_as_textual(browser)
        for key in ("T", "g", "tab", "j", "z", "T"):
            await browser.press(key)
            same_as_textual(browser)
        await browser.pilot.resize_terminal(size[0] + 7, size[1] + 3)
        await browser.pilot.pause()
        same_as_textual(browser)


async def test_a_search_brings_its_first_article_along(library: Library) -> None:
    """List and article change in one step, so that no frame shows the one without the other."""
    async with browsing(library) as browser:
        await browser.press("slash")
        screen = browser.screen
        before = screen.articles.numbers
        await browser.pilot.press("g")
        for _ in range(100_000):
            if screen.articles.numbers is not before:
                break
            await asyncio.sleep(0)
        assert screen.articles.numbers is not before
        assert screen.page_ready
        assert screen.text.shown is not None
        assert screen.text.shown.matches


class Terminal:
    """What a terminal shows that is written every update of the screen, and nothing else."""

    def __init__(self, browser: Browsing, monkeypatch: pytest.MonkeyPatch) -> None:
        width, height = browser.app.size
        self.cells = [[" "] * width for _ in range(height)]
        display = browser.app._display

        def write_and_display(screen: Screen[object], renderable: RenderableType | None) -> None:
            if isinstance(renderable, CompositorUpdate):
                self.write(renderable.render_segments(browser.app.console))
            display(screen, renderable)

        monkeypatch.setattr(browser.app, "_display", write_and_display)

    def write(self, data: str) -> None:
        """Take in what is written: moves of the cursor and text, colours aside."""
        x = y = 0
        for move, line_feed, text in re.findall(r"\x1b\[(\d+;\d+)H|\x1b\[[0-9;]*m|(\n)|([^\x1b\n]+)", data):
            if move:
                y, x = (int(number) - 1 for number in move.split(";"))
            elif line_feed:
                x, y = 0, y + 1
            for char in text:
                size = get_character_cell_size(char)
                self.cells[y][x : x + size] = [char, *[""] * (size - 1)]
                x += size

    @property
    def text(self) -> str:
        """All lines."""
        return "\n".join("".join(row) for row in self.cells)


@pytest.mark.parametrize("size", SIZES)
async def test_a_terminal_shows_what_the_screen_has(
    library: Library, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    async with browsing(library, size) as browser:
        terminal = Terminal(browser, monkeypatch)
        browser.screen.refresh(layout=True)
        keys = "slash h a r b o u r enter j k enter G g tab j z z 1 j j k question_mark escape F j escape escape u u"
        for key in keys.split():
            await browser.press(key)
            await browser.pilot.pause(0.05)
            await browser.until(lambda: terminal.text == browser.text)
