"""A list to choose one thing from: lines with a number at the right, under headings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.message import Message

from termnews.tui.cells import width_of
from termnews.tui.painting import cut_and_painted
from termnews.tui.widgets.pane import Pane


@dataclass(frozen=True, slots=True)
class Choice:
    """A line: what it says, what stands at its right, and what choosing it gives (None: it is a heading)."""

    text: str
    beside: str = ""
    gives: str | None = None


class ChoiceList(Pane):
    """Shows choices; the cursor stands on one of them, never on a heading."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"choices--heading", "choices--beside", "choices--cursor"}

    class Chosen(Message):
        """The line under the cursor was clicked on twice."""

    def __init__(self, heading: str) -> None:
        super().__init__("choices", heading)
        self.choices: Sequence[Choice] = ()
        self.cursor = 0
        self.empty_text = ""

    @property
    def current(self) -> str | None:
        """What the line under the cursor gives."""
        return self.choices[self.cursor].gives if self.cursor < len(self.choices) else None

    def show(self, choices: Sequence[Choice], cursor: int = 0) -> None:
        """Show other choices, the cursor on the first, or on that line."""
        self.choices = choices
        self.fit(len(choices))
        self.forget_lines()
        self._point(cursor, 1)

    # Drawing

    def line_key(self, line: int) -> object:
        if line < len(self.choices):
            return line, line == self.cursor
        return ("empty",) if line == 0 and self.empty_text else None

    def draw(self, line: int, width: int) -> tuple[Style, list[Segment]]:
        beside = self.look("choices--beside")
        if line >= len(self.choices):
            return beside, cut_and_painted(f" {self.empty_text}", width, beside)
        choice = self.choices[line]
        if choice.gives is None:
            heading = self.look("choices--heading")
            return heading, cut_and_painted(f" {choice.text}", width, heading)
        under = self.over("choices--cursor") if line == self.cursor else Style.null()
        base = self.base + under
        room = max(width - width_of(choice.beside) - 2, 4)
        return base, [
            *cut_and_painted(f"   {choice.text}", room, base),
            Segment(f" {choice.beside} ", beside + under),
        ]

    # Moving

    def move(self, by: int) -> None:
        self._point(self.cursor + by, 1 if by > 0 else -1)

    def page(self, by: float) -> None:
        lines = max(int(self.room.height * abs(by)), 1)
        self._point(self.cursor + (lines if by > 0 else -lines), 1 if by > 0 else -1)

    def first(self) -> None:
        self._point(0, 1)

    def last(self) -> None:
        self._point(len(self.choices) - 1, -1)

    def _point(self, line: int, step: int) -> None:
        """To ``line``, or the next that can be chosen, looking in the direction of ``step`` first."""
        lines = len(self.choices)
        line = max(min(line, lines - 1), 0)
        ways = [range(line, lines), range(min(line, lines - 1), -1, -1)][::step]
        self.cursor = next((place for way in ways for place in way if self.choices[place].gives is not None), 0)
        self.refresh()
        height = self.room.height
        above = self.cursor - 1 if self.cursor and self.choices[self.cursor - 1].gives is None else self.cursor
        if above < self.top:
            self.jump(above)
        elif height and self.cursor >= self.top + height:
            self.jump(self.cursor - height + 1)

    # What Textual tells

    def on_resize(self) -> None:
        self.fit(len(self.choices))
        self.forget_lines()
        self._point(self.cursor, 1)

    def on_click(self, event: events.Click) -> None:
        place = event.get_content_offset(self)
        if place is not None and (line := self.top + place.y) < len(self.choices):
            self._point(line, 1)
            if event.chain > 1:
                self.post_message(self.Chosen())
