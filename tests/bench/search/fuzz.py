"""``python -m tests.bench.search.fuzz --library DIR [--strings N] [--seed N] [--over MS]``: random queries.

Every string is searched for as the browser does on a key press, with the snippets of the first screen.  Told are the
strings that raised, those that took longest, and how many took longer than ``--over`` milliseconds (200).  A time is
the CPU time of the process; a string that took too long is asked twice more, and its shortest time counts, because
what else the machine does costs time too.
"""

from __future__ import annotations

import argparse
import random
import re
import time
from collections import Counter
from collections.abc import Iterator
from heapq import nlargest
from itertools import islice
from pathlib import Path

from termnews import Library
from tests.bench import clock
from tests.search.drawn_queries import drawn

_SCREEN = 50
_SAMPLE = 500


def main() -> None:
    """Ask, and print what was found."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.search.fuzz", description=__doc__)
    parser.add_argument("--library", type=Path, required=True, help="a folder of articles, which is indexed if need be")
    parser.add_argument("--strings", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--over", type=float, default=200.0, help="milliseconds that no string should take")
    given = parser.parse_args()
    print(clock.machine())
    with Library(given.library) as library:
        library.sync()
        report(library, islice(drawn(vocabulary(library, given.seed), given.seed), given.strings), given.over)


def vocabulary(library: Library, seed: int) -> list[str]:
    """The words of some articles, the most frequent first."""
    ids = list(library.ids(limit=1_000_000))
    chosen = random.Random(seed).sample(ids, min(len(ids), _SAMPLE))
    words = Counter(word for id_ in chosen for word in re.findall(r"\w+", library.article(id_).text.lower()))
    return [word for word, _ in words.most_common()] or ["word"]


def report(library: Library, strings: Iterator[str], over: float) -> None:
    """Ask for each of the strings, as typed and as given by turns."""
    took: list[tuple[float, str]] = []
    raised: list[tuple[str, BaseException]] = []
    cut = 0
    for count, typed in enumerate(strings):
        try:
            elapsed, was_cut = _asked(library, typed, as_typed=count % 2 == 0)
            if elapsed > over:
                elapsed = min(elapsed, *(_asked(library, typed, as_typed=count % 2 == 0)[0] for _ in range(2)))
        except Exception as error:  # noqa: BLE001 - whatever it is, it is what is looked for
            raised.append((typed, error))
            continue
        took.append((elapsed, typed))
        cut += was_cut
    times = sorted(elapsed for elapsed, _ in took)
    percentiles = ", ".join(f"p{share} {times[int(len(times) * share / 100)]:.1f}" for share in (50, 95, 99))
    print(f"{len(took) + len(raised)} strings, CPU ms: {percentiles}, most {times[-1]:.1f}")
    print(f"{sum(elapsed > over for elapsed in times)} over {over:g} ms, {cut} cut short, {len(raised)} raised")
    for elapsed, typed in nlargest(10, took):
        print(f"{elapsed:8.1f}  {typed[:120]!r}")
    for typed, error in raised[:10]:
        print(f"raised {error!r}: {typed[:200]!r}")


def _asked(library: Library, typed: str, as_typed: bool) -> tuple[float, bool]:
    """CPU milliseconds of a search, and whether it ended before it was done."""
    start = time.process_time()
    results = library.search(typed, _SCREEN, as_typed=as_typed)
    return (time.process_time() - start) * 1000, results.cut


if __name__ == "__main__":
    main()
