"""YAML front matter: fields between two lines of ``---`` at the top of a file.

Read by python-frontmatter with a loader that keeps every value as the text it was (a title ``Yes`` stays one, a date
that no calendar has loses only itself) and can make nothing but text, lists and mappings.  What a YAML bomb needs,
aliases and depth, is refused; a block that can't be read gives its plain ``key: value`` lines, and never costs the
article.
"""

from __future__ import annotations

from collections.abc import Mapping

from termnews.formats import header

MOST_CHARACTERS = 65_536
_DEEPEST = 20  # nested lists and mappings
_MARK = "---"


def split(text: str) -> tuple[Mapping[str, object], str]:
    """The fields of the front matter and the text below it; no fields where there is none."""
    stripped = text.lstrip()
    if not stripped.startswith(_MARK):
        return {}, text
    import yaml
    from frontmatter.default_handlers import YAMLHandler

    handler = YAMLHandler()
    if not handler.detect(stripped):
        return {}, text
    try:
        block, body = handler.split(stripped)
    except ValueError:  # no second mark
        return {}, text
    given: object = None
    if len(block) <= MOST_CHARACTERS:
        loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
        try:
            if _harmless(block, loader):
                given = handler.load(block, Loader=loader)
        except (yaml.YAMLError, ValueError, RecursionError):
            given = None
    if not isinstance(given, dict):
        given = header.simple_lines(block[:MOST_CHARACTERS])
    if not given and block.strip():  # a text between two rules
        return {}, text
    return {str(name): value for name, value in given.items()}, body


def _harmless(block: str, loader: type) -> bool:
    """Whether a block is neither deep nor built from repetitions of itself; looks at its events, builds nothing."""
    import yaml

    depth = 0
    for event in yaml.parse(block, Loader=loader):
        if isinstance(event, yaml.AliasEvent):
            return False
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > _DEEPEST:
                return False
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
    return True
