"""The list of articles: a virtual list that draws the lines that show, and asks for rows as they come near."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region
from textual.message import Message

from termnews.tui import dates
from termnews.tui.cells import cut, width_of
from termnews.tui.painting import cut_and_painted
from termnews.tui.widgets.pane import Pane

if TYPE_CHECKING:
    from termnews.tui.page import Entry

_ONE_LINE_FROM = 64
_LOW = 12
_MOST_ENTRIES = 4_000
_STAR, _UNREAD = "★", "●"


class ArticleList(Pane):
    """All articles of a listing, held as their numbers; rows are fetched by window and kept.

    Two lines an article where it is narrow, one where it is wide or low.  The cursor stays on its article, and the
    article on its line of the screen, when the listing changes.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "list--unread",
        "list--read",
        "list--about",
        "list--dot",
        "list--star",
        "list--match",
        "list--cursor",
        "list--cursor-away",
    }

    class Moved(Message):
        """The cursor is on another article."""

    class Opened(Message):
        """The article under the cursor was clicked on twice."""

    class Wanted(Message):
        """Rows are missing near the window."""

        def __init__(self, numbers: list[int]) -> None:
            self.numbers = numbers
            super().__init__()

    def __init__(self) -> None:
        super().__init__("list", "1 Articles")
        self.numbers: array[int] = array("q")
        self.cursor = 0
        self.asked = 0
        self.empty_text = ""
        self._entries: dict[int, Entry] = {}
        self._gone: set[int] = set()
        self._row_height = 2
        self._drawn_width = 0

    # What is shown

    @property
    def current(self) -> int | None:
        """The number of the article under the cursor."""
        return self.numbers[self.cursor] if self.numbers else None

    @property
    def current_entry(self) -> Entry | None:
        """The entry under the cursor, once its row has come."""
        return self._entries.get(self.current) if self.current is not None else None

    def entry(self, number: int) -> Entry | None:
        """What is known of article ``number``."""
        return self._entries.get(number)

    @property
    def window(self) -> int:
        """How many articles show at once."""
        return self.room.height // self._row_height + 1

    def show(self, numbers: array[int], *, keep: int | None = None, entries: Iterable[Entry] = ()) -> None:
        """Show another listing, the cursor on article ``keep`` at its place on the screen where it is still listed,
        else near the place where it was; ``entries`` are rows of it that came along."""
        self._know(entries)
        on_screen = self.cursor * self._row_height - self.top
        if keep is not None and keep in numbers:
            self.cursor = numbers.index(keep)
        elif keep is not None:
            self.cursor = self._nearest(numbers)
        else:
            self.cursor = on_screen = 0
        self.numbers = numbers
        self._fit()
        self.jump(self.cursor * self._row_height - on_screen)
        self._keep_in_window()
        self.forget_lines()
        self._want()
        self.post_message(self.Moved())

    def show_at(self, numbers: array[int], current: int | None, top: int) -> None:
        """Show a listing with the cursor on article ``current`` and line ``top`` on top, as it was before."""
        self.show(numbers)
        if current is not None and current in numbers:
            self.cursor = numbers.index(current)
        self.jump(top)
        self._keep_in_window()
        self.forget_lines()
        self.post_message(self.Moved())

    def _nearest(self, numbers: array[int]) -> int:
        """Where the first of the articles after the cursor that stays is listed, else a place like the old one."""
        for number in self.numbers[self.cursor + 1 : self.cursor + 200]:
            if number in numbers:
                return numbers.index(number)
        return max(min(self.cursor, len(numbers) - 1), 0)

    def ask_anew(self, forget: bool = False) -> None:
        """What is known of the rows is out of date: fetch them again, and show the old ones until they come."""
        self.asked += 1
        self._gone.clear()
        if forget:
            self._entries.clear()
            self.forget_lines()

    def take(self, entries: Iterable[Entry], gone: Iterable[int] = ()) -> None:
        """Rows have come; those of ``gone`` never will."""
        self._know(entries)
        self._gone.update(gone)
        self.forget_lines()
        self._want()

    def _know(self, entries: Iterable[Entry]) -> None:
        if len(self._entries) > _MOST_ENTRIES:
            self._entries.clear()
        for entry in entries:
            self._entries[entry.row.number] = entry

    # Drawing

    @property
    def _empty_lines(self) -> list[str]:
        return self.empty_text.splitlines()

    def line_key(self, line: int) -> object:
        index, part = divmod(line, self._row_height)
        if index >= len(self.numbers):
            return ("empty", line) if not self.numbers and line < len(self._empty_lines) else None
        number = self.numbers[index]
        return number, part, index == self.cursor and (2 if self.has_focus else 1)

    def draw(self, line: int, width: int) -> tuple[Style, list[Segment]]:
        if not self.numbers:
            style = self.look("list--about")
            return style, cut_and_painted(f"  {self._empty_lines[line]}", width, style)
        index, part = divmod(line, self._row_height)
        entry = self._entries.get(self.numbers[index])
        under = self._cursor_style(index)
        about = self.look("list--about") + under
        if entry is None:
            return about, [Segment("  ·" if part == 0 else "", about)]
        if part:
            return about, cut_and_painted(f"  {self._about(entry, width - 3)}", width, about)
        if self._row_height == 1:
            return about, self._one_line(entry, width, under)
        return about, self._headline(entry, width - 1, under)

    def _cursor_style(self, index: int) -> Style:
        if index != self.cursor:
            return Style.null()
        return self.over("list--cursor" if self.has_focus else "list--cursor-away")

    def _headline(self, entry: Entry, width: int, under: Style) -> list[Segment]:
        row = entry.row
        style = self.look("list--read" if row.read else "list--unread") + under
        sign, sign_style = " ", style
        if row.starred:
            sign, sign_style = _STAR, self.look("list--star") + under
        elif not row.read:
            sign, sign_style = _UNREAD, self.look("list--dot") + under
        layers = [(entry.marks, self.over("list--match"))]
        return [
            Segment(sign, sign_style),
            Segment(" ", style),
            *cut_and_painted(entry.headline, width - 2, style, layers),
        ]

    def _one_line(self, entry: Entry, width: int, under: Style) -> list[Segment]:
        about = self.look("list--about") + under
        date_width = dates.DATE_WIDTH if width >= _ONE_LINE_FROM else 9 if width >= 40 else 0
        place_width = min(24, width // 5) if width >= _ONE_LINE_FROM else 0
        left = width - (date_width + 2 if date_width else 0) - (place_width + 2 if place_width else 0) - 1
        copies = f"  {_copies(entry)}" if entry.row.copies else ""
        segments = self._headline(entry, left - width_of(copies), under)
        if copies:
            segments.append(Segment(copies, about))
        if place_width:
            place = entry.section or entry.source
            segments += [Segment("  ", about), *cut_and_painted(place, place_width, about)]
        if date_width:
            date = dates.short(entry.published, date_width)
            segments.append(Segment(f"  {date:>{date_width}}", about))
        return segments

    @staticmethod
    def _about(entry: Entry, width: int) -> str:
        parts = [dates.short(entry.published), _copies(entry), entry.section, entry.source]
        text = " · ".join(part for part in parts if part)
        if width_of(text) > width:
            text = " · ".join(part for part in parts[:3] if part)
        return cut(text, width)

    # Moving

    def move(self, by: int) -> None:
        self.point(self.cursor + by)

    def page(self, by: float) -> None:
        rows = max(int(self.room.height * abs(by)) // self._row_height, 1)
        self.point(self.cursor + (rows if by > 0 else -rows))

    def first(self) -> None:
        self.point(0)

    def last(self) -> None:
        self.point(len(self.numbers) - 1)

    def point(self, index: int) -> None:
        """Put the cursor on the article at ``index``, as near as there is one."""
        index = max(min(index, len(self.numbers) - 1), 0)
        if index == self.cursor:
            self._keep_in_window()
            return
        before, self.cursor = self.cursor, index
        for changed in (before, index):
            y = changed * self._row_height - self.top
            self.refresh(Region(0, y, self.size.width, self._row_height))
        self._keep_in_window()
        self._want()
        self.post_message(self.Moved())

    def _keep_in_window(self) -> None:
        height = self.room.height
        if not height:
            return
        first = self.cursor * self._row_height
        last = first + self._row_height
        if first < self.top:
            self.jump(first)
        elif last > self.top + height:
            self.jump(last - height)

    # Fetching

    def _want(self) -> None:
        """Ask for the rows of the window and one window around it, where one that shows, or will next, is missing."""
        window = self.window
        first = self.top // self._row_height
        near = self.numbers[max(first - window // 2, 0) : first + window + window // 2]
        if window > 1 and any(self._is_missing(number) for number in near):
            around = self.numbers[max(first - window, 0) : first + 2 * window]
            self.post_message(self.Wanted([number for number in around if self._is_missing(number)]))

    def _is_missing(self, number: int) -> bool:
        entry = self._entries.get(number)
        return (entry is None or entry.asked != self.asked) and number not in self._gone

    # What Textual tells

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        self._want()

    def on_resize(self) -> None:
        on_screen = self.cursor * self._row_height - self.top
        old_height = self._row_height
        width, height = self.room
        self._row_height = 1 if width >= _ONE_LINE_FROM or height < _LOW else 2
        if width != self._drawn_width or old_height != self._row_height:
            self._drawn_width = width
            if self.numbers or self.empty_text:
                self.forget_lines()
        self._fit()
        if old_height != self._row_height:
            self.jump(self.cursor * self._row_height - on_screen)
        self._keep_in_window()
        self._want()

    def _fit(self) -> None:
        self.fit(len(self.numbers) * self._row_height)

    def on_click(self, event: events.Click) -> None:
        place = event.get_content_offset(self)
        if place is None:
            return
        index = (self.top + place.y) // self._row_height
        if index < len(self.numbers):
            self.point(index)
            if event.chain > 1:
                self.post_message(self.Opened())


def _copies(entry: Entry) -> str:
    """How many articles with nearly the same text are folded into this one."""
    return f"+{entry.row.copies}" if entry.row.copies else ""
