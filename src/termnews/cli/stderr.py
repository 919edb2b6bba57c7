"""What goes to stderr, one line at a time, and the exit code that a command line ends with."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from termnews import terminal
from termnews.cli import stdout
from termnews.errors import TermnewsError

if TYPE_CHECKING:
    from click import ClickException

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


def guarded(args: list[str]) -> int:
    """Run a command line and return its exit code; whatever goes wrong becomes one line here."""
    _occupy_standard_streams()
    stdout.use_utf8(sys.stdout, sys.stderr)
    try:
        code = _run(args)
        stdout.flush()
    except stdout.ClosedPipe:
        stdout.forget()
        code = DONE
    except TermnewsError as error:
        code = _failed(str(error))
    except KeyboardInterrupt:
        stdout.forget()
        code = INTERRUPTED
    return code


def _run(args: list[str]) -> int:
    import click

    from termnews.cli import program

    try:
        return program.run(args)
    except click.exceptions.Exit as leaving:
        return leaving.exit_code
    except click.Abort:
        return INTERRUPTED
    except click.ClickException as error:
        return _failed(_in_one_line(error))
    except (TermnewsError, stdout.ClosedPipe):
        raise
    except BrokenPipeError:
        if stdout.reader_has_gone():
            raise stdout.ClosedPipe from None
        raise
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        return _failed(f"{where}{error.strerror or error}")
    except Exception as error:
        if sys.flags.dev_mode:
            raise
        told = f"{type(error).__name__}: {error}"
        return _failed(f"unexpected {told} (python -X dev -m termnews ... shows where)")


def _failed(line: str) -> int:
    say(line)
    try:
        stdout.flush()
    except (stdout.ClosedPipe, stdout.Unwritable):
        stdout.forget()
    return FAILED


def _in_one_line(error: ClickException) -> str:
    import click

    message = " ".join(error.format_message().split()).rstrip(".")
    message = message[:1].lower() + message[1:]
    context = error.ctx if isinstance(error, click.UsageError) else None
    if context is None:
        return message
    hint = ""
    if isinstance(error, click.NoSuchOption):
        if error.option_name in {"-l", "--library", "--color"}:
            hint = f"; {error.option_name} goes before the command, as in: termnews {error.option_name} ... list"
        elif any(parameter.name == "query" for parameter in context.command.params):
            hint = "; a query that begins with - goes after --"
    return f"{message}{hint}; see: {context.command_path} --help"


def _occupy_standard_streams() -> None:
    """Open /dev/null where a standard stream was closed, so that no store is ever opened as number 1 and written into
    by mistake.  Python has decided by now that such a stream is None."""
    if None in (sys.stdin, sys.stdout, sys.stderr):
        while (number := os.open(os.devnull, os.O_RDWR)) <= 2:
            pass
        os.close(number)
