"""Whatever the text: no crash, and offsets that hold."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from termnews.quotes import extract

MARKS = ["“", "”", '"', "'", "‘", "’", "«", "»", "„", "「", "」", "''"]
BLANKS_AND_POINTS = [" ", "\n", "\n\n", "\xa0", ",", ".", ":", "?", "(", ")", "—", "=", "<"]
SAYING = ["said", "says", "told", "called", "according to", "saying", "was asked by", "that"]
SPEAKERS = ["who", "he", "she", "the", "a", "of", "and", "Tom", "Reed", "Mrs.", "Reed's", "mayor", "Zoë", "橋"]
OTHERS = ["Q:", "A:", "REED:", "6'2\"", "🌉", "6"]
PIECES = st.sampled_from([*MARKS, *BLANKS_AND_POINTS, *SAYING, *SPEAKERS, *OTHERS])
TEXTS = st.one_of(
    st.text(max_size=300), st.lists(PIECES, max_size=80).map(" ".join), st.lists(PIECES, max_size=80).map("".join)
)


@settings(max_examples=400, deadline=None)
@given(text=TEXTS, indirect=st.booleans())
def test_parts_are_in_the_text_in_order_and_never_overlap(text: str, indirect: bool) -> None:
    quotes = extract(text, indirect)
    assert quotes == sorted(quotes, key=lambda quote: quote.parts[0])
    for quote in quotes:
        assert quote.parts
        assert list(quote.parts) == sorted(quote.parts)
        for span in (*quote.parts, quote.mention, quote.cue):
            assert span is None or 0 <= span.start < span.end <= len(text)
        assert (
            quote.kind == "indirect" if indirect and quote.kind == "indirect" else quote.kind in {"direct", "partial"}
        )
    parts = sorted(part for quote in quotes for part in quote.parts)
    assert all(one.end <= other.start for one, other in pairwise(parts))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('"' * 200_000, id="straight marks"),
        pytest.param("“" * 200_000, id="opening marks"),
        pytest.param("'" * 200_000, id="apostrophes"),
        pytest.param(" '" * 200_000, id="opening apostrophes"),
        pytest.param('"a ' * 333_000, id="opening marks before words"),
        pytest.param('"a" ' * 50_000, id="one-word quotations"),
        pytest.param('"a" said ' * 30_000, id="quotations and verbs"),
        pytest.param('"a," said Tom Reed, ' * 20_000, id="one endless sentence"),
        pytest.param("'a' b " * 30_000, id="single marks"),
        pytest.param("'a b " * 50_000, id="single marks never closed"),
        pytest.param('"A\n\n' * 50_000, id="a quotation over endless paragraphs"),
        pytest.param("Reed " * 100_000 + '"a b c," he said.', id="an endless name"),
        pytest.param('Tom Reed said "' + "a, " * 300_000 + '"', id="an endless quotation"),
        pytest.param("said " * 100_000 + '"a b c d"', id="verbs alone"),
        pytest.param("A: b\n" * 50_000, id="labels"),
        pytest.param("A b c d: " * 50_000, id="colons"),
        pytest.param('"a," he said.\n' * 20_000, id="pronouns without anybody"),
        pytest.param("(" * 100_000 + '"a b c d"', id="brackets"),
    ],
)
def test_hostile_texts_are_read_to_their_end(text: str) -> None:
    extract(text, indirect=len(text) < 500_000)
