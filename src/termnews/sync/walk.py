"""The files of a library.

Passed over: hidden files and folders, symbolic links that leave the library, sockets, pipes and devices.  A folder
that can't be read is told, so that what the catalog knows of it is not taken for deleted.
"""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from pathlib import Path

from termnews import ids
from termnews.errors import TermnewsError

_LATEST = 2**63 - 1


@dataclass(frozen=True, slots=True)
class Walked:
    """Size in bytes and time of modification in nanoseconds since 1970 of the files, by id; and the folders (ids ending
    in ``/``, but for a file beside them) that could not be looked into, with the reason."""

    files: dict[str, tuple[int, int]]
    blocked: dict[str, str]


def walk(root: Path) -> Walked:
    """Look at every file below ``root``.  Raises TermnewsError where the library itself can't be read."""
    files: dict[str, tuple[int, int]] = {}
    blocked: dict[str, str] = {}
    links = _Links(os.path.realpath(root))
    folders = [(str(root), "")]
    while folders:
        folder, prefix = folders.pop()
        try:
            with os.scandir(folder) as entries:
                for entry in entries:
                    name = prefix + entry.name
                    try:
                        status = None if entry.name[0] == "." else links.status(entry)
                    except OSError as error:  # a folder that can be listed and no more, a path too long
                        blocked[ids.from_path(prefix or name)] = error.strerror or "can't be read"
                        continue
                    if status is None:
                        continue
                    if stat.S_ISREG(status.st_mode):
                        files[ids.from_path(name)] = (status.st_size, modified(status))
                    elif stat.S_ISDIR(status.st_mode):
                        folders.append((entry.path, name + "/"))
        except OSError as error:
            if not prefix:
                raise TermnewsError(f"the library {root} can't be read: {error.strerror}") from None
            if not isinstance(error, FileNotFoundError):
                blocked[ids.from_path(prefix)] = error.strerror or "can't be read"
    return Walked(files, blocked)


def modified(status: os.stat_result) -> int:
    """Time of modification in nanoseconds since 1970, held in the 64 bits that the catalog has for it (1677 to 2262);
    disks allow for more."""
    return max(-_LATEST, min(status.st_mtime_ns, _LATEST))


class _Links:
    """Tells what stands behind an entry, and which links may be followed."""

    def __init__(self, real_root: str) -> None:
        self._inside = real_root.rstrip(os.sep) + os.sep
        self._followed: set[tuple[int, int]] = set()

    def status(self, entry: os.DirEntry[str]) -> os.stat_result | None:
        """The entry's status; None for what is gone, and for a link that is broken, leaves the library or was followed
        before."""
        try:
            status = entry.stat(follow_symlinks=False)
        except FileNotFoundError:
            return None
        if not stat.S_ISLNK(status.st_mode):
            return status
        try:
            target, status = os.path.realpath(entry.path, strict=True), entry.stat()
        except OSError:
            return None
        if not target.startswith(self._inside):
            return None
        if stat.S_ISDIR(status.st_mode):
            key = (status.st_dev, status.st_ino)
            if key in self._followed:
                return None
            self._followed.add(key)
        return status
