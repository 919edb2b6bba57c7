"""What is listed, by speaker, source, section, author and time: choosing one narrows the list."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from statistics import fmean
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Sparkline, Static

from termnews.terminal import clean_line
from termnews.tui.reader import MOST_FACETS
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
_MOST = {"year": 40, "month": 40, "day": 40}
_MOST_OTHERS = 10
"""How many of a kind are listed at first."""


class NarrowingScreen(ChoosingScreen):
    """Counts of what answers a question; ends with the query that narrows it.

    Of each kind the first few are listed, and behind them how many there are more: to choose that lists them all.
    """

    nothing = "Nothing to narrow by"

    def __init__(self, reader: Reader, question: Question, keys: Mapping[str, tuple[str, ...]]) -> None:
        super().__init__("Narrow to", keys)
        self._reader = reader
        self._question = question
        self._facets: Mapping[str, tuple[Facet, ...]] = {}
        self._whole: set[str] = set()  # the kinds of which all are listed
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
        self._facets = narrowing.facets
        return list(self._choices())

    def take(self, chosen: str) -> None:
        if chosen in self._facets:
            self._whole.add(chosen)
            self.choices.show(list(self._choices()), self.choices.cursor)
        else:
            super().take(chosen)

    def _choices(self) -> Iterator[Choice]:
        """The kinds that there are, each with its heading and values, and with its name behind them where there are
        more."""
        for name, facets in self._facets.items():
            most = len(facets) if name in self._whole else _MOST.get(name, _MOST_OTHERS)
            if len(facets) == most + 1:  # there is room for it where "1 more" would stand
                most += 1
            if facets:
                yield Choice(_HEADINGS[name])
            for facet in facets[:most]:
                yield Choice(clean_line(facet.value), f"{facet.count:,}", facet.query)
            if len(facets) > most:
                cut = len(facets) == MOST_FACETS
                yield Choice(f"… the first {MOST_FACETS:,}" if cut else f"… {len(facets) - most:,} more", "", name)


def _span(timeline: Timeline) -> str:
    """From when to when, and when most."""
    if not timeline.points:
        return " No dates"
    (first, _), (last, _) = timeline.points[0], timeline.points[-1]
    peak, most = max(timeline.points, key=lambda point: point[1])
    if first == last:
        return f" {first}: {most:,}"
    return f" {first} to {last}, most in {peak}: {most:,}"
