"""Which speaker a marked stretch belongs to.

The reporter's sentence around the stretch is looked at in this order, nearest and surest first:

1. right before:    Smith said, "…" / Smith wrote on Monday: "…"
2. right after:     "…," Smith said / said Smith, a role / according to Smith
3. later on:        … "…" in the city, Smith said.
4. around:          Smith said that it was "…"; the outermost clause speaks, unless a new one began since
5. elsewhere:       another stretch of the sentence, the sentence before, the paragraph before
"""

from __future__ import annotations

from dataclasses import dataclass

from termnews.quotes import clauses, cues, phrase_after, phrase_before, saying
from termnews.quotes.outermost import OTHER_CLAUSE, outermost
from termnews.quotes.phrases import Phrase, is_person_noun, names_person
from termnews.quotes.tokens import SENTENCE_END, Token, Words, last_character
from termnews.quotes.words.grammar import DETERMINERS, JOINING, PREPOSITIONS, PRONOUNS, WEEKDAYS
from termnews.quotes.words.verbs import PHRASAL

_WINDOW = 90
"""Tokens of a sentence that are looked at before a stretch; more than any sentence a person would write."""
_MOST_STRETCHES, _SHORT_WINDOW = 12, 8
_AHEAD = 60
_TAIL = 14
_BEFORE_COLON, _BEFORE_COMMA = 30, 12
_COPULAS = frozenset("is was".split())
"""Before "how" and "what": "…" is how Smith puts it."""
_REPLY = 6
"""Tokens between "came" and whom it came from."""
_ADDRESSEE = 3
"""Tokens that may close a sentence after its attribution: "he told reporters."."""
_TRIES = 8
"""Places further on in a sentence where an attribution may begin."""
_ENDS_CLAUSE = SENTENCE_END | {"q", ";", ":"}
_CRIES = frozenset("cries cry chants chant shouts calls murmurs whispers roars choruses".split())
"""Before "of" and a stretch: a crowd calls it."""


@dataclass(slots=True)
class Attribution:
    """Who says a stretch, by which verb; ``tail`` is the token after an attribution that follows the stretch.

    No ``subject``: the text says that it is said, not by whom ("has been called …").
    """

    subject: Phrase | None
    cue: int
    place: str
    tail: int = 0


def attribute(text: str, words: Words, quote: int) -> Attribution | None:
    """What the stretch's own sentence says of its speaker."""
    tokens = words.tokens
    floor = max(words.starts[quote], quote - _WINDOW)
    ceiling = _ceiling(words, quote)
    end = words.ends[quote]
    if quote - floor > _MOST_STRETCHES and words.marked_between(floor, quote) > _MOST_STRETCHES:
        # No sentence that a person wrote: the cost of each stretch must stay small.
        return right_after(text, words, quote, min(ceiling, quote + _SHORT_WINDOW), min(end, quote + _SHORT_WINDOW))
    if quote - 1 > floor and tokens[quote - 1].low == "of" and tokens[quote - 2].low in _CRIES:
        return Attribution(_crowd(tokens, floor, quote), quote - 2, "before")
    before = right_before(tokens, quote, floor)
    if before is not None and tokens[quote - 1].kind != "-" and _is_said(tokens, before):
        return before
    after = right_after(text, words, quote, ceiling, end)
    if after is not None and _introduces_next(tokens, after, ceiling):
        # 'After Reed said that it was "late," Lee said: "…"': what Lee says follows.
        return before or _around(tokens, quote, floor) or after
    return (
        after
        or before
        or _later(tokens, quote, end)
        or _around(tokens, quote, floor)
        or _in_headline(text, words, quote, floor)
    )


def _in_headline(text: str, words: Words, quote: int, floor: int) -> Attribution | None:
    """ "Smith ‘sorry’ for delay": headlines leave the verb out, and have single marks."""
    place = words.quotes[quote].open
    if (
        text[place] not in "'‘"
        or text.find("\n", 0, place) >= 0
        or floor == quote
        or words.tokens[quote - 1].kind != "c"
    ):
        return None
    subject = phrase_before.before(words.tokens, quote, floor)
    named = subject is not None and subject.name < subject.name_end
    return Attribution(subject, -1, "around") if named else None


