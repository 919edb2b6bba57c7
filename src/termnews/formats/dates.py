"""Publication dates, in the precision they were written with.

The exact forms of ISO 8601 are read here, and the dates that folders are named after; ``written_dates`` reads the rest.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta, timezone, tzinfo

from termnews.article import Precision, Published

YEARS = range(1500, 2201)
"""Years in which an article can have been published; a date outside of them is no date."""

_LONGEST = 100  # characters; no date is longer

_ISO = re.compile(
    r"(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2})(?:(?:T|t|,? +)(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?"
    r"(?: ?(Z|z|UTC|GMT|[+-]\d{2}(?::?\d{2})?))?)?)?)?",
    re.ASCII,
)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{4})?)?", re.ASCII)
_EPOCH_SECONDS = re.compile(r"1\d{9}", re.ASCII)

_FOLDER_DAY = re.compile(r"(\d{4})([-_.]?)(\d{2})\2(\d{2})", re.ASCII)
_FOLDER_MONTH = re.compile(r"(\d{4})[-_.](\d{1,2})", re.ASCII)
_FOLDER_YEAR = re.compile(r"\d{4}", re.ASCII)
_NUMBER = re.compile(r"\d{1,2}", re.ASCII)
_FILE_DAY = re.compile(r"(\d{4})([-_.]?)(\d{2})\2(\d{2})(?!\d)", re.ASCII)


def parse(text: str) -> Published | None:
    """The date that a text is, None where it is none, lacks a year, or lies outside ``YEARS``.

    A moment without a zone, or with the name of a zone that could be several, is taken as UTC.
    """
    text = text.strip()
    if not text or len(text) > _LONGEST:
        return None
    if exact := _ISO.fullmatch(text):
        return _exact(exact.groups())
    if text.isascii() and text[0].isdigit() and (compact := _COMPACT.fullmatch(text)):
        year, month, day, hour, minute, second, zone = compact.groups()
        return _exact((year, month, day, hour, minute, second, None, zone))
    if _EPOCH_SECONDS.fullmatch(text):
        return _held(datetime.fromtimestamp(int(text), UTC), "moment")
    from termnews.formats import written_dates

    written = written_dates.parse(text)
    return _held(*written) if written else None


def day(year: str, month: str | None = None, day: str | None = None) -> Published | None:
    """The date of digits, in the precision that they give; None where there is no such day."""
    return _exact((year, month, day, None, None, None, None, None))


def _exact(groups: Sequence[str | None]) -> Published | None:
    year, month, day, hour, minute, second, fraction, zone = groups
    precision: Precision = "moment" if hour else "day" if day else "month" if month else "year"
    hours, minutes, seconds = int(hour or 0), int(minute or 0), int(second or 0)
    later = timedelta()
    if (hours, minutes, seconds) == (24, 0, 0):  # the end of a day, in ISO 8601
        hours, later = 0, timedelta(days=1)
    seconds = min(seconds, 59)  # a leap second is the last of its minute
    micros = int((fraction or "0")[:6].ljust(6, "0"))
    try:
        at = datetime(int(year or 0), int(month or 1), int(day or 1), hours, minutes, seconds, micros, _offset(zone))
        return _held(at + later, precision)
    except (ValueError, OverflowError):
        return None


def _offset(zone: str | None) -> tzinfo:
    if not zone or zone[0] not in "+-":
        return UTC
    digits = zone[1:].replace(":", "").ljust(4, "0")
    offset = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return timezone(-offset if zone[0] == "-" else offset) if offset else UTC


def _held(at: datetime, precision: Precision) -> Published | None:
    return Published(at, precision) if at.year in YEARS else None


def of_path(article_id: str) -> tuple[Published | None, str | None]:
    """The date that the folders and the name of a file give, and the first folder that is no part of a date."""
    *folders, name = article_id.split("/")
    published, section = _of_folders(folders)
    if (match := _FILE_DAY.match(name)) and (exact := day(match[1], match[3], match[4])):
        published = exact
    return published, section


def _of_folders(folders: list[str]) -> tuple[Published | None, str | None]:
    parts: list[str] = []  # year, month, day as far as they were seen
    published: Published | None = None
    section: str | None = None
    for folder in folders:
        if match := _FOLDER_DAY.fullmatch(folder):
            found = [match[1], match[3], match[4]]
        elif match := _FOLDER_MONTH.fullmatch(folder):
            found = [match[1], match[2]]
        elif _FOLDER_YEAR.fullmatch(folder):
            found = [folder]
        elif 0 < len(parts) < 3 and _NUMBER.fullmatch(folder):
            found = [*parts, folder]
        else:
            found = []
        if found and (date_ := day(*found)):
            parts, published = found, date_
        else:
            parts = []
            section = section or folder
    return published, section
