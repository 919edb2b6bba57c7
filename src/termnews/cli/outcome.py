"""A command line run to its end: whatever happens on the way becomes an exit code and at most one line on stderr."""

from __future__ import annotations

import os
import sys

from termnews.cli import printing, stderr, stdout
from termnews.errors import TermnewsError


def of(args: list[str]) -> int:
    """Run a command line and return its exit code."""
    _occupy_standard_streams()
    stdout.use_utf8(sys.stdout, sys.stderr)
    try:
        code = _run(args)
        stdout.flush()
    except KeyboardInterrupt:
        stdout.forget()
        return stderr.INTERRUPTED
    except Exception as error:
        if sys.flags.dev_mode and not isinstance(error, (TermnewsError, stdout.ClosedPipe)):
            raise
        return _of_error(error)
    return code


def _run(args: list[str]) -> int:
    if printing.needs_no_options(args) and "_TERMNEWS_COMPLETE" not in os.environ:
        from termnews.cli.session import Session

        return printing.write(args[1:], Session())
    from termnews.cli import program

    return program.run(args)


def _of_error(error: Exception) -> int:
    if isinstance(error, stdout.ClosedPipe) or (isinstance(error, BrokenPipeError) and stdout.reader_has_gone()):
        stdout.forget()
        return stderr.DONE
    if isinstance(error, TermnewsError):
        stderr.say(str(error))
    elif isinstance(error, OSError):
        where = f"{error.filename}: " if error.filename else ""
        stderr.say(f"{where}{error.strerror or error}")
    elif type(error).__module__ == "sqlite3":  # which may not be imported where there is no need of it
        stderr.say(f"the catalog can't be used: {error}; run: termnews index --rebuild")
    else:
        told = f"{type(error).__name__}: {error}"
        stderr.say(f"unexpected {told} (python -X dev -m termnews ... shows where)")
    return _flushed(stderr.FAILED)


def _flushed(code: int) -> int:
    try:
        stdout.flush()
    except (stdout.ClosedPipe, stdout.Unwritable):
        stdout.forget()
    return code


def _occupy_standard_streams() -> None:
    """Open /dev/null where a standard stream was closed, so that no store is ever opened as number 1 and written into
    by mistake.  Python has decided by now that such a stream is None."""
    if None in (sys.stdin, sys.stdout, sys.stderr):
        while (number := os.open(os.devnull, os.O_RDWR)) <= 2:
            pass
        os.close(number)
