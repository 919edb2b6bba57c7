"""Marks follow files and libraries that moved.

State is kept under a library id and an article id, with the digest of the content.  A marked id that is gone and one
unmarked id with the same content are a move.  A library without an id of its own in the state, which holds the marked
articles of a library whose folder is gone, is that library.
"""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path

from termnews.catalog import CatalogWriter
from termnews.state import State, exists

_SHARE_THAT_MUST_BE_HERE = 0.5


def follow(catalog: CatalogWriter, marks: Path, root: Path) -> int:
    """Move the marks of the files that moved; how many did.  Safe to repeat.  Raises StateError."""
    if exists(marks):
        state = State(marks, create=True)
        try:
            _adopt(catalog, state, os.path.realpath(root))
            moves = _moves(catalog, state)
            state.move(catalog.meta.library, moves)
            state.settle_library(catalog.meta.library, os.path.realpath(root))
        finally:
            state.close()
    else:
        moves = []
    catalog.moves_settled()
    return len(moves)


def _adopt(catalog: CatalogWriter, state: State, root: str) -> None:
    """Give a catalog that the state does not know the id under which it knows the library."""
    places = state.libraries()
    if catalog.meta.library in places:
        return
    here_before = state.library_at(root)
    if here_before is not None:
        catalog.rename_library(here_before)
        return
    for library, place in places.items():
        marked = {} if Path(place).exists() else state.marked(library)
        found = catalog.digests(set(marked.values()))
        here = sum(digest in found for digest in marked.values())
        if marked and here >= _SHARE_THAT_MUST_BE_HERE * len(marked):
            catalog.rename_library(library)
            return


def _moves(catalog: CatalogWriter, state: State) -> list[tuple[str, str]]:
    """(old id, new id) of the marked files that are elsewhere now; where two could be meant, none is."""
    marked = state.marked(catalog.meta.library)
    here = catalog.has(marked)
    vanished = {id_: digest for id_, digest in marked.items() if id_ not in here}
    candidates = catalog.digests(set(vanished.values()))
    rivals = Counter(vanished.values())
    moves = []
    for old, digest in vanished.items():
        unmarked = [id_ for id_ in candidates.get(digest, ()) if id_ not in marked]
        if len(unmarked) == 1 and rivals[digest] == 1:
            moves.append((old, unmarked[0]))
    return moves


def keep_digests(marks: Path, library: str, digests: dict[str, bytes]) -> None:
    """Tell the state the new content of marked files that changed."""
    if not digests or not exists(marks):
        return
    state = State(marks, create=True)
    try:
        marked = state.marked(library)
        state.keep_digests(library, {id_: digest for id_, digest in digests.items() if id_ in marked})
    finally:
        state.close()
