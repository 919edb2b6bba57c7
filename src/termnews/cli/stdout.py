"""What goes to stdout: the one place that decides on colour, width and the cleaning of text.

A tty gets text in which nothing can command it (``terminal.clean``), wrapped and in colour.  A pipe gets it plain and
unwrapped, without control characters.  Both get UTF-8, whatever the locale says.
"""

from __future__ import annotations

import io
import os
import sys
from typing import TextIO

from termnews import terminal
from termnews.errors import TermnewsError

BOLD, DIM, MATCH, MARK = "1", "2", "1;33", "36"
_WIDTH_UNKNOWN = 80
_COMFORTABLE = 80
_DIGITS = 5  # of a number of cells that no terminal has


class ClosedPipe(Exception):
    """The program that read our output has seen enough."""


class Unwritable(TermnewsError):
    """Stdout can't be written: it is closed, or its disk is full."""


class Stdout:
    """Standard output as one command uses it; ``color`` is ``auto``, ``always`` or ``never``."""

    def __init__(self, color: str = "auto") -> None:
        self.is_terminal = sys.stdout is not None and sys.stdout.isatty()
        self.in_color = color == "always" or (
            color == "auto" and self.is_terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
        )

    @property
    def width(self) -> int:
        """Cells to a line, of the terminal."""
        given = os.environ.get("COLUMNS", "")
        if given.isdecimal() and len(given) < _DIGITS and int(given) > 0:
            return int(given)
        try:
            return os.get_terminal_size(sys.stdout.fileno()).columns or _WIDTH_UNKNOWN
        except (OSError, ValueError, AttributeError):
            return _WIDTH_UNKNOWN

    @property
    def measure(self) -> int:
        """Cells to a line of running text: as many as can be read with comfort."""
        return min(self.width, _COMFORTABLE)

    def fit(self, text: str) -> str:
        """``text`` fit for whoever reads: a terminal or a program."""
        return terminal.clean(text) if self.is_terminal else terminal.plain(text)

    def field(self, text: str | None) -> str:
        """As ``fit``, for one field of a line: tabs and line feeds become a blank."""
        return self.fit(text).replace("\t", " ").replace("\n", " ") if text else ""

    def styled(self, text: str, style: str) -> str:
        """``text``, which is fit already, in a style, if styles are to be used."""
        return f"\x1b[{style}m{text}\x1b[0m" if self.in_color and text else text

    def write(self, text: str) -> None:
        """Write what is fit already.  Raises ClosedPipe and Unwritable."""
        if sys.stdout is None:
            raise Unwritable("standard output is closed; give it a file or a pipe")
        try:
            sys.stdout.write(text)
        except OSError as error:
            raise _reason(error) from None

    def line(self, text: str = "") -> None:
        """Write a line of what is fit already.  Raises ClosedPipe and Unwritable."""
        self.write(text + "\n")

    def fields(self, *values: str | int | None) -> None:
        """Write the fields of a record with a tab between them."""
        self.line("\t".join(str(value) if isinstance(value, int) else self.field(value) for value in values))


def use_utf8(*streams: TextIO | None) -> None:
    """Write UTF-8 whatever the locale says, and escape what can't be written."""
    for stream in streams:
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def flush() -> None:
    """Hand over what is still in the buffer.  Raises ClosedPipe and Unwritable."""
    if sys.stdout is not None and not sys.stdout.closed:
        try:
            sys.stdout.flush()
        except OSError as error:
            raise _reason(error) from None


def forget() -> None:
    """Let what is still in the buffer go nowhere, so that the interpreter has nothing to complain about at its end."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
    except (OSError, ValueError, AttributeError):
        pass


def reader_has_gone() -> bool:
    """Whether stdout is a pipe that nobody reads any more."""
    import select

    try:
        poll = select.poll()
        poll.register(sys.stdout.fileno(), select.POLLERR)
        return any(event & select.POLLERR for _, event in poll.poll(0))
    except (OSError, ValueError, AttributeError):
        return False


def _reason(error: OSError) -> Exception:
    if isinstance(error, BrokenPipeError):
        return ClosedPipe()
    forget()
    return Unwritable(f"can't write to standard output: {error.strerror}")
