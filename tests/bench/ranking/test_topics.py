"""The judged queries are whole, and the measure measures."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from .figures import interval, judged, ndcg
from .topics import COLLECTIONS, topics


def test_every_query_has_judgements_of_all_kinds() -> None:
    every = topics()
    assert len({topic.id for topic in every}) == len({topic.query for topic in every}) == len(every) >= 64
    assert all(count >= 28 for count in Counter(topic.collection for topic in every).values())
    for topic in every:
        assert set(topic.grades.values()) <= {0, 1, 2, 3}
        assert max(topic.grades.values()) >= 2, topic.query


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_what_was_judged_is_in_the_collection(shared_data: Path, collection: str) -> None:
    missing = {
        document
        for topic in topics()
        if topic.collection == collection
        for document in topic.grades
        if not (shared_data / collection / document).is_file()
    }
    assert not missing


def test_ndcg_is_one_for_the_best_order_and_less_for_every_other() -> None:
    grades = {"a": 3, "b": 2, "c": 0}
    assert ndcg(["a", "b", "c"], grades) == ndcg(["a", "b"], grades) == 1.0
    assert (
        ndcg(["a", "c", "b"], grades) > ndcg(["b", "a", "c"], grades) > ndcg(["unjudged"], grades) == ndcg([], grades)
    )
    assert judged(["a", "unjudged"], grades) == 0.5


def test_the_interval_of_no_difference_is_about_nothing() -> None:
    low, high = interval([0.1, 0.5, 0.9] * 9, [0.5, 0.1, 0.9] * 9)
    assert low < 0 < high
    assert interval([0.5] * 9, [0.25] * 9) == (0.25, 0.25)
