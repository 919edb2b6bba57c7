"""Saved searches as ``termnews search`` keeps, lists and forgets them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from termnews.cli import cells, records, stderr, stdout
from termnews.errors import TermnewsError

if TYPE_CHECKING:
    from termnews import Library
    from termnews.article import SavedSearch
    from termnews.cli.options import Form
    from termnews.cli.stdout import Stdout


def save(library: Library, name: str, query: str) -> int:
    """Keep a query, and tell what it finds."""
    kept = library.save_search(name, query)
    stderr.say(f"@{kept.name} finds {kept.total:,} article{'' if kept.total == 1 else 's'} now")
    return stderr.DONE


def forget(library: Library, name: str) -> int:
    """Forget a saved search.  Raises TermnewsError where there is none of that name."""
    if not library.forget_search(name):
        raise TermnewsError(f"no search was saved as {name}; all there are: termnews search --saved")
    return stderr.DONE


def write(out: Stdout, form: Form, searches: tuple[SavedSearch, ...]) -> int:
    """Write saved searches with what they find; returns the exit code."""
    if form == "count":
        out.line(str(len(searches)))
    for search in () if form == "count" else searches:
        if form == "json":
            out.line(records.line(records.saved_search(search)))
        elif out.is_terminal:
            _write_for_eyes(out, search)
        else:
            out.fields(f"@{search.name}", search.query, search.total, search.new)
    return stderr.DONE if searches else stderr.NOTHING_FOUND


def _write_for_eyes(out: Stdout, search: SavedSearch) -> None:
    new = f"{search.new:,} new" if search.new else ""
    counts = f"{search.total:7,}  {new:>9}  "
    room = max(1, out.width - len(counts))
    name = cells.cut(out.field(f"@{search.name}"), room)
    query = cells.cut(out.field(search.query), max(0, room - cells.width(name) - 2))
    out.line(counts + out.styled(name, stdout.BOLD) + (f"  {out.styled(query, stdout.DIM)}" if query else ""))


def look_at(library: Library, query: str) -> None:
    """Where the whole query is a saved search, its answer is looked at now."""
    name = query.strip()
    if name.startswith("@"):
        try:
            library.look_at(name)
        except TermnewsError as error:  # the answer is there all the same
            stderr.say(str(error))
