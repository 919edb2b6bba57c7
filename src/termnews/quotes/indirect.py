"""Indirect speech: what somebody is reported to have said, without marks.

    Smith said (that) the bridge was safe, and added that it was new.    the clause after each verb
    Smith asked the mayor why it had closed.                             a question, with its question word
    The bridge was safe, Smith said.                                     the clause before the attribution
    The bridge, she said, was safe.                                      both sides of it
    According to Smith, the bridge was safe.                             the clause after or before

What somebody denies, does, thinks or did not say is none of it, nor are infinitives ("told them to go").  A clause with
a marked stretch in it is left to the direct engine.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from termnews.article import Span
from termnews.quotes import attribution, clauses, cues, phrase_after
from termnews.quotes.attribution import Attribution
from termnews.quotes.phrases import Phrase
from termnews.quotes.tokens import SENTENCE_END, Token, Words
from termnews.quotes.words.grammar import DETERMINERS, PREPOSITIONS, RELATIVE
from termnews.quotes.words.verbs import ADDRESSING, ASKING, AUXILIARIES, NOUNS_TOO, OTHER_VERBS, PLAIN, REPORTING, TIMES

_LONGEST = 80
_FEWEST_WORDS = 2
_ADDRESSEE = 10
"""Tokens between "told" and what was told."""
_LONGEST_SUBJECT = 30
"""Tokens between the comma and the verb of an attribution that a sentence ends with."""
_MOST_AFTER = 8
"""Tokens after an attribution at the end of a sentence: when, where, to whom."""

_QUESTION = frozenset("whether if how why what when where who whom whose which".split())
_JOINING = frozenset("and but while whereas though although or".split())
_WHEN = frozenset("as after before while".split())
_OBJECTS = frozenset("him her them me us you it".split())
_REFUSED = frozenset("declined refused failed declines refuses not unable".split())
_MARKERS = (REPORTING - NOUNS_TOO) | {"according", "According", "report", "claim", "claims"}
_MARKER_BYTES = frozenset(marker.encode("ascii") for marker in _MARKERS)
_WORD_BYTES = bytes(byte if chr(byte).isalnum() else ord(" ") for byte in range(128)).ljust(256)
# The blank first, so that only blanks are looked at.
_SENTENCE_END = re.compile(
    r" (?<=[a-z\d)][.!?…] )(?<!Mr. )(?<!Mrs. )(?<!Dr. )(?<!Sen. )(?<!Rep. )(?<!Gov. )(?<!St. )(?=[A-Z“\"‘])"
)


def places(text: str) -> list[int]:
    """Where words of reporting stand, in order: a look for them is cheaper than reading all sentences.

    In bytes, one a character, with all that belongs to no word made blank.
    """
    words = b" %b " % text.encode("ascii", "replace").translate(_WORD_BYTES)
    found = []
    for marker in _MARKER_BYTES.intersection(words.split()):
        alone = b" %b " % marker
        at = words.find(alone)
        while at >= 0:
            found.append(at)
            at = words.find(alone, at + 1)
    return sorted(found)


def sentences(text: str, start: int, end: int, places: list[int]) -> Iterator[Span]:
    """The sentences of a paragraph that hold a word of reporting; ``places`` are those of the text."""
    at = bisect_left(places, start)
    if at == len(places) or places[at] >= end:
        return
    for match in _SENTENCE_END.finditer(text, start, end):
        if places[at] < match.start():
            yield Span(start, match.start())
            at = bisect_left(places, match.end(), at)
            if at == len(places) or places[at] >= end:
                return
        start = match.end()
    yield Span(start, end)


class Reported(NamedTuple):
    """The parts of what was said, and who is named as having said it."""

    parts: tuple[Span, ...]
    attribution: Attribution


def find(text: str, words: Words) -> Iterator[Reported]:
    """What the sentences of a paragraph report."""
    tokens = words.tokens
    upto = 0
    for at in [index for index, token in enumerate(tokens) if token.low in _MARKERS]:
        if at < upto:
            continue
        first, upto = words.starts[at], words.ends[at]
        last = min(upto, first + _LONGEST)
        last -= tokens[last - 1].kind in SENTENCE_END
        if last - first > _FEWEST_WORDS:
            for clauses in _sentence(tokens, first, last):
                parts = tuple([words.span(*clause) for clause in clauses.ranges])
                if sum(text.count(" ", *part) + 1 for part in parts) >= _FEWEST_WORDS:
                    yield Reported(parts, clauses.attribution)


class _Clauses(NamedTuple):
    """The tokens of what was said, from first to before last, clause by clause."""

    ranges: list[tuple[int, int]]
    attribution: Attribution


def _sentence(tokens: list[Token], first: int, last: int) -> list[_Clauses]:
    verbs = [at for at in range(first, last) if tokens[at].low in _MARKERS]
    found = _according(tokens, first, last) or _inserted(tokens, verbs, first, last)
    return [found] if found is not None else _reporting(tokens, verbs, first, last)


# ---- a source before or after --------------------------------------------------------------------------------------


def _according(tokens: list[Token], first: int, last: int) -> _Clauses | None:
    """ "According to Smith, …"."""
    source = cues.accords(tokens, first)
    subject = phrase_after.source(tokens, source, last) if source else None
    if subject is None:
        return None
    for at in range(subject.last, last - 1):
        if tokens[at].kind == "," and tokens[at + 1].low not in RELATIVE and _is_clause(tokens, at + 1, last):
            return _made(tokens, [(at + 1, last)], Attribution(subject, first, "after"))
    return None


def _inserted(tokens: list[Token], verbs: list[int], first: int, last: int) -> _Clauses | None:
    """ "…, Smith said.", "…, she said, …" and "… according to Smith"."""
    for at in range(first + 1, last - 1):
        comma = tokens[at].kind == ","
        if not comma and tokens[at].low != "according":
            continue
        if not any(at <= verb <= at + _LONGEST_SUBJECT for verb in verbs):
            continue
        found = attribution.attribution_at(tokens, at + comma, last, inverted=True)
        if (
            found is None
            or found.subject is None
            or not (tokens[found.cue].low == "according" or _says(tokens, found.cue))
        ):
            continue
        if comma and found.subject.first > at + 3:
            continue
        follows = next(
            (ahead for ahead in range(found.tail, min(last, found.tail + 5)) if tokens[ahead].kind == ","), 0
        )
        if follows and follows + 1 < last and at - first < _LONGEST and not _is_clause(tokens, first, at):
            if _has_verb(tokens, follows + 1, last) and tokens[follows + 1].low not in RELATIVE:
                return _made(tokens, [(first, at), (follows + 1, last)], found)
            continue
        if _is_clause(tokens, first, at) and _ends_with(tokens, found, last):
            return _made(tokens, [(_past_joining(tokens, first), at)], found)
        if follows == found.tail and follows + 1 < last and _is_clause(tokens, first, at):
            return _made(tokens, [(_past_joining(tokens, first), at), (follows + 1, last)], found)
    return None


def _past_joining(tokens: list[Token], first: int) -> int:
    """But and And at the start of a sentence are the reporter's."""
    return first + (tokens[first].low in {"but", "and"})


