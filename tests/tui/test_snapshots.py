"""How the browser looks at four sizes; a change of looks is seen in the difference of these pictures."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from termnews.config import Config
from termnews.library import Library
from termnews.tui.app import Browser
from tests.tui.browsing import SIZES, Browsing
from tests.tui.library import Quoted

Compare = Callable[..., bool]


@pytest.fixture
def library(library: Library) -> Iterator[Library]:
    """The five articles, their quotations marked by hand."""
    with Quoted(library.root) as quoted:
        yield quoted


def keys(*pressed: str) -> Callable[[object], object]:
    """Press keys once the first article shows; look when all is quiet."""

    async def run(pilot: object) -> None:
        browser = Browsing(pilot.app, pilot)  # type: ignore[attr-defined, arg-type]
        await browser.until(lambda: browser.screen.listings.answered)
        await browser.until_ready()
        for key in pressed:
            await browser.press(key)
        await browser.pilot.pause(0.3)
        await browser.until(lambda: all(worker.is_finished for worker in browser.app.workers))
        if browser.screen.articles.numbers:
            await browser.until_ready()

    return run


@pytest.mark.parametrize("size", SIZES)
def test_reading(library: Library, snap_compare: Compare, size: tuple[int, int]) -> None:
    assert snap_compare(Browser(library, sync=False), terminal_size=size, run_before=keys("j", "k", "s"))


@pytest.mark.parametrize("size", SIZES)
def test_text(library: Library, snap_compare: Compare, size: tuple[int, int]) -> None:
    assert snap_compare(Browser(library, sync=False), terminal_size=size, run_before=keys("enter", "down"))


@pytest.mark.parametrize("size", SIZES)
def test_quotes(library: Library, snap_compare: Compare, size: tuple[int, int]) -> None:
    assert snap_compare(Browser(library, sync=False), terminal_size=size, run_before=keys("3", "j", "j"))


@pytest.mark.parametrize("size", SIZES)
def test_search(library: Library, snap_compare: Compare, size: tuple[int, int]) -> None:
    assert snap_compare(Browser(library, sync=False), terminal_size=size, run_before=keys("slash", *"harbour", "enter"))


@pytest.mark.parametrize("size", SIZES)
def test_help(library: Library, snap_compare: Compare, size: tuple[int, int]) -> None:
    assert snap_compare(Browser(library, sync=False), terminal_size=size, run_before=keys("question_mark"))


def test_light(library: Library, snap_compare: Compare) -> None:
    browser = Browser(library, settings=Config(theme="termnews-light"), sync=False)
    assert snap_compare(browser, terminal_size=(100, 30), run_before=keys("right_square_bracket"))


def test_east_asian_text(library: Library, snap_compare: Compare) -> None:
    assert snap_compare(Browser(library, sync=False), terminal_size=(100, 30), run_before=keys("j", "j", "enter"))
