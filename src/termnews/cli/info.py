"""``termnews info``: what the library holds, where everything lives, what could not be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from termnews.cli import options, stderr, stdout

if TYPE_CHECKING:
    from termnews.cli.records import Record
    from termnews.cli.session import Session
    from termnews.library import Info


@click.command("info")
@click.option("--json", "as_json", is_flag=True, help="One record, on one line.")
@options.synced
@click.pass_obj
def command(session: Session, as_json: bool, sync: bool) -> int:
    """Tell what the library holds, where everything lives, and which files can't be read, with the reason.

    \b
    Examples:
      termnews info
      termnews info --json | jq -r '.unreadable[] | .id + ": " + .reason'
    """
    from termnews.cli import records

    with session.library(sync=sync) as library:
        info = library.info()
    if as_json:
        session.stdout.line(records.line(_record(info)))
    else:
        _write(info, session)
    return stderr.DONE


def _record(info: Info) -> Record:
    from termnews import __version__

    return {
        "root": str(info.root.absolute()),
        "articles": info.articles,
        "quotes": info.quotes,
        "speakers": info.speakers,
        "unread": info.unread,
        "starred": info.starred,
        "undated": info.undated,
        "oldest": None if info.oldest is None else str(info.oldest),
        "newest": None if info.newest is None else str(info.newest),
        "unreadable": [{"id": id_, "reason": reason} for id_, reason in info.unreadable],
        "cache": str(info.cache.absolute()),
        "cache_bytes": info.cache_bytes,
        "state": str(info.state.absolute()),
        "config": str(info.config.absolute()),
        "version": __version__,
    }


def _write(info: Info, session: Session) -> None:
    from termnews.cli import dates

    out = session.stdout
    dated = f"{dates.local(info.oldest)} to {dates.local(info.newest)}" if info.oldest else "none"
    undated = f", {info.undated:,} without a date" if info.undated else ""
    lines = (
        ("library", str(info.root.absolute())),
        ("articles", f"{info.articles:,} ({info.unread:,} unread, {info.starred:,} starred)"),
        ("dates", dated + undated),
        ("quotations", f"{info.quotes:,} by {info.speakers:,} speaker{'' if info.speakers == 1 else 's'}"),
        ("cache", f"{info.cache.absolute()} ({_size(info.cache_bytes)}; it can be deleted at any time)"),
        ("marks", str(info.state.absolute())),
        ("settings", str(info.config.absolute())),
        ("unreadable", f"{len(info.unreadable):,}"),
    )
    for name, value in lines:
        out.line(f"{out.styled(f'{name:10}', stdout.DIM)}  {out.field(value)}")
    for id_, reason in info.unreadable:
        out.line(f"  {out.field(id_)}: {out.field(reason)}")


def _size(count: int) -> str:
    size = float(count)
    for unit in ("bytes", "kB", "MB"):
        if size < 1000:
            return f"{size:.0f} {unit}"
        size /= 1000
    return f"{size:.1f} GB"
