from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termnews.search.analysis import LETTERS, LONGEST_WORD, stem, tokens, words
from termnews.search.columnar.vocabulary import PADDING, Vocabulary
from termnews.search.schema import ANALYSIS


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Bank", ["the", "bank"]),
        ("Müller naïve café Łódź straße", ["muller", "naive", "cafe", "lodz", "strasse"]),
        ("e\u0301te\u0301", ["ete"]),
        ("Microsoft’s James' don't O'Brien", ["microsoft", "james", "dont", "obrien"]),
        ("1,000,000 and 3.5bn, 10,5", ["1000000", "and", "3.5bn", "10", "5"]),
        ("1,000, or (2,000). 1,0000 12,34", ["1000", "or", "2000", "1", "0000", "12", "34"]),
        ("the U.S. and J.K. Rowling", ["the", "us", "and", "jk", "rowling"]),
        ("C++, C# and F1", ["c++", "c#", "and", "f1"]),
        ("well-known joe@example.com", ["well", "known", "joe", "example", "com"]),
        ("non\u00a0breaking\u200bspace", ["non", "breaking", "space"]),
        ("co\u00adoperate", ["cooperate"]),
        ("東京で ラーメン", ["東", "京", "で", "ラ", "ー", "メ", "ン"]),
        ("ｆｕｌｌ ｗｉｄｔｈ", ["full", "width"]),
        ("हिन्दी 한국어", ["हिन्दी", "한국어"]),
        ("to be or not to be", ["to", "be", "or", "not", "to", "be"]),
        ("*** — 🎉 …", []),
    ],
)
def test_words_are_folded(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_forms_of_an_english_word_have_one_stem() -> None:
    assert len({stem(word) for word in ("invest", "invests", "invested", "investing")}) == 1
    assert len({stem(word) for word in ("minister", "ministers")}) == 1


def test_a_word_is_not_longer_than_anybody_types() -> None:
    assert words("x" * 5000) == ["x" * LONGEST_WORD]


@given(st.text())
def test_tokens_are_the_words_where_they_stand(text: str) -> None:
    found = list(tokens(text))
    assert [token.word for token in found] == words(text)
    assert all(0 <= a.start < a.end <= b.start for a, b in itertools.pairwise(found))
    for token in found:
        assert words(text[token.start : token.end]) == [token.word]


@given(st.text())
def test_every_word_has_a_stem_that_can_be_indexed(text: str) -> None:
    for word in words(text):
        assert 0 < len(word) <= LONGEST_WORD
        assert stem(word).encode()


odd = (
    st.text()
    | st.text("aZé’'.,+#- 1東で\u0301\u00a0\u200b_")
    | st.sampled_from(["U.S., C++; 1,000.50 (don’t) O'Brien's"])
)


@given(odd)
def test_the_words_of_the_pieces_are_the_words_of_the_text(text: str) -> None:
    pieces = text.encode().translate(LETTERS).decode().split(" ")
    assert [word for piece in pieces for word in words(piece)] == words(text)
    bare = (piece[piece[:1] in tuple("',.") :] for piece in pieces)
    assert [word for piece in bare for word in words(piece)] == words(text)


@given(st.lists(odd, max_size=6))
def test_a_block_of_texts_has_the_words_of_its_texts(texts: list[str]) -> None:
    vocabulary = Vocabulary(ANALYSIS)
    for _ in range(2):  # as new, and as known
        block = "".join(f" {text}" for text in texts).encode() + PADDING
        numbers, _places = vocabulary.words_in(b" " + block)
        assert [vocabulary.words[number].decode() for number in numbers] == [
            word for text in texts for word in words(text)
        ]
