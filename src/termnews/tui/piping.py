"""Piping an article to a command that the reader typed."""

from __future__ import annotations

import shlex

from termnews.article import Article
from termnews.tui.child import ChildError, output_of
from termnews.tui.page import for_pipe
from termnews.tui.screens.pager import PagerScreen, output_lines


async def pipe(command: str, article: Article) -> PagerScreen:
    """Run ``command`` (split like a shell would, but run without one) on the article; a screen with what it printed.

    Raises ChildError where the command can't be read or started.
    """
    try:
        words = shlex.split(command)
    except ValueError as error:
        raise ChildError(f"{command}: {error}".lower()) from None
    if not words:
        raise ChildError("no command was given")
    output, ended = await output_of(words, for_pipe(article))
    title = f"{command} · {ended}" if ended else command
    return PagerScreen(title, lambda width: output_lines(output, width))
