"""Where the catalog, index, state and lock of a library lie.

Each library has a folder of its own in the cache, named after its real path::

    <cache>/<16 hex digits>/library.json     its path, and the device and inode of the folder
                            lock             held by the one writer
                            catalog.db       see termnews.catalog
                            index-<epoch>/   see termnews.search; the catalog names the one that counts

A library that was moved on the same disk is known by device and inode, and its cache moves along.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from contextlib import suppress
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from termnews import ids
from termnews.errors import TermnewsError
from termnews.frozen import dataclass

if TYPE_CHECKING:
    from termnews.article import Row
    from termnews.catalog import CatalogReader

CATALOG = "catalog.db"
DESCRIPTION = "library.json"
_ROWS_AT_ONCE = 1000


@dataclass(frozen=True, slots=True)
class Stores:
    """The places of one library; nothing is made by naming them."""

    root: Path
    cache: Path
    state: Path

    @property
    def folder(self) -> Path:
        """The library's own folder in the cache."""
        return self.cache / _name_of(os.path.realpath(self.root))

    @property
    def catalog(self) -> Path:
        """The catalog's database."""
        return self.folder / CATALOG

    @property
    def lock(self) -> Path:
        """The lock of the one writer."""
        return self.folder / "lock"

    @property
    def marks(self) -> Path:
        """The database of what the reader did, of all libraries."""
        return self.state / "state.db"

    @property
    def has_catalog(self) -> bool:
        """Whether there is a catalog, as far as we may look."""
        return _there(self.catalog)

    def index(self, name: str) -> Path:
        """The folder of the search index that the catalog names."""
        return self.folder / name

    def make(self) -> None:
        """Make the library's folder in the cache, or take over the one of a library that moved here.

        Raises OSError, and TermnewsError where the folder belongs to another user.
        """
        if not self.folder.is_dir():
            self.cache.mkdir(parents=True, exist_ok=True)
            before = self._moved_from()
            if before is not None:
                before.rename(self.folder)
            self.folder.mkdir(exist_ok=True)
        refuse_foreign(self.folder)
        description = json.dumps(self._description()).encode()
        target = self.folder / DESCRIPTION
        if not target.exists() or target.read_bytes() != description:
            draft = self.folder / f"{DESCRIPTION}.{os.getpid()}"
            draft.write_bytes(description)
            draft.replace(target)

    def size(self) -> int:
        """Bytes in the library's folder, in which a sync may make and remove files at this moment."""
        total = 0
        for place, _, names in os.walk(self.folder):
            for name in names:
                with suppress(OSError):
                    total += Path(place, name).stat().st_size
        return total

    def writable(self) -> bool:
        """Whether the library's caches can be written, tried without leaving anything behind."""
        import tempfile

        folder = self.folder
        while not _there(folder) and folder != folder.parent:
            folder = folder.parent
        try:
            with tempfile.TemporaryFile(dir=folder):
                return True
        except OSError:
            return False

    def _description(self) -> dict[str, str | int]:
        status = self.root.stat()
        real = os.path.realpath(self.root).encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
        return {"root": real, "device": status.st_dev, "inode": status.st_ino}

    def _moved_from(self) -> Path | None:
        """The cache of a library whose folder is gone from where it was and is this one now."""
        mine = self._description()
        for description in self.cache.glob(f"*/{DESCRIPTION}"):
            try:
                other = json.loads(description.read_text("utf-8"))
                same = (other["device"], other["inode"]) == (mine["device"], mine["inode"])
                if same and not Path(other["root"]).exists() and self._holds_a_file_of(description.parent / CATALOG):
                    return description.parent
            except (OSError, ValueError, KeyError, TypeError, TermnewsError):
                continue
        return None

    def _holds_a_file_of(self, catalog: Path) -> bool:
        """Whether a file that the catalog knows is here unchanged: a new folder often gets the inode of a deleted
        one."""
        from termnews.catalog import CatalogReader

        known = CatalogReader(catalog)
        try:
            return any(_same_file(self.root, row.id, row.added) for row in _rows(known))
        finally:
            known.close()


@cache
def _name_of(root: str) -> str:
    """The first 16 hexadecimal digits of the SHA-256 of a path, by the module of Python 3.12, or that of 3.11, or
    ``hashlib``, which loads OpenSSL first; that takes as long as a search."""
    for name in ("_sha2", "_sha256", "hashlib"):
        with suppress(ImportError):
            digest: str = import_module(name).sha256(os.fsencode(root)).hexdigest()
            return digest[:16]
    raise AssertionError("hashlib is always there")


def _there(path: Path) -> bool:
    """Whether there is such a file, as far as we may look."""
    try:
        path.stat()
    except OSError:
        return False
    return True


def _rows(known: CatalogReader) -> Iterable[Row]:
    numbers = known.order()
    for start in range(0, len(numbers), _ROWS_AT_ONCE):
        yield from known.rows(numbers[start : start + _ROWS_AT_ONCE]).values()


def _same_file(root: Path, id_: str, modified: int) -> bool:
    try:
        return int(ids.inside(root, id_).stat().st_mtime) == modified
    except (OSError, ValueError):
        return False


def refuse_foreign(folder: Path) -> None:
    """Raise TermnewsError where ``folder`` belongs to another user: an index is code to who opens it."""
    if hasattr(os, "geteuid") and folder.stat().st_uid not in (os.geteuid(), 0):
        raise TermnewsError(f"{folder} belongs to another user; set TERMNEWS_CACHE to a folder of your own")
