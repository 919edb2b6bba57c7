"""The engines: each builds from documents, and answers a question with its best fifty and an exact total."""

from __future__ import annotations

import itertools
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Protocol

from termnews.article import Published
from termnews.search import Document

from .questions import Question

LIMIT = 50
BATCH = 10_000


class Side(Protocol):
    """One engine on one folder."""

    name: str
    place: Path

    def build(self, documents: list[Document]) -> None: ...
    def open(self) -> None: ...
    def ask(self, question: Question) -> int: ...


def _batches(documents: list[Document]) -> Iterator[list[Document]]:
    return (documents[start : start + BATCH] for start in range(0, len(documents), BATCH))


def _stamp(document: Document) -> int:
    published = document.article.published
    return 0 if published is None else published.first


def _year(year: int) -> tuple[int, int]:
    period = Published.from_iso(str(year))
    return period.first, period.last


class Termnews:
    """The index of the project, through its door: the query is parsed too."""

    name = "termnews"

    def __init__(self, folder: Path) -> None:
        self.place = folder / "termnews"

    def build(self, documents: list[Document]) -> None:
        from termnews.search import Index

        index = Index.create(self.place, "bench")
        for batch in _batches(documents):
            index.write(batch)
        index.close()

    def open(self) -> None:
        from termnews.search import Index

        self.index = Index.open(self.place)

    def ask(self, question: Question) -> int:
        from termnews.search import parse

        words = question.words
        match question.kind:
            case "and":
                text = " ".join(words)
            case "or":
                text = " OR ".join(words)
            case "phrase":
                text = f'"{" ".join(words)}"'
            case "prefix":
                text = f"{words[0]}*"
            case "dated":
                text = f"{words[0]} date:{question.year}"
        return self.index.search(parse(text), limit=LIMIT, time_limit=600).total


class Stock:
    """Whoosh with its own codec, analyzer and collectors."""

    name = "whoosh"

    def __init__(self, folder: Path) -> None:
        self.place = folder / "whoosh"

    def build(self, documents: list[Document]) -> None:
        from whoosh import analysis, fields, index

        self.place.mkdir()
        text = fields.TEXT(analyzer=analysis.StemmingAnalyzer(stoplist=None, cachesize=-1))
        made = index.create_in(str(self.place), fields.Schema(headline=text, text=text, day=fields.NUMERIC(int, 64)))
        for batch in _batches(documents):
            writer = made.writer(limitmb=256)
            for each in batch:
                writer.add_document(headline=each.article.headline, text=each.article.text, day=_stamp(each))
            writer.commit(merge=False)
        made.close()

    def open(self) -> None:
        from whoosh import index
        from whoosh.analysis import StemmingAnalyzer

        self._searcher = index.open_dir(str(self.place)).searcher()
        self._stem = StemmingAnalyzer(stoplist=None)

    def ask(self, question: Question) -> int:
        return len(self._searcher.search(self._query(question), limit=LIMIT))

    def _query(self, question: Question) -> Any:
        from whoosh import query

        words = [token.text for word in question.words for token in self._stem(word)]

        def anywhere(word: str) -> Any:
            return query.Or([query.Term("headline", word), query.Term("text", word)])

        match question.kind:
            case "and":
                return query.And([anywhere(word) for word in words])
            case "or":
                return query.Or([anywhere(word) for word in words])
            case "phrase":
                return query.Or([query.Phrase(name, words) for name in ("headline", "text")])
            case "prefix":
                return query.Or([query.Prefix(name, question.words[0]) for name in ("headline", "text")])
            case "dated":
                return query.And([anywhere(words[0]), query.NumericRange("day", *_year(question.year))])


class Fts5:
    """SQLite's full-text index, with its Porter stemmer and the texts kept in it as it does by default."""

    name = "fts5"

    def __init__(self, folder: Path) -> None:
        self.place = folder / "fts5.db"

    def build(self, documents: list[Document]) -> None:
        database = sqlite3.connect(self.place)
        database.execute("CREATE VIRTUAL TABLE a USING fts5(headline, text, tokenize='porter unicode61')")
        database.execute("CREATE TABLE d (number INTEGER PRIMARY KEY, day INTEGER)")
        for batch in _batches(documents):
            with database:
                rows = ((each.number, each.article.headline, each.article.text) for each in batch)
                database.executemany("INSERT INTO a(rowid, headline, text) VALUES (?, ?, ?)", rows)
                database.executemany("INSERT INTO d VALUES (?, ?)", ((each.number, _stamp(each)) for each in batch))
        database.close()

    def open(self) -> None:
        self._database = sqlite3.connect(self.place)

    def ask(self, question: Question) -> int:
        words = question.words
        match question.kind:
            case "or":
                text = " OR ".join(f'"{word}"' for word in words)
            case "phrase":
                text = f'"{" ".join(words)}"'
            case "prefix":
                text = f'"{words[0]}"*'
            case _:
                text = " ".join(f'"{word}"' for word in words)
        matches, values = "FROM a WHERE a MATCH ?", [text]
        if question.kind == "dated":
            matches = "FROM a CROSS JOIN d ON d.number = a.rowid WHERE a MATCH ? AND d.day BETWEEN ? AND ?"
            values += map(str, _year(question.year))
        self._database.execute(f"SELECT a.rowid {matches} ORDER BY rank LIMIT {LIMIT}", values).fetchall()
        total: int = self._database.execute(f"SELECT count(*) {matches}", values).fetchone()[0]
        return total


class Tantivy:
    """tantivy on one thread, with its English stemmer."""

    name = "tantivy"

    def __init__(self, folder: Path) -> None:
        self.place = folder / "tantivy"

    def build(self, documents: list[Document]) -> None:
        import tantivy

        self.place.mkdir()
        schema = tantivy.SchemaBuilder()
        for name in ("headline", "text"):
            schema.add_text_field(name, tokenizer_name="en_stem")
        schema.add_integer_field("day", indexed=True, fast=True)
        index = tantivy.Index(schema.build(), path=str(self.place))
        writer = index.writer(128_000_000, 1)
        for batch in _batches(documents):
            for each in batch:
                article = each.article
                writer.add_document(tantivy.Document(headline=article.headline, text=article.text, day=_stamp(each)))
            writer.commit()
        writer.wait_merging_threads()

    def open(self) -> None:
        import tantivy

        self._index = tantivy.Index.open(str(self.place))
        self._searcher = self._index.searcher()

    def ask(self, question: Question) -> int:
        return int(self._searcher.search(self._query(question), LIMIT, True).count)

    def _query(self, question: Question) -> Any:
        import tantivy

        fields = ["headline", "text"]
        words = question.words
        match question.kind:
            case "prefix":
                pattern = f"{words[0]}.*"
                parts = [tantivy.Query.regex_query(self._index.schema, name, pattern) for name in fields]
                return tantivy.Query.boolean_query([(tantivy.Occur.Should, part) for part in parts])
            case "or":
                text = " OR ".join(words)
            case "phrase":
                text = f'"{" ".join(words)}"'
            case _:
                text = " AND ".join(words)
        if question.kind == "dated":
            first, last = _year(question.year)
            text = f"({text}) AND day:[{first} TO {last}]"
        return self._index.parse_query(text, fields)


def sides(folder: Path, names: list[str]) -> list[Side]:
    """The engines that were asked for; tantivy only where it is installed."""
    every: list[Any] = [Termnews, Stock, Fts5, Tantivy]
    return [side(folder) for side, name in itertools.product(every, names) if side.name == name]
