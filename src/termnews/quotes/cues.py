"""Verbs of saying in a sentence, and whose they are."""

from __future__ import annotations

from typing import NamedTuple

from termnews.quotes import phrase_after, phrase_before
from termnews.quotes.clauses import acts, main_subject
from termnews.quotes.phrases import Phrase, is_person_noun, is_possessive
from termnews.quotes.saying import GERUNDS, PLURAL_FORMS, is_between, is_cue, is_speech
from termnews.quotes.tokens import SENTENCE_END, Token
from termnews.quotes.words.grammar import PREPOSITIONS, SPANS, WEEKDAYS
from termnews.quotes.words.verbs import (
    AUTHORED,
    AUXILIARIES,
    NOUNS_TOO,
    OTHER_VERBS,
    SAYINGS,
    SPEECH,
)

_CONTRACTED = frozenset("he's she's who's he'd she'd they'd who'd he'll she'll they'll they've i've i'd it's".split())


class Cue(NamedTuple):
    """The verb at token ``at``, and the phrase that is its subject."""

    at: int
    subject: Phrase
    gerund: bool = False


def direct_subject(tokens: list[Token], verb: int, floor: int) -> Phrase | None:
    """The subject right before a verb, auxiliaries and adverbs passed over: "Smith has also said"."""
    at = verb
    while at > floor and is_between(tokens[at - 1]):
        at -= 1
    at = _before_time(tokens, at, floor)
    if at > floor and tokens[at - 1].low in _CONTRACTED:
        low = tokens[at - 1].low.partition("'")[0]
        return Phrase(at - 1, at, at, at, None, low) if low != "who" else phrase_before.whom(tokens, at - 1, floor)
    return phrase_before.before(tokens, at, floor)


def _before_time(tokens: list[Token], at: int, floor: int) -> int:
    """Where a time that ends before ``at`` begins: "Reed on Monday said", "Reed earlier this week told"."""
    low = tokens[at - 1].low if at > floor + 1 else ""
    if low == "ago":
        at -= 2
        while at > floor and tokens[at - 1].low in _AMOUNTS:
            at -= 1
    elif low in WEEKDAYS or low in _DAYS:
        at -= 1
    elif low in SPANS and tokens[at - 2].low in _THIS:
        at -= 2
    else:
        return at
    while at > floor and tokens[at - 1].low in _BEFORE_TIME:
        at -= 1
    return at


_AMOUNTS = frozenset("a an one two three four five six several few many some just about less more than over".split())
_DAYS = frozenset("today yesterday tonight".split())
_THIS = frozenset("this last that".split())
_BEFORE_TIME = frozenset("on earlier late later early just".split())


def subject(tokens: list[Token], verb: int, floor: int) -> Phrase | None:
    """The subject of a verb of saying; of a gerund or a second verb, the subject of its sentence."""
    low = tokens[verb].low
    if verb == floor + 1 and tokens[floor].low in {"the", "a", "an"}:
        return None  # a noun that opens the sentence: "the accused", "the reply"
    if low in GERUNDS:
        return _gerund_subject(tokens, verb, floor)
    if is_passive(tokens, verb, floor):
        return _agent(tokens, verb)
    found = direct_subject(tokens, verb, floor)
    if found is not None and not is_noun(tokens, found, verb) and _is_subject(tokens, found, verb, floor):
        return found
    joined = _joined_subject(tokens, verb, floor)
    if joined is not None:
        return joined
    if low in NOUNS_TOO and not _follows_subject_verb(tokens, verb, floor):
        return None
    return main_subject(tokens, floor, verb)


def _joined_subject(tokens: list[Token], verb: int, floor: int) -> Phrase | None:
    """Of "he laughed and said": "he"."""
    first = verb - 2
    if first <= floor or tokens[verb - 1].low not in {"and", "but"} or tokens[first].kind != "w":
        return None
    if not (tokens[first].low.endswith("ed") or tokens[first].low in OTHER_VERBS or is_cue(tokens[first])):
        return None
    found = direct_subject(tokens, first, floor)
    return found if found is not None and _is_subject(tokens, found, first, floor) else None