def _is_said(tokens: list[Token], found: Attribution) -> bool:
    """Whether an attribution has a verb that can carry a whole quotation; a colon alone may only lead on."""
    return found.cue >= 0 and saying.is_speech_at(tokens, found.cue)


def _crowd(tokens: list[Token], floor: int, quote: int) -> Phrase | None:
    """Who responds with cries: people without a name; "Reed left to cries of …" does not say who."""
    subject = clauses.main_subject(tokens, floor, quote)
    unnamed = subject is not None and subject.name == subject.name_end and names_person(tokens, subject)
    return subject if unnamed else None


def _introduces_next(tokens: list[Token], found: Attribution, ceiling: int) -> bool:
    """Whether an attribution ends with a colon and another stretch."""
    colon = found.tail
    return colon + 1 < ceiling and tokens[colon].kind == ":" and tokens[colon + 1].kind == "q"


def _ceiling(words: Words, quote: int) -> int:
    """The attribution after "…!" or "…?" stands in what looks like the next sentence."""
    end = words.ends[quote]
    if end == quote + 1 and end < len(words.tokens):
        end = words.ends[end]
    return min(end, quote + _AHEAD)


def right_before(tokens: list[Token], quote: int, floor: int) -> Attribution | None:
    """A verb of saying that the stretch hangs on by a colon, a comma or nothing at all."""
    last = quote - 1
    if last < floor:
        return None
    link = tokens[last].kind
    if link not in {":", ",", "-"}:
        return _by_verb(tokens, last, floor, "before") if saying.is_speech(tokens[last]) else None
    colon = link == ":"
    reach = _BEFORE_COLON if colon else _BEFORE_COMMA
    for at in range(last - 1, max(floor, last - 1 - reach) - 1, -1):
        token = tokens[at]
        if _introduces(tokens, at, colon):
            found = _by_verb(tokens, at, floor, "before")
            if found is not None:
                return found
        if token.kind == "q" or (not colon and token.kind in {",", ";"}):
            break
    if not colon:
        return None
    verbs = cues.all_before(tokens, floor, quote)
    if verbs:
        chosen, _ = outermost(tokens, verbs, floor)
        return Attribution(chosen.subject, chosen.at, "before")
    subject = clauses.main_subject(tokens, floor, quote) or _sender(tokens, last, floor)
    return None if subject is None else Attribution(subject, -1, "before")


def _sender(tokens: list[Token], colon: int, floor: int) -> Phrase | None:
    """ "Then came a reply from Smith: …"."""
    subject = phrase_before.before(tokens, colon, floor)
    return (
        subject if subject is not None and subject.first > floor and tokens[subject.first - 1].low == "from" else None
    )


def _introduces(tokens: list[Token], at: int, colon: bool) -> bool:
    """Whether a verb can bring in a whole quotation; before a colon any verb that reports or describes can."""
    token = tokens[at]
    if saying.is_speech(token) or (saying.is_cue(token) and (colon or token.low.endswith("ing"))):
        return True
    # "went on:" says something, "went on tour, …" nothing.
    return saying.is_speech_at(tokens, at) and (
        tokens[at + 2].kind in {":", ","} or (colon and tokens[at + 1].low != "on")
    )


def _by_verb(tokens: list[Token], verb: int, floor: int, place: str) -> Attribution | None:
    subject = cues.subject(tokens, verb, floor)
    return None if subject is None else Attribution(subject, verb, place)


def right_after(text: str, words: Words, quote: int, ceiling: int, end: int) -> Attribution | None:
    """ "…," Smith said / said Smith / according to Smith."""
    tokens = words.tokens
    at = quote + 1
    if at < ceiling and tokens[at].kind in {",", "-"}:
        at += 1
    if at >= ceiling:
        return None
    ended = last_character(text, words.quotes[quote])
    inverted = (ended != "" and ended in ",?!-–—…") or tokens[quote + 1].kind in {",", "-"}
    found = attribution_at(tokens, at, ceiling, inverted)
    if found is None:
        return _far_verb(tokens, at, end) if ended == "," else None
    if ended in SENTENCE_END and ended == "." and tokens[at].kind in "cw":
        # '"It works." Smith said it was' begins a new sentence; only '"It works." Smith said.' does not.
        closed = found.tail >= len(tokens) or tokens[found.tail].kind in SENTENCE_END
        if not closed:
            return None
    return found


