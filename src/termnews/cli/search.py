"""``termnews search``: the articles that answer a query."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import click

from termnews.cli import options, stderr

if TYPE_CHECKING:
    from termnews.article import Sort
    from termnews.cli.session import Session


@click.command("search")
@click.argument("words", nargs=-1, required=True, metavar="QUERY")
@click.option(
    "--sort",
    type=click.Choice(["relevance", "newest", "oldest"]),
    default="relevance",
    show_default=True,
    help="What comes first.",
)
@options.at_most
@options.forms("--json", "--paths", "-0", "--count")
@options.synced
@click.pass_context
def command(
    ctx: click.Context, words: tuple[str, ...], sort: Sort, most: int | Literal["all"] | None, sync: bool
) -> int:
    """Find articles, the best first, each with the passage that answers.

    A QUERY is words, all of which must be there; "a phrase", OR, NOT or -, parentheses, prefix*, and the fields
    headline: text: exact: speaker: author: source: section: tag: lang: date: path: and is:unread, is:starred.

    In a pipe each hit is a line: id, date, source, headline and snippet, with a tab between them.

    \b
    Examples:
      termnews search 'wine AND tax'
      termnews search 'speaker:guthrie cloud -aws' --sort newest -n 5
      termnews search 'date:2016-11 headline:azure' --paths | xargs termnews cat
      termnews search -- '-aws cloud'
    """
    from termnews.cli import articles, pages

    session: Session = ctx.obj
    query, form, out = " ".join(words), options.form_of(ctx), session.stdout
    limit = options.limit(most, on_a_terminal=out.is_terminal and form != "count")
    with session.library(sync=sync) as library:
        if form in {"count", "paths", "nul"}:
            listing = library.listing(query, sort=sort)  # without snippets, for which every text would have to be read
            pages.tell(listing)
            if form == "count":
                found = listing.total if limit is None else min(limit, listing.total)
                out.line(str(found))
            else:
                found = articles.write_ids(out, form, articles.ids_of(library, listing, limit))
        else:
            found = articles.write(
                out, form, lambda limit, offset: library.search(query, limit, offset, sort), limit, searched=True
            )
    return stderr.DONE if found else stderr.NOTHING_FOUND
