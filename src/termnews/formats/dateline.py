"""Datelines: where, when and for which agency a story was filed, as in ``LONDON, Nov 3 (Reuters) — It rained``."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from termnews.article import Published
from termnews.formats import dates
from termnews.frozen import dataclass

_LONGEST = 120  # characters of a dateline with its dash

_MONTH = r"(?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_UPPER = r"[^\W\d_a-zà-öø-ÿ]"
_CAPITALS = rf"{_UPPER}[^\Wa-zà-öø-ÿ_]*"  # a word without small letters
_WORD = rf"{_UPPER}[\w'’.]*"


class _Grammar(NamedTuple):
    """The parts of a dateline; compiled when a paragraph is seen that has a dash near its start."""

    place: re.Pattern[str]
    spelled_place: re.Pattern[str]
    region: re.Pattern[str]
    date: re.Pattern[str]
    agency: re.Pattern[str]
    dash: re.Pattern[str]


@cache
def _grammar() -> _Grammar:
    return _Grammar(
        place=re.compile(rf"{_CAPITALS}[.'’]?(?:[ '’/-]{_CAPITALS}[.'’]?|[.] {_CAPITALS}){{0,5}}"),
        spelled_place=re.compile(rf"{_WORD}(?:[ /-](?:{_WORD}|de|la|le|del|do|da|of|on|upon|sur|am|an|der)){{0,4}}"),
        region=re.compile(rf",\s*{_WORD}(?:[ -](?:{_WORD}|of|and|the|de)){{0,3}}"),
        date=re.compile(
            rf",?\s*((?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+)?(?:{_MONTH}\s+\d{{1,2}}|\d{{1,2}}\s+{_MONTH})"
            r"(?:,?\s+(?:19|20)\d\d)?),?"
        ),
        agency=re.compile(r",?\s*\(([^()\n]{2,60})\)"),
        dash=re.compile(r"\s*[—–]\s+|\s*--\s+|\s+[-_]\s+|\s*—"),
    )


_DASHES = ("—", "–", "--", " - ", " _ ")

_LABELS = frozenset(
    "breaking update updated exclusive watch listen live video photos gallery opinion analysis editorial note notice "
    "correction corrected clarification question answer interview review preview obituary profile factbox timeline "
    "warning alert advisory new news more also read related sponsored advertisement explainer recap column letter "
    "summary result results final important reminder part chapter section table figure".split()
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline as written, the agency and date in it, and where the text begins after it."""

    text: str
    agency: str | None
    published: Published | None
    end: int


def find(paragraphs: list[str]) -> Dateline | None:
    """The dateline at the start of the first paragraph, if it has one.

    ``paragraphs`` is the whole body: where others begin like the first, they are the turns of a conversation, and
    where the dash goes on with a small letter the first word is only shouted.
    """
    if not paragraphs:
        return None
    found = _at_start(paragraphs[0])
    if found is None:
        return None
    if found.agency is None and any(_at_start(other) for other in paragraphs[1:]):
        return None
    return found


def _at_start(paragraph: str) -> Dateline | None:
    head = paragraph[:_LONGEST]
    if not any(dash in head for dash in _DASHES):
        return None
    grammar = _grammar()
    position, in_capitals = _place(head, grammar)
    date = grammar.date.match(head, position) if position else None
    position = date.end() if date else position
    agency = grammar.agency.match(head, position)
    position = agency.end() if agency else position
    dash = grammar.dash.match(head, position)
    if not dash or not (in_capitals or agency):
        return None
    following = paragraph[dash.end() : dash.end() + 3].lstrip(" \"'“‘«¿¡([")
    if not following or (following[0].islower() and not agency):
        return None
    return Dateline(
        text=head[: dash.start()].strip(" ,"),
        agency=agency[1].strip() if agency else None,
        published=dates.parse(date[1]) if date else None,
        end=dash.end(),
    )


def _place(head: str, grammar: _Grammar) -> tuple[int, bool]:
    """Where the place and its region end, and whether the place is in capitals."""
    place = grammar.place.match(head)
    in_capitals = place is not None and len(place[0]) > 2 and _is_place(place[0])
    if not in_capitals:
        place = grammar.spelled_place.match(head)
    if not place:
        return 0, False
    position = place.end()
    for _ in range(2):
        if grammar.date.match(head, position) or not (region := grammar.region.match(head, position)):
            break
        position = region.end()
    return position, in_capitals


def _is_place(words: str) -> bool:
    return words.split(maxsplit=1)[0].strip(".'’").lower() not in _LABELS
