"""Random strings as somebody may type them: sound queries, the same with slips of the keyboard, and mere noise."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

LONGEST = 10_000
"""Characters of the longest string, of which there is one in some hundred."""

_FIELDS = "headline text exact speaker said role author source section tag lang path titel x".split()
_DATES = (
    '2016 2016-11 2016-11-15 2015..2017 2010.. >2016-06 <=2018 today "last-week" -3d -3d.. -6m -1y..-2w .. x'.split()
)
_FILTERS = ("is:unread", "is:read", "is:starred", "is:", "has:quotes", "has:", "@kept", "@itself", "@kpet", "@")
_SIGNS = '""()*?~^:-!@\'.,+#&|/\\<>=[]{}%_“”«»„ \t\n\x00\x1b\x7f\u200b\u202e\ufeff'
_LETTERS = "abcdefghijklmnopqrstuvwxyzéßøıабв東京한قไ🎉0123456789"

SAVED = {"kept": 'tax OR "one two"~3', "itself": "wine -@itself", "kept too": "@kept @kept"}
"""The saved searches that are named in the strings."""


def drawn(words: Sequence[str], seed: int) -> Iterator[str]:
    """Strings without end; the earlier in ``words``, the more often a word comes."""
    rng = random.Random(seed)
    while True:
        kind = rng.random()
        if kind < 0.55:
            yield _query(rng, words, depth=0)
        elif kind < 0.6:
            yield _many(rng, words)
        elif kind < 0.85:
            yield _mistyped(rng, _query(rng, words, depth=0))
        else:
            length = rng.choice((3, 10, 40, 200)) if rng.random() < 0.98 else LONGEST
            yield "".join(rng.choice(rng.choice((_SIGNS, _LETTERS, _LETTERS))) for _ in range(rng.randint(1, length)))


def _query(rng: random.Random, words: Sequence[str], depth: int) -> str:
    parts = []
    for _ in range(rng.choice((1, 1, 2, 2, 3, 4, 8))):
        parts.append(rng.choice(("", "", "", "", "-", "NOT ")) + _part(rng, words, depth))
        parts.append(rng.choice((" ", " ", " ", " OR ", " AND ")))
    return "".join(parts[:-1])


def _many(rng: random.Random, words: Sequence[str]) -> str:
    """As much of one kind as anybody can ask for, of frequent words and single letters."""
    frequent = words[:30]
    field, boost = _field(rng), _boost(rng)
    number, edits = rng.choice((0, 1, 9, 100)), rng.choice((1, 2))

    def some(most: int) -> str:
        return " ".join(rng.choice(frequent) for _ in range(rng.randint(2, most)))

    draw = rng.choice(
        (
            lambda: rng.choice(frequent),
            lambda: f"{rng.choice(_LETTERS)}*",
            lambda: f"{rng.choice(_LETTERS)}?*",
            lambda: f"*{rng.choice('aeiourst')}*{rng.choice('aeiourst')}*",
            lambda: f"{rng.choice(frequent)}~{edits}",
            lambda: f'"{some(3)}"',
            lambda: f'"{some(20)}"~{number}',
            lambda: f"(said:{rng.choice(frequent)} speaker:{rng.choice(_LETTERS)}*)",
            lambda: f"date:20{rng.randint(0, 99):02}..",
        )
    )
    between = rng.choice((" ", " OR ", " -", " AND NOT "))
    return between.join(f"{field}{draw()}{boost}" for _ in range(rng.choice((10, 30, 70))))


def _part(rng: random.Random, words: Sequence[str], depth: int) -> str:
    kind = rng.randrange(10)
    if kind == 0:
        return rng.choice(_FILTERS)
    if kind == 1:
        return f"date:{rng.choice(_DATES)}"
    if kind == 2 and depth < 4:
        return f"{_field(rng)}({_query(rng, words, depth + 1)}){_boost(rng)}"
    if kind in {3, 4}:
        phrase = " ".join(_word(rng, words) for _ in range(rng.randint(1, 4)))
        return f'{_field(rng)}"{phrase}"{rng.choice(("", "", "~", "~5", "~50"))}{_boost(rng)}'
    return f"{_field(rng)}{_spelt(rng, _word(rng, words))}{_boost(rng)}"


def _field(rng: random.Random) -> str:
    return f"{rng.choice(_FIELDS)}:" if rng.random() < 0.2 else ""


def _boost(rng: random.Random) -> str:
    return rng.choice(("^2", "^0.5", "^", "^1e9", "^0")) if rng.random() < 0.1 else ""


def _word(rng: random.Random, words: Sequence[str]) -> str:
    return words[min(int(len(words) * rng.random() ** 4), len(words) - 1)]


def _spelt(rng: random.Random, word: str) -> str:
    at = rng.randint(1, len(word))
    kind = rng.randrange(12)
    if kind == 0:
        return f"{word[:at]}*"
    if kind == 1:
        return f"*{word[-at:]}"
    if kind == 2:
        return f"{word[: at - 1]}{rng.choice('*?')}{word[at:]}{rng.choice(('', '*', '?'))}"
    if kind == 3:
        return f"{word}~{rng.choice(('', '1', '2', '3', '77'))}"
    return word if kind < 9 else word[:at]


def _mistyped(rng: random.Random, query: str) -> str:
    letters = list(query)
    for _ in range(rng.randint(1, 4)):
        at = rng.randrange(len(letters) + 1)
        letters[at : at + rng.randint(0, 2)] = rng.choice(_SIGNS + _LETTERS)
    return "".join(letters)
