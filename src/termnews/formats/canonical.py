"""Canonical text: the one shape in which every article's words are kept, whatever its file looked like.

Unicode NFC; no control character but the line feed; one space for any run of blanks; no blank at either end of a line;
paragraphs parted by one empty line.  A single line feed stands only where a line break carries meaning (the items of
a list, the rows of a table, lines of code).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from termnews.frozen import dataclass

_NEWLINES = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_SENTENCE_END = (".", "!", "?", "…", ":", ";", '"', "'", "”", "’", "»", ")", "]", "。", "！", "？", "」", "』")
_WRAPPED_WIDTH = range(40, 101)


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that stand together, between empty lines.

    ``kept`` says that their line breaks carry meaning, ``joined`` that they carry none; without either, the rest of
    the body decides.  ``heading`` says that the format marks it as one.
    """

    lines: tuple[str, ...]
    kept: bool = False
    joined: bool = False
    heading: bool = False

    @property
    def text(self) -> str:
        """The block as one paragraph of canonical text."""
        return ("\n" if self.kept else " ").join(self.lines)


def purified(text: str) -> str:
    """``text`` in NFC with ``\\n`` for every kind of line end and without control characters; blanks as they were."""
    if text.isascii():
        if "\r" in text or "\x0b" in text or "\x0c" in text:
            text = _NEWLINES.sub("\n", text)
        return _CONTROLS.sub("", text)
    text = _CONTROLS.sub("", _NEWLINES.sub("\n", text))
    return unicodedata.normalize("NFC", text)


def line(text: str) -> str:
    """Any text as one line of canonical text; ``""`` where nothing of it is left."""
    return " ".join(purified(text).split())


def blocks(text: str) -> Iterator[Block]:
    """The blocks of a purified text, their lines with single blanks and none at the ends."""
    lines: list[str] = []
    for raw in text.split("\n"):
        if words := raw.split():
            lines.append(" ".join(words))
        elif lines:
            yield Block(tuple(lines))
            lines = []
    if lines:
        yield Block(tuple(lines))


def paragraphs(body: Iterable[Block]) -> list[str]:
    """The paragraphs of a body: a block each where empty lines part them, else a line each.

    A lone block that was only filled to a width, so that most of its lines break off in mid-sentence, is one
    paragraph all the same.
    """
    body = list(body)
    if len(body) == 1 and not (body[0].kept or body[0].joined or _filled(body[0].lines)):
        return list(body[0].lines)
    return [block.text for block in body]


def _filled(lines: tuple[str, ...]) -> bool:
    """Whether the lines are one paragraph that an editor broke at a width."""
    before_last = lines[:-1]
    if not all(len(each) in _WRAPPED_WIDTH for each in before_last):
        return False
    broken_off = sum(not each.endswith(_SENTENCE_END) for each in before_last)
    return broken_off * 2 > len(before_last)


def text(paragraphs: Iterable[str]) -> str:
    """Paragraphs as the body of an article."""
    return "\n\n".join(paragraphs)
