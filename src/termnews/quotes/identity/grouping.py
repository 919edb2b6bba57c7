"""Mentions -> people.  The rules stand in the package's docstring; this is their order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from termnews.quotes.identity import relations, spelling
from termnews.quotes.identity.lives import Life, apart, far_apart, life, same_section, section_walks, shared
from termnews.quotes.identity.mentions import Mention, Person, Told
from termnews.quotes.identity.names import Name, parse
from termnews.quotes.identity.organisations import is_short_for_organisation, organisations_of

_ENOUGH, _MUCH = 2, 3
"""Points (see ``lives.shared``) that a variant of a name asks of the articles, and that two variants at once do."""
_SECTION_POINTS = 1
_SEX_POINTS = 1


def people(mentions: Sequence[Mention]) -> list[list[int]]:
    """The mentions as groups of positions, a group a person or organisation, in order of their first mention.

    The mentions are looked at in an order of their own, so that where two answers are as good, the same one is given
    however they come.
    """
    order = sorted(range(len(mentions)), key=lambda at: _place(mentions[at]))
    groups = _grouped([mentions[at] for at in order])
    return sorted(sorted(order[at] for at in group) for group in groups)


def _place(mention: Mention) -> tuple[object, ...]:
    return mention.name, mention.role or "", mention.section or "", mention.organisations, mention.others


def _grouped(mentions: Sequence[Mention]) -> list[list[int]]:
    names = [parse(mention.name) for mention in mentions]
    lives = [
        life(mention.role, mention.section, mention.organisations, mention.others, name.titles)
        for mention, name in zip(mentions, names, strict=True)
    ]
    told = Told(mentions, names, lives)
    nobody, organisations, full, weak = _sorted_by_kind(told)
    persons = _full_names(told, full)
    groups = [[member] for member in nobody]
    groups += organisations_of(told, organisations)
    rest = _weak_names(told, weak, persons)
    return [*groups, *(list(person.members) for person in [*persons, *rest])]


def _sorted_by_kind(told: Told) -> tuple[list[int], list[int], list[int], list[int]]:
    """Who names nobody; who is an organisation; who has a given name; of whom only a surname is known."""
    nobody: list[int] = []
    organisations: list[int] = []
    full: list[int] = []
    weak: list[int] = []
    for at, name in enumerate(told.names):
        if name.kind == "nobody":
            nobody.append(at)
        elif name.kind == "organisation" or (name.kind == "bare" and is_short_for_organisation(told, at)):
            organisations.append(at)
        else:
            (weak if name.weak else full).append(at)
    return nobody, organisations, full, weak


# ---- names with a given name ------------------------------------------------------------------------------------


def _full_names(told: Told, members: list[int]) -> list[Person]:
    """One name after the other, those that say most first, each to the person it fits or to a new one."""
    same: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for at in members:
        name = told.names[at]
        same[name.surname, name.particles, name.given, name.suffix].append(at)
    clusters = [cluster for alike in same.values() for cluster in _by_life(told, alike)]
    clusters.sort(key=_says_most)
    known = _Known()
    for cluster in clusters:
        person = known.fitting(cluster)
        if person is None:
            known.add(cluster)
        else:
            known.join(person, cluster)
    return known.persons


def _says_most(cluster: Person) -> tuple[object, ...]:
    name = cluster.names[0]
    short_form = bool(name.given) and len(relations.formal_forms(name.given[0])) > 1
    written_out = sum(len(given) > 1 for given in name.given)
    return not name.formal, short_form, -written_out, -len(name.given), not name.suffix, name.text, cluster.members[0]


def _by_life(told: Told, alike: list[int]) -> list[Person]:
    """Bearers of the very same name: one person, unless their roles belong to lives that have nothing in common."""
    walks = {frozenset(told.lives[at].walks) for at in alike} - {frozenset()}
    strands = _strands(walks)
    if len(strands) < 2:
        return [told.person(alike)]
    persons = _bridged(
        [told.person(at for at in alike if frozenset(told.lives[at].walks) in strand) for strand in strands]
    )
    for at in alike:
        if not told.lives[at].walks:
            found = max(persons, key=lambda person: (_points(told.lives[at], person.life), len(person.members)))
            found.members.append(at)
            found.life.add(told.lives[at])
    return persons


def _strands(walks: Iterable[frozenset[str]]) -> list[set[frozenset[str]]]:
    """Sets of walks of life that hang together."""
    strands: list[set[frozenset[str]]] = []
    for one in sorted(walks, key=sorted):
        near = [strand for strand in strands if any(not far_apart(one, other) for other in strand)]
        strands = [strand for strand in strands if strand not in near]
        strands.append({one}.union(*near))
    return strands


def _bridged(persons: list[Person]) -> list[Person]:
    """Lives that differ but share an organisation, somebody beside or a telling word are one after all."""
    apart_still: list[Person] = []
    for person in persons:
        same = next((other for other in apart_still if shared(person.life, other.life) >= _MUCH), None)
        if same is None:
            apart_still.append(person)
        else:
            same.add(person)
    return apart_still


def _points(one: Life, other: Life) -> int:
    """What two accounts share; the section counts least, or what the people of that section mostly do."""
    points = shared(one, other) + _SECTION_POINTS * same_section(one, other)
    if not one.walks and any(not section_walks(section).isdisjoint(other.walks) for section in one.sections):
        points += _SECTION_POINTS
    return points


class _Known:
    """The people found so far, looked up by given name."""

    def __init__(self) -> None:
        self.persons: list[Person] = []
        self._by_given: dict[str, list[Person]] = defaultdict(list)

    def add(self, person: Person) -> None:
        self.persons.append(person)
        self._note(person, person.names[0])

    def join(self, person: Person, cluster: Person) -> None:
        person.add(cluster)
        self._note(person, cluster.names[0])

    def fitting(self, cluster: Person) -> Person | None:
        """The one person this can be: the only one, or the one of whom the articles tell most of the same."""
        ranked: list[tuple[int, int, Person]] = []
        for person in self._candidates(cluster.names[0]):
            distance = _distance(cluster, person)
            if distance is not None and _believable(distance, cluster, person):
                ranked.append((distance, _points(cluster.life, person.life), person))
        if len(ranked) > 1:
            nearest = min(distance for distance, _, _ in ranked)
            ranked = [found for found in ranked if found[0] == nearest] if nearest == relations.SAME else ranked
        return _best([(points, person) for _, points, person in ranked])

    def _note(self, person: Person, name: Name) -> None:
        for key in _given_keys(name):
            if person not in self._by_given[key][-1:]:
                self._by_given[key].append(person)

    def _candidates(self, name: Name) -> list[Person]:
        found = {id(person): person for key in _given_keys(name) for person in self._by_given.get(key, ())}
        return list(found.values())


def _given_keys(name: Name) -> list[str]:
    """What people are looked up by: whatever two given names share where they can be one person's."""
    first = name.given[0]
    if len(first) == 1 or name.cjk:
        return [f"initial {first[0]}", f"name {first}"]
    keys = [f"name {form}" for form in relations.formal_forms(first)]
    keys += [f"name {other}" for other in (*name.given[1:], *name.nicks) if len(other) > 1]
    return [*keys, f"sound {spelling.skeleton(first)}", f"initial {first[0]}"]


