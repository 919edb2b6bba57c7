"""What goes to stderr, one line at a time, and the exit codes."""

from __future__ import annotations

import sys

from termnews import terminal
from termnews.cli import stdout

DONE, NOTHING_FOUND, FAILED, INTERRUPTED = 0, 1, 2, 130


def say(line: str) -> None:
    """Tell the person something, in one line.  A stderr that is closed or full is no reason to stop."""
    write(f"termnews: {terminal.clean_line(line).strip()}\n")


def write(text: str) -> None:
    """Write as it is: for the progress bar."""
    if sys.stderr is None:
        return
    try:
        stdout.flush()
        sys.stderr.write(text)
        sys.stderr.flush()
    except OSError:
        pass


def is_terminal() -> bool:
    """Whether a person is looking."""
    return sys.stderr is not None and sys.stderr.isatty()
