"""The query language in short: the one source of what the browser, ``termnews search --help`` and the README say of it.

The language itself is in ``search.parser``.
"""

from __future__ import annotations

import textwrap
from typing import NamedTuple


class Entry(NamedTuple):
    """What can be written in a query (two blanks between several), what it finds, and an example."""

    syntax: str
    meaning: str
    example: str


ENTRIES = (
    Entry("words", "all of them, in any form: invest finds invested", "ferry tide"),
    Entry("OR", "either; binds closer than standing side by side", "ferry OR bridge budget"),
    Entry("-word  NOT word", "leaves out", "harbour -ferry"),
    Entry("( )", "groups", "(mud OR tide) -(ferry bridge)"),
    Entry('"a phrase"', "these words one after the other, exactly as they are; also one word", '"low tide"'),
    Entry('"near words"~5', "in any order, at most so many other words among them", '"council ferry"~5'),
    Entry("begin*", "words that begin so", "harb*"),
    Entry("w?ldcard  *tion", "? is one letter, * any letters", "harbo?r*"),
    Entry("fuzzy~1  fuzzy~2", "words spelt like it: so many letters more, less, other or swapped", "harbuor~1"),
    Entry("word^2  (group)^0.5", "counts so many times as much in the order of the hits", "ferry^3 bridge"),
    Entry("headline:  text:", "in the headline; in the text", "headline:(ferry OR bridge)"),
    Entry("exact:", "the word as it is, without its other forms", "exact:ferries"),
    Entry("said:", "in what somebody said; side by side, also with -said:, in one quotation", "said:tide -said:mud"),
    Entry(
        "role:",
        "what the article calls who said something, by office or without a name; beside said: the one who said that",
        "role:manager said:bus",
    ),
    Entry("speaker:", "who said something; beside said: it is the one who said that", "speaker:pascoe said:mud"),
    Entry(
        "source:  section:  author:  tag:  lang:  path:",
        "what the file says of itself; your own tags too",
        "section:sport",
    ),
    Entry("date:", "a year, month or day; 2015..2017, >2016-06, <=2016", "date:2016-11-15"),
    Entry("date:today", 'also yesterday, "last week", "this month", "last 3 days"', 'date:"last week"'),
    Entry("date:-3d", "the last days; so do weeks -2w, months -6m, years -1y, ranges -3w..-1w", "ferry date:-6m"),
    Entry("is:unread", "also is:read, is:starred", "is:unread section:sport"),
    Entry("has:quotes", "articles in which somebody is quoted", "has:quotes tide"),
    Entry("@name", "a search saved as name", "@harbour date:-2w"),
)

NOTE = (
    "Case and accents don't matter. In the search box the last word is a beginning until a blank follows. Fields stand "
    "before words, phrases and groups. Whatever you type gets an answer, and what was not taken as typed is told."
)


def markdown() -> str:
    """The section of the README."""
    lines = ["| write | finds | for example |", "| --- | --- | --- |"]
    for entry in ENTRIES:
        syntax = " ".join(f"`{each}`" for each in entry.syntax.split("  "))
        meaning = entry.meaning.replace("*", r"\*")
        lines.append(f"| {syntax} | {meaning} | `{entry.example}` |")
    return "\n".join([*lines, "", textwrap.fill(NOTE, 120)])
