"""``python -m tests.bench.people``: precision and recall of "one person or two?" on the hand-made pairs.

The odd pairs are those that the rules were developed on; the even ones were kept aside.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from dataclasses import dataclass

from termnews.quotes.identity import Mention, key, same_person
from tests.quotes.gold import load


@dataclass(frozen=True, slots=True)
class Figures:
    """How many pairs were rightly and wrongly called the same, and wrongly called different; which went wrong."""

    right: int
    wrong: int
    missed: int
    pairs: int
    failures: tuple[str, ...]

    @property
    def precision(self) -> float:
        """The share of pairs called the same that are."""
        return self.right / (self.right + self.wrong)

    @property
    def recall(self) -> float:
        """The share of pairs that are the same that were called so."""
        return self.right / (self.right + self.missed)


def pairs(which: str = "all") -> list[load.Pair]:
    """The ``odd``, ``even`` or ``all`` pairs."""
    every = load.load_people()
    return [pair for pair in every if which == "all" or (int(pair.id[-2:]) % 2 == 1) == (which == "odd")]


def measure(given: Iterable[load.Pair]) -> Figures:
    """Judge every pair, as a library would: names that no block or alias brings together are never compared."""
    right = wrong = missed = count = 0
    failures: list[str] = []
    for pair in given:
        count += 1
        one, other = _mention(pair.left), _mention(pair.right)
        said = _meet(pair) and same_person(one, other, map(_mention, pair.library))
        right += said and pair.same
        wrong += said and not pair.same
        missed += pair.same and not said
        if said != pair.same:
            failures.append(f"{pair.id}: {pair.left.name} / {pair.right.name}: {'same' if said else 'different'}?")
    return Figures(right, wrong, missed, count, tuple(failures))


def _meet(pair: load.Pair) -> bool:
    left, right = key(pair.left.name), key(pair.right.name)
    return left.block == right.block or not set(left.aliases).isdisjoint(right.aliases)


def _mention(given: load.Mention) -> Mention:
    return Mention(given.name, given.role, given.section, given.organisations, given.others)


def main() -> None:
    """Print a line for each half and the whole."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.people", description=__doc__)
    parser.add_argument("halves", nargs="*", default=["odd", "even", "all"], help="of: odd, even, all")
    parser.add_argument("--failures", action="store_true", help="name the pairs that went wrong")
    given = parser.parse_args()
    for half in given.halves:
        figures = measure(pairs(half))
        print(
            f"{half:5} {figures.pairs:3} pairs  precision {figures.precision:6.1%}  recall {figures.recall:6.1%}"
            f"  ({figures.right} right, {figures.wrong} wrong, {figures.missed} missed)"
        )
        for failure in figures.failures if given.failures else ():
            print(f"      {failure}")


if __name__ == "__main__":
    main()
