"""What each key does."""

from __future__ import annotations

import pytest

from termnews.config import Config
from termnews.library import Library
from tests.tui.browsing import SIZES, browsing

NEWEST_FIRST = [
    "2024/09/harbour.txt",
    "2024/09/bridge.txt",
    "2024/08/choir.txt",
    "2023/minutes.txt",
    "letters/gulls.txt",
]


async def test_the_newest_article_shows_first(library: Library) -> None:
    async with browsing(library) as browser:
        assert browser.under_cursor == NEWEST_FIRST[0]
        assert browser.headline == "Harbour wall to be rebuilt before winter"
        for text in ("By Ines Carvalho", "Tuesday 17 September 2024", "The Quay Post · Town", "ALDMOOR — The harbour"):
            assert text in browser.text


async def test_j_k_g_and_arrows_move_in_the_list_and_show_the_article(library: Library) -> None:
    async with browsing(library) as browser:
        for key, place in [
            ("j", 1),
            ("down", 2),
            ("k", 1),
            ("up", 0),
            ("k", 0),
            ("G", 4),
            ("j", 4),
            ("home", 0),
            ("end", 4),
        ]:
            await browser.press(key)
            assert browser.screen.articles.cursor == place, key
            assert browser.under_cursor == NEWEST_FIRST[place]
        await browser.press("g", "j")
        await browser.until(lambda: browser.headline == "Night buses cross the bridge again")


async def test_pages_move_by_what_fits(library: Library) -> None:
    async with browsing(library, size=(100, 14)) as browser:  # twelve lines: six articles of two lines
        await browser.press("ctrl+d")
        assert browser.screen.articles.cursor == 3
        await browser.press("pagedown")
        assert browser.screen.articles.cursor == 4
        await browser.press("ctrl+u")
        assert browser.screen.articles.cursor == 1
        await browser.press("pageup")
        assert browser.screen.articles.cursor == 0


async def test_the_cursor_passing_leaves_an_article_unread(library: Library) -> None:
    async with browsing(library) as browser:
        await browser.press("j", "j", "j")
        await browser.until_ready()
        assert not any(hit.row.read for hit in library.list().hits)


async def test_enter_opens_goes_to_the_text_and_marks_as_read(library: Library) -> None:
    async with browsing(library) as browser:
        await browser.press("enter")
        assert browser.focused == "text"
        await browser.until(lambda: library.row(NEWEST_FIRST[0]).read)
        entry = browser.screen.articles.current_entry
        assert entry is not None
        assert entry.row.read


async def test_space_opens_reads_on_and_goes_to_the_next_unread(library: Library) -> None:
    library.mark([NEWEST_FIRST[4], NEWEST_FIRST[0]], read=True)
    async with browsing(library, size=(100, 30)) as browser:
        await browser.press("end", "k")
        await browser.until_ready()
        await browser.press("space")
        assert browser.focused == "text"
        pages = 0
        while not browser.screen.text.at_end:
            await browser.press("space")
            pages += 1
            assert browser.under_cursor == "2023/minutes.txt"
        assert pages > 3
        await browser.press("space")
        await browser.until(lambda: browser.under_cursor == "2024/09/bridge.txt")
        await browser.until(lambda: library.row("2024/09/bridge.txt").read)


async def test_space_says_when_nothing_is_unread(library: Library) -> None:
    library.mark(NEWEST_FIRST, read=True)
    async with browsing(library) as browser:
        await browser.press("space", "space")
        await browser.until_shown("Everything here has been read")
        assert browser.under_cursor == NEWEST_FIRST[0]


async def test_tab_and_numbers_change_the_pane(library: Library) -> None:
    async with browsing(library) as browser:
        for key, pane in [
            ("tab", "text"),
            ("tab", "quotes"),
            ("tab", "list"),
            ("shift+tab", "quotes"),
            ("2", "text"),
            ("3", "quotes"),
            ("1", "list"),
        ]:
            await browser.press(key)
            assert browser.focused == pane, key


async def test_z_gives_one_pane_the_screen_and_takes_it_back(library: Library) -> None:
    async with browsing(library) as browser:
        await browser.press("2", "z")
        assert (browser.screen.articles.display, browser.screen.quotes.display) == (False, False)
        await browser.press("tab")
        assert browser.focused == "quotes"
        assert not browser.screen.text.display
        await browser.press("escape")
        assert browser.screen.articles.display
        assert browser.screen.text.display


async def test_brackets_go_through_the_quotes_of_the_text(library: Library) -> None:
    async with browsing(library) as browser:
        lit = []
        for key in ("right_square_bracket", "right_square_bracket", "left_square_bracket", "left_square_bracket"):
            await browser.press(key)
            lit.append(browser.screen.text.quote)
            assert browser.screen.quotes.cursor == browser.screen.text.quote
        assert lit == [0, 1, 0, 2]


