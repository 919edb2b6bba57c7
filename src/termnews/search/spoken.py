"""What a query asks of one quotation.

``said:``, ``role:`` and ``speaker:`` side by side mean that one person said it in that role, and any of them left out
that this is not in the same breath, or not that person: they are one question to the quotations.  Where neither what
was said nor a role is asked for, ``speaker:`` is a question to the article, as everything else is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from termnews.search.analysis import asked_words, is_single
from termnews.search.syntax import And, Everything, Node, Not, Phrase, Prefix, Text, leaves

_SPOKEN = frozenset({"said", "role", "speaker"})
_OF_QUOTATIONS = frozenset({"said", "role"})


def side_by_side(parts: Iterable[Node]) -> Iterator[Node]:
    """The parts of an And, with those of every And among them: brackets around what stands side by side anyway mean
    nothing."""
    for part in parts:
        if isinstance(part, And):
            yield from side_by_side(part.parts)
        else:
            yield part


def of_one_quotation(parts: Iterable[Node]) -> tuple[Node, ...]:
    """Those of the parts of an And that one quotation has to answer; none where no quotation is asked for."""
    fields = [(part, _fields(part)) for part in parts]
    if not any(names & _OF_QUOTATIONS and names <= _SPOKEN and not isinstance(part, Not) for part, names in fields):
        return ()
    return tuple(part for part, names in fields if names and names <= _SPOKEN)


def by(tree: Node, speaker: str) -> Node:
    """What ``tree`` asks, of those quotations whose speaker's name has these words."""
    names = tuple(
        Prefix("speaker", word) if is_single(word) else Phrase("speaker", (word,)) for word in asked_words(speaker)
    )
    return And((tree, *names)) if names else And((tree, Not(Everything())))


def _fields(node: Node) -> set[str | None]:
    """The fields that a part of a query asks; what asks none of them (a date, a mark) counts as None."""
    return {
        leaf.field if isinstance(leaf, Text) else None
        for leaf in leaves(node, positive=False)
        if not isinstance(leaf, Everything)
    }
