from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from termnews.search import Document, Index, parse
from termnews.search import index as index_module
from termnews.search.writer import MERGED_AT_ONCE, BatchWriter, segments_to_merge

from .making import document, found, index_of


def contents(index: Index) -> tuple[int, int, dict[str, list[int]]]:
    return index.count, index.quotation_count, {word: found(index, word) for word in ("wine", "bread", "tea")}


def test_a_new_index_is_empty_and_keeps_its_epoch(tmp_path: Path) -> None:
    Index.create(tmp_path / "index", "the epoch").close()
    index = Index.open(tmp_path / "index")
    assert (index.epoch, index.generation, index.count, index.whole) == ("the epoch", 0, 0, True)


def test_an_index_is_not_made_where_something_is(tmp_path: Path) -> None:
    index_of(tmp_path).close()
    with pytest.raises(FileExistsError):
        Index.create(tmp_path / "index", "e")


def test_a_document_written_again_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    index = index_of(tmp_path, document(1, "wine “so”", {"so": "Ann Lee"}), document(2, "wine"))
    assert index.write([document(1, "bread")]) == index.generation == 2
    assert contents(index) == (2, 0, {"wine": [2], "bread": [1], "tea": []})
    index.write([], deleted=[2, 77])
    assert contents(index) == (1, 0, {"wine": [], "bread": [1], "tea": []})


def test_the_same_batch_twice_is_the_batch_once(tmp_path: Path) -> None:
    index = index_of(tmp_path, document(1, "wine"), document(2, "wine"))
    batch = [document(2, "tea “so”", {"so": "Ann Lee"}), document(3, "bread")]
    index.write(batch, deleted=[1])
    once = contents(index)
    index.write(batch, deleted=[1])
    assert contents(index) == once == (2, 1, {"wine": [], "bread": [3], "tea": [2]})


def test_a_batch_that_fails_changes_nothing(tmp_path: Path) -> None:
    index = index_of(tmp_path, document(1, "wine"))

    def broken() -> Iterator[Document]:
        yield document(1, "bread")
        yield document(2, "tea")
        raise RuntimeError("the source broke")

    with pytest.raises(RuntimeError):
        index.write(broken())
    with pytest.raises(ValueError, match="twice"):
        index.write([document(5, "tea"), document(5, "tea")])
    assert contents(Index.open(tmp_path / "index", thorough=True)) == (1, 0, {"wine": [1], "bread": [], "tea": []})
    index.write([document(2, "tea")])
    assert contents(index)[0] == 2


def test_others_see_a_commit_when_they_refresh(tmp_path: Path) -> None:
    writer = index_of(tmp_path, document(1, "wine"))
    reader = Index.open(tmp_path / "index")
    assert not reader.refresh()
    writer.write([document(1, "bread"), document(2, "wine")])
    assert found(reader, "wine") == [1]
    assert reader.refresh()
    assert (reader.generation, reader.count, found(reader, "wine")) == (2, 2, [2])
    assert not reader.refresh()


def test_a_reader_keeps_its_view_through_merges(tmp_path: Path) -> None:
    writer = index_of(tmp_path, *(document(number, "wine") for number in range(5)))
    reader = Index.open(tmp_path / "index")
    for number in range(3 * MERGED_AT_ONCE):
        writer.write([document(number % 7, "bread")])
    assert sorted(found(reader, "wine")) == [0, 1, 2, 3, 4]
    assert reader.refresh()
    assert found(reader, "wine") == []
    assert sorted(found(reader, "bread")) == list(range(7))


def test_many_small_commits_leave_few_segments_and_no_strays(tmp_path: Path) -> None:
    index = index_of(tmp_path)
    for number in range(40):
        index.write([document(number, "wine “so”", {"so": None})])
    assert all(len(store.readers) < 2 * MERGED_AT_ONCE for store in index.stores().values())
    assert index.count == index.quotation_count == 40
    for name, store in index.stores().items():
        kept = {reader.segment().segment_id() for reader in store.readers}
        for file in os.listdir(tmp_path / "index" / name):
            assert file.startswith("_") or file.partition(".")[0] in kept, file


class Size:
    def __init__(self, live: int, dead: int = 0) -> None:
        self.live, self.dead = live, dead

    def doc_count(self) -> int:
        return self.live

    def doc_count_all(self) -> int:
        return self.live + self.dead


def merged_sizes(*sizes: int, largest: int = 10_000) -> list[int]:
    return sorted(segment.live for segment in segments_to_merge([Size(size) for size in sizes], largest))


def test_only_segments_of_about_one_size_are_merged() -> None:
    assert merged_sizes(*[40] * 7, 9000) == []
    assert merged_sizes(*[40] * 8, 9000) == [40] * 8
    assert merged_sizes(*[1000] * 8, 9000) == [1000] * 8
    assert merged_sizes(*[9000] * 20) == []
    assert merged_sizes(*[2000] * 20) == []
    assert merged_sizes(*[40] * 8, *[1000] * 6) == [40] * 8
    assert merged_sizes(*[40] * 8, *[1000] * 7) == [40] * 8 + [1000] * 7


