"""``python -m tests.bench.people_cost``: what telling people apart costs in a big catalog of made articles.

Prints CPU and wall time of staging all articles, the first grouping, the next one after an update of a few
articles, and the questions that front ends ask.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from collections.abc import Callable
from itertools import accumulate
from pathlib import Path

from termnews.article import Article, Published, Quote, Span
from termnews.catalog import CatalogReader, CatalogWriter, Entry
from termnews.quotes.identity.nicknames import FORMAL
from termnews.quotes.identity.professions import WALKS
from termnews.sync import people
from tests.bench.library import SYLLABLES

SECTIONS = ("News", "Politics", "Business", "Sport", "Arts", "World", "Courts", "Health", "Science", "Local")
BATCH = 2000


class Made:
    """People with roles, surnames as unequally common as real ones, and articles that quote them."""

    def __init__(self, names: int, seed: int) -> None:
        self.rng = random.Random(seed)
        surnames = sorted({self._word(2, 3) for _ in range(names // 3)})
        given = sorted({name.capitalize() for forms in FORMAL.values() for name in forms})
        common = [1 / (rank + 20) for rank in range(len(surnames))]  # the commonest has 0.8 % of 10,000, as Smith
        roles = sorted(WALKS)
        drawn = zip(self.rng.choices(surnames, common, k=names), self.rng.choices(given, k=names), strict=True)
        self.people = [
            (f"{first} {last}", last, self.rng.sample(roles, 2), self.rng.sample(SECTIONS, 2)) for last, first in drawn
        ]
        self._fame = list(accumulate(1 / (rank + 10) for rank in range(names)))

    def entry(self, number: int) -> Entry:
        """An article with three quotations, one in twenty of somebody whose given name it leaves out."""
        quotes = []
        section = self.rng.choice(SECTIONS)
        for name, last, roles, sections in self.rng.choices(self.people, cum_weights=self._fame, k=3):
            section = sections[self.rng.random() < 0.2]
            bare = self.rng.random() < 0.05
            role = None if self.rng.random() < 0.4 else self.rng.choice(roles)
            quotes.append(Quote((Span(0, 3),), speaker=last if bare else name, role=role))
        published = Published.from_iso(f"{2010 + number % 15}-{1 + number % 12:02}-{1 + number % 28:02}")
        article = Article(f"{number}.txt", f"Article {number}", "One.", published=published, section=section)
        return Entry(article, tuple(quotes), size=1, mtime=number, racy=False, digest=b"", engine="1")

    def _word(self, least: int, most: int) -> str:
        return "".join(self.rng.choices(SYLLABLES, k=self.rng.randint(least, most))).capitalize()


def main() -> None:
    """Make a catalog, measure, print."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.people_cost", description=__doc__)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--names", type=int, default=30_000)
    parser.add_argument("--update", type=int, default=40)
    given = parser.parse_args()
    made = Made(given.names, seed=1)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "catalog.db"
        with CatalogWriter.create(path) as writer:
            entries = [made.entry(number) for number in range(given.articles)]
            batches = [entries[start : start + BATCH] for start in range(0, len(entries), BATCH)]
            _timed("stage all", lambda: [writer.stage(batch, (), ()) for batch in batches])
            _timed("group all", lambda: people.tell_apart(writer))
            for again in range(3):
                first = given.articles + again * given.update
                fresh = [made.entry(number) for number in range(first, first + given.update)]
                _timed(f"stage {given.update} new", lambda fresh=fresh: writer.stage(fresh, (), ()))
                _timed(f"group {given.update} new", lambda: people.tell_apart(writer))
            _timed("nothing new", lambda: people.tell_apart(writer))
            reader = CatalogReader(path)
            _timed("speakers", lambda: print(f"{len(reader.speakers()):,} people of {given.names:,} names"))
            name = made.people[0][0]
            _timed("quotes of one", lambda: print(f"{len(reader.quote_keys(speakers=[name])):,} quotations of {name}"))
            reader.close()


def _timed(what: str, do: Callable[[], object]) -> None:
    start, cpu = time.perf_counter(), time.process_time()
    do()
    cpu = time.process_time() - cpu
    print(f"{what:16} {cpu:8.3f} s CPU {time.perf_counter() - start:8.3f} s wall", flush=True)


if __name__ == "__main__":
    main()
