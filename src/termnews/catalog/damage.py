"""What makes a catalog useless."""

from __future__ import annotations

from termnews.errors import TermnewsError


class DamagedCatalog(TermnewsError):
    """A catalog that is missing, broken or of another schema: to be made anew from the folder."""
