"""``termnews mark``: what the reader thinks of articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from termnews.cli import options, reading, stderr
from termnews.errors import TermnewsError

if TYPE_CHECKING:
    from termnews.cli.session import Session


@click.command("mark")
@click.argument("articles", nargs=-1, required=True, metavar="ARTICLE...", type=options.ArticleWord())
@click.option("--read", is_flag=True, help="It was read.")
@click.option("--unread", is_flag=True, help="It was not.")
@click.option("--star", is_flag=True, help="Give it a star.")
@click.option("--unstar", is_flag=True, help="Take the star away.")
@click.option("--tag", type=options.Word(), multiple=True, metavar="T", help="Give it a tag; may be repeated.")
@click.option(
    "--untag",
    type=options.Word(),
    multiple=True,
    metavar="T",
    help="Take away a tag that `mark` gave; may be repeated.",
)
@options.synced
@click.pass_context
def command(
    ctx: click.Context,
    articles: tuple[str, ...],
    read: bool,
    unread: bool,
    star: bool,
    unstar: bool,
    tag: tuple[str, ...],
    untag: tuple[str, ...],
    sync: bool,
) -> int:
    """Mark articles as read or unread, give and take stars and tags; says nothing where all is well.

    Tags given here are the reader's own and are kept apart from the files, which are never changed; `tag:` in a search
    finds both.

    \b
    Examples:
      termnews mark 2016/11/azure.txt --read --star
      termnews search azure -0 | xargs -0r termnews mark --tag cloud --
      termnews list --tag later -0 | xargs -0r termnews mark --untag later --read --
    """
    _check(ctx, read=read, unread=unread, star=star, unstar=unstar, tag=tag, untag=untag)
    session: Session = ctx.obj
    failed = False
    with session.library(sync=sync) as library:
        known = []
        for word in articles:
            try:
                id_ = reading.id_of(word, library)
                library.row(id_)
                known.append(id_)
            except KeyError as error:
                stderr.say(str(reading.unknown(word, error)))
                failed = True
            except TermnewsError as error:
                stderr.say(str(error))
                failed = True
        if known:
            library.mark(
                known,
                read=read if read or unread else None,
                starred=star if star or unstar else None,
                tag=tag,
                untag=untag,
            )
    return stderr.FAILED if failed else stderr.DONE


def _check(
    ctx: click.Context,
    *,
    read: bool,
    unread: bool,
    star: bool,
    unstar: bool,
    tag: tuple[str, ...],
    untag: tuple[str, ...],
) -> None:
    if read and unread:
        raise click.UsageError("--read and --unread at once; choose one", ctx)
    if star and unstar:
        raise click.UsageError("--star and --unstar at once; choose one", ctx)
    if both := set(tag) & set(untag):
        raise click.UsageError(f"--tag {min(both)} and --untag {min(both)} at once; choose one", ctx)
    if not all(name.strip() for name in (*tag, *untag)):
        raise click.UsageError("a tag needs a name", ctx)
    if not (read or unread or star or unstar or tag or untag):
        raise click.UsageError("nothing to do; say --read, --unread, --star, --unstar, --tag T or --untag T", ctx)