def _ends_with(tokens: list[Token], found: Attribution, last: int) -> bool:
    """Whether nothing but when, where and to whom follows an attribution."""
    if tokens[found.cue].low == "according":
        return True
    rest = tokens[found.tail : last]
    if len(rest) > _MOST_AFTER or any(token.kind == "q" or token.low in {"that"} | _QUESTION for token in rest):
        return False
    return not _has_verb(tokens, found.tail, last) or tokens[found.tail].low in _WHEN


# ---- a verb, and the clause it reports -----------------------------------------------------------------------------


class _Reporter(NamedTuple):
    """A verb of reporting with its subject; the clause before it ends at ``start``."""

    start: int
    subject: Phrase
    verb: int


def _reporting(tokens: list[Token], verbs: list[int], first: int, last: int) -> list[_Clauses]:
    """ "Smith said (that) …, and added that …; Jones asked why …"."""
    reporters = list(_reporters(tokens, verbs, first, last))
    found = []
    for index, reporter in enumerate(reporters):
        end = reporters[index + 1].start if index + 1 < len(reporters) else last
        begin = _content(tokens, reporter.verb, end)
        while end > begin and (tokens[end - 1].kind in {",", ";", "-"} or tokens[end - 1].low in _JOINING):
            end -= 1
        if not begin or any(token.kind == "q" for token in tokens[begin:end]):
            continue
        made = _made(tokens, [(begin, end)], Attribution(reporter.subject, reporter.verb, "before"))
        if made is not None:
            found.append(made)
    return found


def _reporters(tokens: list[Token], verbs: list[int], first: int, last: int) -> Iterator[_Reporter]:
    """The verbs of reporting of a sentence that are not themselves reported."""
    before: _Reporter | None = None
    for at in verbs:
        if not (first < at < last - 1 and _says(tokens, at)):
            continue
        subject = _subject(tokens, at, first)
        joined = _joined_verb(tokens, at)
        if subject is None and joined:
            subject = before.subject if before is not None else clauses.main_subject(tokens, first, at)
        if subject is None:
            continue
        if joined:
            start = at - 1 if tokens[at - 1].low in _JOINING or tokens[at - 1].kind == "," else at
        else:
            start = subject.first
        if before is not None and not joined and not _begins_clause(tokens, start):
            continue
        if not _content(tokens, at, last) or cues.is_denied(tokens, at, first):
            continue
        before = _Reporter(start, subject, at)
        yield before


