"""A page of marked-up text on its way to blocks of plain lines.

Marks come as tags, whether HTML wrote them or Markdown means them: ``Page`` keeps the words, turns the structure into
paragraphs, list items with a bullet and table rows, and drops the rest.
"""

from __future__ import annotations

import re
from html import unescape

from termnews.formats import canonical
from termnews.formats.canonical import Block

BULLET = "•"
_CELL = " | "
_HARD = "\v"  # a line break in the buffer; no control character of the source gets there

_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
_BLOCKS = _HEADINGS | frozenset(
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure "
    "footer form header hgroup hr html legend li main nav ol optgroup option p pre section summary table tbody td "
    "tfoot th thead tr ul".split()
)
_UNREAD = frozenset(
    "audio canvas datalist head iframe math noscript object script select style svg template video".split()
)

_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9:-]{0,30})((?:[\s/][^<>]{0,4000})?)>|<[!?][^<>]{0,4000}>")
_START = re.compile(r"""\bstart\s*=\s*["']?(\d{1,6})""")


class Page:
    """Collects the blocks of a page from its tags and its text."""

    def __init__(self) -> None:
        self._blocks: list[Block] = []
        self._buffer: list[str] = []
        self._items: list[str] = []  # lines of the list or table that is open
        self._lists: list[int | None] = []  # the next number of each open list, None where it has bullets
        self._marker = ""
        self._heading = self._paragraph = False
        self._verbatim = self._rows = 0
        self._unread: list[str] = []

    def blocks(self) -> list[Block]:
        """The blocks so far; what is open is closed."""
        self._flush()
        self._end_items()
        return self._blocks

    def text(self, text: str) -> None:
        """Words; their line feeds are blanks outside of preformatted text."""
        if not self._unread:
            self._buffer.append(text.replace("\n", _HARD) if self._verbatim else text)

    def line_break(self) -> None:
        """A line break that carries meaning."""
        self._buffer.append(_HARD)

    def open(self, tag: str, start: int = 1) -> None:
        """A tag opens; ``start`` is the first number of an ordered list."""
        if tag in _BLOCKS:
            self._open_block(tag, start)
        elif tag == "br":
            self.line_break()
        elif tag == "q":
            self.text("“")
        elif tag in _UNREAD:
            self._unread.append(tag)

    def _open_block(self, tag: str, start: int) -> None:
        if tag in {"td", "th"}:
            if any(part.strip() for part in self._buffer):
                self.text(_CELL)
            return
        self._flush()
        match tag:
            case "ul" | "ol":
                self._lists.append(start if tag == "ol" else None)
            case "li":
                self._marker = self._next_marker()
            case "table":
                self._end_items()
                self._rows += 1
            case "pre":
                self._verbatim += 1
        self._paragraph = tag == "p"
        self._heading = tag in _HEADINGS

    def close(self, tag: str) -> None:
        """A tag closes; one that was not open does no harm."""
        if tag in _BLOCKS and tag not in {"td", "th"}:
            self._flush()
        match tag:
            case "q":
                self.text("”")
            case "ul" | "ol":
                if self._lists:
                    self._lists.pop()
                self._marker = ""
                if not self._lists:
                    self._end_items()
            case "table":
                self._rows = max(0, self._rows - 1)
                self._end_items()
            case "pre":
                self._verbatim = max(0, self._verbatim - 1)
            case _ if tag in self._unread:
                del self._unread[self._unread.index(tag) :]

    def html(self, source: str) -> None:
        """A stretch of HTML: its tags obeyed, its words kept, its comments, scripts and other matter dropped.

        An element that is not closed in the stretch hides nothing beyond it.
        """
        position = 0
        source = _without_comments(source)
        for match in _TAG.finditer(source):
            self.text(unescape(source[position : match.start()]))
            position = match.end()
            closing, tag, attributes = match.groups()
            if not tag:
                continue
            if closing:
                self.close(tag.lower())
            elif not attributes.endswith("/") or tag.lower() in {"br", "hr", "p"}:
                start = _START.search(attributes) if tag.lower() == "ol" else None
                self.open(tag.lower(), int(start[1]) if start else 1)
        self.text(unescape(source[position:]))

    def end_of_stretch(self) -> None:
        """What was hidden in a stretch of HTML is over."""
        self._unread.clear()

    def _next_marker(self) -> str:
        number = self._lists[-1] if self._lists else None
        if number is None:
            return f"{BULLET} "
        self._lists[-1] = number + 1
        return f"{number}. "

    def _flush(self) -> None:
        """End the paragraph, item or row that is open."""
        heading, self._heading = self._heading, False
        paragraph, self._paragraph = self._paragraph, False
        if not self._buffer:
            return
        whole = "".join(self._buffer)
        self._buffer.clear()
        hard = [[line for each in part.split("\n") if (line := canonical.line(each))] for part in whole.split(_HARD)]
        hard = [lines for lines in hard if lines]
        if not hard:
            return
        marker, self._marker = self._marker, ""
        if (self._lists or self._rows) and not (paragraph or heading or self._verbatim):
            self._items.append(marker + " ".join(" ".join(lines) for lines in hard))
            return
        self._end_items()
        hard[0][0] = marker + hard[0][0]
        if len(hard) == 1:
            self._blocks.append(Block(tuple(hard[0]), joined=True, heading=heading))
        else:
            self._blocks.append(Block(tuple(" ".join(lines) for lines in hard), kept=True, heading=heading))

    def _end_items(self) -> None:
        if self._items:
            self._blocks.append(Block(tuple(self._items), kept=True))
            self._items.clear()


def _without_comments(source: str) -> str:
    """HTML without its comments; one that never ends takes the rest with it."""
    if "<!--" not in source:
        return source
    kept, position = [], 0
    while (start := source.find("<!--", position)) >= 0:
        kept.append(source[position:start])
        end = source.find("-->", start + 2)
        if end < 0:
            return "".join(kept)
        position = end + 3
    kept.append(source[position:])
    return "".join(kept)
