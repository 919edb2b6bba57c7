"""The browser: a Textual application over a library."""

from __future__ import annotations

import gc
import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from termnews.config import Config
    from termnews.library import Library

__all__ = ["run"]

_FRAMES_A_SECOND = "120"
"""A change waits for the next frame: half as long as with the 60 that are Textual's own."""


def run(library: Library | Path, query: str | None = None, settings: Config | None = None) -> int:
    """Browse a library, opened on a search if ``query`` is given; the exit code.

    A library that is given as its folder is opened once the first frame is on the screen.  Raises ConfigError for
    settings that the browser can't use.
    """
    os.environ.setdefault("TEXTUAL_FPS", _FRAMES_A_SECOND)
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
