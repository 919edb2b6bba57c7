"""Which of the verbs of saying before a stretch speaks: that of the outermost clause that the stretch belongs to."""

from __future__ import annotations

from termnews.quotes import clauses, cues
from termnews.quotes.tokens import Token
from termnews.quotes.words.grammar import PREPOSITIONS

_APPOSITION = 8
OTHER_CLAUSE = frozenset("while whereas".split())
_OCCASIONS = frozenset("after when before as since".split())
_NO_OBJECT = 3
"""Tokens from a verb to the next subject where nothing reported stands between."""
_CLAUSE_STARTS = frozenset("while but whereas although though and or yet".split())


def outermost(tokens: list[Token], found: list[cues.Cue], floor: int) -> tuple[cues.Cue, bool]:
    """The first verb of saying of the last clause, and whether that is a main clause."""
    if tokens[found[-1].subject.first - 1].low == "what" and found[-1].subject.first > floor:
        return found[-1], True  # "Reed mocked what Lee called …"
    chosen = found[0]
    opening = tokens[floor].low in clauses.SUBORDINATE or _in_opening_phrase(tokens, found[0], floor)
    first = found[0].subject.first
    subordinate = opening or (first > floor and tokens[first - 1].low in clauses.SUBORDINATE)
    for cue in found[1:]:
        if cue.subject == chosen.subject:
            continue
        if cue.gerund:
            if cue.subject.first > chosen.at and cues.is_own(tokens, cue.subject, cue.at):
                chosen = cue
        elif _new_clause(tokens, chosen, cue, subordinate):
            chosen, opening, subordinate = cue, False, False
    return chosen, not opening


def _in_opening_phrase(tokens: list[Token], first: cues.Cue, floor: int) -> bool:
    """Whether the first verb stands in what comes before the main clause: "In a speech in which he praised it, …"."""
    return tokens[floor].low in PREPOSITIONS and not any(
        token.kind == "," for token in tokens[floor : first.subject.first]
    )


def _new_clause(tokens: list[Token], chosen: cues.Cue, cue: cues.Cue, subordinate: bool) -> bool:
    """Whether a clause of its own begins with the subject of ``cue``, not one that hangs on ``chosen``."""
    first = cue.subject.first
    if first <= chosen.at:
        # "Smith, who called it …, said": the main verb comes after the clause in between.
        return any(token.low == "who" for token in tokens[first : chosen.at])
    if any(token.low in OTHER_CLAUSE for token in tokens[max(chosen.at, first - _APPOSITION) : first]):
        return True
    before = tokens[first - 1]
    if before.kind in {";", "-", ":"}:
        return True
    if before.low in _CLAUSE_STARTS:
        return tokens[first - 2].kind in {",", ";", "q", "-"}
    if before.low in _OCCASIONS and first - chosen.at <= _NO_OBJECT:
        return True  # "Reed laughed after Lee argued that …"
    if before.kind == ",":
        return subordinate
    return False
