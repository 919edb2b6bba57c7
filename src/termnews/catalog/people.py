"""Which speakers of different articles are one person, kept so that cost grows with what changed.

An article's speaker becomes a *mention* of a *profile*: a name with the role and the section it came with.  Profiles of
one person carry the same ``person`` (the least number among them); quotes point at profiles, so that nothing but
profiles is written when people are told apart anew.  Who is one person is decided elsewhere, block by block: a block
is the names that are compared with each other, an alias a key that brings names of two blocks together.

A block is marked stale in the transaction that stages or removes an article, where that can change its people: when a
profile comes or goes, or one of the first few articles of a profile does, whose other speakers tell its people apart.
``regroup`` tells the people of stale blocks apart in one transaction.  Whatever ends the process in between leaves the
marks for the next time; until then a new profile counts as a person by its name alone.
"""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from termnews.article import Quote

WHO = "coalesce(person, -name)"
"""Whom a profile belongs to, as SQL; its name where nobody has told its people apart."""

ARTICLES_LOOKED_AT = 8
"""In how many of a profile's articles, the earliest in the catalog, the other speakers are looked at."""
_BLOCKS_AT_ONCE = 400


class Key(Protocol):
    """What a name is looked up by; an empty block for one that names nobody.  ``fullness`` ranks a person's names."""

    @property
    def block(self) -> str: ...
    @property
    def aliases(self) -> Sequence[str]: ...
    @property
    def fullness(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Profile:
    """A speaker as articles show them; ``beside`` are other speakers of the same articles."""

    name: str
    role: str | None
    section: str | None
    beside: tuple[str, ...]


MakeKey = Callable[[str], Key]
Group = Callable[[Sequence[Profile]], Iterable[Sequence[int]]]
"""Profiles -> groups of positions, each a person; every position in one group."""


class People:
    """The tables name, alias, profile, mention and stale.  Transactions are the caller's."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    # ------------------------------------------------------------------ what articles say

    def note(self, number: int, section: str | None, quotes: Sequence[Quote]) -> dict[str, int]:
        """Write down who speaks in an article; returns the profile of each speaker."""
        said: dict[str, list[Quote]] = defaultdict(list)
        for quote in quotes:
            if quote.speaker is not None:
                said[quote.speaker].append(quote)
        profiles: dict[str, int] = {}
        for speaker, theirs in said.items():
            roles = Counter(quote.role for quote in theirs if quote.role)
            role = roles.most_common(1)[0][0] if roles else ""
            profiles[speaker] = profile = self._profile(self._name(speaker), role, section or "")
            self._mark_if_looked_at(profile, number)
            direct = sum(quote.kind != "indirect" for quote in theirs)
            self._db.execute("INSERT INTO mention VALUES (?, ?, ?)", (profile, number, direct))
        return profiles

    def forget(self, number: int) -> None:
        """An article leaves, or is about to be written anew."""
        found = self._db.execute("SELECT profile FROM mention WHERE number = ?", (number,)).fetchall()
        for (profile,) in found:
            self._mark_if_looked_at(profile, number)
        self._db.execute("DELETE FROM mention WHERE number = ?", (number,))
        for (profile,) in found:
            if self._db.execute("SELECT 1 FROM mention WHERE profile = ?", (profile,)).fetchone() is None:
                self._drop(profile)

    def _name(self, speaker: str) -> int:
        known = self._db.execute("SELECT name FROM name WHERE speaker = ?", (speaker,)).fetchone()
        if known is not None:
            return int(known[0])
        return int(self._db.execute("INSERT INTO name (speaker) VALUES (?)", (speaker,)).lastrowid or 0)

    def _profile(self, name: int, role: str, section: str) -> int:
        known = self._db.execute(
            "SELECT profile FROM profile WHERE name = ? AND role = ? AND section = ?", (name, role, section)
        ).fetchone()
        if known is not None:
            return int(known[0])
        return int(
            self._db.execute(
                "INSERT INTO profile (name, role, section) VALUES (?, ?, ?)", (name, role, section)
            ).lastrowid
            or 0
        )

    def _mark_if_looked_at(self, profile: int, number: int) -> None:
        """Mark a profile's block where this article is among the first of the profile."""
        (earlier,) = self._db.execute(
            "SELECT count(*) FROM (SELECT 1 FROM mention WHERE profile = ? AND number < ? LIMIT ?)",
            (profile, number, ARTICLES_LOOKED_AT),
        ).fetchone()
        if earlier < ARTICLES_LOOKED_AT:
            self._mark("SELECT block FROM name JOIN profile USING (name) WHERE profile = ?", profile)

    def _mark(self, blocks: str, value: int) -> None:
        # Names without a key yet have no block, and are found by that; names of nobody have an empty one.
        self._db.execute(f"INSERT OR IGNORE INTO stale SELECT block FROM ({blocks}) WHERE block > ''", (value,))

    def _drop(self, profile: int) -> None:
        (name,) = self._db.execute("DELETE FROM profile WHERE profile = ? RETURNING name", (profile,)).fetchone()
        if self._db.execute("SELECT 1 FROM profile WHERE name = ?", (name,)).fetchone() is None:
            # What this name brought together may be two again.
            self._mark(
                "SELECT other.block FROM alias mine JOIN alias theirs ON theirs.alias = mine.alias"
                " JOIN name other ON other.name = theirs.name WHERE mine.name = ?",
                name,
            )
            self._db.execute("DELETE FROM alias WHERE name = ?", (name,))
            self._db.execute("DELETE FROM name WHERE name = ?", (name,))

    # ------------------------------------------------------------------ telling people apart

    def due(self) -> bool:
        """Whether there is anything to regroup."""
        (due,) = self._db.execute(
            "SELECT EXISTS (SELECT 1 FROM stale) OR EXISTS (SELECT 1 FROM name WHERE block IS NULL)"
        ).fetchone()
        return bool(due)

    def forget_groups(self) -> None:
        """Let every name be looked at anew, by other rules than before."""
        self._db.execute("UPDATE name SET block = NULL")
        self._db.execute("DELETE FROM alias")
        self._db.execute("DELETE FROM stale")
        self._db.execute("UPDATE profile SET person = NULL WHERE person IS NOT NULL")

    def regroup(self, key: MakeKey, group: Group) -> None:
        """Give new names their keys, and tell apart the people of every block that is stale."""
        self._give_keys(key)
        components = self._components()
        for start in range(0, len(components), _BLOCKS_AT_ONCE):
            self._regroup_some(components[start : start + _BLOCKS_AT_ONCE], group)
        self._db.execute("DELETE FROM stale")

    def _give_keys(self, make: MakeKey) -> None:
        fresh = self._db.execute("SELECT name, speaker FROM name WHERE block IS NULL").fetchall()
        for name, speaker in fresh:
            key = make(speaker)
            self._db.execute("UPDATE name SET block = ?, fullness = ? WHERE name = ?", (key.block, key.fullness, name))
            self._db.executemany("INSERT OR IGNORE INTO alias VALUES (?, ?)", [(alias, name) for alias in key.aliases])
            if key.block:
                self._db.execute("INSERT OR IGNORE INTO stale VALUES (?)", (key.block,))

    def _components(self) -> list[set[str]]:
        """The stale blocks with all blocks that a shared alias connects them with, in sets that hang together."""
        stale = [block for (block,) in self._db.execute("SELECT block FROM stale ORDER BY block")]
        component: dict[str, set[str]] = {}
        waiting = list(reversed(stale))
        while waiting:
            block = waiting.pop()
            mine = component.setdefault(block, {block})
            for other in self._connected(block):
                theirs = component.get(other)
                if theirs is None:
                    theirs = component[other] = {other}
                    waiting.append(other)
                if theirs is not mine:
                    mine |= theirs
                    component.update(dict.fromkeys(theirs, mine))
        return list({id(blocks): blocks for blocks in component.values()}.values())

    def _connected(self, block: str) -> list[str]:
        rows = self._db.execute(
            "SELECT DISTINCT other.block FROM name JOIN alias mine ON mine.name = name.name"
            " JOIN alias theirs ON theirs.alias = mine.alias JOIN name other ON other.name = theirs.name"
            " WHERE name.block = ?1 AND other.block <> ?1 ORDER BY 1",
            (block,),
        )
        return [other for (other,) in rows]

    def _regroup_some(self, components: Sequence[Collection[str]], group: Group) -> None:
        of = {block: at for at, blocks in enumerate(components) for block in blocks}
        found: list[list[tuple[int, int | None, Profile]]] = [[] for _ in components]
        for block, number, person, profile in self._profiles(list(of)):
            found[of[block]].append((number, person, profile))
        changed: list[tuple[int, int]] = []
        for profiles in found:
            for members in group([profile for _, _, profile in profiles]):
                person = min(profiles[at][0] for at in members)
                changed += [(person, profiles[at][0]) for at in members if profiles[at][1] != person]
        self._db.executemany("UPDATE profile SET person = ? WHERE profile = ?", changed)

    def _profiles(self, blocks: Sequence[str]) -> Iterator[tuple[str, int, int | None, Profile]]:
        """(block, number, person, profile) of all profiles in these blocks, in an order that is always the same."""
        marks = ",".join("?" * len(blocks))
        beside: dict[int, dict[str, None]] = defaultdict(dict)
        for number, other in self._db.execute(
            "SELECT p.profile, n.speaker FROM name AS b JOIN profile p ON p.name = b.name"
            " JOIN mention m ON m.profile = p.profile AND m.number <= ifnull((SELECT number FROM mention"
            "   WHERE profile = p.profile ORDER BY number LIMIT 1 OFFSET ?), m.number)"
            " JOIN mention o ON o.number = m.number AND o.profile <> m.profile"
            " JOIN profile q ON q.profile = o.profile JOIN name n ON n.name = q.name"
            f" WHERE b.block IN ({marks})",
            (ARTICLES_LOOKED_AT - 1, *blocks),
        ):
            beside[number][other] = None
        for block, number, person, speaker, role, section in self._db.execute(
            "SELECT block, profile, person, speaker, role, section FROM name JOIN profile USING (name)"
            f" WHERE block IN ({marks}) ORDER BY speaker, role, section",
            blocks,
        ):
            yield block, number, person, Profile(speaker, role or None, section or None, tuple(sorted(beside[number])))
