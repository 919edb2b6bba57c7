"""Noun phrases that name a speaker, before or after a verb: where they stand, and the name and role in them."""

from __future__ import annotations

from typing import NamedTuple

from termnews.quotes.people import is_organisation, split_name
from termnews.quotes.tokens import Token
from termnews.quotes.words.titles import NOT_NAMES, PARTICLES, PERSON_ENDINGS, PERSON_NOUNS, TITLES
from termnews.quotes.words.verbs import AUXILIARIES, DESCRIBING, NOUNS_TOO, OTHER_VERBS, SPEECH, SPEECH_GERUNDS

PRONOUNS = frozenset("he she they it i we who you".split())
_DETERMINERS = frozenset(
    "a an the this that these those his her their its our my your one another some many several both two three four".split()
)
SUBJECT_STARTS = PRONOUNS | _DETERMINERS
_ATTACHING = frozenset("of for from at with in to on".split())
PREPOSITIONS = _ATTACHING | frozenset(
    """by about against between among over under after before during through into onto upon as like than via amid
    despite without within since until toward towards near behind beyond across around""".split()
)
_JOINING = frozenset(
    "and or but that which who whom whose when where while if because so though although yet nor then".split()
)
_LONGEST = 14
_LONGEST_APPOSITION = 28
_NO_NAME = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())


class Phrase(NamedTuple):
    """Tokens ``first`` to ``last`` (exclusive) name a speaker; the name is ``name`` to ``name_end`` (none: both equal)."""

    first: int
    last: int
    name: int
    name_end: int
    role: tuple[int, int] | None
    pronoun: str = ""


def is_person_noun(low: str) -> bool:
    """Whether a common noun means somebody who can speak."""
    if low.endswith("-old") or (low.endswith("s") and low[:-1] in PERSON_NOUNS):
        return True
    return (
        low in PERSON_NOUNS
        or (len(low) > 4 and low.endswith(PERSON_ENDINGS))
        or ("-" in low and is_person_noun(low.rpartition("-")[2]))
    )


def before(tokens: list[Token], end: int, floor: int) -> Phrase | None:
    """The phrase that ends right before token ``end``, no further left than ``floor``."""
    last = end - 1
    if last < floor:
        return None
    kind = tokens[last].kind
    if kind == ")":
        opened = _find_back(tokens, "(", last - 1, max(floor, last - 12))
        return before(tokens, opened, floor) if opened > floor else None
    if kind in {",", "-"}:
        return _before_apposition(tokens, last, floor)
    if kind not in {"w", "c"}:
        return None
    low = tokens[last].low
    if low in PRONOUNS:
        if low == "who":
            return _antecedent_of_who(tokens, last, floor)
        return Phrase(last, end, end, end, None, low)
    return _nominal(tokens, last, floor)


def _antecedent_of_who(tokens: list[Token], who: int, floor: int) -> Phrase | None:
    """The person whom "who" follows: "Weaver, who said …"."""
    end = who
    if end - 1 >= floor and tokens[end - 1].kind in {",", "-"}:
        inner = _before_apposition(tokens, end - 1, floor, strict=True)
        if inner:
            return inner
        end -= 1
    return before(tokens, end, floor) if end - 1 >= floor and tokens[end - 1].kind in {"w", "c", ")"} else None


def _before_apposition(tokens: list[Token], comma: int, floor: int, strict: bool = False) -> Phrase | None:
    """The phrase before an apposition, a clause or an insertion that ends with the comma at ``comma``."""
    opened = comma
    nearest = max(floor, comma - _LONGEST_APPOSITION)
    for _ in range(5):
        opened = _find_back(tokens, tokens[comma].kind, opened - 1, nearest)
        if opened <= floor:
            return None
        head = tokens[opened - 1]
        inside = tokens[opened + 1]
        if opened + 1 < comma and head.kind in {"w", "c", ")"} and _can_insert(inside, strict):
            phrase = before(tokens, opened, floor)
            if phrase is not None and (phrase.name < phrase.name_end or phrase.pronoun or _is_person(tokens, phrase)):
                return _with_apposition(tokens, phrase, opened + 1, comma)
    return None


