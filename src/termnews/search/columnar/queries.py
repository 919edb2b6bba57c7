"""Queries of our own beside Whoosh's, which only ``evaluate`` knows how to answer."""

from __future__ import annotations

from termnews.search import engine
from termnews.search.columnar.arrays import Array


class Beginning(engine.Query):  # type: ignore[misc]
    """Words of a field that begin so, counted as one word that is spelt in many ways.

    The weight of the word in a document is the sum of the weights of its spellings, its document frequency the number
    of documents that have any of them; BM25F makes the score.  So the score does not depend on how the index is cut
    into segments, and a beginning of many words does not outweigh the words beside it.
    """

    def __init__(self, fieldname: str, text: str, boost: float = 1.0) -> None:
        self.fieldname, self.text, self.boost = fieldname, text, boost


class ColumnRange(engine.Query):  # type: ignore[misc]
    """Documents whose number in a column lies between two others, ends included.  All score 0: it is a filter."""

    def __init__(self, fieldname: str, first: int, last: int) -> None:
        self.fieldname, self.first, self.last, self.boost = fieldname, first, last, 1.0


class Among(engine.Query):  # type: ignore[misc]
    """Documents whose number in a column is one of ``numbers``.  All score 0."""

    def __init__(self, fieldname: str, numbers: Array) -> None:
        self.fieldname, self.numbers, self.boost = fieldname, numbers, 1.0


class All(engine.Query):  # type: ignore[misc]
    """Every document, with a score of 0; Whoosh's ``Every`` scores 1."""

    boost = 1.0