def _gerund_subject(tokens: list[Token], verb: int, floor: int) -> Phrase | None:
    """Of "Reed is saying", "with Reed saying", "– Reed saying": Reed; of "Reed said, adding": that of "said"."""
    if verb == floor:
        return _follows_opening(tokens, verb)
    before = tokens[verb - 1]
    if before.kind in "wc" and before.low not in PREPOSITIONS:
        found = direct_subject(tokens, verb, floor)
        if found is not None and (
            before.low in AUXILIARIES or before.low in _CONTRACTED or is_own(tokens, found, verb)
        ):
            return found
    if before.kind == ",":
        for at in range(verb - 2, max(floor, verb - _SHORT_CLAUSE), -1):
            if is_speech(tokens[at]) and tokens[at].low not in GERUNDS and tokens[at].low not in NOUNS_TOO:
                return subject(tokens, at, floor)
    return main_subject(tokens, floor, verb)


_SHORT_CLAUSE = 6
_LONGEST_OPENING = 50


def _follows_opening(tokens: list[Token], verb: int) -> Phrase | None:
    """Of "Citing the attack as a …, Reed urged them": Reed."""
    end = min(len(tokens) - 1, verb + _LONGEST_OPENING)
    for at in range(verb + 1, end):
        if tokens[at].kind in SENTENCE_END:
            break
        if tokens[at].kind in {",", "q"}:
            found = phrase_after.after(tokens, at + 1, end + 1)
            if found is not None and found.last <= end and acts(tokens, found, end + 1):
                return found
    return None


def is_own(tokens: list[Token], phrase: Phrase, gerund: int) -> bool:
    """Whether a gerund has a subject of its own right before it: "with Reed saying", "– Reed saying"."""
    if phrase.first == 0 or phrase.last != gerund or is_possessive(tokens[phrase.last - 1].text):
        return False
    before = tokens[phrase.first - 1]
    return before.low == "with" or (phrase.name < phrase.name_end and (before.kind == "-" or before.low == "and"))


def is_noun(tokens: list[Token], phrase: Phrase, verb: int) -> bool:
    """Whether what could be a verb is a noun after all: "Reed's charge", "the Paris attack", "the report said"."""
    if is_possessive(tokens[phrase.last - 1].text) and phrase.last == verb and not phrase.pronoun:
        return True
    low = tokens[verb].low
    if low not in NOUNS_TOO:
        return False
    follows = tokens[verb + 1].low if verb + 1 < len(tokens) else ""
    if follows in SPEECH and follows not in NOUNS_TOO:
        return True
    # One person "charges", only several "charge".
    words = tokens[phrase.first : phrase.last]
    several = words[-1].low.endswith("s") or any(token.low == "and" for token in words)
    named = phrase.name < phrase.name_end
    one = phrase.last == verb and not phrase.pronoun and not several and (named or not is_person_noun(words[-1].low))
    return one and low in PLURAL_FORMS


_ADVERBS = frozenset("once also never ever often already long then later".split())
_TAKES_AGENT = frozenset(
    "asked called told described accused labelled labeled dubbed branded criticized criticised".split()
)


def is_passive(tokens: list[Token], verb: int, floor: int) -> bool:
    """ "was asked", "has been called": somebody else says it."""
    if tokens[verb].low not in _TAKES_AGENT:
        return False
    at = verb - 1
    while at > floor and (tokens[at].low.endswith("ly") or tokens[at].low in _ADVERBS):
        at -= 1
    return at >= floor and tokens[at].low in {"was", "were", "been", "is", "are", "being", "be", "when", "if"}


def is_denied(tokens: list[Token], verb: int, floor: int) -> bool:
    """Whether a verb says that something was not said: "did not say", "nobody shouted", "denied having called"."""
    for at in range(verb - 1, max(floor, verb - _NEGATION_REACH) - 1, -1):
        token = tokens[at]
        if token.low in _NEGATIONS or token.low.endswith("n't"):
            return True
        if token.kind not in "wc":
            return False
    return False


_NEGATION_REACH = 4
_NEGATIONS = frozenset("not never nobody denied denies deny denying without neither".split())


def _agent(tokens: list[Token], verb: int) -> Phrase | None:
    """Who does what a passive tells: "was asked by Smith"."""
    for at in range(verb + 1, min(len(tokens) - 1, verb + 12)):
        if tokens[at].low == "by":
            return phrase_after.after(tokens, at + 1, min(len(tokens), at + 14))
        if tokens[at].kind not in "wc":
            break
    return None


