"""Searching as you type, and coming back."""

from __future__ import annotations

from pathlib import Path

from textual import events

from termnews.library import Library
from tests.tui.browsing import browsing


async def test_every_key_narrows_the_list_and_lights_the_hits(library: Library) -> None:
    async with browsing(library) as browser:
        await browser.press("slash")
        await browser.type("b")
        await browser.until(lambda: browser.screen.listings.question.query == "b")
        await browser.type("ridge")
        await browser.until(lambda: list(browser.screen.articles.numbers) == [library.row("2024/09/bridge.txt").number])
        await browser.until(lambda: browser.headline == "Night buses cross the bridge again")
        entry = browser.screen.articles.current_entry
        assert entry is not None
        await browser.until(lambda: browser.screen.articles.current_entry.marks)  # type: ignore[union-attr]
        page = browser.screen.text.shown
        assert page is not None
        assert [page.text[span.start : span.end] for span in page.matches] == ["bridge"]


async def test_enter_goes_to_the_list_and_escape_back_to_it_as_it_was(library: Library) -> None:
    async with browsing(library) as browser:
        await browser.press("j", "j", "j")
        await browser.press("slash")
        await browser.type("harbour")
        await browser.until(lambda: len(browser.screen.articles.numbers) == 2)
        await browser.press("enter")
        assert browser.focused == "list"
        assert "“harbour”" in browser.text
        await browser.press("j", "escape")
        await browser.until(lambda: len(browser.screen.articles.numbers) == 5)
        assert browser.under_cursor == "2023/minutes.txt"
        assert browser.screen.articles.cursor == 3


async def test_escape_in_the_box_returns_to_the_list_as_it_was(library: Library) -> None:
    async with browsing(library) as browser:
        await browser.press("j", "j", "slash")
        await browser.type("gulls")
        await browser.until(lambda: len(browser.screen.articles.numbers) == 1)
        await browser.press("escape")
        await browser.until(lambda: len(browser.screen.articles.numbers) == 5)
        assert browser.screen.articles.cursor == 2
        assert browser.focused == "list"
        await browser.until(lambda: browser.headline.startswith("町の合唱団"))


async def test_an_emptied_box_shows_everything(library: Library) -> None:
    async with browsing(library) as browser:
        await browser.press("slash")
        await browser.type("gu")
        await browser.until(lambda: len(browser.screen.articles.numbers) == 1)
        await browser.press("backspace", "backspace")
        await browser.until(lambda: len(browser.screen.articles.numbers) == 5)


async def test_arrows_move_in_the_list_while_typing(library: Library) -> None:
    async with browsing(library) as browser:
        await browser.press("slash")
        await browser.type("harbour")
        await browser.until(lambda: len(browser.screen.articles.numbers) == 2)
        await browser.press("down")
        assert browser.screen.articles.cursor == 1


async def test_what_is_typed_before_the_box_is_there_goes_into_it(library: Library) -> None:
    async with browsing(library) as browser:
        for key in ("slash", "n", "i", "g", "x", "backspace", "h", "t", "enter"):
            browser.app.post_message(events.Key(key, key if len(key) == 1 else None))
        await browser.until(lambda: browser.screen.listings.question.query == "night")
        await browser.until(lambda: browser.focused == "list")
        await browser.until(lambda: browser.under_cursor == "2024/09/bridge.txt")


async def test_letters_that_are_keys_are_only_typed(library: Library) -> None:
    async with browsing(library) as browser:
        await browser.press("slash")
        await browser.type("quzms 12?|")
        assert browser.app.is_running
        assert browser.screen.listings.question.query == "quzms 12?|"
        await browser.until_shown("Nothing found")


async def test_n_and_shift_n_go_through_the_matches(library: Library) -> None:
    async with browsing(library) as browser:
        await browser.press("slash")
        await browser.type("harbour")
        await browser.until(lambda: browser.screen.text.shown is not None and browser.screen.text.shown.matches)
        await browser.press("enter")
        seen = []
        for key in ("n", "n", "n", "N"):
            await browser.press(key)
            seen.append(browser.screen.text.match)
        assert seen == [0, 1, 0, 1]
        assert "Match 2 of 2" in browser.text


async def test_the_first_hit_shows_at_its_first_match_unasked(folder: Path, library: Library) -> None:
    quiet = "\n\n".join(f"Nothing happened on day {day} of the long calm." for day in range(200))
    (folder / "calm.txt").write_text(f"Title: A long calm\n\n{quiet}\n\nThen a zeppelin came.\n", "utf-8")
    library.sync(jobs=0)
    async with browsing(library) as browser:
        await browser.press("slash")
        await browser.type("day calm")
        await browser.until(lambda: browser.under_cursor == "calm.txt")
        await browser.until(lambda: bool(browser.screen.text.shown and browser.screen.text.shown.matches))
        assert browser.screen.text.top == 0
        await browser.press(*["backspace"] * 8)
        await browser.type("zeppelin")
        await browser.until_shown("Then a zeppelin came.")
        assert browser.screen.text.top > 0


