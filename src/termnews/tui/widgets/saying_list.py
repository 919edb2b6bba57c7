"""The list of what was said: a virtual list, of which the window alone is fetched."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.message import Message

from termnews.tui.cells import cut, width_of
from termnews.tui.widgets.pane import Pane
from termnews.tui.widgets.quote_list import shortened

if TYPE_CHECKING:
    from termnews.tui.sayings import Saying

_LOW = 12
_MOST_KEPT = 4_000


class SayingList(Pane):
    """Quotations, each with the article it comes from below it; the cursor stands on one of them."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "sayings--said",
        "sayings--indirect",
        "sayings--headline",
        "sayings--about",
        "sayings--cursor",
    }

    class Wanted(Message):
        """Quotations are missing near the window, the first of them at ``offset``."""

        def __init__(self, offset: int) -> None:
            self.offset = offset
            super().__init__()

    class Opened(Message):
        """A quotation was clicked on twice."""

    def __init__(self, heading: str, *, speakers: bool) -> None:
        """``speakers``: whether each is shown with its speaker, or all have the one of the heading."""
        super().__init__("sayings", heading)
        self._speakers = speakers
        self.total = 0
        self.cursor = 0
        self.empty_text = ""
        self._sayings: dict[int, Saying] = {}
        self._text_lines = 2

    @property
    def _row_height(self) -> int:
        """Lines of a quotation, one for its article, an empty one where there is room."""
        return self._text_lines + (2 if self._text_lines > 1 else 1)

    @property
    def current(self) -> Saying | None:
        """The quotation under the cursor, once it has come."""
        return self._sayings.get(self.cursor)

    def begin(self, total: int, cursor: int = 0) -> None:
        """Show another list of ``total`` quotations, none of which has come."""
        self._sayings.clear()
        self.total = total
        self.cursor = max(min(cursor, total - 1), 0)
        self._fit_all()

    def take(self, offset: int, sayings: Sequence[Saying]) -> None:
        """Quotations have come."""
        if len(self._sayings) > _MOST_KEPT:
            self._sayings.clear()
        self._sayings.update(enumerate(sayings, offset))
        self.forget_lines()
        self._want()

    # Drawing

    def line_key(self, line: int) -> object:
        index, part = divmod(line, self._row_height)
        if index >= self.total:
            return ("empty",) if line == 0 and self.empty_text else None
        return index, part, index == self.cursor

    def draw(self, line: int, width: int) -> tuple[Style, list[Segment]]:
        about = self.look("sayings--about")
        index, part = divmod(line, self._row_height)
        if index >= self.total:
            return about, [Segment(f" {self.empty_text}", about)]
        saying = self._sayings.get(index)
        if saying is None:
            return about, [Segment(" ·" if part == 0 else "", about)]
        said = shortened(saying.said, max(width - 3, 4), self._text_lines)
        if part > len(said):
            return self.base, []
        under = self.over("sayings--cursor") if index == self.cursor else Style.null()
        if part < len(said):
            style = self.look("sayings--indirect" if saying.indirect else "sayings--said") + under
            return style, [Segment(f" {said[part]}", style)]
        return about + under, self._source(saying, width - 6 - width_of(saying.date), under)

    def _source(self, saying: Saying, width: int, under: Style) -> list[Segment]:
        """Who said it, in which article, and when."""
        about, style = self.look("sayings--about") + under, self.look("sayings--headline") + under
        speaker = cut(saying.speaker, max(width // 2, 4)) if self._speakers and saying.speaker else ""
        apart = " · " if speaker else ""
        headline = cut(saying.headline, max(width - width_of(speaker + apart), 4))
        return [
            Segment("   ", about),
            Segment(speaker, style),
            Segment(apart, about),
            Segment(headline, about if speaker else style),
            Segment(f"  {saying.date}", about),
        ]

    # Moving

    def move(self, by: int) -> None:
        self._point(self.cursor + by)

    def page(self, by: float) -> None:
        rows = max(int(self.room.height * abs(by)) // self._row_height, 1)
        self._point(self.cursor + (rows if by > 0 else -rows))

    def first(self) -> None:
        self._point(0)

    def last(self) -> None:
        self._point(self.total - 1)

    def _point(self, index: int) -> None:
        self.cursor = max(min(index, self.total - 1), 0)
        self.refresh()
        self._keep_in_window()
        self._want()

    def _keep_in_window(self) -> None:
        height = self.room.height
        first = self.cursor * self._row_height
        last = first + self._text_lines + 1
        if first < self.top:
            self.jump(first)
        elif height and last > self.top + height:
            self.jump(last - height)

    def _want(self) -> None:
        """Ask for what shows, or will next, and is missing."""
        window = self.room.height // self._row_height + 1
        first = max(self.top // self._row_height - window, 0)
        missing = (index for index in range(first, min(first + 3 * window, self.total)) if index not in self._sayings)
        if window > 1 and (index := next(missing, None)) is not None:
            self.post_message(self.Wanted(index))

    # What Textual tells

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        self._want()

    def on_resize(self) -> None:
        self._text_lines = 2 if self.room.height >= _LOW else 1
        self._fit_all()

    def _fit_all(self) -> None:
        self.fit(max(self.total * self._row_height - (self._text_lines > 1), 0))
        self._keep_in_window()
        self.forget_lines()
        self._want()

    def on_click(self, event: events.Click) -> None:
        place = event.get_content_offset(self)
        if place is not None and (index := (self.top + place.y) // self._row_height) < self.total:
            self._point(index)
            if event.chain > 1:
                self.post_message(self.Opened())
