"""The list of articles: what it draws, what it asks for, and that nothing jumps."""

from __future__ import annotations

import tracemalloc
from array import array

import pytest
from textual import on
from textual.app import App, ComposeResult
from textual.pilot import Pilot

from termnews.article import Published, Row, Span
from termnews.tui.page import of_row
from termnews.tui.widgets.article_list import ArticleList


def row(number: int, **more: object) -> Row:
    """A row that tells its number."""
    fields: dict[str, object] = {
        "number": number,
        "id": f"{number}.txt",
        "headline": f"Headline {number}",
        "derived": False,
        "published": Published.from_iso("2024-03-05"),
        "added": 0,
        "byline": None,
        "source": "The Quay Post",
        "section": "Town",
        "tags": (),
        "language": None,
        "url": None,
        "words": 1,
        "quotes": 0,
    }
    return Row(**(fields | more))  # type: ignore[arg-type]


class ListApp(App[None]):
    """A list alone; rows are answered at once, or not at all."""

    CSS_PATH = "../../src/termnews/tui/termnews.tcss"

    def __init__(self, answer: bool = True) -> None:
        super().__init__()
        self.list = ArticleList()
        self.answer = answer
        self.asked: list[list[int]] = []

    def compose(self) -> ComposeResult:
        yield self.list

    @on(ArticleList.Wanted)
    def _wanted(self, event: ArticleList.Wanted) -> None:
        self.asked.append(event.numbers)
        if self.answer:
            self.list.take([of_row(row(number), asked=self.list.asked) for number in event.numbers])

    def lines(self) -> list[str]:
        return [self.list.render_line(y).text.rstrip() for y in range(self.list.room.height)]


async def show(pilot: Pilot[None], app: ListApp, numbers: list[int], keep: int | None = None) -> None:
    app.list.styles.width = "100%"
    app.list.styles.max_width = "100%"
    await pilot.pause()
    app.list.show(array("q", numbers), keep=keep)
    await pilot.pause()


async def test_placeholders_stand_till_the_rows_come() -> None:
    app = ListApp(answer=False)
    async with app.run_test(size=(40, 21)) as pilot:
        await show(pilot, app, list(range(100)))
        assert app.lines()[:2] == ["  ·", ""]
        app.list.take([of_row(row(0))])
        assert app.lines()[:3] == ["● Headline 0", "  5 Mar 2024 · Town · The Quay Post", "  ·"]


async def test_it_asks_for_the_window_and_one_more_only() -> None:
    app = ListApp()
    async with app.run_test(size=(40, 21)) as pilot:
        await show(pilot, app, list(range(1000)))
        assert app.asked == [list(range(22))]
        app.list.last()
        await pilot.pause()
        assert set(app.asked[-1]) <= set(range(970, 1000))
        assert app.lines()[-2] == "● Headline 999"


async def test_wide_ones_have_one_line_with_place_and_date() -> None:
    app = ListApp()
    async with app.run_test(size=(90, 21)) as pilot:
        await show(pilot, app, [1, 2])
        first = app.lines()[0]
        assert first.startswith("● Headline 1  ")
        assert first.endswith("  5 Mar 2024")
        assert "Town" in first


@pytest.mark.parametrize("size", [(40, 21), (90, 21), (20, 8)])
async def test_the_cursor_and_the_screen_stay_when_articles_come(size: tuple[int, int]) -> None:
    app = ListApp()
    async with app.run_test(size=size) as pilot:
        await show(pilot, app, list(range(100, 200)))
        app.list.point(50)
        await pilot.pause()
        app.list.point(48)
        await pilot.pause()
        before = app.lines()
        await show(pilot, app, list(range(200)), keep=app.list.current)
        assert app.list.current == 148
        assert app.lines() == before
        await show(pilot, app, [number for number in range(200) if number % 2 == 0], keep=app.list.current)
        assert app.list.current == 148


async def test_the_next_article_is_under_the_cursor_when_its_own_has_gone() -> None:
    app = ListApp()
    async with app.run_test(size=(40, 21)) as pilot:
        await show(pilot, app, list(range(100)))
        app.list.point(40)
        await show(pilot, app, [number for number in range(100) if number not in (40, 41)], keep=40)
        assert app.list.current == 42
        await show(pilot, app, [1], keep=42)
        assert app.list.current == 1
        await show(pilot, app, [], keep=1)
        assert app.list.current is None


async def test_the_article_stays_in_place_when_the_size_changes() -> None:
    app = ListApp()
    async with app.run_test(size=(40, 21)) as pilot:
        await show(pilot, app, list(range(1000)))
        app.list.point(500)
        for size in ((90, 30), (20, 8), (40, 21)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert app.list.current == 500
            assert any("Headline 500" in line for line in app.lines())


async def test_read_starred_and_matched_show() -> None:
    app = ListApp(answer=False)
    async with app.run_test(size=(40, 21)) as pilot:
        await show(pilot, app, [1, 2, 3])
        app.list.take(
            [
                of_row(row(1, read=True)),
                of_row(row(2, starred=True)),
                of_row(row(3, headline="Harbour open"), marks=(Span(0, 7),)),
            ]
        )
        lines = app.lines()
        assert (lines[0], lines[2], lines[4]) == ("  Headline 1", "★ Headline 2", "● Harbour open")
        matched = [segment for segment in app.list.render_line(4) if segment.text == "Harbour"]
        assert matched[0].style is not None
        assert matched[0].style.bgcolor != app.list.base.bgcolor


async def test_a_click_points_and_two_open() -> None:
    opened: list[int | None] = []

    class Clicked(ListApp):
        @on(ArticleList.Opened)
        def _opened(self) -> None:
            opened.append(self.list.current)

    app = Clicked()
    async with app.run_test(size=(40, 21)) as pilot:
        await show(pilot, app, list(range(100)))
        await pilot.click(app.list, offset=(5, 6))
        assert app.list.current == 2
        await pilot.click(app.list, offset=(5, 8), times=2)
        assert opened == [3]


async def test_a_hundred_thousand_articles_take_little_memory() -> None:
    app = ListApp()
    async with app.run_test(size=(60, 40)) as pilot:
        numbers = array("q", range(100_000))
        app.list.styles.width = "100%"
        await pilot.pause()
        tracemalloc.start()
        before = tracemalloc.get_traced_memory()[0]
        app.list.show(numbers)
        await pilot.pause()
        app.list.last()
        await pilot.pause()
        for _ in range(8):
            app.list.page(-1)
            await pilot.pause()
        grown = tracemalloc.get_traced_memory()[0] - before
        tracemalloc.stop()
        assert grown < 20_000_000
        assert app.list.cursor < 99_999
