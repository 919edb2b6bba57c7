"""``Library``: what front ends and scripts ask, and what they do."""

from __future__ import annotations

from termnews.library.answers import Answers
from termnews.library.narrowing import Narrowing
from termnews.library.quoting import Quoting
from termnews.library.saved import Saved


class Library(Saved, Answers, Narrowing, Quoting):
    """A folder of articles with its catalog, index and marks.

    ``cache`` and ``state`` are folders; None means where the settings and the system put them.  Nothing is made on disk
    until a method has to.  One library may be used from several threads.
    """