def _can_insert(token: Token, strict: bool) -> bool:
    if token.low in {"who", "whose", "which"}:
        return True
    if strict:
        return token.low in _DETERMINERS
    return token.kind == "c" or token.low not in {"and", "but", "or", "that"}


def _with_apposition(tokens: list[Token], phrase: Phrase, first: int, end: int) -> Phrase:
    """Add what stands between the commas: a role to a name, or the name to a role."""
    if tokens[first].low in {"who", "whose", "which", "when", "while", "where", "speaking", "in", "on", "at", "during"}:
        return phrase._replace(last=end + 1)
    if phrase.name == phrase.name_end and not phrase.pronoun and tokens[first].kind == "c":
        inner = _nominal(tokens, end - 1, first)
        if inner and inner.name < inner.name_end and inner.first == first:
            return Phrase(phrase.first, end + 1, inner.name, inner.name_end, (phrase.first, phrase.last))
    role = phrase.role
    if (
        role is None
        and phrase.name < phrase.name_end
        and tokens[first].low not in PREPOSITIONS
        and is_role(tokens, first, end)
    ):
        role = (first, end)
    return phrase._replace(last=end + 1, role=role)


def _is_person(tokens: list[Token], phrase: Phrase) -> bool:
    return any(is_person_noun(tokens[at].low) for at in range(phrase.first, phrase.last))


def is_role(tokens: list[Token], first: int, end: int) -> bool:
    """Whether tokens read like what somebody is: "a spokesman for …", "president of …", "one of the stars"."""
    return any(is_person_noun(token.low) or token.text in TITLES for token in tokens[first : min(end, first + 8)])


def _find_back(tokens: list[Token], kind: str, start: int, floor: int) -> int:
    for at in range(start, floor - 1, -1):
        if tokens[at].kind == kind:
            return at
    return -1


def _nominal(tokens: list[Token], last: int, floor: int) -> Phrase | None:
    """The noun phrase whose last word is token ``last``: "campaign manager Robby Mook", "a spokesman for the mayor"."""
    floor = max(floor, last - _LONGEST)
    first = last
    if tokens[last].kind == "c":
        first = _run_start(tokens, last, floor)
        if first > last:
            return None
    elif not _can_be_noun(tokens[last].low):
        return None
    head_is_name = tokens[last].kind == "c"
    at = first - 1
    while at >= floor:
        token = tokens[at]
        if token.low in _DETERMINERS:
            first = at
            at -= 1
            if not (at >= floor and tokens[at].low in {"all", "both", "half"}):
                break
        elif token.kind == "w" and _can_be_noun(token.low) and token.low not in _JOINING:
            if head_is_name and not _can_modify(token.low):
                break
            first = at
            at -= 1
        elif token.kind == "c" and token.text not in NOT_NAMES and _joins(tokens, at):
            first = _run_start(tokens, at, floor)
            at = first - 1
        elif token.kind == "c" and token.text in NOT_NAMES and first == at + 1 and token.text in _ADJECTIVES:
            first = at
            at -= 1
        else:
            break
    if at > floor and tokens[at].low in _ATTACHING and first > floor:
        head = tokens[at - 1]
        if head.kind in {"w", "c"} and (is_person_noun(head.low) or head.text in TITLES):
            outer = _nominal(tokens, at - 1, floor)
            if outer is not None and not (
                head_is_name and tokens[at].low not in {"of", "for", "at", "from", "with", "to", "in", "on"}
            ):
                name, name_end = _name_in(tokens, first, last + 1) if head_is_name else (last + 1, last + 1)
                joined = name < name_end and _reads_as_title(tokens, outer, at, first, name)
                if joined:
                    return Phrase(outer.first, last + 1, name, name_end, (outer.first, name))
                return Phrase(outer.first, last + 1, outer.name, outer.name_end, outer.role)
        if head.kind == "c" and tokens[at].low in {"of", "for", "at", "from"} and head.text not in NOT_NAMES:
            return _of_place(tokens, at, last, floor)
    name, name_end = _name_in(tokens, first, last + 1)
    if name == name_end and not head_is_name and first == last and not is_person_noun(tokens[last].low):
        return None
    role = (first, name) if first < name < name_end and is_role(tokens, first, name) else None
    return Phrase(first, last + 1, name, name_end, role)


