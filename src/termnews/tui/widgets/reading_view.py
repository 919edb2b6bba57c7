"""The reading view: one article, in a column of comfortable width, drawn line by line."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.message import Message
from textual.timer import Timer

from termnews.tui.cells import Layout, width_of, wrap
from termnews.tui.painting import Layer, in_order, painted
from termnews.tui.widgets.pane import Pane

if TYPE_CHECKING:
    from termnews.article import Span
    from termnews.tui.page import Page

_AT_ONCE = 0.012  # seconds that wrapping may take before the first lines are shown
_SLICE = 0.006  # seconds of wrapping between two key presses
_NOTHING: tuple[Span, ...] = ()


class ReadingView(Pane):
    """Shows a page; keeps the same text on top when its width changes; knows which quotation and match are lit."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "text--headline",
        "text--byline",
        "text--about",
        "text--dateline",
        "text--notice",
        "text--quote",
        "text--selected",
        "text--selected-indirect",
        "text--match",
        "text--match-here",
    }

    class Scrolled(Message):
        """Another part of the page shows."""

    def __init__(self, measure: int) -> None:
        super().__init__("text", "2 Text")
        self._measure = measure
        self.shown: Page | None = None
        self.quote: int | None = None
        self.match: int | None = None
        self._selected: tuple[Span, ...] = _NOTHING
        self._here: tuple[Span, ...] = _NOTHING
        self._head: list[tuple[str, str]] = []
        self._layout = Layout("", 2)
        self._prefix = ""
        self._margin = 0
        self._anchor = (0, 0)  # (line of the head, 0), or (-1, offset into the text): what is on top
        self._fitting = False
        self._rest: Timer | None = None

    # What is shown

    def show(self, page: Page | None) -> None:
        """Show another page: from its beginning, or where a search hits it first."""
        self.shown = page
        self.quote = self.match = None
        self._selected = self._here = _NOTHING
        self._anchor = (0, 0)
        self._lay_out()
        self._reveal_first_match()

    def _reveal_first_match(self) -> None:
        if self.shown is not None and self.shown.matches:
            first = self.shown.matches[0]
            self.reveal(first.start, first.end)

    def update(self, page: Page) -> None:
        """Show what changed about the page that shows already; scroll only where a search hits it elsewhere."""
        same_text = self.shown is not None and self.shown.text == page.text and self.shown.headline == page.headline
        if not same_text or (self.shown is not None and self.shown.quotes != page.quotes):
            self.show(page)
            return
        matches = self.shown.matches if self.shown is not None else _NOTHING
        self.shown = page
        self.match, self._here = None, _NOTHING
        self.forget_lines()
        if page.matches != matches:
            self._reveal_first_match()

    def light_quote(self, index: int | None, scroll: bool = True) -> None:
        """Light up quotation ``index`` of the page and bring it into view."""
        if self.shown is None:
            return
        self.quote = index
        self._selected = in_order(self.shown.quotes[index].parts) if index is not None else _NOTHING
        self.forget_lines()
        if self._selected and scroll:
            self.reveal(self._selected[0].start, self._selected[-1].end)

    def light_match(self, index: int) -> None:
        """Make match ``index`` the one that is looked at, and bring it into view."""
        if self.shown is not None:
            self.match = index
            span = self.shown.matches[index]
            self._here = (span,)
            self.forget_lines()
            self.reveal(span.start, span.end)

    def next_quote(self, by: int, among: Sequence[int]) -> int | None:
        """The one of the quotations ``among`` (in the order of the text) that stands ``by`` places from the lit one, or
        from what is on top; around at the ends."""
        if self.shown is None or not among:
            return None
        if self.quote in among:
            return among[(among.index(self.quote) + by) % len(among)]
        starts = [self.shown.quotes[quote].parts[0].start for quote in among]
        lit = self.shown.quotes[self.quote].parts[0].start if self.quote is not None else self._top_offset()
        after = bisect_left(starts, lit)
        return among[(after if by > 0 else after - 1) % len(among)]

    def next_match(self, by: int) -> int | None:
        """The match ``by`` places from the one looked at, or from what is on top; around at the ends."""
        if self.shown is None or not self.shown.matches:
            return None
        count = len(self.shown.matches)
        if self.match is not None:
            return (self.match + by) % count
        after = bisect_left(self.shown.matches, (self._top_offset(), 0))
        return (after if by > 0 else after - 1) % count

    def reveal(self, start: int, end: int) -> None:
        """Scroll, where need be, so that the text from ``start`` to ``end`` shows, a third from the top."""
        first = len(self._head) + self._layout.line_of(start)
        last = len(self._head) + self._layout.line_of(max(end - 1, start))
        self._fit()
        height = self.room.height
        if first < self.top or last >= self.top + height:
            self.jump(max(first - height // 3, 0))

    @property
    def at_end(self) -> bool:
        """Whether the last line of the page shows."""
        return self._layout.complete and self.top + self.room.height >= self._height()

    @property
    def percent(self) -> int:
        """How much of the page lies above the lower edge, from 0 to 100."""
        height = self._height()
        return 100 if not height else min(100, 100 * (self.top + self.room.height) // height)

    # Laying out

    def _lay_out(self) -> None:
        """Wrap the page for the width there is, with what was on top on top again."""
        if self._rest is not None:
            self._rest.stop()
            self._rest = None
        width = self.room.width
        page = self.shown
        column = max(min(self._measure, width - (2 if width < self._measure + 6 else 4)), 2)
        self._margin = max((width - column) // 2, 0)
        self._head = _head(page, column) if page else []
        self._prefix = f"{page.dateline} — " if page and page.dateline else ""
        indent = width_of(self._prefix)
        if indent > column - 8:
            if self._prefix:
                self._head += [(line, "text--dateline") for line in _lines(self._prefix.rstrip(" —"), column)]
            self._prefix, indent = "", 0
        self._layout = Layout(page.text if page else "", column, indent)
        self._layout.grow(_AT_ONCE)
        if width:
            self._to_anchor()
        if not self._layout.complete:
            self._rest = self.set_interval(0.02, self._lay_out_rest)
        self.forget_lines()

    def _to_anchor(self) -> None:
        head_line, offset = self._anchor
        line = head_line if head_line >= 0 else len(self._head) + self._layout.line_of(offset)
        if head_line < 0:
            self._layout.grow(lines=line - len(self._head) + self.room.height)
        self._fitting = True
        self._fit()
        self.jump(line)
        self._fitting = False

    def _lay_out_rest(self) -> None:
        self._layout.grow(_SLICE)
        self._fit()
        if self._layout.complete and self._rest is not None:
            self._rest.stop()
            self._rest = None

    def _height(self) -> int:
        return len(self._head) + len(self._layout)

    def _fit(self) -> None:
        self.fit(self._height())

    def _top_offset(self) -> int:
        line = self.top - len(self._head)
        return self._layout.starts[line] if 0 <= line < len(self._layout) else 0

    # Drawing

    def line_key(self, line: int) -> object:
        return line if line < self._height() else None

    def draw(self, line: int, width: int) -> tuple[Style, list[Segment]]:
        base = self.base
        segments = [Segment(" " * self._margin, base)]
        if line < len(self._head):
            text, name = self._head[line]
            if text:
                segments.append(Segment(text, self.look(name)))
            return base, segments
        number = line - len(self._head)
        page = self.shown
        if page is None:
            return base, segments
        if number == 0 and self._prefix:
            segments.append(Segment(self._prefix, self.look("text--dateline")))
        start, end = self._layout.starts[number], self._layout.ends[number]
        return base, segments + painted(page.text, start, end, base, self._layers(page))

    def _layers(self, page: Page) -> list[Layer]:
        indirect = self.quote is not None and page.is_indirect(self.quote)
        selected = "text--selected-indirect" if indirect else "text--selected"
        return [
            (page.notices, self.over("text--notice")),
            (page.quoted, self.over("text--quote")),
            (self._selected, self.over(selected)),
            (page.matches, self.over("text--match")),
            (self._here, self.over("text--match-here")),
        ]

    # Moving

    def move(self, by: int) -> None:
        self.jump(self.top + by)

    def page(self, by: float) -> None:
        lines = int(self.room.height * abs(by))
        lines = max(lines - 2 if abs(by) >= 1 and lines > 6 else lines, 1)
        self.jump(self.top + (lines if by > 0 else -lines))

    def first(self) -> None:
        self.jump(0)

    def last(self) -> None:
        self._layout.grow()
        self._fit()
        self.jump(self._height())

    # What Textual tells

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        if not self._fitting:
            line = self.top - len(self._head)
            self._anchor = (self.top, 0) if line < 0 else (-1, self._top_offset())
            self.post_message(self.Scrolled())

    def on_resize(self) -> None:
        if self.shown is not None:
            self._lay_out()


def _lines(text: str, width: int) -> list[str]:
    return [text[start:end] for start, end in wrap(text, 0, len(text), width)]


def _head(page: Page, width: int) -> list[tuple[str, str]]:
    """What stands above the text: (line, name of its style)."""
    head = [("", "text--about")]
    head += [(line, "text--headline") for line in _lines(page.headline, width)]
    about = [(page.byline, "text--byline"), (page.date, "text--about"), (page.origin, "text--about")]
    if any(text for text, _ in about):
        head.append(("", "text--about"))
    for text, name in about:
        head += [(line, name) for line in _lines(text, width)]
    head.append(("", "text--about"))
    return head
