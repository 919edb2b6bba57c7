"""Searches that are kept under a name."""

from __future__ import annotations

from termnews.library import Library
from termnews.tui.screens.saved import SavedSearchesScreen
from tests.tui.browsing import Browsing, browsing


async def open_saved(browser: Browsing) -> None:
    """Open the list of saved searches."""
    await browser.press("at")
    await browser.until(lambda: isinstance(browser.app.screen, SavedSearchesScreen) and browser.app.screen.answered)


async def test_a_search_is_kept_and_opened_again(library: Library) -> None:
    async with browsing(library, query="harbour") as browser:
        await browser.until(lambda: len(browser.screen.articles.numbers) == 2)
        await browser.press("ctrl+s")
        await browser.type("quay")
        await browser.press("enter")
        await browser.until_shown("Kept as @quay")
        await browser.press("escape")
        await browser.until(lambda: len(browser.screen.articles.numbers) == 5)
        await open_saved(browser)
        assert "@quay  harbour" in browser.text
        await browser.press("enter")
        await browser.until(lambda: len(browser.screen.articles.numbers) == 2)
        assert browser.screen.listings.question.query == "@quay"


async def test_what_came_since_is_counted_until_the_search_is_looked_at(library: Library) -> None:
    library.save_search("harbour", "harbour")
    (library.root / "new.txt").write_text(
        "Title: A harbour festival\nDate: 2024-10-01\n\nIt was held at the harbour.\n"
    )
    library.sync(jobs=1)
    async with browsing(library) as browser:
        await open_saved(browser)
        assert "1 new of 3" in browser.text
        await browser.press("enter")
        await browser.until(lambda: len(browser.screen.articles.numbers) == 3)
        await browser.until(lambda: library.saved_searches()[0].new == 0)


async def test_a_search_is_kept_while_it_is_typed(library: Library) -> None:
    async with browsing(library) as browser:
        await browser.press("slash")
        await browser.type("harbour")
        await browser.until(lambda: len(browser.screen.articles.numbers) == 2)
        await browser.press("ctrl+s")
        await browser.type("quay")
        await browser.press("enter")
        await browser.until_shown("Kept as @quay")
        assert library.saved_queries() == {"quay": "harbour"}


async def test_a_name_that_can_not_be_is_told_and_can_be_changed(library: Library) -> None:
    library.save_search("quay", "gulls")
    async with browsing(library, query="harbour") as browser:
        await browser.press("ctrl+s")
        await browser.type("quay")
        await browser.press("enter")
        await browser.until_shown("save as @ quay")
        assert library.saved_queries() == {"quay": "gulls"}
        await browser.type("2")
        await browser.press("enter")
        await browser.until_shown("Kept as @quay2")
        assert library.saved_queries() == {"quay": "gulls", "quay2": "harbour"}


async def test_without_a_search_there_is_nothing_to_keep(library: Library) -> None:
    async with browsing(library) as browser:
        await browser.press("ctrl+s")
        await browser.until_shown("No search to keep")


async def test_an_empty_list_says_so(library: Library) -> None:
    async with browsing(library) as browser:
        await open_saved(browser)
        assert "None yet" in browser.text
        await browser.press("escape")
        await browser.until(lambda: browser.app.screen is browser.screen)


async def test_a_search_is_forgotten_by_its_key_pressed_twice(library: Library) -> None:
    library.save_search("harbour", "harbour")
    library.save_search("quay", "quay")
    async with browsing(library) as browser:
        await open_saved(browser)
        await browser.press("d")
        assert "d again forgets @harbour" in browser.text
        await browser.press("j", "k")
        assert "again forgets" not in browser.text
        await browser.press("d")
        assert list(library.saved_queries()) == ["harbour", "quay"]
        await browser.press("d")
        await browser.until(lambda: "@harbour" not in browser.text)
        assert list(library.saved_queries()) == ["quay"]
        assert "@quay" in browser.text


async def test_where_no_list_is_open_the_key_says_where_it_works(library: Library) -> None:
    async with browsing(library) as browser:
        await browser.press("d")
        assert "@ lists the searches" in browser.text
