"""``termnews completion``: the script that makes a shell complete our command lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from termnews.cli import stderr

if TYPE_CHECKING:
    from termnews.cli.session import Session


@click.command("completion")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def command(ctx: click.Context, shell: str) -> int:
    """Print the script that makes a shell complete commands, options, the ids of articles and the names of speakers.

    \b
    Examples:
      termnews completion bash > ~/.local/share/bash-completion/completions/termnews
      termnews completion zsh > ~/.zfunc/_termnews     (a folder of your $fpath)
      termnews completion fish > ~/.config/fish/completions/termnews.fish
    """
    from termnews.cli import completing

    session: Session = ctx.obj
    session.stdout.write(completing.script(ctx.find_root().command, shell))
    return stderr.DONE
