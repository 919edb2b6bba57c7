"""What the options before the command chose, and the library opened because of them."""

from __future__ import annotations

import gc
from functools import cached_property
from typing import TYPE_CHECKING

from termnews.cli import stderr
from termnews.cli.stdout import Stdout

if TYPE_CHECKING:
    from pathlib import Path

    from termnews import Library
    from termnews.config import Config


class Session:
    """One run of the program."""

    def __init__(self, library: str | None = None, color: str = "auto") -> None:
        self._given = library
        self.stdout = Stdout(color)

    @cached_property
    def settings(self) -> Config:
        """The settings file.  Raises ConfigError."""
        from termnews import config

        return config.load()

    @cached_property
    def root(self) -> Path:
        """The folder of the library, which need not exist where nobody named it.  Raises ConfigError."""
        from termnews import config

        # settings are read only where nothing else decides
        return config.library_folder(self._given)

    def opened(self) -> Library:
        """The library as it is.  Raises TermnewsError where there is none."""
        from termnews import Library
        from termnews.config import ConfigError

        if not self.root.is_dir():
            raise ConfigError(
                f"there is no library yet ({self.root} does not exist); name a folder of articles: termnews -l DIR ..."
            )
        library = Library(self.root)
        if library.note:
            stderr.say(library.note)
        return library

    def library(self, *, sync: bool = False) -> Library:
        """The library, synced first where told so or where it never was.  Raises TermnewsError."""
        library = self.opened()
        if sync or not library.exists_in_cache:
            from termnews.cli import progress

            gc.enable()
            with progress.shown(first=not sync) as tell:
                report = library.sync(tell)
            for note in report.notes:
                stderr.say(note)
        return library