def _is_subject(tokens: list[Token], phrase: Phrase, verb: int, floor: int) -> bool:
    """Not the object of a preposition: "in an interview with Smith called …"."""
    if phrase.first - 1 < floor:
        return True
    before = tokens[phrase.first - 1]
    if before.low in PREPOSITIONS and before.low not in {
        "as",
        "after",
        "before",
        "than",
        "like",
        "since",
        "until",
    }:
        return False
    return (
        phrase.name < phrase.name_end
        or bool(phrase.pronoun)
        or tokens[verb].low not in NOUNS_TOO
        or before.kind in ",.;:-"
    )


def _follows_subject_verb(tokens: list[Token], verb: int, floor: int) -> bool:
    """Whether a word that may be a noun stands where a second verb would: after "and", "but", "to" or a comma."""
    if verb - 1 < floor or tokens[verb - 1].low not in {"and", "but", "to", "who", "also", "then"}:
        return False
    if tokens[verb].low in PLURAL_FORMS and tokens[verb - 1].low == "and":
        # "news and talk", but "wanted to make a joke and call it"
        return any(token.low == "to" for token in tokens[max(floor, verb - _INFINITIVE_REACH) : verb])
    return True


_INFINITIVE_REACH = 10


_NOUNS = SAYINGS | AUTHORED
_MOST = 4
"""Verbs of saying that are looked at from either end of a sentence: it keeps endless sentences cheap."""


def all_before(tokens: list[Token], floor: int, end: int) -> list[Cue]:
    """The verbs of saying between two tokens, with their subjects, in order."""
    verbs = [at for at in range(floor, end) if is_cue(tokens[at]) or tokens[at].low in _NOUNS]
    if floor < end and tokens[floor].kind == "c" and tokens[floor].low in GERUNDS:
        verbs.insert(0, floor)
    if len(verbs) > 2 * _MOST:
        verbs = verbs[:_MOST] + verbs[-_MOST:]
    found: list[Cue] = []
    for at in verbs:
        whose = possessor(tokens, at, floor) if tokens[at].low in _NOUNS else None
        if whose is None and (at == floor or is_cue(tokens[at])):
            whose = subject(tokens, at, floor)
        if whose is not None:
            found.append(Cue(at, whose, tokens[at].low in GERUNDS))
    return found


_POSSESSIVES = {"his": "he", "her": "she", "their": "they", "its": "it", "my": "i"}
_MOST_ADJECTIVES = 2
_OPENS_CONTENT = frozenset("that for of is was as to".split())


def possessor(tokens: list[Token], noun: int, floor: int) -> Phrase | None:
    """Whose a claim, a promise or a call is: "Smith's famous promise", "her call", "a report by Smith that"."""
    follows = tokens[noun + 1] if noun + 1 < len(tokens) else None
    if follows is not None and tokens[noun].low in AUTHORED and follows.low in {"by", "from", "of"}:
        author = phrase_after.after(tokens, noun + 2, len(tokens))
        if author is not None and author.last < len(tokens) and tokens[author.last].low == "that":
            return author
    if (
        follows is None
        or tokens[noun].low not in SAYINGS
        or (follows.kind not in {"q", ":", ","} and follows.low not in _OPENS_CONTENT)
    ):
        return None
    for at in range(noun - 1, max(floor, noun - 1 - _MOST_ADJECTIVES) - 1, -1):
        token = tokens[at]
        if token.low in _POSSESSIVES:
            return Phrase(at, at + 1, at + 1, at + 1, None, _POSSESSIVES[token.low])
        if is_possessive(token.text):
            return phrase_before.before(tokens, at + 1, floor)
        if token.kind != "w":
            break
    return None


def accords(tokens: list[Token], at: int) -> int:
    """Index after "according to" or "in the words of" at ``at``, or 0."""
    if tokens[at].low == "according" and at + 1 < len(tokens) and tokens[at + 1].low == "to":
        return at + 2
    if tokens[at].low == "in" and [token.low for token in tokens[at + 1 : at + 4]] == ["the", "words", "of"]:
        return at + 4
    return 0
