"""Errors that a person is told about, in one line that says what to do."""

from __future__ import annotations


class TermnewsError(Exception):
    """Something the reader can act on; its text is one line, fit to be printed after ``termnews:``."""


class Unreadable(TermnewsError):
    """A file that can't become an article; the text is the reason that ``termnews info`` lists."""


class UnknownFormat(Unreadable):
    """A file in a format that no reader of ours knows."""
