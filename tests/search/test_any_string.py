from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest

from termnews import Library
from termnews.search import Index, parse, snippet

from .drawn_queries import SAVED, drawn
from .making import document, index_of

WORDS = (
    "the tax wine of and minister said bank one two three budget wine-tax Łódź 東京都 O'Brien C++ U.S. 1,000".split()
)
TEXT = " ".join(WORDS) + ". “One tax,” said Ann Lee. The bank of Łódź. "


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    documents = [
        document(
            number,
            TEXT * (number % 3) + " ".join(WORDS[number % 7 :]),
            {"One tax": "Ann Lee"} if number % 3 else {},
            headline=WORDS[number],
            published=f"{2010 + number}",
        )
        for number in range(9)
    ]
    index = index_of(tmp_path_factory.mktemp("any"), *documents)
    yield index
    index.close()


def test_a_thousand_strings_are_answered(index: Index) -> None:
    for count, typed in enumerate(islice(drawn(WORDS, seed=5), 1000)):
        query = parse(typed, count % 2 == 0, SAVED)
        found = index.search(query, limit=5)
        everything = index.search(query)
        assert found.total == everything.total == len(everything.numbers), typed
        assert list(found.numbers) == list(everything.numbers[:5]), typed
        assert not found.cut
        index.suggest(query)
        shown, spans = snippet(TEXT, query)
        assert all(0 <= start < end <= len(shown) for start, end in spans)


def test_quotations_too(index: Index) -> None:
    for typed in islice(drawn(WORDS, seed=6), 300):
        found = index.quotations(parse(typed, saved=SAVED))
        assert found.total == len(found.keys)


def test_through_the_library(tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    for number in range(4):
        (folder / f"{number}.txt").write_text(f"Title: {WORDS[number]}\n\n{TEXT}\n", "utf-8")
    with Library(folder) as library:
        library.sync(jobs=1)
        for typed in islice(drawn(WORDS, seed=7), 150):
            results = library.search(typed, as_typed=True)
            assert results.total >= len(results.hits)
