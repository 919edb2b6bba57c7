"""A sync brings catalog and index to what the folder holds, and does nothing where nothing changed."""

from __future__ import annotations

import os
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from termnews import Library
from termnews.errors import TermnewsError
from termnews.sync import reading
from termnews.sync.report import SyncProgress, SyncReport
from tests import making


@pytest.fixture
def library(folder: Path) -> Library:
    return Library(folder)


def ids(library: Library, query: str | None = None) -> list[str]:
    results = library.list(limit=None) if query is None else library.search(query, limit=None)
    return [hit.row.id for hit in results.hits]


def cache_files() -> dict[str, int]:
    cache = Path(os.environ["TERMNEWS_CACHE"])
    return {str(path): path.stat().st_mtime_ns for path in cache.rglob("*") if path.is_file()}


def test_the_first_sync_reads_everything(library: Library) -> None:
    report = library.sync()
    assert report == SyncReport(added=len(making.STORIES))
    assert set(ids(library)) == making.STORIES.keys()
    assert ids(library, "whisker") == ["2025/01/regatta.md"]


def test_the_second_does_nothing(library: Library) -> None:
    library.sync()
    library.close()
    before = cache_files()
    assert library.sync() == SyncReport()
    library.close()
    after = cache_files()
    assert {name: after[name] for name in before if "index" in name} == {
        name: before[name] for name in before if "index" in name
    }


def test_a_changed_file_is_read_again_and_found_by_its_new_words_only(library: Library, folder: Path) -> None:
    library.sync()
    (folder / "sport/friendly.txt").write_text("Rovers draw friendly\n\nA dog scored.\n", "utf-8")
    assert library.sync() == SyncReport(changed=1)
    assert ids(library, "dog") == ["sport/friendly.txt"]
    assert ids(library, "rained") == []


def test_a_file_that_leaves_leaves_list_search_and_quotes(library: Library, folder: Path) -> None:
    library.sync()
    (folder / "2024/03/bridge.txt").unlink()
    assert library.sync() == SyncReport(removed=1)
    assert "2024/03/bridge.txt" not in ids(library)
    assert ids(library, "repairs") == []
    assert library.quotes("river").total == 0


def test_a_touched_file_is_not_read_again(library: Library, folder: Path) -> None:
    library.sync()
    os.utime(folder / "letters/gulls.txt", (1_600_000_000, 1_600_000_000))
    assert library.sync() == SyncReport()
    assert library.row("letters/gulls.txt").added == 1_600_000_000


def test_a_change_within_the_clock_s_grain_is_seen(library: Library, folder: Path) -> None:
    path = folder / "letters/gulls.txt"
    path.write_text("Gulls on the roof\n\nOne gull was heard.\n", "utf-8")
    library.sync()
    status = path.stat()
    path.write_text("Gulls on the roof\n\nTwo gull was heard.\n", "utf-8")
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert library.sync() == SyncReport(changed=1)
    assert "Two" in library.article("letters/gulls.txt").text


def test_what_is_no_article_is_listed_with_its_reason(library: Library, folder: Path) -> None:
    (folder / "photo.jpg").write_bytes(b"\xff\xd8\xff\xe0" + bytes(range(256)) * 8)
    (folder / "noise.txt").write_bytes(bytes(range(256)) * 40)
    (folder / "empty.txt").write_bytes(b"")
    (folder / "huge.txt").write_bytes(b"word " * 4_100_000)
    report = library.sync()
    assert report.unreadable == 4
    assert {id_ for id_, _ in library.info().unreadable} == {"photo.jpg", "noise.txt", "empty.txt", "huge.txt"}
    assert library.sync() == SyncReport(unreadable=4)


def test_hidden_files_outward_links_and_pipes_are_passed_over(library: Library, folder: Path, tmp_path: Path) -> None:
    outside = making.write(tmp_path / "outside", {"secret.txt": "Secret\n\nNot for the list.\n"})
    (folder / ".draft.txt").write_text("Draft\n\nNot yet.\n", "utf-8")
    (folder / ".git").mkdir()
    (folder / ".git" / "note.txt").write_text("Note\n\nInternal.\n", "utf-8")
    (folder / "link.txt").symlink_to(outside / "secret.txt")
    (folder / "folder-link").symlink_to(outside)
    (folder / "broken.txt").symlink_to(folder / "nowhere.txt")
    (folder / "loop").symlink_to(folder / "sport")
    (folder / "inside.txt").symlink_to(folder / "letters/gulls.txt")
    os.mkfifo(folder / "pipe.txt")
    library.sync()
    assert set(ids(library)) == making.STORIES.keys() | {"inside.txt", "loop/friendly.txt"}


def test_names_that_are_not_utf_8_are_read_under_a_reversible_id(library: Library, folder: Path) -> None:
    name = os.fsdecode(b"caf\xe9.txt")
    try:
        (folder / name).write_text("Late coffee\n\nThe espresso was late.\n", "utf-8")
    except OSError:
        pytest.skip("this file system takes no name that is not UTF-8")
    library.sync()
    assert ids(library, "espresso") == ["caf%E9.txt"]
    assert library.path("caf%E9.txt") == folder / name


def test_two_names_that_differ_only_by_normalisation_stay_two(library: Library, folder: Path) -> None:
    for name in ("caf\u00e9.txt", "cafe\u0301.txt"):
        (folder / name).write_text(f"Coffee\n\nTold under {len(name)} letters.\n", "utf-8")
    library.sync()
    assert len(ids(library)) == len(making.STORIES) + 2


