"""What is put into groups: mentions as they were read, and persons as they come about."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from termnews.folding import fold
from termnews.quotes.identity.lives import Life
from termnews.quotes.identity.names import Name


@dataclass(frozen=True, slots=True)
class Mention:
    """A speaker as one article gives them: the fullest name there, and what else the article tells.

    ``organisations`` are those the article connects with the speaker, ``others`` the people it names besides.
    """

    name: str
    role: str | None = None
    section: str | None = None
    organisations: tuple[str, ...] = ()
    others: tuple[str, ...] = ()


@dataclass(slots=True)
class Person:
    """Mentions that are one person's, as far as is known by now."""

    names: list[Name]
    life: Life
    members: list[int]

    def add(self, other: Person) -> None:
        """The other's mentions are this one's too."""
        self.names += [name for name in other.names if name not in self.names]
        self.life.add(other.life)
        self.members += other.members

    def plain_names(self) -> set[str]:
        """The names, without case and accents."""
        return {fold(name.text) for name in self.names}


@dataclass(slots=True)
class Told:
    """The mentions, read."""

    mentions: Sequence[Mention]
    names: list[Name]
    lives: list[Life]

    def person(self, members: Iterable[int]) -> Person:
        """One whose mentions are those at the places ``members``."""
        known = list(members)
        found = Person([self.names[known[0]]], Life(), known)
        for member in known:
            if self.names[member] not in found.names:
                found.names.append(self.names[member])
            found.life.add(self.lives[member])
        return found
