"""What is shown where there is nothing to read yet."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from termnews import config
from termnews.terminal import clean_line
from termnews.tui.commands import BY_ID, keys_of, shown
from termnews.tui.page import Page


def welcome_page(root: Path, keys: Mapping[str, tuple[str, ...]]) -> Page:
    """Says what to do with the empty library at ``root``."""

    def key(name: str) -> str:
        return shown(keys_of(BY_ID[name], keys)[:1])

    paragraphs = []
    if config.edition_folder() is not None:
        paragraphs.append(f"Press {key('edition')} to read the edition that comes with termnews.")
    paragraphs += [
        "To read your own, put articles (plain text or Markdown, one file each, in folders as you like) into "
        f"{clean_line(str(root))} and press {key('sync')}; or begin with another folder: termnews -l FOLDER",
        f"{key('help')} shows every key, {key('quit')} quits.",
    ]
    return Page(number=None, headline="Nothing to read here yet", text="\n\n".join(paragraphs))
