"""The one gate that text passes on its way to a terminal.

A terminal obeys some characters instead of showing them: ESC starts a command (move, recolour, OSC 52 writes the
clipboard), the C1 controls are the same commands in one byte, and the bidirectional controls of Unicode reorder what
stands beside them (CVE-2021-42574, "Trojan Source").  ``clean`` puts a visible substitute in the place of each, one
character for one, so that every offset into the text stays true on the screen.  ``plain`` is for a pipe, where the
reader is a program: it only removes the control characters.
"""

from __future__ import annotations

import re

SUBSTITUTE = "�"

_CONTROL = "\x00-\x08\x0b-\x1f\x7f-\x9f"
_REORDERING = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f"
_INVISIBLE = "\u00ad\u200b\u2060-\u2065\ufeff\ufff9-\ufffb\U000e0000-\U000e00ff\U000e01f0-\U000e0fff"
# between the last two ranges: the selectors by which Japanese names choose the form of a character
_LONE_SURROGATE = "\ud800-\udfff"

_HOSTILE = re.compile(f"[\t\u2028\u2029{_CONTROL}{_REORDERING}{_INVISIBLE}{_LONE_SURROGATE}]")
_REMOVED_FROM_PIPE = re.compile(f"[{_CONTROL}]")


def _substitute(match: re.Match[str]) -> str:
    char = match[0]
    if char in "\t\r\u2028\u2029":
        return " "
    code = ord(char)
    if code < 0x20:
        return chr(0x2400 + code)
    return "␡" if code == 0x7F else SUBSTITUTE


def clean(text: str) -> str:
    """``text`` with a harmless substitute for every character that a terminal would obey; line feeds stay.

    The length is kept, and cleaning twice changes nothing.
    """
    if text.isascii() and text.isprintable():
        return text
    return _HOSTILE.sub(_substitute, text)


def clean_line(text: str) -> str:
    """As ``clean``, for what has to stay on one line: line feeds become blanks."""
    return clean(text).replace("\n", " ")


def plain(text: str) -> str:
    """``text`` without its control characters (tab and line feed stay), for a pipe or a file; always encodable."""
    if text.isascii() and text.isprintable():
        return text
    return _REMOVED_FROM_PIPE.sub("", text).encode("utf-8", "replace").decode("utf-8")