def test_a_segment_more_than_half_deleted_is_rewritten_whatever_its_size() -> None:
    half, full = Size(4000, 4001), Size(50_000)
    assert segments_to_merge([full, half], 10_000) == [half]


def test_a_kill_between_the_two_commits_is_told_and_mended_by_the_same_batch(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    index = index_of(tmp_path, document(1, "wine “so”", {"so": "Ann Lee"}))
    batch = [document(1, "bread “so”", {"so": "Ann Lee"}), document(2, "wine “so”", {"so": "Bob Ray"})]
    commit = BatchWriter.commit

    def killed_before_quotations(self: BatchWriter, generation: int) -> None:
        if self.name == index_module.QUOTATIONS:
            raise KeyboardInterrupt
        commit(self, generation)

    with monkeypatch.context() as patch:
        patch.setattr(BatchWriter, "commit", killed_before_quotations)
        with pytest.raises(KeyboardInterrupt):
            index.write(batch)
    torn = Index.open(tmp_path / "index")
    assert (torn.generation, torn.whole) == (1, False)
    assert torn.write(batch) == torn.generation == 3
    assert (torn.whole, torn.count, torn.quotation_count) == (True, 2, 2)
    assert contents(torn)[2]["wine"] == [2]


@pytest.mark.skipif(os.name == "nt", reason="there a descriptor does not tell its file")
def test_everything_is_on_disk_before_a_table_of_contents_is_in_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    index = index_of(tmp_path, document(1, "wine “so”", {"so": "Ann Lee"}))
    synced: set[str] = set()
    sync, rename = os.fsync, os.rename
    checked: list[str] = []

    def noted_sync(descriptor: int) -> None:
        sync(descriptor)
        status = os.fstat(descriptor)
        synced.add(f"{status.st_dev}/{status.st_ino}")

    def is_synced(path: Path) -> bool:
        return f"{path.stat().st_dev}/{path.stat().st_ino}" in synced

    def checked_rename(old: str, new: str) -> None:
        if new.endswith(".toc"):
            folder = Path(new).parent
            fresh = {path for path in folder.iterdir() if path.is_file() and path not in before}
            assert any(path.suffix == ".post" for path in fresh)
            assert not [path for path in (folder, *fresh) if not is_synced(path)]
            checked.append(new)
        rename(old, new)
        synced.clear()

    before = set((tmp_path / "index").rglob("*"))
    monkeypatch.setattr(os, "fsync", noted_sync)
    monkeypatch.setattr(os, "rename", checked_rename)
    index.write([document(2, "bread “so”", {"so": None})])
    assert contents(index)[:2] == (2, 2)
    assert len(checked) == 2


KILLED = """
import sys
from pathlib import Path
from termnews.search import Index
sys.path.insert(0, sys.argv[2])
from tests.search.making import document
index = Index.open(Path(sys.argv[1]))
print("ready", flush=True)
for round in range(10_000):
    index.write([document(number, f"wine round{round} “so”", {"so": None}) for number in range(round % 5, 30)])
"""


@pytest.mark.parametrize("after", [0.02, 0.05, 0.11, 0.19, 0.31])
def test_a_killed_writer_leaves_a_sound_index(tmp_path: Path, after: float) -> None:
    index_of(tmp_path, *(document(number, "wine “so”", {"so": None}) for number in range(30))).close()
    checkout = str(Path(__file__).parents[2])
    command = [sys.executable, "-c", KILLED, str(tmp_path / "index"), checkout]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(after)
        process.send_signal(signal.SIGKILL)
    index = Index.open(tmp_path / "index", thorough=True)
    assert index.count == 30
    generation = index.generation
    assert index.write([document(number, "bread “so”", {"so": None}) for number in range(30)]) > generation
    assert (index.count, index.quotation_count, len(found(index, "bread")), index.whole) == (30, 30, 30, True)


texts = st.lists(st.sampled_from(["wine", "bread", "tea"]), max_size=4).map(" ".join)
batches = st.lists(
    st.tuples(st.dictionaries(st.integers(1, 12), texts, max_size=6), st.sets(st.integers(1, 12), max_size=4)),
    max_size=8,
)


@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(batches=batches)
def test_batches_agree_with_a_dictionary(
    tmp_path_factory: pytest.TempPathFactory, batches: list[tuple[dict[int, str], set[int]]]
) -> None:
    index = index_of(tmp_path_factory.mktemp("model"))
    model: dict[int, str] = {}
    for added, deleted in batches:
        before = index.generation
        index.write([document(number, text) for number, text in added.items()], deleted=deleted)
        for number in deleted:
            model.pop(number, None)
        model.update(added)
        assert index.generation > before
        assert index.count == len(model)
        for word in ("wine", "bread", "tea"):
            assert set(found(index, word)) == {number for number, text in model.items() if word in text}
    reopened = Index.open(index.folder, thorough=True)
    assert contents(reopened) == contents(index)
    index.close()
    reopened.close()


def test_a_batch_too_big_for_memory_goes_through_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(index_module._MEGABYTES, index_module.ARTICLES, 0)
    index = index_of(tmp_path, *(document(number, f"wine and word{number}, wine again") for number in range(50)))
    assert index.search(parse("wine")).total == 50
    assert found(index, "word7") == [7]
    assert index.search(parse('"wine again"')).total == 50
