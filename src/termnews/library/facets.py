"""The values that answers are counted by, as the catalog and the reader's marks have them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Literal

from termnews.folding import fold
from termnews.search import Values

if TYPE_CHECKING:
    from termnews.catalog import CatalogReader
    from termnews.state import State

_COLUMNS: Mapping[str, Literal["source", "section", "byline"]] = {
    "source": "source",
    "section": "section",
    "author": "byline",
}


def values(catalog: CatalogReader, name: str) -> Values:
    """The speakers of all articles, by person, or their sources, sections or authors."""
    if name == "speaker":
        pairs, called = catalog.speaking()
        return Values((number, called[who]) for number, who in pairs)
    found = catalog.having(_COLUMNS[name])
    shown = _shown(Counter(value for _, value in found))
    return Values((number, shown[value]) for number, value in found)


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
