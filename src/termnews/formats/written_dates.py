"""Dates in words or in the forms of a country, which dateutil knows.

dateutil fills what a text leaves out with the parts of a default date: two defaults that differ in every part show what
was there.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo

from termnews.article import Precision

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_NAMED_MONTH = re.compile(r"(?<![^\W\d_])(?:" + "|".join(_MONTHS) + r")[a-z]*", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)(\d{4})(?!\d)", re.ASCII)
_CLOCK = re.compile(r"\d\s*:\s*\d\d|\b\d{1,2}\s*[ap]\.?m\b", re.IGNORECASE)
_COMMENT = re.compile(r"\([^()]*\)")
_FILLERS = re.compile(
    r"^(?:(?:first |last )?(?:published|posted|updated|date|issued|filed|modified|created)(?: on| at)?\b[:\s]*|on )+",
    re.IGNORECASE,
)
_JOINTS = re.compile(r"\s+(?:at|@|\||·|•|–|—|-)\s+", re.IGNORECASE)
_DOTTED = re.compile(r"\b([ap])\.\s?m\b\.?", re.IGNORECASE)
_MERIDIEM_LESS = re.compile(r"\s(?:hrs|hours|uhr|h)\b\.?", re.IGNORECASE)

_DOTTED_CLOCK = re.compile(r"(?<![\d.])(\d{1,2})\.(\d{2})(?![\d.])")
_WEEKDAY = re.compile(r"\b(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?\b[.,]?", re.IGNORECASE)
_FROM_GREENWICH = re.compile(r"\b(?:UTC|GMT)\s?([+-])(\d{1,2})(?::?(\d{2}))?(?!\d)", re.IGNORECASE)

_ZONES = {
    -10: "HST",
    -9: "AKST",
    -8: "PST PT AKDT",
    -7: "MST PDT MT",
    -6: "CST MDT CT",
    -5: "EST CDT ET",
    -4: "EDT AST",
    -3: "ADT BRT",
    0: "UT UTC GMT Z WET",
    1: "CET BST WEST",
    2: "CEST EET SAST",
    3: "EEST MSK",
    8: "HKT SGT AWST",
    9: "JST KST",
    10: "AEST",
    11: "AEDT",
    12: "NZST",
    13: "NZDT",
}
"""Zones by their hours ahead of UTC: those of RFC 822 and names that news means one way; others are left to UTC."""

_HOURS = {name: hours for hours, names in _ZONES.items() for name in names.split()}


def parse(text: str) -> tuple[datetime, Precision] | None:
    """The date that a text is and its precision, None where it is none or lacks a year."""
    text = _FILLERS.sub("", _COMMENT.sub(" ", text)).strip()
    text = _MERIDIEM_LESS.sub("", _DOTTED.sub(r"\1m", _JOINTS.sub(" ", text)))
    text = _FROM_GREENWICH.sub(lambda match: f"{match[1]}{int(match[2]):02}{match[3] or '00'}", text)
    named = _NAMED_MONTH.search(text)
    if named:
        text = _DOTTED_CLOCK.sub(r"\1:\2", _WEEKDAY.sub(" ", text))
    if not _plausible(text, named is not None):
        return None
    from dateutil.parser import parse as parse_date

    found: list[datetime] = []
    for default in (datetime(2000, 1, 1), datetime(2004, 2, 2)):  # leap years: a 29 February must pass
        try:
            found.append(parse_date(text, default=default, tzinfos=_zone))
        except (ValueError, OverflowError, TypeError, IndexError, AttributeError):
            return None
    one, other = found
    years = _YEAR.findall(text)
    if one.year != other.year or (years and f"{one.year:04}" not in years):
        return None
    if one.month != other.month:
        return datetime(one.year, 1, 1, tzinfo=UTC), "year"
    if one.day != other.day:
        return datetime(one.year, one.month, 1, tzinfo=UTC), "month"
    if not _CLOCK.search(text):
        return datetime(one.year, one.month, one.day, tzinfo=UTC), "day"
    return one.replace(tzinfo=one.tzinfo or UTC), "moment"


def _plausible(text: str, named_month: bool) -> bool:
    """Whether dateutil may be asked: it makes a date of nearly anything that has a number in it."""
    digits = sum(char.isdigit() for char in text)
    if not named_month:  # 15/11/2016, 11.15.16
        return digits >= 4 and re.match(r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}(?!\d)", text) is not None
    return (
        _YEAR.search(text) is not None
        or re.search(r"\d{1,2}[-\s][a-z]{3,9}\.?[-\s,]+'?\d{2}(?!\d)", text, re.IGNORECASE) is not None
    )


def _zone(name: str | None, offset: int | None) -> tzinfo:
    """What dateutil asks for a zone: its name, its offset in seconds or both."""
    if offset is None:
        offset = 3600 * _HOURS.get((name or "").upper(), 0)
    return timezone(timedelta(seconds=offset)) if 0 < abs(offset) < 86_400 else UTC
