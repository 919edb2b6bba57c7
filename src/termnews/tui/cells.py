"""How wide text is on a terminal, and how it is cut and wrapped.  All offsets are offsets into the text as given.

Widths are Rich's (``rich.cells``), because Textual measures and crops strips by them.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from time import perf_counter

from rich.cells import cell_len, get_character_cell_size

ELLIPSIS = "…"

# What is sure to take one cell a character: Latin, Greek, Cyrillic without combining marks, punctuation, the
# substitutes of terminal.clean.
_NOT_NARROW = re.compile(
    "[^ -~\u00a0-\u00ac\u00ae-\u02ff\u0374-\u0377\u0384-\u03ff\u0400-\u0482\u2010-\u2027\u20ac\u2400-\u2421\ufffd]"
)

_JOINER, _EMOJI_STYLE = "\u200d", "\ufe0f"
_NEVER_FIRST = frozenset("、。，．：；！？）］｝」』】〉》〕’”…ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ・,.!?)]}")
_NEVER_LAST = frozenset("（［｛「『【〈《〔‘“([{")


def is_narrow(text: str, start: int = 0, end: int | None = None) -> bool:
    """Whether each character of ``text[start:end]`` takes exactly one cell."""
    if text.isascii():
        return True
    return _NOT_NARROW.search(text, start, len(text) if end is None else end) is None


def width_of(text: str) -> int:
    """The number of cells that ``text`` takes."""
    return len(text) if is_narrow(text) else cell_len(text)


def clusters(text: str, start: int, end: int) -> Iterator[tuple[int, int, int]]:
    """(start, end, cells) of what must stay together in ``text[start:end]``: a character with its combining marks."""
    first, cells, joined = start, 0, False
    for index in range(start, end):
        char = text[index]
        size = get_character_cell_size(char)
        if index > first and not joined and size > 0:
            yield first, index, cells
            first, cells = index, 0
        if char == _EMOJI_STYLE:
            cells = cell_len(text[first : index + 1])  # two, after what is an emoji at all
        elif not joined or cells < 2:
            cells += size
        joined = char == _JOINER and not joined
    if end > first:
        yield first, end, cells


def cut(text: str, width: int) -> str:
    """``text`` where it fits into ``width`` cells, else its beginning with an ellipsis."""
    if width <= 0:
        return ""
    if len(text) <= width and is_narrow(text):
        return text
    if is_narrow(text, 0, width + 1):
        return text[: width - 1].rstrip() + ELLIPSIS
    used, fits = 0, 0
    for _, end, cells in clusters(text, 0, len(text)):
        used += cells
        if used > width:
            return text[:fits].rstrip() + ELLIPSIS
        if used < width:
            fits = end
    return text


@lru_cache(maxsize=8)
def _line_pattern(width: int) -> re.Pattern[str]:
    """A line of at most ``width`` characters that ends where a word or a dash does, else is broken hard."""
    return re.compile(rf".{{1,{width}}}(?= |$|(?<=[—–])|(?<=\w-)(?=\w))|.{{{width}}}")


def _wrap_narrow(text: str, start: int, end: int, width: int) -> Iterator[tuple[int, int]]:
    pattern = _line_pattern(width)
    while start < end:
        match = pattern.match(text, start, end)
        if match is None:
            break
        yield start, match.end()
        start = match.end()
        while start < end and text[start] == " ":
            start += 1


def _may_break(text: str, before: int, wide: bool, after_wide: bool) -> bool:
    """Whether a line may end before the character at ``before``: around wide ones, where punctuation allows it."""
    return (wide or after_wide) and text[before] not in _NEVER_FIRST and text[before - 1] not in _NEVER_LAST


def _wrap_wide(text: str, start: int, end: int, width: int) -> Iterator[tuple[int, int]]:
    line, used = start, 0
    break_end = break_next = start  # where the line would end, and the next begin, at the latest place for a break
    used_at_break = 0  # cells from the line's start to break_next
    was_wide = False
    for first, last, cells in clusters(text, start, end):
        blank = last == first + 1 and text[first] == " "
        if first > line and text[first - 1] != " " and _may_break(text, first, cells > 1, was_wide):
            break_end = break_next = first
            used_at_break = used
        if used + cells > width and not blank and first > line:
            if break_next > line:
                yield line, break_end
                line, used = break_next, used - used_at_break
            if used + cells > width and first > line:
                yield line, first
                line, used = first, 0
            break_end, break_next, used_at_break = line, line, 0
        used += cells
        if blank:
            if break_next != first or first == line:
                break_end = first
            break_next, used_at_break = last, used
        was_wide = cells > 1
    if line < end:
        yield line, max(line + len(text[line:end].rstrip(" ")), line + 1)


def wrap(text: str, start: int, end: int, width: int, indent: int = 0) -> Iterator[tuple[int, int]]:
    """(start, end) of each line of ``text[start:end]`` (one paragraph), at most ``width`` cells wide.

    The first line leaves ``indent`` cells free.  Blanks where a line is broken belong to no line.
    """
    width = max(width, 2)
    narrow = is_narrow(text, start, end)
    lines = _wrap_narrow if narrow else _wrap_wide
    if indent and width - indent >= 8:
        for first in lines(text, start, end, width - indent):
            yield first
            start = first[1]
            while start < end and text[start] == " ":
                start += 1
            break
    yield from lines(text, start, end, width)


class Layout:
    """The lines of one text at one width, made as far as they are needed.

    A text of 5 MB takes a moment to wrap: ``grow`` goes on for a given time only, so that the first page can be shown
    at once and the rest follows.  An empty line stands between paragraphs.
    """

    def __init__(self, text: str, width: int, indent: int = 0) -> None:
        self.text = text
        self.width = width
        self.starts = array("q")
        self.ends = array("q")
        self._indent = indent
        self._position = 0  # where the next paragraph begins
        self._paragraph: Iterator[tuple[int, int]] | None = None
        self._complete = not text

    def __len__(self) -> int:
        return len(self.starts)

    @property
    def complete(self) -> bool:
        """Whether the text is wrapped to its end."""
        return self._complete

    def grow(self, seconds: float | None = None, *, lines: int | None = None, offset: int | None = None) -> None:
        """Wrap more of the text: to its end, or until the time is over, there are ``lines``, or ``offset`` is there."""
        until = None if seconds is None else perf_counter() + seconds
        while not self._complete:
            if lines is not None and len(self.starts) >= lines:
                return
            if offset is not None and self.starts and self.starts[-1] > offset:
                return
            if until is not None and perf_counter() > until:
                return
            self._next_line()

    def _next_line(self) -> None:
        if self._paragraph is None:
            self._paragraph = self._begin_paragraph()
        line = next(self._paragraph, None)
        if line is not None:
            self.starts.append(line[0])
            self.ends.append(line[1])
            return
        self._paragraph = None
        self._complete = self._position > len(self.text)

    def _begin_paragraph(self) -> Iterator[tuple[int, int]]:
        start = self._position
        end = self.text.find("\n", start)
        if end < 0:
            end = len(self.text)
        self._position = end + 1
        if start == end:
            return iter(((start, end),))
        return wrap(self.text, start, end, self.width, self._indent if start == 0 else 0)

    def line_of(self, offset: int) -> int:
        """The number of the line on which the character at ``offset`` stands."""
        self.grow(offset=offset)
        return max(bisect_right(self.starts, offset) - 1, 0)
