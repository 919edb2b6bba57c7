"""``termnews quotes``: who said what."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from typing import TYPE_CHECKING, Literal

import click

from termnews.cli import options, reading, stderr

if TYPE_CHECKING:
    from termnews import Library
    from termnews.article import QuoteResults, Sort
    from termnews.cli.session import Session

Fetch = Callable[[int | None, int], "QuoteResults"]


@click.command("quotes")
@click.argument("words", nargs=-1, metavar="[QUERY]", type=options.QueryWord())
@click.option(
    "--speaker", metavar="NAME", type=options.SpeakerName(), help="Only this person; a part of the name will do."
)
@click.option(
    "--article", metavar="ARTICLE", type=options.ArticleWord(), help="Only this article; a file and - (stdin) will do."
)
@click.option("--indirect", is_flag=True, help="Also what was said in other words than these, without quotation marks.")
@click.option(
    "--sort",
    type=click.Choice(["relevance", "newest", "oldest"]),
    help="What comes first.  Without it: relevance where there is a QUERY, else newest.",
)
@options.unfolded_quotations
@options.at_most
@options.forms("--json", "--paths", "-0", "--csv", "--count")
@options.synced
@click.pass_context
def command(
    ctx: click.Context,
    words: tuple[str, ...],
    speaker: str | None,
    article: str | None,
    indirect: bool,
    sort: Sort | None,
    fold: bool,
    most: int | Literal["all"] | None,
    sync: bool,
) -> int:
    """Find quotations: those that answer QUERY, the best first, or all, of the newest articles first (--sort).

    In QUERY a bare word is something that was said; speaker:, role: and the fields of `termnews search` work too.
    --paths and -0 give each article once.

    In a pipe each quotation is a line: article, date, speaker and what was said, with a tab between them and an
    ellipsis between parts.  In --csv a cell that a spreadsheet would take for a formula (it begins with
    = + - or @) gets an apostrophe before it; --json gives everything as it is.

    \b
    Examples:
      termnews quotes cloud
      termnews quotes --speaker guthrie 'azure OR cloud'
      termnews quotes 'said:cloud speaker:guthrie date:2015..' --sort newest
      termnews quotes 'role:minister digital'
      termnews quotes --article 2016/11/azure.txt --json | jq -r .speaker | sort | uniq -c
      termnews quotes --speaker "Scott Guthrie" --csv > guthrie.csv
      termnews quotes --article ./draft.md
    """
    from termnews.cli import articles, quotations

    session: Session = ctx.obj
    form, out, query = options.form_of(ctx), session.stdout, options.joined(words)
    limit = options.limit(most, on_a_terminal=out.is_terminal and form != "count")
    with ExitStack() as closing:
        if article is not None and (reading.is_file(article) or reading.is_stdin(article)):
            if sort is not None:
                raise click.UsageError("--sort orders articles; leave it out where --article is a file", ctx)
            fetch = _from_file(article, session, query, speaker, indirect=indirect)
        else:
            library = closing.enter_context(session.library(sync=sync))
            fetch = _from_library(library, query, speaker, article, indirect=indirect, sort=sort, fold=fold)
        if form == "count":
            counted = fetch(0, 0)
            found = counted.total if limit is None else min(limit, counted.total)
            out.line(str(found))
        elif form in {"paths", "nul"}:
            found = articles.write_ids(out, form, (said.article for said in quotations.every(fetch, limit)))
        elif form == "csv":
            found = quotations.write_csv(out, quotations.every(fetch, limit))
        else:
            found = quotations.write(out, form, fetch, limit)
    return stderr.DONE if found else stderr.NOTHING_FOUND


def _from_library(
    library: Library,
    query: str | None,
    speaker: str | None,
    article: str | None,
    *,
    indirect: bool,
    sort: Sort | None,
    fold: bool,
) -> Fetch:
    article = None if article is None else reading.named(article)

    def fetch(limit: int | None, offset: int) -> QuoteResults:
        try:
            return library.quotes(
                query,
                speaker=speaker,
                article=article,
                indirect=indirect,
                sort=sort,
                limit=limit,
                offset=offset,
                fold=fold,
            )
        except KeyError as error:
            raise reading.unknown(article or "", error) from None

    return fetch


def _from_file(word: str, session: Session, query: str | None, speaker: str | None, *, indirect: bool) -> Fetch:
    from termnews.article import QuoteResults
    from termnews.cli import records

    if query is not None:
        raise click.UsageError("a QUERY looks through the library; leave it out where --article is a file")
    article = reading.article(word, session)
    wanted = _words(speaker)
    said = tuple(
        records.quotation_in(word, article, quote)
        for quote in reading.quotes(article.text, indirect=indirect)
        if wanted <= _words(quote.speaker)
    )
    return lambda limit, offset: QuoteResults(
        len(said), said[offset:] if limit is None else said[offset : offset + limit]
    )


def _words(name: str | None) -> set[str]:
    """The words of a name as the library compares them: without case, accents and points."""
    from termnews.folding import fold

    return {word.strip(".,'’\"()") for word in fold(name or "").split()}
