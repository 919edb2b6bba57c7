"""An index that can't be trusted: one error, whatever is wrong with it."""

from __future__ import annotations

from termnews.errors import TermnewsError


class DamagedIndex(TermnewsError):
    """The index is missing, damaged, foreign, or of another version.  All of these mean: build it again."""
