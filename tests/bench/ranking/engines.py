"""The engines: each builds from documents, and answers a query with the numbers of its best, best first.

The others come twice: as they are when nothing is set (no stemming; stock Whoosh and FTS5 want all words, tantivy any
of them), and with the English stemmer that each of them has.  A query is put to each in its own language; a field that
it does not have is left out, and its words stay.
"""

from __future__ import annotations

import re
import sqlite3
from pathlib import Path
from typing import Any, Protocol

from termnews.search import Document, Index

_FIELDS = ("headline", "text")
_OTHER_FIELD = re.compile(r"\b(?!headline:)[a-z]+:")
_PART = re.compile(r'"[^"]*"|\S+')


class Engine(Protocol):
    """One engine on one collection."""

    name: str

    def ask(self, query: str, limit: int) -> list[int]: ...


class Termnews:
    """The index of the project: ``recent`` with its preference for the recent, as a library has it, ``typed`` as if the
    query were still being typed, ``any`` with OR between the words, as tantivy takes them."""

    def __init__(self, index: Index, documents: list[Document], way: str = "") -> None:
        from termnews.search import Relevance

        self.name = f"termnews {way}".strip()
        self._index = index
        self._way = way
        dates = [each.article.published.first for each in documents if each.article.published]
        self._rank = Relevance(max(dates, default=None) if way == "recent" else None)

    def ask(self, query: str, limit: int) -> list[int]:
        from termnews.search import parse

        if self._way == "any":
            query = " OR ".join(_PART.findall(query))
        asked = parse(query, as_typed=self._way == "typed")
        return self._index.search(asked, rank=self._rank, limit=limit, time_limit=600).numbers.tolist()


class Stock:
    """Whoosh with its own codec, parser and scores."""

    def __init__(self, folder: Path, documents: list[Document], stems: bool) -> None:
        from whoosh import analysis, fields, index
        from whoosh.qparser import MultifieldParser

        self.name = "whoosh+stems" if stems else "whoosh"
        text = fields.TEXT(analyzer=analysis.StemmingAnalyzer()) if stems else fields.TEXT()
        schema = fields.Schema(number=fields.STORED, **dict.fromkeys(_FIELDS, text))
        (folder / self.name).mkdir()
        made = index.create_in(str(folder / self.name), schema)
        writer = made.writer(limitmb=256)
        for each in documents:
            writer.add_document(number=each.number, headline=each.article.headline, text=each.article.text)
        writer.commit()
        self._searcher = made.searcher()
        self._parser = MultifieldParser(list(_FIELDS), schema)

    def ask(self, query: str, limit: int) -> list[int]:
        asked = self._parser.parse(_OTHER_FIELD.sub("", query))
        return [hit["number"] for hit in self._searcher.search(asked, limit=limit)]


class Fts5:
    """SQLite's full-text index, by its own rank (bm25)."""

    def __init__(self, documents: list[Document], stems: bool) -> None:
        self.name = "fts5+stems" if stems else "fts5"
        self._database = sqlite3.connect(":memory:")
        tokens = "porter unicode61" if stems else "unicode61"
        self._database.execute(f"CREATE VIRTUAL TABLE a USING fts5(headline, text, tokenize='{tokens}')")
        rows = ((each.number, each.article.headline, each.article.text) for each in documents)
        self._database.executemany("INSERT INTO a(rowid, headline, text) VALUES (?, ?, ?)", rows)

    def ask(self, query: str, limit: int) -> list[int]:
        asked = _OTHER_FIELD.sub("", query)
        rows = self._database.execute("SELECT rowid FROM a WHERE a MATCH ? ORDER BY rank LIMIT ?", (asked, limit))
        return [number for (number,) in rows]


class Tantivy:
    """tantivy on one thread."""

    def __init__(self, documents: list[Document], stems: bool) -> None:
        import tantivy

        self.name = "tantivy+stems" if stems else "tantivy"
        schema = tantivy.SchemaBuilder().add_unsigned_field("number", stored=True)
        for field in _FIELDS:
            schema.add_text_field(field, tokenizer_name="en_stem" if stems else "default")
        self._index = tantivy.Index(schema.build())
        writer = self._index.writer(128_000_000, 1)
        for each in documents:
            article = each.article
            writer.add_document(tantivy.Document(number=each.number, headline=article.headline, text=article.text))
        writer.commit()
        writer.wait_merging_threads()
        self._index.reload()
        self._searcher = self._index.searcher()

    def ask(self, query: str, limit: int) -> list[int]:
        asked = self._index.parse_query(_OTHER_FIELD.sub("", query), list(_FIELDS))
        return [self._searcher.doc(address)["number"][0] for _, address in self._searcher.search(asked, limit).hits]


def engines(folder: Path, documents: list[Document]) -> list[Engine]:
    """All of them, built; tantivy only where it is installed."""
    index = Index.create(folder / "termnews", "bench")
    index.write(documents)
    found: list[Any] = [Termnews(index, documents, way) for way in ("", "recent", "typed", "any")]
    for stems in (False, True):
        found += [Stock(folder, documents, stems), Fts5(documents, stems)]
        try:
            found.append(Tantivy(documents, stems))
        except ImportError:
            print("tantivy is not installed: left out")
    return found
