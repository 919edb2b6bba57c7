"""What the forms of a word have in common, by the language of the text that it stands in.

The stemmers are Whoosh's, which are Snowball's (snowballstem.org).  They are given folded words: a query is often typed
without accents, and the endings that they cut off are told apart without them in nearly all words.  Text in a language
that has no stemmer here is stemmed as English, as its names and loan words would be.

An English stem is a term by itself, one of another language has that behind it: ``news@de`` is no form of ``new``.
Whoever asks for a word does not say in which language, so it is looked for under every language that the index holds
(``stems``); where there is only English, that is one look-up, as if there were no others.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import cache, partial

from termnews.search import engine
from termnews.search.memo import Memo

ENGLISH = "en"

LANGUAGES = frozenset("da de en es fi fr hu it nl no pt ro ru sv".split())
"""The languages that have a stemmer."""

_WRITTEN_ALIKE = {"nb": "no", "nn": "no"}
_SHORTEST = 3
_UNFOLDED = {"ru": (("ыи", "ый"), ("ои", "ой"))}
"""Endings that a stemmer only knows with an accent, where nothing else can be meant."""

_ENDING = 2
"""Letters at the end of a stem that may stand for others in the word: ``dying`` is a form of ``die``."""
_CHANGED_INSIDE = frozenset({"fi", "ru"})
"""Languages whose stemmers change more of a word than its end."""


def language_of(tag: str | None) -> str:
    """The language by which a text is stemmed, given its BCP 47 tag."""
    language = (tag or ENGLISH).split("-")[0].lower()
    language = _WRITTEN_ALIKE.get(language, language)
    return language if language in LANGUAGES else ENGLISH


def stem(word: str, language: str = ENGLISH) -> str:
    """The stem of a folded word; one with digits, or of one or two letters, is itself in every language."""
    return _memo(language)[word]


def beginning_of(stem: str, language: str = ENGLISH) -> str:
    """What every word with this stem in this language begins with."""
    bare = stem.removesuffix(f"@{language}")
    return bare[:1] if language in _CHANGED_INSIDE else bare[: max(len(bare) - _ENDING, 1)]


def stems(word: str, languages: Collection[str]) -> list[str]:
    """The stems of a folded word in some languages, the English one first."""
    return list(dict.fromkeys([stem(word), *(stem(word, language) for language in sorted(languages))]))


@cache
def _memo(language: str) -> Memo:
    return Memo(_english if language == ENGLISH else partial(_foreign, language, engine.stemmer(language)))


def _english(word: str) -> str:
    return engine.english_stem(word) if len(word) >= _SHORTEST and word.isascii() and word.isalpha() else word


def _foreign(language: str, stemmer: Callable[[str], str], word: str) -> str:
    if len(word) < _SHORTEST or not word.isalpha():
        return word
    for folded, ending in _UNFOLDED.get(language, ()):
        if word.endswith(folded):
            word = word.removesuffix(folded) + ending
    try:
        return f"{stemmer(word)}@{language}"
    except IndexError:  # the Spanish one, where nothing is left of a word's end ("argue")
        return f"{word}@{language}"
