"""What a header says of an article: its keys under all their names, their values as fields.

Header blocks and YAML front matter name the same things; here both become ``Fields``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from termnews.article import Published
from termnews.formats import canonical, dates
from termnews.frozen import dataclass

_NAMES = {  # the first name that has a value wins
    "headline": ("headline", "title", "subject", "hed", "head"),
    "date": (
        *("date", "published", "pubdate", "publishdate", "publicationdate", "datepublished", "publishedat"),
        *("publishedon", "posted", "postedon", "issued", "created", "createdat", "firstpublished"),
    ),
    "byline": ("author", "authors", "byline", "by", "from", "creator", "writer", "writers", "reporter", "reporters"),
    "source": (
        *("source", "organization", "organisation", "publisher", "publication", "newspaper", "agency", "provider"),
        *("sitename", "outlet"),
    ),
    "section": ("section", "category", "desk", "channel", "department", "rubric"),
    "tags": ("tags", "tag", "keywords", "keyword", "topics", "topic", "categories", "subjects"),
    "language": ("language", "lang", "contentlanguage", "locale"),
    "url": ("url", "link", "canonical", "canonicalurl", "sourceurl", "originalurl", "permalink"),
    "summary": ("summary", "description", "deck", "dek", "excerpt", "abstract", "lead", "standfirst", "subtitle"),
    "dateline": ("dateline",),
    "body": ("body", "content", "text"),
}
NAMES = frozenset(name for names in _NAMES.values() for name in names)
"""Every name of a field, as ``key`` gives it."""

_MOST_TAGS = 100
_LONGEST = 1000  # characters of a field
_MOST_ENCODED = 20  # characters of a file that one of a field may take, as in =?utf-8?b?...?=
_UNSET = frozenset({"", "~", "null", "none", "n/a"})
_URL = re.compile(r"https?://[^\s<>\"]{1,2000}", re.IGNORECASE)
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*", re.IGNORECASE | re.ASCII)
_SLUG = re.compile(r"[a-z]+(?:-[a-z]+)+", re.ASCII)
_ADDRESS = re.compile(r"\s*(?:<[^<>\s]*>|\([^()\s]*@[^()\s]*\))\s*$")
_BARE_ADDRESS = re.compile(r"\S+@\S+\s+\(([^()]+)\)")
_ENCODED_WORD = "=?"


@dataclass(frozen=True, slots=True)
class Fields:
    """What is known of an article beside its text; None and empty are not given."""

    headline: str | None = None
    published: Published | None = None
    byline: str | None = None
    dateline: str | None = None
    source: str | None = None
    section: str | None = None
    tags: tuple[str, ...] = ()
    language: str | None = None
    url: str | None = None
    summary: str | None = None
    body: str | None = None


NOTHING = Fields()


def key(name: str) -> str:
    """A key as it is compared: lower case, without the marks between its words."""
    return re.sub(r"[\s_.-]+", "", name).lower()


def from_mapping(given: Mapping[str, object], *, marked_up: bool = False) -> Fields:
    """The fields that keys and values give; keys nobody knows are passed over.

    Values are strings, or lists and mappings of strings as YAML has them.  ``marked_up``: HTML entities in them stand
    for characters.
    """
    values = _Values({key(name): value for name, value in reversed(list(given.items()))}, marked_up)
    byline = values.people("byline")
    return Fields(
        headline=values.line("headline"),
        published=values.date(),
        byline=re.sub(r"^by\s+(?=\S)", "", byline, flags=re.IGNORECASE) if byline else None,
        dateline=values.line("dateline"),
        source=values.line("source"),
        section=values.line("section"),
        tags=values.tags(),
        language=values.language(),
        url=values.url(),
        summary=values.line("summary", longest=20_000),
        body=values.text("body"),
    )


def completed(fields: Fields, **found: object) -> Fields:
    """``fields`` with what was found elsewhere in the places that are still empty."""
    missing = {name: value for name, value in found.items() if value and not getattr(fields, name)}
    return replace(fields, **missing) if missing else fields  # type: ignore[arg-type]


class _Values:
    """The values of a header by field."""

    def __init__(self, by_key: Mapping[str, object], marked_up: bool) -> None:
        self._by_key = MappingProxyType(by_key)
        self._marked_up = marked_up

    def _each(self, field: str) -> Iterator[object]:
        for name in _NAMES[field]:
            value = self._by_key.get(name)
            if value is not None and value not in ([], {}):
                yield value

    def _clean(self, value: object, longest: int = _LONGEST) -> str:
        text = value[: longest * _MOST_ENCODED] if isinstance(value, str) else ""
        if self._marked_up and "&" in text:
            from html import unescape

            text = unescape(text)
        elif _ENCODED_WORD in text:
            text = _decoded_words(text)
        text = canonical.line(text[: longest * 2])[:longest].rstrip()
        return "" if text.lower() in _UNSET else text

    def line(self, field: str, longest: int = _LONGEST) -> str | None:
        for value in self._each(field):
            first = value[0] if isinstance(value, list) else value
            if text := self._clean(_named(first), longest):
                return text
        return None

    def text(self, field: str) -> str | None:
        for value in self._each(field):
            if isinstance(value, str) and value.strip().lower() not in _UNSET:
                return value
        return None

    def date(self) -> Published | None:
        for value in self._each("date"):
            if published := dates.parse(self._clean(value)):
                return published
        return None

    def people(self, field: str) -> str | None:
        for value in self._each(field):
            listed = value if isinstance(value, list) else [value]
            names = [name for each in listed[:_MOST_TAGS] if (name := _person(self._clean(_named(each))))]
            if names:
                *others, last = names
                return f"{', '.join(others)} and {last}" if others else last
        return None

    def tags(self) -> tuple[str, ...]:
        found: dict[str, None] = {}
        for value in self._each("tags"):
            listed = value if isinstance(value, list) else re.split(r"[,;]", value) if isinstance(value, str) else []
            for each in listed[:_MOST_TAGS]:
                if tag := self._clean(_named(each)):
                    found.setdefault(tag)
        return tuple(found)[:_MOST_TAGS]

    def language(self) -> str | None:
        for value in self._each("language"):
            tag = self._clean(value)
            if _LANGUAGE.fullmatch(tag):
                return _tag_of_language(tag)
        return None

    def url(self) -> str | None:
        for value in self._each("url"):
            text = self._clean(value, 2000)
            if _URL.fullmatch(text):
                return text
        return None


def _named(value: object) -> object:
    """A person or tag given as a mapping, by its name."""
    if isinstance(value, dict):
        return next((value[name] for name in ("name", "title", "fullname", "display_name") if value.get(name)), "")
    return value


def _person(name: str) -> str:
    """A name as it reads: without its mail address, and a slug with its words set apart."""
    if bare := _BARE_ADDRESS.fullmatch(name):
        return bare[1].strip()
    name = _ADDRESS.sub("", name).strip('" ') or name
    return name.replace("-", " ").title() if _SLUG.fullmatch(name) else name


def _tag_of_language(tag: str) -> str:
    """A language tag in the letter case of BCP 47: ``en-GB``, ``zh-Hant``."""
    first, *rest = tag.replace("_", "-").split("-")
    cased = [each.upper() if len(each) == 2 else each.title() if len(each) == 4 else each.lower() for each in rest]
    return "-".join([first.lower(), *cased])


def _decoded_words(text: str) -> str:
    """The text of a mail header with its encoded words (RFC 2047) read."""
    from email.errors import HeaderParseError
    from email.header import decode_header, make_header

    try:
        return str(make_header(decode_header(text)))
    except (HeaderParseError, LookupError, ValueError):
        return text
