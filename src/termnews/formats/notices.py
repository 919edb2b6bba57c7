"""Notices: what a publisher says about an article in it: disclosures, corrections, editor's notes, republications.

A republication notice names the source.  Its wording is matched word by word with a small edit distance, since
notices are typed by hand.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from termnews.article import Span

_HEAD, _TAIL = 2, 6  # paragraphs from either end in which notices without a label are looked for
_LONGEST_UNLABELLED = 600  # characters
_LONGEST_LABEL = 60
_WORDS_OF_A_DATE = 4
_LONGEST_SOURCE = 80

_LABELS = tuple(
    "disclosure,disclosures,full disclosure,disclaimer,correction,corrections,corrected,erratum,"
    "corrections and clarifications,clarification,clarifications,editor's note,editors' note,editors note,editor note,"
    "editors' notes,author's note,authors' note,publisher's note,note to readers,note to our readers,"
    "note from the editor,note from the editors,republication notice".split(",")
)
_INITIALS = frozenset(label[0] for label in _LABELS)
_AROUND = "*_()[]. –—-"
_THINGS = frozenset(
    "article story post piece report column essay interview item version text blog feature op-ed".split()
)
_EARLIER = frozenset("earlier previous original prior initial".split())
_HELPERS = frozenset("was is has been being also were had since now".split())
_MENDED = frozenset("corrected updated amended edited revised modified clarified changed".split())
_WRONG = frozenset(
    "incorrectly wrongly erroneously mistakenly misstated misspelled misspelt misidentified misattributed misnamed "
    "misquoted mischaracterized error errors".split()
)
_ADVERBS = ("originally", "first", "previously", "initially")
_VERBS = ("appeared", "published", "printed", "posted", "republished", "reprinted", "syndicated", "reposted", "ran")
_AGAIN = ("republished", "reprinted", "syndicated", "reposted", "reproduced")
_FIRST_WORDS = frozenset("this the an a due because".split())
_PREPOSITIONS = frozenset("on in at by from with".split())

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d+|[.;]")
# The rest is needed once a notice was found, and compiled then
_SOURCE_END = (
    r"[,;()\[\]|\n]|(?<![.\s][A-Z])\.(?=\s|$|[*_\"”])|\s[-–]\s|\s?—"
    r"|\s(?=(?i:(?:on|in) (?:[a-z]+day|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b|\d)))"
    r"|\s(?=(?:by|under|where|which|who|via|through|on (?:its|his|her|their)|with permission)\b)"
    r"|\s(?=(?:and|as|at|for|here|with) [a-z])"
)
_BEFORE_NAME = (
    r"(?:on |in )?(?:the |our )?(?:(?:(?:partner|sister|parent) )?"
    r"(?:website|site|paper|newspaper|magazine|blog|pages) (?:of )?(?:the )?(?=\W?[A-Z\d]))?"
)
_DATE_FIRST = r"(?:(?:[A-Z][a-z]+\.? )?\d{1,2}(?:,? (?:19|20)\d\d)?|[A-Z][a-z]+ \d{4}),? (?:in|on|by|at|from) "


def find(paragraphs: Sequence[str]) -> tuple[tuple[int, ...], str | None]:
    """Which paragraphs are notices, by their numbers, and the source that a republication notice gives."""
    found: list[int] = []
    source: str | None = None
    after_heading = False
    for number, paragraph in enumerate(paragraphs):
        near_an_end = number < _HEAD or number >= len(paragraphs) - _TAIL
        words = _first_words(paragraph) if near_an_end and len(paragraph) <= _LONGEST_UNLABELLED else []
        origin = _republished_from(paragraph, words)
        heading = near_an_end and _is_label(paragraph) and number + 1 < len(paragraphs)
        if origin or heading or after_heading or _is_labelled(paragraph) or _tells_of_a_change(words):
            found.append(number)
        source = source or origin
        after_heading = heading
    return tuple(found), source


def spans(paragraphs: Sequence[str], numbers: Iterable[int]) -> tuple[Span, ...]:
    """Where the paragraphs of these numbers stand in the body that all of them make."""
    wanted = set(numbers)
    if not wanted:
        return ()
    found, start = [], 0
    for number, paragraph in enumerate(paragraphs):
        if number in wanted:
            found.append(Span(start, start + len(paragraph)))
        start += len(paragraph) + 2
    return tuple(found)


def _is_labelled(paragraph: str) -> bool:
    """Whether a paragraph begins with a label, as ``Disclosure:`` or ``Correction, Nov. 3, 2016:``."""
    if paragraph[:3].lstrip(_AROUND)[:1].lower() not in _INITIALS:
        return False
    head = paragraph[:_LONGEST_LABEL]
    end = min((at for mark in ":—–" if (at := head.find(mark)) >= 0), default=-1)
    return end > 0 and _is_label(head[:end])


def _is_label(text: str) -> bool:
    if len(text) > _LONGEST_LABEL:
        return False
    text = text.strip(_AROUND).replace("’", "'").lower()
    if text in _LABELS:
        return True
    for label in _LABELS:
        if text.startswith(label) and len(words := text[len(label) :].split()) <= _WORDS_OF_A_DATE:
            dated = text[len(label)] in " ,(" and any(char.isdigit() for word in words for char in word)
            if dated:
                return True
    return False


def _tells_of_a_change(words: Sequence[tuple[str, int]]) -> bool:
    """Whether a paragraph begins as ``An earlier version of this article …`` or ``This story has been corrected …``."""
    match [word for word, _ in words[:9]]:
        case ["a" | "an" | "the", earlier, "version" | "edition", "of", "this" | "the", thing, *_]:
            return earlier in _EARLIER and thing in _THINGS
        case ["the", "article" | "story" | "post", "has", "been", after, *_]:
            return after in _MENDED
        case ["this", thing, after, *rest] if thing in _THINGS:
            told = after in _HELPERS or after in _ADVERBS or after in _WRONG or after in {"contained", "gave"}
            return told and not _MENDED.union(_WRONG).isdisjoint([after, *rest[:4]])
        case ["due" | "because", "to" | "of", *rest]:
            return "error" in rest[:5]
        case ["the", "author" | "writer" | "reporter" | "columnist", "owns" | "holds" | "has", *rest]:
            return not {"shares", "stock", "stocks", "position", "positions"}.isdisjoint(rest)
    return False


def republished_from(paragraph: str) -> str | None:
    """Who published the article before, if the paragraph is a notice that says so.

    The forms are ``[This post] [was] [originally] appeared|published on X`` and ``[This article is] republished
    [with permission] from X``.
    """
    return _republished_from(paragraph, _first_words(paragraph))


def _first_words(paragraph: str) -> list[tuple[str, int]]:
    """The first words of a paragraph and where they end; none where no notice begins like it."""
    first = _WORD.search(paragraph[:40])
    if not first or not (first[0].lower() in _FIRST_WORDS or _is_nearly(first[0].lower(), _ADVERBS + _AGAIN)):
        return []
    return [(match[0].lower(), match.end()) for match in _WORD.finditer(paragraph[:200])]


def _republished_from(paragraph: str, words: Sequence[tuple[str, int]]) -> str | None:
    position, about_this = _after_subject(words)
    while position < len(words) and words[position][0] in _HELPERS:
        position += 1
    adverb = position < len(words) and _is_nearly(words[position][0], _ADVERBS)
    position += adverb
    while position < len(words) and words[position][0] in _HELPERS:
        position += 1
    if position >= len(words):
        return None
    verb = words[position][0]
    if not (_is_nearly(verb, _AGAIN) or ((adverb or about_this) and _is_nearly(verb, _VERBS))):
        return None
    for word, end in words[position + 1 : position + 9]:
        if word in {".", ";"}:
            return None
        if word in _PREPOSITIONS and not paragraph[end:].lstrip().lower().startswith("permission"):
            return _source(paragraph[end:].lstrip(" :*_"))
    return None


def _after_subject(words: Sequence[tuple[str, int]]) -> tuple[int, bool]:
    """The place after ``This [adjective] article``, and whether a notice begins so."""
    if words and words[0][0] == "this":
        for position in (1, 2):
            if position < len(words) and words[position][0] in _THINGS:
                two_words = words[position][0] == "blog" and position + 1 < len(words)
                return position + 1 + two_words, True
    return 0, False


def _source(rest: str) -> str | None:
    """The name that a notice's end begins with."""
    if date := re.match(_DATE_FIRST, rest):
        rest = rest[date.end() :]
    end = re.search(_SOURCE_END, rest)
    name = rest[: end.start() if end else len(rest)].strip(" *_\"'“”‘’.:!")
    if before := re.match(_BEFORE_NAME, name):
        name = name[before.end() :]
    if not name or len(name) > _LONGEST_SOURCE:
        return None
    return name if not name[0].islower() or "." in name or any(map(str.isupper, name[1:])) else None


def _is_nearly(word: str, wanted: Sequence[str]) -> bool:
    """Whether a word is one of those wanted but for a slip of the hand: one in a short word, two in a long one."""
    return word in wanted or any(
        len(each) > 4 and word[:1] == each[0] and _is_within(word, each, 2 if len(each) > 7 else 1) for each in wanted
    )


def _is_within(one: str, other: str, most: int) -> bool:
    """Whether so many insertions, deletions, replacements and swaps of neighbours make one word the other
    (optimal string alignment distance)."""
    if abs(len(one) - len(other)) > most:
        return False
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, char in enumerate(one, 1):
        before, last, row = row, before, [i]
        for j, wanted in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (char != wanted))
            if i > 1 and j > 1 and char == other[j - 2] and one[i - 2] == wanted:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
    return row[-1] <= most
