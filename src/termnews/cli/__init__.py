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


def main(args: Sequence[str] | None = None) -> int:
    """Run a command line (that of the process, if none is given) and return its exit code."""
    try:
        from termnews.cli import outcome, printing

        if args is None and printing.needs_no_options(sys.argv[1:]):
            _run_short(sys.argv[1:])
        return outcome.of([*(sys.argv[1:] if args is None else args)])  # list is a module of ours in here
    except KeyboardInterrupt:
        return 130


def _run_short(args: list[str]) -> None:
    """Run a command line that is over before there is anything to collect, and leave without taking the interpreter
    down piece by piece, which takes a good part of the time that ``cat`` of a file does."""
    import gc

    from termnews.cli import outcome

    gc.disable()
    code = outcome.of(args)
    if not sys.flags.dev_mode:
        os._exit(code)
    sys.exit(code)
