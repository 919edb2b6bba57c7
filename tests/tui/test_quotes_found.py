"""Quotations as answers: a switch from the articles that a search finds to what was said in them."""

from __future__ import annotations

from termnews.library import Library
from termnews.tui.screens.sayings import SayingsScreen
from tests.tui.browsing import Browsing, browsing


async def open_quotations(browser: Browsing) -> SayingsScreen:
    """Press the key, and wait until the first quotations have come."""
    await browser.press("quotation_mark")
    await browser.until(lambda: isinstance(browser.app.screen, SayingsScreen) and browser.app.screen.answered)
    screen = browser.app.screen
    assert isinstance(screen, SayingsScreen)
    return screen


async def test_the_quotations_that_answer_the_search_are_listed_with_who_and_where(library: Library) -> None:
    async with browsing(library, query="said:wall") as browser:
        await browser.until_shown("said:wall")
        screen = await open_quotations(browser)
        await browser.until(lambda: screen.sayings.current is not None)
        assert screen.sayings.total == 1
        assert "It is a lot of money for a wall" in browser.text
        assert "Tom Adeyemi · Harbour wall to be rebuilt before winter  17 Sep 2024" in browser.text
        assert "best matches first" in browser.text


async def test_without_a_search_all_quotations_are_listed_newest_first_and_the_order_can_be_changed(
    library: Library,
) -> None:
    async with browsing(library) as browser:
        screen = await open_quotations(browser)
        await browser.until(lambda: screen.sayings.current is not None)
        assert browser.text.index("We can't ask the boats") < browser.text.index("People walked home")
        await browser.press("S")
        await browser.until_shown("oldest first")
        await browser.until(lambda: "We can't ask" in browser.text and "People walked" in browser.text)
        assert browser.text.index("People walked home") < browser.text.index("We can't ask the boats")


async def test_enter_goes_to_the_passage_and_escape_comes_back_to_the_quotations(library: Library) -> None:
    async with browsing(library, query="said:home") as browser:
        screen = await open_quotations(browser)
        await browser.until(lambda: screen.sayings.current is not None)
        await browser.press("enter")
        await browser.until(lambda: browser.screen.text.quote is not None)
        assert browser.headline == "Night buses cross the bridge again"
        await browser.press("escape")
        await browser.until(lambda: isinstance(browser.app.screen, SayingsScreen))
        await browser.press("escape")
        await browser.until(lambda: browser.app.screen is browser.screen)
        assert "said:home" in browser.text


async def test_a_search_that_nobody_spoke_of_says_so(library: Library) -> None:
    async with browsing(library, query="said:zeppelin") as browser:
        await open_quotations(browser)
        await browser.until_shown("No quotations")
