"""``python -m tests.bench [ROW...] [--articles N] [--library DIR] [--keep DIR]``."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from tests.bench import clock, library
from tests.bench.rows import ROWS


def main() -> None:
    """Measure the rows that were asked for, and print them."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("rows", nargs="*", metavar="ROW", help=f"of: {', '.join(ROWS)}; all of them if none is named")
    parser.add_argument("--articles", type=int, default=100_000, help="size of the big library (default 100000)")
    parser.add_argument("--files", type=int, default=20_000, help="size of the library that is synced (default 20000)")
    parser.add_argument("--batch", type=int, default=4_000, help="articles indexed from nothing (default 4000)")
    parser.add_argument("--library", type=Path, help="a folder of articles to measure on instead of made ones")
    parser.add_argument("--keep", type=Path, help="where to keep made libraries for the next time")
    parser.add_argument("--runs", type=int, default=21, help="runs a side (default 21)")
    given = parser.parse_args()
    if unknown := [row for row in given.rows if row not in ROWS]:
        parser.error(f"no such row: {unknown[0]}; there are: {', '.join(ROWS)}")
    clock.installed()
    with tempfile.TemporaryDirectory(prefix="termnews-bench-") as temporary:
        place = library.Place(given.keep or Path(temporary), given.articles, given.files, given.batch, given.library)
        print(clock.machine(), file=sys.stderr)
        print(f"{'row':9} {'reach':40} {'measured':46} {'ratio':>6}  met")
        for name in given.rows or ROWS:
            for line in ROWS[name](place, given.runs):
                ratio = "" if line.ratio is None else f"{line.ratio:.2f}"
                met = "" if line.met is None else "yes" if line.met else "no"
                print(f"{name:9} {line.reach:40} {line.measured:46} {ratio:>6}  {met}", flush=True)


if __name__ == "__main__":
    main()
