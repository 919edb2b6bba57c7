"""Which panes there is room for."""

from __future__ import annotations

ALL_FROM = 100
TWO_FROM = 60


def panes_shown(width: int, current: str, zoomed: bool = False) -> frozenset[str]:
    """The panes (``list``, ``text``, ``quotes``) that a screen of ``width`` cells shows while ``current`` is in use.

    The sidebar folds away first; where it is wanted it takes the place of the list, so that the passage that it points
    at stays beside it.  The narrowest screens show one pane at a time.
    """
    if zoomed or width < TWO_FROM:
        return frozenset({current})
    if width < ALL_FROM:
        return frozenset({"text", "quotes"} if current == "quotes" else {"list", "text"})
    return frozenset({"list", "text", "quotes"})
