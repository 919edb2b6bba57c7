"""Pieces of cleaned text with their styles: the only way text comes to the screen here.  Nothing is read as markup."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from termnews.article import Span
from termnews.tui.cells import cut, width_of

Layer = tuple[Sequence[Span], Style]


def in_order(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans sorted, those that overlap or touch made into one: what ``painted`` takes as a layer."""
    merged: list[Span] = []
    for span in sorted(spans):
        if span.end <= span.start:
            continue
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)


def painted(text: str, start: int, end: int, base: Style, layers: Iterable[Layer] = ()) -> list[Segment]:
    """``text[start:end]`` in ``base``, with each layer's style over its spans (sorted, not overlapping)."""
    cuts = {start, end}
    styled: list[tuple[int, int, Style]] = []
    for spans, style in layers:
        for span in spans[bisect_right(spans, start, key=lambda span: span[1]) :]:
            if span[0] >= end:
                break
            first, last = max(span[0], start), min(span[1], end)
            cuts.update((first, last))
            styled.append((first, last, style))
    if not styled:
        return [Segment(text[start:end], base)] if end > start else []
    places = sorted(cuts)
    segments = []
    for first, last in pairwise(places):
        style = base
        for begin, stop, over in styled:
            if begin <= first and last <= stop:
                style += over
        segments.append(Segment(text[first:last], style))
    return segments


def cut_and_painted(text: str, width: int, base: Style, layers: Iterable[Layer] = ()) -> list[Segment]:
    """``text`` in one line of exactly ``width`` cells: cut with an ellipsis, or filled up with blanks."""
    shown = cut(text, width)
    segments = painted(shown, 0, len(shown), base, layers)
    if (missing := width - width_of(shown)) > 0:
        segments.append(Segment(" " * missing, base))
    return segments


def filled(segments: list[Segment], width: int, base: Style) -> Strip:
    """A strip of exactly ``width`` cells."""
    return Strip(segments).adjust_cell_length(width, base)
