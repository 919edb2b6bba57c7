"""Article ids: the path inside the library with ``/``, exact as on disk.

A name that is not UTF-8 is percent-escaped: each byte that does not decode becomes ``%XX`` (upper-case hex).  So that
this can be undone, a UTF-8 name in which ``%`` already stands before such a pair gets its ``%`` written ``%25``; every
other name, also one with other uses of ``%``, stays as it is.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

# compiled when a name first needs them, which most never do
_LOOKS_ESCAPED = r"%(?=(?:25)*[89A-F][0-9A-F])"
_UNDECODED = "[\udc80-\udcff]"
_ESCAPED = r"%(?:25((?:25)*[89A-F][0-9A-F])|([89A-F][0-9A-F]))"


def from_path(relative: str) -> str:
    """The id of the file at ``relative``, a path inside the library as the operating system gives it."""
    name = relative if os.sep == "/" else relative.replace(os.sep, "/")
    if "%" in name:
        name = re.sub(_LOOKS_ESCAPED, "%25", name)
    if name.isascii():
        return name
    return re.sub(_UNDECODED, lambda byte: f"%{ord(byte[0]) - 0xDC00:02X}", name)


def to_path(article_id: str) -> str:
    """The relative path that ``from_path`` made the id from, as the operating system takes it."""

    def undo(match: re.Match[str]) -> str:
        deeper, byte = match.groups()
        return f"%{deeper}" if deeper else chr(0xDC00 + int(byte, 16))

    name = re.sub(_ESCAPED, undo, article_id) if "%" in article_id else article_id
    return name.replace("/", os.sep)


def inside(root: Path, article_id: str) -> Path:
    """The file that ``article_id`` names, held inside ``root``.

    Raises ValueError where the id is none (it has an empty part, or one that is only dots), and where a symbolic link
    on its way leads out of the library.
    """
    if not article_id or any(part in {"", ".", ".."} for part in article_id.split("/")):
        raise ValueError(f"{article_id!r} leads out of the library")
    path = root / to_path(article_id)
    real = Path(os.path.realpath(path))
    if not real.is_relative_to(os.path.realpath(root)):
        raise ValueError(f"{article_id!r} leads out of the library")
    return path
