"""Quotation marks: which stretches of a text stand between them.

A stretch never leaves its paragraph.  A quotation that runs over paragraphs opens each of them with a mark and closes
only the last (Chicago Manual of Style 13.30): each paragraph gives a stretch, all but the first ``continues``.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from typing import NamedTuple

PAIRS = {
    "“": '”"',
    "„": "“”",
    "‟": "”",
    "«": "»",
    "»": "«",
    "「": "」",
    "『": "』",
    "《": "》",
    '"': '"”',
    "＂": "＂",
}
"""Each opening mark with the marks that may close it; straight and curly are mixed by careless editors."""

_DOUBLE = re.compile(r"[\"“”„‟«»「」『』《》＂]")
# A single mark that can open: nothing word-like before it, something to say after it.
_SINGLE_OPEN = re.compile(r"['‘](?<![\w'’‘,.;:!?…].)(?=[^\s'’‘])")
_SINGLE_CLOSE = re.compile(r"(?<=[^\s'‘’])['’](?![\w'’])")
# What an apostrophe opens that is no quotation: '90s, 'em, 'tis, 'n'.
_ELISION = re.compile(r"['‘’](?:\d\ds?\b|em\b|tis\b|twas\b|til\b|till\b|cause\b|bout\b|n['’])", re.IGNORECASE)

_ATTRIBUTION = re.compile(r", (?:said|says) [A-Z][^,.\n]{1,80}(?:, [^,.\n]{1,80})?\.?[ ]?\Z")
_SMALL_NUMBER = re.compile(r"[^\w.,$£€]\d{1,2}\Z")
LONGEST_HEADLINE = 150
MOST_SINGLE = 2_000
"""Longest stretch between single marks, in characters: beyond it the mark was an apostrophe."""


_MOST_UNCLOSED = 24
"""Marks that a writer may forget to close in one paragraph."""


class Marked(NamedTuple):
    """A stretch between marks: ``text[start:end]`` is what stands between, ``text[open:close]`` has the marks too."""

    open: int
    start: int
    end: int
    close: int
    closed: bool
    continues: bool


class Paragraph(NamedTuple):
    """A paragraph that holds at least one marked stretch."""

    start: int
    end: int
    marked: tuple[Marked, ...]


_Reader = Callable[[str, int, int, list[int], str | None], list[Marked]]
"""Reads the marks of one paragraph: text, start, end, places of the marks, the mark left open before."""


def find(text: str) -> list[Paragraph]:
    """Every paragraph that holds marked stretches, with these in order; they do not overlap."""
    text = _spelled(text)
    double = _collect(text, [match.start() for match in _DOUBLE.finditer(text)], _double_marked)
    # Articles that write the double mark as two apostrophes are left alone: nothing tells their '' from ' and '.
    if ("'" not in text and "‘" not in text) or "''" in text:
        return double
    openers = [match.start() for match in _SINGLE_OPEN.finditer(text)]
    if not openers:
        return double
    single = _collect(text, openers, _single_marked)
    if not single or not double:
        return single or double
    if _leads(single, double):
        return _merged(single, double)
    return _merged(double, single[:1]) if _is_headline(text, single[0]) else double


def _is_headline(text: str, paragraph: Paragraph) -> bool:
    """A first line that does not end like a sentence: headlines have single marks whatever the text has."""
    line = text[paragraph.start : paragraph.end].rstrip(" \t\xa0'’")
    first = not text[: paragraph.start].strip()
    return first and len(line) <= LONGEST_HEADLINE and line[-1:] not in ".!?;" and paragraph.end < len(text)


def _spelled(text: str) -> str:
    """The same text, of the same length, with marks that typewriters and Nordic printers use in the usual ones.

    ``so,'' he said: only the inner character of each pair is the mark.  ”so,” he said: opens and closes alike.
    """
    if "``" in text:
        text = text.replace("``", "`“").replace("''", "”`")
    if "”" in text and "“" not in text and "„" not in text:
        text = text.replace("”", '"')
    return text


def _leads(single: list[Paragraph], double: list[Paragraph]) -> bool:
    """Whether single marks are the outer ones: there are more of them, or double ones stand inside them."""
    doubles = [marked for paragraph in double for marked in paragraph.marked]
    singles = [marked for paragraph in single for marked in paragraph.marked]
    inner = _inside(doubles, singles)
    outer = len(singles) - _inside(singles, doubles)
    return 2 * inner > len(doubles) or (outer > len(doubles) and outer > 2)


def _inside(stretches: Sequence[Marked], others: Sequence[Marked]) -> int:
    """How many of ``stretches`` stand inside one of ``others``; both are in order."""
    count = at = 0
    for stretch in stretches:
        while at < len(others) and others[at].close <= stretch.open:
            at += 1
        count += at < len(others) and others[at].open <= stretch.open and stretch.close <= others[at].close
    return count


def _outside(stretches: Sequence[Marked], others: Sequence[Marked]) -> list[Marked]:
    """Those of ``stretches`` that do not touch any of ``others``; both are in order."""
    kept = []
    at = 0
    for stretch in stretches:
        while at < len(others) and others[at].close <= stretch.open:
            at += 1
        if at >= len(others) or others[at].open >= stretch.close:
            kept.append(stretch)
    return kept


def _merged(lead: list[Paragraph], other: list[Paragraph]) -> list[Paragraph]:
    """The leading stretches and those of the other kind outside of them."""
    leading = [marked for paragraph in lead for marked in paragraph.marked]
    found = {paragraph.start: paragraph for paragraph in lead}
    for paragraph in other:
        added = _outside(paragraph.marked, leading)
        if added:
            own = found.get(paragraph.start)
            both = sorted([*own.marked, *added]) if own else added
            found[paragraph.start] = Paragraph(paragraph.start, paragraph.end, tuple(both))
    return [found[start] for start in sorted(found)]


def _collect(text: str, places: list[int], read: _Reader) -> list[Paragraph]:
    """Read the marks at ``places`` paragraph by paragraph."""
    found: list[Paragraph] = []
    unclosed: str | None = None
    at = 0
    while at < len(places):
        start = text.rfind("\n", 0, places[at]) + 1
        end = text.find("\n", places[at])
        end = len(text) if end < 0 else end
        upto = bisect_left(places, end, at)
        stretches = read(text, start, end, places[at:upto], unclosed)
        if stretches:
            last = stretches[-1]
            # Only what runs to the paragraph's end without a mark can go on in the next one.
            unclosed = None if last.closed else text[last.open]
            follows = end + 1
            while follows < len(text) and text[follows] in " \t\xa0\n\r":
                follows += 1
            if upto >= len(places) or places[upto] != follows:
                unclosed = None
            found.append(Paragraph(start, end, tuple(stretches)))
        at = upto
    return found


def _double_marked(text: str, start: int, end: int, places: list[int], unclosed: str | None) -> list[Marked]:
    """Stretches between double marks (and their relatives of other languages) in one paragraph."""
    stretches: list[Marked] = []
    opened = -1
    depth = 0
    continues = False
    for place in places:
        mark = text[place]
        if opened < 0:
            if _opens(text, place, start, end):
                opened, depth = place, 0
                continues = unclosed == mark and not stretches and not text[start:place].strip()
            continue
        first = text[opened]
        if mark == '"' and (_is_measure(text, place) or _is_inches(text, place, end)):
            continue
        opening = _looks_opening(text, place, end)
        if opening and mark == first == '"' and not _looks_closing(text, place, start):
            # A straight mark that can only open: the one before was never closed.
            stretches.append(_unclosed(text, opened, place, continues))
            opened, continues = place, False
        elif opening and mark in PAIRS and mark not in "»«" and (mark != first or mark == "“"):
            depth += 1
        elif mark not in PAIRS[first] and mark != first:
            depth -= depth > 0 and mark not in PAIRS
        elif depth:
            depth -= 1
        else:
            stretches.append(Marked(opened, opened + 1, place, place + 1, True, continues))
            opened = -1
    if opened >= 0:
        stretches.extend(_unclosed_at_end(text, opened, end, continues, places))
    return _meant(text, stretches)


def _meant(text: str, stretches: list[Marked]) -> list[Marked]:
    """The stretches that hold something; none where so many marks stay open that they are no quotation marks."""
    if len(stretches) > _MOST_UNCLOSED and sum(not stretch.closed for stretch in stretches) > _MOST_UNCLOSED:
        return []
    return [
        stretch for stretch in stretches if stretch.start < stretch.end and text[stretch.start : stretch.end].strip()
    ]


def _unclosed_at_end(text: str, opened: int, end: int, continues: bool, places: list[int]) -> list[Marked]:
    """What an unclosed mark gives: all that follows, unless a later mark of the same kind was swallowed by depth."""
    first = text[opened]
    closers = [place for place in places if place > opened and text[place] in PAIRS[first]]
    if closers and text[end - 1 : end] not in PAIRS[first]:
        last = closers[-1]
        return [Marked(opened, opened + 1, last, last + 1, True, continues)]
    # The attribution of a quotation whose closing mark was forgotten: '"We never saw it, said Tom Reed.'
    forgotten = _ATTRIBUTION.search(text, opened, end)
    if forgotten is not None:
        return [Marked(opened, opened + 1, forgotten.start() + 1, forgotten.start() + 1, True, continues)]
    return [_unclosed(text, opened, end, continues)]


def _unclosed(text: str, opened: int, end: int, continues: bool) -> Marked:
    while end > opened + 1 and text[end - 1] in " \t\xa0\r":
        end -= 1
    return Marked(opened, opened + 1, end, end, False, continues)


def _opens(text: str, place: int, start: int, end: int) -> bool:
    mark = text[place]
    if mark in "”」』》" or place + 1 >= end:
        return False
    if mark in '"＂':
        before = text[place - 1] if place > start else " "
        return (
            not _is_measure(text, place)
            and text[place + 1] not in " \xa0\t,.;)"
            and not before.isalnum()
            and before != "="
        )
    return True


def _looks_opening(text: str, place: int, end: int) -> bool:
    """A mark with a blank before it and none after it."""
    after = text[place + 1] if place + 1 < end else " "
    before = text[place - 1] if place else " "
    return (before in " \xa0\t\n([—–-" or before in PAIRS) and after not in " \xa0\t\n,.;:!?)]"


def _looks_closing(text: str, place: int, start: int) -> bool:
    return place > start and text[place - 1] not in " \xa0\t"


def _is_inches(text: str, place: int, end: int) -> bool:
    """Inside a quotation, a mark after a number that the sentence goes on after: 14" at the shoulder."""
    return (
        _SMALL_NUMBER.search(text, max(0, place - 4), place) is not None
        and text[place + 1 : place + 2] == " "
        and text[place + 2 : place + 3].islower()
        and text.find('"', place + 1, end) > 0
    )


