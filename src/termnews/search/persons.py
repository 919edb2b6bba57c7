"""``speaker:`` under all names of a person: who goes by several full names in a library is found by each of them.

Which names are one person's is told elsewhere, from all articles; only full names count, since what a part of a name
("Guthrie") says is said by other people of that name too.  One or two letters with a ``*`` stand for the names that
begin so and for nobody: looking up everybody who has such a name takes longer than any search.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from termnews.search.analysis import stands_alone, words
from termnews.search.query import Query
from termnews.search.syntax import And, Boosted, Node, Not, Or, Phrase, Prefix, leaves

_SPEAKER = "speaker"
_MOST_ASKED_FOR = 8
"""People that one query may ask for; more are found under the names asked for alone."""
_MOST_NAMES = 20
"""Other names that one word of a query may stand for."""
_SHORTEST = 3
"""Letters of a beginning that asks for anybody: what is shorter begins the names of hundreds."""

Name = tuple[str, ...]


@lru_cache(maxsize=65_536)
def in_words(name: str) -> Name:
    """The folded words of a name."""
    return tuple(words(name))


class Persons:
    """People and the names they go by."""

    def __init__(self, names: Iterable[tuple[int, str]]) -> None:
        """``names`` are the numbers of people, each with one of the names they go by."""
        persons: dict[int, list[Name]] = {}
        for person, name in names:
            persons.setdefault(person, []).append(in_words(name))
        alike = (list(dict.fromkeys(names)) for names in persons.values())
        self._persons = [names for names in alike if len(names) > 1]
        self._with: dict[str, list[int]] = {}
        for at, known_as in enumerate(self._persons):
            for word in {word for name in known_as for word in name}:
                self._with.setdefault(word, []).append(at)

    def under_all_names(self, query: Query) -> Query:
        """The query, with the other names of everybody that it asks for by a name."""
        return replace(query, tree=self._widened(query.tree)) if self._persons else query

    def others(self, asked: Name) -> list[Name]:
        """The names of those who have a name with these words in it, one behind the other, which have not."""
        return self._others(Phrase(_SPEAKER, asked))

    def _widened(self, node: Node) -> Node:
        match node:
            case And(parts):
                return And(tuple(map(self._widened, parts)))
            case Or(parts):
                return Or(tuple(map(self._widened, parts)))
            case Not(part):
                return Not(self._widened(part))
            case Boosted(part, factor):
                return Boosted(self._widened(part), factor)
            case Phrase() | Prefix() if _asks_for_somebody(node):
                others = [Phrase(_SPEAKER, name) for name in self._others(node)]
                return Or((node, *others)) if others else node
            case _:
                return node

    def _others(self, asked: Phrase | Prefix) -> list[Name]:
        """The names of those who have a name that was asked for, which were not."""
        found: dict[Name, None] = {}
        for names in self._possible(asked):
            answers = [_answers(asked, name) for name in names]
            if any(answers) and not all(answers):
                found.update((name, None) for name, answer in zip(names, answers, strict=True) if not answer)
        return list(found)[:_MOST_NAMES]

    def _possible(self, asked: Phrase | Prefix) -> Iterable[list[Name]]:
        """The names of everybody who may have one that was asked for."""
        if isinstance(asked, Prefix):
            return self._persons
        return [self._persons[at] for at in min((self._with.get(word, []) for word in asked.words), key=len)]


def speakers_asked_for(query: Query) -> tuple[str, ...]:
    """For everybody whom a query asks for as a speaker, one word of the name, or its beginning."""
    asked: dict[str, None] = {}
    for leaf in leaves(query.tree, positive=False):
        if isinstance(leaf, Phrase | Prefix) and _asks_for_somebody(leaf):
            asked[leaf.start if isinstance(leaf, Prefix) else max(leaf.words, key=len, default="")] = None
    return tuple(filter(None, asked))[:_MOST_ASKED_FOR]


def _asks_for_somebody(leaf: Phrase | Prefix) -> bool:
    if leaf.field != _SPEAKER:
        return False
    if isinstance(leaf, Phrase):
        return max(map(len, leaf.words), default=0) > 1
    return len(leaf.start) >= _SHORTEST or stands_alone(leaf.start)


def _answers(asked: Phrase | Prefix, name: Name) -> bool:
    if isinstance(asked, Prefix):
        return any(word.startswith(asked.start) for word in name)
    wanted = asked.words
    return any(name[at : at + len(wanted)] == wanted for at in range(len(name) - len(wanted) + 1))
