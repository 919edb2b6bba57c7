"""Draws the picture for the README from the shipped edition: ``python -m tests.tui.picture``."""

from __future__ import annotations

import asyncio
import os
import tempfile
from pathlib import Path

from termnews.config import edition_folder
from termnews.library import Library
from termnews.tui.app import Browser
from tests.tui.browsing import Browsing

SIZE = (140, 40)
TARGET = Path(__file__).resolve().parents[2] / ".github" / "screenshot.svg"


async def draw(query: str, target: Path) -> None:
    """Open the edition on a search, light up a quotation, and keep what is on the screen."""
    folder = edition_folder()
    if folder is None:
        raise SystemExit("there is no edition")
    with tempfile.TemporaryDirectory() as home:
        for variable in ("CACHE", "STATE", "CONFIG"):
            os.environ[f"TERMNEWS_{variable}"] = str(Path(home) / variable.lower())
        with Library(folder) as library:
            library.sync(jobs=1)
            app = Browser(library, query, sync=False)
            async with app.run_test(size=SIZE) as pilot:
                browser = Browsing(app, pilot)
                await browser.until(lambda: browser.screen.listings.answered and browser.screen.articles.numbers)
                await browser.until_ready()
                await browser.press("right_square_bracket")
                await pilot.pause(0.5)
                target.parent.mkdir(exist_ok=True)
                target.write_text(app.export_screenshot(title="termnews"), encoding="utf-8")


if __name__ == "__main__":
    asyncio.run(draw("harbour", TARGET))
