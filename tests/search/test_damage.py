from __future__ import annotations

import os
import pickle
import random
import shutil
from pathlib import Path

import pytest

from termnews.search import SCHEMA_VERSION, DamagedIndex, Index, parse

from .making import document, index_of

WORDS = "wine bread tea cloud budget minister".split()


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sound")
    rng = random.Random(1)
    index = index_of(folder)
    for start in (0, 40, 80):
        index.write(
            [
                document(number, " ".join(rng.choices(WORDS, k=60)) + f" word{number} “so”", {"so": "Ann Lee"})
                for number in range(start, start + 50)
            ]
        )
    index.close()
    return folder / "index"


@pytest.fixture
def copy(sound: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(sound, tmp_path / "copy"))


def files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def test_what_is_no_index_is_damaged(tmp_path: Path) -> None:
    with pytest.raises(DamagedIndex):
        Index.open(tmp_path / "absent")
    with pytest.raises(DamagedIndex):
        Index.open(tmp_path)
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(DamagedIndex):
        Index.open(tmp_path / "file")


def test_an_index_of_another_schema_or_release_is_not_opened(copy: Path) -> None:
    stamp = (copy / "stamp.json").read_text()
    for old, new in (
        (f'"schema": {SCHEMA_VERSION}', '"schema": 0'),
        ('"whoosh": "', '"whoosh": "9'),
        ('"epoch": "', '"epochs": "'),
    ):
        assert old in stamp
        (copy / "stamp.json").write_text(stamp.replace(old, new))
        with pytest.raises(DamagedIndex):
            Index.open(copy)
    (copy / "stamp.json").write_text(stamp)
    Index.open(copy).close()


def test_a_file_that_is_gone_or_cut_short_is_seen_on_opening(sound: Path, tmp_path: Path) -> None:
    for at, file in enumerate(files(sound)):
        copy = Path(shutil.copytree(sound, tmp_path / str(at)))
        target = copy / file.relative_to(sound)
        target.write_bytes(file.read_bytes()[: file.stat().st_size // 2])
        if file.stat().st_size:
            with pytest.raises(DamagedIndex):
                Index.open(copy)
        target.unlink()
        with pytest.raises(DamagedIndex):
            Index.open(copy)
        shutil.rmtree(copy)


def test_a_foreign_pickle_is_not_loaded(copy: Path) -> None:
    class Payload:
        def __reduce__(self) -> tuple[object, tuple[str]]:
            return os.mkdir, (str(copy / "pwned"),)

    toc = next((copy / "articles").glob("*.toc"))
    toc.write_bytes(toc.read_bytes()[:-40] + pickle.dumps(Payload()))
    with pytest.raises(DamagedIndex):
        Index.open(copy)
    assert not (copy / "pwned").exists()


def test_a_flipped_bit_is_always_seen_by_a_thorough_look(sound: Path, tmp_path: Path) -> None:
    rng = random.Random(2)
    copy = Path(shutil.copytree(sound, tmp_path / "copy"))
    for file in files(copy):
        data = file.read_bytes()
        if not data or file.name == "stamp.json":
            continue
        for _ in range(3):
            at = rng.randrange(len(data))
            file.write_bytes(data[:at] + bytes([data[at] ^ 1 << rng.randrange(8)]) + data[at + 1 :])
            with pytest.raises(DamagedIndex):
                Index.open(copy, thorough=True)
        file.write_bytes(data)
    Index.open(copy, thorough=True).close()


def test_damage_that_shows_only_in_a_search_is_damage_all_the_same(sound: Path, tmp_path: Path) -> None:
    rng = random.Random(3)
    copy = Path(shutil.copytree(sound, tmp_path / "copy"))
    seen = 0
    for file in files(copy):
        data = file.read_bytes()
        if not file.name.endswith((".post", ".col")):
            continue
        for _ in range(3):
            at = rng.randrange(len(data)) if data else 0
            file.write_bytes(data[:at] + rng.randbytes(min(40, len(data) - at)) + data[at + 40 :])
            try:
                index = Index.open(copy)
                for query in (
                    "wine",
                    "wine bread",
                    '"wine bread"',
                    "w*",
                    "bre*",
                    "date:2016",
                    "said:so speaker:lee",
                    "-tea",
                ):
                    index.search(parse(query), time_limit=0.2)
                    index.quotations(parse(query), time_limit=0.2)
                index.close()
            except DamagedIndex:
                seen += 1
        file.write_bytes(data)
    assert seen


def test_a_write_into_a_damaged_index_does_not_hide_the_damage(copy: Path) -> None:
    index = Index.open(copy)
    next((copy / "articles").glob("*.post")).unlink()
    with pytest.raises(DamagedIndex):
        Index.open(copy).write([])
    index.close()
