"""Dates as the browser shows them: in the precision they came with; only a moment is turned into local time."""

from __future__ import annotations

from termnews.article import Published

_MONTHS = ("January February March April May June July August September October November December").split()
_WEEKDAYS = ("Monday Tuesday Wednesday Thursday Friday Saturday Sunday").split()

DATE_WIDTH = 11


def short(published: Published | None, width: int = DATE_WIDTH) -> str:
    """The date in at most ``width`` cells: ``15 Nov 2016``, else ``15 Nov 16``, else ``Nov 16``; empty where none."""
    if published is None:
        return ""
    at = published.at.astimezone() if published.precision == "moment" else published.at
    month = _MONTHS[at.month - 1][:3]
    forms: tuple[str, ...]
    match published.precision:
        case "year":
            forms = (f"{at.year}",)
        case "month":
            forms = (f"{month} {at.year}", f"{month} {at.year % 100:02}")
        case _:
            year = at.year % 100
            forms = (f"{at.day} {month} {at.year}", f"{at.day} {month} {year:02}", f"{month} {year:02}")
    return next((form for form in forms if len(form) <= width), forms[-1])


def long(published: Published | None) -> str:
    """The date in full: ``Tuesday 15 November 2016``, with the local time where it is a moment."""
    if published is None:
        return ""
    at = published.at.astimezone() if published.precision == "moment" else published.at
    month = _MONTHS[at.month - 1]
    match published.precision:
        case "year":
            return f"{at.year}"
        case "month":
            return f"{month} {at.year}"
        case "day":
            return f"{_WEEKDAYS[at.weekday()]} {at.day} {month} {at.year}"
        case "moment":
            return f"{_WEEKDAYS[at.weekday()]} {at.day} {month} {at.year}, {at:%H:%M}"
