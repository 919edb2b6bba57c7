"""One name in several spellings: accents, scripts, transliterations, feminine endings.

``plain`` drops what a typewriter lacks and writes Cyrillic and Greek in Latin letters; ``same_sound`` tells whether two
plain spellings can be transliterations of one name ("Mohammed", "Muhammad"); ``skeleton`` is a key that all spellings
of a name share, by which people are looked up.
"""

from __future__ import annotations

import re
from functools import lru_cache

from termnews.folding import fold

# How newspapers write these letters, without marks: near ISO 9 and BGN/PCGN for Cyrillic, ISO 843 for Greek.
# ``fold`` has already made й of и and ё of е.
_SINGLE = zip("абвгдезиклмнопрстуфхъыьэ", "a b v g d e z i k l m n o p r s t u f kh - y - e".split(), strict=True)
_LATIN = str.maketrans(
    {
        **dict(_SINGLE),
        "ж": "zh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ю": "yu", "я": "ya", "є": "ye", "і": "i", "ґ": "g",
        **dict(zip("αβγδεζηικλμνξοπρστυφω", "a v g d e z i i k l m n x o p r s t y f o".split(), strict=True)),
        "ς": "s", "θ": "th", "χ": "ch", "ψ": "ps",
    }
)  # fmt: skip
_CJK = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_NO_LETTERS = re.compile(r"[\W\d_]+")
# Spellings of one sound; the figures stand for ch, sh and zh.
_SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        ("^[yj]e", "e"), ("tsch|tch|ch|cz", "4"), ("sch|sh|sz", "5"), ("dzh|dj", "j"), ("zh", "6"), ("kh", "h"),
        ("gh", "g"), ("ph", "f"), ("th", "t"), ("t[sz]", "z"), ("c?k|q|c", "k"), ("x", "ks"), ("w", "v"),
        ("oo|ou", "u"), ("[yj]", "i"), (r"(?<=[aeiou])h(?![aeiou])", ""), (r"(.)\1+", r"\1"),
    )
)  # fmt: skip
_CONFUSED_AS_ONE = str.maketrans("eiu", "aao")
_CONFUSED = frozenset({("a", "e"), ("e", "a"), ("o", "u"), ("u", "o"), ("e", "i"), ("i", "e")})
_SLAVIC = re.compile("(?<=...)[oe]va?$")
_SHORTEST = 3


def is_cjk(text: str) -> bool:
    """Whether ``text`` has letters of Chinese, Japanese or Korean."""
    return _CJK.search(text) is not None


@lru_cache(maxsize=65536)
def plain(word: str) -> str:
    """The bare small letters of a word: ``Řehořek`` is ``rehorek``, ``O’Dowd`` ``odowd``, ``Иван`` ``ivan``."""
    folded = fold(word)
    return _NO_LETTERS.sub("", folded if folded.isascii() else folded.translate(_LATIN))


@lru_cache(maxsize=65536)
def sound(word: str) -> str:
    """A plain word by its sound, nearly: ``sergei`` and ``sergey`` are the same."""
    for pattern, written in _SOUNDS:
        word = pattern.sub(written, word)
    return word


def same_sound(one: str, other: str) -> bool:
    """Whether two plain words can be one name written twice: the same consonants, vowels that are often confused."""
    if one == other:
        return True
    left, right = sound(one), sound(other)
    return len(left) == len(right) and all(a == b or (a, b) in _CONFUSED for a, b in zip(left, right, strict=True))


def is_feminine_of(one: str, other: str) -> bool:
    """Whether ``one`` is the feminine of a Slavic surname: ``novakova`` of ``novak``, ``malkina`` of ``malkin``."""
    for ending, masculine in (("ova", ""), ("eva", ""), ("skaya", "sky"), ("ska", "ski"), ("na", "ny"), ("a", "")):
        if one.endswith(ending) and len(one) - len(ending) >= _SHORTEST:
            stem = one[: -len(ending)] + masculine
            if same_sound(stem, other):
                return True
    return False


def skeleton(word: str) -> str:
    """What all spellings of a plain name share: its sound, with vowels that are confused as one, and without the ending
    that may be a feminine one.  Short names are left as they are, as too many would share what is left of them."""
    bare = sound(_SLAVIC.sub("", word)).translate(_CONFUSED_AS_ONE).rstrip("ao")
    return bare if len(bare) >= _SHORTEST else word
