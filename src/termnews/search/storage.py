"""How the files of a Whoosh index are read and written: memory-mapped, synced to disk, and with checksums.

Whoosh commits by renaming a table of contents (TOC) into place.  Before that rename everything the commit wrote is
synced to disk, and beside the TOC goes a file of the same name with ``.sums``: size and CRC-32 of the TOC and of every
file of a segment.  A TOC is a pickle; it is only read after its checksum was found right.
"""

from __future__ import annotations

import contextlib
import json
import mmap
import os
import zlib
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

from termnews.search import engine
from termnews.search.damage import DamagedIndex
from termnews.search.layout import TOC_SUFFIX

SUMS_SUFFIX = ".sums"
COLUMN_SUFFIX = ".col"


class Sum(NamedTuple):
    """Size in bytes and CRC-32 of a file."""

    size: int
    crc: int


class _MappedFile(engine.BufferFile):  # type: ignore[misc]
    """A file in memory by mmap; Whoosh's own BufferFile copies it."""

    def __init__(self, name: str, mapping: mmap.mmap) -> None:
        super().__init__(b"", name=name)
        self._buf = mapping
        self.file = mapping


class DurableStorage(engine.FileStorage):  # type: ignore[misc]
    """The folder of one Whoosh index."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self._written: set[str] = set()
        self._absent: set[str] = set()
        self._held: dict[str, bytes] | None = None

    def open_file(self, name: str, **_: object) -> Any:
        """The file, readable.  Columns are small and read whole, so that no descriptor stays open for them."""
        if self._held is not None and name in self._held:
            return engine.BufferFile(self._held[name], name=name)
        with open(self._path(name), "rb") as file:
            if name.endswith(COLUMN_SUFFIX) or os.fstat(file.fileno()).st_size == 0:
                return engine.BufferFile(file.read(), name=name)
            return _MappedFile(name, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))

    def hold_columns(self, names: Iterable[str]) -> None:
        """Read the columns of a segment now.  Whoosh opens them when they are first used, and a later commit may have
        deleted them by then; every other file stays open."""
        self._held = self._held or {}
        for name in names:
            if name.endswith(COLUMN_SUFFIX):
                with open(self._path(name), "rb") as file:
                    self._held[name] = file.read()

    def file_length(self, name: str) -> int:
        """Size of a file in bytes."""
        held = None if self._held is None else self._held.get(name)
        return os.stat(self._path(name)).st_size if held is None else len(held)

    def create_file(self, name: str, *args: object, **options: object) -> Any:
        """A new file; it is synced before the next TOC is put into place."""
        self._written.add(name)
        self._absent.discard(name)
        return super().create_file(name, *args, **options)

    def file_exists(self, name: str) -> bool:
        """Whether there is such a file.  Whoosh asks for every document whether a column is there; that it is not is
        remembered."""
        if self._held is not None and name.endswith(COLUMN_SUFFIX):
            return name in self._held
        if name in self._absent:
            return False
        exists = os.path.exists(self._path(name))
        if not exists:
            self._absent.add(name)
        return exists

    def rename_file(self, oldname: str, newname: str, safe: bool = False) -> None:
        """Rename; where that puts a TOC into place, after all that it speaks of is safely on disk."""
        if newname.endswith(TOC_SUFFIX):
            self._written.discard(oldname)
            sums = self._sums_so_far()
            for name in sorted(self._written):
                if os.path.exists(self._path(name)):
                    sums[name] = self._synced(name)
            self._written.clear()
            self._write_sums(newname, self._synced(oldname), sums)
        self._absent.discard(newname)
        super().rename_file(oldname, newname, safe=safe)
        sync_folder(self.folder)

    def delete_file(self, name: str) -> None:
        """Delete, a TOC together with its checksums."""
        super().delete_file(name)
        if name.endswith(TOC_SUFFIX):
            self.forget(name + SUMS_SUFFIX)

    def forget(self, name: str) -> None:
        """Delete a file that may not be there."""
        with contextlib.suppress(FileNotFoundError):
            os.unlink(self._path(name))

    # ---- checksums

    def sums(self, toc: str) -> tuple[Sum, dict[str, Sum]]:
        """The checksums of a TOC and of the segments' files.  Raises DamagedIndex where they are none."""
        with open(self._path(toc + SUMS_SUFFIX), "rb") as file:
            check, _, body = file.read().partition(b"\n")
        try:
            if int(check, 16) != zlib.crc32(body):
                raise DamagedIndex("the checksums of the search index are damaged")
            table = json.loads(body)
            return Sum(*table["toc"]), {name: Sum(*pair) for name, pair in table["files"].items()}
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            raise DamagedIndex("the checksums of the search index are damaged") from error

    def check(self, name: str, expected: Sum, thorough: bool) -> None:
        """Compare size, and if ``thorough`` content, with what was written.  Raises DamagedIndex where they differ."""
        try:
            right = os.stat(self._path(name)).st_size == expected.size
            if right and thorough:
                right = self._sum(name) == expected
        except FileNotFoundError:
            raise DamagedIndex(f"the search index has lost the file {name}") from None
        if not right:
            raise DamagedIndex(f"the file {name} of the search index is damaged")

    def _sums_so_far(self) -> dict[str, Sum]:
        names = set(self.list())
        tocs = [name for name in names if name.endswith(TOC_SUFFIX) and name + SUMS_SUFFIX in names]
        if not tocs:
            return {}
        newest = max(tocs, key=generation_of)
        return {name: total for name, total in self.sums(newest)[1].items() if name in names}

    def _write_sums(self, toc: str, toc_sum: Sum, files: dict[str, Sum]) -> None:
        body = json.dumps({"toc": toc_sum, "files": files}, sort_keys=True).encode()
        write_synced(Path(self._path(toc + SUMS_SUFFIX)), b"%08x\n" % zlib.crc32(body) + body)

    def _synced(self, name: str) -> Sum:
        with open(self._path(name), "r+b") as file:
            os.fsync(file.fileno())
        return self._sum(name)

    def _sum(self, name: str) -> Sum:
        size = crc = 0
        with open(self._path(name), "rb") as file:
            while block := file.read(1 << 20):
                crc = zlib.crc32(block, crc)
                size += len(block)
        return Sum(size, crc)

    def _path(self, name: str) -> str:
        return os.path.join(self.folder, name)  # a Path takes ten times as long, and there are hundreds of files


def generation_of(toc: str) -> int:
    """The generation in the name of a TOC, ``_articles_12.toc``."""
    return int(toc.removesuffix(TOC_SUFFIX).rpartition("_")[2])


def write_synced(path: Path, data: bytes) -> None:
    """Put ``data`` at ``path`` as a whole or not at all, and on disk before this returns."""
    beside = path.with_name(path.name + ".new")
    with open(beside, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)
    sync_folder(path.parent)


def sync_folder(folder: str | Path) -> None:
    """Have the names in a folder on disk, where the system can do that."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def names_with(names: Iterable[str], segment: str) -> list[str]:
    """Those of the names that belong to a segment."""
    return [name for name in names if name.startswith(segment + ".")]
