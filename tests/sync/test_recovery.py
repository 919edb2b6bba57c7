"""Whatever happens to the stores, the next sync ends with the same result as an undisturbed one."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from termnews import Library
from termnews.catalog import CatalogWriter
from termnews.errors import TermnewsError
from termnews.sync.report import SyncReport
from tests import making

STORY_COUNT = 450


def contents(library: Library) -> dict[str, object]:
    """All that a front end can see, without the numbers that are the catalog's own."""
    return {
        "list": [(hit.row.id, hit.row.headline, str(hit.row.published)) for hit in library.list(limit=None).hits],
        "search": {
            query: sorted(hit.row.id for hit in library.search(query, limit=None).hits)
            for query in ("ferry", "number7", "headline:story section:sport", "late -number3", "tid*")
        },
        "quotes": [(q.article, q.text, q.quote.speaker) for q in library.quotes(limit=None).quotations],
        "said": sorted((q.article, q.text) for q in library.quotes("tide", limit=None).quotations),
    }


@pytest.fixture(scope="module")
def stories() -> dict[str, str]:
    return making.many(STORY_COUNT)


def test_killed_anywhere_the_next_sync_ends_the_same(tmp_path: Path, stories: dict[str, str]) -> None:
    root = making.write(tmp_path / "news", stories)
    undisturbed = Library(root, cache=tmp_path / "whole")
    undisturbed.sync(jobs=0)
    expected = contents(undisturbed)
    script = "import sys; from pathlib import Path; from termnews import Library\n" \
             "Library(sys.argv[1], cache=Path(sys.argv[2])).sync(jobs=0)"  # fmt: skip
    rng = random.Random(11)
    cache = tmp_path / "killed"
    for _ in range(8):
        process = subprocess.Popen([sys.executable, "-c", script, str(root), str(cache)])
        time.sleep(rng.uniform(0.2, 1.6))
        process.send_signal(signal.SIGKILL)
        process.wait()
    library = Library(root, cache=cache)
    library.sync(jobs=0)
    assert contents(library) == expected
    assert library.sync() == SyncReport()


def test_a_batch_that_only_the_catalog_has_is_handed_to_the_index(folder: Path) -> None:
    library = Library(folder)
    library.sync()
    expected = {hit.row.id for hit in library.search("harbour", limit=None).hits}
    with CatalogWriter(library.info().cache / "catalog.db") as catalog:
        catalog._db.execute("UPDATE article SET pending = 1")
    library.sync()
    assert {hit.row.id for hit in library.search("harbour", limit=None).hits} == expected
    assert library.search("harbour").total == len(expected)


def test_a_removal_that_only_the_catalog_has_reaches_the_index(folder: Path) -> None:
    library = Library(folder)
    library.sync()
    with CatalogWriter(library.info().cache / "catalog.db") as catalog:
        catalog.stage((), (), ["letters/gulls.txt"])
    (folder / "letters/gulls.txt").unlink()
    library.sync()
    assert library.search("gulls").total == 0


@pytest.mark.parametrize("store", ["catalog.db", "index"])
def test_a_store_that_is_gone_is_made_anew(folder: Path, store: str) -> None:
    library = Library(folder)
    library.sync()
    expected = contents(library)
    cache = library.info().cache
    library.close()
    for path in cache.glob(f"{store}*"):
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    library = Library(folder)
    library.sync()
    assert contents(library) == expected