def attribution_at(tokens: list[Token], at: int, ceiling: int, inverted: bool) -> Attribution | None:
    """An attribution that begins at token ``at``."""
    token = tokens[at]
    source = cues.accords(tokens, at)
    if source:
        subject = phrase_after.after(tokens, source, ceiling, anybody=True)
        return None if subject is None else Attribution(subject, at, "after", _tail(subject))
    if token.low in _COPULAS and at + 1 < ceiling and tokens[at + 1].low in {"how", "what"}:
        subject = phrase_after.after(tokens, at + 2, ceiling)
        return None if subject is None else Attribution(subject, at, "after", _tail(subject))
    if token.low in {"came", "comes"} and at + 1 < ceiling and tokens[at + 1].low != "back":
        return _from_somebody(tokens, at, ceiling)
    if saying.inverts(token) and token.kind == "w" and at + 1 < ceiling and tokens[at + 1].low != "that":
        second = tokens[at + 1].low in PHRASAL.get(token.low, ())
        subject = phrase_after.after(tokens, at + 1 + second, ceiling, anybody=inverted)
        if subject is not None and (inverted or subject.name < subject.name_end):
            return Attribution(subject, at, "after", _tail(subject))
    if inverted and saying.reads_as_verb(token):
        subject = phrase_after.after(tokens, at + 1, ceiling)
        if subject is not None and subject.name < subject.name_end and tokens[at + 1].kind == "c":
            return Attribution(subject, at, "after", _tail(subject))
    return _subject_verb(tokens, at, ceiling, inverted)


def _from_somebody(tokens: list[Token], at: int, ceiling: int) -> Attribution | None:
    """ "…," came the reply from Smith."""
    for source in range(at + 2, min(ceiling, at + _REPLY)):
        if tokens[source - 1].low == "from":
            subject = phrase_after.after(tokens, source, ceiling, anybody=True)
            return None if subject is None else Attribution(subject, at, "after", _tail(subject))
    return Attribution(None, at, "after", at + 1)


def _tail(subject: Phrase) -> int:
    return max(subject.last, subject.role[1] if subject.role else 0)


def _subject_verb(tokens: list[Token], at: int, ceiling: int, inverted: bool) -> Attribution | None:
    """A subject and its verb of saying: "Smith said", "Smith, who runs the club, said", "he told reporters"."""
    limit = min(ceiling, at + 32)
    for verb in range(at + 1, limit):
        token = tokens[verb]
        if token.kind in _ENDS_CLAUSE:
            return None
        if token.low in saying.HEADS and saying.is_speech_at(tokens, verb):
            subject = cues.direct_subject(tokens, verb, at)
            if subject is None or cues.is_noun(tokens, subject, verb):
                continue
            if _begins_at(tokens, at, subject.first):
                return Attribution(subject, verb, "after", verb + 1)
            if verb - at > _TAIL:
                return None
        elif inverted and verb + 1 < len(tokens) and _closes(tokens[verb + 1]) and saying.reads_as_verb(token):
            # Whatever verb closes an attribution right after the stretch: '"Why?" Smith pressed.'
            subject = cues.direct_subject(tokens, verb, at)
            if subject is not None and subject.first == at and subject.name < subject.name_end:
                return Attribution(subject, verb, "after", verb + 1)
    return None


def _closes(token: Token) -> bool:
    return token.kind in SENTENCE_END


def _far_verb(tokens: list[Token], at: int, end: int) -> Attribution | None:
    """After "…," stands who says it, however far off the verb: "Smith, a baker who, since May, runs the club, said"."""
    end = min(end, at + _AHEAD)
    if tokens[at].kind != "c" and tokens[at].low not in DETERMINERS and not is_person_noun(tokens[at].low):
        return None
    subject = phrase_after.after(tokens, at, end, anybody=True)
    if subject is None or not (subject.name < subject.name_end or names_person(tokens, subject)):
        return None
    for verb in range(subject.last, end):
        if tokens[verb].kind == "q" and subject.name == subject.name_end:
            break
        if saying.is_speech_at(tokens, verb):
            return Attribution(subject, verb, "after", verb + 1)
    return None


