"""The names of the fields of the query language."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

TEXT_FIELDS = frozenset({"headline", "text", "said", "role"})
"""Fields in which the forms of a word meet; in the others a word is itself."""

FIELDS = (
    "headline", "text", "exact", "speaker", "said", "role", "author", "source", "section", "tag", "lang", "date",
    "path", "is", "has",
)  # fmt: skip
_OTHER_NAMES = {
    "title": "headline", "body": "text", "by": "author", "byline": "author", "language": "lang", "tags": "tag",
    "id": "path", "speakers": "speaker", "roles": "role", "sources": "source", "quote": "said",
}  # fmt: skip


def field_called(name: str) -> str | None:
    """The field of that name, in any case and by its other names too; None where there is none."""
    name = name.lower()
    name = _OTHER_NAMES.get(name, name)
    return name if name in FIELDS else None


def nearest(name: str, known: Iterable[str] = (*FIELDS, *_OTHER_NAMES)) -> str | None:
    """The one of the ``known`` names that is spelt most like ``name``, if one is."""
    return _nearest(name[:20].lower(), tuple(known))


@lru_cache(maxsize=256)
def _nearest(name: str, known: tuple[str, ...]) -> str | None:
    import difflib  # which seldom is needed

    by_folded = {each.lower(): each for each in known}
    near = difflib.get_close_matches(name, by_folded, n=1, cutoff=0.6)
    return by_folded[near[0]] if near else None