async def test_n_without_a_search_says_what_to_do(library: Library) -> None:
    async with browsing(library) as browser:
        await browser.press("n")
        assert "No search; press / to begin one" in browser.text


async def test_anything_may_be_typed(library: Library) -> None:
    async with browsing(library) as browser:
        await browser.press("slash")
        for text in ('"', "(", " OR", " f:", " [b]", " 🦆", "\\", " -"):
            await browser.type(text)
        await browser.pilot.pause(0.3)
        assert browser.app.is_running
        await browser.press("escape")
        await browser.until(lambda: len(browser.screen.articles.numbers) == 5)


async def test_the_browser_opens_on_a_search(library: Library) -> None:
    async with browsing(library, query="bridge") as browser:
        assert [browser.under_cursor] == ["2024/09/bridge.txt"]
        await browser.press("escape")
        await browser.until(lambda: len(browser.screen.articles.numbers) == 5)
        assert browser.under_cursor == "2024/09/bridge.txt"


async def test_a_search_is_sorted_by_relevance_then_as_asked(library: Library) -> None:
    async with browsing(library, query="harbour") as browser:
        assert browser.screen.listings.question.sort == "relevance"
        await browser.press("S")
        await browser.until_shown("Newest first")
        await browser.press("S")
        await browser.until_shown("Oldest first")
        await browser.until(lambda: browser.screen.articles.cursor == 1)
        assert browser.under_cursor == "2024/09/harbour.txt"


async def test_a_misspelt_word_is_corrected_by_one_key_and_never_unasked(library: Library) -> None:
    async with browsing(library) as browser:
        await browser.press("slash")
        await browser.type("harbuor")
        await browser.until_shown("Did you mean “harbour”?")
        assert browser.screen.listings.question.query == "harbuor"
        await browser.press("ctrl+y")
        await browser.until(lambda: len(browser.screen.articles.numbers) == 2)
        assert "/ harbour" in browser.text
        await browser.press("enter", "escape")
        await browser.until(lambda: len(browser.screen.articles.numbers) == 5)


async def test_what_is_odd_about_a_query_is_told_beside_it(library: Library) -> None:
    async with browsing(library) as browser:
        await browser.press("slash")
        await browser.type("haedline:harbour")
        await browser.until_shown("headline:")
        await browser.press("backspace")
        await browser.press("escape")


async def test_f1_in_the_box_shows_the_query_language(library: Library) -> None:
    async with browsing(library) as browser:
        await browser.press("slash", "f1")
        await browser.until_shown("speaker:")
        assert '"near words"~5' in browser.text
        await browser.press("escape")
        await browser.until(lambda: browser.app.screen is browser.screen)
        assert browser.screen.prompt is not None


async def test_the_query_before_is_replaced_by_typing_and_gone_on_from_by_an_arrow(library: Library) -> None:
    async with browsing(library) as browser:
        await browser.press("slash")
        await browser.type("harbour")
        await browser.press("enter", "slash")
        await browser.type("gulls")
        await browser.until(lambda: browser.screen.listings.question.query == "gulls")
        await browser.press("enter", "slash", "right")
        await browser.type(" x")
        await browser.until(lambda: browser.screen.listings.question.query == "gulls x")


async def test_keys_pressed_before_the_line_is_there_replace_the_query_before(library: Library) -> None:
    async with browsing(library, query="harbour") as browser:
        for key in "/gulls":
            browser.app.post_message(events.Key("slash" if key == "/" else key, key))
        await browser.until(lambda: browser.screen.listings.question.query == "gulls")


async def test_many_hits_are_all_put_in_order_once_nobody_types_on(tmp_path: Path) -> None:
    root = tmp_path / "many"
    root.mkdir()
    for number in range(300):
        text = f"Ferry {number}. " + "The tide came. " * (number * 7 % 40) + "A ferry. " * (number % 9)
        (root / f"{number:03}.txt").write_text(f"Title: Report {number}\n\n{text}\n")
    with Library(root) as library:
        library.sync(jobs=1)
        async with browsing(library, (60, 20)) as browser:
            await browser.press("slash")
            await browser.type("ferry")
            await browser.until(lambda: browser.screen.listings.question.query == "ferry")
            await browser.until(lambda: "ferry” · " in browser.text)
            current = browser.under_cursor
            expected = library.listing("ferry", sort="relevance", as_typed=True).numbers
            assert len(expected) == 300
            await browser.until(lambda: browser.screen.articles.numbers == expected)
            assert browser.under_cursor == current


async def test_an_article_that_is_opened_meanwhile_stays_where_it_is(tmp_path: Path) -> None:
    root = tmp_path / "many"
    root.mkdir()
    for number in range(300):
        (root / f"{number:03}.txt").write_text(f"Title: Report {number}\n\nThe ferry came. {'A tide. ' * number}\n")
    with Library(root) as library:
        library.sync(jobs=1)
        async with browsing(library, (60, 20), query="ferry is:unread") as browser:
            opened = browser.under_cursor
            before = browser.screen.articles.numbers
            await browser.press("enter")
            await browser.until(lambda: browser.screen.articles.numbers is not before)
            assert browser.under_cursor == opened
            assert browser.screen.articles.cursor == 0
