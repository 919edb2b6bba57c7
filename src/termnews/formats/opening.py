"""What stands above the text of an article: the address of its page, its headline, its byline, its date."""

from __future__ import annotations

import re
from dataclasses import replace

from termnews.article import Published
from termnews.formats import byline, dates, headline
from termnews.formats.canonical import Block
from termnews.frozen import dataclass

_LONGEST_DATE = 80
_DATE_WORDS = (  # compiled when a line with a year is seen
    r"(?i:(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)(?:uary|ruary|ch|il|e|y|ust|tember|ember|ober)?"
    r"|(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?|st|nd|rd|th|[ap]m?|m|hrs|on|at|of|the|t"
    r"|(?:first|last|re)?published|posted|updated|date|issued|filed)|[A-Z]{1,4}T|UTC|Z"
)
_LETTERS = re.compile(r"[^\W\d_]+")
_HAS_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|2[01])\d\d(?!\d)")
_ADDRESS = re.compile(r"https?://[^\s/][^\s]{0,2000}", re.IGNORECASE)
_UNDERLINE = re.compile(r"(?:=+|-+|~+|\*+)")


@dataclass(frozen=True, slots=True)
class Opening:
    """What was found above the text, and the blocks that remain."""

    blocks: list[Block]
    headline: str | None = None
    byline: str | None = None
    published: Published | None = None
    url: str | None = None


def take(blocks: list[Block], title: str | None) -> Opening:
    """Take the opening lines off the blocks of an article whose header gave ``title``, or none.

    In this order, each optional: the address of the page, headline (or the title once more), byline, date line; a date
    may also stand first.  Under the address of its page, as programs save it, a headline needs no empty line below.
    """
    found = Opening(list(blocks))
    while found.blocks:
        block, following = found.blocks[0], found.blocks[1:]
        first, rest = block.lines[0], block.lines[1:]
        if found == Opening(found.blocks) and _ADDRESS.fullmatch(first):
            found = replace(found, url=first)
        elif found.byline is None and (who := byline.of_line(first)):
            found = replace(found, byline=who)
        elif found.published is None and (published := of_date_line(first)):
            found = replace(found, published=published)
        elif found.headline is None and found.byline is None and _is_title(block, bool(following), title, found.url):
            found = replace(found, headline=block.text if block.heading else first)
            if rest and _UNDERLINE.fullmatch(rest[0]):
                rest = rest[1:]
            rest = () if block.heading else rest
        else:
            break
        remaining = [replace(block, lines=rest)] if rest else []
        found = replace(found, blocks=remaining + following)
    return found


def _is_title(block: Block, followed: bool, title: str | None, url: str | None) -> bool:
    """Whether an article's headline stands at the top of this block; ``url`` is the address that stood above it."""
    first, rest = block.lines[0], block.lines[1:]
    if title is not None:
        return _same(block.text if block.heading else first, title) and (followed or bool(rest))
    if block.heading:
        return len(block.text) <= 2 * headline.LONGEST
    if block.kept or not headline.is_headline(first):
        return False
    if not rest:
        return followed
    if url is not None:
        return True
    underlined = _UNDERLINE.fullmatch(rest[0]) is not None and len(rest[0]) > 2
    below = rest[1] if underlined and len(rest) > 1 else rest[0]
    return (underlined and (followed or len(rest) > 1)) or bool(byline.of_line(below) or of_date_line(below))


def _same(one: str, other: str) -> bool:
    return one.casefold().rstrip(".") == other.casefold().rstrip(".")


def of_date_line(line: str) -> Published | None:
    """The date of a line that holds nothing else."""
    if len(line) > _LONGEST_DATE or not _HAS_YEAR.search(line):
        return None
    line = re.split(r"\s[|·•]\s", line.strip("*_ "))[0]
    if not all(re.fullmatch(_DATE_WORDS, word) for word in _LETTERS.findall(line)):
        return None
    published = dates.parse(line)
    return published if published and published.precision != "year" else None
