"""Near-copies are told by the words that stand together."""

from __future__ import annotations

import random
from array import array
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from termnews.article import Article, Published, Span
from termnews.search import Stories, copies

WORDS = [f"{first}{second}" for first in "bcdfgklmnprst" for second in ("an", "or", "ila", "ent", "usk")]


def story(seed: int, words: int = 300) -> list[str]:
    return random.Random(seed).choices(WORDS, k=words)


def article(words: list[str] | str, headline: str = "", notices: tuple[Span, ...] = ()) -> Article:
    return Article("a.txt", headline, words if isinstance(words, str) else " ".join(words), notices=notices)


def share_a_key(one: Article, other: Article) -> bool:
    keys = [{sketch[at : at + 8] for at in range(0, len(sketch), 8)} for sketch in map(copies.sketch, (one, other))]
    return bool(keys[0] & keys[1])


@pytest.mark.parametrize("seed", range(20))
def test_a_few_other_words_make_no_other_story(seed: int) -> None:
    words = story(seed)
    changed = [*words]
    for at in random.Random(seed).sample(range(len(words)), 5):
        changed[at] = "changed"
    assert copies.alike(article(words), article(changed, "Another headline"))
    assert share_a_key(article(words), article(changed, "Another headline"))


def test_half_a_story_is_another() -> None:
    words = story(1)
    assert not copies.alike(article(words), article(words[:150]))
    assert not copies.alike(article(words), article(story(2)))
    assert not share_a_key(article(words), article(story(2)))


def test_case_blanks_and_punctuation_do_not_count() -> None:
    words = story(3)
    written = "“" + ", ".join(words).upper() + "…”\n\n—"
    assert copies.alike(article(words), article(written))
    assert copies.sketch(article(words)) == copies.sketch(article(written))


def test_notices_do_not_count_and_headlines_of_short_texts_do() -> None:
    words, notice = " ".join(story(4, 60)), " ".join(story(5, 60))
    told = article(f"{words}\n\n{notice}", notices=(Span(len(words) + 2, len(words) + 2 + len(notice)),))
    assert copies.sketch(told) == copies.sketch(article(words))
    short = " ".join(story(6, 20))
    assert not copies.alike(article(short, "One thing that happened"), article(short, "Quite another matter here"))


@pytest.mark.parametrize(
    ("one", "other", "copies_"),
    [
        ("2026-03-05", "2026-03-06", True),
        ("2026-03-05", "2026-03-19", False),
        ("2026-03", "2026-03-31", True),
        ("2026", "2025-12-30T23:00:00+00:00", True),
        ("2026-03-05", None, True),
    ],
)
def test_the_same_words_days_later_are_another_story(one: str, other: str | None, copies_: bool) -> None:
    first, second = (
        replace(article(story(1)), published=Published.from_iso(date) if date else None) for date in (one, other)
    )
    assert copies.alike(first, second) == copies.alike(second, first) == copies_


def test_a_few_words_are_no_story() -> None:
    assert copies.sketch(article("It rained in the harbour.")) == b""
    assert not copies.alike(article("It rained in the harbour."), article("It rained in the harbour."))


def test_scripts_without_blanks_have_copies_too() -> None:
    signs = random.Random(7).choices([chr(0x4E00 + each) for each in range(400)], k=300)
    changed = [*signs]
    changed[100] = "龍"
    assert copies.alike(article("".join(signs)), article("".join(changed)))
    assert not copies.alike(article("".join(signs)), article("".join(reversed(signs))))


@given(st.text(max_size=400), st.text(max_size=30))
def test_any_text_has_a_sketch_of_whole_keys_and_is_like_itself(text: str, headline: str) -> None:
    one = article(text, headline)
    sketch = copies.sketch(one)
    assert len(sketch) in {0, 64}
    assert sketch == copies.sketch(one)
    assert copies.alike(one, one) == bool(sketch)


groups = st.dictionaries(st.integers(1, 40), st.sampled_from([3, 8, 20]), max_size=12)
hits = st.lists(st.integers(1, 60), unique=True)


@given(groups, hits, st.data())
def test_of_each_story_the_first_stays(groups: dict[int, int], hits: list[int], data: st.DataObject) -> None:
    keys = data.draw(st.lists(st.integers(0, 3), min_size=len(hits), max_size=len(hits)))
    stories = Stories(groups.items())
    left_out = {hits[at] for at in stories.folded(np.array(hits, np.int64), np.array(keys, np.int64))}
    best: dict[int, tuple[int, int]] = {}
    for number, key in zip(hits, keys, strict=True):
        if story := groups.get(number):
            best[story] = min(best.get(story, (key, number)), (key, number))
    kept = {number for _, number in best.values()}
    assert left_out == {number for number in hits if number in groups and number not in kept}
    assert stories.count(np.array(hits, np.int64)) == len(hits) - len(left_out)


def test_the_story_of_an_article_alone_is_itself() -> None:
    stories = Stories([(2, 2), (5, 2)])
    assert stories.of(np.array([1, 2, 5, 9])).tolist() == [1, 2, 2, 9]
    assert not Stories([])
    assert Stories([]).count(np.array(array("q", [1, 2]))) == 2
