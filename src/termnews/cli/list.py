"""``termnews list``: the articles that there are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import click

from termnews.cli import options, stderr

if TYPE_CHECKING:
    from termnews.article import Published, Results, Sort
    from termnews.cli.session import Session


@click.command("list")
@click.option("--unread", is_flag=True, help="Only what was not read.")
@click.option("--starred", is_flag=True, help="Only what has a star.")
@click.option("--tag", type=options.Word(), metavar="T", help="Only what has this tag, the reader's or the file's.")
@click.option("--section", type=options.Word(), metavar="NAME", help="Only this section.")
@click.option("--source", type=options.Word(), metavar="NAME", help="Only this source.")
@click.option(
    "--since", metavar="DATE", type=options.PartialDate(), help="Nothing earlier; 2016, 2016-11 or 2016-11-15."
)
@click.option(
    "--until", metavar="DATE", type=options.PartialDate(), help="Nothing later; the whole of DATE is included."
)
@click.option(
    "--sort", type=click.Choice(["newest", "oldest"]), default="newest", show_default=True, help="What comes first."
)
@options.unfolded
@options.at_most
@options.forms("--json", "--paths", "-0", "--count")
@options.synced
@click.pass_context
def command(  # noqa: PLR0913, PLR0917 - as many as there are options
    ctx: click.Context,
    unread: bool,
    starred: bool,
    tag: str | None,
    section: str | None,
    source: str | None,
    since: Published | None,
    until: Published | None,
    sort: Sort,
    fold: bool,
    most: int | Literal["all"] | None,
    sync: bool,
) -> int:
    """List articles, the newest first, those without a date last.

    In a pipe each is a line: id, date, source and headline, with a tab between them.

    \b
    Examples:
      termnews list --unread
      termnews list --since 2016-11 --until 2017 --section business
      termnews list --starred --json | jq -r .headline
      termnews list --tag later -0 | xargs -0r termnews cat --
    """
    from termnews.cli import articles

    session: Session = ctx.obj
    form, out = options.form_of(ctx), session.stdout
    limit = options.limit(most, on_a_terminal=out.is_terminal and form != "count")
    with session.library(sync=sync) as library:

        def fetch(limit: int, offset: int) -> Results:
            return library.list(
                sort,
                limit,
                offset,
                unread=True if unread else None,
                starred=True if starred else None,
                tag=tag,
                section=section,
                source=source,
                since=since,
                until=until,
                fold=fold,
            )

        found = articles.answer(out, form, fetch, limit, searched=False)
    return stderr.DONE if found else stderr.NOTHING_FOUND