def _distance(cluster: Person, person: Person) -> int | None:
    """The distance of the nearest of a person's names; None where any contradicts."""
    nearest: int | None = None
    for name in person.names:
        distance = relations.distance(cluster.names[0], name)
        if distance is None:
            return None
        nearest = distance if nearest is None else min(nearest, distance)
    return nearest


def _believable(distance: int, cluster: Person, person: Person) -> bool:
    """Whether the articles agree as much as the difference of the names asks for."""
    here, there = cluster.life, person.life
    points = shared(here, there)
    if distance == relations.SAME:
        return points >= _ENOUGH or not far_apart(frozenset(here.walks), frozenset(there.walks))
    if not (there.beside.isdisjoint(cluster.plain_names()) and here.beside.isdisjoint(person.plain_names())):
        return False  # one article names both
    if points < _ENOUGH and apart(here.likely_walks(), there.likely_walks()):
        return False
    return distance < relations.VARIANT or points >= (_ENOUGH if distance == relations.VARIANT else _MUCH)


def _best(ranked: list[tuple[int, Person]]) -> Person | None:
    """The only candidate, or the one with more points than all others."""
    if len(ranked) < 2:
        return ranked[0][1] if ranked else None
    ranked.sort(key=lambda found: -found[0])
    return ranked[0][1] if ranked[0][0] > ranked[1][0] else None


