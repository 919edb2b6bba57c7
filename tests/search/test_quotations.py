from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from termnews.search import Index, parse

from .making import document, index_of

SPOKEN = document(
    1,
    "“We tax wine,” said Ann Lee. “We invested,” said Bob Ray. Cloud costs rise, Lee says.",
    {"We tax wine": "Ann Lee", "We invested": "Bob Ray", "Cloud costs rise": "Ann Lee"},
    headline="Budget",
    published="2016-11-15",
    section="business",
)
INDIRECT = replace(SPOKEN, quotes=(*SPOKEN.quotes[:2], replace(SPOKEN.quotes[2], kind="indirect")))
OTHER = document(2, "“Wine is dear,” said Ann Lee.", {"Wine is dear": "Ann Lee"}, published="2017", section="food")


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    index = index_of(tmp_path_factory.mktemp("quotations"), INDIRECT, OTHER)
    yield index
    index.close()


@pytest.mark.parametrize(
    ("query", "keys"),
    [
        ("wine", {(1, 0), (2, 0)}),
        ("said:invest", {(1, 1)}),
        ('"tax wine"', {(1, 0)}),
        ("inv*", {(1, 1)}),
        ("speaker:lee", {(1, 0), (1, 2), (2, 0)}),
        ("wine speaker:ray", set()),
        ("speaker:lee -wine", {(1, 2)}),
        ("headline:budget", {(1, 0), (1, 1), (1, 2)}),
        ("wine section:food", {(2, 0)}),
        ("wine date:2016", {(1, 0)}),
        ("-wine", {(1, 1), (1, 2)}),
        ("", set()),
    ],
)
def test_bare_words_mean_what_was_said(index: Index, query: str, keys: set[tuple[int, int]]) -> None:
    hits = index.quotations(parse(query))
    assert set(hits.keys) == keys
    assert hits.total == len(keys)


def test_no_query_is_every_quotation(index: Index) -> None:
    assert index.quotations(None).keys == ((1, 0), (1, 1), (1, 2), (2, 0))
    assert index.quotations(None, limit=1).total == 4


def test_by_speaker_and_without_indirect_speech(index: Index) -> None:
    assert index.quotations(None, speaker="ann LEE").total == 3
    assert index.quotations(None, speaker="lee", indirect=False).keys == ((1, 0), (2, 0))
    assert index.quotations(parse("wine"), speaker="Bob").total == 0
    assert index.quotations(None, speaker="?").total == 0
