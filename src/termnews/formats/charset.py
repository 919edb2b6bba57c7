"""From bytes to characters: UTF-8 first, the marked Unicode encodings, then charset-normalizer.

``decode`` is the only door.  What holds no text at all is told apart here, with a name for what it is.
"""

from __future__ import annotations

import codecs
import re
import unicodedata

from termnews.errors import Unreadable

_BYTE_ORDER_MARKS = (  # UTF-32 first: its little-endian mark begins with that of UTF-16
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SIGNATURES = (
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or office document"),
    (b"\x1f\x8b", "compressed (gzip)"),
    (b"BZh", "compressed (bzip2)"),
    (b"\xfd7zXZ", "compressed (xz)"),
    (b"7z\xbc\xaf", "compressed (7z)"),
    (b"\x28\xb5\x2f\xfd", "compressed (zstd)"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"SQLite format 3", "a database"),
    (b"RIFF", "sound, film or image"),
    (b"OggS", "sound or film"),
    (b"ID3", "sound"),
)
_SUPERSETS = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "latin_1": "cp1252",
    "iso8859_9": "cp1254",
    "iso8859_11": "cp874",
    "tis_620": "cp874",
}
_PLAIN_SIGNATURES = (b"%PDF-", b"PK\x03\x04")

_CONTROL_BYTES = bytes(code for code in range(32) if code not in b"\t\n\x0b\x0c\r\x1b\x1a") + b"\x7f"
_FEW_CONTROLS, _MOST_CONTROLS = 4, 0.02  # number, and share of all, that a text may have
_SAMPLE = 200_000  # bytes that detection looks at
_SHIFTED = re.compile(rb"\x1b(?:\$|\([BIJ])")
_DAMAGED_SHARE = 0.2  # of all that should be multi-byte characters, where UTF-8 is believed in spite of errors


def decode(data: bytes) -> str:
    """The text of a file; bytes that don't decode become U+FFFD.  Raises Unreadable for what is no text."""
    if not data:
        raise Unreadable("empty")
    if data.startswith(_PLAIN_SIGNATURES):
        raise Unreadable(_what_it_is(data))
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _marked(data[len(mark) :], encoding)
    if b"\0" in data:
        return _without_mark(data)
    if b"\x1b" in data and (text := _shifted(data)) is not None:
        return text
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _legacy(data)
    if _is_binary(data):
        raise Unreadable(_what_it_is(data))
    return text


def _what_it_is(data: bytes) -> str:
    return next((name for start, name in _SIGNATURES if data.startswith(start)), "binary data")


def _is_binary(data: bytes) -> bool:
    kept = len(data.translate(None, _CONTROL_BYTES))
    return (len(data) - kept) > max(_FEW_CONTROLS, _MOST_CONTROLS * len(data))


def _marked(data: bytes, encoding: str) -> str:
    text = data.decode(encoding, "replace")
    if not text:
        raise Unreadable("empty")
    if text.count("\0") + text.count("\ufffd") > max(1, _MOST_CONTROLS * len(text)):
        raise Unreadable("binary data")
    return text


def _without_mark(data: bytes) -> str:
    """UTF-16 and UTF-32 without a byte order mark: where the zero bytes stand tells which."""
    if data.startswith(tuple(start for start, _ in _SIGNATURES)):
        raise Unreadable(_what_it_is(data))
    zeros = [data[offset::4].count(0) for offset in range(4)]
    odd, even = zeros[1] + zeros[3], zeros[0] + zeros[2]
    quarter = len(data) // 4
    candidates: list[str] = []
    if len(data) % 4 == 0:
        candidates += ["utf-32-le"] * (zeros[3] == quarter) + ["utf-32-be"] * (zeros[0] == quarter)
    if len(data) % 2 == 0:
        one_sided = max(odd, even) >= 0.9 * (odd + even)
        ascii_with_zeros = odd + even < 0.25 * len(data) and data.translate(None, b"\0")[:_SAMPLE].isascii()
        if one_sided and not ascii_with_zeros:
            candidates.append("utf-16-le" if odd > even else "utf-16-be")
    for encoding in candidates:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _reads_as_text(text[:_SAMPLE]):
            return text
    raise Unreadable("binary data")


def _reads_as_text(text: str) -> bool:
    """Whether hardly any character is a control, unassigned or private: wrong decodings are full of them."""
    odd = sum(unicodedata.category(char) in {"Cc", "Cn", "Co"} and char not in "\t\n\r\f" for char in text)
    return odd <= _MOST_CONTROLS * len(text)


def _shifted(data: bytes) -> str | None:
    """The seven-bit encodings of East Asia (ISO 2022), which are valid ASCII with escape sequences in it."""
    if not data.isascii() or not _SHIFTED.search(data[:_SAMPLE]):
        return None
    for encoding in ("iso2022_kr",) if b"\x1b$)C" in data[:_SAMPLE] else ("iso2022_jp_2", "iso2022_jp_3"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None


def _legacy(data: bytes) -> str:
    """Text of the time before Unicode, or UTF-8 with a few damaged places."""
    if _is_binary(data) or (data.startswith(tuple(start for start, _ in _SIGNATURES)) and _is_binary(data[:512])):
        raise Unreadable(_what_it_is(data))
    repaired = data.decode("utf-8", "replace")
    damaged = repaired.count("\ufffd")
    whole = len(repaired) - damaged - sum(map(len, re.findall("[\0-\x7f]+", repaired)))
    if damaged <= _DAMAGED_SHARE * whole:
        return repaired
    encoding = _detected(_head(data))
    if encoding is None:
        raise Unreadable("unknown character encoding")
    try:
        return data.decode(encoding, "replace")
    except (LookupError, UnicodeError):
        return data.decode("cp1252", "replace")


def _head(data: bytes) -> bytes:
    """What detection looks at, cut at the end of a line so that no character is cut in two."""
    if len(data) <= _SAMPLE:
        return data
    return data[: data.rfind(b"\n", _SAMPLE // 2, _SAMPLE) + 1 or _SAMPLE]


def _detected(data: bytes) -> str | None:
    """The encoding of a sample, as the superset that is really meant by its name (WHATWG Encoding Standard)."""
    from termnews.formats import latin

    if name := latin.encoding(data):
        return name
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    return _SUPERSETS.get(best.encoding, best.encoding) if best else None
