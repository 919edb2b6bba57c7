"""How much one query may ask for: so that no string, whatever is typed, keeps the machine busy for long."""

from __future__ import annotations

from termnews.search.syntax import Dates, Fuzzy, Leaf, Near, Node, Pattern, Phrase, Prefix, Quoted, State, Text, leaves

MOST_TERMS = 64
MOST_COST = 130
"""About the milliseconds of a slow machine with 100,000 articles, if the words are the most frequent ones."""
MOST_NEAR = 8
"""Words that are looked for near each other: each of the most frequent ones costs as much as a search for it."""
MOST_SAVED = 8_000
"""Characters of saved searches that are read for one query, a search that is named twice twice."""
MOST_NOTES = 10

_SHORT = 3
"""Letters of the words that are in most articles."""
_ABROAD = 2
"""So many times as much costs what is looked for in all quotations, of which there are more than articles."""


class Notes:
    """Lines for the person who asked, each once, and not more than anybody reads."""

    def __init__(self) -> None:
        self.lines: list[str] = []

    def add(self, line: str) -> None:
        """Note what was not taken as typed."""
        if line not in self.lines and not self.full:
            self.lines.append(line)

    @property
    def full(self) -> bool:
        """Whether no more will be taken."""
        return len(self.lines) >= MOST_NOTES


class Budget:
    """What a query, with the saved searches in it, may still ask for."""

    def __init__(self, notes: Notes) -> None:
        self._notes = notes
        self._terms = 0
        self._cost = 0
        self._saved = 0

    def affords(self, node: Node) -> bool:
        """Whether the query may ask for this too; if so it is counted, if not it is noted."""
        asked = list(leaves(node, positive=False))
        cost = sum(map(_cost, asked))
        if self._terms and self._cost + cost > MOST_COST:
            self._notes.add(
                "the query asks for too much at once: not all of its phrases, patterns and the like were used"
            )
            return False
        self._cost += cost
        return self.affords_one()

    def affords_one(self) -> bool:
        """Whether there may be one more word, or saved search."""
        self._terms += 1
        if self._terms > MOST_TERMS:
            self._notes.add(f"only the first {MOST_TERMS} words of the query were used")
        return self._terms <= MOST_TERMS

    def affords_saved(self, text: str) -> bool:
        """Whether this saved search may be read too."""
        self._saved += len(text)
        if self._saved > MOST_SAVED:
            self._notes.add("the saved searches are too long together: not all of them were used")
            return False
        return self.affords_one()


def _cost(leaf: Leaf) -> int:
    cost = _in_articles(leaf)
    return cost * _ABROAD if isinstance(leaf, Text) and leaf.field == "said" else cost


def _in_articles(leaf: Leaf) -> int:
    match leaf:
        case Phrase(_, words) if len(words) > 1:
            short = sum(len(word) <= _SHORT for word in words)
            longer = len(words) - short  # two of them leave few articles in which the short ones are looked for
            return 16 * short + 4 * longer if longer < 2 else 2 * short + 5 * longer
        case Near(_, words):
            return min(sum(33 if len(word) <= _SHORT else 3 for word in words), 105)
        case Prefix(_, start):
            return max(30 // len(start), 8)
        case Pattern(_, pattern) if not pattern[0].isalnum():
            return max(170 // sum(map(str.isalnum, pattern)), 15)
        case Pattern(_, pattern):
            return 5 if pattern[1:2].isalnum() else 16
        case Fuzzy(_, word, edits):
            return (24 if edits == 1 else 34) + (16 if len(word) <= _SHORT + 1 else 0)
        case Quoted() | State():
            return 20
        case Dates():
            return 4
        case _:
            return 2
