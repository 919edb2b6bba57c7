"""Real articles: totals, order and scores as Whoosh has them with its own codec."""

from __future__ import annotations

import json
import lzma
import random
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from whoosh import analysis, fields, index, query
from whoosh.query import And, Or, Phrase, Term

from termnews.search.columnar.collector import ColumnarCollector
from termnews.search.columnar.writer import ColumnarWriter

pytestmark = pytest.mark.filterwarnings(
    "ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning"
)  # Whoosh leaves its columns open

ARTICLES = 600
BATCHES = 3
QUERIES = 25
"""Of each class."""


def bbc(shared_data: Path) -> Iterator[str]:
    paths = sorted((shared_data / "bbc").rglob("*.txt"))
    return (path.read_bytes().decode("utf-8", "replace") for path in paths[:: len(paths) // ARTICLES])


def reuters(shared_data: Path) -> Iterator[str]:
    with lzma.open(shared_data / "reuters" / "reuters21578.jsonl.xz", "rt") as lines:
        yield from (json.loads(line)["body"] for line in islice(lines, 0, None, 24))


def written(folder: Path, texts: list[str]) -> tuple[Any, Any]:
    schema = fields.Schema(text=fields.TEXT(analyzer=analysis.StemmingAnalyzer(stoplist=None)))
    made = []
    for name in ("stock", "columnar"):
        (folder / name).mkdir()
        made.append(index.create_in(str(folder / name), schema))
    for batch in range(BATCHES):
        for writer in (made[0].writer(), ColumnarWriter(made[1])):
            for text in texts[batch::BATCHES]:
                writer.add_document(text=text)
            writer.commit(merge=False)
    return made[0], made[1]


def questions(texts: list[str], rng: random.Random) -> Iterator[Any]:
    """Rare and common words, together, of either, and next to each other."""
    stem = analysis.StemmingAnalyzer(stoplist=None)
    stemmed = [[token.text for token in stem(text)] for text in rng.sample(texts, 200)]
    counts = Counter(word for words in stemmed for word in set(words))
    rare = sorted(word for word, count in counts.items() if count < 3)
    common = sorted(word for word, count in counts.items() if count > 40)
    for _ in range(QUERIES):
        words = rng.choice([words for words in stemmed if len(words) > 2])
        start = rng.randrange(len(words) - 2)
        yield Term("text", rng.choice(rare))
        yield Term("text", rng.choice(common))
        yield And([Term("text", word) for word in rng.sample(common, 2)])
        yield Or([Term("text", word) for word in rng.sample(common + rare, 3)])
        yield Phrase("text", words[start : start + rng.choice([2, 2, 3])])


@pytest.mark.parametrize("source", [bbc, reuters])
def test_ranked_as_by_whoosh(source: Any, shared_data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(query.Or, "matcher_type", query.Or.DEFAULT_MATCHER)  # the others lose documents inside an And
    texts = list(islice(source(shared_data), ARTICLES))
    stock, columnar = written(tmp_path, texts)
    with stock.searcher() as theirs, columnar.searcher() as ours:
        for wanted in questions(texts, random.Random(source.__name__)):
            expected = sorted(
                ((hit.docnum, hit.score) for hit in theirs.search(wanted, limit=None)),
                key=lambda hit: (-round(hit[1], 9), hit[0]),
            )
            collector = ColumnarCollector(50)
            ours.search_with_collector(wanted, collector)
            assert collector.count() == len(expected), wanted
            found = [(hit.docnum, hit.score) for hit in collector.results()]
            assert [score for _, score in found] == pytest.approx([score for _, score in expected[:50]], rel=1e-9)
            scores = dict(expected)
            assert all(score == pytest.approx(scores[number], rel=1e-9) for number, score in found), wanted
            assert found == sorted(found, key=lambda hit: (-hit[1], hit[0])), wanted
    stock.close()
    columnar.close()
