"""Articles on stdout, one after the other: what ``cat`` does, without click.

``termnews cat ARTICLE...`` with no option at all is run from here: importing click would cost more than the rest.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from termnews.cli import reading, stderr
from termnews.errors import TermnewsError

if TYPE_CHECKING:
    from termnews.cli.session import Session


def needs_no_options(args: Sequence[str]) -> bool:
    """Whether a command line is ``cat`` and nothing but articles."""
    return len(args) > 1 and args[0] == "cat" and not any(word.startswith("-") and word != "-" for word in args)


def write(
    words: Sequence[str],
    session: Session,
    *,
    form: str = "text",
    body: bool = False,
    width: int | None = None,
    quotes: bool = False,
) -> int:
    """Write the articles that the words name; each one that fails is a line on stderr.  Returns the exit code."""
    if width is None and session.stdout.is_terminal:
        width = session.stdout.measure
    failed = shown = 0
    for word in words:
        try:
            if form == "json":
                _write_record(word, session)
            else:
                _write_text(word, session, form, part=bool(shown), body=body, width=width, quotes=quotes)
            shown += 1
        except TermnewsError as error:
            stderr.say(str(error))
            failed += 1
    return stderr.FAILED if failed else stderr.DONE


def _write_text(
    word: str, session: Session, form: str, *, part: bool, body: bool, width: int | None, quotes: bool
) -> None:
    from termnews.cli import layout

    article = reading.article(word, session)
    said = reading.quotes(article.text) if quotes else None
    if part:
        session.stdout.line()
    write = layout.as_markdown if form == "markdown" else layout.as_text
    write(article, session.stdout, width=width, body_alone=body, quotes=said)


def _write_record(word: str, session: Session) -> None:
    from pathlib import Path

    from termnews.cli import records

    if reading.is_file(word) or reading.is_stdin(word):
        article = reading.article(word, session)
        added = None if reading.is_stdin(word) else int(Path(word).stat().st_mtime)
        record = records.alone(word, article, added=added, quotes=len(reading.quotes(article.text)))
    else:
        with session.library() as library:
            try:
                id_ = reading.named(word)
                record = records.whole(library.row(id_), library.article(id_))
            except KeyError as error:
                raise reading.unknown(word, error) from None
    session.stdout.line(records.line(record))
