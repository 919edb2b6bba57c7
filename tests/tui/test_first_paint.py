"""The screen is there before the library is read, and nothing that is slow holds it up."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

from termnews.article import Article
from termnews.library import Library, Listing
from termnews.tui.app import Browser
from tests.tui.browsing import Browsing, browsing

STORES = ("sqlite3", "whoosh", "numpy", "termnews.catalog", "termnews.search", "termnews.state", "termnews.sync")


def test_the_stores_are_not_imported_for_the_first_frame() -> None:
    script = f"import sys, termnews.tui.app; print([name for name in {STORES!r} if name in sys.modules])"
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


class Slow(Library):
    """A library that answers only when it is let."""

    def __init__(self, root: Path) -> None:
        super().__init__(root)
        self.lists = threading.Event()
        self.articles = threading.Event()

    def listing(self, *args: object, **more: object) -> Listing:
        self.lists.wait(30)
        return super().listing(*args, **more)  # type: ignore[arg-type]

    def article(self, id_: str) -> Article:
        self.articles.wait(30)
        return super().article(id_)


async def test_keys_work_while_the_library_is_being_read(library: Library) -> None:
    with Slow(library.root) as slow:
        app = Browser(slow, sync=False)
        async with app.run_test(size=(100, 30)) as pilot:
            browser = Browsing(app, pilot)
            assert "1 Articles" in browser.text
            await browser.press("question_mark")
            assert "Half a page down" in browser.text
            await browser.press("escape", "j", "space", "tab", "slash", "escape")
            slow.lists.set()
            slow.articles.set()
            await browser.until_shown("Harbour wall to be rebuilt")


async def test_the_cursor_moves_while_an_article_is_being_read(library: Library) -> None:
    with Slow(library.root) as slow:
        slow.lists.set()
        slow.articles.set()
        async with browsing(slow) as browser:
            slow.articles.clear()
            await browser.press("j")
            await browser.pilot.pause(0.1)
            await browser.press("j", "j")
            assert browser.screen.articles.cursor == 3
            assert browser.headline == "Harbour wall to be rebuilt before winter"
            slow.articles.set()
            await browser.until(lambda: browser.headline == "The minutes of the council")