def _of_place(tokens: list[Token], preposition: int, last: int, floor: int) -> Phrase | None:
    """ "Paul Ryan of Wisconsin" is the person, "University of Wisconsin" the whole."""
    outer = _nominal(tokens, preposition - 1, floor)
    if outer is None or outer.name == outer.name_end:
        return outer
    words = [token.text for token in tokens[outer.name : outer.name_end]]
    if len(words) > 1 and not is_organisation(words):
        return outer._replace(last=last + 1)
    return outer._replace(last=last + 1, name_end=last + 1)


_ADJECTIVES = frozenset(
    """Republican Democratic American British French German Russian Chinese Japanese Mexican Canadian European African
    Asian English Irish Scottish Welsh Italian Spanish Israeli Iranian Iraqi Syrian Turkish Indian Muslim Christian
    Jewish Catholic Republicans Democrats Democrat Americans Muslims Christians""".split()
)


def _reads_as_title(tokens: list[Token], outer: Phrase, preposition: int, first: int, name: int) -> bool:
    """ "Executive VP of Cloud and Enterprise Scott Guthrie": a title with "of" right before a name that is longer."""
    return tokens[preposition].low in {"of", "for"} and name > first and tokens[outer.last - 1].kind == "c"


def _joins(tokens: list[Token], at: int) -> bool:
    """Whether a capitalised word belongs to the phrase that goes on after it."""
    return not tokens[at].low.endswith((",", "."))


def _run_start(tokens: list[Token], last: int, floor: int) -> int:
    """First token of the run of capitalised words (with particles and "and" between) that ends at ``last``."""
    first = last
    while first - 1 >= floor:
        token = tokens[first - 1]
        if token.kind == "c":
            first -= 1
        elif (
            token.low in PARTICLES
            and first - 2 >= floor
            and tokens[first - 2].kind == "c"
            and tokens[first - 2].text not in NOT_NAMES
        ):
            first -= 2
        else:
            break
    while (
        first <= last
        and (tokens[first].text in NOT_NAMES or tokens[first].low in _NO_NAME)
        and tokens[first].text not in _ADJECTIVES
    ):
        first += 1
    return first


def _can_be_noun(low: str) -> bool:
    if low in PREPOSITIONS or low in _JOINING or low in AUXILIARIES or low in PRONOUNS or low in _DETERMINERS:
        return False
    return (low not in SPEECH and low not in SPEECH_GERUNDS and low not in DESCRIBING) or low in NOUNS_TOO


def _can_modify(low: str) -> bool:
    """Whether a lower-case word can stand right before a name as part of the phrase: "campaign manager Robby Mook"."""
    return is_person_noun(low) or low in _MODIFIERS or low.endswith(("'s", "s'")) or low[:1].isdigit()


_MODIFIERS = frozenset(
    """former ex late then senior junior chief deputy acting retired longtime veteran fellow vice general assistant
    associate co-founder national state local federal presidential senate house party campaign communications press policy
    political foreign prime managing executive team club company group board union legal media network news sports
    prominent top leading influential conservative liberal progressive democratic republican independent evangelical
    billionaire real estate minority majority undecided unnamed talk radio tv television film movie pop rock rap defence defense health finance education
    environment transport police fire school university college hospital current outgoing incoming newly elected
    presumptive nominee-in-waiting one-time onetime self-described mr mrs""".split()
)


