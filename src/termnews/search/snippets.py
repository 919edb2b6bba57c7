"""The passages of a text that show best why it was found."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from termnews.article import Span
from termnews.search.highlight import Match, highlighter
from termnews.search.query import Query

ELLIPSIS = "…"
BETWEEN = f" {ELLIPSIS} "

_AT_FIRST = 50_000
"""Characters in which a passage is looked for first: few articles are longer, but those that are are much longer."""

_SENTENCE_END = re.compile(
    r"""[.!?…。！？\n](?:
          (?<=[.!?…])(?<!\b[A-Z].)(?<!\b(?:Mr|Ms|Dr|St|Jr|Sr|vs|No).)(?<!\b(?:Mrs|Rev|Gen|Gov|Sen|Rep|Sgt|Col|Inc).)
          [\"'”’»)\]]*(?=\s|$)
        | (?<=\n) | (?<=[。！？])[”’」』]? )""",
    re.VERBOSE,
)
_SPACE = re.compile(r"\s+")


class _Run(NamedTuple):
    """From a first to a last hit: ``shown`` are the parts of the query in it, ``hits`` counts them all."""

    start: int
    end: int
    shown: frozenset[int]
    hits: int


def snippet(text: str, query: Query, length: int = 200, language: str | None = None) -> tuple[str, tuple[Span, ...]]:
    """The best passage of about ``length`` characters (never more, but for the "…"), on one line, and what the query
    hits in it as offsets into the passage; or two passages of half the length, where they show more of the query.

    Best is the passage that shows most parts of the query, then most hits, then the earliest.  It begins at the start
    of a sentence where there is one close enough, else at a word, with "…" on the sides where text was left out.
    ``language`` is that of the text, a BCP 47 tag; without one it is read as English.
    """
    length = max(1, length)
    look = highlighter(query.tree, language).matches
    found = look(text[:_AT_FIRST]) or (look(text) if len(text) > _AT_FIRST else [])
    passages = _passages(text, found, length)
    pieces: list[str] = []
    spans: list[Span] = []
    written = 0
    for start, end in passages:
        if pieces or text[:start].strip():
            pieces.append(BETWEEN if pieces else ELLIPSIS)
            written += len(pieces[-1])
        inside = [Span(match.start, match.end) for match in found if match.start >= start and match.end <= end]
        shown, its_spans = _on_one_line(text, start, end, inside)
        spans += (Span(written + first, written + last) for first, last in its_spans)
        pieces.append(shown)
        written += len(shown)
    if text[passages[-1][1] :].strip():
        pieces.append(ELLIPSIS)
    return "".join(pieces), tuple(spans)


def _passages(text: str, found: Sequence[Match], length: int) -> list[tuple[int, int]]:
    """One or two stretches of the text, in its order."""
    best = _best_run(found, length)
    half = (length - len(BETWEEN)) // 2
    if best.shown and half > 0 and len(best.shown) < len({match.part for match in found}):
        first = _best_run(found, half)
        elsewhere = [match for match in found if match.part not in first.shown]
        second = _best_run(elsewhere, half)
        if len(first.shown | second.shown) > len(best.shown):
            return _both(text, min(first, second), max(first, second), half)
    return [_passage(text, best, length)]


def _both(text: str, earlier: _Run, later: _Run, half: int) -> list[tuple[int, int]]:
    first = _passage(text, earlier, half, before=later.start)
    second = _passage(text, later, half, after=first[1])
    if text[first[1] : second[0]].strip():
        return [first, second]
    return [(first[0], second[1])]


def _best_run(found: Sequence[Match], length: int) -> _Run:
    """The hits within ``length`` that show most."""
    inside: Counter[int] = Counter()
    most, best, last = (0, 0), (0, 0), -1
    ends = [match.end for match in found]
    for first, (start, _, part) in enumerate(found):
        while last + 1 < len(found) and (last < first or ends[last + 1] - start <= length):
            last += 1
            inside[found[last].part] += 1
        if (shows := (len(inside), last + 1 - first)) > most:
            most, best = shows, (first, last + 1)
        inside[part] -= 1
        if not inside[part]:
            del inside[part]
    run = found[slice(*best)]
    if not run:
        return _Run(0, 0, frozenset(), 0)
    return _Run(run[0].start, run[-1].end, frozenset(match.part for match in run), len(run))


def _passage(text: str, run: _Run, length: int, after: int = 0, before: int | None = None) -> tuple[int, int]:
    """The run and what stands around it, not more than ``length``, and between ``after`` and ``before``."""
    room = length - (run.end - run.start)
    if room <= 0:
        return run.start, min(run.end, run.start + length)
    start = _start_before(text, run.start, max(after, run.start - room), length)
    last = len(text) if before is None else before
    end = min(last, start + length)
    if end < len(text):
        end = _end_before(text, max(run.end, min(start + length // 2, end)), end)
    end = max(end, run.end)
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _start_before(text: str, position: int, earliest: int, length: int) -> int:
    """The start of the sentence of ``position`` if that is not before ``earliest``, else of a word before it."""
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
    pieces: list[str] = []
    spans: list[Span] = []
    written, at = 0, start
    for span in inside:
        between = _SPACE.sub(" ", text[at : span.start])
        shown = _SPACE.sub(" ", text[span.start : span.end])
        pieces += (between, shown)
        spans.append(Span(written + len(between), written + len(between) + len(shown)))
        written += len(between) + len(shown)
        at = span.end
    pieces.append(_SPACE.sub(" ", text[at:end]))
    return "".join(pieces), tuple(spans)
