"""How long a search may go on."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

STEPS = 256
"""Documents or terms that may be worked through between two looks at the clock."""


class Cut(Exception):
    """The time is up."""


class Stopped(Cut):
    """Nobody wants the answer any more."""


class Clock:
    """``check`` raises Cut after ``seconds``, and Stopped as soon as ``stop`` says so."""

    def __init__(self, seconds: float, stop: Callable[[], bool] | None = None) -> None:
        self._end = monotonic() + seconds
        self._stop = stop

    def check(self) -> None:
        """Raise Cut where the search has to end."""
        if self._stop is not None and self._stop():
            raise Stopped
        if monotonic() >= self._end:
            raise Cut
