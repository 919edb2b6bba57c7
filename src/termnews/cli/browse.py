"""``termnews browse``: the browser."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from termnews.cli import options
from termnews.errors import TermnewsError

if TYPE_CHECKING:
    from termnews.cli.session import Session


@click.command("browse")
@click.argument("words", nargs=-1, metavar="[QUERY]")
@click.pass_obj
def command(session: Session, words: tuple[str, ...] = ()) -> int:
    """Open the browser, on a search if a QUERY is given; ? shows every key there.

    \b
    Examples:
      termnews
      termnews -l ~/news browse
      termnews browse 'is:unread section:business'
    """
    if not _on_a_terminal():
        raise TermnewsError("the browser needs a terminal; without one use: termnews list, search or cat")
    settings, root = session.settings, session.root
    from termnews import tui

    return tui.run(root, query=options.joined(words), settings=settings)


def _on_a_terminal() -> bool:
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))
