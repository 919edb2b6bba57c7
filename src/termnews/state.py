"""What the reader did: read, starred, tags, saved searches.  SQLite; the one store that can't be rebuilt.

Marks are kept under the library's own id and the article's id, with the digest that the file had, so that a library
and a file can move and keep them; searches under the library's id and their name.  The schema carries a version from
its first day and is brought up to date, one migration after the other, each in one transaction.  Every commit is on
disk before it is told (synchronous FULL).
"""

from __future__ import annotations

import re
import sqlite3
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import field
from pathlib import Path
from typing import Any

from termnews import database
from termnews.errors import TermnewsError
from termnews.folding import fold
from termnews.frozen import dataclass

MIGRATIONS = (
    """
    CREATE TABLE library (id TEXT PRIMARY KEY, root TEXT NOT NULL) WITHOUT ROWID;
    CREATE INDEX library_root ON library (root);
    CREATE TABLE mark (
        library TEXT NOT NULL,
        article TEXT NOT NULL,
        digest BLOB NOT NULL,
        read INTEGER NOT NULL DEFAULT 0,
        starred INTEGER NOT NULL DEFAULT 0,
        PRIMARY KEY (library, article)
    ) WITHOUT ROWID;
    CREATE TABLE tag (
        library TEXT NOT NULL,
        article TEXT NOT NULL,
        tag TEXT NOT NULL,
        PRIMARY KEY (library, article, tag)
    ) WITHOUT ROWID;
    """,
    """
    CREATE TABLE search (
        library TEXT NOT NULL,
        key TEXT NOT NULL,
        name TEXT NOT NULL,
        query TEXT NOT NULL,
        epoch TEXT NOT NULL,
        number INTEGER NOT NULL,
        moment INTEGER NOT NULL,
        PRIMARY KEY (library, key)
    ) WITHOUT ROWID;
    """,
)
_WITH_SEARCHES = 2
"""The version of the schema that brought saved searches."""
_AT_ONCE = 500
_NAME = re.compile(r"\w[\w-]{0,39}")