def _is_measure(text: str, place: int) -> bool:
    """Inches and seconds: 6'2" and 27"."""
    if place < 1 or not text[place - 1].isdigit():
        return False
    before = text[max(0, place - 5) : place]
    return bool(re.search(r"\d['’′] ?\d{1,2}$", before))


def _single_marked(text: str, start: int, end: int, places: list[int], unclosed: str | None) -> list[Marked]:
    """Stretches between single marks in one paragraph, apostrophes told apart from closing marks."""
    stretches: list[Marked] = []
    upto = start
    for place in places:
        if place < upto or _ELISION.match(text, place):
            continue
        limit = min(end, place + MOST_SINGLE)
        continues = unclosed is not None and not stretches and not text[start:place].strip()
        close = _single_close(text, place, limit)
        if close < 0:
            follows = text[end : end + 4].lstrip()[:1] == text[place]
            if limit == end and (
                place == start or continues or follows or text[max(start, place - 2) : place] in (", ", ": ")
            ):
                stretches.append(_unclosed(text, place, end, continues))
            break
        stretches.append(Marked(place, place + 1, close, close + 1, True, continues))
        upto = close + 1
    return stretches


def _single_close(text: str, opened: int, limit: int) -> int:
    """Where the stretch ends: the first mark that punctuation leans on, before anything opens anew; else the first."""
    first = -1
    opener = _SINGLE_OPEN.search(text, opened + 1, limit)
    until = opener.start() if opener else limit
    for match in _SINGLE_CLOSE.finditer(text, opened + 1, limit):
        place = match.start()
        if place > until and first >= 0:
            break
        if text[place - 1] in ",.?!…" or (text[place + 1 : place + 2] in ",.;:?!)" and text[place - 1] != "s"):
            return place
        if first < 0 or (text[first - 1] == "s" and text[place - 1] != "s"):
            first = place
    return first
