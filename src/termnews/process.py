"""Whose process this is."""

from __future__ import annotations

OURS = False
"""Whether the process runs our program and nothing else, which says it where it begins.  There what hardly anybody uses
of a package need not be imported; in a script that imports termnews everything is as its author expects it."""


def is_ours() -> None:
    """The process runs our program."""
    global OURS  # noqa: PLW0603 - there is one process
    OURS = True
