"""Queries drawn at random, by class."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import numpy as np
from whoosh import query
from whoosh.query import And, AndMaybe, AndNot, Every, Not, Or, Phrase, Require, Term

from termnews.search.columnar.alike import Alike
from termnews.search.columnar.nearby import Nearby
from termnews.search.columnar.queries import All, Among, Beginning, ColumnRange

from .corpus import FIRST_DAY, TAGS, WORDS, schema

SCHEMA = schema()

Draw = Callable[[random.Random], Any]


def term(rng: random.Random) -> Any:
    name = rng.choice(["text", "text", "text", "title", "tags"])
    return Term(name, rng.choice(TAGS if name == "tags" else [*WORDS, "absent"]))


def terms(rng: random.Random, least: int = 2, most: int = 4) -> list[Any]:
    return [Term("text", word) for word in rng.sample(WORDS, rng.randrange(least, most + 1))]


def phrase(rng: random.Random, slop: int = 1) -> Any:
    common = WORDS[:8]
    return Phrase("text", [rng.choice(common) for _ in range(rng.choice([2, 2, 2, 3]))], slop=slop)


def numbers(rng: random.Random, name: str = "size") -> Any:
    low, high = sorted(rng.sample(range(-60, 1010), 2))
    low, high = (max(low, 0), max(high, 0)) if name == "pages" else (low, high)
    ends = {"startexcl": rng.random() < 0.3, "endexcl": rng.random() < 0.3}
    return query.NumericRange(name, *rng.choice([(low, high), (None, high), (low, None)]), **ends)


def in_column(size: int) -> int:
    """How Whoosh keeps a signed number in a column."""
    return int(SCHEMA["size"].to_column_value(size))


def days(rng: random.Random) -> Any:
    first, last = sorted(FIRST_DAY + timedelta(days=rng.randrange(2000)) for _ in range(2))
    return query.DateRange("day", first, last)


def tree(rng: random.Random, depth: int = 2) -> Any:
    if depth == 0:
        return rng.choice([term, term, phrase])(rng)
    parts = [tree(rng, depth - 1) for _ in range(2)]
    return rng.choice([And, Or])(parts)


AS_STOCK: dict[str, Draw] = {
    "term": term,
    "term boosted": lambda rng: Term("text", rng.choice(WORDS), boost=rng.choice([0.5, 2.0, 3.3])),
    "and": lambda rng: And(terms(rng)),
    "and boosted": lambda rng: And(terms(rng, 2, 3), boost=2.5),
    "or": lambda rng: Or(terms(rng)),
    "or of boosts": lambda rng: Or([Term("text", rng.choice(WORDS), boost=rng.random() + 0.1) for _ in range(2)]),
    "and or": tree,
    "several fields": lambda rng: Or([Term("text", word := rng.choice(WORDS)), Term("title", word)]),
    "and with not": lambda rng: And([*terms(rng, 1, 2), Not(term(rng))]),
    "phrase": phrase,
    "sloppy phrase": lambda rng: phrase(rng, rng.choice([2, 3, 5])),
    "phrase and term": lambda rng: And([phrase(rng), term(rng)]),
    "phrase or term": lambda rng: Or([phrase(rng), term(rng)]),
    "number range": numbers,
    "number range by terms": lambda rng: numbers(rng, "pages"),
    "date range": days,
    "term and range": lambda rng: And([term(rng), numbers(rng)]),
    "every": lambda rng: rng.choice([Every(), Every("tags"), Every("title")]),
    "every and term": lambda rng: And([Every(), term(rng)]),
    "variations": lambda rng: query.Variations("text", rng.choice(["invest", "tax", "report", "share", "agree"])),
    "keyword": lambda rng: And([Term("tags", rng.choice(TAGS)), Term("text", rng.choice(WORDS[:9]))]),
}
"""Classes in which Whoosh with no limit is right, and our rule is its."""

BY_RULE: dict[str, Draw] = {
    "and not": lambda rng: AndNot(term(rng), term(rng)),
    "not": lambda rng: Not(term(rng)),
    "prefix": lambda rng: query.Prefix("text", rng.choice(WORDS)[: rng.randrange(1, 4)], boost=rng.choice([1.0, 2.0])),
    "prefix scored": lambda rng: query.Prefix("text", rng.choice(WORDS)[:2], constantscore=False),
    "wildcard": lambda rng: query.Wildcard(
        "text",
        rng.choice(
            [
                "*tion",
                "*or?",
                "re*t*",
                "?ou*",
                "in*st",
                "[mh]ouse",
                "[!s]*e[a-d]",
                "*",
                "??",
                "s*o*t",
                "*a*e*",
                "[a",
                "tax?",
            ]
        ),
    ),
    "regex": lambda rng: query.Regex("text", rng.choice(["[mh]ous", ".*tion", "tax(es)?$", "invest.+", "s.a"])),
    "fuzzy": lambda rng: query.FuzzyTerm(
        "text",
        rng.choice(["hause", "prize", "inwest", "shore", "slaes"]),
        maxdist=rng.choice([1, 2]),
        prefixlength=rng.choice([0, 1]),
    ),
    "term range": lambda rng: query.TermRange(
        "text", *sorted(rng.sample(WORDS, 2)), startexcl=rng.random() < 0.5, endexcl=rng.random() < 0.5
    ),
    "and maybe": lambda rng: AndMaybe(term(rng), Or(terms(rng))),
    "require": lambda rng: Require(Or(terms(rng)), term(rng)),
    "disjunction max": lambda rng: query.DisjunctionMax(terms(rng), tiebreak=rng.choice([0.0, 0.3])),
    "or of the best": lambda rng: Or(
        [
            query.DisjunctionMax([Term("text", word), Term("title", word, boost=0.6)], tiebreak=0.4)
            for word in WORDS[:9:4]
        ]
    ),
    "or of at least": lambda rng: Or(terms(rng, 3, 5), minmatch=rng.choice([2, 3])),
    "coordination": lambda rng: Or(terms(rng), scale=rng.choice([0.5, 0.9]), boost=rng.choice([1.0, 2.0])),
    "nearby": lambda rng: Nearby("text", rng.choices(WORDS[:9], k=rng.choice([2, 3])), rng.randrange(4)),
    "columns": lambda rng: And([term(rng), ColumnRange("size", *map(in_column, (rng.randrange(300), 700)))]),
    "among": lambda rng: AndNot(
        Or(terms(rng)), Among("size", np.array([in_column(size) for size in rng.sample(range(1000), 300)]))
    ),
    "all but": lambda rng: AndNot(All(), Or(terms(rng))),
    "nested": lambda rng: And([tree(rng), AndMaybe(tree(rng, 1), phrase(rng)), query.Prefix("text", "s")]),
    "constant score": lambda rng: And([query.ConstantScoreQuery(Or(terms(rng)), 0.7), term(rng)]),
    "and not inside": lambda rng: Or([AndNot(term(rng), term(rng)), And([term(rng), AndNot(term(rng), term(rng))])]),
    "not inside or": lambda rng: Or([term(rng), Not(term(rng))]),
    "prefix and phrase": lambda rng: And([query.Prefix("text", rng.choice(WORDS)[:1]), phrase(rng)]),
}
"""Classes in which Whoosh is wrong (leaving out loses its way among deleted documents) or has no rule: ours is written
in ``evaluate``, and tested against plain Python."""

BY_SPELLING: dict[str, Draw] = {
    "beginning": lambda rng: Beginning("text", rng.choice(WORDS)[: rng.randrange(1, 4)], boost=rng.choice([1.0, 2.0])),
    "beginning and term": lambda rng: And([Beginning("text", rng.choice(WORDS)[:1]), term(rng)]),
    "alike": lambda rng: Alike("text", rng.choice(["hause", "prize", "inwest", "shore", "slaes"]), rng.choice([1, 2])),
}
"""Classes in which many words count as one; plain Python only knows how often where nothing is deleted."""
