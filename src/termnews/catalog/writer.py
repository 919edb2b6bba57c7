"""The catalog's one writer.

A batch goes in three steps, so that catalog and index agree whatever happens between them: ``stage`` writes the rows
as pending (and tombstones for what left) in one transaction; the index commits the same batch; ``settle`` marks the
rows done and records the index's generation.  Whatever is still pending when the catalog is opened next belongs to a
batch that was cut off, and is handed to the index once more.
"""

from __future__ import annotations

import json
import sqlite3
import uuid
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from types import TracebackType
from typing import Self

from termnews import database
from termnews.article import Article, Quote
from termnews.catalog import records
from termnews.catalog.copies import Alike, Copies
from termnews.catalog.damage import DamagedCatalog
from termnews.catalog.people import Group, MakeKey, People
from termnews.catalog.records import Entry, Meta
from termnews.catalog.schema import SCHEMA_VERSION, TABLES
from termnews.folding import fold

_ENTRY_COLUMNS = (
    "number id size mtime racy digest engine headline derived published moment byline dateline source section tags"
    " language url words quotes"
).split()
_UPSERT = (
    f"INSERT INTO article ({', '.join(_ENTRY_COLUMNS)}, pending)"
    f" VALUES ({', '.join(':' + name for name in _ENTRY_COLUMNS)}, 1)"
    f" ON CONFLICT (id) DO UPDATE SET {', '.join(f'{name} = excluded.{name}' for name in _ENTRY_COLUMNS[2:])},"
    " pending = 1"
)


