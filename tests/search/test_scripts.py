"""Scripts that put no blanks between words, and Korean: characters in pairs, found however they are asked for."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from termnews.search import Index, parse

from .making import document, found, index_of

TEXTS = {
    1: "新しい図書館が駅前に開きました。",
    2: "駅の前の図書を読む人。",
    3: "도서관에서 책을 읽는 사람, 새로운 역은 멉니다.",
    4: "新图书馆 opened near the station, 100 metres 东",
    5: "ห้องสมุดใหม่เปิดแล้ว",
}


@pytest.fixture
def library(tmp_path: Path) -> Index:
    return index_of(tmp_path, *(document(number, text) for number, text in TEXTS.items()))


@pytest.mark.parametrize(
    ("query", "numbers"),
    [
        ("図書館", {1}),
        ("図書", {1, 2}),
        ("駅前", {1}),
        ("駅", {1, 2}),  # the first, a middle and the only character
        ("館", {1}),
        ("人", {2}),  # the last character of a run
        ("駅*", {1, 2}),
        ("駅前*", {1}),
        ('"駅前に開きました"', {1}),
        ('"図書を"', {2}),
        ('"駅"', {1, 2}),
        ("書図", set()),
        ("図書館 -駅", set()),
        ("도서관", {3}),  # with a particle behind it
        ("책", {3}),
        ("새로운 사람", {3}),
        ("图书馆", {4}),
        ("东", {4}),
        ('"metres 东"', {4}),
        ("新", {1, 4}),
        ("headline:新", set()),
        ("text:新", {1, 4}),
        ("สมุด", {5}),
        ("exact:図書", {1, 2}),
    ],
)
def test_a_query_finds_what_holds_its_characters_in_a_row(library: Index, query: str, numbers: set[int]) -> None:
    assert set(found(library, query)) == numbers


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [("図", {1, 2}), ("図書", {1, 2}), ("図書館", {1}), ("도서", {3}), ('"駅前に', {1})],
)
def test_what_is_being_typed_is_a_beginning(library: Index, typed: str, numbers: set[int]) -> None:
    assert set(found(library, typed, as_typed=True)) == numbers


@pytest.mark.parametrize(
    ("query", "text", "hits"),
    [
        ("駅", "駅と、新しい駅前の図書館", ["駅", "駅"]),
        ("館", "新しい図書館。", ["館"]),
        ("図書", "図書館の図書", ["図書", "図書"]),
        ("図書館", "新しい図書館が", ["図書館"]),
        ('"駅前の図書"', "新しい駅前の図書館", ["駅前の図書"]),
        ("ｶﾞ", "ガスとｶﾞｽ", ["ガ", "ｶﾞ"]),
        ("도서관", "도서관에서", ["도서관"]),
    ],
)
def test_what_was_asked_for_is_lit_up_and_no_more(query: str, text: str, hits: list[str]) -> None:
    assert [text[start:end] for start, end in parse(query).matches(text)] == hits


def test_speakers_and_what_they_said(tmp_path: Path) -> None:
    said = document(1, "森田は「駅前に図書館が要る」と話した。", {"駅前に図書館が要る": "森田花子"})
    index = index_of(tmp_path, said, document(2, "森田は来なかった。"))
    for query in ("said:図書館", "said:駅", "speaker:森田", "speaker:花子", "speaker:花", "speaker:森田 said:図書館"):
        assert found(index, query) == [1], query
    for speaker in ("森田", "花子", "花", "子"):
        assert index.quotations(None, speaker=speaker).total == 1, speaker
    assert index.quotations(None, speaker="田森").total == 0


def test_words_of_titles_find_their_japanese_articles(shared_data: Path, tmp_path: Path) -> None:
    titles, documents = {}, []
    for number, path in enumerate(sorted((shared_data / "japanese").glob("*/*-*.txt"))[:120]):
        _, _, title, text = path.read_text("utf-8").split("\n", 3)
        titles[number] = title
        documents.append(document(number, text, headline=title))
    index = index_of(tmp_path, *documents)
    for number, title in titles.items():
        longest = max(re.findall("[ぁ-ゖァ-ヺー一-鿿]+", title), key=len)
        assert number in found(index, longest), title
        assert number in found(index, f'"{longest}"'), title
        assert number in found(index, longest[1:4]), title
        assert number in found(index, f"headline:{longest[0]}"), title
