"""Results a page at a time: the first page small, so that a reader who wants few waits for few."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Protocol, TypeVar

from termnews.cli import stderr

FIRST_PAGE, GROWTH = 200, 10


class Page(Protocol):
    """What ``Results`` and ``QuoteResults`` have in common."""

    @property
    def total(self) -> int: ...
    @property
    def cut(self) -> bool: ...
    @property
    def notes(self) -> tuple[str, ...]: ...


P = TypeVar("P", bound=Page)


def pages(fetch: Callable[[int, int], P], most: int | None, count: Callable[[P], int]) -> Iterator[P]:
    """Pages of what ``fetch(limit, offset)`` gives, ``most`` in all (None: everything).

    What the first page has to say to the person goes to stderr.
    """
    offset, size = 0, FIRST_PAGE
    while most is None or offset < most:
        page = fetch(size if most is None else min(size, most - offset), offset)
        if not offset:
            tell(page)
        yield page
        got = count(page)
        offset, size = offset + size, size * GROWTH
        if not got or offset >= page.total:
            return


def tell(page: Page) -> None:
    """Tell what a search has to say of itself."""
    for note in page.notes:
        stderr.say(note)
    if page.cut:
        stderr.say("the time limit ran out; there may be more")


def tell_of_more(shown: int, total: int) -> None:
    """Tell a person who looks at the first few that there are more."""
    if total > shown and stderr.is_terminal():
        stderr.say(f"{shown:,} of {total:,}; all of them: -n all")
