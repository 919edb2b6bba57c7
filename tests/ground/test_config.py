"""Settings and where files live."""

from __future__ import annotations

from pathlib import Path

import pytest

from termnews import config
from termnews.config import Config, ConfigError


def settings(text: str, tmp_path: Path) -> Config:
    path = tmp_path / "config.toml"
    path.write_text(text)
    return config.load(path)


def test_no_file_is_no_settings(tmp_path: Path) -> None:
    assert config.load(tmp_path / "none.toml") == Config()


def test_every_setting(tmp_path: Path) -> None:
    found = settings(
        'library = "/news"\ntheme = "nord"\nmeasure = 66\nrecency = false\n[keys]\nnext = "j, down"\n', tmp_path
    )
    assert found.library == Path("/news")
    assert (found.theme, found.measure, found.recency) == ("nord", 66, False)
    assert dict(found.keys) == {"next": ("j", "down")}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("library = ", "not TOML"),
        ("colour = 1", "unknown setting 'colour'"),
        ("library = 1", "library must be a folder"),
        ("theme = 1", "theme must be a name"),
        ("measure = 10", "measure must be"),
        ('measure = "wide"', "measure must be"),
        ("measure = true", "measure must be"),
        ("recency = 1", "recency must be"),
        ("keys = 1", "keys must be a table"),
        ("[keys]\nnext = 1", "keys.next must name keys"),
        ('[keys]\nnext = " "', "keys.next must name keys"),
    ],
)
def test_a_wrong_setting_is_told_in_one_line(text: str, reason: str, tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=reason) as error:
        settings(text, tmp_path)
    assert "config.toml" in str(error.value)
    assert "\n" not in str(error.value)


def test_bytes_that_are_no_text_are_told(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(ConfigError, match="not TOML"):
        config.load(tmp_path / "config.toml")


def test_the_environment_names_the_folders(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for variable in ("CACHE", "STATE", "CONFIG"):
        monkeypatch.setenv(f"TERMNEWS_{variable}", str(tmp_path / variable))
    assert config.cache_folder() == tmp_path / "CACHE"
    assert config.state_folder() == tmp_path / "STATE"
    assert config.config_file() == tmp_path / "CONFIG" / "config.toml"


def test_without_it_they_are_the_users(monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in ("CACHE", "STATE", "CONFIG"):
        monkeypatch.delenv(f"TERMNEWS_{variable}")
    folders = {config.cache_folder(), config.state_folder(), config.config_file().parent}
    assert all("termnews" in folder.parts for folder in folders)


def test_which_library_is_used(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    given, named, set_ = (tmp_path / name for name in ("given", "named", "set"))
    for folder in (given, named, set_):
        folder.mkdir()
    monkeypatch.chdir(tmp_path)
    assert config.library_folder(None, Config()) == config.state_folder() / "articles"
    (tmp_path / "articles").mkdir()
    assert config.library_folder(None, Config()) == Path("articles")
    assert config.library_folder(None, Config(library=set_)) == set_
    monkeypatch.setenv("TERMNEWS_LIBRARY", str(named))
    assert config.library_folder(None, Config(library=set_)) == named
    assert config.library_folder(given, Config(library=set_)) == given


def test_a_library_that_is_not_there_is_told_and_not_made(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="does not exist"):
        config.library_folder(tmp_path / "none", Config())
    assert not (tmp_path / "none").exists()
    (tmp_path / "file").touch()
    with pytest.raises(ConfigError, match="is not a folder"):
        config.library_folder(tmp_path / "file", Config())


def test_the_edition_is_found(edition: Path) -> None:
    if edition.is_dir():
        assert config.edition_folder() is not None


@pytest.mark.parametrize("text", ["measure = " + "9" * 5000, "keys = " + "[" * 100_000])
def test_a_settings_file_out_of_all_proportion_is_told(text: str, tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="not TOML") as error:
        settings(text, tmp_path)
    assert "\n" not in str(error.value)


def test_a_home_folder_that_nobody_has_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    nobody = "~nobody-has-this-name/news"
    with pytest.raises(ConfigError, match="--library: nobody's home"):
        config.library_folder(nobody, Config())
    with pytest.raises(ConfigError, match=r"config\.toml: library: nobody's home"):
        settings(f'library = "{nobody}"', tmp_path)
    monkeypatch.setenv("TERMNEWS_CACHE", nobody)
    with pytest.raises(ConfigError, match="TERMNEWS_CACHE: nobody's home"):
        config.cache_folder()


def test_without_any_home_no_folder_called_tilde_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in ("TERMNEWS_CACHE", "XDG_CACHE_HOME"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setattr("os.path.expanduser", lambda path: path)  # as for a user whom the system does not know
    with pytest.raises(ConfigError, match="set HOME, or TERMNEWS_CACHE"):
        config.cache_folder()


def test_an_empty_name_is_not_the_usual_library(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="empty name"):
        config.library_folder("", Config(library=tmp_path))
