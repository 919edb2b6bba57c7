"""The first run, where there is nothing to read yet."""

from __future__ import annotations

from pathlib import Path

import pytest

from termnews import config
from termnews.library import Library
from tests.tui import library as articles
from tests.tui.browsing import SIZES, browsing


@pytest.mark.parametrize("size", SIZES)
async def test_an_empty_library_says_what_to_do(tmp_path: Path, size: tuple[int, int]) -> None:
    with Library(tmp_path) as library:
        async with browsing(library, size=size) as browser:
            await browser.until(lambda: browser.screen.welcoming)
            assert browser.headline == "Nothing to read here yet"
            assert "to read" in browser.text
            await browser.press("j", "tab", "3", "space", "enter", "m", "slash", "right_square_bracket", "u")
            assert browser.app.is_running


async def test_a_library_that_is_not_there_says_so_too(tmp_path: Path) -> None:
    with Library(tmp_path / "none") as library:
        async with browsing(library, sync=True) as browser:
            await browser.until_shown("Nothing to read here yet")
            assert not (tmp_path / "none").exists()


async def test_e_opens_the_edition(tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(config, "edition_folder", lambda: folder)
    Library(folder).sync(jobs=1)
    with Library(tmp_path / "none") as library:
        async with browsing(library) as browser:
            await browser.until_shown("Press e to read the edition that comes with termnews.")
            await browser.press("e")
            await browser.until_ready()
            assert browser.headline == "Harbour wall to be rebuilt before winter"
            assert browser.focused == "list"
            await browser.press("j", "enter")
            await browser.until(lambda: Library(folder).row("2024/09/bridge.txt").read)


async def test_articles_that_come_take_the_place_of_the_welcome(tmp_path: Path) -> None:
    folder = tmp_path / "news"
    folder.mkdir()
    with Library(folder) as library:
        async with browsing(library) as browser:
            await browser.until(lambda: browser.screen.welcoming)
            articles.write(folder)
            await browser.press("r")
            await browser.until(lambda: len(browser.screen.articles.numbers) == 5, seconds=60)
            await browser.until_ready()
            assert not browser.screen.welcoming
            assert browser.focused == "list"
