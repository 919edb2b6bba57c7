"""The header block of a plain text: ``Key: value`` lines as mail has them (RFC 5322), ended by an empty line.

A value goes on in lines that begin with a blank.  A block is a header only where it names what an article has, so that
a first line such as ``Profile: Gordon Brown`` stays a headline.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from termnews.formats import fields

_LINE = re.compile(r"([A-Za-z][A-Za-z0-9_.-]*(?: [A-Za-z]+){0,2}) ?:(?:[ \t]+(.*)|)")
_MOST_LINES = 200
_LONGEST_LONE = 60  # characters of the value of a header of one line, unless it is a title
_TITLES = frozenset({"title", "headline"})


def split(text: str) -> tuple[Mapping[str, object], str]:
    """The header of a text and what follows it; an empty one where the text begins otherwise."""
    start = len(text) - len(text.lstrip())
    start = text.rfind("\n", 0, start) + 1
    given: dict[str, str] = {}
    position, last, known, first_known = start, "", 0, False
    for _ in range(_MOST_LINES):
        end = text.find("\n", position)
        line = text[position : end if end >= 0 else len(text)]
        if not line.strip():
            break
        if line[0] in " \t" and last:
            given[last] = f"{given[last]} {line.strip()}".strip()
        elif match := _LINE.fullmatch(line.rstrip()):
            name = fields.key(match[1])
            is_known = name in fields.NAMES
            if " " in match[1] and not is_known:
                break
            first_known = first_known or (is_known and not given)
            known += is_known and name not in given
            last = name if name not in given else f"{name} again"
            given[last] = match[2] or ""
        else:
            break
        if end < 0:
            position = len(text)
            break
        position = end + 1
    if _is_header(given, known, first_known, ended=not text[position:].split("\n", 1)[0].strip()):
        return given, text[position:]
    return {}, text


def _is_header(given: Mapping[str, str], known: int, first_known: bool, *, ended: bool) -> bool:
    if not known or not (first_known or known > 1):
        return False
    if not ended:  # prose right below: only a block that can't be anything else
        return known > 1
    if len(given) > 1:
        return True
    ((name, value),) = given.items()
    return name in _TITLES or len(value) <= _LONGEST_LONE


def simple_lines(text: str) -> Mapping[str, object]:
    """The ``key: value`` lines of a header in a language that could not be read, with their lists."""
    given: dict[str, object] = {}
    items: list[str] | None = None
    for line in text.split("\n")[:_MOST_LINES]:
        if match := _LINE.fullmatch(line.rstrip()):
            value = _unquoted(match[2] or "")
            items = None if value else []
            given.setdefault(match[1], value if items is None else items)
        elif items is not None and line.lstrip().startswith("- "):
            items.append(_unquoted(line.lstrip()[2:]))
    return given


def _unquoted(value: str) -> str:
    value = value.strip()
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1]
    return value
