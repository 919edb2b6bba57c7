"""What a sync tells while it runs and when it is done."""

from __future__ import annotations

from typing import Literal

from termnews.frozen import dataclass

Stage = Literal["wait", "walk", "read", "done"]


@dataclass(frozen=True, slots=True)
class SyncProgress:
    """``done`` of ``total`` new and changed files; ``generation`` grows with every batch that can be searched."""

    stage: Stage
    done: int = 0
    total: int = 0
    generation: int = 0


@dataclass(frozen=True, slots=True)
class SyncReport:
    """What a sync found: articles added, changed, removed and moved, files that can't be read (of all), and the lines
    that the person should be told."""

    added: int = 0
    changed: int = 0
    removed: int = 0
    moved: int = 0
    unreadable: int = 0
    notes: tuple[str, ...] = ()