def _name_in(tokens: list[Token], first: int, end: int) -> tuple[int, int]:
    """Where the name stands in a phrase that ends with it; ``(end, end)`` where it does not end with one."""
    if tokens[end - 1].kind != "c" or tokens[end - 1].text in NOT_NAMES:
        return end, end
    start = end - 1
    while start > first and (
        tokens[start - 1].kind == "c"
        or (tokens[start - 1].low in PARTICLES and start - 2 >= first and tokens[start - 2].kind == "c")
    ):
        start -= 1
        if _is_possessive(tokens[start].text):
            start += 1
            break
    words = [token.text for token in tokens[start:end]]
    begin = split_name(words)
    if begin >= len(words):
        return (end, end) if any(token.kind == "w" for token in tokens[first:end]) or len(words) < 1 else (end, end)
    return start + begin, end


def _is_possessive(word: str) -> bool:
    return word.endswith(("'s", "’s", "s'", "s’"))


def after(tokens: list[Token], first: int, ceiling: int) -> Phrase | None:
    """The phrase that begins at token ``first``, no further right than ``ceiling``, with the role that follows it."""
    if first >= ceiling:
        return None
    token = tokens[first]
    if token.low in PRONOUNS:
        return Phrase(first, first + 1, first + 1, first + 1, None, token.low)
    if token.kind not in {"w", "c"}:
        return None
    if token.low not in _DETERMINERS and not (_can_be_noun(token.low) if token.kind == "w" else _can_name(token)):
        return None
    end = _phrase_end(tokens, first, min(ceiling, first + _LONGEST + 4))
    if end == first:
        return None
    name, name_end = _name_in(tokens, first, end)
    if name < name_end and _belongs_to_preposition(tokens, first, name):
        name, name_end = end, end
    if name == name_end and tokens[first].kind == "c" and tokens[first].low not in _DETERMINERS:
        name, name_end = _leading_name(tokens, first, end)
    if name == name_end:
        nouns = any(is_person_noun(t.low) for t in tokens[first:end])
        if not nouns and (
            (token.kind == "w" and token.low not in _DETERMINERS) or not any(t.kind == "c" for t in tokens[first:end])
        ):
            return None
    role = (first, name) if first < name < name_end and is_role(tokens, first, name) else None
    return _following(tokens, Phrase(first, end, name, name_end, role), ceiling)


def _belongs_to_preposition(tokens: list[Token], first: int, name: int) -> bool:
    """Whether a name only says whose somebody is: "a longtime adviser to Smith"."""
    for at in range(name - 1, first, -1):
        if tokens[at].low in _ATTACHING:
            return tokens[at - 1].kind == "w"
        if is_person_noun(tokens[at].low):
            return False
    return False


def _can_name(token: Token) -> bool:
    """Whether a capitalised word can begin a speaker's phrase: not "When", not "Continuing"."""
    return token.text not in NOT_NAMES or token.text in _ADJECTIVES


def source(tokens: list[Token], first: int, ceiling: int) -> Phrase | None:
    """The phrase after "according to" at the start of a sentence: its role ends with a comma, or it is the sentence."""
    found = after(tokens, first, ceiling)
    if found is not None and found.role is not None and found.role[0] >= found.last:
        end = found.role[1]
        if end >= ceiling or tokens[end].kind != ",":
            return found._replace(role=None)
    return found


def _phrase_end(tokens: list[Token], first: int, ceiling: int) -> int:
    """Where a phrase that begins at ``first`` ends: prepositions belong to it until a name has been given."""
    at = first
    while at < ceiling:
        token = tokens[at]
        if token.kind == "c":
            if token.low in _NO_NAME or (token.text in NOT_NAMES and token.text not in _ADJECTIVES and at > first):
                break
        elif token.kind == "w":
            if token.low in {"of", "for", "at", "from", "to", "and", "with", "on", "in"} or token.low in PARTICLES:
                if not _goes_on(tokens, first, at, ceiling):
                    break
            elif token.low in _DETERMINERS:
                if at > first and tokens[at - 1].low not in {"of", "for", "at", "from", "to", "all"}:
                    break
            elif not _can_be_noun(token.low) or token.low in _JOINING or (at > first and _is_verb_after(tokens, at)):
                break
            elif at > first and tokens[at - 1].kind == "c" and _person_before(tokens, first, at):
                if not (_can_modify(token.low) or (at - first < 3 and _leads_to_name(tokens, at, ceiling))):
                    break
        else:
            break
        at += 1
    return at


