"""Completion by the shell: the scripts, and the answers to what they ask.

A file may be called anything, and what is completed lands on a command line: bash inserts what it is given as it is, so
it is given names quoted; zsh and fish quote by themselves.  Names with control characters are left out.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

import click
from click.shell_completion import (
    BashComplete,
    CompletionItem,
    FishComplete,
    ShellComplete,
    ZshComplete,
    split_arg_string,
)

from termnews import terminal
from termnews.cli import stderr
from termnews.cli.session import Session
from termnews.cli.stdout import Stdout

if TYPE_CHECKING:
    from termnews import Library

MOST = 200
_VARIABLE = "_TERMNEWS_COMPLETE"
_SPECIAL = re.compile(r"""([\s\\'"`$&|;<>()\[\]{}*?!#~=%^])""")
_BREAKS = re.compile(r"[:=](?=[^:=]*$)")

_BASH = """\
%(complete_func)s() {
    local line
    COMPREPLY=()
    while IFS= read -r line; do
        case $line in
            dir,*) compopt -o dirnames ;;
            file,*) compopt -o default ;;
            plain,*) COMPREPLY+=("${line#plain,}") ;;
        esac
    done < <(COMP_LINE="${COMP_LINE:0:COMP_POINT}" %(complete_var)s=bash_complete "$1" 2>/dev/null)
}
complete -o nosort -F %(complete_func)s %(prog_name)s
"""

_FISH = """\
function %(complete_func)s
    for completion in (env %(complete_var)s=fish_complete COMP_WORDS=(commandline -cp | string collect) \
COMP_CWORD=(commandline -t | string collect) %(prog_name)s 2>/dev/null)
        set -l parts (string split -m 1 "," -- $completion)
        switch $parts[1]
            case dir
                __fish_complete_directories (commandline -t)
            case file
                __fish_complete_path (commandline -t)
            case plain
                printf '%%s\\n' $parts[2]
        end
    end
end

complete --no-files --command %(prog_name)s --arguments "(%(complete_func)s)"
"""


class _Bash(BashComplete):
    source_template = _BASH

    def get_completion_args(self) -> tuple[list[str], str]:
        """The words before the cursor, and the one at it, from the line itself: bash parts words at ``:`` and ``=``."""
        line = os.environ.get("COMP_LINE", "")
        words = split_arg_string(line)[1:]
        if not line or (line[-1].isspace() and not line.endswith("\\ ")):
            return words, ""
        return words[:-1], words[-1] if words else ""

    def complete(self) -> str:
        """As bash wants it: quoted, and without what stands before the last character that parts words for it."""
        args, incomplete = self.get_completion_args()
        before = _BREAKS.search(incomplete)
        done = incomplete[: before.end()] if before else ""
        quote = _open_quote(os.environ.get("COMP_LINE", ""))
        return "\n".join(
            f"{item.type},{_inserted(item.value.removeprefix(done), quote)}"
            for item in self.get_completions(args, incomplete)
        )


class _Fish(FishComplete):
    source_template = _FISH


_SHELLS: dict[str, type[ShellComplete]] = {"bash": _Bash, "zsh": ZshComplete, "fish": _Fish}


def script(program: click.Command, shell: str) -> str:
    """The script to be read by the shell."""
    made = _SHELLS[shell](program, {}, "termnews", _VARIABLE)
    text = made.source_template % made.source_vars()
    return text.rstrip("\n") + "\n"


def answer(program: click.Command, instruction: str) -> int:
    """Answer what a script asks (``bash_complete`` and the like); silently nothing where anything is wrong."""
    shell, _, what = instruction.partition("_")
    if shell not in _SHELLS or what not in {"complete", "source"}:
        return stderr.FAILED
    if what == "source":
        Stdout().write(script(program, shell))
        return stderr.DONE
    try:
        answered = _SHELLS[shell](program, {}, "termnews", _VARIABLE).complete()
    except Exception:  # noqa: BLE001 - whoever presses tab wants no explanation
        return stderr.NOTHING_FOUND
    if answered:
        Stdout().line(answered)
    return stderr.DONE


def articles(ctx: click.Context, incomplete: str) -> list[CompletionItem[str]]:
    """Ids that begin like this, or files where the word begins like one."""
    if incomplete.startswith(("/", "./", "../")):
        return [CompletionItem(incomplete, type="file")]
    return _items(_ids(ctx, incomplete))


def speakers(ctx: click.Context, incomplete: str) -> list[CompletionItem[str]]:
    """Names of which a word begins like this, the most quoted first."""
    wanted = incomplete.casefold()
    return _items(
        name
        for name in _names(ctx)
        if name.casefold().startswith(wanted) or any(word.startswith(wanted) for word in name.casefold().split())
    )


def searches(ctx: click.Context, incomplete: str) -> list[CompletionItem[str]]:
    """Names of kept searches that begin like this, with ``@`` where it does."""
    at = "@" if incomplete.startswith("@") else ""
    wanted = incomplete.removeprefix(at).casefold()
    return _items(at + name for name in _kept(ctx) if name.casefold().startswith(wanted))


def _ids(ctx: click.Context, prefix: str) -> tuple[str, ...]:
    try:
        with _library(ctx) as library:
            return library.ids(prefix, MOST)
    except Exception:  # noqa: BLE001 - whoever presses tab wants no explanation
        return ()


def _names(ctx: click.Context) -> tuple[str, ...]:
    try:
        with _library(ctx) as library:
            return tuple(speaker.name for speaker in library.speakers())
    except Exception:  # noqa: BLE001 - whoever presses tab wants no explanation
        return ()


def _kept(ctx: click.Context) -> tuple[str, ...]:
    try:
        with _library(ctx) as library:
            return tuple(library.saved_queries())
    except Exception:  # noqa: BLE001 - whoever presses tab wants no explanation
        return ()


def _library(ctx: click.Context) -> Library:
    from termnews import Library

    return Library(Session(ctx.find_root().params.get("library")).root)


def _items(names: Iterable[str]) -> list[CompletionItem[str]]:
    shown = [name for name in names if terminal.clean_line(name) == name and not name.startswith("-")]
    return [CompletionItem(name) for name in shown[:MOST]]


def _open_quote(line: str) -> str:
    """The quotation mark that the word at the end of a line began with and did not close, if any."""
    mark, escaped = "", False
    for char in line:
        if escaped:
            escaped = False
        elif char == "\\" and mark != "'":
            escaped = True
        elif mark:
            mark = "" if char == mark else mark
        elif char in "'\"":
            mark = char
    return mark


def _inserted(value: str, quote: str) -> str:
    """``value`` as it may stand on a command line of bash, inside the quotation mark that is open there."""
    if quote == "'":
        return value.replace("'", "'\\''")
    if quote == '"':
        return re.sub(r'([\\"$`!])', r"\\\1", value)
    return _SPECIAL.sub(r"\\\1", value)
