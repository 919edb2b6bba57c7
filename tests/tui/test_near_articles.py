"""From an article to those near it: about the same, or with nearly the same text."""

from __future__ import annotations

from pathlib import Path

import pytest

from termnews.library import Library
from tests.tui import library as articles
from tests.tui.browsing import browsing

STORM = (
    "The storm of Monday night tore the roof off the fish market and broke two masts in the harbour. The harbour "
    "master closed the quay until the cranes have been looked at. Nobody was hurt, the town said, but the market "
    "stays closed for a week, and the boats are moored across the bay until the wall has been mended.\n"
)
OTHERS = {
    "2024/10/storm.txt": f"Title: Storm tears roof off the market\nDate: 2024-10-02\nSource: The Quay Post\n\n{STORM}",
    "2024/10/wire.txt": f"Title: Market roof lost in the storm\nDate: 2024-10-01\nSource: Bay Wire\n\n{STORM}",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The five articles, and a story that two papers print."""
    return articles.write(tmp_path / "news", {**articles.FILES, **OTHERS})


async def test_articles_about_the_same_take_the_place_of_the_list_until_escape(library: Library) -> None:
    async with browsing(library) as browser:
        await browser.press("j")
        await browser.until(lambda: browser.headline.startswith("Harbour wall"))
        await browser.press("equals_sign")
        await browser.until_shown("Like “Harbour wall")
        await browser.until(lambda: browser.screen.articles.numbers)
        await browser.until_ready()
        assert browser.under_cursor != "2024/09/harbour.txt"
        assert browser.screen.articles.cursor == 0
        await browser.press("escape")
        await browser.until(lambda: browser.headline.startswith("Harbour wall"))
        assert browser.screen.articles.cursor == 1


async def test_back_from_near_articles_goes_to_the_search_they_were_opened_from(library: Library) -> None:
    async with browsing(library) as browser:
        await browser.press("slash")
        await browser.type("harbour")
        await browser.press("enter", "equals_sign")
        await browser.until_shown("Like “")
        await browser.press("escape")
        await browser.until_shown("“harbour”")
        await browser.press("escape")
        await browser.until(lambda: browser.screen.listings.question.of_everything)


async def test_copies_are_one_line_with_a_count_and_can_be_listed(library: Library) -> None:
    async with browsing(library) as browser:
        assert len(browser.screen.articles.numbers) == 6
        assert browser.under_cursor == "2024/10/storm.txt"
        assert "+1" in browser.text
        assert "Market roof lost" not in browser.text
        await browser.press("c")
        await browser.until_shown("Copies of “Storm tears roof")
        await browser.until(lambda: browser.headline == "Market roof lost in the storm")
        await browser.press("escape")
        await browser.until(lambda: len(browser.screen.articles.numbers) == 6)


async def test_an_article_without_copies_says_so(library: Library) -> None:
    async with browsing(library) as browser:
        await browser.press("j", "c")
        await browser.until_shown("No other article has nearly the same text")
