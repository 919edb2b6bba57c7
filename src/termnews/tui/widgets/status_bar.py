"""The bottom line: where the reader is, what happened, and how far the sync has come."""

from __future__ import annotations

from typing import ClassVar

from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from termnews.terminal import clean_line
from termnews.tui.cells import cut, width_of

_BAR_WIDTH = 12
_TOLD_FOR = 8.0


class StatusBar(Widget):
    """One line, drawn.  A message stands there for a while, then the place again."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"status--message", "status--bar", "status--hint"}

    def __init__(self) -> None:
        super().__init__(id="status")
        self.place = ""
        self.message = ""
        self.hint = ""
        self._progress: tuple[str, int, int] | None = None
        self._messages = 0

    def stand(self, place: str) -> None:
        """Say where the reader is."""
        if place != self.place:
            self.place = place
            self.refresh()

    def tell(self, message: str) -> None:
        """Say what happened, for a while ("" takes it back)."""
        self.message = clean_line(message)
        self._messages += 1
        told = self._messages
        if message:
            self.set_timer(_TOLD_FOR, lambda: self._untell(told))
        self.refresh()

    def _untell(self, told: int) -> None:
        if told == self._messages:
            self.tell("")

    def progress(self, stage: str = "", done: int = 0, total: int = 0) -> None:
        """Show how far the sync has come; no stage: none runs."""
        self._progress = (stage, done, total) if stage else None
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """The line."""
        width, base = self.size.width, self.rich_style
        right = self._right(width)
        used = sum(width_of(segment.text) for segment in right)
        style = self.get_component_rich_style("status--message") if self.message else base
        left = cut(f" {self.message or clean_line(self.place)}", max(width - used - 1, 0))
        gap = " " * max(width - used - width_of(left), 0)
        return Strip([Segment(left, style), Segment(gap, base), *right]).adjust_cell_length(width, base)

    def _right(self, width: int) -> list[Segment]:
        base = self.rich_style
        if self._progress is None:
            return [Segment(f"{self.hint} ", self.get_component_rich_style("status--hint"))] if width >= 40 else []
        stage, done, total = self._progress
        if not total:
            return [Segment(f"{stage} ", base)]
        percent = min(100 * done // total, 100)
        if width < 50:
            return [Segment(f"{percent}% ", base)]
        filled = _BAR_WIDTH * percent // 100
        bar = self.get_component_rich_style("status--bar")
        return [
            Segment(f"{stage} ", base),
            Segment("━" * filled, bar),
            Segment("━" * (_BAR_WIDTH - filled), self.get_component_rich_style("status--hint")),
            Segment(f" {percent}% {done:,}/{total:,} ", base),
        ]
