"""The values that answers are counted by, as the catalog and the reader's marks have them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Literal

from termnews.folding import fold
from termnews.search import Values, Voices

if TYPE_CHECKING:
    from termnews.catalog import CatalogReader
    from termnews.state import State

_COLUMNS: Mapping[str, Literal["source", "section", "byline"]] = {
    "source": "source",
    "section": "section",
    "author": "byline",
}

_ARTICLES = frozenset({"a", "an", "the"})
_BEGINNINGS = tuple(f"{article.title()} " for article in _ARTICLES)


def values(catalog: CatalogReader, name: str) -> Values:
    """The sources, sections or authors of all articles."""
    found = catalog.having(_COLUMNS[name])
    shown = _shown(Counter(value for _, value in found))
    return Values((number, shown[value]) for number, value in found)


def voices(catalog: CatalogReader) -> Voices:
    """The speakers of all articles, by person.

    Speakers without a name are left out: "the company" of two articles is not the same speaker.
    """
    called = [(name, speaker) for name, speaker in catalog.called() if _is_named(speaker)]
    shown = _shown(Counter(speaker for _, speaker in called))
    spoken = ((name, shown[speaker]) for name, speaker in called)
    return Voices(catalog.names(), catalog.speaking(), spoken, catalog.full_names())


def _is_named(speaker: str) -> bool:
    """Whether a speaker has a name: a word, besides an article at the beginning, that is not written small."""
    if speaker[:1].isupper() and not speaker.startswith(_BEGINNINGS):  # most of them
        return True
    first, *others = speaker.split() or [""]
    words = others if first.lower() in _ARTICLES else [first, *others]
    return any(not word[0].islower() for word in words)


def tags(catalog: CatalogReader, state: State) -> Values:
    """The tags of all articles, the files' and the reader's, without case and accents."""
    return Values([*catalog.tags(), *_marked(catalog, state.tags(catalog.meta().library))])


def _marked(catalog: CatalogReader, tagged: Mapping[str, list[str]]) -> Iterable[tuple[int, str]]:
    for tag, ids in tagged.items():
        for number in catalog.numbers(ids):
            yield number, fold(tag)


def _shown(often: Counter[str]) -> dict[str, str]:
    """For each value the way in which it is written most often: case and accents don't matter."""
    alike: dict[str, str] = {}
    for value in sorted(often, key=lambda value: (-often[value], value)):
        alike.setdefault(fold(value), value)
    return {value: alike[fold(value)] for value in often}
