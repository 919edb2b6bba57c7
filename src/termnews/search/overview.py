"""A look at an index that does not load Whoosh: whose it is and how far it got."""

from __future__ import annotations

import json
import re
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from termnews.search.layout import ARTICLES, QUOTATIONS, SCHEMA_VERSION, STAMP, generations

_RELEASE = re.compile(r"^__version__[^=\n]{0,40}=\s*\((\d+),\s*(\d+),\s*(\d+)", re.MULTILINE)


class Glance(NamedTuple):
    """The epoch that the index was made for, and the generation of its latest whole commit."""

    epoch: str
    generation: int


def glance(folder: Path) -> Glance | None:
    """What the index in ``folder`` says of itself; None where it has to be opened to be told.

    That is where it is missing, of another schema or Whoosh release, or between the two commits of a batch.  Damage
    inside its files is not seen.
    """
    try:
        stamp = json.loads((folder / STAMP).read_bytes())
        made_by, epoch = (stamp["schema"], stamp["whoosh"]), str(stamp["epoch"])
        latest = {max(generations(str(folder / name), name), default=-1) for name in (ARTICLES, QUOTATIONS)}
    except (OSError, ValueError, KeyError, TypeError):
        return None
    if made_by != (SCHEMA_VERSION, _installed_release()) or len(latest) != 1 or -1 in latest:
        return None
    return Glance(epoch, latest.pop())


def _installed_release() -> str | None:
    """The release of Whoosh that would be imported."""
    spec = find_spec("whoosh")
    if spec is None or spec.origin is None:
        return None
    found = _RELEASE.search(Path(spec.origin).read_text("utf-8", "replace"))
    return ".".join(found.groups()) if found else None
