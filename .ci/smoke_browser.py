"""Open the browser without a terminal, search in it, and leave."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

from termnews import Library
from termnews.config import Config
from termnews.tui.app import Browser


async def main() -> None:
    with Library(Path(sys.argv[1])) as library:
        library.sync(jobs=0)
        app = Browser(library, settings=Config())
        async with app.run_test(size=(120, 40)) as pilot:
            await pilot.press("slash", *"council", "enter", "enter", "q")


if __name__ == "__main__":
    asyncio.run(main())
