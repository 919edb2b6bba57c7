"""What is listed, by speaker, source, section, author and time: choosing one narrows the list."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from statistics import fmean
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Sparkline, Static

from termnews.terminal import clean_line
from termnews.tui.screens.choosing import ChoosingScreen
from termnews.tui.widgets.choice_list import Choice

if TYPE_CHECKING:
    from termnews.article import Facet, Timeline
    from termnews.tui.reader import Question, Reader

_HEADINGS = {
    "speaker": "Who is quoted",
    "source": "Sources",
    "section": "Sections",
    "author": "Authors",
    "tag": "Tags",
    "year": "Years",
    "month": "Months",
    "day": "Days",
}


class NarrowingScreen(ChoosingScreen):
    """Counts of what answers a question; ends with the query that narrows it."""

    nothing = "Nothing to narrow by"

    def __init__(self, reader: Reader, question: Question, keys: Mapping[str, tuple[str, ...]]) -> None:
        super().__init__("Narrow to", keys)
        self._reader = reader
        self._question = question
        self._strip = Sparkline((), summary_function=fmean, id="timeline")
        self._span = Static("", id="span")

    def above(self) -> ComposeResult:
        yield self._strip
        yield self._span

    async def read(self) -> Sequence[Choice]:
        narrowing = await self._reader.narrowing(self._question)
        self._strip.data = [count for _, count in narrowing.timeline.points]
        self._strip.display = len(narrowing.timeline.points) > 1
        self._span.update(Content(_span(narrowing.timeline)))
        return [choice for name, facets in narrowing.facets.items() for choice in _group(name, facets)]


def _group(name: str, facets: tuple[Facet, ...]) -> Iterator[Choice]:
    """A heading and its values; nothing where there are none."""
    if facets:
        yield Choice(_HEADINGS[name])
        for facet in facets:
            yield Choice(clean_line(facet.value), f"{facet.count:,}", facet.query)


def _span(timeline: Timeline) -> str:
    """From when to when, and when most."""
    if not timeline.points:
        return " No dates"
    (first, _), (last, _) = timeline.points[0], timeline.points[-1]
    peak, most = max(timeline.points, key=lambda point: point[1])
    if first == last:
        return f" {first}: {most:,}"
    return f" {first} to {last}, most in {peak}: {most:,}"
