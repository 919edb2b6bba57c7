"""Libraries to measure on: made of invented words, the same ones for the same seed."""

from __future__ import annotations

import itertools
import os
import random
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cached_property
from pathlib import Path

SYLLABLES = [
    consonant + vowel + end
    for consonant in "b d f g h k l m n p r s t v st tr".split()
    for vowel in "a e i o u ea".split()
    for end in ("", "n", "r", "l")
]
VOCABULARY = 30_000
WORDS = 400  # to an article, on average
COMMON = "the of and to a in that it was for on with as at by from had they would said".split()
FIRST, LAST = date(2015, 1, 1), date(2026, 6, 30)


class Place:
    """Where the libraries of one run lie, each made when it is first asked for."""

    def __init__(self, folder: Path, articles: int, files: int, batch: int, given: Path | None) -> None:
        self.folder = folder
        self.articles, self.files, self.batch = articles, files, batch
        self.given = given
        self.env = {f"TERMNEWS_{name}": str(folder / name.lower()) for name in ("CACHE", "STATE", "CONFIG")}
        os.environ.update(self.env)

    @cached_property
    def big(self) -> Path:
        """A big library, synced."""
        return self._synced(self.given or self._made(self.articles))

    @cached_property
    def middling(self) -> Path:
        """The library that is synced with nothing changed."""
        return self._synced(self.given or self._made(self.files))

    @cached_property
    def small(self) -> Path:
        """A library of one article, synced: what an application takes without a library to speak of."""
        return self._synced(self._made(1))

    @cached_property
    def unsynced(self) -> Path:
        """Files to be indexed from nothing."""
        return self._made(self.batch)

    @cached_property
    def article(self) -> Path:
        """A file of UTF-8 text."""
        return next(self.small.rglob("*.txt"))

    def _made(self, count: int) -> Path:
        root = self.folder / f"articles-{count}"
        if not (self.folder / f"made-{count}").exists():
            print(f"making {count:,} articles", file=sys.stderr)
            write(root, count)
            (self.folder / f"made-{count}").touch()
        return root

    def _synced(self, root: Path) -> Path:
        print(f"syncing {root}", file=sys.stderr)
        subprocess.run(
            [sys.executable, "-m", "termnews", "-l", str(root), "index"], check=True, stdout=subprocess.DEVNULL
        )
        return root


def write(root: Path, count: int, seed: int = 1) -> None:
    """Write ``count`` articles."""
    rng = random.Random(seed)
    words = _vocabulary(rng)
    weights = list(itertools.accumulate(1 / (rank + 3) for rank in range(len(words))))
    people = [f"{_name(rng)} {_name(rng)}" for _ in range(max(20, count // 20))]
    for number in range(count):
        day = FIRST + (LAST - FIRST) * number // max(1, count)
        path = root / f"{day:%Y/%m}" / f"a{number:06}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_article(rng, words, weights, people, day), "utf-8")
        os.utime(path, (1_700_000_000, 1_700_000_000))


def _article(rng: random.Random, words: list[str], weights: list[float], people: list[str], day: date) -> str:
    wanted = max(60, int(rng.gauss(WORDS, 80)))
    drawn = iter(rng.choices(words, cum_weights=weights, k=wanted + 40))
    paragraphs: list[str] = []
    used = 0
    while used < wanted:
        paragraph = " ".join(_sentence(rng, drawn) for _ in range(rng.randint(2, 4)))
        if rng.random() < 0.35:
            said = _sentence(rng, drawn).rstrip(".")
            paragraph = f"“{said},” said {rng.choice(people)}. {paragraph}"
        paragraphs.append(paragraph)
        used += len(paragraph.split())
    title = " ".join(itertools.islice(drawn, 7)).capitalize() or "News"
    moment = f"{day + timedelta(0)}T{rng.randrange(24):02}:{rng.randrange(60):02}:00Z"
    section = rng.choice(("Harbour", "Council", "Sport", "Letters", "Weather"))
    body = "\n\n".join(paragraphs)
    return f"Title: {title}\nDate: {moment}\nSection: {section}\nSource: The Bench\n\n{body}\n"


def _sentence(rng: random.Random, drawn: Iterator[str]) -> str:
    words = list(itertools.islice(drawn, rng.randint(8, 20))) or ["so", "it", "went"]
    return f"{words[0].capitalize()} {' '.join(words[1:])}."


def _vocabulary(rng: random.Random) -> list[str]:
    words: dict[str, None] = dict.fromkeys(COMMON)
    while len(words) < VOCABULARY:
        words["".join(rng.choices(SYLLABLES, k=rng.choice((1, 2, 2, 3))))] = None
    return list(words)


def _name(rng: random.Random) -> str:
    return "".join(rng.choices(SYLLABLES, k=2)).capitalize()
