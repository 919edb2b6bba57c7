from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from termnews.search import Index, parse

from .making import document, index_of

LIBRARY = [
    *(document(number, "The government taxed wine. Ministers said so.") for number in range(20)),
    document(20, "The governor of the harbour, “we paid,” said Ann Guthrie.", {"we paid": "Ann Guthrie"},
             headline="Budget row", source="Reuters", published="2016"),
    document(21, "governmenr is what somebody typed; the government it is. Москва и 東京都."),
]  # fmt: skip


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    index = index_of(tmp_path_factory.mktemp("suggestions"), *LIBRARY)
    yield index
    index.close()


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("goverment", "government"),
        ("govermnet wine", "government wine"),
        ("ogvernment", "government"),
        ("overnment", "government"),
        ("xovernment", "government"),
        ("governments", None),  # a form of what is there
        ("governmenk", "government"),  # rather than the rarer ones that are as near
        ("GOVERMENT Goverment", "government Government"),
        ('wine OR "the goverment taxde"^2', 'wine OR "the government taxed"^2'),
        ("(wnie OR harbuor) date:2016 -qqqq", "(wine OR harbour) date:2016 -qqqq"),
        ("headline:bugdet row", "headline:budget row"),
        ("speaker:gutrie", "speaker:guthrie"),
        ("said:piad", "said:paid"),
        ("source:ruters ministers", "source:reuters ministers"),
        ("harbur*", "harbour*"),
        ("Москвы", "Москва"),
        ("wine tax", None),
        ("qzxqzxqzx", None),
        ("winw qzxqzxqzx", "wine qzxqzxqzx"),
        ("wn", None),
        ("2017", None),
        ("goverment~2 w?nf date:soon", None),
        ("@goverment", "@government"),
        ("", None),
    ],
)
def test_words_that_are_not_there_are_corrected(index: Index, typed: str, meant: str | None) -> None:
    assert index.suggest(parse(typed)) == meant


def test_a_word_being_typed_is_left_alone_as_long_as_some_word_begins_so(index: Index) -> None:
    assert index.suggest(parse("governm", as_typed=True)) is None
    assert index.suggest(parse("harbuo", as_typed=True)) == "harbour"
    assert index.suggest(parse("governm")) == "governor"
    assert index.suggest(parse("harbou")) == "harbour"


def test_saved_searches_stay_as_they_are(index: Index) -> None:
    query = parse("@mine wnie", saved={"mine": "goverment"})
    assert index.suggest(query) == "@mine wine"


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text() | st.text('govermnts winetax"()*~^:-@', max_size=30))
def test_a_suggestion_is_another_query_or_none(index: Index, typed: str) -> None:
    meant = index.suggest(parse(typed))
    assert meant is None or (meant != typed and meant.strip())
