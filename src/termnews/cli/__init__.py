"""The command line.

outcome.py     a command line run to its end, whatever happens
program.py     the program: global options, and the commands by name
session.py     what the global options chose: the library, the colours
stdout.py      the one that writes to stdout
stderr.py      the one that writes to stderr, and the exit codes
NAME.py        the command NAME
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from termnews import process
from termnews.standins import Later, standing_in

_NEED_A_PROPER_END = ("multiprocessing", "textual")  # which have threads, processes and locks to put away


def main(args: Sequence[str] | None = None) -> int:
    """Run a command line and return its exit code.

    Without ``args`` it is that of the process, which then ends here, if it may.
    """
    given = [*(sys.argv[1:] if args is None else args)]  # no list(...): that is a module of ours in here
    try:
        if args is None:
            process.is_ours()
            _stop_collecting()
            _import_paths()
        from termnews.cli import outcome

        code = outcome.of(given)
    except KeyboardInterrupt:
        code = 130
    if args is None:
        _leave(code)
    return code


def _stop_collecting() -> None:
    """Collect no garbage: most commands are over before there is any, and looking for it among all that is imported
    takes a tenth of their time.  What lasts (a sync, the browser) begins again."""
    import gc

    gc.disable()


def _import_paths() -> None:
    """Import pathlib without the parts of the standard library that it has for addresses on the web."""
    with standing_in({"urllib.parse": Later("urllib.parse", ("quote_from_bytes",))}):
        import pathlib  # noqa: F401 - everybody does


def _leave(code: int) -> None:
    """End the process without taking the interpreter down piece by piece, which takes a good part of the time of a
    short command.  All that was written is flushed, and stores are closed, by now."""
    watched = sys.flags.dev_mode or sys.gettrace() or sys.getprofile()
    if not watched and not any(name in sys.modules for name in _NEED_A_PROPER_END):
        os._exit(code)