@dataclass(frozen=True, slots=True)
class Marks:
    """What the reader did with one article."""

    read: bool = False
    starred: bool = False
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """What to do to an article's marks; None leaves one as it is."""

    read: bool | None = None
    starred: bool | None = None
    tag: tuple[str, ...] = ()
    untag: tuple[str, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Look:
    """How much of a library there was when somebody looked: every article up to ``number`` of the catalog of this
    ``epoch``, at ``moment`` in seconds since 1970 UTC."""

    epoch: str
    number: int
    moment: int


@dataclass(frozen=True, slots=True)
class KeptSearch:
    """A query under its name, and when its answer was last looked at."""

    name: str
    query: str
    look: Look


class StateError(TermnewsError):
    """What the reader did can't be read or kept; nothing was lost."""


class NameTaken(StateError):
    """Another search has this name."""


class State:
    """Opens the state of all libraries; ``create`` makes the file where there is none, otherwise it reads as empty.

    Raises StateError where the file is damaged, comes from a newer termnews, or can't be written.
    """

    def __init__(self, path: Path, *, create: bool = False) -> None:
        self.path = path
        self._db: sqlite3.Connection | None = None
        try:
            if create:
                path.parent.mkdir(parents=True, exist_ok=True)
                self._db = database.open_for_writing(path, durable=True)
                _migrate(self._db, path)
            elif exists(path):
                self._db = database.open_for_reading(path)
                _refuse_newer(self._db, path)
                if _version(self._db) < len(MIGRATIONS):
                    self._db.close()
                    self._db = _brought_up_to_date(path)
            self._version = 0 if self._db is None else _version(self._db)
        except (sqlite3.Error, OSError) as error:
            self.close()
            raise _unusable(path, error) from error
        except StateError:
            self.close()
            raise

    def close(self) -> None:
        """Close the database."""
        if self._db is not None:
            self._db.close()

    def version(self) -> int:
        """A number that is another after any other connection has committed."""
        return next((int(version) for (version,) in self._rows("PRAGMA data_version")), 0)

    def library_at(self, root: str) -> str | None:
        """The id of the library that was last seen at ``root``."""
        rows = self._rows("SELECT id FROM library WHERE root = ?", (root,))
        return next((str(id_) for (id_,) in rows), None)

    def libraries(self) -> dict[str, str]:
        """Where each library was last seen, by its id."""
        return dict(self._rows("SELECT id, root FROM library"))

    def settle_library(self, library: str, root: str) -> None:
        """Keep that ``library`` is at ``root`` now, and no other one is."""
        with self._transaction() as db:
            db.execute("DELETE FROM library WHERE root = ? AND id <> ?", (root, library))
            db.execute("INSERT OR REPLACE INTO library VALUES (?, ?)", (library, root))

    def marked(self, library: str) -> dict[str, bytes]:
        """The digests that the marked articles of a library had, by id."""
        return dict(self._rows("SELECT article, digest FROM mark WHERE library = ?", (library,)))

    def read(self, library: str) -> list[str]:
        """The ids of the articles that were read."""
        return [id_ for (id_,) in self._rows("SELECT article FROM mark WHERE library = ? AND read", (library,))]

    def starred(self, library: str) -> list[str]:
        """The ids of the starred articles."""
        return [id_ for (id_,) in self._rows("SELECT article FROM mark WHERE library = ? AND starred", (library,))]

    def tags(self, library: str) -> dict[str, list[str]]:
        """The ids of the articles that carry each of the reader's tags."""
        tagged: dict[str, list[str]] = {}
        for tag, id_ in self._rows("SELECT tag, article FROM tag WHERE library = ? ORDER BY tag, article", (library,)):
            tagged.setdefault(tag, []).append(id_)
        return tagged

    def marks(self, library: str, ids: Collection[str]) -> dict[str, Marks]:
        """The marks of those of ``ids`` that have any."""
        wanted = list(ids)
        tags: dict[str, list[str]] = {}
        found: dict[str, Marks] = {}
        for start in range(0, len(wanted), _AT_ONCE):
            chunk = wanted[start : start + _AT_ONCE]
            places = ",".join("?" * len(chunk))
            for id_, tag in self._rows(
                f"SELECT article, tag FROM tag WHERE library = ? AND article IN ({places}) ORDER BY tag",  # noqa: S608
                (library, *chunk),
            ):
                tags.setdefault(id_, []).append(tag)
            for id_, read, starred in self._rows(
                f"SELECT article, read, starred FROM mark WHERE library = ? AND article IN ({places})",  # noqa: S608
                (library, *chunk),
            ):
                found[id_] = Marks(bool(read), bool(starred), tuple(tags.get(id_, ())))
        return found

    def change(self, library: str, digests: Mapping[str, bytes], change: Change) -> None:
        """Do ``change`` to the marks of the articles in ``digests`` (their digests by id), in one transaction."""
        with self._transaction() as db:
            for id_, digest in digests.items():
                key = (library, id_)
                db.execute(
                    "INSERT INTO mark (library, article, digest) VALUES (?, ?, ?)"
                    " ON CONFLICT DO UPDATE SET digest = excluded.digest",
                    (*key, digest),
                )
                if change.read is not None:
                    db.execute("UPDATE mark SET read = ? WHERE library = ? AND article = ?", (change.read, *key))
                if change.starred is not None:
                    db.execute("UPDATE mark SET starred = ? WHERE library = ? AND article = ?", (change.starred, *key))
                for tag in change.tag:
                    db.execute("INSERT OR IGNORE INTO tag VALUES (?, ?, ?)", (*key, tag))
                for tag in change.untag:
                    db.execute("DELETE FROM tag WHERE library = ? AND article = ? AND tag = ?", (*key, tag))

    def keep_digests(self, library: str, digests: Mapping[str, bytes]) -> None:
        """Files whose content changed keep their marks; a later move is known by the new content."""
        with self._transaction() as db:
            db.executemany(
                "UPDATE mark SET digest = ? WHERE library = ? AND article = ?",
                [(digest, library, id_) for id_, digest in digests.items()],
            )

    def move(self, library: str, moves: Iterable[tuple[str, str]]) -> None:
        """Marks of an old id go to the new one, unless that has marks of its own."""
        with self._transaction() as db:
            for old, new in moves:
                for table in ("mark", "tag"):
                    db.execute(
                        f"UPDATE OR IGNORE {table} SET article = ? WHERE library = ? AND article = ?",  # noqa: S608
                        (new, library, old),
                    )

    def searches(self, library: str) -> dict[str, KeptSearch]:
        """The saved searches of a library by what their names are compared by, in the order of the names."""
        if self._db is None or self._version < _WITH_SEARCHES:
            return {}
        rows = self._rows(
            "SELECT key, name, query, epoch, number, moment FROM search WHERE library = ? ORDER BY key", (library,)
        )
        return {key: KeptSearch(name, query, Look(*look)) for key, name, query, *look in rows}

    def save_search(self, library: str, name: str, query: str, look: Look, *, replace: bool = False) -> KeptSearch:
        """Keep a query under a name; what it finds up to ``look`` counts as looked at.

        Raises StateError for what can't be a name, and NameTaken where another query has it, unless told to
        ``replace`` that.
        """
        name, key = _search_name(name), search_key(name)
        with self._transaction() as db:
            known = db.execute("SELECT query FROM search WHERE library = ? AND key = ?", (library, key)).fetchone()
            if known is not None and known[0] != query and not replace:
                raise NameTaken(f"@{name} is another search already: {known[0]}")
            db.execute(
                "INSERT OR REPLACE INTO search VALUES (?, ?, ?, ?, ?, ?, ?)",
                (library, key, name, query, look.epoch, look.number, look.moment),
            )
        return KeptSearch(name, query, look)

    def forget_search(self, library: str, name: str) -> bool:
        """Forget a saved search; False where there was none of that name."""
        with self._transaction() as db:
            gone = db.execute("DELETE FROM search WHERE library = ? AND key = ?", (library, search_key(name)))
            return gone.rowcount > 0

    def look_at(self, library: str, name: str, look: Look) -> None:
        """What a saved search finds up to ``look`` was looked at."""
        with self._transaction() as db:
            db.execute(
                "UPDATE search SET epoch = ?, number = ?, moment = ? WHERE library = ? AND key = ?",
                (look.epoch, look.number, look.moment, library, search_key(name)),
            )

    def _rows(self, statement: str, values: tuple[object, ...] = ()) -> Iterator[Any]:
        if self._db is None:
            return
        try:
            yield from self._db.execute(statement, values)
        except sqlite3.Error as error:
            raise _unusable(self.path, error) from error

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        if self._db is None:
            raise StateError(f"{self.path}: opened for reading only")
        try:
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield self._db
            except BaseException:
                self._db.execute("ROLLBACK")
                raise
            self._db.execute("COMMIT")
        except sqlite3.Error as error:
            raise StateError(f"{self.path}: {error}; the mark was not kept") from error


def search_key(name: str) -> str:
    """What the names of saved searches are compared by."""
    return fold(_bare(name))


def _search_name(name: str) -> str:
    if not _NAME.fullmatch(_bare(name)):
        raise StateError(f'"{name[:60]}" can\'t be the name of a search: up to 40 letters, digits, - and _, no blanks')
    return _bare(name)


def _bare(name: str) -> str:
    return unicodedata.normalize("NFC", name.strip().removeprefix("@"))


def exists(path: Path) -> bool:
    """Whether anything was ever marked.  Raises StateError where that can't be told."""
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError as error:
        raise _unusable(path, error) from error
    return True


def _unusable(path: Path, error: Exception) -> StateError:
    reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
    return StateError(f"{path}: {reason}; what you marked can't be used until that is put right")


def _version(db: sqlite3.Connection) -> int:
    return int(db.execute("PRAGMA user_version").fetchone()[0])


def _refuse_newer(db: sqlite3.Connection, path: Path) -> None:
    if _version(db) > len(MIGRATIONS):
        raise StateError(f"{path}: written by a newer termnews; update termnews to use it")


def _brought_up_to_date(path: Path) -> sqlite3.Connection:
    """An older state opened for reading, migrated if it can be written: what it lacks is then read as empty."""
    try:
        db = database.open_for_writing(path, durable=True)
    except sqlite3.OperationalError:
        return database.open_for_reading(path)
    try:
        _migrate(db, path)
    except sqlite3.OperationalError:
        db.close()
        return database.open_for_reading(path)
    except BaseException:
        db.close()
        raise
    return db


def _migrate(db: sqlite3.Connection, path: Path) -> None:
    """Run the migrations that the file has not seen; another process may be doing the same."""
    _refuse_newer(db, path)
    while (version := _version(db)) < len(MIGRATIONS):
        db.execute("BEGIN IMMEDIATE")
        if _version(db) == version:
            for statement in MIGRATIONS[version].split(";"):
                db.execute(statement)
            db.execute(f"PRAGMA user_version = {version + 1}")
        db.execute("COMMIT")
