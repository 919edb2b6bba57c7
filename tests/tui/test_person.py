"""Everything that a person said in the library: a screen of its own, there and back."""

from __future__ import annotations

from pathlib import Path

import pytest

from termnews.config import Config
from termnews.library import Library
from termnews.tui.screens.sayings import SayingsScreen
from tests.tui import library as articles
from tests.tui.browsing import SIZES, Browsing, browsing

OTHERS = {
    f"2022/{month:02}/crane{day}.txt": f"Title: Crane number {month}-{day} is moved\nDate: 2022-{month:02}-{day:02}\n\n"
    f"The crane was moved.\n\n“Crane {month}-{day} goes tomorrow,” said Marta Lindqvist.\n\n"
    f"“We will miss it,” said Tom Adeyemi.\n"
    for month in range(5, 13)
    for day in range(1, 11)
}
ACCENTED = {"2021/cafe.txt": "Title: Café\nDate: 2021-05-04\n\n“The café stays open,” said Marta Lindqvist.\n"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The five articles, and eighty-one in which the harbour master speaks."""
    return articles.write(tmp_path / "news", {**articles.FILES, **OTHERS, **ACCENTED})


def person(browser: Browsing) -> SayingsScreen:
    """The screen of the person, which is the one in front."""
    screen = browser.app.screen
    assert isinstance(screen, SayingsScreen)
    return screen


async def open_person(browser: Browsing) -> SayingsScreen:
    """Press p, and wait until the first quotations have come."""
    await browser.press("p")
    await browser.until(lambda: person(browser).answered and person(browser).sayings.current is not None)
    return person(browser)


async def test_p_opens_all_that_the_speaker_said_newest_first(library: Library) -> None:
    async with browsing(library) as browser:
        await browser.press("3", "j")
        screen = await open_person(browser)
        assert screen.sayings.total >= 83
        text = browser.text
        assert text.index("We can't ask the boats") < text.index("Crane 12-10 goes") < text.index("Crane 12-9 goes")
        assert "Harbour wall to be rebuilt before winter  17 Sep 2024" in text
        assert "Crane number 12-10 is moved  10 Dec 2022" in text
        assert "We will miss it" not in text


async def test_the_window_is_fetched_as_it_is_reached(library: Library) -> None:
    async with browsing(library) as browser:
        screen = await open_person(browser)
        await browser.press("end")
        await browser.until_shown("The café stays open")
        await browser.press("home", *["pagedown"] * 4)
        await browser.until(lambda: screen.sayings.current is not None)
        assert " · " not in browser.lines[5]


async def test_enter_goes_to_the_passage_and_escape_comes_back(library: Library) -> None:
    async with browsing(library) as browser:
        await browser.press("3", "j")
        screen = await open_person(browser)
        await browser.press(*["j"] * 12)
        await browser.until(lambda: screen.sayings.current is not None)
        wanted = screen.sayings.current
        assert wanted is not None
        await browser.press("enter")
        await browser.until(lambda: browser.screen.text.quote is not None and browser.headline == wanted.headline)
        assert browser.focused == "text"
        assert browser.under_cursor == wanted.article
        page, quote = browser.screen.text.shown, browser.screen.text.quote
        assert page is not None
        assert quote is not None
        assert page.said(quote) in wanted.said
        assert browser.screen.quotes.cursor == quote

        await browser.press("escape")
        await browser.until(lambda: person(browser).sayings.current == wanted)
        await browser.press("escape")
        await browser.until(lambda: browser.headline == "Harbour wall to be rebuilt before winter")
        assert browser.focused == "quotes"
        assert browser.screen.articles.cursor == 0
        await browser.until(lambda: browser.screen.text.quote == browser.screen.quotes.cursor == 0)


async def test_escape_alone_leaves_everything_as_it_was(library: Library) -> None:
    async with browsing(library) as browser:
        await browser.press("3", "j", "j")
        pointed = browser.screen.quotes.cursor
        await open_person(browser)
        await browser.press("escape")
        assert browser.focused == "quotes"
        assert browser.screen.quotes.cursor == pointed


async def test_a_search_is_left_for_the_passage_and_is_there_again_afterwards(library: Library) -> None:
    async with browsing(library, query="billion") as browser:
        assert browser.screen.articles.numbers.tolist() == [library.row("2024/09/harbour.txt").number]
        await open_person(browser)
        await browser.press("G")
        await browser.until_shown("The café stays open")
        await browser.until(lambda: person(browser).sayings.current is not None)
        await browser.press("enter")
        await browser.until(lambda: browser.headline == "Café")
        assert len(browser.screen.articles.numbers) > 80
        await browser.press("escape")
        await browser.until(lambda: person(browser).sayings.current is not None)
        await browser.press("escape")
        await browser.until(lambda: len(browser.screen.articles.numbers) == 1)
        await browser.until(lambda: browser.headline == "Harbour wall to be rebuilt before winter")
        assert "“billion”" in browser.text


async def test_typing_narrows_all_of_it(library: Library) -> None:
    async with browsing(library) as browser:
        screen = await open_person(browser)
        await browser.press("slash")
        await browser.type("CAFE open")
        await browser.until(lambda: screen.sayings.total == 1 and "The café stays open" in browser.text)
        await browser.press("enter", "escape")
        await browser.until(lambda: screen.sayings.total > 80)
        await browser.press("f")
        await browser.type("zzz")
        await browser.until_shown("Nothing like that was said")
        await browser.press("escape")
        await browser.until(lambda: screen.sayings.total > 80)
        assert browser.app.screen is screen


@pytest.mark.parametrize("size", SIZES)
async def test_it_moves_at_every_size(library: Library, size: tuple[int, int]) -> None:
    async with browsing(library, size=size) as browser:
        screen = await open_person(browser)
        for keys in (["j"] * 30, ["ctrl+d"] * 5, ["end"], ["k"] * 5, ["home"]):
            await browser.press(*keys)
            await browser.until(lambda: screen.sayings.current is not None)
            first = screen.sayings.cursor * screen.sayings._row_height
            assert screen.sayings.top <= first < screen.sayings.top + screen.sayings.room.height
        await browser.press("q")
        assert browser.app.screen is browser.screen


async def test_its_keys_can_be_changed_and_the_palette_and_the_help_tell_them(library: Library) -> None:
    async with browsing(library, settings=Config(keys={"person": ("w",)})) as browser:
        await browser.press("question_mark")
        assert "All that this person said" in browser.text
        await browser.press("escape", "w")
        await browser.until(lambda: isinstance(browser.app.screen, SayingsScreen))
        await browser.press("w")
        assert browser.app.screen is browser.screen
        await browser.press("ctrl+p")
        await browser.type("person")
        await browser.until_shown("All that this person said")
