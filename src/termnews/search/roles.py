"""What an article calls somebody who says something: an office, or whatever stands in the place of a name."""

from __future__ import annotations

from collections.abc import Iterator

from termnews.article import Quote

_ONE_OF_MANY = frozenset("a an one some several ein eine einer un une una een".split())
"""Words before somebody who is not named, whatever follows: "an MP"."""
_IN_NAMES = frozenset("della dello degli delle bint".split())
"""Words of more than three letters that are written small within names."""


def of(quote: Quote) -> Iterator[str]:
    """The role of the speaker, and the words that stand for the speaker where these are no name ("the minister")."""
    if quote.role:
        yield quote.role
    if quote.speaker and not _is_name(quote.speaker):
        yield quote.speaker


def _is_name(speaker: str) -> bool:
    """Whether all words are written as those of a name are, which may have small ones ("van", "of the") among them."""
    words = speaker.split() or [""]
    return words[0].lower() not in _ONE_OF_MANY and not any(
        len(word) > 3 and word[0].islower() and word not in _IN_NAMES for word in words
    )
