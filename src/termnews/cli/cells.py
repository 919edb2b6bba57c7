"""How text lies in the cells of a terminal: a CJK character takes two, a combining mark none."""

from __future__ import annotations

import re

_ONE_CELL_EACH = re.compile(
    "[\x20-\x7e\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u052f\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2100-\u22ff"
    "\u2400-\u2426\ufffd]*"
)
_BREAKABLE = re.compile("[\u1100-\u11ff\u2e80-\u303f\u3040-\ua4cf\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\uff01-\uff60]")
_NOT_FIRST = frozenset(")]}’”»›、。〉》」』】〕〗〙〟，．：；！？）］｝～ー゛゜ヽヾゝゞ々…‥・,.;:!?%")
_NOT_LAST = frozenset("([{‘“«‹〈《「『【〔〖〘〝（［｛")
_JOINER = "\u200d"

Line = tuple[int, int]


def width(text: str) -> int:
    """How many cells ``text`` takes."""
    if _ONE_CELL_EACH.fullmatch(text):
        return len(text)
    from wcwidth import wcswidth, wcwidth

    cells = wcswidth(text)
    return cells if cells >= 0 else sum(max(0, wcwidth(char)) for char in text)


def cut(text: str, cells: int) -> str:
    """``text``, with an ellipsis in place of what would not fit into that many cells."""
    if width(text) <= cells:
        return text
    kept, used = "", 0
    for start, end in _clusters(text):
        used += width(text[start:end])
        if used > cells - 1:
            break
        kept = text[:end]
    return f"{kept.rstrip()}…" if cells > 0 else ""


def wrapped(text: str, cells: int) -> list[Line]:
    """The lines, as (start, end) in ``text``, of one paragraph in a column of that many cells.

    Lines break at blanks; in scripts that know none, between two characters, but not before closing or after opening
    punctuation; a word wider than the column breaks anywhere.
    """
    cells = max(1, cells)
    if len(text) <= cells and _ONE_CELL_EACH.fullmatch(text):
        return [(0, len(text))]
    lines: list[Line] = []
    line_start, line_end, used = 0, 0, 0
    for word in re.finditer(r"[^ ]+", text):
        blanks = word.start() - line_end if used else 0
        for start, end in _pieces(text, word.start(), word.end(), cells):
            needed = width(text[start:end])
            if used and used + blanks + needed > cells:
                lines.append((line_start, line_end))
                line_start, used, blanks = start, 0, 0
            elif not used:
                line_start = start
            used += blanks + needed
            blanks, line_end = 0, end
    if used or not lines:
        lines.append((line_start, line_end))
    return lines


def _pieces(text: str, start: int, end: int, cells: int) -> list[Line]:
    """A word as the pieces that may stand on different lines."""
    word = text[start:end]
    if _BREAKABLE.search(word) is None and width(word) <= cells:
        return [(start, end)]
    pieces: list[Line] = []
    for first, last in _clusters(word):
        if pieces and _together(word, pieces[-1], first):
            joined = (pieces[-1][0], last)
            if width(word[slice(*joined)]) <= cells:
                pieces[-1] = joined
                continue
        pieces.append((first, last))
    return [(start + first, start + last) for first, last in pieces]


def _together(word: str, before: Line, position: int) -> bool:
    """Whether no line may end between the piece before and the character at this position."""
    if word[position] in _NOT_FIRST or word[before[1] - 1] in _NOT_LAST:
        return True
    return not (_BREAKABLE.match(word[position]) or _BREAKABLE.match(word[before[1] - 1]))


def _clusters(text: str) -> list[Line]:
    """Characters with the combining marks, variation selectors and joined characters that belong to them."""
    if _ONE_CELL_EACH.fullmatch(text):
        return [(index, index + 1) for index in range(len(text))]
    from wcwidth import wcwidth

    clusters: list[Line] = []
    for index, char in enumerate(text):
        if clusters and (wcwidth(char) == 0 or text[index - 1] == _JOINER):
            clusters[-1] = (clusters[-1][0], index + 1)
        else:
            clusters.append((index, index + 1))
    return clusters