def _subject(tokens: list[Token], verb: int, first: int) -> Phrase | None:
    """Who reports: the subject of the verb, of "intervened to say", of the main clause around "while admitting"."""
    if tokens[verb].low.endswith("ing"):
        return None
    if cues.is_passive(tokens, verb, first):
        return None
    if tokens[verb - 1].low == "to":
        refuses = any(
            token.low in _REFUSED or token.low.endswith("n't") for token in tokens[max(first, verb - 4) : verb]
        )
        return None if refuses else clauses.main_subject(tokens, first, verb)
    return cues.direct_subject(tokens, verb, first)


def _joined_verb(tokens: list[Token], verb: int) -> bool:
    """A second verb of the same subject: "… but accepted that", ", adding that"."""
    before = tokens[verb - 1]
    return before.low in {"and", "but", "also"} or (tokens[verb].low.endswith("ing") and before.kind == ",")


def _begins_clause(tokens: list[Token], start: int) -> bool:
    before = tokens[start - 1]
    return (
        before.kind in {";", ":", "-"} or before.low in _JOINING or (before.kind == "," and tokens[start].low != "who")
    )


def _says(tokens: list[Token], at: int) -> bool:
    return tokens[at].kind == "w" and tokens[at].low in REPORTING


def _content(tokens: list[Token], verb: int, last: int) -> int:
    """Where the reported clause begins after a verb; 0 where the verb reports none."""
    low = tokens[verb].low
    for at in range(verb + 1, min(last - 1, verb + 1 + _ADDRESSEE)):
        token = tokens[at]
        if token.low == "that" and (_is_clause(tokens, at + 1, last) or tokens[at + 1].low in DETERMINERS):
            return at + 1
        if token.low in _QUESTION and (low in ASKING or token.low in {"whether", "how", "why"}):
            return at
        if token.kind not in "wc" or (token.low in {"to", "of"} and at == verb + 1 and low not in ADDRESSING):
            break
    if low not in PLAIN:
        return 0
    begin = _past_addressee(tokens, verb + 1, last) if low in ADDRESSING else _past_time(tokens, verb + 1, last)
    return begin if begin < last and _is_clause(tokens, begin, last) else 0


def _past_addressee(tokens: list[Token], at: int, last: int) -> int:
    """Past whom somebody told: "the board", "him"."""
    if tokens[at].low in _OBJECTS:
        return at + 1
    phrase = phrase_after.after(tokens, at, last, anybody=True)
    return phrase.last if phrase is not None else at


def _past_time(tokens: list[Token], at: int, last: int) -> int:
    """Past when and where somebody said it: "on Tuesday", "in an interview"."""
    stop = min(last, at + _ADDRESSEE)
    if at < stop and tokens[at].low in TIMES:
        at += 1
    while at < stop and tokens[at].low in PREPOSITIONS:
        at += 1
        while at < stop and (tokens[at].low in DETERMINERS or tokens[at].kind == "c" or tokens[at].low in TIMES):
            at += 1
        if at < stop and tokens[at].kind == "w" and tokens[at - 1].low in DETERMINERS:
            at += 1
    return at


def _is_clause(tokens: list[Token], begin: int, end: int) -> bool:
    """Whether words read like a clause: something a clause begins with, and a finite verb after it."""
    if end - begin < _FEWEST_WORDS:
        return False
    token = tokens[begin]
    if token.kind not in "wc" or token.low in PREPOSITIONS - {"after", "before", "despite", "in", "at", "on", "with"}:
        return False
    return token.low != "to" and _has_verb(tokens, begin + 1, end)


def _has_verb(tokens: list[Token], begin: int, end: int) -> bool:
    """Whether a finite verb stands among words; the bare infinitive after "to" is none."""
    before = tokens[begin - 1].low
    for token in tokens[begin:end]:
        low = token.low
        if token.kind == "w" and before != "to":
            if low in _FINITE or (low.endswith("ed") and len(low) > 3) or "n't" in low:
                return True
            if before in _PRONOUNS and low not in PREPOSITIONS:
                return True
        before = low
    return any("'" in token.low and token.low.partition("'")[0] in _PRONOUNS for token in tokens[begin - 1 : end])


_PRONOUNS = frozenset("he she it they we i you that there who".split())
_FINITE = (
    OTHER_VERBS
    | REPORTING
    | AUXILIARIES.intersection(
        "has had have is was were are would will could should may might must can did does do".split()
    )
)


def _made(tokens: list[Token], ranges: list[tuple[int, int]], found: Attribution) -> _Clauses | None:
    ranges = [(first, last) for first, last in ranges if first < last]
    if any(token.kind == "q" for first, last in ranges for token in tokens[first:last]):
        return None
    return _Clauses(ranges, found) if ranges else None
