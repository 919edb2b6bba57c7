"""What the quote engine reaches on the hand-made set, form by form."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from termnews.article import Quote
from termnews.quotes import extract
from tests.quotes.gold.load import GoldQuote, Passage, load_passages
from tests.quotes.scoring import Item, Mistakes, Score, items, same_speaker, score


@dataclass(frozen=True, slots=True)
class Figures:
    """The scores of one passage: marked quotations, and indirect speech."""

    form: str
    marked: Score
    indirect: Score
    roles: int
    """Quotations found with the right speaker whose role the set tells."""
    roles_right: int


def figures(mistakes: dict[str, Mistakes] | None = None) -> list[Figures]:
    """One row a passage; ``mistakes`` is filled with what went wrong in each, by its id."""
    return [_passage(passage, mistakes) for passage in load_passages()]


def _passage(passage: Passage, mistakes: dict[str, Mistakes] | None) -> Figures:
    text = passage.text
    wrong = None if mistakes is None else mistakes.setdefault(passage.id, Mistakes())
    read = extract(text)
    marked = score(
        text,
        [item for quote in passage.quotes if quote.kind != "indirect" for item in _gold(text, quote)],
        [item for quote in read for item in _found(text, quote)],
        mistakes=wrong,
    )
    # Indirect speech inside a quotation is optional by the set's README, marked there or not.
    within = [part for quote in passage.quotes if quote.kind != "indirect" for part in quote.parts]
    reported = [quote for quote in extract(text, indirect=True) if quote.kind == "indirect"]
    indirect = score(
        text,
        [item for quote in passage.quotes if quote.kind == "indirect" for item in _gold(text, quote)],
        [
            item
            for quote in reported
            for item in _found(text, quote)
            if not any(start <= item.start and item.end <= end for start, end in within)
        ],
        mistakes=wrong,
    )
    roles = list(_roles(passage, read))
    return Figures(passage.form, marked, indirect, len(roles), sum(roles))


def _roles(passage: Passage, read: list[Quote]) -> Iterator[bool]:
    """For each quotation found with its speaker and a role in the set: whether the role is right, articles aside."""
    found = {part.start: quote for quote in read for part in quote.parts}
    for expected in passage.quotes:
        quote = found.get(expected.parts[0][0])
        if quote is None or expected.role is None or expected.kind == "indirect" or expected.role in HONORIFICS:
            continue
        if same_speaker(quote.speaker or "", expected.speaker or ""):
            yield (quote.role or "").casefold() == expected.role.casefold()


HONORIFICS = {"Mr", "Mrs", "Ms", "Dr", "Dr.", "Rev", "Rev.", "Sir", "Dame", "Mr Justice", "Prof.", "Sen."}
"""Forms of address: the engine does not give them as roles."""


def _gold(text: str, quote: GoldQuote) -> Iterator[Item]:
    mention = text[slice(*quote.mention)] if quote.mention else ""
    speaker = quote.speaker or ""
    full = speaker if speaker.count(" ") and speaker in text else ""
    for start, end in quote.parts:
        yield from items(
            text, start, end, Item(start, end, speaker, quote.kind, quote.optional, full=full, mention=mention)
        )


def _found(text: str, quote: Quote) -> Iterator[Item]:
    for start, end in quote.parts:
        yield from items(text, start, end, Item(start, end, quote.speaker or "", quote.kind))
