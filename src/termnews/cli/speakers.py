"""``termnews speakers``: who speaks, how often, from when to when."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import click

from termnews.cli import options, stderr

if TYPE_CHECKING:
    from termnews.article import Speaker
    from termnews.cli.session import Session
    from termnews.cli.stdout import Stdout

_LEAST_ROOM = 16  # cells for a name, below which dates are left out


@click.command("speakers")
@options.at_most
@options.forms("--json", "--count")
@options.synced
@click.pass_context
def command(ctx: click.Context, most: int | Literal["all"] | None, sync: bool) -> int:
    """List the people who are quoted, the most quoted first: how often, in how many articles, from when to when.

    In a pipe each is a line: name, role, quotations, articles, first and last date, with a tab between them.

    \b
    Examples:
      termnews speakers
      termnews speakers | cut -f1 | head -5
      termnews speakers --json | jq 'select(.articles > 3)'
    """
    from termnews.cli import pages, records

    session: Session = ctx.obj
    form, out = options.form_of(ctx), session.stdout
    limit = options.limit(most, on_a_terminal=out.is_terminal and form != "count")
    with session.library(sync=sync) as library:
        people = library.speakers()
    shown = people if limit is None else people[:limit]
    if form == "count":
        out.line(str(len(shown)))
    for speaker in () if form == "count" else shown:
        if form == "json":
            out.line(records.line(records.speaker(speaker)))
        elif out.is_terminal:
            _write_for_eyes(out, speaker)
        else:
            first, last = str(speaker.first or ""), str(speaker.last or "")
            out.fields(speaker.name, speaker.role, speaker.quotes, speaker.articles, first, last)
    if form == "text" and out.is_terminal:
        pages.tell_of_more(len(shown), len(people))
    return stderr.DONE if shown else stderr.NOTHING_FOUND


def _write_for_eyes(out: Stdout, speaker: Speaker) -> None:
    from termnews.cli import cells, stdout

    first, last = (str(date)[:10] if date else "" for date in (speaker.first, speaker.last))
    when = f"  {first}" if first == last else f"  {first} – {last}"
    count = f"{speaker.quotes:5} in {speaker.articles:<4}  "
    who = out.field(f"{speaker.name}, {speaker.role}" if speaker.role else speaker.name)
    if not first or out.width - len(count) - len(when) < _LEAST_ROOM:
        when = ""
    room = max(1, out.width - len(count) - len(when))
    who = cells.cut(who, room)
    name = len(cells.cut(out.field(speaker.name), room))
    line = count + out.styled(who[:name], stdout.BOLD) + who[name:]
    if when:
        line += " " * (room - cells.width(who)) + out.styled(when, stdout.DIM)
    out.line(line)
