"""Markdown (CommonMark with tables), read by markdown-it for its words: what remains is text as one reads it.

Around it stand what site generators add: YAML front matter, shortcodes of Hugo, tags of Liquid, attributes of kramdown
and footnotes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from termnews.article import Article
from termnews.formats import canonical, compose, plain_text
from termnews.formats.canonical import Block
from termnews.formats.page import Page

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

MOST_CHARACTERS = 300_000
"""Length of a body above which it is read as plain text: no article is so long, and marks are costly to match."""

# None of these looks beyond the next opening mark of its kind, so that each takes linear time
_SHORTCODE = re.compile(r"\{\{[<%]((?:(?!\{\{|[>%]\}\}).)*)[>%]\}\}", re.DOTALL)
_SHORTCODE_ADDRESS = re.compile(r"\]\(\s*\{\{[<%](?:(?!\{\{|[>%]\}\}).)*[>%]\}\}[^()\n]{0,500}\)", re.DOTALL)
_LIQUID = re.compile(r"\{\{(?:(?!\{\{|\}\}).)*\}\}|\{%(?:(?!\{%|%\}).)*%\}", re.DOTALL)
_ATTRIBUTES = re.compile(r"\{[:#.][^{}\n]{0,300}\}")
_STRAY = re.compile(r"\*{2,}")  # marks of emphasis that found no partner
_BROKEN_LINK = re.compile(
    r"\[([^\[\]\n]{1,300})\]\((?:(?:https?:|mailto:|/)[^()\n]{0,500})?\)"
)  # as with a blank in its address
_FOOTNOTE = re.compile(r"^ {0,3}\[\^[^\]\s\[]{1,60}\]:[ \t]*", re.MULTILINE)
_FOOTNOTE_MARK = re.compile(r"\[\^[^\]\s\[]{1,60}\]")
_ATTRIBUTE = re.compile(r"""([\w-]+)\s*=\s*"((?:[^"\\]|\\.)*)\"""", re.DOTALL)
_READ_ATTRIBUTES = ("intro", "text", "label")


def article(text: str, own_id: str, library_id: str | None) -> Article:
    """The article in a Markdown text; ids as for ``compose.article``.  Raises Unreadable where there is no text."""
    fields, body = plain_text.parts(canonical.purified(text))
    blocks = _blocks(body)
    if not blocks and fields.body:
        blocks = _blocks(canonical.purified(fields.body))
    if not blocks and fields.summary:
        summary = " ".join(block.text for block in _blocks(fields.summary))
        fields = replace(fields, summary=canonical.line(summary) or None)
    return compose.article(fields, blocks, own_id, library_id)


def _blocks(source: str) -> list[Block]:
    """The blocks of a Markdown body without its marks."""
    if len(source) > MOST_CHARACTERS:
        return list(canonical.blocks(source))
    source = _without_generator_marks(source)
    try:
        tokens = _parser().parse(source)
    except Exception:  # noqa: BLE001 - whatever the parser can't take still reads as plain text
        return list(canonical.blocks(source))
    page = Page()
    for token in tokens:
        _put(page, token)
    return page.blocks()


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    # Four blanks make no code here: in news they are an indented paragraph, or HTML that a tool laid out
    return MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).disable("code")


def _put(page: Page, token: Token) -> None:
    match token.type:
        case "inline":
            _put_inline(page, token.children or ())
        case "html_block":
            page.html(token.content)
            page.end_of_stretch()
        case "fence" | "code_block":
            page.open("pre")
            page.text(token.content)
            page.close("pre")
        case _ if token.hidden:  # the paragraph inside an item of a tight list
            return
        case _ if token.nesting >= 0:
            page.open(token.tag, int(token.attrs.get("start", 1)))
        case _:
            page.close(token.tag)


def _put_inline(page: Page, tokens: Sequence[Token]) -> None:
    for token in tokens:
        match token.type:
            case "text":
                page.text(_BROKEN_LINK.sub(r"\1", _STRAY.sub("", token.content)))
            case "code_inline":
                page.text(token.content)
            case "softbreak":
                page.text("\n")
            case "hardbreak":
                page.line_break()
            case "html_inline":
                page.html(token.content)
            case _:  # emphasis and links leave their text, images nothing
                continue
    page.end_of_stretch()


def _without_generator_marks(source: str) -> str:
    """Markdown without what a site generator would have replaced before anyone read it."""
    if "{" in source:
        source = _SHORTCODE_ADDRESS.sub("]()", source)
        source = _SHORTCODE.sub(_of_shortcode, source)
        source = _ATTRIBUTES.sub("", _LIQUID.sub("", source))
    if "[^" in source:
        source = _FOOTNOTE_MARK.sub("", _FOOTNOTE.sub("", source))
    return source


def _of_shortcode(match: re.Match[str]) -> str:
    """What a shortcode leaves to read: its text, if it has one and does not stand for a link's address."""
    if match.string[match.start() - 1 : match.start()] == "(":
        return ""
    given = dict(_ATTRIBUTE.findall(match[1]))
    read = next((given[name] for name in _READ_ATTRIBUTES if given.get(name)), "")
    return f"{read} — {given['cite']}" if read and given.get("cite") else read