def _leads_to_name(tokens: list[Token], at: int, ceiling: int) -> bool:
    """Whether common nouns lead on to another name: "Denver shop owner Ann Lee" goes on after Denver."""
    for ahead in range(at + 1, min(ceiling, at + 4)):
        if tokens[ahead].kind == "c":
            return True
        if tokens[ahead].kind != "w" or not _can_be_noun(tokens[ahead].low):
            break
    return False


def _is_verb_after(tokens: list[Token], at: int) -> bool:
    """Whether a word after a noun reads as a verb: "the justice sounded off"."""
    low, before = tokens[at].low, tokens[at - 1]
    if low in OTHER_VERBS:
        return True
    return low.endswith("ed") and before.low not in _DETERMINERS and (before.kind == "c" or is_person_noun(before.low))


def _goes_on(tokens: list[Token], first: int, at: int, ceiling: int) -> bool:
    """Whether a phrase goes on over the preposition or "and" at ``at``: not after a person's name."""
    if at == first or at + 1 >= ceiling or tokens[at + 1].kind not in {"w", "c"}:
        return False
    low = tokens[at].low
    if low in PARTICLES:
        return tokens[at - 1].kind == "c" and tokens[at + 1].kind == "c"
    if _person_before(tokens, first, at):
        return False
    if low == "and":
        return tokens[at - 1].kind == "c" and tokens[at + 1].kind == "c"
    if low in {"in", "on", "with"}:
        return False
    head = tokens[at - 1]
    return is_person_noun(head.low) or head.text in TITLES or low == "of"


def _person_before(tokens: list[Token], first: int, end: int) -> bool:
    """Whether the phrase so far ends with what reads as a person's name."""
    name, name_end = _name_in(tokens, first, end)
    if name == name_end or _is_possessive(tokens[end - 1].text):
        return False
    if name_end - name == 1 and name > first and tokens[name - 1].low in PREPOSITIONS:
        return False
    words = [token.text for token in tokens[name:name_end]]
    return not is_organisation(words) and words[-1] not in TITLES


def _leading_name(tokens: list[Token], first: int, end: int) -> tuple[int, int]:
    """A name at the start of a phrase that goes on: "Smith of the union"."""
    at = first
    while at < end and tokens[at].kind == "c" and not _is_possessive(tokens[at].text):
        at += 1
    if at == first or (at < end and tokens[at].kind == "c"):
        return end, end
    begin = first + split_name([token.text for token in tokens[first:at]])
    return (begin, at) if begin < at else (end, end)


def _following(tokens: list[Token], phrase: Phrase, ceiling: int) -> Phrase:
    """Add the apposition after a phrase: ", a Republican strategist" or, after a role, ", John Smith"."""
    comma = phrase.last
    if comma + 1 >= ceiling or tokens[comma].kind != ",":
        return phrase
    first = comma + 1
    limit = min(ceiling, first + _LONGEST_APPOSITION)
    end = first
    while (
        end < limit
        and tokens[end].kind in {"w", "c"}
        and tokens[end].low not in {"who", "whose", "which", "while", "when"}
    ):
        end += 1
    if end == first:
        return phrase
    if phrase.name == phrase.name_end:
        if tokens[first].kind == "c" and tokens[first].text not in NOT_NAMES:
            inner = after(tokens, first, min(end, ceiling))
            if inner and inner.name == first:
                return Phrase(phrase.first, inner.last, inner.name, inner.name_end, (phrase.first, phrase.last))
        return phrase
    if phrase.role is None and tokens[first].low not in PREPOSITIONS and is_role(tokens, first, end):
        while end > first and tokens[end - 1].low in PREPOSITIONS | _JOINING:
            end -= 1
        return phrase._replace(role=(first, end))
    return phrase
