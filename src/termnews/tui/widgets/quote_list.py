"""The quote sidebar: who says what in the article, grouped by speaker."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.message import Message

from termnews.folding import fold
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
    """The quotations of a page by speaker; moving in it points at one of them, and tells.

    ``indirect`` says whether indirect speech shows, ``wanted`` what speakers and quotations are narrowed to.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "quotes--speaker",
        "quotes--about",
        "quotes--quote",
        "quotes--indirect",
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
        self.indirect = True
        self.wanted = ""
        self.cursor: int | None = None
        self._page: Page | None = None
        self._groups: list[Group] = []
        self._lines: list[_Line] = []
        self._order: list[int] = []
        self._places: dict[int, tuple[int, int]] = {}

    # What is shown

    def show(self, page: Page | None) -> None:
        """Show the quotations of another page, all of them and none pointed at."""
        self._page = page
        self.cursor = None
        self.wanted = ""
        self._choose()
        self.jump(0)

    def narrow(self, wanted: str) -> None:
        """Show only speakers and quotations that hold every word of ``wanted``, accents and case ignored."""
        if wanted != self.wanted:
            self.wanted = wanted
            self._choose()
            self._keep_in_window()

    def show_indirect(self, indirect: bool) -> None:
        """Show indirect speech too, or leave it out."""
        self.indirect = indirect
        self._choose()
        self._keep_in_window()

    @property
    def speaker(self) -> Group | None:
        """Whose quotation is pointed at; where none is, who speaks first."""
        pointed = [group for group in self._groups if self.cursor in group.quotes]
        return next((group for group in [*pointed, *self._groups] if group.speaker is not None), None)

    @property
    def in_text_order(self) -> list[int]:
        """The quotations that show, in the order of the text."""
        return sorted(self._order)

    @property
    def nothing(self) -> str:
        """Why no quotation shows."""
        return "Nothing like that was said" if self.wanted else "No quotations"

    def point(self, quote: int, tell: bool = True) -> None:
        """Point at quotation ``quote`` (an index into the page's)."""
        if quote not in self._places and self._page is not None:
            self.wanted, self.indirect = "", self.indirect or self._page.is_indirect(quote)
            self._choose()
        self.cursor = quote
        self.forget_lines()
        self._keep_in_window()
        if tell:
            self.post_message(self.Pointed(quote))

    def _choose(self) -> None:
        page = self._page
        words = fold(self.wanted).split()
        self._groups = []
        for group in page.groups if page else ():
            quotes = tuple(quote for quote in group.quotes if page and self._is_wanted(page, group, quote, words))
            if quotes:
                self._groups.append(replace(group, quotes=quotes))
        self._order = [quote for group in self._groups for quote in group.quotes]
        if self.cursor not in self._order:
            self.cursor = None
        self.head(self._heading(page))
        self._lay_out()

    def _is_wanted(self, page: Page, group: Group, quote: int, words: list[str]) -> bool:
        if page.is_indirect(quote) and not self.indirect:
            return False
        if not words:
            return True
        text = fold(f"{group.speaker or ''} {group.role or ''} {page.said(quote, len(page.text))}")
        return all(word in text for word in words)

    def _heading(self, page: Page | None) -> str:
        if page is None or not page.quotes:
            return "3 Quotes"
        if self.wanted:
            return f"3 Quotes · {len(self._order)} of {len(page.quotes)} · {self.wanted}"
        return f"3 Quotes · {_counted(page, self._order)}"

    def _lay_out(self) -> None:
        width = max(self.room.width - 2, 4)
        self._lines, self._places = [], {}
        page = self._page
        if page is not None and page.number is not None and not self._groups:
            self._lines = [_Line(self.nothing, "quotes--about")]
        for group in self._groups if page else ():
            self._add_group(page, group, width)
        self.fit(len(self._lines))
        self.forget_lines()

    def _add_group(self, page: Page | None, group: Group, width: int) -> None:
        if page is None:
            return
        if self._lines:
            self._lines.append(_Line("", "quotes--about"))
        count = _counted(page, group.quotes)
        name = cut(group.speaker or _NAMELESS, width - len(count) - 1)
        self._lines.append(_Line(name, "quotes--speaker", note=count))
        if group.role:
            self._lines += [_Line(line, "quotes--about") for line in shortened(group.role, width, 2)]
        for quote in group.quotes:
            first = len(self._lines)
            said = page.said(quote, width * _MOST_LINES_A_QUOTE + 1)
            indirect = page.is_indirect(quote)
            lines = shortened(said if indirect else f"“{said}”", width - 2, _MOST_LINES_A_QUOTE)
            style = "quotes--indirect" if indirect else "quotes--quote"
            self._lines += [_Line(f"  {line}" if n else f" {line}", style, quote) for n, line in enumerate(lines)]
            self._places[quote] = (first, len(self._lines))

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
        if self._page is not None:
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


def _counted(page: Page, quotes: Sequence[int]) -> str:
    """How many there are, the indirect ones apart: ``3``, ``3 +1``."""
    indirect = sum(map(page.is_indirect, quotes))
    return f"{len(quotes) - indirect} +{indirect}" if indirect else str(len(quotes))


def shortened(text: str, width: int, most: int) -> list[str]:
    """``text`` in at most ``most`` lines, the last with an ellipsis where there is more."""
    text = text[: width * (most + 1)]
    lines: list[str] = []
    for start, end in wrap(text, 0, len(text), width):
        if len(lines) == most - 1:
            lines.append(cut(text[start:], width))
            break
        lines.append(text[start:end])
    return lines