def _begins_at(tokens: list[Token], at: int, first: int) -> bool:
    """Whether only words of the same phrase stand before its recognised start: "minority leader" Smith."""
    return first <= at + 6 and all(
        token.kind in "wc"
        and token.low not in PREPOSITIONS
        and token.low not in PRONOUNS
        and token.low not in JOINING
        and not saying.is_cue(token)
        for token in tokens[at:first]
    )


def _later(tokens: list[Token], quote: int, end: int) -> Attribution | None:
    """An attribution after a comma further on: '"…" in the city, Smith said.'"""
    end = min(end, quote + _AHEAD)
    tries = 0
    for at in range(quote + 1, end - 1):
        kind = tokens[at].kind
        if tokens[at].low in OTHER_CLAUSE:
            return None
        if kind == "q":
            begin, inverted = at + 1, False
        elif kind in {",", "-"} and at > quote + 1:
            begin, inverted = at + 1, True
        elif tokens[at].low == "according":
            begin, inverted = at, True
        else:
            continue
        tries += 1
        if tries > _TRIES:
            return None
        found = attribution_at(tokens, begin, end, inverted) if tokens[begin].kind in "cw" else None
        if found is not None and (tokens[found.cue].low in _COPULAS or closes_sentence(tokens, found, end)):
            found.place = "later"
            return found
    return None


def closes_sentence(tokens: list[Token], found: Attribution, end: int) -> bool:
    """Whether nothing but when, where and to whom follows an attribution: no clause that depends on it."""
    at = found.tail
    while at < end and (tokens[at].kind in SENTENCE_END or tokens[at].low.endswith("ly")):
        at += 1
    if at >= end:
        return True
    token = tokens[at]
    if token.low in WEEKDAYS or (end - at <= _ADDRESSEE and all(one.kind in "wc." for one in tokens[at:end])):
        return True
    return token.low in {
        "in",
        "on",
        "at",
        "during",
        "after",
        "when",
        "while",
        "as",
        "last",
        "this",
        "to",
        "before",
    } or (
        token.kind in {",", "c"}
        and token.low not in PRONOUNS
        and not any(tokens[i].kind == "q" for i in range(at, end))
    )


def _around(tokens: list[Token], quote: int, floor: int) -> Attribution | None:
    """The outermost verb of saying before the stretch, in the clause that the stretch belongs to."""
    for at in range(floor, min(quote, floor + 3)):
        named = cues.accords(tokens, at)
        subject = phrase_after.source(tokens, named, quote) if named else None
        if subject is not None:
            return Attribution(subject, at, "around")
    minded = _minded(tokens, floor, quote)
    if minded is not None:
        return minded
    semicolon = next((at for at in range(quote - 1, floor, -1) if tokens[at].kind == ";"), 0)
    found = cues.all_before(tokens, semicolon + 1, quote) if semicolon else []
    if found:
        floor = semicolon + 1
    else:
        found = cues.all_before(tokens, floor, quote)
    if not found:
        passive = next((at for at in range(floor, quote) if cues.is_passive(tokens, at, floor)), -1)
        return None if passive < 0 else Attribution(None, passive, "around")
    chosen, in_main_clause = outermost(tokens, found, floor)
    if not in_main_clause:
        # "While Smith calls it good, Jones mocks the …": no verb of saying in the main clause, yet its subject speaks.
        main = clauses.main_subject(tokens, floor, quote)
        if main is not None and main.first > chosen.at:
            return Attribution(main, -1, "around")
    nearest = next((cue for cue in reversed(found) if cue.subject == chosen.subject), chosen)
    return Attribution(chosen.subject, nearest.at, "around")


def _minded(tokens: list[Token], floor: int, quote: int) -> Attribution | None:
    """ "For Smith it was …", "To Smith, that is …": a judgment is said by whose it is."""
    if tokens[floor].low not in {"for", "to"}:
        return None
    subject = phrase_after.after(tokens, floor + 1, quote)
    if subject is None or subject.name == subject.name_end:
        return None
    at = subject.last + (subject.last < quote and tokens[subject.last].kind == ",")
    judged = at + 1 < quote and tokens[at].low in {"it", "this", "that"} and tokens[at + 1].low in {"is", "was"}
    return Attribution(subject, floor, "around") if judged else None
