"""A query as the rest of the program sees it.  See ``parser`` for the language, ``reference`` for it in short."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date

from termnews.article import Span
from termnews.frozen import dataclass
from termnews.search.parser import parse_query
from termnews.search.syntax import Node, Nothing, State, StateTerm, leaves
from termnews.search.terms import AskedWord

__all__ = ["Query", "StateTerm", "parse"]


@dataclass(frozen=True, slots=True)
class Query:
    """What was asked.

    ``notes`` has one line for each thing that was not taken as typed; ``empty`` means that nothing was asked, and
    nothing is found; ``needs`` is what only the reader's marks know, to be passed to ``Index.search`` as ``sets``;
    ``asked`` are the words that are wanted, where they stand in ``text``.
    """

    text: str
    notes: tuple[str, ...]
    empty: bool
    needs: tuple[StateTerm, ...]
    tree: Node = field(repr=False)
    asked: tuple[AskedWord, ...] = field(default=(), repr=False, compare=False)

    def matches(self, text: str, language: str | None = None) -> tuple[Span, ...]:
        """The stretches of ``text`` that the words and phrases asked for hit (word forms meet as they do in its
        ``language``, a BCP 47 tag; without one as in English), in order, not overlapping; what the query leaves out and
        what it asks of other fields (speaker, date, …) lights up nothing."""
        from termnews.search import highlight

        return highlight.spans(self.tree, text, language)


def parse(
    text: str, as_typed: bool = False, saved: Mapping[str, str] | None = None, today: date | None = None
) -> Query:
    """Read what was typed; never raises.  With ``as_typed`` the last word is a beginning, unless a blank, a quotation
    mark or a bracket closes it.  ``saved`` are the searches that ``@name`` means, the text of each by its name;
    ``today`` is the day that relative dates count from, without it that of the clock."""
    parsed = parse_query(text, as_typed, saved, today)
    needs = dict.fromkeys(leaf.term for leaf in leaves(parsed.tree, positive=False) if isinstance(leaf, State))
    return Query(
        text=text,
        notes=tuple(parsed.notes),
        empty=isinstance(parsed.tree, Nothing),
        needs=tuple(needs),
        tree=parsed.tree,
        asked=tuple(parsed.asked),
    )
