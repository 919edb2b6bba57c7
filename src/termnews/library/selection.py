"""Which articles and people a filter means."""

from __future__ import annotations

import datetime
from array import array
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, TypeVar

from termnews.article import Published, Sort
from termnews.errors import TermnewsError
from termnews.folding import fold
from termnews.library.connections import Connections

if TYPE_CHECKING:
    from termnews.search import Marked, Query, StateTerm

T = TypeVar("T")


def asked(connections: Connections, query: str, *, as_typed: bool = False) -> Query:
    """What a query says; ``@NAME`` in it is a saved search of this library, and whoever is asked for as a speaker is
    found under all full names that the person goes by here."""
    today = datetime.date.today()
    return connections.asked((query, as_typed, today), lambda: _asked(connections, query, as_typed, today))


def _asked(connections: Connections, query: str, as_typed: bool, today: datetime.date) -> Query:
    from termnews import search

    kept = saved(connections) if "@" in query else None
    parsed = search.parse(query, as_typed=as_typed, saved=kept, today=today)
    asked_for = search.speakers_asked_for(parsed)
    if not asked_for:
        return parsed
    names = [name for word in asked_for for name in connections.catalog().names_beside(word)]
    return search.Persons(names).under_all_names(parsed)


def saved(connections: Connections) -> dict[str, str]:
    """What the saved searches of this library ask, by name."""
    kept = connections.state().searches(connections.catalog().meta().library)
    return {each.name: each.query for each in kept.values()}


def by_date(connections: Connections, numbers: Collection[int], sort: Sort) -> array[int]:
    """``numbers`` in the order of the catalog."""
    wanted = set(numbers)
    return array("q", (number for number in connections.catalog().order(sort) if number in wanted))


def folded(connections: Connections, numbers: array[int]) -> array[int]:
    """``numbers`` without those that are near-copies of one before them."""
    groups = dict(connections.catalog().groups())
    return array("q", _firsts(numbers, groups)) if groups else numbers


def _firsts(found: Iterable[T], groups: Mapping[T, object]) -> Iterator[T]:
    """What is in no group, and the first of each group."""
    seen: set[object] = set()
    for each in found:
        group = groups.get(each)
        if group is None:
            yield each
        elif group not in seen:
            seen.add(group)
            yield each


def twins(connections: Connections) -> dict[tuple[int, int], tuple[int, int]]:
    """The quotations that several near-copies have, each with its story and its wording."""
    groups = dict(connections.catalog().groups())
    if not groups:
        return {}
    told = {key: (groups[key[0]], wording) for key, wording in connections.index().wordings(groups).items()}
    often = Counter(told.values())
    return {key: twin for key, twin in told.items() if often[twin] > 1}


def folded_quotations(connections: Connections, keys: Sequence[tuple[int, int]]) -> Sequence[tuple[int, int]]:
    """``keys`` without the quotations for which one before them stands: the same words of the same speaker in a
    near-copy of the article."""
    known = connections.twins()
    return list(_firsts(keys, known)) if known else keys


def filtered(
    connections: Connections,
    numbers: array[int],
    *,
    unread: bool | None = None,
    starred: bool | None = None,
    tag: str | None = None,
) -> array[int]:
    """Those of ``numbers`` that pass, in their order; None lets everything pass."""
    if unread is not None:
        read = _marked(connections, "is", "read")
        numbers = array("q", (number for number in numbers if (number not in read) == unread))
    if starred is not None:
        stars = _marked(connections, "is", "starred")
        numbers = array("q", (number for number in numbers if (number in stars) == starred))
    if tag is not None:
        tagged = _marked(connections, "tag", tag) | set(connections.catalog().tagged(tag))
        numbers = array("q", (number for number in numbers if number in tagged))
    return numbers


def sets(connections: Connections, query: Query) -> Mapping[StateTerm, Marked]:
    """The articles behind each word of the query that only the reader's marks can answer."""
    from termnews.search import AllBut

    unread = ("is", "unread")
    return {
        term: AllBut(_marked(connections, "is", "read"))
        if (term.kind, term.value) == unread
        else _marked(connections, term.kind, term.value)
        for term in query.needs
    }


def _marked(connections: Connections, kind: str, value: str) -> set[int]:
    """The numbers of the articles that the reader read, starred or gave a tag."""
    catalog, state = connections.catalog(), connections.state()
    library = catalog.meta().library
    match kind, value:
        case "is", "read":
            return set(catalog.numbers(state.read(library)))
        case "is", "starred":
            return set(catalog.numbers(state.starred(library)))
        case _:
            tagged = [ids for tag, ids in state.tags(library).items() if fold(tag) == fold(value)]
            return set(catalog.numbers([id_ for ids in tagged for id_ in ids]))


def date(given: Published | str) -> Published:
    """A date in any precision.  Raises TermnewsError for what is none."""
    if isinstance(given, Published):
        return given
    try:
        return Published.from_iso(given.strip())
    except ValueError:
        raise TermnewsError(f"{given!r} is not a date; write it as 2016, 2016-11 or 2016-11-15") from None


def people_called(wanted: str, names: Iterable[str]) -> list[str]:
    """Those names that hold every word of ``wanted``, without case and accents."""
    words = set(_words(wanted))
    return [name for name in names if words and words <= set(_words(name))]


def _words(name: str) -> Iterable[str]:
    return (word.strip(".,'’\"()") for word in fold(name).split())
