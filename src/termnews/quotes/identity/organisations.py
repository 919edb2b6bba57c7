"""Which mentions are organisations, and which of those are the same one."""

from __future__ import annotations

from collections import defaultdict

from termnews.quotes.identity import spelling
from termnews.quotes.identity.lives import same_section, shared
from termnews.quotes.identity.mentions import Person, Told
from termnews.quotes.identity.names import parse


def is_short_for_organisation(told: Told, at: int) -> bool:
    """Whether a single word is an organisation of its own article ("Calder" beside "Calder & Vane"), and nobody's
    surname there."""
    name, mention = told.names[at], told.mentions[at]
    beside = [parse(other) for other in mention.others if _begins_or_ends(other, name.words)]
    if any(name.words in other.surname and other.given for other in beside):
        return False
    organised = any(other.kind == "organisation" for other in beside)
    return organised or any(
        _begins_or_ends(organisation, name.words, 1) and organisation not in (mention.role or "")
        for organisation in mention.organisations
    )


def _begins_or_ends(name: str, word: str, ends: int = 2) -> bool:
    words = name.split()
    return any(spelling.plain(end.removesuffix("'s")) == word for end in (words[:1] + words[-1:])[:ends])


def organisations_of(told: Told, members: list[int]) -> list[list[int]]:
    """The same words are the same organisation; a shorter name is the only longer one that begins with it."""
    named: dict[tuple[str, ...], Person] = {}
    for at in members:
        words = told.names[at].surname
        if words in named:
            named[words].add(told.person([at]))
        else:
            named[words] = told.person([at])
    longer: dict[tuple[str, ...], list[tuple[str, ...]]] = defaultdict(list)
    for words in named:
        for end in range(1, len(words)):
            if words[:end] in named:
                longer[words[:end]].append(words)
    for short in sorted(longer, key=len, reverse=True):
        fits = [words for words in longer[short] if words in named and _connected(named[short], named[words])]
        if len(fits) == 1:
            named[fits[0]].add(named.pop(short))
    return [sorted(organisation.members) for organisation in named.values()]


def _connected(one: Person, other: Person) -> bool:
    named = not one.life.beside.isdisjoint(other.plain_names())
    return named or shared(one.life, other.life) > 0 or same_section(one.life, other.life)
