"""``termnews related``: articles about the same as one article."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import click

from termnews.cli import options, reading, stderr

if TYPE_CHECKING:
    from termnews.article import Results
    from termnews.cli.session import Session


@click.command("related")
@click.argument("article", metavar="ARTICLE", type=options.ArticleWord())
@options.unfolded
@options.at_most
@options.forms("--json", "--paths", "-0", "--html", "--count")
@options.synced
@click.pass_context
def command(ctx: click.Context, article: str, fold: bool, most: int | Literal["all"] | None, sync: bool) -> int:
    """Find articles that are about the same as ARTICLE, the most alike first.

    What tells so are the words that tell most of ARTICLE; each hit comes with the passage that has most of them.
    ARTICLE itself and what has nearly the same text are left out.

    In a pipe each hit is a line: id, date, source, headline and snippet, with a tab between them.

    \b
    Examples:
      termnews related 2016/11/azure.txt
      termnews related 2016/11/azure.txt -n 3 --paths | xargs termnews cat
    """
    from termnews.cli import articles

    session: Session = ctx.obj
    form, out = options.form_of(ctx), session.stdout
    limit = options.limit(most, on_a_terminal=out.is_terminal and form != "count")
    with session.library(sync=sync) as library:
        id_ = reading.id_of(article, library)

        def fetch(limit: int, offset: int) -> Results:
            try:
                return library.related(id_, limit, offset, fold=fold)
            except KeyError as error:
                raise reading.unknown(article, error) from None

        found = articles.answer(out, form, fetch, limit, searched=True)
    return stderr.DONE if found else stderr.NOTHING_FOUND
