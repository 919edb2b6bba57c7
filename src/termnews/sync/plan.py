"""Which files are new, changed, touched or gone: what a sync has to do."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from termnews.sync.reading import Job
from termnews.sync.walk import Walked


@dataclass(frozen=True, slots=True)
class Plan:
    """``jobs`` are the files to look at, ``new`` those ids among them that are no article yet, ``removed`` the ids of
    articles and refused files that left."""

    jobs: list[Job]
    new: frozenset[str]
    removed: list[str]


def plan(
    walked: Walked,
    articles: Mapping[str, tuple[int, int]],
    refused: Mapping[str, tuple[int, int, str]],
    engine: str,
    *,
    digest: Callable[[str, str], bytes | None],
    everything: bool = False,
) -> Plan:
    """Compare what is on disk with what the catalog knows: ``articles`` and ``refused`` as the catalog's writer gives
    them, ``digest`` its method.

    A file is looked at when its size or time changed, when it was too young at the last sync for its time to be
    trusted, or when another version of the engine read it; in the last case, and when told ``everything``, it is read
    anew although its content is the same.
    """
    jobs = []
    new = set()
    for id_, seen in walked.files.items():
        known = articles.get(id_)
        if known is not None:
            if known != seen or everything:
                jobs.append(Job(id_, None if everything else digest(id_, engine)))
        elif everything or refused.get(id_) != (*seen, engine):
            jobs.append(Job(id_, None))
            new.add(id_)
    blocked = tuple(walked.blocked)
    gone = [*(articles.keys() - walked.files.keys()), *(refused.keys() - walked.files.keys())]
    removed = sorted(id_ for id_ in gone if not (blocked and id_.startswith(blocked)))
    jobs.sort(key=lambda job: job.id, reverse=True)
    return Plan(jobs, frozenset(new), removed)