@pytest.mark.parametrize("seed", range(6))
def test_a_damaged_store_is_made_anew(folder: Path, seed: int) -> None:
    library = Library(folder)
    library.sync()
    expected = contents(library)
    cache = library.info().cache
    library.close()
    rng = random.Random(seed)
    for path in sorted(cache.rglob("*")):
        if path.is_file() and path.name not in {"lock", "library.json"} and path.stat().st_size:
            data = bytearray(path.read_bytes())
            match seed % 3:
                case 0:
                    data = data[: len(data) // 2]
                case 1:
                    data[:] = rng.randbytes(len(data))
                case _:
                    for _ in range(20):
                        data[rng.randrange(len(data))] ^= 0xFF
            path.write_bytes(data)
    library = Library(folder)
    library.sync(rebuild=True)
    assert contents(library) == expected


def test_an_index_of_yesterday_is_noticed(folder: Path, tmp_path: Path) -> None:
    library = Library(folder)
    library.sync()
    cache = library.info().cache
    library.close()
    shutil.copytree(cache, tmp_path / "yesterday")
    (folder / "new.txt").write_text("New\n\nA walrus came ashore.\n", "utf-8")
    library.sync()
    library.close()
    for index in cache.glob("index-*"):
        shutil.rmtree(index)
        shutil.copytree(tmp_path / "yesterday" / index.name, index)
    library.sync()
    assert [hit.row.id for hit in library.search("walrus").hits] == ["new.txt"]


def test_a_second_writer_waits_for_the_first(folder: Path) -> None:
    library = Library(folder)
    library.sync()
    told: list[str] = []
    holder = subprocess.Popen(
        [
            sys.executable,
            "-c",
            "import fcntl, sys, time; f = open(sys.argv[1], 'a+b'); fcntl.flock(f, fcntl.LOCK_EX)\n"
            "print('held', flush=True); time.sleep(1)",
            str(library.info().cache / "lock"),
        ],
        stdout=subprocess.PIPE,
    )
    assert holder.stdout is not None
    assert holder.stdout.readline() == b"held\n"
    library.sync(lambda progress: told.append(progress.stage))
    assert told[0] == "wait"
    holder.wait()
    holder.stdout.close()


def test_readers_go_on_while_a_sync_writes(tmp_path: Path, stories: dict[str, str]) -> None:
    root = making.write(tmp_path / "news", stories)
    reader = Library(root)
    seen: list[int] = []

    def look(_: object) -> None:
        if reader.exists_in_cache:
            seen.append(reader.list(limit=1).total)

    Library(root).sync(look, jobs=0)
    assert seen[-1] == STORY_COUNT
    assert seen == sorted(seen)


def test_a_read_only_cache_goes_to_a_temporary_folder_and_says_so(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    blocked = tmp_path / "file-where-a-folder-should-be"
    blocked.write_text("in the way")
    library = Library(folder, cache=blocked / "cache")
    assert library.note is not None
    assert str(tmp_path / "termnews-") in library.note
    library.sync()
    assert library.list().total == len(making.STORIES)
    assert library.info().cache.parent.stat().st_mode & 0o077 == 0


def test_a_description_that_is_no_text_is_written_anew(folder: Path) -> None:
    with Library(folder) as library:
        library.sync()
        (library.info().cache / "library.json").write_bytes(b"\xff\xfe")
        assert library.sync() == SyncReport()
        assert b'"root"' in (library.info().cache / "library.json").read_bytes()


def test_a_sync_without_processes_to_be_had_says_so(
    tmp_path: Path, stories: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.executable", str(tmp_path / "no-python-here"))
    root = making.write(tmp_path / "news", stories)
    with Library(root) as library, pytest.raises(TermnewsError, match="no-python-here"):
        library.sync(jobs=2)


def test_a_file_that_shows_a_fault_of_ours_does_not_keep_the_others_out(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def extract(text: str, indirect: bool = False) -> list[object]:
        if "gulls" in text:
            raise IndexError("out of range")
        return []

    monkeypatch.setattr("termnews.quotes.extract", extract)
    with Library(folder) as library:
        assert library.sync(jobs=0).added == len(making.STORIES) - 1
        ((id_, reason),) = library.info().unreadable
    assert id_ == "letters/gulls.txt"
    assert "IndexError" in reason


def test_a_sync_that_is_broken_off_does_not_wait_for_a_file_that_hangs(
    tmp_path: Path, stories: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    sleeper = tmp_path / "sleeper"
    sleeper.write_text("#!/bin/sh\nexec sleep 100\n")
    sleeper.chmod(0o755)
    monkeypatch.setattr("sys.executable", str(sleeper))
    root = making.write(tmp_path / "news", stories)
    threading.Timer(0.5, os.kill, (os.getpid(), signal.SIGINT)).start()
    with Library(root) as library, pytest.raises(KeyboardInterrupt):
        library.sync(jobs=2)  # the test's own time limit tells whether it waited


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give files to somebody else")
def test_nobody_takes_the_cache_of_another_user(folder: Path) -> None:
    with Library(folder) as library:
        library.sync()
        os.chown(library.info().cache, 12345, -1)
        with pytest.raises(TermnewsError, match="another user"):
            library.sync()


@pytest.mark.parametrize("trap", ["link", "open to all", "file"])
def test_a_temporary_cache_that_may_be_somebody_else_s_is_not_used(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, trap: str
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    blocked = tmp_path / "file-where-a-folder-should-be"
    blocked.write_text("in the way")
    usual = tmp_path / f"termnews-{os.geteuid()}"
    match trap:
        case "link":
            (tmp_path / "of-mine").mkdir(mode=0o700)
            usual.symlink_to(tmp_path / "of-mine")
        case "open to all":
            usual.mkdir()
            usual.chmod(0o777)
        case _:
            usual.write_text("")
    with Library(folder, cache=blocked / "cache") as library:
        library.sync()
        assert usual not in library.info().cache.parents
        assert library.info().cache.resolve() == library.info().cache
        assert library.info().cache.parent.stat().st_mode & 0o077 == 0
