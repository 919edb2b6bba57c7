"""What an article says somebody is, wherever it says it: "Ada Novak, the harbour master, …", "the chef, Ann Lee, …".

Looked up only when needed: the role of a speaker whose own attribution gave none, and who "the harbour master" is.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from termnews.article import Span
from termnews.quotes import phrase_after, phrase_before
from termnews.quotes.people import People
from termnews.quotes.phrases import Phrase, is_role, names_person
from termnews.quotes.tokens import Words, plain
from termnews.quotes.words.grammar import DETERMINERS
from termnews.quotes.words.titles import HONORIFICS

_BEFORE, _AFTER = 80, 110
"""Characters around a name in which it can be introduced."""
_MENTIONS = 2
_OCCURRENCES = 10
_REACH = 90

# Between the noun and the name: nothing; ", "; ", retired dentist"; " of the rowing club, ".
_TO_NAME = re.compile(
    r"(?:(?: (?:of|for|at|in|from)\b[^,.;:!?\n“”\"]*)?, (?:the |an? )?(?:[a-z][\w-]+ ){0,2}"
    r"|(?: (?:of|for)(?: [a-z][\w’'-]*)+)? )\Z"
)
# Between the name and the noun: ", the", ", 52, a", " is the", and a few adjectives.
_FROM_NAME = re.compile(
    r"(?:,(?: \d+,)?(?: who (?:is|was))?| (?:is|was)(?: now)?) (?:(?:the|an?|his|her|their|its) )?"
    r"(?:(?!(?:of|for|to|with) )[\w’'-]+ ){0,3}\Z"
)

# Who bore a title once does not bear it now, nor does the deputy: "2012 nominee", "former mayor", "shadow minister".
_ANOTHER = re.compile(
    r"\b(?:[Ff]ormer|[Ee]x|[Tt]hen|[Ll]ate|[Dd]eputy|[Vv]ice|[Ss]hadow|[Aa]ssistant|(?:19|20)\d\d)[ -]\Z"
)
_ANOTHER_REACH = len("assistant ")


class Introductions:
    """The introductions of one text."""

    def __init__(self, text: str, people: People) -> None:
        self._text = text
        low = text.lower()
        self._low = low if len(low) == len(text) else text
        """The text in lower case, where that keeps every place."""
        self._people = people
        self._roles: dict[str, str | None] = {}
        self._nouns: dict[str, list[tuple[int, int]]] = {}

    def role(self, full: str) -> str | None:
        """What the article calls the person of this full name, at one of the first places that name them."""
        if full not in self._roles:
            self._roles[full] = self._found_role(full)
        return self._roles[full]

    def bearer(self, noun: str, at: int, after: bool = True) -> str | None:
        """Who is introduced as ``noun``, but not at ``at``: the nearest before it, else the first ``after`` it."""
        places = self._places(noun)
        index = bisect_right(places, (at, at))
        nearest = places[max(0, index - _OCCURRENCES) : index][::-1]
        if after:
            nearest += places[index : index + _OCCURRENCES]
        for start, end in nearest:
            if start == at or _ANOTHER.search(self._text, max(0, start - _ANOTHER_REACH), start):
                continue
            found = self._introduced(start, end)
            if found is not None:
                return found
        return None

    def _places(self, noun: str) -> list[tuple[int, int]]:
        """Where the noun stands in the text, in whatever capitals."""
        if noun not in self._nouns:
            self._nouns[noun] = list(self._found(noun.lower()))
        return self._nouns[noun]

    def _found(self, low: str) -> Iterator[tuple[int, int]]:
        text = self._low
        at = text.find(low)
        while at >= 0:
            end = at + len(low)
            if not (text[at - 1 : at].isalnum() or text[end : end + 1].isalnum()):
                yield at, end
            at = text.find(low, end)

    def _introduced(self, start: int, end: int) -> str | None:
        """The person whom the noun at ``start`` introduces, or is said of."""
        people, text = self._people, self._text
        index = bisect_right(people.places, start)
        if index and people.ends[index - 1] >= end:
            return self._person(index - 1)
        for event in range(index, min(index + 4, len(people.places))):
            place = people.places[event]
            if place - end > _REACH:
                break
            if _TO_NAME.match(text, end, place) and (found := self._person(event)) is not None:
                return found
        if index and 0 <= start - people.ends[index - 1] < _REACH:
            gap = text[people.ends[index - 1] : start]
            if _FROM_NAME.match(gap):
                return self._person(index - 1)
        return None

    def _person(self, event: int) -> str | None:
        people = self._people
        full = people.full_name(people.who[event], people.places[event])
        return full if " " in full and people.is_person(full) else None

    def _found_role(self, full: str) -> str | None:
        for at in self._people.occurrences(full, _MENTIONS):
            role = self._role_at(at, at + len(full))
            if role is not None:
                return role
        return None

    def _role_at(self, start: int, end: int) -> str | None:
        text = self._text
        span: Span | None = None
        if text.startswith(",", end):
            stop = text.find("\n", end, end + _AFTER)
            words = plain(text, start, end + _AFTER if stop < 0 else stop)
            span = _after(words, words.first_from(end))
        if span is None:
            first = max(0, start - _BEFORE)
            words = plain(text, max(first, text.rfind("\n", first, start) + 1), end)
            name = words.first_from(start)
            span = _before(words, name) if name else None
        return None if span is None else cleaned(text[span.start : span.end])


def _after(words: Words, name_end: int) -> Span | None:
    """ "Ann Lee, a farmer from Ashby, …"."""
    tokens = words.tokens
    bare = Phrase(0, name_end, 0, name_end, None)
    return _span(words, phrase_after.with_apposition(tokens, bare, len(tokens)).role)


def _before(words: Words, name: int) -> Span | None:
    """ "harbour master Ann Lee", "The harbour master, Ann Lee, …"."""
    tokens = words.tokens
    name_end = len(tokens)
    found = phrase_before.before(tokens, name_end, 0)
    if found is not None and found.role is not None and found.name_end == name_end:
        return _span(words, found.role)
    if name > 1 and tokens[name - 1].kind == ",":
        role = phrase_before.before(tokens, name - 1, 0)
        if (
            role is not None
            and role.name == role.name_end
            and tokens[role.first].low in DETERMINERS
            and names_person(tokens, role)
            and is_role(tokens, role.first, role.last)
        ):
            return _span(words, (role.first, role.last))
    return None


def _span(words: Words, role: tuple[int, int] | None) -> Span | None:
    return None if role is None else words.span(*role)


_ARTICLE = re.compile(r"(?:(?:him|her)self\s+)?(?:the|an?|his|her|its|their|our|my)\s+", re.IGNORECASE)


def cleaned(role: str) -> str | None:
    """A role without its article and without honorifics; None where nothing is left: "Mr" says nothing."""
    role = _ARTICLE.sub("", " ".join(role.split()), count=1) if _ARTICLE.match(role) else " ".join(role.split())
    words = role.rstrip(",;: ").split(" ")
    while words and words[-1] in HONORIFICS:
        words.pop()
    return " ".join(words).rstrip(",;: ") or None
