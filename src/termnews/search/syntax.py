"""What a query says, as a tree of plain values; ``parser`` makes it, ``plan`` and ``highlight`` read it.

Words are folded (``analysis``).  ``field`` is the field that was named, or None for the fields that a bare word means.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Literal, NamedTuple, TypeAlias

from termnews.frozen import dataclass


@dataclass(frozen=True, slots=True)
class StateTerm:
    """Something only the reader's own marks know: ``is:unread``, ``is:read``, ``is:starred``, ``tag:…``."""

    kind: Literal["is", "tag"]
    value: str


@dataclass(frozen=True, slots=True)
class Word:
    """A word in any of its forms."""

    field: str | None
    word: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """These words one after the other, exactly as they are; one word is a phrase too."""

    field: str | None
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Prefix:
    """Words that begin so.  ``typing`` marks a word that somebody may not have finished: it also stands for the forms
    of the word that it already is, so that the result does not jump when a blank follows."""

    field: str | None
    start: str
    typing: bool = False


@dataclass(frozen=True, slots=True)
class Near:
    """These words, exactly as they are, in any order and with at most ``others`` other words among them."""

    field: str | None
    words: tuple[str, ...]
    others: int


@dataclass(frozen=True, slots=True)
class Pattern:
    """Words that look so: ``*`` stands for any letters or none, ``?`` for one."""

    field: str | None
    pattern: str


@dataclass(frozen=True, slots=True)
class Fuzzy:
    """Words that are spelt like this one but for so many ``edits``: a letter more, less or another, or two that changed
    places.  The forms of the word belong to them."""

    field: str | None
    word: str
    edits: int


@dataclass(frozen=True, slots=True)
class Dates:
    """Published from ``first`` to ``last``, both included, in seconds since 1970 UTC; None is open."""

    first: int | None
    last: int | None


class AllBut(NamedTuple):
    """All articles but some, where naming the others would be long: what nobody has read."""

    numbers: Collection[int]


Marked: TypeAlias = "Collection[int] | AllBut"
"""The articles with a mark of the reader's, by their numbers."""


@dataclass(frozen=True, slots=True)
class State:
    """What the reader's marks say."""

    term: StateTerm


@dataclass(frozen=True, slots=True)
class Indirect:
    """Quotations of indirect speech; nobody can type this."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """Articles with at least one quotation that is not indirect speech."""


@dataclass(frozen=True, slots=True)
class Everything:
    """All there is."""


@dataclass(frozen=True, slots=True)
class Nothing:
    """Asked for, but can't be found, whatever is in the index."""


@dataclass(frozen=True, slots=True)
class And:
    """All of them."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """Any of them."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """What does not match ``part``."""

    part: Node


@dataclass(frozen=True, slots=True)
class Boosted:
    """What matches ``part``, with its score times ``factor``."""

    part: Node
    factor: float


Text: TypeAlias = Word | Phrase | Near | Prefix | Pattern | Fuzzy
"""What asks for words, in a field or in those that a bare word means."""
Leaf: TypeAlias = Text | Dates | State | Indirect | Quoted | Everything | Nothing
Node: TypeAlias = Leaf | And | Or | Not | Boosted


def leaves(node: Node, positive: bool = True) -> Iterator[Leaf]:
    """The leaves of the tree in the order of the query; with ``positive`` not what stands under a ``Not``."""
    match node:
        case And(parts) | Or(parts):
            for part in parts:
                yield from leaves(part, positive)
        case Boosted(part, _):
            yield from leaves(part, positive)
        case Not(part):
            if not positive:
                yield from leaves(part, positive)
        case _:
            yield node
