"""The passage of a text that shows best why it was found."""

from __future__ import annotations

import re
from collections.abc import Sequence

from termnews.article import Span
from termnews.search.highlight import Match, highlighter
from termnews.search.query import Query

ELLIPSIS = "…"

_SENTENCE_END = re.compile(r"[.!?…。！？][\"'”’»)\]]*(?=\s|$)|\n|[。！？]")
_SPACE = re.compile(r"\s+")


def snippet(text: str, query: Query, length: int = 200) -> tuple[str, tuple[Span, ...]]:
    """The best passage of about ``length`` characters (never more, the two "…" aside), on one line, and what the query
    hits in it as offsets into the passage.

    Best is the passage that shows most parts of the query, then most hits, then the earliest.  It begins at the start
    of a sentence where there is one close enough, else at a word, with "…" on the sides where text was left out.
    """
    length = max(1, length)
    found = highlighter(query.tree).matches(text)
    start, end = _passage(text, _best_run(found, length), length)
    inside = [Span(match.start, match.end) for match in found if match.start >= start and match.end <= end]
    return _on_one_line(text, start, end, inside)


def _best_run(found: Sequence[Match], length: int) -> tuple[int, int]:
    """The stretch from a first to a last hit within ``length`` that shows most."""
    best, best_worth = (0, 0), (0, 0)
    last = 0
    for first, match in enumerate(found):
        last = max(last, first)
        while last + 1 < len(found) and found[last + 1].end - match.start <= length:
            last += 1
        run = found[first : last + 1]
        worth = (len({hit.part for hit in run}), len(run))
        if worth > best_worth:
            best, best_worth = (match.start, found[last].end), worth
    return best


def _passage(text: str, run: tuple[int, int], length: int) -> tuple[int, int]:
    room = length - (run[1] - run[0])
    if room <= 0:
        return run[0], min(run[1], run[0] + length)
    start = _start_before(text, run[0], room, length)
    end = min(len(text), start + length)
    if end < len(text):
        end = _end_before(text, max(run[1], start + length // 2), end)
    return start, max(end, run[1])


def _start_before(text: str, position: int, room: int, length: int) -> int:
    """The start of the sentence of ``position`` if that is within ``room``, else of a word some way before it."""
    earliest = max(0, position - room)
    start = 0 if earliest == 0 else -1
    for end_of_sentence in _SENTENCE_END.finditer(text, earliest, position):
        start = end_of_sentence.end()
    if start < 0:
        start = max(earliest, position - length // 4)
        blank = _SPACE.search(text, start, position)
        start = blank.end() if blank else start
    while start < position and text[start].isspace():
        start += 1
    return start


def _end_before(text: str, least: int, most: int) -> int:
    """The last end of a sentence between the two, else the last end of a word, else ``most``."""
    end = -1
    for end_of_sentence in _SENTENCE_END.finditer(text, least, most):
        end = end_of_sentence.end()
    if end >= 0:
        return end
    if text[most].isspace():
        return most
    blank = max(text.rfind(" ", least, most), text.rfind("\n", least, most))
    return blank if blank > 0 else most


def _on_one_line(text: str, start: int, end: int, inside: Sequence[Span]) -> tuple[str, tuple[Span, ...]]:
    while end > start and text[end - 1].isspace():
        end -= 1
    pieces: list[str] = [ELLIPSIS] if text[:start].strip() else []
    spans: list[Span] = []
    written = len(pieces)
    at = start
    for span in inside:
        between = _SPACE.sub(" ", text[at : span.start])
        shown = _SPACE.sub(" ", text[span.start : span.end])
        pieces += (between, shown)
        spans.append(Span(written + len(between), written + len(between) + len(shown)))
        written += len(between) + len(shown)
        at = span.end
    pieces.append(_SPACE.sub(" ", text[at:end]))
    if text[end:].strip():
        pieces.append(ELLIPSIS)
    return "".join(pieces), tuple(spans)
