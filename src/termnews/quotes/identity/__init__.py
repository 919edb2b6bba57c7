"""One person in every article: which speakers of many articles are the same.

An article gives a speaker the fullest name it has ("Scott Guthrie", or no more than "Mr. Guthrie").  Across the library
these mentions become people, each a row of ``termnews speakers``.  The way of a mention::

    names        the name taken apart: titles, given names, particles, surname, suffix; or an organisation, or nobody
    spelling     accents, scripts, transliterations and feminine endings made comparable
    relations    how far two names differ: the same, a short form, a variant, or a contradiction
    lives        what the article tells besides: role, section, organisations, who is named beside
    grouping     all mentions of a block become groups, a group a person

Rules, in their order:

1.  Who has no name (a role, a crowd, "a spokesman for …") is nobody across articles.  An organisation is never a
    person; the same words are the same organisation, a short name the only longer one that begins with it.  A single
    word is an organisation where its own article has one that begins so, and nobody of that surname; who is called the
    owner of it is not it.
2.  Only mentions of one *block* are compared: a block is a surname by its sound, roughly, so that transliterations,
    missing accents and feminine endings share one. Names that share an alias (given name and surname in any order, a
    half of a double-barrelled surname, a knight's given name) are compared across blocks.
3.  The very same name is one person, unless the roles belong to lives that have nothing in common (a midfielder and a
    judge) and nothing else connects them.
4.  Names that differ contradict each other (another given name, middle initial, suffix or sex) or lie at a distance.  A
    short form or an initial joins the only person it fits, if that person's life does not speak against it.  Another
    spelling, a half of a double-barrelled surname or a missing particle needs something in common in the articles; a
    missing Jr., or two such differences, needs more.  Two names in one article are two people.
5.  Names that say most come first, so that "Robert Lindfors" finds both Robert A. and Robert B.; where two people fit,
    the one with more in common is meant, and where neither has more, it is somebody else.
6.  A surname alone comes last.  It is the only bearer whose sex and life do not contradict, or the one to whom role,
    organisation, section or people beside point; else it stays alone.  Surnames that nobody with a given name bears are
    one person while nothing contradicts.

The outcome depends on the set of mentions alone, not on their order of coming, and costs about as much as there are
mentions: people are looked up by given name inside a block, never each compared with each.
"""

from __future__ import annotations

from collections.abc import Iterable

from termnews.quotes.identity.grouping import people
from termnews.quotes.identity.mentions import Mention
from termnews.quotes.identity.names import Key, key, parse

IDENTITY_VERSION = 1
"""Grows with every change that can change what ``key`` or ``people`` give, so that people are grouped anew."""

__all__ = ["IDENTITY_VERSION", "Key", "Mention", "key", "parse", "people", "same_person"]


def same_person(one: Mention, other: Mention, library: Iterable[Mention] = ()) -> bool:
    """Whether two mentions are one person (or one organisation), ``library`` being who else is mentioned anywhere."""
    return any(0 in group and 1 in group for group in people([one, other, *library]))
