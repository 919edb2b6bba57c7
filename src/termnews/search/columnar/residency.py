"""How much of the mapped files counts as memory of this process, and letting go of it.

A mapped page that was read counts as resident until the kernel wants it back, though it is only the kernel's cache of
the file.  Over a bound all of them are let go; what is read again comes from the cache, without the disk.
"""

from __future__ import annotations

import mmap
from collections.abc import Iterable

from termnews.search.columnar.segmentfile import SegmentFile

MOST = 64 << 20
"""Bytes of files in memory before they are let go of."""

_STATM = "/proc/self/statm"


def trim(files: Iterable[SegmentFile]) -> None:
    """Let go of the mapped pages of these files where too many are resident; does nothing where the system can't tell
    (only Linux can)."""
    if _resident() > MOST:
        for file in files:
            file.let_go()


def _resident() -> int:
    try:
        with open(_STATM, "rb") as file:
            return int(file.read().split()[2]) * mmap.PAGESIZE
    except (OSError, ValueError, IndexError):
        return 0
