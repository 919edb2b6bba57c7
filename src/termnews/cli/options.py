"""Options and arguments that several commands share."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Literal, TypeVar

import click
from click.shell_completion import CompletionItem

F = TypeVar("F", bound=Callable[..., Any])
Form = Literal["text", "json", "paths", "nul", "count", "csv", "html"]

ON_A_TERMINAL = 20
_CHOSEN = "termnews.cli.form"
_FORMS: dict[str, tuple[Form, str]] = {
    "--json": ("json", "JSON Lines: one record a line."),
    "--paths": ("paths", "The id of each article, one a line."),
    "-0": ("nul", "The same, exact and with NUL after each, for xargs -0."),
    "--html": ("html", "A page of HTML, the matches in <mark>."),
    "--count": ("count", "Only how many there are."),
    "--csv": ("csv", "Comma-separated values, with the keys of the records in the first line."),
}


def forms(*names: str) -> Callable[[F], F]:
    """Options for the form of the output, of which one can be chosen; ``form_of`` tells which."""

    def decorate(command: F) -> F:
        for name in reversed(names):
            form, text = _FORMS[name]
            parameter = f"as_{form}"
            option = click.option(
                name, parameter, is_flag=True, expose_value=False, callback=_choose(name, form), help=text
            )
            command = option(command)
        return command

    return decorate


def _choose(name: str, form: Form) -> Callable[[click.Context, click.Parameter, bool], None]:
    def choose(ctx: click.Context, _: click.Parameter, given: bool) -> None:
        if not given:
            return
        other, _form = ctx.meta.setdefault(_CHOSEN, (name, form))
        if other != name:
            raise click.UsageError(f"{other} and {name} are two forms of output; choose one", ctx)

    return choose


def form_of(ctx: click.Context) -> Form:
    """The form of output that was chosen."""
    _, form = ctx.meta.get(_CHOSEN, ("", "text"))
    chosen: Form = form
    return chosen


class Most(click.ParamType):  # type: ignore[type-arg] # generic since click 8.2 only
    """How many results: a number from 1, or ``all``."""

    name = "number"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int | Literal["all"]:
        """``all``, or the number."""
        if value == "all" or (isinstance(value, int) and value > 0):
            return value  # type: ignore[no-any-return]
        if isinstance(value, str) and re.fullmatch("[0-9]{1,18}", value) and int(value) > 0:
            return int(value)
        raise click.BadParameter(f"{value!r} is neither a number from 1 nor 'all'", ctx, param)


def at_most(command: F) -> F:
    """``-n``."""
    return click.option(
        "-n",
        "most",
        type=Most(),
        metavar="N",
        help=f"At most N results, or all.  Without it: {ON_A_TERMINAL} on a terminal, all in a pipe.",
    )(command)


def limit(most: int | Literal["all"] | None, *, on_a_terminal: bool) -> int | None:
    """How many results to give; None is all."""
    if most is None:
        return ON_A_TERMINAL if on_a_terminal else None
    return None if most == "all" else most


def synced(command: F) -> F:
    """``--sync``."""
    return click.option("--sync", is_flag=True, help="Look for new and changed files first.")(command)


def unfolded(command: F) -> F:
    """``--no-fold``, of articles."""
    return _unfolded("All articles; without it one stands for all that have nearly the same text.")(command)


def unfolded_quotations(command: F) -> F:
    """``--no-fold``, of quotations."""
    return _unfolded("All quotations; without it one stands for the same one in articles of nearly the same text.")(
        command
    )


def _unfolded(text: str) -> Callable[[F], F]:
    return click.option("--no-fold", "fold", flag_value=False, default=True, type=bool, help=text)


class PartialDate(click.ParamType):  # type: ignore[type-arg] # generic since click 8.2 only
    """A date in any precision: ``2016``, ``2016-11``, ``2016-11-15`` or a moment of that day."""

    name = "date"
    _written = r"\d{4}(?:-\d\d(?:-\d\d(?:[T ]\d\d:\d\d\S*)?)?)?"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The date as a ``Published``."""
        from termnews.article import Published

        if not isinstance(value, str):
            return value
        try:
            if re.fullmatch(self._written, value.strip()):
                return Published.from_iso(value.strip())
        except (ValueError, OverflowError):
            pass
        raise click.BadParameter(f"{value!r} is not a date; write it as 2016, 2016-11 or 2016-11-15", ctx, param)


class Word(click.ParamType):  # type: ignore[type-arg] # generic since click 8.2 only
    """A tag, section or source: text, which bytes that are not UTF-8 are not."""

    name = "text"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The text as it is."""
        try:
            str(value).encode()
        except UnicodeEncodeError:
            raise click.BadParameter("what is given is not UTF-8", ctx, param) from None
        return value


class ArticleWord(click.ParamType):  # type: ignore[type-arg] # generic since click 8.2 only
    """An ARTICLE; it completes to ids, and to files where the word begins like one."""

    name = "article"

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem[str]]:
        """Ids of the library that begin like this; nothing at all where anything is wrong."""
        from termnews.cli import completing

        return completing.articles(ctx, incomplete)


class SpeakerName(click.ParamType):  # type: ignore[type-arg] # generic since click 8.2 only
    """A name of somebody who is quoted, or a part of it; it completes to the names of the library."""

    name = "speaker"

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem[str]]:
        """Names that have the word in them; nothing at all where anything is wrong."""
        from termnews.cli import completing

        return completing.speakers(ctx, incomplete)


class QueryWord(click.ParamType):  # type: ignore[type-arg] # generic since click 8.2 only
    """A word of a query; what begins with ``@`` completes to the searches that were kept."""

    name = "query"

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem[str]]:
        """Names of kept searches that begin like this; nothing at all where anything is wrong."""
        from termnews.cli import completing

        return completing.searches(ctx, incomplete) if incomplete.startswith("@") else []


class SearchName(click.ParamType):  # type: ignore[type-arg] # generic since click 8.2 only
    """The name of a search that was kept, to which it completes."""

    name = "search"

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem[str]]:
        """Names that begin like this; nothing at all where anything is wrong."""
        from termnews.cli import completing

        return completing.searches(ctx, incomplete)


def joined(words: tuple[str, ...]) -> str | None:
    """The query that the words make; None where there are none."""
    return " ".join(words) if words else None
