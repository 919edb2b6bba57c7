"""Nothing that a file brings is obeyed by the terminal or by Textual, in any pane."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from termnews.article import Article, Quote, Row, Span
from termnews.library import Library
from termnews.tui.page import of_article, of_row
from tests.tui import library as articles
from tests.tui.browsing import SIZES, Browsing, browsing

HOSTILE = "\x1b[31m \x1b]52;c;aGVsbG8=\x07 \x9b2J \x90q \u202e \u2066 \u200f \t \r \x00 \x7f \ufeff \udcff"
MARKUP = "[red]m[/red] [/] [@click=app.quit]x[/] [link=http://a.example]y[/link] :smile:"
TEXT = f"{MARKUP} {HOSTILE}"
OBEYED = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
SCROLLBAR = {"grab", "release", "scroll_up", "scroll_down"}  # what a click on Textual's own scrollbars does


def assert_harmless(browser: Browsing) -> None:
    """Nothing on the screen is a command to the terminal, nothing can be clicked on, nothing was read as markup."""
    for segment in browser.segments():
        assert segment.control is None
        assert not OBEYED.search(segment.text), segment
        if segment.style is not None:
            assert not segment.style.link
            clicks = {value for key, value in segment.style.meta.items() if key.startswith("@")}
            assert clicks <= SCROLLBAR


def show_hostile(browser: Browsing) -> None:
    """Put an article into every pane that is hostile in every field."""
    screen = browser.screen
    number = screen.articles.current
    assert number is not None
    row = Row(
        number=number,
        id=TEXT,
        headline=TEXT,
        derived=False,
        published=None,
        added=0,
        byline=TEXT,
        source=TEXT,
        section=TEXT,
        tags=(TEXT,),
        language=TEXT,
        url=TEXT,
        words=1,
        quotes=2,
    )
    article = Article(
        id=TEXT,
        headline=TEXT,
        text=f"{TEXT}\n\n{TEXT}",
        byline=TEXT,
        dateline=TEXT,
        source=TEXT,
        section=TEXT,
        url=TEXT,
        notices=(Span(0, 9),),
    )
    quotes = (
        Quote((Span(0, len(TEXT)),), TEXT, TEXT),
        Quote((Span(3, 30), Span(40, len(TEXT))), None, TEXT),
    )
    page = of_article(number, article, quotes, (Span(2, 40),))
    screen.articles.take([of_row(row, (Span(1, 30),), screen.articles.asked)])
    screen.articles.head(f"1 {TEXT}")
    screen.text.show(page)
    screen.quotes.show(page)
    screen.status.tell(TEXT)


@pytest.mark.parametrize("size", SIZES)
async def test_every_pane_shows_hostile_fields_harmless(library: Library, size: tuple[int, int]) -> None:
    async with browsing(library, size=size) as browser:
        show_hostile(browser)
        for key in ("1", "2", "3", "down", "right_square_bracket", "z", "z", "1"):
            await browser.press(key)
            assert_harmless(browser)
        assert browser.app.is_running


async def test_markup_is_shown_as_it_was_written(library: Library) -> None:
    async with browsing(library) as browser:
        show_hostile(browser)
        await browser.pilot.pause()
        for pane in (browser.screen.articles, browser.screen.text, browser.screen.quotes):
            lines = " ".join(pane.render_line(y).text for y in range(pane.room.height))
            assert "[red]m[/red]" in lines, pane.id
        assert "[red]m[/red]" in browser.lines[-1]


async def test_a_click_on_text_that_looks_like_a_button_does_nothing(library: Library) -> None:
    async with browsing(library) as browser:
        show_hostile(browser)
        await browser.pilot.pause()
        for y in (1, 3, 5, 7, 9, 12):
            for x in (5, 60, 130):
                await browser.pilot.click(offset=(x, y))
        assert browser.app.is_running
        assert browser.app.return_code in (None, 0)


async def test_a_hostile_file_in_a_hostile_folder_is_shown_harmless(tmp_path: Path) -> None:
    folder = tmp_path / "n\x1b[31m[bold]ews"
    name = "[@click=app.quit]x[/]\u202e\x1b]0;t\x07/\udcff.txt"
    header = f"Title: {MARKUP} \x1b[2J\u202e\nAuthor: {MARKUP}\x9b\nSource: {MARKUP}\nURL: https://a.example/\x1b\n"
    said = f'"{MARKUP} \x1b]52;c;aGk=\x07 it is so," said Ann [b]Lee[/b].'
    articles.write(folder, {name: f"{header}\n{said}\n\n{MARKUP}\n"})
    with Library(folder) as library:
        library.sync(jobs=1)
        async with browsing(library) as browser:
            for key in ("j", "2", "3", "down", "question_mark", "escape", "1", "slash"):
                await browser.press(key)
                assert_harmless(browser)
            await browser.type("[red]")
            await browser.pilot.pause(0.2)
            assert_harmless(browser)
            await browser.press("escape", "enter")
            assert "[red]m[/red]" in browser.text


async def test_a_search_of_hostile_text_is_shown_harmless(library: Library) -> None:
    async with browsing(library, query=f"harbour OR {MARKUP}") as browser:
        await browser.pilot.pause(0.2)
        assert_harmless(browser)
