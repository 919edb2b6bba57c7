"""The quote sidebar: who says what in the article, grouped by speaker."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.message import Message

from termnews.tui.cells import cut, width_of, wrap
from termnews.tui.widgets.pane import Pane

if TYPE_CHECKING:
    from termnews.tui.page import Group, Page

_MOST_LINES_A_QUOTE = 3
_NAMELESS = "Unnamed"


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the sidebar; ``quote`` is the quotation that it belongs to, ``note`` stands at its right."""

    text: str
    name: str
    quote: int | None = None
    note: str = ""


class QuoteList(Pane):
    """The quotations of a page; moving in it points at one of them, and tells."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "quotes--speaker",
        "quotes--about",
        "quotes--quote",
        "quotes--cursor",
        "quotes--cursor-away",
    }

    class Pointed(Message):
        """The reader points at a quotation."""

        def __init__(self, quote: int) -> None:
            self.quote = quote
            super().__init__()

    class Opened(Message):
        """A quotation was clicked on twice."""

    def __init__(self) -> None:
        super().__init__("quotes", "3 Quotes")
        self._page: Page | None = None
        self._lines: list[_Line] = []
        self._order: list[int] = []
        self._places: dict[int, tuple[int, int]] = {}
        self.cursor: int | None = None

    def show(self, page: Page | None) -> None:
        """Show the quotations of another page, none of them pointed at."""
        self._page = page
        self.cursor = None
        self._order = [quote for group in page.groups for quote in group.quotes] if page else []
        self.head(f"3 Quotes · {len(self._order)}" if self._order else "3 Quotes")
        self._lay_out()
        self.jump(0)

    def point(self, quote: int, tell: bool = True) -> None:
        """Point at quotation ``quote`` (an index into the page's)."""
        self.cursor = quote
        self.forget_lines()
        self._keep_in_window()
        if tell:
            self.post_message(self.Pointed(quote))

    def _lay_out(self) -> None:
        width = max(self.room.width - 2, 4)
        self._lines, self._places = [], {}
        page = self._page
        if page is not None and page.number is not None and not page.quotes:
            self._lines = [_Line("No quotations", "quotes--about")]
        for group in page.groups if page else ():
            self._add_group(page, group, width)
        self._fit()
        self.forget_lines()

    def _add_group(self, page: Page | None, group: Group, width: int) -> None:
        if self._lines:
            self._lines.append(_Line("", "quotes--about"))
        count = str(len(group.quotes))
        name = cut(group.speaker or _NAMELESS, width - len(count) - 1)
        self._lines.append(_Line(name, "quotes--speaker", note=count))
        if group.role:
            self._lines += [_Line(line, "quotes--about") for line in _shortened(group.role, width, 2)]
        for quote in group.quotes if page else ():
            first = len(self._lines)
            said = f"“{page.said(quote, width * _MOST_LINES_A_QUOTE + 1)}”" if page else ""
            lines = _shortened(said, width - 2, _MOST_LINES_A_QUOTE)
            self._lines += [
                _Line(f"  {line}" if n else f" {line}", "quotes--quote", quote) for n, line in enumerate(lines)
            ]
            self._places[quote] = (first, len(self._lines))

    def _fit(self) -> None:
        self.virtual_size = Size(self.room.width, len(self._lines))

    # Drawing

    def line_key(self, line: int) -> object:
        if line >= len(self._lines):
            return None
        quote = self._lines[line].quote
        return line, quote is not None and quote == self.cursor and (2 if self.has_focus else 1)

    def draw(self, line: int, width: int) -> tuple[Style, list[Segment]]:
        shown = self._lines[line]
        style = self.look(shown.name)
        if shown.quote is not None and shown.quote == self.cursor:
            style += self.over("quotes--cursor" if self.has_focus else "quotes--cursor-away")
        segments = [Segment(f" {shown.text}", style)]
        if shown.note:
            gap = width - 2 - width_of(shown.text) - len(shown.note)
            segments.append(Segment(f"{' ' * gap}{shown.note}", self.look("quotes--about")))
        return style if shown.quote is not None else self.base, segments

    # Moving

    def move(self, by: int) -> None:
        if not self._order:
            return
        if self.cursor is None:
            self.point(self._order[0 if by > 0 else -1])
        else:
            place = self._order.index(self.cursor) + by
            self.point(self._order[max(min(place, len(self._order) - 1), 0)])

    def page(self, by: float) -> None:
        quotes = max(int(self.room.height * abs(by)) // 4, 1)
        self.move(quotes if by > 0 else -quotes)

    def first(self) -> None:
        if self._order:
            self.point(self._order[0])

    def last(self) -> None:
        if self._order:
            self.point(self._order[-1])

    def _keep_in_window(self) -> None:
        height = self.room.height
        if self.cursor is None or not height:
            return
        first, last = self._places[self.cursor]
        above = first - 1
        while above > 0 and self._lines[above].quote is None and self._lines[above].text:
            above -= 1
        if first < self.top:
            self.jump(max(above, 0) if first - above < height else first)
        elif last > self.top + height:
            self.jump(last - height)

    # What Textual tells

    def on_resize(self) -> None:
        self._lay_out()
        self._keep_in_window()

    def on_click(self, event: events.Click) -> None:
        place = event.get_content_offset(self)
        if place is None or self.top + place.y >= len(self._lines):
            return
        quote = self._lines[self.top + place.y].quote
        if quote is not None:
            self.point(quote)
            if event.chain > 1:
                self.post_message(self.Opened())


def _shortened(text: str, width: int, most: int) -> list[str]:
    """``text`` in at most ``most`` lines, the last with an ellipsis where there is more."""
    text = text[: width * (most + 1)]
    lines: list[str] = []
    for start, end in wrap(text, 0, len(text), width):
        if len(lines) == most - 1:
            lines.append(cut(text[start:], width))
            break
        lines.append(text[start:end])
    return lines
