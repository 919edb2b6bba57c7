"""What a row of the table tells."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tests.bench.library import Place


@dataclass(frozen=True, slots=True)
class Line:
    """What was to be reached, what was measured, and whether that is enough (None: told for information)."""

    reach: str
    measured: str
    ratio: float | None = None
    met: bool | None = None


Row = Callable[[Place, int], Iterator[Line]]
