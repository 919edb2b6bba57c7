"""Which articles are near-copies of each other, kept so that cost grows with what changed.

Every article comes with a few keys (its *sketch*), of which near-copies share one at least.  What shares a key with
some article is compared with it, the eldest first, and articles that are alike become one *group*, named by its least
number (``article.copy``; NULL where an article stands alone).  What is alike is decided elsewhere.

What has to be compared is marked in the transaction that stages or removes an article: a new article, and all of a
group that loses one, because whom it brought together may be apart now.  ``regroup_some`` compares it, some thousand
articles a transaction; whatever ends the process leaves the marks for the next time, and until then an article stands
alone.
"""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache

from termnews.article import Article

Alike = Callable[[Article, Article], bool]

_MOST_COMPARED = 5
"""Articles that share one key with an article and are compared with it: where there are more, they are mostly one
group, and one of them is enough."""
_AT_ONCE = 2_000
_TEXTS_REMEMBERED = 64
_KEY = "q"


class Copies:
    """The tables sketch, band and uncompared, and the column ``article.copy``.  Transactions are the caller's."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def note(self, sketches: Sequence[tuple[int, bytes]]) -> None:
        """Write down the sketches of new articles, by number."""
        told = [(number, sketch) for number, sketch in sketches if sketch]
        self._db.executemany("INSERT INTO sketch VALUES (?, ?)", told)
        self._db.executemany("INSERT INTO uncompared VALUES (?)", [(number,) for number, _ in told])
        bands = sorted((key, number) for number, sketch in told for key in set(_keys(sketch)))
        self._db.executemany("INSERT INTO band VALUES (?, ?)", bands)

    def forget(self, number: int) -> None:
        """An article leaves, or is about to be written anew."""
        known = self._db.execute("DELETE FROM sketch WHERE number = ? RETURNING keys", (number,)).fetchall()
        for (sketch,) in known:
            self._db.executemany(
                "DELETE FROM band WHERE key = ? AND number = ?", [(key, number) for key in _keys(sketch)]
            )
        self._db.execute("DELETE FROM uncompared WHERE number = ?", (number,))
        group = self._group(number)
        if group is not None:
            self._db.execute("INSERT OR IGNORE INTO uncompared SELECT number FROM article WHERE copy = ?", (group,))
            self._db.execute("UPDATE article SET copy = NULL WHERE copy = ?", (group,))
            self._db.execute("DELETE FROM uncompared WHERE number = ?", (number,))

    def due(self) -> bool:
        """Whether there is anything to compare."""
        return self._db.execute("SELECT 1 FROM uncompared LIMIT 1").fetchone() is not None

    def regroup_some(self, alike: Alike, article: Callable[[int], Article]) -> None:
        """Compare some thousand of the articles that are due; ``article`` gives one by its number."""
        remembered = lru_cache(_TEXTS_REMEMBERED)(article)
        waiting = self._db.execute("SELECT number FROM uncompared ORDER BY number LIMIT ?", (_AT_ONCE,)).fetchall()
        apart: set[tuple[int, int]] = set()
        for (number,) in waiting:
            for other in self._candidates(number):
                pair = (min(number, other), max(number, other))
                if pair in apart or self._together(*pair):
                    continue
                if alike(remembered(number), remembered(other)):
                    self._unite(*pair)
                else:
                    apart.add(pair)
        self._db.executemany("DELETE FROM uncompared WHERE number = ?", waiting)

    def _candidates(self, number: int) -> Iterable[int]:
        """The articles to compare an article with, in an order that is always the same."""
        found = self._db.execute("SELECT keys FROM sketch WHERE number = ?", (number,)).fetchone()
        keys = sorted(set(_keys(found[0]))) if found else []
        if not keys:
            return ()
        of_one = "SELECT * FROM (SELECT number FROM band WHERE key = ? ORDER BY number LIMIT ?)"
        rows = self._db.execute(
            " UNION ALL ".join([of_one] * len(keys)), [value for key in keys for value in (key, _MOST_COMPARED + 1)]
        )
        return sorted({other for (other,) in rows} - {number})

    def _together(self, one: int, other: int) -> bool:
        group = self._group(one)
        return group is not None and group == self._group(other)

    def _group(self, number: int) -> int | None:
        row = self._db.execute("SELECT copy FROM article WHERE number = ?", (number,)).fetchone()
        return None if row is None else row[0]

    def _unite(self, *numbers: int) -> None:
        groups = {number: self._group(number) for number in numbers}
        least = min(number if group is None else group for number, group in groups.items())
        for number, group in groups.items():
            if group is None:
                self._db.execute("UPDATE article SET copy = ? WHERE number = ?", (least, number))
            elif group != least:
                self._db.execute("UPDATE article SET copy = ? WHERE copy = ?", (least, group))


def _keys(sketch: bytes) -> Iterator[int]:
    keys = array(_KEY)
    keys.frombytes(sketch)
    return iter(keys)
