"""What every room's tests share: a private home for all that the program keeps, and the material for bigger tests."""

from __future__ import annotations

from pathlib import Path

import hypothesis
import pytest

from tests import making

hypothesis.settings.register_profile("termnews", deadline=None)  # no test is about time: a machine may be busy
hypothesis.settings.load_profile("termnews")

CHECKOUT = Path(__file__).resolve().parents[1]
SHARED_DATA = CHECKOUT.parent / "shared" / "data"


@pytest.fixture(autouse=True)
def private_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Nothing that a test does reaches the caches, marks and settings of whoever runs it."""
    home = tmp_path_factory.mktemp("home")
    for variable, folder in (("CACHE", "cache"), ("STATE", "state"), ("CONFIG", "config")):
        monkeypatch.setenv(f"TERMNEWS_{variable}", str(home / folder))
    monkeypatch.delenv("TERMNEWS_LIBRARY", raising=False)
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("HOME", str(home))
    return home


@pytest.fixture
def shared_data() -> Path:
    """The folder of real articles that are not ours to ship; skips where the checkout stands alone."""
    if not SHARED_DATA.is_dir():
        pytest.skip("the shared test material is not beside this checkout")
    return SHARED_DATA


@pytest.fixture
def edition() -> Path:
    """The shipped articles."""
    return CHECKOUT / "articles"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small library of invented news, nothing synced."""
    return making.write(tmp_path / "news")
