"""The reading view and the quote sidebar, fed with pages."""

from __future__ import annotations

from time import perf_counter

import pytest
from textual import on
from textual.app import App, ComposeResult
from textual.pilot import Pilot

from termnews.article import Article, Published, Quote, Span
from termnews.tui.dates import long, short
from termnews.tui.page import Page, for_pipe, of_article
from termnews.tui.widgets.quote_list import QuoteList
from termnews.tui.widgets.reading_view import ReadingView

PARAGRAPHS = "\n\n".join(
    f"Paragraph {n} tells something, and then it tells it again in other words." for n in range(400)
)


def article(text: str = PARAGRAPHS, **more: object) -> Article:
    return Article(**({"id": "a.txt", "headline": "What happened", "text": text} | more))  # type: ignore[arg-type]


class ViewApp(App[None]):
    """Text and quotations side by side."""

    CSS_PATH = "../../src/termnews/tui/termnews.tcss"
    CSS = "Screen { layout: horizontal; }"

    def __init__(self, measure: int = 72) -> None:
        super().__init__()
        self.view = ReadingView(measure)
        self.quotes = QuoteList()
        self.pointed: list[int] = []

    def compose(self) -> ComposeResult:
        yield self.view
        yield self.quotes

    @on(QuoteList.Pointed)
    def _pointed(self, event: QuoteList.Pointed) -> None:
        self.pointed.append(event.quote)

    def lines(self, pane: ReadingView | QuoteList | None = None) -> list[str]:
        shown = pane or self.view
        return [shown.render_line(y).text.rstrip() for y in range(shown.room.height)]


async def show(pilot: Pilot[None], app: ViewApp, page: Page) -> None:
    await pilot.pause()
    app.view.show(page)
    app.quotes.show(page)
    await pilot.pause()


@pytest.mark.parametrize(("width", "measure", "column"), [(160, 72, 72), (160, 60, 60), (80, 72, 52)])
async def test_text_stands_in_a_centred_column_of_the_measure(width: int, measure: int, column: int) -> None:
    app = ViewApp(measure)
    async with app.run_test(size=(width, 40)) as pilot:
        await show(pilot, app, of_article(1, article("word " * 300)))
        full = [line for line in app.lines() if line.count("word") > 5]
        left = len(full[0]) - len(full[0].lstrip())
        assert column - 5 < len(full[0].strip()) <= column
        assert abs(left - (app.view.room.width - left - column)) <= 1


