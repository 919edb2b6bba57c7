"""How far a sync is, on stderr: a bar where a person looks, a line where nobody does."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from termnews.cli import stderr

if TYPE_CHECKING:
    from termnews.sync.report import SyncProgress

_INTERVAL = 0.1  # seconds between two drawings
_LONGEST_BAR = 30  # cells


@contextmanager
def shown(*, first: bool = False) -> Iterator[Callable[[SyncProgress], None]]:
    """A function for ``Library.sync`` to tell its progress to; ``first`` says why a command has to wait."""
    bar = _Bar() if stderr.is_terminal() else _Line(first=first)
    try:
        yield bar.tell
    finally:
        bar.end()


class _Line:
    """What a log gets to see."""

    def __init__(self, *, first: bool) -> None:
        self._first = first
        self._waited = False

    def tell(self, progress: SyncProgress) -> None:
        if progress.stage == "wait" and not self._waited:
            self._waited = True
            stderr.say("waiting for another termnews that reads this library")
        elif progress.stage == "read" and self._first:
            self._first = False
            stderr.say(f"reading {progress.total:,} file{'' if progress.total == 1 else 's'} for the first time")

    def end(self) -> None:
        pass


class _Bar:
    """One line of a terminal, drawn over and over."""

    def __init__(self) -> None:
        self._drawn_at = 0.0
        self._drawn = False

    def tell(self, progress: SyncProgress) -> None:
        now = time.monotonic()
        if now - self._drawn_at < _INTERVAL and progress.stage == "read" and progress.done < progress.total:
            return
        self._drawn_at = now
        match progress.stage:
            case "wait":
                self._draw("waiting for another termnews that reads this library")
            case "walk":
                self._draw("looking through the folder")
            case "read" if progress.total:
                self._draw(f"{_bar(progress.done / progress.total)} {progress.done:,} of {progress.total:,}")

    def end(self) -> None:
        if self._drawn:
            stderr.write("\r\x1b[K")

    def _draw(self, text: str) -> None:
        self._drawn = True
        stderr.write(f"\r\x1b[K{text[: max(1, _columns() - 1)]}")


def _bar(share: float) -> str:
    cells = max(0, min(_LONGEST_BAR, _columns() - 30))
    full = round(cells * min(1.0, share))
    return f"[{'#' * full}{'.' * (cells - full)}]"


def _columns() -> int:
    try:
        return os.get_terminal_size(sys.stderr.fileno()).columns or 80
    except (OSError, ValueError, AttributeError):
        return 80
