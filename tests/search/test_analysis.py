from __future__ import annotations

import itertools
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termnews.search.analysis import LETTERS, LONGEST_WORD, asked_words, bare, is_single, stands_alone, tokens, words
from termnews.search.columnar.vocabulary import PADDING, Vocabulary
from termnews.search.schema import ANALYSIS
from termnews.search.stemming import stem


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Bank", ["the", "bank"]),
        ("Müller naïve café Łódź straße", ["muller", "naive", "cafe", "lodz", "strasse"]),
        ("e\u0301te\u0301", ["ete"]),
        ("Microsoft’s James' don't O'Brien", ["microsoft", "james", "dont", "obrien"]),
        ("1,000,000 and 3.5bn, 10,5", ["1000000", "and", "3.5bn", "10", "5"]),
        ("1,000, or (2,000). 1,0000 12,34", ["1000", "or", "2000", "1", "0000", "12", "34"]),
        ("1.000.000 and 1.000, 1'000 or 2.7.4", ["1000000", "and", "1.000", "1000", "or", "2.7.4"]),
        ("the U.S. and J.K. Rowling", ["the", "us", "and", "jk", "rowling"]),
        ("C++, C# and F1", ["c++", "c#", "and", "f1"]),
        ("well-known joe@example.com", ["well", "known", "joe", "example", "com"]),
        ("non\u00a0breaking\u200bspace", ["non", "breaking", "space"]),
        ("co\u00adoperate", ["cooperate"]),
        ("東京で ラーメン", ["東京", "京で", "で", "ラー", "ーメ", "メン", "ン"]),
        ("ｶﾞｽ, カ\u3099ス", ["ガス", "ス", "ガス", "ス"]),
        ("2016年 iPhone東京", ["2016", "年", "iphone", "東京", "京"]),
        ("한국어는 \u1112\u1161\u11ab", ["한국", "국어", "어는", "는", "한"]),
        ("ｆｕｌｌ ｗｉｄｔｈ", ["full", "width"]),
        ("हिन्दी", ["हिन्दी"]),
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


@given(st.text() | st.text("aZ9İ\u212aẞΣé東\u0301'’ʼ+#.,-_“ \n\t\u00ad", max_size=30))
def test_words_stand_in_the_pieces_of_a_bare_text_where_they_stand_in_the_text(text: str) -> None:
    bared = bare(text)
    assert len(bared) == len(text)
    found, at = [], 0
    for piece in bared.split(" "):
        found += [(token.word, at + token.start, at + token.end) for token in tokens(piece)]
        at += len(piece) + 1
    assert found == list(tokens(text))


@given(st.text())
def test_tokens_are_the_words_where_they_stand(text: str) -> None:
    found = list(tokens(text))
    assert [token.word for token in found] == words(text)
    assert all(0 <= a.start < a.end for a in found)
    for before, token in itertools.pairwise(found):
        assert before.end <= token.start or (before.start < token.start and stands_alone(before.word))
    for token in found:
        assert words(text[token.start : token.end])[0] == token.word


@given(
    st.text("東京でラ한국 a,", max_size=8),
    st.text("東京でラ한국 a,", max_size=3),
    st.text("東京でラ한국 a,", max_size=3),
)
def test_what_is_asked_for_is_in_every_text_around_it(inside: str, before: str, behind: str) -> None:
    """As a phrase, where the text around it does not make its last word longer."""
    wanted, found = asked_words(inside), words(f"{before} {inside}{behind}")
    if wanted and is_single(wanted[-1]):
        last = wanted.pop()
        assert any(word.startswith(last) for word in found)
    if wanted and stands_alone(wanted[-1]):
        assert any(found[at : at + len(wanted)] == wanted for at in range(len(found)))


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
        assert [vocabulary.words.texts[number].decode() for number in numbers] == [
            word for text in texts for word in words(text)
        ]


plain = st.text(st.sampled_from(" abcXYZ019'.,+#-&/()"), max_size=30)


@given(plain)
def test_text_beyond_ascii_is_cut_as_ascii_is(text: str) -> None:
    for behind, word in (("é", "e"), ("東", "東"), ("ж", "ж")):
        assert words(f"{text} {behind}") == [*words(text), word]


@given(plain)
def test_what_kind_of_blank_parts_words_makes_no_difference(text: str) -> None:
    for blank in "\u00a0\u202f\u2003\n\u200b":
        assert words(text.replace(" ", blank)) == words(text)


@given(st.text(st.sampled_from("abcdeinouszABC"), min_size=2, max_size=12), st.data())
def test_case_accents_and_possessives_are_gone(word: str, data: st.DataObject) -> None:
    marks = data.draw(
        st.lists(st.sampled_from(["", "\u0301", "\u0308", "\u0327"]), min_size=len(word), max_size=len(word))
    )
    accented = "".join(letter + mark for letter, mark in zip(word, marks, strict=True))
    for form in (accented, unicodedata.normalize("NFC", accented), accented.upper()):
        for ending in ("", "'s", "’s", "’S"):
            assert words(f"“{form}{ending}”") == [word.lower()]


@given(st.integers(1000, 10**15))
def test_numbers_lose_their_separators(number: int) -> None:
    grouped = f"{number:,}"
    assert words(f"({grouped}), {grouped}.") == [str(number)] * 2
    assert words(f"{grouped}.75m") == [f"{number}.75m"]
    assert words(grouped.replace(",", "'")) == [str(number)]
    if number >= 10**6:
        assert words(grouped.replace(",", ".")) == [str(number)]
