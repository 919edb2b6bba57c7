"""``termnews search``: the articles that answer a query, and searches that are kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

import click

from termnews.cli import options, stderr

if TYPE_CHECKING:
    from termnews import Library
    from termnews.article import Results, Sort
    from termnews.cli.session import Session


class _Searching(click.Command):
    """A command whose help ends with the query language."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The reference, a line or two for each thing that can be written."""
        from termnews import reference

        with formatter.section("Queries"):
            formatter.write_dl([(entry.syntax, entry.meaning) for entry in reference.ENTRIES], col_max=24)
            formatter.write_paragraph()
            formatter.write_text(reference.NOTE)


@click.command("search", cls=_Searching)
@click.argument("words", nargs=-1, metavar="QUERY")
@click.option(
    "--sort",
    type=click.Choice(["relevance", "newest", "oldest"]),
    default="relevance",
    show_default=True,
    help="What comes first.",
)
@click.option(
    "--no-recency", "recency", flag_value=False, default=True, type=bool, help="Let no date count in what is best."
)
@options.unfolded
@click.option("--save", metavar="NAME", help="Keep QUERY: @NAME means it in any query from now on.")
@click.option("--saved", is_flag=True, help="List what was kept: how much it finds, and how much of it is new.")
@click.option("--forget", metavar="NAME", help="Forget what was kept as NAME.")
@options.at_most
@options.forms("--json", "--paths", "-0", "--count")
@options.synced
@click.pass_context
def command(
    ctx: click.Context,
    words: tuple[str, ...],
    sort: Sort,
    recency: bool,
    fold: bool,
    save: str | None,
    saved: bool,
    forget: str | None,
    most: int | Literal["all"] | None,
    sync: bool,
) -> int:
    """Find articles, the best first, each with the passage that answers.

    --save NAME keeps a QUERY, and @NAME means it in any query; --saved lists what was kept, and how much of it is new:
    came since `termnews search @NAME` was last asked.

    In a pipe each hit is a line: id, date, source, headline and snippet, with a tab between them.

    \b
    Examples:
      termnews search 'wine AND tax'
      termnews search 'speaker:guthrie cloud -aws' --sort newest -n 5
      termnews search 'date:2016-11 headline:azure' --paths | xargs termnews cat
      termnews search -- '-aws cloud'
      termnews search 'port OR ferry' --save harbour
      termnews search '@harbour date:2016..'
    """
    session: Session = ctx.obj
    query, form = " ".join(words), options.form_of(ctx)
    _check(ctx, words, {"--save": save is not None, "--saved": saved, "--forget": forget is not None})
    with session.library(sync=sync) as library:
        if save is not None or saved or forget is not None:
            from termnews.cli import searches

            if save is not None:
                return searches.save(library, save, query)
            if forget is not None:
                return searches.forget(library, forget)
            return searches.write(session.stdout, form, library.saved_searches())
        asked = _Asked(query, sort, fold, recency)
        found = _write_hits(session, form, library, asked, most)
        if query.startswith("@") and form != "count":
            from termnews.cli import searches

            searches.look_at(library, query)
    return stderr.DONE if found else stderr.NOTHING_FOUND


def _check(ctx: click.Context, words: tuple[str, ...], kinds: dict[str, bool]) -> None:
    """Raise UsageError where what was given does not go together."""
    given = [name for name, there in kinds.items() if there]
    if len(given) > 1:
        raise click.UsageError(f"{given[0]} and {given[1]} do not go together; choose one", ctx)
    without_query = [name for name in given if name in {"--saved", "--forget"}]
    if words and without_query:
        raise click.UsageError(f"{without_query[0]} goes without a QUERY", ctx)
    if not words and not without_query:
        raise click.UsageError("Missing argument 'QUERY'", ctx)


class _Asked(NamedTuple):
    """What is asked of the library."""

    query: str
    sort: Sort
    fold: bool
    recency: bool


def _write_hits(
    session: Session, form: options.Form, library: Library, asked: _Asked, most: int | Literal["all"] | None
) -> int:
    """Write the hits in a form of output; returns how many."""
    from termnews.cli import articles, pages

    out = session.stdout
    limit = options.limit(most, on_a_terminal=out.is_terminal and form != "count")
    query, sort, fold, recency = asked
    if form in {"count", "paths", "nul"}:  # without snippets, for which every text would have to be read
        listing = library.listing(query, sort=sort, fold=fold, recency=recency)
        pages.tell(listing)
        if form != "count":
            return articles.write_ids(out, form, articles.ids_of(library, listing, limit))
        found = listing.total if limit is None else min(limit, listing.total)
        out.line(str(found))
        return found

    def fetch(limit: int, offset: int) -> Results:
        return library.search(query, limit, offset, sort, fold=fold, recency=recency)

    return articles.write(out, form, fetch, limit, searched=True)
