"""How well quotations and their speakers were found, item by item against what readers marked.

One item is a stretch of one paragraph.  Two items are the same stretch if their spans, without marks and punctuation at
the edges, share four fifths of what they cover together, or have the same letters.  A joint hit has the right speaker
too: the last word of the name is the same and the given names, where both have some, do not contradict each other.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, fields

_EDGE = " \t\r\n\u00a0\"'“”‘’«»`,.;:!?…-–—―"
_PRONOUNS = frozenset("he she they it i we you who which that one him her them us me someone".split())
_SEGMENT = re.compile(r"\s*[,;()\[\]–—―]\s*|\s+and\s+")
_TAIL = re.compile(r"\s(?:of|for|at|in|from|with|on|to|who|whom|whose|which|that|by)\b.*", re.DOTALL)
_CLAUSE = re.compile(r"(?:who|which|that|when|where|then)\b", re.IGNORECASE)
_TITLES = frozenset(
    """mr mrs ms miss dr prof sir lord lady dame rep reps sen sens gov lt col gen maj capt sgt cpl adm judge justice the
    a an us u.s president vice senator congressman congresswoman representative governor mayor secretary minister prime
    chancellor king queen prince princess pope cardinal bishop rev father sister attorney general chief chairman
    chairwoman director officer detective republican democrat democratic gop former retired state sheriff speaker
    ambassador professor nominee candidate ex first mp msp""".split()
)
_ENOUGH = 0.8
_ROUNDS = 500


@dataclass(frozen=True, slots=True)
class Item:
    """One stretch of one paragraph: ``speaker`` is who says it; ``optional`` items count neither way if unpaired."""

    start: int
    end: int
    speaker: str
    kind: str = "direct"
    optional: bool = False
    resolved: str = ""
    full: str = ""
    mention: str = ""

    @property
    def pronoun(self) -> bool:
        return self.speaker.lower().strip(_EDGE) in _PRONOUNS

    @property
    def who(self) -> str:
        return self.resolved if self.pronoun else self.speaker


@dataclass(slots=True)
class Score:
    """Counts of items; ``joint_*`` leave out pronouns that nobody resolved; ``named`` count full names."""

    gold: int = 0
    predicted: int = 0
    found: int = 0
    joint_gold: int = 0
    joint_predicted: int = 0
    joint: int = 0
    full: int = 0
    named: int = 0
    pronouns: int = 0
    pronouns_right: int = 0

    def __add__(self, other: Score) -> Score:
        return Score(*(getattr(self, one.name) + getattr(other, one.name) for one in fields(Score)))

    @property
    def span_f1(self) -> float:
        return _f1(self.found, self.predicted, self.gold)

    @property
    def joint_f1(self) -> float:
        return _f1(self.joint, self.joint_predicted, self.joint_gold)

    @property
    def joint_recall(self) -> float:
        return percent(self.joint, self.joint_gold)

    @property
    def joint_precision(self) -> float:
        return percent(self.joint, self.joint_predicted)

    @property
    def full_names(self) -> float:
        return percent(self.named, self.full)

    @property
    def he_and_she(self) -> float:
        return percent(self.pronouns_right, self.pronouns)


@dataclass(slots=True)
class Mistakes:
    """What went wrong, for a reader: (what, text, expected speaker, found speaker)."""

    rows: list[tuple[str, str, str, str]] = field(default_factory=list)


def percent(part: int, whole: int) -> float:
    return 100 * part / whole if whole else 0.0


def _f1(hits: int, predicted: int, gold: int) -> float:
    return 200 * hits / (predicted + gold) if predicted + gold else 0.0


def items(text: str, start: int, end: int, item: Item) -> Iterator[Item]:
    """The item cut at newlines, without marks and punctuation at the edges."""
    at = start
    for piece in text[start:end].split("\n"):
        first = at + len(piece) - len(piece.lstrip(_EDGE))
        last = at + len(piece.rstrip(_EDGE))
        at += len(piece) + 1
        if first < last:
            yield Item(first, last, item.speaker, item.kind, item.optional, item.resolved, item.full, item.mention)


def heads(name: str) -> dict[str, set[str]]:
    """The last words of the parts of a name, with the given names before each: "Ann Lee, mayor" has Lee and mayor."""
    found: dict[str, set[str]] = {}
    for segment in _SEGMENT.split(name):
        bare = segment.strip(_EDGE)
        if not bare or _CLAUSE.match(bare):
            continue
        words = [re.sub(r"['’]s?$", "", word).strip(_EDGE) for word in _TAIL.sub("", " " + bare).split()]
        words = [word for word in words if word]
        while len(words) > 1 and words[-1].lower() in {"jr", "sr", "ii", "iii"}:
            words.pop()
        if words:
            given = {
                word.lower()
                for word in words[:-1]
                if word[0].isupper() and word.lower().strip(".") not in _TITLES and len(word.strip(".")) > 1
            }
            found.setdefault(words[-1].lower(), set()).update(given)
    return found


def same_speaker(one: str, other: str) -> bool:
    """Whether two ways of naming a speaker can mean one person."""
    ours, theirs = heads(one), heads(other)
    if not ours or not theirs:
        return not ours and not theirs
    return any(
        not (ours[last] and theirs[last] and not ours[last] & theirs[last]) for last in ours.keys() & theirs.keys()
    )


def score(
    text: str, gold: Sequence[Item], predicted: Sequence[Item], kind: str = "", mistakes: Mistakes | None = None
) -> Score:
    """Compare the items of one text; with ``kind`` only gold items of that kind count."""
    paired = _paired(text, gold, predicted)
    skipped = {index for index, item in enumerate(gold) if item.optional or (kind and item.kind != kind)}
    result = Score()
    result.predicted = result.joint_predicted = len(predicted) - sum(index in paired for index in skipped)
    for index, item in enumerate(gold):
        if index in skipped:
            continue
        counts = not item.pronoun or bool(item.resolved)
        result.gold += 1
        result.joint_gold += counts
        match = paired.get(index)
        if match is None:
            _note(mistakes, "missed", text, item, "")
            continue
        result.found += 1
        if not counts:
            result.joint_predicted -= 1
            continue
        _judge(result, text, item, predicted[match], mistakes)
    if mistakes is not None:
        matched = set(paired.values())
        for index, item in enumerate(predicted):
            if index not in matched:
                mistakes.rows.append(("spurious", text[item.start : item.end], "", item.speaker))
    return result


def _judge(result: Score, text: str, gold: Item, found: Item, mistakes: Mistakes | None) -> None:
    right = same_speaker(found.speaker, gold.who)
    result.joint += right
    if gold.pronoun or gold.mention.lower() in {"he", "she"}:
        result.pronouns += 1
        result.pronouns_right += right
    if right and gold.full:
        ours, theirs = heads(found.speaker), heads(gold.full)
        result.full += 1
        result.named += any(ours[last] & theirs[last] for last in ours.keys() & theirs.keys())
    if not right:
        _note(mistakes, "speaker", text, gold, found.speaker)


def _note(mistakes: Mistakes | None, what: str, text: str, item: Item, found: str) -> None:
    if mistakes is not None:
        mistakes.rows.append((what, text[item.start : item.end], item.who or "-", found or "-"))


def _paired(text: str, gold: Sequence[Item], predicted: Sequence[Item]) -> dict[int, int]:
    """One predicted item for a gold item, best overlap first."""
    candidates = []
    for i, one in enumerate(gold):
        for j, other in enumerate(predicted):
            common = min(one.end, other.end) - max(one.start, other.start)
            if common <= 0:
                continue
            share = common / (max(one.end, other.end) - min(one.start, other.start))
            if share >= _ENOUGH or _letters(text, one) == _letters(text, other):
                candidates.append((-share, i, j))
    paired: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in sorted(candidates):
        if i not in paired and j not in taken:
            paired[i] = j
            taken.add(j)
    return paired


def _letters(text: str, item: Item) -> str:
    return re.sub(r"\W+", "", text[item.start : item.end]).lower()


def interval(scores: Sequence[Score], figure: Callable[[Score], float]) -> tuple[float, float]:
    """The 95 % bootstrap interval of a figure over articles."""
    chance = random.Random(0)
    drawn = sorted(figure(total(chance.choices(scores, k=len(scores)))) for _ in range(_ROUNDS))
    return drawn[_ROUNDS // 40], drawn[-_ROUNDS // 40 - 1]


def total(scores: Iterable[Score]) -> Score:
    result = Score()
    for one in scores:
        result += one
    return result
