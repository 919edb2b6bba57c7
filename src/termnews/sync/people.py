"""The people of a library: the catalog knows who changed, the quote engine's rules who is one person."""

from __future__ import annotations

from collections.abc import Sequence

from termnews.catalog import CatalogWriter, Profile
from termnews.quotes import identity


def tell_apart(catalog: CatalogWriter) -> None:
    """Make one person of every person, as far as names came or went since this was last done."""
    if catalog.people_due(identity.IDENTITY_VERSION):
        catalog.regroup_people(identity.IDENTITY_VERSION, identity.key, _groups)


def _groups(profiles: Sequence[Profile]) -> list[list[int]]:
    return identity.people(
        [identity.Mention(profile.name, profile.role, profile.section, others=profile.beside) for profile in profiles]
    )