class CatalogWriter:
    """Opens the catalog for writing; raises DamagedCatalog where that can't be done."""

    def __init__(self, path: Path) -> None:
        if not path.exists():
            raise DamagedCatalog(f"{path}: there is no catalog yet")
        try:
            self._db = database.open_for_writing(path, durable=False)
        except sqlite3.DatabaseError as error:
            raise DamagedCatalog(f"{path}: {error}") from error
        try:
            (version,) = self._db.execute("PRAGMA user_version").fetchone()
            if version != SCHEMA_VERSION:
                raise DamagedCatalog(f"{path}: made by another version of termnews")
            if not self._has_its_tables():
                raise DamagedCatalog(f"{path}: its tables are not what they were made as")
            self.meta = self._read_meta()
            self._people = People(self._db)
            self._copies = Copies(self._db)
        except (sqlite3.DatabaseError, KeyError, ValueError) as error:
            self._db.close()
            raise DamagedCatalog(f"{path}: {error}") from error
        except DamagedCatalog:
            self._db.close()
            raise

    @classmethod
    def create(cls, path: Path) -> CatalogWriter:
        """Make an empty catalog where none is, with a library id of its own until the state knows an older one."""
        epoch = uuid.uuid4().hex
        meta = Meta(
            library=uuid.uuid4().hex, epoch=epoch, index=f"index-{epoch}", generation=0, moves_due=False, people=0
        )
        db = database.open_for_writing(path, durable=False)
        with db:
            db.executescript(f"BEGIN; {TABLES} PRAGMA user_version = {SCHEMA_VERSION};")
            db.executemany(
                "INSERT INTO meta VALUES (?, ?)", [(key, json.dumps(value)) for key, value in asdict(meta).items()]
            )
        db.close()
        return cls(path)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the database; what was staged and not settled stays pending."""
        self._db.close()

    def check(self) -> bool:
        """Whether SQLite finds the file sound; reads all of it."""
        try:
            return bool(self._db.execute("PRAGMA quick_check(1)").fetchone() == ("ok",))
        except sqlite3.DatabaseError:
            return False

    def fingerprints(self, engine: str) -> dict[str, tuple[int, int]]:
        """Size and mtime of every article's file, by id; an mtime of -1 where it tells nothing, because the file was
        too young when it was read or another engine read it."""
        rows = self._db.execute(
            "SELECT id, size, CASE WHEN racy OR engine <> ? THEN -1 ELSE mtime END FROM article", (engine,)
        )
        return {id_: (size, mtime) for id_, size, mtime in rows}

    def digest(self, id_: str, engine: str) -> bytes | None:
        """The digest of an article's file when ``engine`` last read it; None where that was another engine."""
        row = self._db.execute("SELECT digest FROM article WHERE id = ? AND engine = ?", (id_, engine)).fetchone()
        return None if row is None else bytes(row[0])

    def unreadable(self) -> dict[str, tuple[int, int, str]]:
        """Size, mtime and engine of every file that became no article, by id."""
        return {row[0]: row[1:] for row in self._db.execute("SELECT id, size, mtime, engine FROM unreadable")}

    def stage(
        self, entries: Collection[Entry], refused: Iterable[tuple[str, int, int, str, str]], removed: Collection[str]
    ) -> tuple[list[int], list[int]]:
        """Write a batch as pending, in one transaction.

        ``refused`` are (id, size, mtime, engine, reason) of files that became no article, ``removed`` ids that left,
        articles or refused files.  Returns the numbers of the entries, in order, and the numbers that left.
        """
        with self._transaction():
            refused = list(refused)
            gone = self._remove([*removed, *(id_ for id_, *_ in refused)])
            self._db.executemany("INSERT OR REPLACE INTO unreadable VALUES (?, ?, ?, ?, ?)", refused)
            known = {entry.article.id for entry in entries} - self._known(entry.article.id for entry in entries)
            numbers = [self._put(entry) for entry in entries]
            self._copies.note([(number, entry.sketch) for number, entry in zip(numbers, entries, strict=True)])
            if gone or known:
                self._set("moves_due", True)
            return numbers, gone

    def settle(self, generation: int) -> None:
        """The index has committed all that is pending, as ``generation``."""
        with self._transaction():
            self._db.execute("UPDATE article SET pending = 0 WHERE pending")
            self._db.execute("DELETE FROM tombstone")
            self._set("generation", generation)

    def use_index(self, folder: str, generation: int) -> None:
        """The catalog's index is another from now on; all rows are in it."""
        with self._transaction():
            self._db.execute("UPDATE article SET pending = 0 WHERE pending")
            self._db.execute("DELETE FROM tombstone")
            self._set("index", folder)
            self._set("generation", generation)

    def people_due(self, rules: int) -> bool:
        """Whether there are people to tell apart, or they were told apart by other rules than this version's."""
        return self.meta.people != rules or self._people.due()

    def regroup_people(self, rules: int, key: MakeKey, group: Group) -> None:
        """Tell apart, in one transaction, the people of all names that changed since this was last called.

        ``rules`` is the version of ``key`` and ``group``; where it is another than the last, every name changed.
        """
        with self._transaction():
            if self.meta.people != rules:
                self._people.forget_groups()
            self._people.regroup(key, group)
            self._set("people", rules)

    def copies_due(self) -> bool:
        """Whether there are articles that were not compared with what may be their near-copies."""
        return self._copies.due()

    def regroup_copies(self, alike: Alike) -> None:
        """Find the near-copies of some thousand articles that are due, in one transaction."""
        with self._transaction():
            self._copies.regroup_some(alike, lambda number: self.document(number)[0])

    def touch(self, files: Iterable[tuple[str, int, int, bool]]) -> None:
        """Files (id, size, mtime, racy) whose time changed and whose content did not."""
        with self._transaction():
            self._db.executemany(
                "UPDATE article SET size = ?, mtime = ?, racy = ? WHERE id = ?",
                [(size, mtime, racy, id_) for id_, size, mtime, racy in files],
            )

    def moves_settled(self) -> None:
        """Nothing that came or went is left to be looked at."""
        with self._transaction():
            self._set("moves_due", False)

    def rename_library(self, library: str) -> None:
        """Take the id that an earlier catalog of the same library had."""
        with self._transaction():
            self._set("library", library)

    def pending(self) -> tuple[list[int], list[int]]:
        """Numbers that a batch which was cut off left for the index to add and to drop."""
        added = [number for (number,) in self._db.execute("SELECT number FROM article WHERE pending")]
        dropped = [number for (number,) in self._db.execute("SELECT number FROM tombstone")]
        return added, dropped

    def count(self) -> int:
        """How many articles there are."""
        (count,) = self._db.execute("SELECT count(*) FROM article").fetchone()
        return int(count)

    def numbers(self) -> list[int]:
        """The number of every article."""
        return [number for (number,) in self._db.execute("SELECT number FROM article ORDER BY number")]

    def document(self, number: int) -> tuple[Article, tuple[Quote, ...]]:
        """An article with its quotes, as they were staged."""
        values = self._db.execute(
            f"SELECT {records.ARTICLE_COLUMNS} FROM article a JOIN body b USING (number) WHERE number = ?",
            (number,),
        ).fetchone()
        quotes = self._db.execute(
            f"SELECT {records.QUOTE_COLUMNS} FROM quote WHERE number = ? ORDER BY position",
            (number,),
        )
        return records.article_from(values), tuple(map(records.quote_from, quotes))

    def digests(self, digests: Collection[bytes]) -> dict[bytes, list[str]]:
        """The ids of the articles that have one of these digests."""
        found: dict[bytes, list[str]] = {}
        for digest in digests:
            for (id_,) in self._db.execute("SELECT id FROM article WHERE digest = ?", (digest,)):
                found.setdefault(digest, []).append(id_)
        return found

    def has(self, ids: Iterable[str]) -> set[str]:
        """Those of ``ids`` that are articles."""
        return self._known(ids)

    def _put(self, entry: Entry) -> int:
        id_ = entry.article.id
        known = self._db.execute("SELECT number FROM article WHERE id = ?", (id_,)).fetchone()
        values = records.entry_values(known[0] if known else None, entry)
        cursor = self._db.execute(_UPSERT, values)
        number = int(known[0]) if known else int(cursor.lastrowid or 0)
        if known:
            self._forget(number)
        notices = json.dumps(entry.article.notices)
        self._db.execute("INSERT INTO body VALUES (?, ?, ?)", (number, entry.article.text, notices))
        self._db.executemany(
            "INSERT OR IGNORE INTO tag VALUES (?, ?)", [(fold(tag), number) for tag in entry.article.tags]
        )
        profiles = self._people.note(number, entry.article, entry.quotes)
        self._db.executemany(
            "INSERT INTO quote VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            records.quote_values(number, entry.quotes, profiles),
        )
        self._db.execute("DELETE FROM unreadable WHERE id = ?", (id_,))
        return number

    def _remove(self, ids: Iterable[str]) -> list[int]:
        gone = []
        for id_ in ids:
            self._db.execute("DELETE FROM unreadable WHERE id = ?", (id_,))
            for (number,) in self._db.execute("SELECT number FROM article WHERE id = ?", (id_,)).fetchall():
                self._forget(number)
                self._db.execute("DELETE FROM article WHERE number = ?", (number,))
                self._db.execute("INSERT OR IGNORE INTO tombstone VALUES (?)", (number,))
                gone.append(number)
        return gone

    def _forget(self, number: int) -> None:
        self._people.forget(number)
        self._copies.forget(number)
        for table in ("body", "tag", "quote"):
            self._db.execute(f"DELETE FROM {table} WHERE number = ?", (number,))

    def _known(self, ids: Iterable[str]) -> set[str]:
        return {
            id_ for id_ in ids if self._db.execute("SELECT 1 FROM article WHERE id = ?", (id_,)).fetchone() is not None
        }

    def _has_its_tables(self) -> bool:
        """Whether the file says of its tables what ``TABLES`` does; a damaged word there looks like a wrong query."""
        rows = self._db.execute("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite%'")
        made = {statement.strip() for statement in TABLES.split(";")} - {""}
        return {sql for (sql,) in rows} == made

    def _read_meta(self) -> Meta:
        values = {key: json.loads(value) for key, value in self._db.execute("SELECT key, value FROM meta")}
        try:
            return Meta(**values)
        except TypeError as error:
            raise DamagedCatalog(f"the catalog's own record is incomplete: {error}") from None

    def _set(self, key: str, value: object) -> None:
        self._db.execute("UPDATE meta SET value = ? WHERE key = ?", (json.dumps(value), key))
        self.meta = self._read_meta()

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._db.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._db.execute("ROLLBACK")
            raise
        self._db.execute("COMMIT")