def test_a_folder_that_cannot_be_read_keeps_what_was_known(library: Library, folder: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("root reads every folder")
    library.sync()
    (folder / "letters").chmod(0)
    try:
        report = library.sync()
        assert "letters/gulls.txt" in ids(library)
        assert report.removed == 0
        assert "letters/" in report.notes[0]
    finally:
        (folder / "letters").chmod(0o755)


def test_progress_is_told_in_order(library: Library) -> None:
    told: list[SyncProgress] = []
    library.sync(told.append)
    assert [progress.stage for progress in told][:2] == ["walk", "read"]
    assert told[-1].stage == "done"
    assert told[-1].done == told[-1].total == len(making.STORIES)
    assert told[-1].generation > 0


def test_worker_processes_give_the_same_as_none(tmp_path: Path) -> None:
    stories = making.many(150)
    one = Library(making.write(tmp_path / "one", stories))
    two = Library(making.write(tmp_path / "two", stories))
    assert one.sync(jobs=0) == two.sync(jobs=2) == SyncReport(added=150)
    assert ids(one) == ids(two)
    assert [q.text for q in one.quotes(limit=None).quotations] == [q.text for q in two.quotes(limit=None).quotations]


def test_a_library_that_is_not_there_is_one_line_and_makes_nothing(tmp_path: Path) -> None:
    with pytest.raises(TermnewsError, match="--library") as caught:
        Library(tmp_path / "nowhere").sync()
    assert "\n" not in str(caught.value)
    assert list(tmp_path.iterdir()) == []
    assert not cache_files()


def test_a_rebuild_reads_everything_anew(library: Library) -> None:
    library.sync()
    before = ids(library, "harbour")
    assert library.sync(rebuild=True) == SyncReport(changed=len(making.STORIES))
    assert ids(library, "harbour") == before
    assert library.sync() == SyncReport()
    assert len([path for path in library.info().cache.iterdir() if path.name.startswith("index-")]) == 1


@pytest.mark.parametrize("moment", [10_000_000_000, 15_000_000_000, -10_000_000_000])
def test_a_file_from_any_century_is_read_once(library: Library, folder: Path, moment: int) -> None:
    path = folder / "letters/gulls.txt"
    os.utime(path, (moment, moment))
    if path.stat().st_mtime != moment:
        pytest.skip("this file system knows no such time")
    assert library.sync().added == len(making.STORIES)
    before = library.row("letters/gulls.txt").added
    assert 1678 < datetime.fromtimestamp(before, UTC).year < 2263
    library.sync()
    assert library.row("letters/gulls.txt").added == before


def test_a_file_that_turns_into_something_else_while_it_is_read_is_gone(folder: Path) -> None:
    os.mkfifo(folder / "pipe.txt")
    (folder / "folder.txt").mkdir()
    for id_ in ("pipe.txt", "folder.txt", "folder.txt/inside.txt", "letters/gulls.txt/inside.txt"):
        assert reading.read(folder, reading.Job(id_, None)).gone


def test_stores_may_lie_under_any_name(folder: Path, tmp_path: Path) -> None:
    odd = tmp_path / os.fsdecode(b"caf\xe9 ?mode=rwc#%41")
    try:
        odd.mkdir()
    except OSError:
        pytest.skip("this file system takes no name that is not UTF-8")
    with Library(folder, cache=odd / "cache", state=odd / "state") as library:
        library.sync()
        library.mark(["letters/gulls.txt"], read=True)
        assert library.row("letters/gulls.txt").read
        assert library.search("gulls").total == 1
    assert sorted(path.name for path in odd.iterdir()) == ["cache", "state"]


def test_a_state_that_cannot_be_looked_at_is_told_and_costs_no_article(folder: Path, tmp_path: Path) -> None:
    loop = tmp_path / "loop"
    loop.symlink_to(loop)
    with Library(folder, state=loop) as library:
        report = library.sync()
        assert report.added == len(making.STORIES)
        assert any("what you marked" in note for note in report.notes)


@pytest.mark.skipif(os.geteuid() == 0, reason="root looks into every folder")
def test_a_folder_that_can_only_be_listed_keeps_what_was_known(library: Library, folder: Path) -> None:
    library.sync()
    (folder / "letters").chmod(0o400)
    try:
        report = library.sync()
        assert "letters/gulls.txt" in ids(library)
        assert report.notes
    finally:
        (folder / "letters").chmod(0o700)


def test_a_path_too_long_for_the_system_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    for depth in range(25):
        Path("d" * 200).mkdir()
        os.chdir("d" * 200)
        Path("news.txt").write_text(f"Deep news\n\nFrom level {depth}.\n")
    monkeypatch.chdir(folder)
    with Library(folder) as library:
        report = library.sync()
        assert 15 < report.added - len(making.STORIES) < 25
    (note,) = report.notes
    assert "name too long" in note
    shutil.rmtree(folder / ("d" * 200))


def test_a_language_that_a_file_does_not_say_is_told(folder: Path, library: Library) -> None:
    german = "Der Stadtrat hat am Freitag beschlossen, die Brücken am Hafen zu bauen. Die Opposition nannte sie teuer."
    (folder / "stadt.txt").write_text(f"Title: Neue Pläne\n\n{german}\n", "utf-8")
    (folder / "said.txt").write_text(f"Title: Plans\nLanguage: sv\n\n{german}\n", "utf-8")
    library.sync()
    assert ids(library, "lang:de") == ["stadt.txt"]
    assert ids(library, "lang:sv") == ["said.txt"]
    assert set(ids(library, "brücke")) == {"stadt.txt", "said.txt"}
    assert library.article("stadt.txt").language == "de"
