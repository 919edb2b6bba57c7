"""What reading quotations costs for each character, from 5 kB to 5 MB.  Run it: python tests/quotes/bench_cost.py"""

from __future__ import annotations

import re
import time
from collections.abc import Callable

from termnews.quotes import extract

STORY = (
    "Mayor Alice Harrow opened the new bridge over the river on Monday, after two years of work by the town.\n\n"
    '"The bridge is safe," said Tom Reed, the town engineer. "Nobody need worry about it this winter."\n\n'
    'Harrow, who was elected in May, said it was "as safe as a church" and promised that the tolls would end.\n\n'
    "Traders were glad of it. The market had lost a third of its stalls while the old bridge was closed.\n\n"
)
SHAPES = {
    "story": STORY,
    "straight marks": '"',
    "opening marks": "“",
    "marks and words": '"a ',
    "quotations and verbs": '"a" said ',
    "single marks": "'a b ",
    "names": "Reed ",
}
NAIVE = re.compile(r"[\"“]([^\"”\n]{3,})[\"”]")


def microseconds(work: Callable[[str], object], text: str) -> float:
    """CPU time for each thousand characters."""
    start = time.process_time()
    work(text)
    return (time.process_time() - start) / len(text) * 1e9


def main() -> None:
    print(f"{'µs for 1,000 characters':24}{'5 kB':>9}{'50 kB':>9}{'500 kB':>9}{'5 MB':>9}")
    for name, piece in SHAPES.items():
        sizes = (5_000, 50_000, 500_000, 5_000_000) if name == "story" else (5_000, 50_000, 500_000)
        costs = [microseconds(extract, piece * (size // len(piece))) for size in sizes]
        print(f"{name:24}" + "".join(f"{cost:9.0f}" for cost in costs))
    print(f"{'naive regular expression':24}{microseconds(NAIVE.findall, STORY * 1000):9.0f}")


if __name__ == "__main__":
    main()
