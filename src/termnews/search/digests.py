"""Text as a number of 64 bits, which a column can hold."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

try:
    from _blake2 import blake2b  # hashlib loads OpenSSL first, which takes as long as a search
except ImportError:
    from hashlib import blake2b


def digest(text: str) -> int:
    """The same number for the same text, always; another for any other text that anybody will meet; never 0."""
    data = text.encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(data, digest_size=8).digest(), "little", signed=True) or 1


class Wordings:
    """Digests of the quotations of one article: the same for the same words of the same speaker, whatever their case,
    punctuation and blanks, and how often they were said before in the article."""

    def __init__(self) -> None:
        self._before: Counter[str] = Counter()

    def of(self, speaker: str | None, said: Iterable[str]) -> int:
        """The digest of the next quotation; ``said`` are its parts."""
        told = "\n".join(" ".join(_WORDS.findall(text.casefold())) for text in (speaker or "", " ".join(said)))
        before = self._before[told]
        self._before[told] += 1
        return digest(f"{told}\n{before}" if before else told)


_WORDS = re.compile(r"[^\W_]+")
