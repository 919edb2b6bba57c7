"""Adding, updating, deleting, merging and reopening at random, against a dictionary of what must be there."""

from __future__ import annotations

import random
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from whoosh import index, query
from whoosh.query import And, Every, Or, Phrase, Prefix, Term

from termnews.search.columnar.collector import ColumnarCollector
from termnews.search.columnar.writer import ColumnarWriter

from .brute import Brute
from .corpus import document, schema

Documents = Mapping[str, Mapping[str, Any]]

ASKED = (
    Term("text", "said"),
    Or([Term("text", "oil"), Term("title", "oil"), Term("text", "barley")]),
    And([Term("text", "bank"), Term("text", "said")]),
    Phrase("text", ["said", "bank"]),
    Prefix("text", "in"),
    query.NumericRange("size", 100, 500),
    Every(),
)
KEYS = st.integers(0, 30)
SEEDS = st.integers(0, 10**6)
WAYS: st.SearchStrategy[dict[str, bool]] = st.sampled_from([{}, {"merge": False}, {"optimize": True}])


class Indexing(RuleBasedStateMachine):
    """``documents`` is what the index must hold, ``seen`` what a searcher that stays open must go on seeing."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="termnews-model-"))
        self.index = index.create_in(str(self.folder), schema())
        self.documents: Documents = {}
        self.held: Any = None
        self.seen: Documents = {}

    def _written(self, new: Mapping[int, int], gone: set[int]) -> tuple[Any, Documents]:
        writer = ColumnarWriter(self.index, megabytes=0 if len(new) % 2 else 128)
        documents = dict(self.documents)
        for key in sorted(gone):
            writer.delete_by_term("key", f"k{key}")
            documents.pop(f"k{key}", None)
        for key, seed in new.items():
            made = document(random.Random(seed), key)
            writer.update_document(**made)
            documents[made["key"]] = made
        return writer, documents

    @rule(new=st.dictionaries(KEYS, SEEDS, max_size=8), gone=st.sets(KEYS, max_size=3), how=WAYS)
    def commit(self, new: Mapping[int, int], gone: set[int], how: Mapping[str, bool]) -> None:
        writer, self.documents = self._written(new, gone)
        writer.commit(**how)

    @rule(new=st.dictionaries(KEYS, SEEDS, min_size=1, max_size=4), gone=st.sets(KEYS, max_size=2))
    def cancel(self, new: Mapping[int, int], gone: set[int]) -> None:
        self._written(new, gone)[0].cancel()

    @rule()
    def reopen(self) -> None:
        self.index.close()
        self.index = index.open_dir(str(self.folder))

    @precondition(lambda self: self.held is None)
    @rule()
    def hold(self) -> None:
        self.held, self.seen = self.index.searcher(), self.documents
        assert_holds(self.held, self.seen)

    @precondition(lambda self: self.held is not None)
    @rule()
    def let_go(self) -> None:
        assert_holds(self.held, self.seen)
        self.held.close()
        self.held = None

    @invariant()
    def holds_what_was_committed(self) -> None:
        with self.index.searcher() as searcher:
            assert_holds(searcher, self.documents)

    def teardown(self) -> None:
        if self.held is not None:
            assert_holds(self.held, self.seen)
            self.held.close()
        self.index.close()
        shutil.rmtree(self.folder)


def assert_holds(searcher: Any, documents: Documents) -> None:
    brute = Brute(searcher, documents)
    for wanted in ASKED:
        collector = ColumnarCollector(None)
        searcher.search_with_collector(wanted, collector)
        scores = {hit.docnum: hit.score for hit in collector.results()}
        assert scores == pytest.approx(brute.search(wanted), rel=1e-9, abs=1e-9), wanted


@pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning")
class TestIndexing(Indexing.TestCase):  # Whoosh leaves its columns open
    settings = settings(max_examples=15, stateful_step_count=20, deadline=None, suppress_health_check=list(HealthCheck))
