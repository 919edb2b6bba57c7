"""A small library of our own: fixed texts, so that what the screen shows of it stays the same."""

from __future__ import annotations

from pathlib import Path

from termnews.article import Quote, QuoteKind, Span
from termnews.library import Library

HARBOUR = """Title: Harbour wall to be rebuilt before winter
Date: 2024-09-17
Author: Ines Carvalho
Source: The Quay Post
Section: Town
URL: https://quay.example/harbour-wall

ALDMOOR — The harbour wall that was broken by the April storm will be rebuilt before winter, the town council decided
on Tuesday.

"We can't ask the boats to wait another year," said Marta Lindqvist, harbour master of Aldmoor. "The stones are
here, and so are the people who know how to lay them."

The work costs 2.4 million crowns, of which the region pays a third. Lindqvist said the quay stays open all the while.

"It is a lot of money for a wall," said Tom Adeyemi, who leads the opposition on the council. He voted for it all the
same.

"My father laid the first one," Lindqvist said.

Correction: an earlier version of this article gave the cost as 2.4 billion crowns.
"""

BRIDGE = """Title: Night buses cross the bridge again
Date: 2024-09-16
Author: Paul Okoro
Source: The Quay Post
Section: Transport

The night buses cross the old bridge again from Friday, the first time in three years.

"People walked home for an hour," said Eva Brandt, a nurse at the hospital. "That ends now."

Four buses an hour run until two in the morning. The harbour stop stays closed.
"""

CHOIR = """Title: 町の合唱団が百周年 — a choir turns one hundred
Date: 2024-08
Author: Zoë Nuñez
Section: Culture

The town's choir turns one hundred this month. It sings whatever the weather, as its leader, 田中 さくら, likes to tell.

合唱団は毎週水曜日に港の倉庫で練習しています。新しい会員をいつでも歓迎していて、楽譜が読めなくても大丈夫です。
"""

LETTER = """A letter about gulls

Sir, the gulls on the market square have learnt to open the lids of the bins. I don't write to complain. I write in
admiration.
"""

LONG = "Title: The minutes of the council\nDate: 2023\nSection: Town\n\n" + "\n\n".join(
    f"Item {n}. The council heard the report on matter {n} and asked for another one, in writing, by the next "
    "meeting, with the costs set beside those of the year before."
    for n in range(1, 61)
)

FILES = {
    "2024/09/harbour.txt": HARBOUR,
    "2024/09/bridge.txt": BRIDGE,
    "2024/08/choir.txt": CHOIR,
    "letters/gulls.txt": LETTER,
    "2023/minutes.txt": LONG,
}


def write(folder: Path, files: dict[str, str] | None = None) -> Path:
    """Put the articles into ``folder``."""
    for name, text in (FILES if files is None else files).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", errors="surrogateescape")
    return folder


SAID: list[tuple[str, str, str, QuoteKind]] = [
    ("2024/09/harbour.txt", "We can't ask the boats to wait another year,", "Marta Lindqvist", "direct"),
    ("2024/09/harbour.txt", "the quay stays open all the while", "Marta Lindqvist", "indirect"),
    ("2024/09/harbour.txt", "It is a lot of money for a wall,", "Tom Adeyemi", "direct"),
    ("2024/09/harbour.txt", "My father laid the first one,", "Marta Lindqvist", "direct"),
    ("2024/09/bridge.txt", "People walked home for an hour,", "Eva Brandt", "direct"),
]
ROLES = {"Marta Lindqvist": "harbour master of Aldmoor", "Tom Adeyemi": "who leads the opposition on the council"}
WAIT = SAID[0][1]
MORE = {WAIT: "The stones are here, and so are the people who know how to lay them."}


class Quoted(Library):
    """A library whose quotations are marked by hand, so that a test of the screen is none of the quote engine."""

    def article_quotes(self, id_: str, *, indirect: bool = False) -> tuple[Quote, ...]:
        """Those of ``SAID``."""
        text = self.article(id_).text
        quotes = []
        for article, said, speaker, kind in SAID:
            if article == id_ and (indirect or kind != "indirect"):
                parts = tuple(
                    Span(start, start + len(part))
                    for part in (said, MORE.get(said))
                    if part and (start := text.find(part)) >= 0
                )
                quotes.append(Quote(parts, speaker, ROLES.get(speaker), kind=kind))
        return tuple(sorted(quotes, key=lambda quote: quote.parts))