async def test_m_and_s_mark_the_article(library: Library) -> None:
    async with browsing(library) as browser:
        await browser.press("j")
        await browser.until_ready()
        await browser.press("m")
        await browser.until(lambda: library.row(NEWEST_FIRST[1]).read)
        await browser.press("m")
        await browser.until(lambda: not library.row(NEWEST_FIRST[1]).read)
        await browser.press("s")
        await browser.until(lambda: library.row(NEWEST_FIRST[1]).starred)
        assert "★ Night buses" in browser.text
        await browser.press("s")
        await browser.until(lambda: not library.row(NEWEST_FIRST[1]).starred)


async def test_u_leaves_out_what_has_been_read(library: Library) -> None:
    library.mark([NEWEST_FIRST[0], NEWEST_FIRST[2]], read=True)
    async with browsing(library) as browser:
        await browser.press("u")
        await browser.until(lambda: len(browser.screen.articles.numbers) == 3)
        await browser.press("u")
        await browser.until(lambda: len(browser.screen.articles.numbers) == 5)


async def test_an_article_that_is_being_read_stays_among_the_unread(library: Library) -> None:
    async with browsing(library) as browser:
        await browser.press("u", "j", "enter")
        await browser.until(lambda: library.row(NEWEST_FIRST[1]).read)
        browser.screen.listings.refresh()
        await browser.pilot.pause(0.3)
        assert len(browser.screen.articles.numbers) == 5
        assert browser.under_cursor == NEWEST_FIRST[1]


async def test_shift_s_changes_the_order_and_keeps_the_article(library: Library) -> None:
    async with browsing(library) as browser:
        await browser.press("j", "S")
        await browser.until(lambda: browser.screen.articles.cursor == 2)
        assert browser.under_cursor == NEWEST_FIRST[1]
        await browser.press("S")
        await browser.until(lambda: browser.screen.articles.cursor == 1)


async def test_question_mark_shows_every_key_and_q_closes_it(library: Library) -> None:
    async with browsing(library) as browser:
        await browser.press("question_mark")
        assert "Half a page down" in browser.text
        assert "ctrl+d" in browser.text
        await browser.press("q")
        assert "Half a page down" not in browser.text
        assert browser.app.is_running


async def test_q_quits(library: Library) -> None:
    async with browsing(library) as browser:
        await browser.press("q")
        assert browser.app.return_code == 0


async def test_the_palette_runs_a_command(library: Library) -> None:
    async with browsing(library) as browser:
        await browser.press("ctrl+p")
        await browser.type("toggle star")
        await browser.pilot.pause(0.3)
        await browser.press("enter")
        await browser.until(lambda: library.row(NEWEST_FIRST[0]).starred)


async def test_the_palette_offers_only_what_can_be_done(library: Library) -> None:
    async with browsing(library) as browser:
        offered = {command.id for command in browser.screen.usable()}
        assert {"open", "next-quote", "open-url", "toggle-star"} <= offered
        assert not {"next-match", "edition"} & offered
        await browser.press("end")
        await browser.until_ready()
        assert not {"next-quote", "open-url"} & {command.id for command in browser.screen.usable()}


async def test_a_key_from_the_settings_takes_the_place_of_ours(library: Library) -> None:
    settings = Config(keys={"next-line": ("x", "ctrl+n")})
    async with browsing(library, settings=settings) as browser:
        await browser.press("x")
        assert browser.screen.articles.cursor == 1
        await browser.press("ctrl+n")
        assert browser.screen.articles.cursor == 2
        await browser.press("j")
        assert browser.screen.articles.cursor == 2
        await browser.press("question_mark")
        assert "x, ctrl+n" in browser.text


async def test_o_says_so_where_there_is_no_address(library: Library) -> None:
    async with browsing(library) as browser:
        await browser.press("end")
        await browser.until_ready()
        await browser.press("o")
        await browser.until_shown("This article gives no address")


async def test_shift_t_changes_between_dark_and_light(library: Library) -> None:
    async with browsing(library) as browser:
        await browser.press("T")
        assert browser.app.theme == "termnews-light"
        await browser.press("T")
        assert browser.app.theme == "termnews-dark"


@pytest.mark.parametrize("size", SIZES)
async def test_a_pane_that_is_zoomed_has_the_whole_screen(library: Library, size: tuple[int, int]) -> None:
    async with browsing(library, size) as browser:
        for key, pane in ("1", browser.screen.articles), ("2", browser.screen.text), ("3", browser.screen.quotes):
            await browser.press(key, "z")
            await browser.until(lambda pane=pane: pane.outer_size.width == size[0])  # type: ignore[misc]
            await browser.press("z")
