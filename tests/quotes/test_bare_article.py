"""A real article as it arrives, read as a careful reader reads it."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest

from .reading import Read, read

SIX = (2, 1, 1, 1, 1, 1)


def canonical(text: str) -> str:
    """The text as the formats room hands it on: single blanks, two newlines between paragraphs."""
    paragraphs = re.split(r"\n\s*\n", unicodedata.normalize("NFC", text))
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in paragraphs if paragraph.strip())


@pytest.mark.parametrize("form", ["raw", "canonical"])
def test_six_quotations_of_one_speaker_with_his_role(shared_data: Path, form: str) -> None:
    for path in sorted((shared_data / "bare-text").glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        quotes: list[Read] = read(text if form == "raw" else canonical(text))
        assert tuple(len(quote.said) for quote in quotes) == SIX
        assert {quote.speaker for quote in quotes} == {"Scott Guthrie"}
        assert {quote.role for quote in quotes} == {"Microsoft Executive VP of Cloud and Enterprise"}
        assert all("preferred" not in part for quote in quotes for part in quote.said)
        assert all(quote.mention and quote.cue for quote in quotes)
