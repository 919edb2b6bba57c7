"""From bytes to characters: whatever encoding, the same words, or a reason."""

from __future__ import annotations

import zlib

import pytest

from termnews import formats
from termnews.errors import UnknownFormat, Unreadable
from termnews.formats import charset

FRENCH = "Le maire a déclaré que l’été serait « très chaud » à la forêt, où l’hôtel a été fermé."
POLISH = "Burmistrz oświadczył, że mieszkańcy są zadowoleni, choć żółte łodzie wciąż stoją w porcie."
RUSSIAN = "Мэр города заявил, что набережная будет открыта весной, а жители довольны этим решением."
JAPANESE = "市長は、港の壁を来年の春までに高くすると発表した。住民はこの決定を歓迎している。"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"]
)
@pytest.mark.parametrize("text", [FRENCH, POLISH, RUSSIAN + "\n\n" + FRENCH])
def test_unicode_with_and_without_marks(text: str, encoding: str) -> None:
    assert charset.decode(text.encode(encoding)) == text


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (FRENCH, "cp1252"),
        ("It cost £600 in all, the firm said.", "latin-1"),
        (POLISH, "cp1250"),
        (POLISH, "iso8859-2"),
        (RUSSIAN * 3, "cp1251"),
        (RUSSIAN * 3, "koi8-r"),
        (JAPANESE * 3, "shift_jis"),
        (JAPANESE * 3, "euc-jp"),
        (JAPANESE, "iso2022_jp"),
    ],
)
def test_encodings_before_unicode(text: str, encoding: str) -> None:
    assert charset.decode(text.encode(encoding)) == text


def test_a_damaged_place_does_not_cost_the_text() -> None:
    data = FRENCH.encode() + b"\xff" + FRENCH.encode()
    assert charset.decode(data) == f"{FRENCH}\ufffd{FRENCH}"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a PNG image"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF\0", "a JPEG image"),
        (b"PK\x03\x04\x14\0\0\0", "a ZIP archive or office document"),
        (b"%PDF-1.7\n", "a PDF document"),
        (b"\x1f\x8b\x08\0\0\0\0\0" + zlib.compress(b"x" * 99), "compressed (gzip)"),
        (b"some\0text\0with zeros in it", "binary data"),
        (bytes(range(256)) * 4, "binary data"),
    ],
)
def test_what_is_no_text_has_a_reason(data: bytes, reason: str) -> None:
    with pytest.raises(Unreadable, match="^" + reason.replace("(", r"\(").replace(")", r"\)")):
        formats.read_bytes(data, name="file.txt")


@pytest.mark.parametrize(
    ("text", "reason"),
    [("<!DOCTYPE html><p>x", "HTML"), ("<?xml version='1.0'?><a/>", "XML"), (r"{\rtf1 x}", "rich text")],
)
def test_other_formats_under_a_text_name(text: str, reason: str) -> None:
    with pytest.raises(UnknownFormat, match=reason):
        formats.read_bytes(text.encode(), name="file.txt")


def test_a_file_over_the_limit_is_not_read() -> None:
    with pytest.raises(Unreadable, match="20 MB"):
        formats.read_bytes(b"x" * (formats.MOST_BYTES + 1), name="file.txt")
