"""What the quote engine reaches and costs: ``python -m tests.bench.quotes [--dev] [--no-cost]``.

The hand-made set by form; the annotated articles of the shared material where that lies beside the checkout, split
into the part that rules were written with and the part kept aside; speed beside a naive regular expression in the same
run; the cost of a character from 5 kB to 5 MB, of ordinary and of hostile texts.  ``--dev`` reads the development file
too: look rarely, for numbers that are looked at often stop meaning anything.
"""

from __future__ import annotations

import argparse
import json
import re
import statistics
import time
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import product
from pathlib import Path
from typing import Any

from termnews.quotes import extract
from tests.bench import clock
from tests.quotes.gold_figures import figures
from tests.quotes.scoring import Item, Score, interval, items, percent, score, total

SHARED = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "quotes"
NAIVE = re.compile(r"[\"“]([^\"”\n]{3,})[\"”]")
ARTICLE = 4_600
"""Characters of the article that speeds are given for."""

STORY = (
    "Mayor Alice Harrow opened the new bridge over the river on Monday, after two years of work by the town.\n\n"
    '"The bridge is safe," said Tom Reed, the town engineer. "Nobody need worry about it this winter."\n\n'
    'Harrow, who was elected in May, said it was "as safe as a church" and promised that the tolls would end.\n\n'
    "Traders were glad of it. The market had lost a third of its stalls while the old bridge was closed.\n\n"
)
SHAPES = {
    "story": STORY,
    "straight marks": '"',
    "opening marks": "“",
    "marks and words": '"a ',
    "quotations and verbs": '"a" said ',
    "attributions": '"a," said Tom Reed, ',
    "single marks": "'a b ",
    "guillemets": "«a» dijo ",
    "corner marks": "「あ」と。",
    "pronouns": '"a," he said.\n',
    "descriptions": '"a," the chef said. ',
    "names": "Reed ",
    "verbs": "Tom said that ",
    "labels": "A: b\n",
}

NAMING = {
    "full names": '"We saw it," said Tom {}.\n\n',
    "surnames": '"We saw it," said {}. ',
    "names and pronouns": '{} came. "We saw it," he said. ',
}
"""Sentences that name somebody else each time."""