# ---- surnames alone ---------------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Bearer:
    """A person as a surname alone may mean them, with what is asked of each again and again."""

    person: Person
    sex: str
    walks: frozenset[str]
    likely: frozenset[str]
    names: frozenset[str]

    @classmethod
    def of(cls, person: Person) -> _Bearer:
        sex = next((name.sex for name in person.names if name.sex), "")
        names = frozenset(person.plain_names())
        return cls(person, sex, frozenset(person.life.walks), person.life.likely_walks(), names)


def _weak_names(told: Told, members: list[int], persons: list[Person]) -> list[Person]:
    """Surnames alone join the only person they can mean, or the one the articles point to; else they stay alone.

    Those that nobody with a given name could have meant are one person as long as nothing contradicts.
    """
    if not members:
        return []
    everybody = [_Bearer.of(person) for person in persons]
    by_surname: dict[str, list[_Bearer]] = defaultdict(list)
    for bearer in everybody:
        for word in {name.words for name in bearer.person.names}:
            by_surname[word].append(bearer)
    joining: list[tuple[Person, int]] = []
    alone: list[Person] = []
    fresh: dict[str, list[Person]] = defaultdict(list)
    for at in members:
        name = told.names[at]
        bearers = _bearers(name, by_surname, everybody)
        found = _meant(told, at, bearers)
        if found is not None:
            joining.append((found, at))
        elif bearers:
            alone.append(told.person([at]))
        else:
            _join_fresh(fresh[" ".join((name.particles, *name.surname))], told.person([at]))
    for person, at in joining:  # last, so that what one surname joins does not sway the next
        person.members.append(at)
    return [*alone, *(person for known in fresh.values() for person in known)]


def _bearers(name: Name, by_surname: dict[str, list[_Bearer]], everybody: list[_Bearer]) -> list[_Bearer]:
    if name.cjk:
        return [bearer for bearer in everybody if bearer.person.names[0].words.startswith(name.words)]
    if name.called:
        return [bearer for bearer in everybody if any(_goes_by(name, other) for other in bearer.person.names)]
    found = by_surname.get(name.words, [])
    if name.particles:
        return [bearer for bearer in found if any(other.particles == name.particles for other in bearer.person.names)]
    return found


def _goes_by(called: Name, full: Name) -> bool:
    """Whether "Sir Bevis" may be "Sir Bevis O'Dowd"."""
    return called.called == full.given[0] and not set(called.titles).isdisjoint(full.titles)


def _meant(told: Told, at: int, bearers: list[_Bearer]) -> Person | None:
    """Whom of its bearers a surname alone means."""
    name, here = told.names[at], told.lives[at]
    walks, likely = frozenset(here.walks), frozenset(here.likely_walks())
    possible: list[tuple[int, _Bearer]] = []
    for bearer in bearers:
        if name.sex and bearer.sex and name.sex != bearer.sex:
            continue
        points = shared(here, bearer.person.life)
        if points >= _ENOUGH or not far_apart(walks, bearer.walks):
            possible.append((points, bearer))
    if len(possible) > 1:
        possible = [found for found in possible if found[0] >= _ENOUGH or not apart(likely, found[1].likely)]
    if name.kind == "bare" and here.beside:
        beside = [bearer.person for _, bearer in possible if not here.beside.isdisjoint(bearer.names)]
        if len(beside) == 1:
            return beside[0]
    most = max((points for points, _ in possible), default=0)
    near = [bearer for points, bearer in possible if points >= most - 2 * _SECTION_POINTS - _SEX_POINTS]
    agreeing = ((_SEX_POINTS * (name.sex != "" and bearer.sex == name.sex), bearer.person) for bearer in near)
    return _best([(points + _points(here, person.life), person) for points, person in agreeing])


def _join_fresh(known: list[Person], person: Person) -> None:
    for other in known:
        sexes = {name.sex for name in (*other.names, *person.names)} - {""}
        if len(sexes) < 2 and not far_apart(frozenset(other.life.walks), frozenset(person.life.walks)):
            other.add(person)
            return
    known.append(person)
