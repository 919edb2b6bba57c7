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
@click.argument("words", nargs=-1, metavar="QUERY", type=options.QueryWord())
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
@click.option(
    "--facet",
    "by",
    multiple=True,
    type=click.Choice(["speaker", "source", "section", "author", "tag", "year", "month", "day"]),
    help="Count what the answers have in common, instead of listing them; can be given several times.",
)
@click.option("--timeline", is_flag=True, help="Count the answers of each day, month or year instead.")
@click.option("--save", metavar="NAME", help="Keep QUERY: @NAME means it in any query from now on.")
@click.option("--saved", is_flag=True, help="List what was kept: how much it finds, and how much of it is new.")
@click.option("--forget", metavar="NAME", type=options.SearchName(), help="Forget what was kept as NAME.")
@options.at_most
@options.forms("--json", "--paths", "-0", "--html", "--count")
@options.synced
@click.pass_context
def command(  # noqa: PLR0913, PLR0917 - as many as there are options
    ctx: click.Context,
    words: tuple[str, ...],
    sort: Sort,
    recency: bool,
    fold: bool,
    by: tuple[str, ...],
    timeline: bool,
    save: str | None,
    saved: bool,
    forget: str | None,
    most: int | Literal["all"] | None,
    sync: bool,
) -> int:
    """Find articles, the best first, each with the passage that answers.

    --facet and --timeline count the answers by what they have in common, and over time.  In a pipe a facet's value is
    a line: facet, value, number and the query that narrows to it, with a tab between them; the timeline is JSON Lines.

    --save NAME keeps a QUERY, and @NAME means it in any query; --saved lists what was kept, and how much of it is new:
    came since `termnews search @NAME` was last asked.

    In a pipe each hit is a line: id, date, source, headline and snippet, with a tab between them.

    \b
    Examples:
      termnews search 'wine AND tax'
      termnews search 'speaker:guthrie cloud -aws' --sort newest -n 5
      termnews search 'date:2016-11 headline:azure' --paths | xargs termnews cat
      termnews search -- '-aws cloud'
      termnews search harbour --facet speaker --facet year
      termnews search 'port OR ferry' --save harbour
      termnews search '@harbour date:2016..'
    """
    session: Session = ctx.obj
    query, form, out = " ".join(words), options.form_of(ctx), session.stdout
    kinds = {"--facet": by, "--timeline": timeline, "--save": save, "--saved": saved, "--forget": forget}
    kind = _kind(ctx, kinds, words, form)
    with session.library(sync=sync) as library:
        if kind in {"--save", "--saved", "--forget"}:
            from termnews.cli import searches

            if save is not None:
                return searches.save(library, save, query)
            if forget is not None:
                return searches.forget(library, forget)
            return searches.write(out, form, library.saved_searches())
        if kind is not None:
            from termnews.cli import narrowing

            if timeline:
                return narrowing.write_timeline(out, form, library.timeline(query, fold=fold))
            limit = options.limit(most, on_a_terminal=out.is_terminal)
            return narrowing.write_facets(out, form, library.facets(query, by, limit, fold=fold))
        if sort == "relevance" and recency:
            recency = session.settings.recency
        found = _write_hits(session, form, library, _Asked(query, sort, fold, recency), most)
        if query.startswith("@") and form != "count":
            from termnews.cli import searches

            searches.look_at(library, query)
        if not found and (meant := library.suggest(query)):
            stderr.say(f"nothing found; did you mean: {meant}")
    return stderr.DONE if found else stderr.NOTHING_FOUND


def _kind(ctx: click.Context, kinds: dict[str, object], words: tuple[str, ...], form: options.Form) -> str | None:
    """The option that says what is wanted instead of hits, if any.  Raises UsageError where what was given does not go
    together."""
    given = [name for name, value in kinds.items() if value not in {None, False, ()}]
    if len(given) > 1:
        raise click.UsageError(f"{given[0]} and {given[1]} do not go together; choose one", ctx)
    kind = given[0] if given else None
    needs_query = kind not in {"--saved", "--forget"}
    if words and not needs_query:
        raise click.UsageError(f"{kind} goes without a QUERY", ctx)
    if not words and needs_query:
        raise click.UsageError("Missing argument 'QUERY'", ctx)
    forms = {"text", "json", "count"} if kind == "--saved" else {"text", "json"}
    if kind is not None and form not in forms:
        raise click.UsageError(f"{kind} goes with --json or without a form of output", ctx)
    return kind


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
