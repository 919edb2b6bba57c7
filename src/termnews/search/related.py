"""Which words tell most of what an article is about, and which articles have them too.

A word tells the more the rarer it is in the library and the more often it comes in the article: its weight is the BM25
contribution it makes to the article itself (Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009),
without the length.  The most telling words are searched for, and an article counts as related where it gets a good part
of the score that the article itself gets for them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection
from math import log
from typing import Any, NamedTuple

from termnews.article import Article
from termnews.search import engine
from termnews.search.analysis import words
from termnews.search.columnar.arrays import Array, np
from termnews.search.query import Query
from termnews.search.stemming import language_of, stem
from termnews.search.syntax import Or, Word

MOST_WORDS = 25
"""Words that are searched for."""
LEAST_SHARE = 0.1
"""Of the score that the article itself has, what a related one needs."""

_HEADLINE_WEIGHT = 3
_SATURATION = 1.2
_LONGEST_TEXT = 20_000
"""Characters that are looked at."""
_MOST_FREQUENT = 0.2
"""The share of the library beyond which a word tells nothing."""


class Telling(NamedTuple):
    """A word of an article, by its stem and as it is written (folded), and how much it tells."""

    stem: str
    word: str
    weight: float


def telling_words(article: Article, articles: int, frequency: Callable[[str], int]) -> list[Telling]:
    """The words that tell most of an article, the most telling first; ``frequency`` is in how many of the library's
    ``articles`` a stem is."""
    language = language_of(article.language)
    counts: Counter[str] = Counter()
    written: dict[str, str] = {}
    for text, weight in ((article.headline, _HEADLINE_WEIGHT), (article.text[:_LONGEST_TEXT], 1)):
        for word in words(text):
            common = stem(word, language)
            written.setdefault(common, word)
            counts[common] += weight
    found = []
    for each, count in counts.items():
        often = frequency(each) if len(each) > 1 else 0
        if 1 < often <= max(_MOST_FREQUENT * articles, 10):
            rarity = log(1 + (articles - often + 0.5) / (often + 0.5))
            found.append(Telling(each, written[each], rarity * count / (count + _SATURATION)))
    found.sort(key=lambda telling: (-telling.weight, telling.stem))
    return found[:MOST_WORDS]


def question(telling: Collection[Telling]) -> Any:
    """The Whoosh query for any of the words."""
    return engine.query.Or(
        [engine.query.Term(field, each.stem, boost=each.weight) for each in telling for field in ("text", "about")]
    )


def akin(numbers: Array, scores: Array, article: int, left_out: Collection[int]) -> Array:
    """The places of those that were found for the words of an article and are like it, but for those left out."""
    own = scores[numbers == article]
    enough = LEAST_SHARE * float(own[0] if len(own) else scores.max(initial=0.0))
    unwanted = np.isin(numbers, np.array([article, *left_out], dtype=np.int64))
    return np.flatnonzero((scores >= enough) & ~unwanted)


def as_asked(telling: Collection[Telling]) -> Query:
    """The words as a query, to show where they are."""
    tree = Or(tuple(Word(None, each.word) for each in telling))
    return Query(" OR ".join(each.word for each in telling), (), not telling, (), tree)
