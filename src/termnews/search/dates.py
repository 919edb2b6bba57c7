"""The values of ``date:``: a year, a month, a day, ranges of them, and stretches counted from today.

``2016``, ``2016-11``, ``2016-11-15``; ``today``, ``yesterday``, ``this week``, ``last month``, ``last 3 days`` (the
days up to today); weeks begin on Monday (ISO 8601).  ``-3d``, ``-2w``, ``-6m``, ``-1y`` is the day so long ago, and
alone everything from it on.  Each of them can be an end of a range: ``2015..2017`` (both ends included), ``2016..``,
``..2016``, ``>2016-06`` (after the end of it), ``<2016`` (before the start of it), ``>=``, ``<=``.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final, NamedTuple

from termnews.article import Published
from termnews.search.syntax import Dates

_WRITTEN = re.compile(r"([0-9]{4})(?:[-/]([0-9]{1,2})(?:[-/]([0-9]{1,2}))?)?")
_AGO = re.compile(r"[-−]([0-9]{1,5})([dwmy])")
_NAMED = re.compile(r"(this|last)[ _-](week|month|year)")
_LAST_SOME = re.compile(r"last[ _-]([0-9]{1,5})[ _-](day|week|month|year)s?")
_DAY: Final = timedelta(days=1)


class _Period(NamedTuple):
    """The first and the last second, since 1970 UTC."""

    first: int
    last: int


def parse_dates(text: str, today: date | None = None) -> Dates | None:
    """The stretch of time that ``text`` means, or None where it means none.  ``today`` is the day to count from;
    without it, that of the clock."""
    text = " ".join(text.lower().split())
    today = today or date.today()
    if text.startswith((">", "<")):
        return _compared(text, today)
    start, dots, end = text.partition("..")
    if not dots:
        if _AGO.fullmatch(start) and (ago := _period(start, today)):
            return Dates(ago.first, None)
        period = _period(start, today)
        return Dates(period.first, period.last) if period else None
    if not start and not end:
        return None
    first, last = _period(start, today), _period(end, today)
    if (start and not first) or (end and not last):
        return None
    return Dates(first.first if first else None, last.last if last else None)


def _compared(text: str, today: date) -> Dates | None:
    or_equal = text[1:2] == "="
    period = _period(text[2:] if or_equal else text[1:], today)
    if period is None:
        return None
    if text[0] == ">":
        return Dates(period.first if or_equal else period.last + 1, None)
    return Dates(None, period.last if or_equal else period.first - 1)


def _period(text: str, today: date) -> _Period | None:
    try:
        return _written(text) or _counted(text.strip(), today)
    except (ValueError, OverflowError):  # a day that no month has, or before the year 1
        return None


def _written(text: str) -> _Period | None:
    match = _WRITTEN.fullmatch(text)
    if match is None:
        return None
    year, month, day = match.groups()
    published = Published.from_iso("-".join([year, *(part.zfill(2) for part in (month, day) if part)]))
    return _Period(published.first, published.last)


def _counted(text: str, today: date) -> _Period | None:
    """What is told by its distance from today."""
    if text == "today":
        return _days(today, today)
    if text == "yesterday":
        return _days(today - _DAY, today - _DAY)
    if match := _AGO.fullmatch(text):
        ago = _before(today, int(match[1]), match[2])
        return _days(ago, ago)
    if match := _LAST_SOME.fullmatch(text):
        return _days(_before(today, int(match[1]), match[2][0]) + _DAY, today)
    if match := _NAMED.fullmatch(text):
        return _calendar(match[1] == "last", match[2], today)
    return None


def _calendar(last: bool, unit: str, today: date) -> _Period:
    """This or the last week, month or year, whole."""
    first = {
        "week": today - today.weekday() * _DAY,
        "month": today.replace(day=1),
        "year": today.replace(month=1, day=1),
    }[unit]
    if last:
        return _days(_before(first, 1, unit[0]), first - _DAY)
    return _days(first, _before(first, -1, unit[0]) - _DAY)


def _before(day: date, count: int, unit: str) -> date:
    """``count`` units earlier; the last day of a month where that has fewer days."""
    if unit in "dw":
        return day - count * (7 if unit == "w" else 1) * _DAY
    months = day.year * 12 + day.month - 1 - count * (12 if unit == "y" else 1)
    first = date(months // 12, months % 12 + 1, 1)
    following = (first + 31 * _DAY).replace(day=1)
    return min(first.replace(day=1) + (day.day - 1) * _DAY, following - _DAY)


def _days(first: date, last: date) -> _Period:
    return _Period(Published.from_iso(first.isoformat()).first, Published.from_iso(last.isoformat()).last)
