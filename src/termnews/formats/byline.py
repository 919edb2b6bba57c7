"""Bylines: lines that say who wrote what follows, as ``By Ada Byrne and Li Wei, Staff Reporters``."""

from __future__ import annotations

import re

_LONGEST = 150
_LONGEST_NAME = 5  # words
_BY = re.compile(
    r"(?:(?:story|text|words|reported|written|report|analysis|interview|review|opinion)\s+)?by\b:?\s+", re.IGNORECASE
)
_PARTICLES = frozenset(
    "de del della di da dos das do du des la le van von der den ter ten zu zur af av al el bin ibn bint ben "
    "y e of the and for & mac mc st. d' o'".split()
)
_NEVER_A_NAME = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august "
    "september october november december then now the a an this that these those its his her their our my today "
    "tomorrow noon midnight all any far most mid early late law contrast comparison default design next last some "
    "chance accident definition using doing making taking being having in on at to as if".split()
)


def of_line(line: str) -> str | None:
    """Who a byline names, with their roles as given; None where the line is no byline."""
    if len(line) > _LONGEST:
        return None
    by = _BY.match(line)
    if not by:
        return None
    names = line[by.end() :].strip(" *_")
    first, *rest = re.split(r"\s*(?:,|;|\||/|\band\b|\bwith\b|\bin\b|\bfor\b|&|–|—|\()\s*", names)
    if not _is_name(first):
        return None
    if names.endswith((".", "!", "?", ":", ",")) and not re.search(r"\b(?:[A-Z]|Jr|Sr|[A-Z]\.[A-Z])\.$", names):
        return None
    # A sentence that begins with By has words where a byline has names and roles
    return names if sum(len(part.split()) for part in rest) <= 14 else None


def _is_name(text: str) -> bool:
    words = text.split()
    if not 0 < len(words) <= _LONGEST_NAME or words[0].lower().strip(".,'’") in _NEVER_A_NAME:
        return False
    return all(_is_capitalised(word) or word.lower() in _PARTICLES for word in words) and any(
        _is_capitalised(word) for word in words
    )


def _is_capitalised(word: str) -> bool:
    bare = word.lstrip("\"'“‘’ʻ@")
    return bool(bare) and bare[0].isalpha() and not bare[0].islower()
