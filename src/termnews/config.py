"""Settings (TOML) and where files live.

The folder of articles is the user's.  Catalog and index lie in the user cache directory, what the reader did in the
user data directory, settings in the user config directory; ``TERMNEWS_CACHE``, ``TERMNEWS_STATE`` and
``TERMNEWS_CONFIG`` name other directories, ``TERMNEWS_LIBRARY`` another library.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import field
from pathlib import Path
from types import MappingProxyType

from termnews.errors import TermnewsError
from termnews.frozen import dataclass

MEASURE_LEAST, MEASURE_MOST = 40, 120
_SETTINGS = ("library", "theme", "measure", "recency", "keys")


class ConfigError(TermnewsError):
    """A setting that can't be used, or a library that isn't there."""


@dataclass(frozen=True, slots=True)
class Config:
    """The settings file, checked.  ``keys`` maps a command of the browser to the keys that run it; ``measure`` is the
    width of the reading column in cells; ``recency`` says whether recent articles count as a little more relevant."""

    library: Path | None = None
    theme: str | None = None
    measure: int = 72
    recency: bool = True
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))


def cache_folder() -> Path:
    """Where catalogs and indexes lie, one folder a library.  Raises ConfigError where no home folder is known."""
    return _folder("TERMNEWS_CACHE", "cache")


def state_folder() -> Path:
    """Where what the reader did is kept.  Raises ConfigError where no home folder is known."""
    return _folder("TERMNEWS_STATE", "data")


def config_file() -> Path:
    """The settings file, whether it exists or not.  Raises ConfigError where no home folder is known."""
    return _folder("TERMNEWS_CONFIG", "config") / "config.toml"


def _folder(variable: str, kind: str) -> Path:
    if given := os.environ.get(variable):
        return _expanded(given, variable)
    import platformdirs

    try:
        match kind:
            case "cache":
                folder = platformdirs.user_cache_path("termnews", appauthor=False)
            case "config":
                folder = platformdirs.user_config_path("termnews", appauthor=False)
            case _:
                folder = platformdirs.user_data_path("termnews", appauthor=False)
    except RuntimeError:  # of new versions
        folder = Path("~")
    if folder.parts[0] == "~":  # which would be a folder of that name, wherever we are
        raise ConfigError(f"no home folder is known; set HOME, or {variable} to a folder")
    return folder


def _expanded(given: str | os.PathLike[str], named_by: str) -> Path:
    """``given`` with the home folder that a tilde stands for."""
    if not os.fspath(given):
        raise ConfigError(f"{named_by}: an empty name is no folder")
    try:
        return Path(given).expanduser()
    except RuntimeError:
        raise ConfigError(f"{named_by}: nobody's home folder is known for {given}; write it ./{given}") from None


def load(path: Path | None = None) -> Config:
    """Read the settings file; no file is no settings.

    Raises ConfigError, in one line with the file's name, for broken TOML and for values that can't be used.
    """
    path = path or config_file()
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        return Config()
    except OSError as error:
        raise ConfigError(f"{path}: {error.strerror}") from None
    import tomllib

    try:
        table = tomllib.loads(raw.decode("utf-8"))
    except (ValueError, RecursionError) as error:  # also of numbers too long and of tables too deep
        raise ConfigError(f"{path}: not TOML: {error}") from None
    return _checked(table, path)


def _checked(table: dict[str, object], path: Path) -> Config:
    unknown = sorted(table.keys() - set(_SETTINGS))
    if unknown:
        raise ConfigError(f"{path}: unknown setting {unknown[0]!r}; there are: {', '.join(_SETTINGS)}")
    library = table.get("library")
    if library is not None and not isinstance(library, str):
        raise ConfigError(f'{path}: library must be a folder, as library = "~/news"')
    theme = table.get("theme")
    if theme is not None and not isinstance(theme, str):
        raise ConfigError(f'{path}: theme must be a name, as theme = "nord"')
    measure = table.get("measure", 72)
    if not isinstance(measure, int) or not MEASURE_LEAST <= measure <= MEASURE_MOST:
        raise ConfigError(f"{path}: measure must be a whole number from {MEASURE_LEAST} to {MEASURE_MOST}")
    recency = table.get("recency", True)
    if not isinstance(recency, bool):
        raise ConfigError(f"{path}: recency must be true or false")
    return Config(
        library=_expanded(library, f"{path}: library") if library else None,
        theme=theme,
        measure=measure,
        recency=recency,
        keys=_keys(table.get("keys", {}), path),
    )


def _keys(table: object, path: Path) -> Mapping[str, tuple[str, ...]]:
    if not isinstance(table, dict):
        raise ConfigError(f'{path}: keys must be a table, as [keys] and then next-article = "j,down"')
    keys: dict[str, tuple[str, ...]] = {}
    for command, value in table.items():
        if not isinstance(value, str) or not value.strip():
            raise ConfigError(f'{path}: keys.{command} must name keys, as {command} = "j,down"')
        keys[command] = tuple(key.strip() for key in value.split(",") if key.strip())
    return MappingProxyType(keys)


def library_folder(given: str | os.PathLike[str] | None, settings: Config | None = None) -> Path:
    """The library to use: ``given``, else ``$TERMNEWS_LIBRARY``, else the setting, else ``./articles`` where it exists,
    else ``articles`` in the user data directory (which need not exist).

    Raises ConfigError where a folder that somebody named does not exist; makes nothing.
    """
    if given is not None:
        return _existing(_expanded(given, "--library"), "--library")
    if from_environment := os.environ.get("TERMNEWS_LIBRARY"):
        return _existing(_expanded(from_environment, "TERMNEWS_LIBRARY"), "TERMNEWS_LIBRARY")
    settings = load() if settings is None else settings
    if settings.library is not None:
        return _existing(settings.library, str(config_file()))
    if Path("articles").is_dir():
        return Path("articles")
    return state_folder() / "articles"


def _existing(folder: Path, named_by: str) -> Path:
    if not folder.is_dir():
        problem = "is not a folder" if folder.exists() else "does not exist"
        raise ConfigError(f"the library {folder} (from {named_by}) {problem}; name a folder of articles")
    return folder


def edition_folder() -> Path | None:
    """The edition that ships with the project, in the installed package or in the checkout; None where neither is."""
    here = Path(__file__).resolve().parent
    for folder in (here / "edition", here.parent.parent / "articles"):
        if folder.is_dir():
            return folder
    return None
