"""Whatever file arrives: an article with canonical text, or a reason."""

from __future__ import annotations

import re
import unicodedata

from hypothesis import example, given
from hypothesis import strategies as st

from termnews import formats
from termnews.article import Article
from termnews.errors import Unreadable
from termnews.formats import canonical

_NOT_CANONICAL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u00a0\u3000\ud800-\udfff]|  |\n\n\n| \n|\n |^\\s|\\s$")

PIECES = st.sampled_from(
    [
        "---\n",
        "title: A wall\n",
        "Title: A wall\n",
        "Date: 2016-11-03\n",
        "By Ada Byrne\n",
        "3 November 2016\n",
        "\n\n",
        "\n",
        "LONDON (Reuters) — ",
        "# Heading\n",
        "- item\n",
        "> ",
        "| a | b |\n|---|---|\n",
        "**",
        "_",
        "[a](b)",
        "![",
        "`",
        "<b>",
        "<!--",
        "</p>",
        "<table><tr><td>",
        "<script>",
        "{{< x >}}",
        "[^1]",
        "&#27;",
        "&nbsp;",
        "\x1b[31m",
        "\u202e",
        "\u0301",
        "“It rose,” she said.",
        "Disclosure: x",
        "This post originally appreared on X.",
        "Correction\n",
        "tags: [a, *b]\n",
        "\r",
        "\u3000",
        "\u2028",
        "\x85",
        "e\u0301",
        "\t",
        "日本語。",
        "word ",
        "x" * 200,
    ]
)
TEXTS = st.lists(PIECES | st.text(st.characters(codec="utf-8"), max_size=12), max_size=25).map("".join)
NAMES = st.sampled_from(["a.txt", "a.md", "-"])


def check(article: Article) -> None:
    assert not _NOT_CANONICAL.search(article.text)
    assert unicodedata.is_normalized("NFC", article.text)
    assert article.headline
    for line in (article.headline, article.byline, article.source, article.section, article.dateline, *article.tags):
        assert line is None or (line == canonical.line(line) and line)
    end = 0
    for span in article.notices:
        assert end <= span.start < span.end <= len(article.text)
        end = span.end


@given(st.binary(max_size=300), NAMES)
@example(b".", "a.txt")
@example(b"Ends so .", "a.txt")
def test_any_bytes(data: bytes, name: str) -> None:
    try:
        check(formats.read_bytes(data, name=name, id=f"2016/x/{name}"))
    except Unreadable as unreadable:
        reason = str(unreadable)
    else:
        reason = "read"
    assert reason
    assert "\n" not in reason


@given(TEXTS, NAMES)
def test_any_text(text: str, name: str) -> None:
    try:
        check(formats.read_bytes(text.encode(), name=name))
    except Unreadable as unreadable:
        reason = str(unreadable)
    else:
        reason = "read"
    assert reason


@given(TEXTS)
def test_canonical_text_of_canonical_text_is_itself(text: str) -> None:
    def once(text: str) -> str:
        return canonical.text(canonical.paragraphs(canonical.blocks(canonical.purified(text))))

    assert once(once(text)) == once(text)


@given(TEXTS)
def test_a_line_is_one_line(text: str) -> None:
    line = canonical.line(text)
    assert canonical.line(line) == line
    assert not _NOT_CANONICAL.search(line)
    assert "\n" not in line
