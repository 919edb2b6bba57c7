"""Real articles of others, where they lie beside the checkout: headlines, dates and sections are exact."""

from __future__ import annotations

import html
import re
import unicodedata
from collections import Counter
from datetime import datetime
from pathlib import Path

import pytest
import yaml

from termnews import formats
from termnews.article import Article
from termnews.errors import Unreadable
from termnews.formats import charset
from tests.formats.test_any_bytes import check


def one_line(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


def read(path: Path, root: Path) -> Article:
    return formats.read(path, id=path.relative_to(root).as_posix())


def test_the_bare_text(shared_data: Path) -> None:
    (path,) = (shared_data / "bare-text").glob("*.txt")
    article = formats.read(path)
    check(article)
    assert article.derived
    assert article.source == "Business Insider"
    assert [article.text[start:end].split()[0] for start, end in article.notices] == ["Disclosure:", "This"]
    assert article.notices[-1].end == len(article.text)


def test_a_folder_of_plain_texts(shared_data: Path) -> None:
    root = shared_data / "bbc"
    paths = sorted(root.glob("*/*.txt"))
    assert len(paths) == 2225
    for path in paths:
        data = path.read_bytes()
        text = data.decode("utf-8") if _is_utf8(data) else data.decode("latin-1")
        article = read(path, root)
        headline, body = text.split("\n", 1)
        assert (article.headline, article.derived) == (one_line(headline), False), path
        assert (article.section, article.published) == (path.parent.name, None), path
        assert one_line(article.text) == one_line(body), path


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def test_a_folder_of_markdown(shared_data: Path) -> None:
    root = shared_data / "digitalgov"
    paths = sorted(root.rglob("*.md"))
    assert len(paths) == 2083
    for path in paths:
        _, block, _ = re.split(r"^---+\s*$", path.read_text("utf-8").lstrip(), maxsplit=2, flags=re.MULTILINE)
        given = yaml.safe_load(block) or {}
        article = read(path, root)
        check(article)
        if given.get("title"):
            assert (article.headline, article.derived) == (one_line(html.unescape(given["title"])), False), path
        date = re.match(r"\d{4}-\d\d-\d\d", str(given.get("date", path.name)))
        assert date, path
        assert article.published, path
        assert article.published.at.date().isoformat() == date[0], path
        assert article.section == given.get("section"), path


def test_hostile_files(shared_data: Path) -> None:
    for path in sorted((shared_data / "hostile").rglob("*")):
        if path.is_file():
            for name in (path.name, "-", "a.md", "a.txt"):
                try:
                    check(formats.read_bytes(path.read_bytes(), name=name))
                except Unreadable as unreadable:
                    reason = str(unreadable)
                else:
                    reason = "read"
                assert reason, path


CODECS = {
    "CP932": "cp932",
    "CP949": "cp949",
    "IBM855": "cp855",
    "IBM866": "cp866",
    "MacCyrillic": "mac_cyrillic",
    "MacRoman": "mac_roman",
    "TIS-620": "cp874",
    "GB2312": "gb18030",
    "iso-2022-jp": "iso2022_jp_2",
}


def test_nearly_all_legacy_encodings_are_told(shared_data: Path) -> None:
    seen: Counter[bool] = Counter()
    for path in sorted((shared_data / "hostile" / "chardet-encodings").glob("*/*")):
        folder = path.parent.name
        codec = CODECS.get(folder) or re.sub(r"-[a-z]{4,}$", "", folder)
        if folder == "EUC-TW":  # Python has no codec for it
            continue
        data = path.read_bytes()
        try:
            seen[charset.decode(data) == data.decode(codec, "replace").lstrip("\ufeff")] += 1
        except Unreadable:
            seen[False] += 1
    assert seen[True] / seen.total() > 0.97


def test_the_shipped_edition(edition: Path) -> None:
    paths = [path for path in sorted(edition.rglob("*")) if path.is_file() and formats.known(path.name)]
    if not paths:
        pytest.skip("the edition is not there yet")
    for path in paths:
        article = read(path, edition)
        check(article)
        assert article.text, path


def test_japanese_pages_saved_with_their_addresses(shared_data: Path) -> None:
    paths = sorted((shared_data / "japanese").glob("*/*-*.txt"))
    assert len(paths) > 200
    for path in paths:
        url, date, headline, _ = path.read_text("utf-8").split("\n", 3)
        article = formats.read(path)
        assert article.url == url
        assert article.published is not None
        assert article.published.at == datetime.fromisoformat(date)
        assert one_line(article.headline) == one_line(headline) or article.derived, path
