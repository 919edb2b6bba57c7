"""The list at the side that narrows what is listed, with counts and how it lies in time."""

from __future__ import annotations

from pathlib import Path

import pytest

from termnews.library import Library
from termnews.tui.screens.narrowing import NarrowingScreen
from tests import making
from tests.tui.browsing import SIZES, Browsing, browsing


async def open_narrowing(browser: Browsing) -> NarrowingScreen:
    """Press the key, and wait until the counts have come."""
    await browser.press("F")
    await browser.until(lambda: isinstance(browser.app.screen, NarrowingScreen) and browser.app.screen.answered)
    screen = browser.app.screen
    assert isinstance(screen, NarrowingScreen)
    return screen


async def choose(browser: Browsing, screen: NarrowingScreen, text: str) -> None:
    """Go down to the choice that says ``text``, and take it."""
    for _ in screen.choices.choices:
        if screen.choices.choices[screen.choices.cursor].text == text:
            break
        await browser.press("j")
    assert screen.choices.choices[screen.choices.cursor].text == text
    await browser.press("enter")
    await browser.until(lambda: browser.app.screen is browser.screen)


async def test_everything_is_counted_by_who_is_quoted_where_and_when(library: Library) -> None:
    async with browsing(library) as browser:
        screen = await open_narrowing(browser)
        counts = {choice.text: choice.beside for choice in screen.choices.choices}
        assert counts["The Quay Post"] == "2"
        assert counts["Town"] == "2"
        assert counts["Marta Lindqvist"] == counts["Eva Brandt"] == "1"
        assert "Sections" in browser.text
        assert {"2023", "2024"} <= {text[:4] for text in counts}


async def test_choosing_narrows_the_list_to_as_many_as_were_counted(library: Library) -> None:
    async with browsing(library) as browser:
        screen = await open_narrowing(browser)
        await choose(browser, screen, "Town")
        await browser.until(lambda: len(browser.screen.articles.numbers) == 2)
        screen = await open_narrowing(browser)
        await choose(browser, screen, "Marta Lindqvist")
        await browser.until(lambda: len(browser.screen.articles.numbers) == 1)
        await browser.until(lambda: browser.headline.startswith("Harbour wall"))
        await browser.press("escape")
        await browser.until(lambda: len(browser.screen.articles.numbers) == 5)


async def test_a_search_is_narrowed_with_its_last_word_still_as_typed(library: Library) -> None:
    async with browsing(library, query="harb") as browser:
        await browser.until(lambda: len(browser.screen.articles.numbers) == 2)
        screen = await open_narrowing(browser)
        await choose(browser, screen, "Transport")
        await browser.until(lambda: len(browser.screen.articles.numbers) == 1)
        await browser.until(lambda: browser.headline.startswith("Night buses"))


async def test_a_search_of_alternatives_is_narrowed_so_too(library: Library) -> None:
    async with browsing(library, query="zeppelin OR harb") as browser:
        await browser.until(lambda: len(browser.screen.articles.numbers) == 2)
        screen = await open_narrowing(browser)
        await choose(browser, screen, "Transport")
        await browser.until(lambda: len(browser.screen.articles.numbers) == 1)


async def test_who_said_it_is_counted_where_that_was_asked(library: Library) -> None:
    async with browsing(library, query="said:wall") as browser:
        await browser.until(lambda: len(browser.screen.articles.numbers) == 1)
        screen = await open_narrowing(browser)
        texts = [choice.text for choice in screen.choices.choices]
        assert texts[: texts.index("Sources")] == ["Who is quoted", "Tom Adeyemi"]


async def test_years_come_in_full_and_the_rest_of_a_kind_when_it_is_chosen(tmp_path: Path) -> None:
    stories = {
        f"{at}.txt": f"Title: Story {at}\nDate: {1990 + at % 30}-05-01\nSection: Part {at % 15:02}\n\nIt rained.\n"
        for at in range(60)
    }
    with Library(making.write(tmp_path / "news", stories)) as library:
        library.sync(jobs=0)
        async with browsing(library) as browser:
            screen = await open_narrowing(browser)
            texts = [choice.text for choice in screen.choices.choices]
            assert texts[-30:] == [str(year) for year in range(2019, 1989, -1)]
            assert texts[:12] == ["Sections", *(f"Part {at:02}" for at in range(10)), "… 5 more"]
            for _ in range(10):
                await browser.press("j")
            await browser.press("enter")
            await browser.until(lambda: len(screen.choices.choices) == len(texts) + 4)
            assert screen.choices.choices[screen.choices.cursor].text == "Part 10"
            await choose(browser, screen, "Part 14")
            await browser.until(lambda: len(browser.screen.articles.numbers) == 4)


async def test_escape_leaves_everything_as_it_was(library: Library) -> None:
    async with browsing(library) as browser:
        await open_narrowing(browser)
        await browser.press("escape")
        await browser.until(lambda: browser.app.screen is browser.screen)
        assert len(browser.screen.articles.numbers) == 5


async def test_what_finds_nothing_has_nothing_to_narrow_by(library: Library) -> None:
    async with browsing(library, query="zeppelin") as browser:
        await open_narrowing(browser)
        await browser.until_shown("Nothing to narrow by")


@pytest.mark.parametrize("size", SIZES)
async def test_it_opens_at_any_size(library: Library, size: tuple[int, int]) -> None:
    async with browsing(library, size=size) as browser:
        screen = await open_narrowing(browser)
        await browser.press("G", "g", "pagedown", "pageup")
        assert screen.choices.current is not None
        await browser.press("escape")
