"""``termnews cat``: articles to be read, or to be worked on by other programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from termnews.cli import options, printing

if TYPE_CHECKING:
    from termnews.cli.session import Session


@click.command("cat")
@click.argument("articles", nargs=-1, required=True, metavar="ARTICLE...", type=options.ArticleWord())
@click.option("--body", is_flag=True, help="The text alone, without headline, byline and date.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "markdown", "json"]),
    default="text",
    show_default=True,
    help="json is one record a line.",
)
@click.option(
    "--width",
    type=click.IntRange(min=1),
    metavar="N",
    help="Wrap into lines of N cells.  Without it: at most 80 on a terminal, not at all in a pipe.",
)
@click.option("--quotes", is_flag=True, help="Number the speaker of each quotation, and name them below.")
@options.synced
@click.pass_obj
def command(
    session: Session, articles: tuple[str, ...], body: bool, form: str, width: int | None, quotes: bool, sync: bool
) -> int:
    """Print articles: headline, byline and date where the file gives them, a blank line, the text.

    ARTICLE is the id of an article of the library (as `termnews list --paths` gives it); a word that begins with /, ./
    or ../ is a file, in no library or in any; - is standard input.  Several articles are parted by a blank line.  One
    that can't be read is a line on stderr; the others are printed all the same, and the exit code is 2.

    --quotes puts [1], [2] ... behind each quotation, [?] where nobody is named, and below the text who they are.

    \b
    Examples:
      termnews cat 2016/11/azure.txt
      termnews cat --quotes ./draft.md
      termnews search 'wine AND tax' -0 | xargs -0r termnews cat --body -- | wc -w
      curl -s https://example.org/story.txt | termnews cat --format json - | jq .words
    """
    if form == "json" and (quotes or body or width is not None):
        given = "--quotes" if quotes else "--body" if body else "--width"
        hint = "; for quotations: termnews quotes --article ARTICLE --json" if quotes else ""
        raise click.UsageError(f"{given} goes with --format text or markdown{hint}", click.get_current_context())
    if sync:
        session.library(sync=True).close()
    return printing.write(articles, session, form=form, body=body, width=width, quotes=quotes)
