"""The sync behind the browser: the real child process, and ones that go wrong."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

from termnews.library import Library
from tests.tui import library as articles
from tests.tui.browsing import browsing


async def test_a_new_library_fills_while_the_browser_is_open(folder: Path) -> None:
    with Library(folder) as library:
        async with browsing(library, sync=True) as browser:
            await browser.until(lambda: len(browser.screen.articles.numbers) == 5, seconds=60)
            await browser.until_shown("5 added")
            await browser.until(lambda: not browser.screen.syncing.running)


async def test_r_brings_what_is_new_and_the_cursor_stays(library: Library, folder: Path) -> None:
    async with browsing(library) as browser:
        await browser.press("j")
        await browser.until_ready()
        articles.write(folder, {"2024/10/new.txt": "Title: Newer\nDate: 2024-10-01\n\nSomething happened again.\n"})
        await browser.press("r")
        await browser.until(lambda: len(browser.screen.articles.numbers) == 6, seconds=60)
        assert browser.under_cursor == "2024/09/bridge.txt"
        assert browser.screen.articles.cursor == 2
        assert browser.headline == "Night buses cross the bridge again"


async def test_the_cursor_stays_on_its_article_when_the_catalog_is_made_anew(library: Library, folder: Path) -> None:
    async with browsing(library) as browser:
        await browser.press("end")
        for _ in range(4):
            if browser.screen.articles.current != 1:
                break
            await browser.press("k")
        await browser.until_ready()
        number, id_, headline = browser.screen.articles.current, browser.under_cursor, browser.headline
        (first,) = library.rows([1])
        assert first is not None
        library.path(first.id).unlink()
        shutil.rmtree(library.info().cache)
        with Library(folder) as another:
            another.sync(jobs=1)
        assert library.row(id_).number != number
        await browser.press("r")
        await browser.until(lambda: len(browser.screen.articles.numbers) == 4, seconds=60)
        assert browser.screen.articles.current == library.row(id_).number
        await browser.until_ready()
        assert browser.under_cursor == id_
        assert browser.headline == headline


class Odd(Library):
    """A library whose sync is another program."""

    script = ""

    def sync_command(self) -> tuple[list[str], dict[str, str]]:
        return [sys.executable, "-c", self.script], dict(os.environ)


async def test_progress_shows_as_a_bar(folder: Path) -> None:
    with Odd(folder) as library:
        Library(folder).sync(jobs=1)
        library.script = (
            'print(\'{"event":"progress","stage":"read","done":500,"total":2000,"generation":1}\', flush=True)\n'
            "import time; time.sleep(60)"
        )
        async with browsing(library, sync=True) as browser:
            await browser.until_shown("25% 500/2,000")
            assert "━" in browser.lines[-1]


async def test_a_failing_sync_is_one_line(folder: Path) -> None:
    with Odd(folder) as library:
        Library(folder).sync(jobs=1)
        for script, says in [
            ("raise SystemExit(3)", "The sync failed: the sync ended with exit code 3"),
            ('print(\'{"event":"error","message":"the disk is full"}\'); raise SystemExit(2)', "the disk is full"),
            ("print('no JSON'); print('[1]'); raise SystemExit(4)", "exit code 4"),
        ]:
            library.script = script
            async with browsing(library, sync=True) as browser:
                await browser.until_shown(says)


async def test_the_child_is_ended_when_the_browser_quits(folder: Path, tmp_path: Path) -> None:
    with Odd(folder) as library:
        Library(folder).sync(jobs=1)
        pid_file = tmp_path / "pid"
        library.script = f"import os,time; open({str(pid_file)!r}, 'w').write(str(os.getpid())); time.sleep(100)"
        async with browsing(library, sync=True) as browser:
            await browser.until(lambda: pid_file.exists() and pid_file.read_text())
            pid = int(pid_file.read_text())
            await browser.press("q")
        assert not _alive(pid)


def _alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True
