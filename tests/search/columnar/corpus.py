"""One corpus written twice, by Whoosh's own codec and by ours, through the same commits."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from whoosh import analysis, fields, index

from termnews.search.columnar.writer import ColumnarWriter

WORDS = (
    "said bank oil price market dollar rate trade wheat gold house mouse horse tax taxes taxed invest invested "
    "investing investment minister ministers prime crude output profit loss share shares shared japan china port sport "
    "report reported nation station relation agree agreed agreement zinc barley guinea rye"
).split()
TAGS = "news sport money world art".split()
FIRST_DAY = datetime(2016, 1, 1)


def schema() -> Any:
    return fields.Schema(
        key=fields.ID(unique=True, stored=True),
        text=fields.TEXT(analyzer=analysis.SimpleAnalyzer()),
        title=fields.TEXT(analyzer=analysis.SimpleAnalyzer(), field_boost=2.0),
        tags=fields.KEYWORD(scorable=True),
        size=fields.NUMERIC(int, sortable=True),
        pages=fields.NUMERIC(int),
        day=fields.DATETIME(sortable=True),
    )


def document(rng: random.Random, key: int) -> dict[str, Any]:
    weights = [1 / (place + 1) for place in range(len(WORDS))]
    return {
        "key": f"k{key}",
        "text": " ".join(rng.choices(WORDS, weights, k=rng.randrange(5, 60))),
        "title": " ".join(rng.choices(WORDS, k=rng.randrange(0, 6))),
        "tags": " ".join(rng.choices(TAGS, k=rng.randrange(0, 4))),
        "size": rng.randrange(-50, 1000),
        "pages": rng.randrange(0, 300),
        "day": FIRST_DAY + timedelta(days=rng.randrange(2000)),
    }


@dataclass
class Corpus:
    """Both indexes, and what they hold by key."""

    stock: Any
    columnar: Any
    documents: dict[str, dict[str, Any]] = field(default_factory=dict)

    def commit(self, add: list[dict[str, Any]], delete: list[str] = [], **how: Any) -> None:  # noqa: B006
        for writer in (self.stock.writer(), ColumnarWriter(self.columnar)):
            for key in delete:
                writer.delete_by_term("key", key)
            for each in add:
                writer.update_document(**each)
            writer.commit(**how)
        for key in delete:
            self.documents.pop(key, None)
        self.documents.update({each["key"]: each for each in add})

    def close(self) -> None:
        self.stock.close()
        self.columnar.close()


def made(folder: Path, seed: int, optimized: bool) -> Corpus:
    """Six segments with documents updated and deleted in all of them, or one."""
    rng = random.Random(seed)
    for name in ("stock", "columnar"):
        (folder / name).mkdir()
    corpus = Corpus(*(index.create_in(str(folder / name), schema()) for name in ("stock", "columnar")))
    for start in range(0, 480, 80):
        new = [document(rng, key) for key in range(start, start + 80)]
        again = [document(rng, key) for key in rng.sample(range(max(start, 1)), min(start, 12))]
        gone = [f"k{key}" for key in rng.sample(range(max(start, 1)), min(start, 7))]
        again = [each for each in again if each["key"] not in gone]
        corpus.commit(new + again, gone, merge=False)
    if optimized:
        corpus.commit([document(rng, 3)], optimize=True)
    return corpus
