"""What the articles that match have in common: how many of them have each speaker, source, month.

Near-copies count once for each value, so a count is the number of rows that the search has when it is narrowed to that
value.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Self

from termnews.article import Unit
from termnews.search.columnar.arrays import Array, np, offsets, stretches
from termnews.search.columnar.top import lowest
from termnews.search.schema import UNDATED
from termnews.search.stories import Stories

_UNITS = {"year": "Y", "month": "M", "day": "D"}
_SPANS: tuple[tuple[Unit, int | None], ...] = (("day", 62), ("month", 60), ("year", None))
"""How many days are drawn over time before they are drawn by months, and how many months before years."""


class Values:
    """The values that articles have, one, several or none each: places in ``names``."""

    def __init__(self, pairs: Iterable[tuple[int, str]]) -> None:
        """``pairs`` are the numbers of articles, each with a value."""
        places: dict[str, int] = {}
        both = [(number << 32) + places.setdefault(value, len(places)) for number, value in pairs]
        self._keep(list(places), np.array(both, dtype=np.int64))

    @classmethod
    def numbered(cls, names: list[str], numbers: Array, places: Array) -> Self:
        """The same from arrays: beside the number of each article the place among ``names`` of a value that it has."""
        values = cls(())
        values._keep(names, (numbers.astype(np.int64) << 32) + places)
        return values

    def _keep(self, names: list[str], both: Array) -> None:
        of = np.unique(both)
        self.names = names
        self._values = (of & 0xFFFFFFFF).astype(np.int32)
        self._offsets = offsets(np.bincount(of >> 32))

    def of(self, numbers: Array) -> tuple[Array, Array]:
        """All values of these articles, and beside each the place among ``numbers`` of the article that has it."""
        there = np.flatnonzero(numbers < len(self._offsets) - 1)
        known = numbers.take(there)
        starts = self._offsets.take(known)
        counts = self._offsets.take(known + 1) - starts
        return self._values.take(stretches(starts, counts)), np.repeat(there, counts)

    def most_frequent(self, numbers: Array, stories: Stories | None, limit: int | None) -> list[tuple[str, int]]:
        """What most of the articles have, with how many they are; equally frequent ones by name."""
        values, places = self.of(numbers)
        return first(self.names, *tally(values, numbers.take(places), stories), limit)


def first(names: Sequence[str], values: Array, counts: Array, limit: int | None) -> list[tuple[str, int]]:
    """The ``limit`` values with the highest counts, by name; equal ones by name."""
    if limit is not None:
        some = lowest(-counts, limit)
        values, counts = values[some], counts[some]
    found = sorted((-count, names[value]) for value, count in _pairs(values, counts))
    return [(name, -count) for count, name in found[:limit]]


def latest(
    unit: str, numbers: Array, dates: Array, stories: Stories | None, limit: int | None
) -> list[tuple[str, int]]:
    """The latest years, months or days in which any of the articles was published, and how many were."""
    periods, counts = tally(*_periods(unit, numbers, dates), stories)
    return [(_written(unit, period), count) for period, count in _pairs(periods[::-1][:limit], counts[::-1][:limit])]


def over_time(numbers: Array, dates: Array, stories: Stories | None) -> tuple[Unit, list[tuple[str, int]], int]:
    """How many of the articles were published on each day, or in each month or year where they are many, from the
    first to the last; the unit that was chosen; and how many have no date."""
    undated = numbers[dates <= UNDATED]
    left = len(undated) if stories is None else stories.count(undated)
    unit: Unit
    for unit, most in _SPANS:
        periods, dated = _periods(unit, numbers, dates)
        if not len(periods):
            return unit, [], left
        first, last = int(periods.min()), int(periods.max())
        if most is None or last - first < most:
            break
    counts = dict(_pairs(*tally(periods, dated, stories)))
    return unit, [(_written(unit, period), counts.get(period, 0)) for period in range(first, last + 1)], left


def _periods(unit: str, numbers: Array, dates: Array) -> tuple[Array, Array]:
    """The year, month or day of each article that has a date, counted from 1970 on in UTC, and the articles."""
    dated = dates > UNDATED
    moments = dates[dated].astype("datetime64[s]")
    return moments.astype(f"datetime64[{_UNITS[unit]}]").astype(np.int64), numbers[dated]


def _written(unit: str, period: int) -> str:
    return str(np.array(period, dtype=f"datetime64[{_UNITS[unit]}]"))


def tally(values: Array, numbers: Array, stories: Stories | None) -> tuple[Array, Array]:
    """The distinct values, rising, and how many stories have each, where no article has one twice."""
    if stories and len(copied := stories.among(numbers)):
        values = values.astype(np.int64)
        told = np.unique((values[copied] << 32) + stories.of(numbers[copied])) >> 32
        values = np.concatenate((np.delete(values, copied), told))
    if not len(values):
        return values, values
    least = int(values.min())
    if int(values.max()) - least > 4 * len(values) + 1024:
        return np.unique(values, return_counts=True)
    counts = np.bincount(values - least)
    distinct = np.flatnonzero(counts)
    return distinct + least, counts[distinct]


def _pairs(values: Array, counts: Array) -> Iterable[tuple[int, int]]:
    return zip(values.tolist(), counts.tolist(), strict=True)
