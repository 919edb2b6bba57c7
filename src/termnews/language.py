"""In which language a text is, where its file does not say.

English is told by its commonest words, which costs a few microseconds; only for what is left py3langid (Lui and
Baldwin, langid.py, ACL 2012) is loaded, which takes most of a second once a process, and a fifth of a millisecond a
text after that.
"""

from __future__ import annotations

from functools import cache
from math import sqrt
from typing import Protocol

LANGUAGES_VERSION = 1
"""Grows whenever a text may be told to be in another language than before."""

_LOOKED_AT = 400
"""Characters: the start of a text tells."""

_ENGLISH = frozenset(
    "the of and to that with from by said has which their this these were been would will they its but for after about"
    " than".split()
)
"""Common words that are hardly ever words of another language too."""
_ENOUGH = 4

_FEWEST_BYTES = 60
_NO_LANGUAGE = "zxx"
_CLEARLY = 1.0
"""How many times more likely than the next a language has to be, as a logarithm, over the square root of the bytes:
over more text every difference grows, and not because it means more."""


class _Ranking(Protocol):
    def __call__(self, text: str) -> list[tuple[str, float]]: ...


def language_of_text(text: str) -> str | None:
    """The language of a text as an ISO 639 code; None where it is too short to tell, or unclear."""
    start = text[:_LOOKED_AT]
    if len(_ENGLISH.intersection(start.lower().split())) >= _ENOUGH:
        return "en"
    length = len(start.encode(errors="replace"))
    if length < _FEWEST_BYTES:
        return None
    (first, likelihood), (_, next_likelihood), *_ = _ranking()(start)
    clear = likelihood - next_likelihood >= _CLEARLY * sqrt(length)
    return first if clear and first != _NO_LANGUAGE else None


@cache
def _ranking() -> _Ranking:
    import py3langid

    ranking: _Ranking = py3langid.rank
    return ranking
