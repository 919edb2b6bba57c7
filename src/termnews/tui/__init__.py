"""The browser: a Textual application over a library."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from termnews.config import Config
    from termnews.library import Library

__all__ = ["run"]


def run(library: Library | Path, query: str | None = None, settings: Config | None = None) -> int:
    """Browse a library, opened on a search if ``query`` is given; the exit code.

    A library that is given as its folder is opened once the first frame is on the screen.  Raises ConfigError for
    settings that the browser can't use.
    """
    gc.disable()  # until the first frame: nothing that is made before is garbage, and there is much of it
    try:
        from termnews.tui.app import Browser

        browser = Browser(library, query, settings)
        try:
            browser.run()
        finally:
            browser.put_away()
    finally:
        gc.enable()
    return browser.return_code or 0
