"""Text without case and accents, for comparing words and names as people type them."""

from __future__ import annotations

import re
import unicodedata

_ACCENTS = "[\u00ad\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670]"
_NO_DECOMPOSITION = str.maketrans(
    {"ø": "o", "đ": "d", "ð": "d", "ł": "l", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"}
)


def fold(text: str) -> str:
    """``text`` in lower case, without accents, points and compatibility forms: ``Sørensen`` is ``sorensen``."""
    if text.isascii():
        return text.lower()
    bare = re.sub(_ACCENTS, "", unicodedata.normalize("NFKD", text.casefold()))
    return unicodedata.normalize("NFKC", bare.translate(_NO_DECOMPOSITION).casefold())