def main() -> None:
    """Print everything."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.quotes", description=__doc__)
    parser.add_argument("--dev", action="store_true", help="score the development file too")
    parser.add_argument("--no-cost", action="store_true", help="leave the measurements of time out")
    given = parser.parse_args()
    print(clock.machine())
    gold()
    if SHARED.is_dir():
        for name, articles in parts(given.dev):
            annotated(name, articles)
    else:
        print("the shared material is not beside this checkout: annotated articles left out")
    if not given.no_cost:
        speed()
        linearity()


# ---- how much is right ---------------------------------------------------------------------------------------------


def gold() -> None:
    """The hand-made set, form by form."""
    rows = figures()
    forms = defaultdict(list)
    for row in rows:
        forms[row.form].append(row)
    print(f"\n{'hand-made set':16}{'span F1':>8}{'joint F1':>9}{'of':>5}{'indirect R':>12}{'P':>7}{'of':>5}")
    for form, part in [*forms.items(), ("all", rows)]:
        marked, indirect = total(row.marked for row in part), total(row.indirect for row in part)
        print(
            f"{form:16}{marked.span_f1:8.1f}{marked.joint_f1:9.1f}{marked.gold:5}"
            f"{indirect.joint_recall:12.1f}{indirect.joint_precision:7.1f}{indirect.gold:5}"
        )
    marked = [row.marked for row in rows]
    print(f"joint F1 {spread(marked, lambda s: s.joint_f1)}, he and she {spread(marked, lambda s: s.he_and_she)}")
    indirect = [row.indirect for row in rows]
    print(f"indirect, right speaker {spread(indirect, lambda s: s.joint_recall)}")
    right, named = sum(row.roles_right for row in rows), sum(row.roles for row in rows)
    print(f"roles {percent(right, named):.1f} of {named}")


def parts(dev: bool) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """The annotated articles: every third one of the training file is kept aside."""
    train = read(SHARED / "polnear.train.jsonl")
    aside = [zlib.crc32(article["id"].encode()) % 3 == 0 for article in train]
    yield "train, worked with", [article for article, away in zip(train, aside, strict=True) if not away]
    yield "train, kept aside", [article for article, away in zip(train, aside, strict=True) if away]
    if dev:
        yield "dev", read(SHARED / "polnear.dev.jsonl")


def read(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def annotated(name: str, articles: Sequence[dict[str, Any]]) -> None:
    """Scores of annotated articles with their intervals."""
    scores: dict[str, list[Score]] = {"": [], "direct": [], "partial": []}
    for article in articles:
        text = article["text"]
        expected = [item for quote in article["quotes"] for item in expected_items(text, quote)]
        found = [
            item
            for quote in extract(text)
            for part in quote.parts
            for item in items(text, *part, Item(*part, quote.speaker or "", quote.kind))
        ]
        for kind, rows in scores.items():
            rows.append(score(text, expected, found, kind))
    every = scores[""]
    print(f"\n{name}: {len(articles)} articles, {total(every).gold} quotations")
    print(f"  span F1  {spread(every, lambda s: s.span_f1)}")
    print(f"  joint F1 {spread(every, lambda s: s.joint_f1)}")
    for kind in ("direct", "partial"):
        print(f"  joint recall, {kind} {spread(scores[kind], lambda s: s.joint_recall)}")
    print(f"  full names {spread(every, lambda s: s.full_names)}")
    if total(every).pronouns:
        print(f"  he and she {spread(every, lambda s: s.he_and_she)} of {total(every).pronouns}")


def expected_items(text: str, quote: dict[str, Any]) -> Iterator[Item]:
    start, end = quote["start"], quote["end"]
    shown = Item(
        start,
        end,
        quote.get("speaker") or "",
        quote.get("kind", "direct"),
        bool(quote.get("optional")),
        quote.get("resolved") or "",
        quote.get("full") or "",
    )
    yield from items(text, start, end, shown)


def spread(scores: Sequence[Score], figure: Callable[[Score], float]) -> str:
    """A figure with its 95 % interval over articles."""
    low, high = interval(scores, figure)
    return f"{figure(total(scores)):.1f} [{low:.1f}, {high:.1f}]"


# ---- what it costs -------------------------------------------------------------------------------------------------


def speed() -> None:
    """Articles a second, direct quotations alone and with indirect speech, beside the naive regular expression.

    Enough of them that what the engine remembers of words does not hold them all.
    """
    texts = [article["text"] for article in read(SHARED / "polnear.train.jsonl")] if SHARED.is_dir() else [STORY * 11]
    length = sum(map(len, texts))

    def side(work: Callable[[str], object]) -> Callable[[], float]:
        return lambda: sum(seconds(work, text) for text in texts) / length * ARTICLE

    naive, direct, indirect = clock.interleaved(
        5, side(NAIVE.findall), side(extract), side(lambda text: extract(text, indirect=True))
    )
    print(f"\n{'an article of 4,600 characters':36}{'ms':>8}{'a second':>10}{'naive':>8}")
    for name, cost in (("naive", naive), ("extract", direct), ("extract, indirect too", indirect)):
        print(f"{name:36}{cost * 1e3:8.3f}{1 / cost:10.0f}{cost / naive:8.1f}")


def linearity() -> None:
    """Microseconds of CPU time for a thousand characters."""
    sizes = (5_000, 50_000, 500_000, 5_000_000)
    print(f"\n{'µs for 1,000 characters':24}" + "".join(f"{size // 1000:>8} kB" for size in sizes))
    for name, piece in SHAPES.items():
        costs = []
        for size in sizes if name == "story" else sizes[:3]:
            text = piece * (size // len(piece))
            costs.append(per_thousand(text))
        print(f"{name:24}" + "".join(f"{cost:11.0f}" for cost in costs))
    for name, sentence in NAMING.items():
        costs = [per_thousand(with_names(sentence, size)) for size in sizes[:3]]
        print(f"{name:24}" + "".join(f"{cost:11.0f}" for cost in costs))
    print(f"{'naive':24}{seconds(NAIVE.findall, STORY * 1000) / len(STORY * 1000) * 1e9:11.0f}")


def per_thousand(text: str) -> float:
    """Microseconds of CPU time for a thousand characters of a text: the median of several runs of a short one."""
    rounds = 5 if len(text) < 400_000 else 1
    return statistics.median(seconds(extract, text) for _ in range(rounds)) / len(text) * 1e9


def with_names(sentence: str, size: int) -> str:
    """A text of one sentence over and over, each time with another name."""
    syllables = "ba ke ri to lu sha men dor vi na".split()
    names = ("".join(name).capitalize() for name in product(syllables, repeat=5))
    return "".join(sentence.format(next(names)) for _ in range(size // len(sentence)))


def seconds(work: Callable[[str], object], text: str) -> float:
    start = time.process_time()
    work(text)
    return time.process_time() - start


if __name__ == "__main__":
    main()
