"""The program as click sees it: the options before the command, and the commands, imported when they are called."""

from __future__ import annotations

import os
from importlib import import_module

import click

from termnews import __version__
from termnews.cli import stderr
from termnews.cli.session import Session
from termnews.errors import TermnewsError

COMMANDS = (
    "browse",
    "search",
    "related",
    "list",
    "cat",
    "quotes",
    "speakers",
    "mark",
    "index",
    "info",
    "completion",
)
COMPLETION_VARIABLE = "_TERMNEWS_COMPLETE"


class Commands(click.Group):
    """A group whose commands are the modules of this package that bear their names."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Every command, in the order in which people need them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, imported now."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = vars(import_module(f"termnews.cli.{cmd_name}"))["command"]
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does, but telling a word that is no command what to do with it."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-") and not ctx.resilient_parsing:
            import difflib

            near = difflib.get_close_matches(args[0], COMMANDS, n=1)
            meant = f"did you mean: termnews {near[0]}" if near else "to look for it: termnews search"
            ctx.fail(f"no such command: {args[0]} ({meant})")
        return super().resolve_command(ctx, args)


@click.group(
    cls=Commands,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.option(
    "-l",
    "--library",
    metavar="DIR",
    type=click.Path(file_okay=False),
    help="The folder of articles.  Without it: $TERMNEWS_LIBRARY, the setting, ./articles, or the user's own folder.",
)
@click.option(
    "--color",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    show_default=True,
    help="Colours and bold type; auto is on a terminal, unless NO_COLOR is set.",
)
@click.version_option(__version__, prog_name="termnews", message="%(prog)s %(version)s")
@click.pass_context
def program(ctx: click.Context, library: str | None, color: str) -> int | None:
    """Read the news in the terminal, and find out who said what.

    With no command, opens the browser.  Data goes to stdout, everything else to stderr.  Exit code 0: found or done; 1:
    nothing found; 2: wrong use or failure.

    \b
    Examples:
      termnews                                          browse
      termnews search 'wine AND tax'                    what was written on it
      termnews quotes --speaker guthrie cloud           who said what
      termnews list --unread --paths | head | xargs termnews cat
    """
    ctx.obj = Session(library, color)
    if ctx.invoked_subcommand is None:
        from termnews.cli import browse

        code: int = ctx.invoke(browse.command)
        return code
    return None


def run(args: list[str]) -> int:
    """Run a command line and return its exit code; wrong use is told in one line."""
    if instruction := os.environ.get(COMPLETION_VARIABLE):
        from termnews.cli import completing

        return completing.answer(program, instruction)
    try:
        with program.make_context("termnews", args) as context:
            return program.invoke(context) or stderr.DONE
    except click.exceptions.Exit as leaving:
        return leaving.exit_code
    except click.Abort:
        return stderr.INTERRUPTED
    except click.ClickException as error:
        raise TermnewsError(_in_one_line(error)) from None


def _in_one_line(error: click.ClickException) -> str:
    message = " ".join(error.format_message().split()).rstrip(".")
    message = message[:1].lower() + message[1:]
    context = error.ctx if isinstance(error, click.UsageError) else None
    if context is None:
        return message
    hint = ""
    if isinstance(error, click.NoSuchOption):
        if error.option_name in {"-l", "--library", "--color"}:
            hint = f"; {error.option_name} goes before the command, as in: termnews {error.option_name} ... list"
        elif any(parameter.name == "words" for parameter in context.command.params):
            hint = "; a query that begins with - goes after --"
    return f"{message}{hint}; see: {context.command_path} --help"
