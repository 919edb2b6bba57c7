"""Where the catalog, index, state and lock of a library lie.

Each library has a folder of its own in the cache, named after its real path::

    <cache>/<16 hex digits>/library.json     its path, and the device and inode of the folder
                            lock             held by the one writer
                            catalog.db       see termnews.catalog
                            index-<epoch>/   see termnews.search; the catalog names the one that counts

A library that was moved on the same disk is known by device and inode, and its cache moves along.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

CATALOG = "catalog.db"
DESCRIPTION = "library.json"


@dataclass(frozen=True, slots=True)
class Stores:
    """The places of one library; nothing is made by naming them."""

    root: Path
    cache: Path
    state: Path

    @property
    def folder(self) -> Path:
        """The library's own folder in the cache."""
        name = hashlib.sha256(os.fsencode(os.path.realpath(self.root))).hexdigest()[:16]
        return self.cache / name

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

    def index(self, name: str) -> Path:
        """The folder of the search index that the catalog names."""
        return self.folder / name

    def make(self) -> None:
        """Make the library's folder in the cache, or take over the one of a library that moved here."""
        if not self.folder.is_dir():
            self.cache.mkdir(parents=True, exist_ok=True)
            before = self._moved_from()
            if before is not None:
                before.rename(self.folder)
            self.folder.mkdir(exist_ok=True)
        description = json.dumps(self._description())
        target = self.folder / DESCRIPTION
        if not target.exists() or target.read_text("utf-8") != description:
            target.write_text(description, "utf-8")

    def writable(self) -> bool:
        """Whether the library's caches can be written, tried without leaving anything behind."""
        folder = self.folder
        while not folder.exists() and folder != folder.parent:
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
                if same and not Path(other["root"]).exists():
                    return description.parent
            except (OSError, ValueError, KeyError, TypeError):
                continue
        return None
