"""The command line.

outcome.py     a command line run to its end, whatever happens
program.py     the program: global options, and the commands by name
session.py     what the global options chose: the library, the colours
stdout.py      the one that writes to stdout
stderr.py      the one that writes to stderr, and the exit codes
NAME.py        the command NAME
"""

from __future__ import annotations

import sys
from collections.abc import Sequence


def main(args: Sequence[str] | None = None) -> int:
    """Run a command line (that of the process, if none is given) and return its exit code."""
    try:
        from termnews.cli import outcome

        return outcome.of(sys.argv[1:] if args is None else list(args))
    except KeyboardInterrupt:
        return 130
