"""Dates for people: the precision that is known, and a moment in local time."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from termnews.article import Published


def local(published: Published | None) -> str:
    """The date, or nothing where none is known."""
    if published is None:
        return ""
    if published.precision == "moment":
        try:
            return published.at.astimezone().strftime("%Y-%m-%d %H:%M")
        except (OverflowError, ValueError, OSError):
            pass
    return str(published)
