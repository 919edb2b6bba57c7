"""How the project opens SQLite: durable where it must be, readable where it can't be written.

Write-ahead logging lets readers go on while one process writes, but needs shared memory, which network disks do not
give (https://www.sqlite.org/wal.html, "Disadvantages"); there the rollback journal is used.
"""

from __future__ import annotations

import os
import re
import sqlite3
from pathlib import Path

BUSY_SECONDS = 30.0
_NETWORK = ("nfs", "cifs", "smb", "9p", "afs", "fuse.sshfs", "fuse.rclone", "webdav", "davfs", "lustre", "gpfs", "ceph")


def open_for_writing(path: Path, *, durable: bool) -> sqlite3.Connection:
    """Open or create the database at ``path``; ``durable`` survives a power cut after each commit.

    The connection is in autocommit mode: transactions are begun by hand.  Raises sqlite3.Error.
    """
    connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)
    try:
        connection.execute(f"PRAGMA journal_mode = {'DELETE' if on_network_disk(path) else 'WAL'}")
        connection.execute(f"PRAGMA synchronous = {'FULL' if durable else 'NORMAL'}")
    except UnicodeDecodeError:
        connection.close()
        raise _damaged() from None
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def open_for_reading(path: Path) -> sqlite3.Connection:
    """Open an existing database read-only, also from a folder that can't be written.

    Raises sqlite3.Error where there is none.
    """
    name = f"file:{_escaped(path.absolute())}?mode=ro"
    try:
        return _connect(name)
    except sqlite3.OperationalError:
        return _connect(name + "&immutable=1")  # a WAL database in a read-only folder opens no other way


def _escaped(path: Path) -> str:
    """A path as SQLite takes it in a URI (https://www.sqlite.org/uri.html, "URI filenames in SQLite"): bytes beyond
    ASCII and what has a meaning there as %XX."""
    letters = os.fsencode(path)
    return "".join(chr(byte) if 32 < byte < 127 and byte not in b"%?#\\" else f"%{byte:02X}" for byte in letters)


def _connect(name: str) -> sqlite3.Connection:
    connection = sqlite3.connect(name, uri=True, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)
    try:
        connection.execute("SELECT 1 FROM sqlite_schema LIMIT 1")
    except UnicodeDecodeError:
        connection.close()
        raise _damaged() from None
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _damaged() -> sqlite3.DatabaseError:
    """Where damage is part of SQLite's message, Python fails to read that."""
    return sqlite3.DatabaseError("database disk image is malformed")


def on_network_disk(path: Path) -> bool:
    """Whether ``path`` lies on a disk that other machines share, as far as the system's table of mounts tells."""
    try:
        table = Path("/proc/self/mounts").read_text("utf-8", "surrogateescape")
    except OSError:
        return _named_as_share(path)
    folder = str(path.absolute().parent.resolve())
    best, kind = "", ""
    for line in table.splitlines():
        fields = line.split(" ")
        if len(fields) < 3:
            continue
        mounted = re.sub(r"\\([0-7]{3})", lambda octal: chr(int(octal[1], 8)), fields[1])  # see getmntent(3)
        inside = folder == mounted or folder.startswith(mounted.rstrip("/") + "/")
        if inside and len(mounted) >= len(best):
            best, kind = mounted, fields[2]
    return kind.startswith(_NETWORK)


def _named_as_share(path: Path) -> bool:
    name = str(path.absolute())
    return name.startswith(("/Network/", "/net/", "\\\\"))
