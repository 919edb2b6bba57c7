"""Every query class against Whoosh itself with no limit, and against a scorer in plain Python."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from whoosh import index, query
from whoosh.query import AndNot, Or, Term

from termnews.search.clock import Clock, Cut
from termnews.search.columnar.collector import ColumnarCollector
from termnews.search.columnar.writer import ColumnarWriter

from .brute import Brute
from .corpus import Corpus, made, schema
from .drawing import AS_STOCK, BY_RULE, BY_SPELLING

pytestmark = pytest.mark.filterwarnings(
    "ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning"
)  # Whoosh leaves its columns open

A_CLASS = 14
"""Queries a class and corpus; there are over forty classes and three corpora."""


@pytest.fixture(scope="module", params=["many segments", "other segments", "optimized"])
def corpus(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Corpus]:
    folder = tmp_path_factory.mktemp("corpus")
    corpus = made(folder, seed=len(request.param), optimized=request.param == "optimized")
    yield corpus
    corpus.close()


def ours(searcher: Any, wanted: Any, limit: int | None = None) -> list[tuple[int, float]]:
    collector = ColumnarCollector(limit)
    searcher.search_with_collector(wanted, collector)
    results = collector.results()
    assert len(results) == collector.count()
    return [(hit.docnum, hit.score) for hit in results]


def assert_same(found: list[tuple[int, float]], expected: dict[int, float], wanted: Any) -> None:
    assert {number for number, _ in found} == set(expected), wanted
    assert len(found) == len(expected), wanted
    for number, score in found:
        assert score == pytest.approx(expected[number], rel=1e-9, abs=1e-9), (wanted, number)
    assert found == sorted(found, key=lambda hit: (-hit[1], hit[0])), wanted


@pytest.mark.parametrize("name", AS_STOCK)
def test_as_whoosh_without_a_limit(name: str, corpus: Corpus, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(query.Or, "matcher_type", query.Or.DEFAULT_MATCHER)  # the others lose documents inside an And
    rng = random.Random(name)
    with corpus.stock.searcher() as stock, corpus.columnar.searcher() as columnar:
        for _ in range(A_CLASS):
            wanted = AS_STOCK[name](rng)
            expected = {hit.docnum: hit.score for hit in stock.search(wanted, limit=None)}
            found = ours(columnar, wanted)
            assert_same(found, expected, wanted)
            assert ours(columnar, wanted, 9) == found[:9], wanted


@pytest.mark.parametrize("name", [*AS_STOCK, *BY_RULE, *BY_SPELLING])
def test_as_plain_python(name: str, corpus: Corpus) -> None:
    if name in BY_SPELLING and corpus.columnar.doc_count() != corpus.columnar.doc_count_all():
        pytest.skip("deleted documents count in the frequency of a word")
    rng = random.Random(name + "!")
    draw = (AS_STOCK | BY_RULE | BY_SPELLING)[name]
    with corpus.columnar.searcher() as columnar:
        brute = Brute(columnar, corpus.documents)
        for _ in range(A_CLASS):
            wanted = draw(rng)
            found = ours(columnar, wanted)
            assert_same(found, brute.search(wanted), wanted)
            assert ours(columnar, wanted, 5) == found[:5], wanted


class Patient(Clock):
    """A clock that is looked at so many times before the time is up."""

    def __init__(self, looks: int) -> None:
        super().__init__(60)
        self._looks = looks

    def check(self) -> None:
        self._looks -= 1
        if self._looks < 0:
            raise Cut


@pytest.mark.parametrize("start", ["", "s"])
def test_what_is_found_until_the_time_is_up_is_right(start: str, corpus: Corpus) -> None:
    wanted = AndNot(Or([query.Regex("text", f"{start}.*"), Term("title", "oil")]), query.Regex("text", "z.*"))
    with corpus.columnar.searcher() as searcher:
        whole = dict(ours(searcher, wanted))
        totals = set()
        for looks in range(60):
            collector = ColumnarCollector(None, clock=Patient(looks))
            searcher.search_with_collector(wanted, collector)
            found = {hit.docnum for hit in collector.results()}
            assert found <= set(whole)
            assert collector.cut or found == set(whole)
            totals.add(len(found))
        assert max(totals) == len(whole)


@pytest.mark.parametrize("name", ["term", "phrase", "and or", "term and range", "every", "variations"])
def test_whooshs_own_matchers_read_the_codec_too(name: str, corpus: Corpus, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(query.Or, "matcher_type", query.Or.DEFAULT_MATCHER)
    rng = random.Random(name)
    with corpus.columnar.searcher() as columnar:
        for _ in range(5):
            wanted = AS_STOCK[name](rng)
            found = {hit.docnum: hit.score for hit in columnar.search(wanted, limit=None)}
            assert_same(ours(columnar, wanted), found, wanted)


def test_phrases_among_documents_short_and_very_long(tmp_path: Path) -> None:
    """Places of a document that is thousands of times longer than those beside it, many phrases in all of them."""
    long = " ".join(["oil price", "rose"] * 9000)
    texts = [*["price oil", "oil price", "oil", "rose oil price"] * 40, long, "oil price", long]
    whole = index.create_in(str(tmp_path), schema())
    writer = ColumnarWriter(whole)
    for number, text in enumerate(texts):
        writer.add_document(key=str(number), text=text)
    writer.commit()
    with whole.searcher() as searcher:
        for words, slop in (
            (["oil", "price"], 1),
            (["price", "oil"], 1),
            (["rose", "oil", "price"], 1),
            (["price", "oil"], 2),
        ):
            expected = {at for at, text in enumerate(texts) if _stands(text.split(), words, slop)}
            assert {number for number, _ in ours(searcher, query.Phrase("text", words, slop=slop))} == expected


def _stands(text: list[str], words: list[str], slop: int) -> bool:
    ends = {at for at, word in enumerate(text) if word == words[0]}
    for word in words[1:]:
        ends = {at for at, each in enumerate(text) if each == word and ends & set(range(at - slop, at))}
    return bool(ends)
