"""The queries and their judgements; README.md tells how they were made."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
COLLECTIONS = ("bbc", "digitalgov")


@dataclass(frozen=True, slots=True)
class Topic:
    """``grades`` are from 0 to 3 by the id of the article; one that is not there was not judged."""

    id: str
    collection: str
    query: str
    wanted: str
    grades: Mapping[str, int]

    @property
    def odd(self) -> bool:
        """Of the half that the ranking was developed on; the even ones were kept aside."""
        return int(self.id[1:]) % 2 == 1


def topics() -> list[Topic]:
    """All of them, in the order of the file."""
    grades = _grades()
    lines = (HERE / "queries.tsv").read_text("utf-8").splitlines()
    found = []
    for line in lines:
        number, collection, query, wanted = line.split("\t")
        found.append(Topic(number, collection, query, wanted, grades[number]))
    return found


def _grades() -> dict[str, dict[str, int]]:
    """From lines of ``topic iteration document grade``, as TREC's evaluation has them."""
    found: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for line in (HERE / "qrels.txt").read_text("utf-8").splitlines():
        topic, _, document, grade = line.split(" ")
        found[topic][document] = int(grade)
    return found
