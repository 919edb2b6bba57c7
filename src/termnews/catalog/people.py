"""Which speakers of different articles are one person, kept so that cost grows with what changed.

An article's speaker becomes a *mention* of a *profile*: a name with the role and the section it came with.  Profiles of
one person carry the same ``person`` (the least number among them); quotes point at profiles, so that nothing but
profiles is written when people are told apart anew.  Who is one person is decided elsewhere, block by block: a block
is the names that are compared with each other, an alias a key that brings names of two blocks together.

A new profile of a full name joins the person that the name has (or one of them), if ``group`` finds nothing against it
among the profiles of that name.  Whatever else comes makes its block stale, and so does a name that leaves: all people
of the block are then told apart anew.  What needs that is marked in the transaction that stages or removes an article
(a profile without a person, a name without a block, a stale block), and ``regroup`` does it in one transaction.
Whatever ends the process in between leaves the marks for the next time; until then a new profile counts as a person by
its name alone.
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import Protocol

from termnews.article import Article, Quote
from termnews.catalog.schema import FULL
from termnews.frozen import dataclass

MOST_BESIDE = 8
"""How many of the other speakers of an article are looked at."""
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
    """A speaker as articles show them; ``beside`` are other speakers of the first of these articles."""

    name: str
    role: str | None
    section: str | None
    beside: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Known:
    block: str
    number: int
    person: int | None
    shown: Profile


MakeKey = Callable[[str], Key]
Group = Callable[[Sequence[Profile]], Iterable[Sequence[int]]]
"""Profiles -> groups of positions, each a person; every position in one group."""


class People:
    """The tables name, alias, profile, mention and stale.  Transactions are the caller's."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    # ------------------------------------------------------------------ what articles say

    def note(self, number: int, article: Article, quotes: Sequence[Quote]) -> dict[str, int]:
        """Write down who speaks in an article; returns the profile of each speaker."""
        moment = article.published.first if article.published else None
        said: dict[str, list[Quote]] = defaultdict(list)
        for quote in quotes:
            if quote.speaker is not None:
                said[quote.speaker].append(quote)
        profiles: dict[str, int] = {}
        for speaker, theirs in said.items():
            roles = Counter(quote.role for quote in theirs if quote.role)
            role = roles.most_common(1)[0][0] if roles else ""
            profiles[speaker] = profile = self._profile(self._name(speaker), role, article.section or "", list(said))
            direct = sum(quote.kind != "indirect" for quote in theirs)
            self._db.execute("INSERT INTO mention VALUES (?, ?, ?, ?)", (profile, number, direct, moment))
        return profiles

    def forget(self, number: int) -> None:
        """An article leaves, or is about to be written anew."""
        found = self._db.execute("SELECT profile FROM mention WHERE number = ?", (number,)).fetchall()
        self._db.execute("DELETE FROM mention WHERE number = ?", (number,))
        for (profile,) in found:
            if self._db.execute("SELECT 1 FROM mention WHERE profile = ?", (profile,)).fetchone() is None:
                self._drop(profile)

    def _name(self, speaker: str) -> int:
        known = self._db.execute("SELECT name FROM name WHERE speaker = ?", (speaker,)).fetchone()
        if known is not None:
            return int(known[0])
        return int(self._db.execute("INSERT INTO name (speaker) VALUES (?)", (speaker,)).lastrowid or 0)

    def _profile(self, name: int, role: str, section: str, speakers: Sequence[str]) -> int:
        known = self._db.execute(
            "SELECT profile FROM profile WHERE name = ? AND role = ? AND section = ?", (name, role, section)
        ).fetchone()
        if known is not None:
            return int(known[0])
        beside = json.dumps(speakers[: MOST_BESIDE + 1], ensure_ascii=False)
        added = self._db.execute(
            "INSERT INTO profile (name, role, section, beside) VALUES (?, ?, ?, ?)", (name, role, section, beside)
        )
        return int(added.lastrowid or 0)

    def _drop(self, profile: int) -> None:
        (name,) = self._db.execute("DELETE FROM profile WHERE profile = ? RETURNING name", (profile,)).fetchone()
        if self._db.execute("SELECT 1 FROM profile WHERE name = ?", (name,)).fetchone() is None:
            # Whom this name brought together may be two again.
            self._db.execute(
                "INSERT OR IGNORE INTO stale SELECT block FROM name WHERE name = :name AND block > '' UNION"
                " SELECT other.block FROM alias mine JOIN alias theirs ON theirs.alias = mine.alias"
                " JOIN name other ON other.name = theirs.name WHERE mine.name = :name AND other.block > ''",
                {"name": name},
            )
            self._db.execute("DELETE FROM alias WHERE name = ?", (name,))
            self._db.execute("DELETE FROM name WHERE name = ?", (name,))

    # ------------------------------------------------------------------ telling people apart

    def due(self) -> bool:
        """Whether there is anything to regroup."""
        (due,) = self._db.execute(
            "SELECT EXISTS (SELECT 1 FROM stale) OR EXISTS (SELECT 1 FROM profile WHERE person IS NULL)"
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
        self._join_alike(group)
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
            else:
                self._db.execute("UPDATE profile SET person = -name WHERE name = ?", (name,))

    def _join_alike(self, group: Group) -> None:
        """Let new profiles of names that are known join their person; make stale the blocks where that is not clear."""
        fresh = self._db.execute(
            "SELECT DISTINCT p.name, n.block, n.fullness FROM profile p JOIN name n ON n.name = p.name"
            " WHERE p.person IS NULL AND n.block NOT IN (SELECT block FROM stale)"
        ).fetchall()
        for name, block, fullness in fresh:
            if block == "":
                self._db.execute("UPDATE profile SET person = -name WHERE name = ?", (name,))
            elif fullness < FULL or not self._join_their_persons(name, group):
                self._db.execute("INSERT OR IGNORE INTO stale VALUES (?)", (block,))

    def _join_their_persons(self, name: int, group: Group) -> bool:
        """Let the new profiles of a name join its persons, if its profiles alone fall into just these persons."""
        alike = list(self._profiles("name = ?", (name,)))
        groups = list(group([known.shown for known in alike]))
        persons = [{alike[at].person for at in members} - {None} for members in groups]
        if any(len(person) != 1 for person in persons) or len(set().union(*persons)) < len(persons):
            return False
        for members, (person,) in zip(groups, persons, strict=True):
            joined = [(person, alike[at].number) for at in members if alike[at].person is None]
            self._db.executemany("UPDATE profile SET person = ? WHERE profile = ?", joined)
        return True

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
            " WHERE name.block = :block AND other.block <> :block ORDER BY 1",
            {"block": block},
        )
        return [other for (other,) in rows]

    def _regroup_some(self, components: Sequence[Collection[str]], group: Group) -> None:
        of = {block: at for at, blocks in enumerate(components) for block in blocks}
        found: list[list[_Known]] = [[] for _ in components]
        for known in self._profiles(f"block IN ({','.join('?' * len(of))})", list(of)):
            found[of[known.block]].append(known)
        changed: list[tuple[int, int]] = []
        for profiles in filter(None, found):
            for members in group([known.shown for known in profiles]):
                person = min(profiles[at].number for at in members)
                changed += [(person, profiles[at].number) for at in members if profiles[at].person != person]
        self._db.executemany("UPDATE profile SET person = ? WHERE profile = ?", changed)

    def _profiles(self, which: str, values: Sequence[object]) -> Iterator[_Known]:
        """The profiles of certain names, in an order that is always the same."""
        for block, number, person, speaker, role, section, beside in self._db.execute(
            "SELECT block, profile, person, speaker, role, section, beside FROM name JOIN profile USING (name)"
            f" WHERE {which} ORDER BY speaker, role, section",
            values,
        ):
            others = tuple(name for name in json.loads(beside) if name != speaker)
            shown = Profile(speaker, role or None, section or None, others)
            yield _Known(block, number, person, shown)
