"""What front ends ask the catalog, through a connection that can't write; one reader a thread."""

from __future__ import annotations

import json
import sqlite3
from array import array
from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Literal

from termnews import database
from termnews.article import Article, Published, Quotation, Quote, Row, Sort, Speaker
from termnews.catalog import records
from termnews.catalog.damage import DamagedCatalog
from termnews.catalog.records import Meta
from termnews.catalog.schema import FULL, SCHEMA_VERSION, WHO
from termnews.folding import fold
from termnews.frozen import dataclass

_AT_ONCE = 500
_NEAREST_LOOKED_AT = 5000
_WITHIN_WORDS = str.maketrans("", "", "'’ʼ.")
_NAMES = "SELECT name, speaker, fullness FROM name"


@dataclass(frozen=True, slots=True)
class Counts:
    """What the library holds; ``oldest`` and ``newest`` are publication dates."""

    articles: int
    undated: int
    quotes: int
    speakers: int
    oldest: Published | None
    newest: Published | None


class CatalogReader:
    """Opens a catalog for reading; raises DamagedCatalog where there is none that can be read."""

    def __init__(self, path: Path) -> None:
        try:
            self._db = database.open_for_reading(path)
        except sqlite3.DatabaseError as error:
            raise DamagedCatalog(f"{path}: {error}") from error
        try:
            (version,) = self._db.execute("PRAGMA user_version").fetchone()
        except sqlite3.DatabaseError as error:
            self._db.close()
            raise DamagedCatalog(f"{path}: {error}") from error
        if version != SCHEMA_VERSION:
            self._db.close()
            raise DamagedCatalog(f"{path}: made by another version of termnews; run: termnews index")
        self._db.create_function("fold", 1, _fold_or_null, deterministic=True)
        self._db.create_function("bare", 1, _bare, deterministic=True)

    def close(self) -> None:
        """Close the connection."""
        self._db.close()

    def meta(self) -> Meta:
        """What the catalog says of itself now."""
        return Meta(**{key: json.loads(value) for key, value in self._db.execute("SELECT key, value FROM meta")})

    def version(self) -> int:
        """A number that is another after any other connection has committed (PRAGMA data_version)."""
        (version,) = self._db.execute("PRAGMA data_version").fetchone()
        return int(version)

    def order(
        self,
        sort: Sort = "newest",
        *,
        section: str | None = None,
        source: str | None = None,
        since: int | None = None,
        until: int | None = None,
    ) -> array[int]:
        """The numbers of the articles, by date with the undated last, ties by id.

        ``section`` and ``source`` are compared without case and accents; ``since`` and ``until`` are seconds since
        1970 UTC, ends included, and leave out the undated.
        """
        where: list[str] = ["1"]
        values: list[str | int] = []
        for column, wanted in (("section", section), ("source", source)):
            if wanted is not None:
                where.append(f"fold({column}) = ?")
                values.append(fold(wanted))
        for comparison, moment in (("moment >= ?", since), ("moment <= ?", until)):
            if moment is not None:
                where.append(comparison)
                values.append(moment)
        direction = "moment NULLS LAST, id" if sort == "oldest" else "moment DESC, id"
        rows = self._db.execute(
            f"SELECT number FROM article WHERE {' AND '.join(where)} ORDER BY {direction}",
            values,
        )
        return array("q", (number for (number,) in rows))

    def newest(self) -> int | None:
        """The latest date of an article, in seconds since 1970 UTC."""
        (moment,) = self._db.execute("SELECT max(moment) FROM article").fetchone()
        return None if moment is None else int(moment)

    def settled(self) -> int:
        """The highest number of an article that the index has too: those that come later have higher ones."""
        row = self._db.execute("SELECT number FROM article WHERE NOT pending ORDER BY number DESC LIMIT 1").fetchone()
        return 0 if row is None else int(row[0])

    def modified_since(self, moment: int) -> array[int]:
        """The numbers of the articles whose file was modified later than ``moment``, in seconds since 1970 UTC."""
        rows = self._db.execute("SELECT number FROM article WHERE mtime > ?", (moment * records.NANOSECONDS,))
        return array("q", (number for (number,) in rows))

    def rows(self, numbers: Sequence[int]) -> dict[int, Row]:
        """The rows of those articles that are still there, by number; what the reader did is not in them."""
        return {
            values[0]: records.row_from(values)
            for values in self._chunked(
                f"SELECT {records.ROW_COLUMNS} FROM article WHERE number IN (%s)",
                numbers,
            )
        }

    def numbers(self, ids: Iterable[str]) -> array[int]:
        """The numbers of those ids that are articles."""
        rows = self._chunked("SELECT number FROM article WHERE id IN (%s)", list(ids))
        return array("q", (number for (number,) in rows))

    def copies(self, id_: str) -> array[int]:
        """The numbers of the near-copies of an article, the newest first, without itself."""
        rows = self._db.execute(
            "SELECT number FROM article WHERE copy = (SELECT copy FROM article WHERE id = :id) AND id <> :id"
            " ORDER BY moment DESC, id",
            {"id": id_},
        )
        return array("q", (number for (number,) in rows))

    def groups(self) -> list[tuple[int, int]]:
        """The articles that have near-copies, each with what its group is called; both are numbers."""
        return self._db.execute("SELECT number, copy FROM article WHERE copy IS NOT NULL").fetchall()

    def tagged(self, tag: str) -> array[int]:
        """The numbers of the articles whose file carries this tag; case and accents don't matter."""
        rows = self._db.execute("SELECT number FROM tag WHERE tag = ?", (fold(tag),))
        return array("q", (number for (number,) in rows))

    def article(self, id_: str) -> Article | None:
        """The article with this id, or None."""
        values = self._db.execute(
            f"SELECT {records.ARTICLE_COLUMNS} FROM article a JOIN body b USING (number) WHERE a.id = ?",
            (id_,),
        ).fetchone()
        return None if values is None else records.article_from(values)

    def texts(self, numbers: Sequence[int]) -> dict[int, str]:
        """The texts of those articles that are still there."""
        return dict(self._chunked("SELECT number, text FROM body WHERE number IN (%s)", numbers))

    def digests(self, ids: Collection[str]) -> dict[str, bytes]:
        """The digests of the files of those ids that are articles."""
        return dict(self._chunked("SELECT id, digest FROM article WHERE id IN (%s)", list(ids)))

    def quotes(self, id_: str, *, indirect: bool = False) -> tuple[Quote, ...]:
        """The quotes of an article, in order."""
        rows = self._db.execute(
            f"SELECT {records.QUOTE_COLUMNS} FROM quote JOIN article a USING (number)"
            " WHERE a.id = ? AND (? OR kind <> 'indirect') ORDER BY position",
            (id_, indirect),
        )
        return tuple(map(records.quote_from, rows))

    def quote_keys(
        self, *, article: str | None = None, speakers: Collection[str] | None = None, indirect: bool = False
    ) -> list[tuple[int, int]]:
        """(number, position) of the quotes, of the newest articles first, in one article, by certain people: those who
        bear one of the names ``speakers``, under whatever name they speak."""
        where = ["(? OR kind <> 'indirect')"]
        values: list[str | int] = [indirect]
        if article is not None:
            where.append("a.id = ?")
            values.append(article)
        if speakers is not None:
            where.append(
                f"profile IN (SELECT profile FROM profile WHERE {WHO} IN (SELECT {WHO} FROM profile JOIN name"
                " USING (name) WHERE speaker IN (SELECT value FROM json_each(?))))"
            )
            values.append(json.dumps(list(speakers)))
        rows = self._db.execute(
            "SELECT number, position FROM quote JOIN article a USING (number)"
            f" WHERE {' AND '.join(where)} ORDER BY a.moment DESC, a.id, position",
            values,
        )
        return [(number, position) for number, position in rows]

    def quotations(self, keys: Sequence[tuple[int, int]]) -> dict[tuple[int, int], Quotation]:
        """The quotations with these (number, position), with what their article says of itself."""
        wanted = sorted({number for number, _ in keys})
        asked = set(keys)
        found: dict[tuple[int, int], Quotation] = {}
        rows = self._chunked(
            "SELECT q.number, q.position, a.id, a.headline, a.published, b.text,"
            f" {records.QUOTE_COLUMNS} FROM quote q JOIN article a USING (number) JOIN body b USING (number)"
            " WHERE q.number IN (%s)",
            wanted,
        )
        for number, position, id_, headline, published, text, *quote_columns in rows:
            if (number, position) not in asked:
                continue
            quote = records.quote_from(quote_columns)
            found[number, position] = Quotation(
                article=id_,
                headline=headline,
                published=Published.from_iso(published) if published else None,
                quote=quote,
                text=tuple(text[start:end] for start, end in quote.parts),
            )
        return found

    def speaker_names(self) -> list[str]:
        """Everybody who is quoted, directly or not."""
        rows = self._db.execute("SELECT speaker FROM name")
        return [name for (name,) in rows]

    def speakers(self) -> tuple[Speaker, ...]:
        """Who speaks, most quoted first; indirect speech does not count.

        A person is one row, under the fullest of the names (of several as full, the one that most quotations bear),
        with the role given most often; the first and last dates are those of the articles.
        """
        rows = self._db.execute(
            f"SELECT {WHO} AS who, sum(quotes), count(DISTINCT number), min(moment), max(moment)"
            f" FROM profile CROSS JOIN mention USING (profile) WHERE quotes > 0 GROUP BY {WHO}"
        ).fetchall()
        called = self._called(self._heard())
        dates = self._dates({moment for row in rows for moment in row[3:] if moment is not None})
        people = [
            Speaker(*called[who], quotes, articles, dates.get(first), dates.get(last))
            for who, quotes, articles, first, last in rows
        ]
        return tuple(sorted(people, key=lambda speaker: (-speaker.quotes, speaker.name)))

    def names_beside(self, word: str) -> list[tuple[int, str]]:
        """The full names of everybody one of whose full names has ``word`` in it, each with a number that stands for
        the person.  The word is in lower case, without accents, apostrophes and points."""
        return self._db.execute(
            "SELECT DISTINCT theirs.person, other.speaker FROM"
            " (SELECT DISTINCT person FROM name CROSS JOIN profile USING (name)"
            " WHERE fullness >= :full AND person > 0 AND (instr(lower(speaker), :word)"
            " OR (speaker GLOB '*[^A-Za-z -]*' AND instr(bare(speaker), :word)))) found"
            # + takes the type from the number, without which SQLite does not see that there is an index
            " CROSS JOIN profile theirs ON coalesce(theirs.person, -theirs.name) = +found.person"
            " CROSS JOIN name other ON other.name = theirs.name WHERE other.fullness >= :full ORDER BY 1, 2",
            {"full": FULL, "word": word},
        ).fetchall()

    def names(self) -> list[tuple[int, str]]:
        """What articles call their speakers, each name with its number."""
        return self._db.execute("SELECT name, speaker FROM name").fetchall()

    def speaking(self) -> list[tuple[int, int]]:
        """Who is quoted in which article, directly or not: its number with that of a speaker's name."""
        return self._db.execute("SELECT number, name FROM mention CROSS JOIN profile USING (profile)").fetchall()

    def called(self) -> list[tuple[int, str]]:
        """The numbers of names, each with what somebody of that name is called, as in ``speakers``."""
        owners = self._db.execute(f"SELECT DISTINCT name, {WHO} FROM profile").fetchall()
        heard = self._heard()
        direct = {who for _, who, *_ in heard}
        others = [(0, who, name, "", 0) for name, who in owners if who not in direct]
        shown = self._called([*heard, *others])
        return [(name, shown[who][0]) for name, who in owners]

    def full_names(self) -> list[tuple[int, str]]:
        """Numbers that stand for people who go by several full names, each with one of these."""
        return self._db.execute(
            "WITH known AS (SELECT DISTINCT person, name FROM profile CROSS JOIN name USING (name)"
            " WHERE fullness >= ? AND person > 0)"
            " SELECT person, speaker FROM known JOIN name USING (name)"
            " WHERE person IN (SELECT person FROM known GROUP BY person HAVING count(*) > 1) ORDER BY 1, 2",
            (FULL,),
        ).fetchall()

    def having(self, column: Literal["source", "section", "byline"]) -> list[tuple[int, str]]:
        """The numbers of the articles that have a source, section or byline, with it."""
        return self._db.execute(f"SELECT number, {column} FROM article WHERE {column} > ''").fetchall()

    def tags(self) -> list[tuple[int, str]]:
        """The numbers of the articles that have tags of their file's own, with each of them, folded."""
        return self._db.execute("SELECT number, tag FROM tag").fetchall()

    def _heard(self) -> list[tuple[int, int, int, str, int]]:
        """The profiles that are quoted, each with its person, name and role and with how often."""
        return self._db.execute(
            f"SELECT profile, {WHO}, name, role, often FROM"
            " (SELECT profile, sum(quotes) AS often FROM mention WHERE quotes > 0 GROUP BY profile)"
            " CROSS JOIN profile USING (profile)"
        ).fetchall()

    def _called(self, heard: Iterable[tuple[int, int, int, str, int]]) -> dict[int, tuple[str, str | None]]:
        """What each person is called, by name and by role."""
        known = {name: (-full, speaker) for name, speaker, full in self._db.execute(_NAMES)}
        found: dict[int, tuple[dict[int, int], dict[str, int]]] = {}
        for _, who, name, role, often in heard:
            names, roles = found.setdefault(who, ({}, {}))
            names[name] = names.get(name, 0) + often
            if role:
                roles[role] = roles.get(role, 0) + often
        return {who: (_fullest(names, known), _most_frequent(roles)) for who, (names, roles) in found.items()}

    def ids(self, prefix: str, limit: int) -> tuple[str, ...]:
        """Ids that begin with ``prefix``, in order."""
        if prefix:
            rows = self._db.execute(
                "SELECT id FROM article WHERE id >= ? AND id < ? ORDER BY id LIMIT ?",
                (prefix, prefix + "\U0010ffff", limit),
            )
        else:
            rows = self._db.execute("SELECT id FROM article ORDER BY id LIMIT ?", (limit,))
        return tuple(id_ for (id_,) in rows)

    def nearest(self, id_: str, most: int = 3) -> tuple[str, ...]:
        """Ids that somebody who typed ``id_`` may have meant, best first."""
        name = id_.rpartition("/")[2].rpartition(".")[0] or id_
        rows = self._db.execute(
            "SELECT id FROM article WHERE instr(id, ?) OR substr(id, 1, 8) = substr(?, 1, 8) LIMIT ?",
            (name, id_, _NEAREST_LOOKED_AT),
        ).fetchall()
        if not rows:
            rows = self._db.execute("SELECT id FROM article LIMIT ?", (_NEAREST_LOOKED_AT,)).fetchall()
        import difflib

        return tuple(difflib.get_close_matches(id_, [row[0] for row in rows], n=most, cutoff=0.6))

    def unreadable(self) -> tuple[tuple[str, str], ...]:
        """(id, reason) of the files that became no article."""
        return tuple(self._db.execute("SELECT id, reason FROM unreadable ORDER BY id"))

    def counts(self) -> Counts:
        """What the library holds."""
        articles, dated, first, last = self._db.execute(
            "SELECT count(*), count(moment), min(moment), max(moment) FROM article"
        ).fetchone()
        (quotes,) = self._db.execute("SELECT count(*) FROM quote WHERE kind <> 'indirect'").fetchone()
        (speakers,) = self._db.execute(
            f"SELECT count(DISTINCT {WHO}) FROM mention JOIN profile USING (profile) WHERE quotes > 0"
        ).fetchone()
        dates = self._dates({moment for moment in (first, last) if moment is not None})
        return Counts(articles, articles - dated, quotes, speakers, dates.get(first), dates.get(last))

    def _dates(self, moments: Collection[int]) -> dict[int | None, Published]:
        """For each second that articles were published at, the date as one of them gives it."""
        rows = self._chunked(
            "SELECT moment, min(published) FROM article WHERE moment IN (%s) GROUP BY moment", list(moments)
        )
        return {moment: Published.from_iso(published) for moment, published in rows}

    def _chunked(self, statement: str, values: Sequence[Any]) -> Iterable[Any]:
        """Run ``… IN (%s)`` for a few hundred values at a time, as SQLite bounds their number."""
        for start in range(0, len(values), _AT_ONCE):
            chunk = list(values[start : start + _AT_ONCE])
            yield from self._db.execute(statement % ",".join("?" * len(chunk)), chunk)


def _fullest(names: Mapping[int, int], known: Mapping[int, tuple[int, str]]) -> str:
    """The fullest of the names (their number: how often) that ``known`` has as (less is fuller, name); of several as
    full the most frequent, then the longest."""
    if len(names) == 1:
        return known[next(iter(names))][1]
    ranked = ((known[name][0], -often, -len(known[name][1]), known[name][1]) for name, often in names.items())
    return min(ranked)[-1]


def _most_frequent(roles: Mapping[str, int]) -> str | None:
    return min(roles, key=lambda role: (-roles[role], role), default=None)


def _fold_or_null(text: str | None) -> str | None:
    return None if text is None else fold(text)


def _bare(name: str) -> str:
    return fold(name).translate(_WITHIN_WORDS)
