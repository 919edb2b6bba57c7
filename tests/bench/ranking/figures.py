"""How good a ranking is, and how sure it is that one is better than another."""

from __future__ import annotations

import math
import random
import statistics
from collections.abc import Mapping, Sequence

CUT = 10
_RESAMPLES = 10_000


def ndcg(ranked: Sequence[str], grades: Mapping[str, int]) -> float:
    """Normalised discounted cumulative gain of the first ten, from 0 to 1 (Järvelin and Kekäläinen, 2002), with a gain
    of 2 to the grade less 1 (Burges and others, 2005); what was not judged counts as 0."""
    best = _gain(sorted(grades.values(), reverse=True))
    return _gain([grades.get(each, 0) for each in ranked]) / best if best else 0.0


def _gain(grades: Sequence[int]) -> float:
    return sum((2.0**grade - 1) / math.log2(place + 2) for place, grade in enumerate(grades[:CUT]))


def judged(ranked: Sequence[str], grades: Mapping[str, int]) -> float:
    """The share of the first ten that was judged; nothing found leaves nothing to judge."""
    return sum(each in grades for each in ranked[:CUT]) / len(ranked[:CUT]) if ranked else 1.0


def interval(ours: Sequence[float], theirs: Sequence[float]) -> tuple[float, float]:
    """The middle 95% of the mean difference when the queries are drawn again and again (paired bootstrap; Sakai,
    "Evaluating evaluation metrics based on the bootstrap", 2006)."""
    rng = random.Random(5)
    differences = [one - other for one, other in zip(ours, theirs, strict=True)]
    means = sorted(statistics.fmean(rng.choices(differences, k=len(differences))) for _ in range(_RESAMPLES))
    return means[_RESAMPLES // 40], means[-_RESAMPLES // 40]
