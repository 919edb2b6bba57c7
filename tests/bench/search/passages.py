"""``python -m tests.bench.search.passages --library DIR``: what snippets and "did you mean" cost.

CPU milliseconds of the snippets of 50 articles, for a query that is new (cold) and for one that was asked before
(warm), beside cutting the same texts into words by one regular expression; of a search as a whole, and of what lights
up in one article of 5 kB and of 500 kB; and of a suggestion for a query with one mistyped word, and for one whose words
are all there.  The lowest of five runs.
"""

from __future__ import annotations

import argparse
import random
import re
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from termnews import Library
from termnews.search import Query, highlight, parse, snippet
from tests.bench import clock

from .fuzz import vocabulary

_HITS = 50
_RUNS = 5
_SHORT, _LONG = 5_000, 500_000
_WORD = re.compile(r"[^\W_]+")


def main() -> None:
    """Measure, and print."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.search.passages", description=__doc__)
    parser.add_argument("--library", type=Path, required=True, help="a folder of articles, which is indexed if need be")
    given = parser.parse_args()
    print(clock.machine())
    with Library(given.library) as library:
        library.sync()
        words = vocabulary(library, seed=1)
        chosen = random.Random(1).sample(library.ids(limit=1_000_000), _HITS)
        texts = [library.article(id_).text for id_ in chosen]
        questions = asked(words)
        snippets(texts, questions)
        whole(library, texts, questions)
        suggestions(library, words)


def asked(words: list[str]) -> dict[str, str]:
    """A question a class, of the words of the library, the most frequent first."""
    common, middle, rare = words[3], words[len(words) // 50], words[len(words) // 10]
    return {
        "word": middle,
        "frequent word": common,
        "AND of three": f"{common} {middle} {rare}",
        "phrase": f'"{words[0]} {words[1]}"',
        "near": f'"{middle} {common}"~9',
        "prefix": f"{middle[:3]}*",
        "prefix of one": f"{middle[:1]}*",
        "pattern": f"*{middle[-3:]}",
        "fuzzy": f"{middle}~2",
    }


def snippets(texts: list[str], questions: dict[str, str]) -> None:
    """A line a class of query."""
    print(
        f"snippets of {len(texts)} articles of {sum(map(len, texts)) // len(texts)} characters; CPU ms, cold and warm"
    )
    print(f"{'words by findall':18}{_lowest(lambda: [_WORD.findall(text) for text in texts]):8.1f}")
    for name, typed in questions.items():
        ask = partial(_ask, texts, parse(typed))
        print(f"{name:18}{_lowest(partial(_anew, ask)):8.1f}{_lowest(ask):8.1f}")


def whole(library: Library, texts: list[str], questions: dict[str, str]) -> None:
    """A line a class of query: the search with rows and snippets, and what lights up in a text, all cold."""
    long = "\n\n".join(texts)
    short, long = long[:_SHORT], (long * (_LONG // len(long) + 1))[:_LONG]
    print(f"a search for {_HITS} hits; matches in an article of {_SHORT} and of {_LONG} characters; CPU ms, cold")
    for name, typed in questions.items():
        actions = (
            partial(library.search, typed, _HITS),
            *(partial(library.matches, typed, text) for text in (short, long)),
        )
        times = [_lowest(partial(_anew, action)) for action in actions]
        print(f"{name:18}" + "".join(f"{each:8.1f}" for each in times))


def _ask(texts: list[str], query: Query) -> None:
    for text in texts:
        snippet(text, query)


def _anew(ask: Callable[[], object]) -> None:
    highlight.forget()
    ask()


def suggestions(library: Library, words: list[str]) -> None:
    """One line for a word that is there, one for the middle of twenty that are mistyped."""
    rng = random.Random(1)
    known = _lowest(lambda: library.suggest(words[50]))
    print(f"{'nothing to suggest':18}{known:8.1f}")
    typed = [_mistyped(rng, word) for word in words if len(word) > 6][:20]
    times = sorted(_lowest(partial(library.suggest, each)) for each in typed)
    print(f"{'did you mean':18}{times[len(times) // 2]:8.1f}, most {times[-1]:.1f}")


def _mistyped(rng: random.Random, word: str) -> str:
    """Two neighbours swapped, and a letter too many."""
    at = rng.randrange(1, len(word) - 2)
    return f"{word[:at]}{word[at + 1]}{word[at]}{word[at + 2 :]}q"


def _lowest(action: Callable[[], object]) -> float:
    """CPU milliseconds."""
    times = []
    for _ in range(_RUNS):
        start = time.process_time()
        action()
        times.append(time.process_time() - start)
    return min(times) * 1000


if __name__ == "__main__":
    main()
