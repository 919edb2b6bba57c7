"""The sidebar: who says what in the article, indirect speech apart, narrowed by typing."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from termnews.library import Library
from tests.tui.browsing import Browsing, browsing
from tests.tui.library import Quoted


@pytest.fixture
def library(library: Library) -> Iterator[Library]:
    """The five articles, their quotations marked by hand."""
    with Quoted(library.root) as quoted:
        yield quoted


def sidebar(browser: Browsing) -> list[str]:
    """What the lines of the sidebar say."""
    pane = browser.screen.quotes
    return [pane.render_line(y).text.rstrip() for y in range(pane.room.height)]


def style_of(browser: Browsing, text: str) -> str:
    """The colour in which ``text`` stands in the sidebar."""
    pane = browser.screen.quotes
    for y in range(pane.room.height):
        for segment in pane.render_line(y):
            if text in segment.text and segment.style is not None:
                return str(segment.style.color)
    raise AssertionError(f"{text} is not in the sidebar")


async def test_each_speaker_stands_once_with_role_and_number_of_quotes(library: Library) -> None:
    async with browsing(library) as browser:
        lines = sidebar(browser)
        assert lines[0].split() == ["Marta", "Lindqvist", "2", "+1"]
        assert lines[1].strip() == "harbour master of Aldmoor"
        assert sum("Lindqvist" in line for line in lines) == 1
        assert sum(line.split()[:1] == ["Tom"] and line.split()[-1] == "1" for line in lines) == 1
        assert "3 Quotes · 3 +1" in browser.text


async def test_quotations_stand_in_order_and_are_cut_to_three_lines(library: Library) -> None:
    async with browsing(library) as browser:
        text = "\n".join(sidebar(browser))
        assert text.index("We can't ask") < text.index("the quay stays") < text.index("My father") < text.index("Tom")
        assert "…" in text
        assert "to lay them" not in text


async def test_indirect_speech_is_dimmed_and_a_key_hides_it(library: Library) -> None:
    async with browsing(library) as browser:
        assert style_of(browser, "the quay stays") != style_of(browser, "My father")
        await browser.press("i")
        assert "the quay stays" not in "\n".join(sidebar(browser))
        assert "3 Quotes · 3 " in browser.text
        await browser.press("i")
        assert "the quay stays" in "\n".join(sidebar(browser))


async def test_indirect_speech_is_marked_in_the_text_only_when_it_is_pointed_at(library: Library) -> None:
    async with browsing(library) as browser:
        view = browser.screen.text

        def underlined() -> bool:
            return any(
                segment.style is not None and segment.style.underline
                for y in range(view.room.height)
                for segment in view.render_line(y)
            )

        assert not underlined()
        await browser.press("3", "j")
        assert not underlined()
        await browser.press("j")
        assert underlined()


async def test_bracket_keys_go_through_the_quotations_that_show(library: Library) -> None:
    async with browsing(library) as browser:
        lit = []
        for _ in range(4):
            await browser.press("right_square_bracket")
            lit.append(browser.screen.text.quote)
        assert lit == [0, 1, 2, 3]
        await browser.press("i", "right_square_bracket", "right_square_bracket", "left_square_bracket")
        assert browser.screen.text.quote == 0


async def test_typing_narrows_speakers_and_quotations(library: Library) -> None:
    async with browsing(library) as browser:
        await browser.press("f")
        assert browser.focused not in ("list", "text")
        await browser.type("WÁLL money")
        text = "\n".join(sidebar(browser))
        assert "Tom Adeyemi" in text
        assert "Lindqvist" not in text
        assert "3 Quotes · 1 of 4" in browser.text
        await browser.press("enter")
        assert browser.focused == "quotes"
        assert browser.screen.quotes.cursor == 2
        await browser.press("escape")
        assert "Lindqvist" in "\n".join(sidebar(browser))
        assert browser.focused == "quotes"
        await browser.press("escape")
        assert browser.focused == "list"


async def test_a_name_or_a_role_keeps_all_that_the_speaker_said(library: Library) -> None:
    async with browsing(library) as browser:
        for wanted, left in [("lindq", 3), ("harbour master", 3), ("nobody at all", 0)]:
            await browser.press("f")
            await browser.type(wanted)
            assert f"{left} of 4" in browser.text
            await browser.press("escape")
            assert "3 Quotes · 3 +1" in browser.text
        await browser.press("f")
        await browser.type("zzz")
        assert "Nothing like that" in browser.text


async def test_another_article_shows_all_of_its_quotations(library: Library) -> None:
    async with browsing(library) as browser:
        await browser.press("f")
        await browser.type("tom")
        await browser.press("enter", "1", "j")
        await browser.until_ready()
        assert "Eva Brandt" in "\n".join(sidebar(browser))


async def test_nothing_to_narrow_is_told(library: Library) -> None:
    async with browsing(library) as browser:
        await browser.press("end")
        await browser.until_ready()
        await browser.press("f")
        assert "No quotations in this article" in browser.text
        await browser.press("p")
        assert "Nobody is quoted by name here" in browser.text
