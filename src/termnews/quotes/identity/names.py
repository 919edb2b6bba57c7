"""A name as written -> its parts: titles, given names, particles, surname, suffix; or an organisation, or nobody."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from termnews.quotes.identity import spelling
from termnews.quotes.identity.nicknames import GIVEN_LAST, SURNAMES_FIRST
from termnews.quotes.words.given_names import EITHER, FEMALE, GIVEN, MALE
from termnews.quotes.words.titles import (
    FEMALE_TITLES,
    MALE_TITLES,
    ORGANISATION_WORDS,
    PARTICLES,
    POST_NOMINALS,
    SUFFIXES,
    TITLES,
)

Kind = Literal["person", "bare", "organisation", "nobody"]
Sex = Literal["m", "f", ""]

# Words that the quote engine takes for a sign of an organisation, but that are surnames too.
_SURNAMES_TOO = frozenset(
    """
    Bill West North East Church Park Lake Hall Justice Street Banks Bay Towers Tower Prize Cup Hills Valley Young Power
    Best Day May Field Rivers Trust Price Time Labour Act Square Court County Standard Guardian House Power Town Beach
    Watch River Road New Bank Islands Island Gas Web Center Village Daily Morning Press Mountain Club Post Amendment
    """.split()
)
_ORGANISATIONS = (ORGANISATION_WORDS - _SURNAMES_TOO - GIVEN) | frozenset(
    """
    Logistics Steel Motor Bros Brothers Sons Associates Academy Airport Insurance Entertainment Communications Software
    Solutions Networks Laboratory Railway Rail Water Borough Fellowship Orchestra Theatre Academy Consulting
    International Global Enterprises Foods Pictures Management Investments Securities Financial Advisors Exchange
    """.split()
)
_TITLES = TITLES | frozenset(
    """
    Cllr Cllr. Coun. Amb. Pres. Herr Frau Monsieur Madame Mme Mlle Señor Señora Signor Signora Sra Sra. Sheikha Hajji
    Mullah Ayatollah Swami Dalai Viscount Viscountess Earl Count Countess Marquess
    """.split()
)
_MALE_TITLES = MALE_TITLES | frozenset("Herr Monsieur Señor Signor Sheikh Viscount Count Earl".split())
_FEMALE_TITLES = FEMALE_TITLES | frozenset("Frau Madame Mme Mlle Señora Signora Sheikha Viscountess Countess".split())
_KNIGHTLY = frozenset("sir dame sister brother prince princess king queen pope saint".split())
_OF_A_PLACE = frozenset("lord lady baron baroness duke duchess earl prince princess king queen count countess".split())
# Particles that are written small, or large where a sentence begins; the others are given names too ("Al", "La").
_LARGE_TOO = frozenset("van von de da di du del della ten ter der den dos das bin ibn ben".split())
_LEADING = ("al-", "el-", "as-", "ad-", "an-", "ar-", "ul-")
_QUOTED = re.compile(r"(?<!\S)[“\"'‘(]([^“”\"'‘’()]+)[”\"'’)](?!\S)")
_INITIALS = re.compile(r"(?:[^\W\d_]\.?)(?:-?[^\W\d_]\.)*|(?![AEIOU])[B-DF-HJ-NP-TV-Z]{2,3}")
_HONOURED = re.compile(r"(?:氏|さん|様|先生|君|ちゃん|選手|首相|大統領|社長|容疑者|被告|議員|監督|教授|女士|先生|씨)$")
_CJK_ORGANISATION = re.compile(r"(?:株式会社|会社|[省庁党局]|大学|銀行|委員会|協会|公司)$")
_SHORT_ACRONYM = 5


@dataclass(frozen=True, slots=True)
class Name:
    """The parts of a name, all in plain spelling.

    A ``bare`` name is a single word that may be a surname or an organisation.  ``given`` is empty where only a surname
    is known (``weak``); ``surname`` has a part for each side of a hyphen; ``called`` is the given name of somebody who
    goes by a title and that alone ("Sir Bevis"); ``nicks`` stand between marks inside the name.
    """

    text: str
    kind: Kind
    titles: tuple[str, ...] = ()
    given: tuple[str, ...] = ()
    nicks: tuple[str, ...] = ()
    particles: str = ""
    surname: tuple[str, ...] = ()
    suffix: str = ""
    sex: Sex = ""
    called: str = ""
    cjk: bool = False

    @property
    def weak(self) -> bool:
        """Whether no given name or initial is known."""
        return not self.given

    @property
    def formal(self) -> bool:
        """Whether a given name is written out."""
        return bool(self.given) and len(self.given[0]) > 1

    @property
    def words(self) -> str:
        """The surname as one plain word, for comparing."""
        return "".join(self.surname)


@lru_cache(maxsize=65536)
def parse(text: str) -> Name:
    """Take a name apart; whatever is given, something is made of it."""
    clean = text.replace("’", "'").replace("\xa0", " ").strip()
    if spelling.is_cjk(clean):
        return _cjk(text, clean)
    nicks = tuple(spelling.plain(nick) for nick in _QUOTED.findall(clean))
    head, _, tail = _QUOTED.sub("", clean).partition(",")
    words = head.split() + [word for word in tail.split()[:1] if word in SUFFIXES]
    if not words or _names_nobody(words):
        return Name(text, "nobody")
    if words[0].lower() == "the":
        return Name(text, "organisation", surname=_organisation_words(words[1:]))
    titles, words = _titles_off(words)
    if _is_organisation(words, titles):
        return Name(text, "organisation", surname=_organisation_words([*words]))
    if head.isupper() and (len(words) > 1 or len(head) > _SHORT_ACRONYM):
        words = [word.title() if len(word) > 2 or "." in word else word for word in words]
    return _person(text, titles, words, nicks)


def _names_nobody(words: list[str]) -> bool:
    """A role, a crowd or several people: "the mayor", "residents", "A spokesman for Norvane", "Lee and Ray"."""
    first = words[1] if words[0].lower() == "the" and len(words) > 1 else words[0]
    if first[0].isdigit() or words[0].lower() in {"a", "an", "one", "some", "two", "three", "several"}:
        return True
    if not first[0].isupper() and first[0].isalpha():
        return not (first in PARTICLES or first.lower().startswith((*_LEADING, "d'", "l'")))
    if words[-1][0].islower() and words[-1] not in PARTICLES:
        return len(words) > 1 and not words[-1].startswith((*_LEADING, "d'", "l'"))
    if any(word.endswith("'s") and follower[0].islower() for word, follower in pairwise(words)):
        return True
    return "and" in words and not any(word in _ORGANISATIONS for word in words)


def _titles_off(words: list[str]) -> tuple[tuple[str, ...], list[str]]:
    begin = 0
    while begin < len(words) - 1 and words[begin] in _TITLES and not _is_given_here(words, begin):
        begin += 1
    return tuple(word.strip(".").lower() for word in words[:begin]), words[begin:]


def _is_given_here(words: list[str], at: int) -> bool:
    """Whether a word that is a title and a given name ("Dean", "Earl") is the given name: a surname alone follows."""
    return words[at] in GIVEN and len(words) - at == 2


def _is_organisation(words: list[str], titles: tuple[str, ...]) -> bool:
    if titles and _OF_A_PLACE & set(titles):
        return False
    if any(word in {"&", "of", "for"} for word in words[1:]) or any(word.endswith("'s") for word in words[:-1]):
        return True
    if not any(word.strip(",") in _ORGANISATIONS for word in words):
        return len(words) > 1 and words[-1] in {"Inc", "Co", "House", "Bank", "Post"} and words[0] not in GIVEN
    return words[0] not in GIVEN or len(words) > 2


def _organisation_words(words: list[str]) -> tuple[str, ...]:
    plain = [spelling.plain(word.removesuffix("'s")) for word in words]
    kept = [
        word for word in plain if word and word not in {"inc", "corp", "corporation", "co", "ltd", "llc", "plc", "the"}
    ]
    return tuple(kept or plain or [""])


def _person(text: str, titles: tuple[str, ...], words: list[str], nicks: tuple[str, ...]) -> Name:
    while len(words) > 1 and words[-1] in POST_NOMINALS:
        words = words[:-1]
    suffix = ""
    if len(words) > 1 and words[-1] in SUFFIXES:
        suffix, words = spelling.plain(words[-1]), words[:-1]
    sex = _sex_of_titles(titles)
    if len(words) == 1 and not titles and not suffix:
        return Name(text, "bare", particles=_particle_of(words[0]), surname=_surname(words[0]))
    if len(words) == 1 and _KNIGHTLY & set(titles):
        called = spelling.plain(words[0])
        return Name(text, "person", titles, surname=(called,), sex=sex, called=called)
    if "of" in words[1:]:  # a peer, by the place
        words = words[: words.index("of", 1)]
    given, particles, last = _order(words)
    told = "" if last != words[-1] else _sex_of_given(given)  # the lists are of names that stand before the surname
    plain = tuple(part for word in given for part in _given(word))
    return Name(text, "person", titles, plain, nicks, particles, _surname(last), suffix, sex or told)


def _order(words: list[str]) -> tuple[list[str], str, str]:
    """Given names, particles and surname; the surname may stand first."""
    if len(words) > 1 and _surname_first(words):
        return words[1:], "", words[0]
    begin = len(words) - 1
    while begin > 0 and _is_particle(words, begin - 1):
        begin -= 1
    particles = [word.lower().strip(".") for word in words[begin:-1]]
    given = [word for word in words[:begin] if word.lower() not in PARTICLES or word in GIVEN]
    return given, " ".join([*particles, _particle_of(words[-1])]).strip(), words[-1]


def _is_particle(words: list[str], at: int) -> bool:
    word = words[at]
    return word in PARTICLES or word in {"St", "St.", "Ó", "Mac"} or (word.lower() in _LARGE_TOO and word not in GIVEN)


def _particle_of(word: str) -> str:
    return word[:2].lower() if word.lower().startswith(_LEADING) else ""


def _surname_first(words: list[str]) -> bool:
    first, last = spelling.plain(words[0]), spelling.plain(words[-1])
    if len(words) == 2 and last in GIVEN_LAST:
        return first not in GIVEN_LAST and words[0] not in GIVEN
    if first not in SURNAMES_FIRST or (words[0] in GIVEN and "-" not in words[-1]):
        return False
    return len(words) == 3 or (last not in SURNAMES_FIRST and "-" in words[-1])


def _surname(word: str) -> tuple[str, ...]:
    if word.lower().startswith(_LEADING):
        word = word[3:]
    parts = tuple(part for part in map(spelling.plain, word.split("-")) if part)
    return parts or (word.lower(),)


def _given(word: str) -> tuple[str, ...]:
    if _INITIALS.fullmatch(word):
        return tuple(spelling.plain(letter) for letter in word if letter.isalpha())
    plain = spelling.plain(word)
    return (plain,) if plain else ()


def _sex_of_titles(titles: tuple[str, ...]) -> Sex:
    for title in titles:
        if title.capitalize() in _MALE_TITLES:
            return "m"
        if title.capitalize() in _FEMALE_TITLES:
            return "f"
    return ""


def _sex_of_given(given: list[str]) -> Sex:
    first = given[0] if given else ""
    if first in EITHER:
        return ""
    return "m" if first in MALE else "f" if first in FEMALE else ""


def _cjk(text: str, clean: str) -> Name:
    if _CJK_ORGANISATION.search(clean):
        return Name(text, "organisation", surname=(clean,), cjk=True)
    bare = _HONOURED.sub("", clean) or clean
    honoured = bare != clean
    if len(bare) < (4 if honoured else 3):
        return Name(text, "person" if honoured else "bare", surname=(bare,), cjk=True)
    return Name(text, "person", given=(bare,), surname=(bare,), cjk=True)


# ---- keys --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Key:
    """What a name is looked up by.

    Names of one ``block`` are compared with each other; names that share an alias are too, whatever their blocks.  An
    empty block is a name that names nobody.  ``fullness`` grows with how much of a person the name gives: 3 a given
    name and a surname, 2 an initial, 1 less.
    """

    block: str
    aliases: tuple[str, ...] = ()
    fullness: int = 0


def key(text: str) -> Key:
    """Where a name belongs."""
    name = parse(text)
    if name.kind == "nobody":
        return Key("")
    if name.cjk:
        return Key(name.surname[0][0], (), 1 if name.weak else 3)
    if name.kind == "organisation":
        return Key(spelling.skeleton(name.surname[0]), (), 3 if len(name.surname) > 1 else 2)
    aliases: list[str] = []
    if name.called:
        aliases.append(f"{name.titles[-1]} {name.called}")
    if name.formal:
        aliases += [" ".join(sorted((name.given[0], part))) for part in name.surname]
        aliases += [f"{title} {name.given[0]}" for title in name.titles if title in {"sir", "dame"}]
    fullness = 3 if name.formal and not text.isupper() else 2 if name.given else 1
    return Key(spelling.skeleton(name.surname[0]), tuple(dict.fromkeys(aliases)), fullness)
