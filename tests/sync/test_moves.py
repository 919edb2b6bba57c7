"""Marks follow files and libraries that moved."""

from __future__ import annotations

import shutil
from pathlib import Path

from termnews import Library
from tests import making

BRIDGE = "2024/03/bridge.txt"


def marked(root: Path) -> Library:
    library = Library(root)
    library.sync()
    library.mark([BRIDGE], read=True, starred=True, tag=["keep"])
    return library


def test_marks_move_along_with_a_file(folder: Path) -> None:
    library = marked(folder)
    (folder / "archive").mkdir()
    (folder / BRIDGE).rename(folder / "archive/bridge.txt")
    report = library.sync()
    assert report.moved == 1
    row = library.row("archive/bridge.txt")
    assert (row.read, row.starred) == (True, True)
    assert "keep" in row.tags


def test_a_file_that_changed_and_moved_later_keeps_its_marks(folder: Path) -> None:
    library = marked(folder)
    (folder / BRIDGE).write_text("Bridge opens\n\nAll is well again.\n", "utf-8")
    library.sync()
    (folder / BRIDGE).rename(folder / "opened.txt")
    library.sync()
    assert library.row("opened.txt").starred


def test_two_files_with_the_same_content_are_not_guessed_between(folder: Path) -> None:
    library = marked(folder)
    text = (folder / BRIDGE).read_text("utf-8")
    (folder / BRIDGE).unlink()
    making.write(folder, {"one.txt": text, "two.txt": text})
    assert library.sync().moved == 0
    assert not library.row("one.txt").starred
    making.write(folder, {BRIDGE: text})
    library.sync()
    assert library.row(BRIDGE).starred


def test_a_library_that_moves_keeps_its_marks_and_its_cache(folder: Path, tmp_path: Path) -> None:
    marked(folder).close()
    folder.rename(tmp_path / "elsewhere")
    library = Library(tmp_path / "elsewhere")
    report = library.sync()
    assert report.added == 0
    assert library.row(BRIDGE).starred


def test_a_library_that_moves_to_another_disk_keeps_its_marks(folder: Path, tmp_path: Path) -> None:
    marked(folder).close()
    shutil.copytree(folder, tmp_path / "copy")
    shutil.rmtree(folder)
    library = Library(tmp_path / "copy")
    library.sync()
    assert library.row(BRIDGE).starred


def test_a_copy_of_a_library_has_marks_of_its_own(folder: Path, tmp_path: Path) -> None:
    marked(folder).close()
    shutil.copytree(folder, tmp_path / "copy")
    copy = Library(tmp_path / "copy")
    copy.sync()
    assert not copy.row(BRIDGE).starred


def test_marks_survive_the_loss_of_the_cache(folder: Path) -> None:
    library = marked(folder)
    cache = library.info().cache
    library.close()
    shutil.rmtree(cache)
    library = Library(folder)
    library.sync()
    assert library.row(BRIDGE).starred


def test_a_new_folder_is_not_the_deleted_one_whose_inode_it_got(folder: Path, tmp_path: Path) -> None:
    marked(folder).close()
    moved = tmp_path / "elsewhere"
    folder.rename(moved)  # the same inode, as many file systems give it to the next folder that is made
    for path in sorted(moved.rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    making.write(moved, {BRIDGE: "Bridge opens\n\nAnother story under the same name.\n"}, old=False)
    with Library(moved) as library:
        library.sync()
        assert not library.row(BRIDGE).starred
