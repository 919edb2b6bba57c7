"""What an article tells of a person besides the name, and whether two such accounts fit one life."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from termnews.folding import fold
from termnews.quotes.identity import spelling
from termnews.quotes.identity.professions import COMMON, EMPTY, IN_FULL, KIN, NEIGHBOURS, SECTION_WALKS, WALKS

_WORD = re.compile(r"[^\W\d_](?:[\w.’'\-]*\w)?")
_WORD_POINTS, _SHARED_POINTS, _WALK_POINTS = 3, 3, 2
_GOES_WITH_ALL = frozenset({"politics", "media"})


@dataclass(frozen=True, slots=True)
class Told:
    """What a role tells: its words, the walks of life they belong to, and names in it (an employer's, a place's)."""

    words: frozenset[str] = frozenset()
    walks: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    kin: bool = False


@dataclass(slots=True)
class Life:
    """All that is told of one person, put together; ``beside`` are the people named in the same articles."""

    words: set[str] = field(default_factory=set)
    walks: set[str] = field(default_factory=set)
    sections: set[str] = field(default_factory=set)
    organisations: set[str] = field(default_factory=set)
    beside: set[str] = field(default_factory=set)

    def add(self, other: Life) -> None:
        """Take in what is told elsewhere of the same person."""
        self.words |= other.words
        self.walks |= other.walks
        self.sections |= other.sections
        self.organisations |= other.organisations
        self.beside |= other.beside

    def likely_walks(self) -> frozenset[str]:
        """The walks of life that the roles tell, else those of the sections."""
        return frozenset(self.walks or {walk for section in self.sections for walk in section_walks(section)})


def life(
    role: str | None,
    section: str | None,
    organisations: Iterable[str],
    beside: Iterable[str],
    titles: Iterable[str] = (),
) -> Life:
    """The life that one mention tells."""
    told = told_by(role or "", tuple(titles))
    named = set(map(spelling.plain, organisations))
    return Life(
        words=set(told.words),
        walks=set(told.walks),
        sections={spelling.plain(section)} if section else set(),
        organisations=named | told.names,
        beside=set(map(fold, beside)),
    )


@lru_cache(maxsize=65536)
def told_by(role: str, titles: tuple[str, ...] = ()) -> Told:
    """What a role and the titles before a name tell of somebody."""
    found = _WORD.findall(" ".join([*titles, role]))
    words = [IN_FULL.get(word, word) for word in (_stem(word) for word in found)]
    kin = [word for word in words if word in KIN]
    if kin:
        return Told(words=frozenset(kin), kin=True)
    names = {spelling.plain(word) for at, word in enumerate(found) if at and word[0].isupper()}
    walks = {walk for word in words for walk in WALKS.get(word, ())}
    first = next((WALKS[word] for word in words if word in WALKS and len(WALKS[word]) == 1), None)
    if first is not None and len(walks) > 1:
        walks = {walk for word in words if len(WALKS.get(word, ())) == 1 for walk in WALKS[word]}
    return Told(frozenset(words) - EMPTY - {""}, frozenset(walks), frozenset(names - EMPTY - {""}))


@lru_cache(maxsize=4096)
def section_walks(section: str) -> frozenset[str]:
    """The walks of life of a section's people; none for "News" or "World"."""
    return SECTION_WALKS.get(section, frozenset())


def _stem(word: str) -> str:
    small = word.lower().replace("’", "'").removesuffix("'s").strip(".")
    if small in WALKS or small in KIN or not small.endswith("s") or small.endswith("ss"):
        return small
    return small[:-1]


def shared(one: Life, other: Life) -> int:
    """Points for what two accounts have in common: words of the role, organisations, people beside, walk of life."""
    points = 0
    if not one.words.isdisjoint(other.words):
        words = one.words & other.words
        points += len(words) + (_WORD_POINTS - 1) * len(words - COMMON)
    if one.organisations and not one.organisations.isdisjoint(other.organisations):
        points += _SHARED_POINTS
    if one.beside and not one.beside.isdisjoint(other.beside):
        points += _SHARED_POINTS
    if one.walks and not one.walks.isdisjoint(other.walks):
        points += _WALK_POINTS
    return points


def same_section(one: Life, other: Life) -> bool:
    """Whether they appear in the same part of the paper, if in any."""
    return not one.sections.isdisjoint(other.sections)


def apart(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two sets of walks of life belong to two people: both known, nothing in common, no usual way between."""
    return bool(one) and bool(other) and one.isdisjoint(other) and _no_way_between(one, other)


def far_apart(one: frozenset[str], other: frozenset[str]) -> bool:
    """``apart`` for two accounts under the very same name, where politics and the media take people from anywhere."""
    return apart(one, other) and _GOES_WITH_ALL.isdisjoint(one) and _GOES_WITH_ALL.isdisjoint(other)


@lru_cache(maxsize=16384)
def _no_way_between(one: frozenset[str], other: frozenset[str]) -> bool:
    return not any(frozenset((left, right)) in NEIGHBOURS for left in one for right in other)
