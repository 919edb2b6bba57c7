"""What is asked, by class; every side translates a question for itself."""

from __future__ import annotations

import random
import re
from collections import Counter
from dataclasses import dataclass
from typing import Literal

from termnews.search import Document

Kind = Literal["and", "or", "phrase", "prefix", "dated"]


@dataclass(frozen=True, slots=True)
class Question:
    """``words`` in plain ASCII lower case; ``year`` only where the kind is ``dated``."""

    kind: Kind
    words: tuple[str, ...]
    year: int = 0


def drawn(documents: list[Document], each: int, seed: int = 11) -> dict[str, list[Question]]:
    """So many questions a class."""
    rng = random.Random(seed)
    sample = rng.sample(documents, min(len(documents), 3000))
    texts = [re.findall("[a-z]{3,}", document.article.text.lower()) for document in sample]
    frequencies = Counter(word for text in texts for word in set(text))
    share = {word: count / len(sample) for word, count in frequencies.items()}
    rare = sorted(word for word, part in share.items() if part < 0.003)
    common = sorted(word for word, part in share.items() if part > 0.2)
    middle = sorted(word for word, part in share.items() if 0.01 < part < 0.3)

    def phrase() -> tuple[str, ...]:
        text = rng.choice(texts)
        start = rng.randrange(len(text) - 2)
        return tuple(text[start : start + 2])

    def start(length: int) -> tuple[str, ...]:
        return (rng.choice(middle)[:length],)

    return {
        "rare term": [Question("and", (rng.choice(rare),)) for _ in range(each)],
        "common term": [Question("and", (rng.choice(common),)) for _ in range(each)],
        "and of two": [Question("and", tuple(rng.sample(middle, 2))) for _ in range(each)],
        "or of three": [Question("or", tuple(rng.sample(middle, 3))) for _ in range(each)],
        "phrase": [Question("phrase", phrase()) for _ in range(each)],
        "prefix of 2": [Question("prefix", start(2)) for _ in range(each)],
        "prefix of 3": [Question("prefix", start(3)) for _ in range(each)],
        "prefix of 4": [Question("prefix", start(4)) for _ in range(each)],
        "term and dates": [Question("dated", (rng.choice(middle),), rng.randrange(2016, 2026)) for _ in range(each)],
    }
