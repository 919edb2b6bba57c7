"""The values of ``date:``: a year, a month, a day, and ranges of them.

``2016``, ``2016-11``, ``2016-11-15``, ``2015..2017`` (both ends included), ``2016..``, ``..2016``, ``>2016-06``
(after the end of it), ``<2016`` (before the start of it), ``>=``, ``<=``.
"""

from __future__ import annotations

import re

from termnews.article import Published
from termnews.search.syntax import Dates

_DAY = re.compile(r"([0-9]{4})(?:[-/]([0-9]{1,2})(?:[-/]([0-9]{1,2}))?)?")


def parse_dates(text: str) -> Dates | None:
    """The stretch of time that ``text`` means, or None where it means none."""
    if text.startswith((">", "<")):
        return _compared(text)
    start, dots, end = text.partition("..")
    if not dots:
        day = _period(start)
        return Dates(day.first, day.last) if day else None
    if not start and not end:
        return None
    first, last = _period(start), _period(end)
    if (start and not first) or (end and not last):
        return None
    return Dates(first.first if first else None, last.last if last else None)


def _compared(text: str) -> Dates | None:
    or_equal = text[1:2] == "="
    period = _period(text[2:] if or_equal else text[1:])
    if period is None:
        return None
    if text[0] == ">":
        return Dates(period.first if or_equal else period.last + 1, None)
    return Dates(None, period.last if or_equal else period.first - 1)


def _period(text: str) -> Published | None:
    match = _DAY.fullmatch(text)
    if match is None:
        return None
    year, month, day = match.groups()
    try:
        return Published.from_iso("-".join([year, *(part.zfill(2) for part in (month, day) if part)]))
    except ValueError:
        return None
