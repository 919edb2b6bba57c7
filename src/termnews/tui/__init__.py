"""The browser: a Textual application over a library."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from termnews.config import Config
    from termnews.library import Library

__all__ = ["run"]


def run(library: Library, query: str | None = None, settings: Config | None = None) -> int:
    """Browse ``library``, opened on a search if ``query`` is given; the exit code.

    Raises ConfigError for settings that the browser can't use.
    """
    from termnews.tui.app import Browser

    browser = Browser(library, query, settings)
    browser.run()
    return browser.return_code or 0
