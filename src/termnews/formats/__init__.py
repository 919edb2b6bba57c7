"""From bytes to an ``Article``: the file formats that termnews reads.

One module a format (``plain_text``, ``markdown``), one a part of an article that formats share.  ``read`` of a UTF-8
text loads none of the heavy libraries: YAML, dateutil, charset-normalizer and markdown-it come in only with a file
that needs them.
"""

from __future__ import annotations

import os
import re
import stat
from pathlib import Path
from typing import Literal

from termnews import ids
from termnews.article import Article
from termnews.errors import UnknownFormat, Unreadable

FORMATS_VERSION = 2
"""Grows whenever an unchanged file would be read differently."""

MOST_BYTES = 20_000_000
"""Size in bytes above which a file is not read."""

_Format = Literal["plain", "markdown", "sniffed"]

_BY_SUFFIX: dict[str, _Format] = {".txt": "plain", ".text": "plain", ".md": "markdown", ".markdown": "markdown"}
_SUFFIX = re.compile(r"(?<=[^.])\.[A-Za-z0-9_~+#-]{1,16}$")
_OTHER_MARKUP = re.compile(
    r"\s*(?:<(?:!doctype\s+html|html|head|body)[\s>]|(<\?xml\s|<!doctype\s|<!--)|(\{\\rtf))", re.IGNORECASE
)
_LOOKS_MARKDOWN = re.compile(r"#{1,6}[ \t]+\S")


def known(name: str) -> bool:
    """Whether a file of this name is one that ``read`` would try: by suffix, or a name without one."""
    return _format(name) is not None


def read(path: Path, *, id: str | None = None) -> Article:  # noqa: A002 - the field of an article is called so
    """Read one article.

    ``id`` is its path inside the library, from which a missing date and section are taken; without it the article is
    called after its file.  Raises Unreadable, or UnknownFormat, with a reason of one line and nothing else.
    """
    if not known(path.name):
        raise UnknownFormat(_unknown(path.name))
    try:
        data = _bytes_of(path)
    except OSError as error:
        raise Unreadable((error.strerror or "can't be opened").lower()) from None
    except ValueError:
        raise Unreadable("a name that no file can have") from None
    return read_bytes(data, name=path.name, id=id)


def read_bytes(data: bytes, *, name: str, id: str | None = None) -> Article:  # noqa: A002
    """As ``read``, for the content of a file called ``name``; ``-`` is a stream, whose format is guessed."""
    from termnews.formats import charset, plain_text

    format_ = _format(name)
    if format_ is None:
        raise UnknownFormat(_unknown(name))
    if len(data) > MOST_BYTES:
        raise Unreadable(f"over {MOST_BYTES // 1_000_000} MB")
    text = charset.decode(data)
    if (markup := _OTHER_MARKUP.match(text[:1000])) and (format_ != "markdown" or markup[2]):
        raise UnknownFormat("rich text (RTF)" if markup[2] else "XML" if markup[1] else "HTML")
    own_id = ids.from_path(name)
    if format_ == "markdown" or (format_ == "sniffed" and _LOOKS_MARKDOWN.match(text.lstrip()[:100])):
        from termnews.formats import markdown

        return markdown.article(text, own_id, id)
    return plain_text.article(text, own_id, id)


def _format(name: str) -> _Format | None:
    suffix = _SUFFIX.search(name)
    return _BY_SUFFIX.get(suffix[0].lower()) if suffix else "sniffed"


def _unknown(name: str) -> str:
    suffix = _SUFFIX.search(name)
    return f"unknown format {suffix[0].lower()}" if suffix else "unknown format"


def _bytes_of(path: Path) -> bytes:
    """The content, or so much of it that it is seen to be too long."""
    with open(path, "rb", buffering=0) as file:
        status = os.fstat(file.fileno())
        if stat.S_ISREG(status.st_mode) and status.st_size <= MOST_BYTES:
            return file.readall()
        data = bytearray()
        while len(data) <= MOST_BYTES and (chunk := file.read(1 << 20)):
            data += chunk
        return bytes(data)