async def test_the_same_text_stays_on_top_when_the_width_changes() -> None:
    app = ViewApp()
    async with app.run_test(size=(160, 40)) as pilot:
        await show(pilot, app, of_article(1, article()))
        app.view.jump(500)
        await pilot.pause()
        top = app.lines()[0].strip() or app.lines()[1].strip()
        for size in ((60, 20), (100, 30), (44, 8), (160, 40)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            await pilot.pause()
            shown = " ".join(" ".join(app.lines()).split())
            assert top[:11] in shown, size
        assert (app.lines()[0].strip() or app.lines()[1].strip()) == top


async def test_five_megabytes_open_at_once_and_scroll() -> None:
    app = ViewApp()
    async with app.run_test(size=(120, 40)) as pilot:
        page = of_article(1, article("\n\n".join([PARAGRAPHS] * 170)))
        assert len(page.text) > 5_000_000
        await pilot.pause()
        began = perf_counter()
        app.view.show(page)
        assert perf_counter() - began < 2  # wrapping it all on a slow machine, and then some
        assert "Paragraph 0 tells" in "\n".join(app.lines())
        app.view.page(1)
        app.view.last()
        await pilot.pause()
        assert app.view.at_end
        assert "Paragraph 399" in "\n".join(app.lines())


async def test_headline_byline_date_origin_and_dateline() -> None:
    app = ViewApp()
    async with app.run_test(size=(120, 20)) as pilot:
        await show(
            pilot,
            app,
            of_article(
                1,
                article(
                    "It rained.\n\nIt stopped.",
                    byline="Ann Lee",
                    published=Published.from_iso("2016-11"),
                    source="The Quay Post",
                    section="Weather",
                    dateline="OSLO (Reuters) —",
                ),
            ),
        )
        lines = [line.strip() for line in app.lines()]
        assert lines[:10] == [
            "",
            "What happened",
            "",
            "By Ann Lee",
            "November 2016",
            "The Quay Post · Weather",
            "",
            "OSLO (Reuters) — It rained.",
            "",
            "It stopped.",
        ]


def test_dates_keep_their_precision_and_only_moments_move_to_local_time(monkeypatch: pytest.MonkeyPatch) -> None:
    import time

    monkeypatch.setenv("TZ", "Asia/Tokyo")
    time.tzset()
    try:
        assert long(Published.from_iso("2016-11-15T20:30:00+00:00")) == "Wednesday 16 November 2016, 05:30"
        assert long(Published.from_iso("2016-11-15")) == "Tuesday 15 November 2016"
        assert [short(Published.from_iso("2016-11-15"), width) for width in (11, 9, 6)] == [
            "15 Nov 2016",
            "15 Nov 16",
            "Nov 16",
        ]
        assert [long(Published.from_iso("2016-11")), long(Published.from_iso("2016")), long(None)] == [
            "November 2016",
            "2016",
            "",
        ]
        assert short(Published.from_iso("2016-11-15T20:30:00+00:00")) == "16 Nov 2016"
    finally:
        monkeypatch.undo()
        time.tzset()


SAID = 'She said "one" and then "two." He: "three".'
QUOTES = (
    Quote((Span(10, 13), Span(25, 29)), "Ann Lee", "the mayor"),
    Quote((Span(36, 41),), None),
)


async def test_quotes_are_grouped_with_name_role_and_number() -> None:
    app = ViewApp()
    async with app.run_test(size=(120, 20)) as pilot:
        await show(pilot, app, of_article(1, article(SAID, published=None), QUOTES))
        lines = [line.strip() for line in app.lines(app.quotes)]
        assert lines[0].split() == ["Ann", "Lee", "1"]
        assert lines[1:3] == ["the mayor", "“one … two.”"]
        assert lines[4].split() == ["Unnamed", "1"]
        assert lines[5] == "“three”"


async def test_pointing_tells_and_the_text_lights_up() -> None:
    app = ViewApp()
    async with app.run_test(size=(120, 20)) as pilot:
        await show(pilot, app, of_article(1, article(PARAGRAPHS + "\n\n" + SAID, published=None), _moved(QUOTES)))
        app.quotes.move(1)
        app.quotes.move(1)
        app.quotes.move(1)
        await pilot.pause()
        assert app.pointed == [0, 1, 1]
        app.view.light_quote(1)
        await pilot.pause()
        line = next(y for y, text in enumerate(app.lines()) if "three" in text)
        lit = next(segment for segment in app.view.render_line(line) if segment.text == "three")
        assert lit.style is not None
        assert lit.style.bgcolor != app.view.base.bgcolor


async def test_a_click_in_the_sidebar_points() -> None:
    app = ViewApp()
    async with app.run_test(size=(120, 20)) as pilot:
        await show(pilot, app, of_article(1, article(SAID), QUOTES))
        await pilot.click(app.quotes, offset=(4, 6))
        assert app.pointed == [1]


def _moved(quotes: tuple[Quote, ...]) -> tuple[Quote, ...]:
    by = len(PARAGRAPHS) + 2
    return tuple(
        Quote(tuple(Span(part.start + by, part.end + by) for part in quote.parts), quote.speaker, quote.role)
        for quote in quotes
    )


def test_a_pipe_gets_what_the_file_gives() -> None:
    derived = article("It rained.", derived=True)
    given = article("It rained.\x1b[2J", byline="Ann Lee", published=Published.from_iso("2016-11"))
    assert for_pipe(derived) == "It rained.\n"
    assert for_pipe(given) == "What happened\nBy Ann Lee\n2016-11\n\nIt rained.[2J\n"
