"""Read the hand-made passages and pairs of mentions; README.md beside this file describes both formats.

    python -m tests.quotes.gold.load OUT.jsonl [--indirect]

writes the passages as JSON Lines, one passage a line: {"id", "form", "text", "quotes": [{"start", "end", "speaker",
"kind", ...}]}, one item a part of a quotation.  Standard library only, and nothing of the program is imported.
"""

from __future__ import annotations

import json
import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Span = tuple[int, int]
Kind = Literal["direct", "partial", "indirect"]

FOLDER = Path(__file__).parent
KINDS: dict[str, Kind] = {"direct": "direct", "partial": "partial", "indirect": "indirect"}

_OPENING = re.compile(r"⟦(~?)(\d+):")
_NOTE = re.compile(r"(\d+) (\w+)(\??): (.+)")
_NTH = re.compile(r"(.+) #(\d+)")
_UNSPACED = "\u2e80"  # from here on lie the scripts that put no blanks between words

# Words that make a speaker something else than a given name and a surname.
_NOT_GIVEN = frozenset(
    "a an the mr mrs ms miss dr sir dame lord lady baroness princess judge sen secretary herr sister le".split()
)
_NOT_NAME = frozenset("of for at in from with on to and by".split())


class GoldError(ValueError):
    """A passage or a pair that is not written as README.md says: file, line, what is wrong."""

    def __init__(self, path: Path, line: int, problem: str) -> None:
        super().__init__(f"{path}:{line}: {problem}")


@dataclass(frozen=True, slots=True)
class GoldQuote:
    """A quotation as a reader marked it; every span is (start, end) in the passage's text."""

    parts: tuple[Span, ...]
    speaker: str | None
    role: str | None
    kind: Kind
    cue: Span | None
    mention: Span | None
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Passage:
    """A short text with its quotations, in the order in which they begin."""

    id: str
    form: str
    text: str
    quotes: tuple[GoldQuote, ...]


@dataclass(frozen=True, slots=True)
class Mention:
    """A speaker as one article gives them: the name, and what else the article tells."""

    name: str
    role: str | None
    section: str | None
    organisations: tuple[str, ...]
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two mentions from two articles, and whether they are one person; ``library`` has the other people around."""

    id: str
    left: Mention
    right: Mention
    library: tuple[Mention, ...]
    same: bool
    why: str


# ---- passages --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Block:
    """The lines of one entry of a file and the number of its first line, the ``===`` line."""

    id: str
    line: int
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Note:
    """One line under a passage, not yet looked up in its text."""

    line: int
    kind: Kind
    optional: bool
    speaker: str | None
    role: str | None
    cue: str | None
    mention: str | None


@dataclass(frozen=True, slots=True)
class _Marked:
    """A passage's text without its marks, the parts of each number, and the clauses (``~``) around them."""

    text: str
    parts: dict[str, list[Span]]
    clauses: dict[str, list[Span]]


def load_passages(folder: Path = FOLDER / "passages") -> list[Passage]:
    """All passages of all files, file by file.  Raises GoldError at the first thing that is not right."""
    passages: list[Passage] = []
    seen: set[str] = set()
    for path in sorted(folder.glob("*.txt")):
        for block in _blocks(path):
            if block.id in seen:
                raise GoldError(path, block.line, f"there are two passages {block.id}")
            seen.add(block.id)
            passages.append(_passage(path, block))
    return passages


def _blocks(path: Path) -> Iterator[_Block]:
    lines = path.read_text(encoding="utf-8").splitlines()
    starts = [n for n, line in enumerate(lines) if line.startswith("===")]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        name = lines[start].removeprefix("===").strip()
        if not name.startswith(path.stem + "-"):
            raise GoldError(path, start + 1, f"the id {name!r} does not begin with {path.stem}-")
        yield _Block(name, start + 1, tuple(lines[start + 1 : end]))


def _passage(path: Path, block: _Block) -> Passage:
    if "---" not in block.lines:
        raise GoldError(path, block.line, f"{block.id} has no --- line between text and notes")
    cut = block.lines.index("---")
    marked = _read_marks(path, block.line + 1, "\n".join(block.lines[:cut]).strip())
    notes = _read_notes(path, block, cut + 1)
    if unmatched := notes.keys() ^ marked.parts.keys():
        raise GoldError(path, block.line, f"only in the text or only in the notes: {', '.join(sorted(unmatched))}")
    if unmatched := marked.clauses.keys() - notes.keys():
        raise GoldError(path, block.line, f"a clause ~{min(unmatched)} without a quotation {min(unmatched)}")
    quotes = [quote for number, note in notes.items() for quote in _quotes(path, note, number, marked)]
    quotes.sort(key=lambda quote: (quote.parts[0][0], -quote.parts[-1][1]))
    return Passage(block.id, path.stem, marked.text, tuple(quotes))


def _read_marks(path: Path, line: int, raw: str) -> _Marked:
    """Take the marks out of ``raw``, which begins at ``line``, and say where they stood in what is left."""
    marked = _Marked("", {}, {})
    kept: list[str] = []
    opened: list[tuple[dict[str, list[Span]], str, int]] = []
    length = at = 0

    def problem(what: str) -> GoldError:
        return GoldError(path, line + raw[:at].count("\n"), what)

    while at < len(raw):
        if opening := _OPENING.match(raw, at):
            opened.append((marked.clauses if opening[1] else marked.parts, opening[2], length))
            at = opening.end()
            continue
        if raw[at] == "⟦":
            raise problem(f"⟦ without a number and a colon: {raw[at : at + 20]!r}")
        if raw[at] == "⟧":
            if not opened:
                raise problem("⟧ closes nothing")
            spans, number, start = opened.pop()
            said = "".join(kept)[start:length]
            if not said or said != said.strip():
                raise problem(f"the stretch {number} is empty or has a blank at its edge: {said!r}")
            spans.setdefault(number, []).append((start, length))
        else:
            kept.append(raw[at])
            length += 1
        at += 1
    if opened:
        raise problem(f"⟦{opened[-1][1]}: is not closed")
    text = "".join(kept)
    if text != unicodedata.normalize("NFC", text):
        raise problem("the text is not in Unicode's composed form (NFC)")
    return _Marked(text, marked.parts, marked.clauses)


def _read_notes(path: Path, block: _Block, first: int) -> dict[str, _Note]:
    notes: dict[str, _Note] = {}
    roles: dict[str, str] = {}
    for n, content in enumerate(block.lines[first:], start=block.line + first + 1):
        if not content.strip():
            continue
        match = _NOTE.fullmatch(content)
        if not match or match[2] not in KINDS:
            raise GoldError(path, n, f"not a note ('1 direct: speaker | role | cue | mention'): {content!r}")
        number, kind, optional, rest = match.groups()
        if number in notes:
            raise GoldError(path, n, f"a second note for {number}")
        fields = [field.strip() for field in rest.split("|")]
        if len(fields) > 4:
            raise GoldError(path, n, "more than speaker, role, cue and mention")
        speaker, role, cue, mention = fields + [""] * (4 - len(fields))
        if not speaker:
            raise GoldError(path, n, "no speaker (write - where nobody is named)")
        if role and role != "-":
            roles.setdefault(speaker, role)
        notes[number] = _Note(
            line=n,
            kind=KINDS[kind],
            optional=bool(optional),
            speaker=_or_none(speaker),
            role=_or_none(role or roles.get(speaker, "")),
            cue=_or_none(cue),
            mention=_or_none(speaker if mention == "=" else mention),
        )
    return notes


def _quotes(path: Path, note: _Note, number: str, marked: _Marked) -> Iterator[GoldQuote]:
    """The quotation of a note, and the clauses that hold its words, as optional indirect speech."""
    parts = tuple(marked.parts[number])
    if note.role and note.role not in marked.text:
        raise GoldError(path, note.line, f"the role {note.role!r} is not in the text")
    mention = _nearest(path, note, note.mention, parts, parts, marked.text)
    cue = _nearest(path, note, note.cue, parts, (mention,) if mention else parts, marked.text)
    yield GoldQuote(parts, note.speaker, note.role, note.kind, cue, mention, note.optional)
    if clauses := marked.clauses.get(number):
        yield GoldQuote(tuple(clauses), note.speaker, note.role, "indirect", cue, mention, optional=True)


def _nearest(
    path: Path, note: _Note, phrase: str | None, parts: tuple[Span, ...], to: tuple[Span, ...], text: str
) -> Span | None:
    """Where ``phrase`` stands outside of the parts, nearest to ``to``, or its nth place where it ends in #n."""
    if phrase is None:
        return None
    nth = _NTH.fullmatch(phrase)
    places = _places(nth[1] if nth else phrase, text)
    if nth:
        if int(nth[2]) > len(places):
            raise GoldError(path, note.line, f"there are only {len(places)} of {nth[1]!r}")
        return places[int(nth[2]) - 1]
    outside = [place for place in places if not any(place[0] < end and start < place[1] for start, end in parts)]
    if not outside:
        raise GoldError(path, note.line, f"{phrase!r} is not in the text outside of what was said")
    return min(outside, key=lambda place: min(max(start - place[1], place[0] - end) for start, end in to))


def _places(phrase: str, text: str) -> list[Span]:
    """Every place of ``phrase`` as whole words."""
    before = r"(?<!\w)" if phrase[0] < _UNSPACED else ""
    after = r"(?!\w)" if phrase[-1] < _UNSPACED else ""
    return [found.span() for found in re.finditer(before + re.escape(phrase) + after, text)]


def _or_none(field: str) -> str | None:
    return None if field in ("", "-") else field


# ---- pairs -----------------------------------------------------------------------------------------------------------


def load_people(path: Path = FOLDER / "people.txt") -> list[Pair]:
    """All pairs of mentions.  Raises GoldError at the first thing that is not right."""
    pairs: list[Pair] = []
    seen: set[str] = set()
    for block in _blocks(path):
        if block.id in seen:
            raise GoldError(path, block.line, f"there are two pairs {block.id}")
        seen.add(block.id)
        pairs.append(_pair(path, block))
    return pairs


def _pair(path: Path, block: _Block) -> Pair:
    mentions: dict[str, list[Mention]] = {"a": [], "b": [], "also": []}
    verdicts: list[tuple[bool, str]] = []
    for n, content in enumerate(block.lines, start=block.line + 1):
        key, _, rest = content.partition(":")
        if not content.strip():
            continue
        if key in mentions:
            mentions[key].append(_mention(path, n, rest))
        elif key in ("same", "different") and rest.strip():
            verdicts.append((key == "same", rest.strip()))
        else:
            raise GoldError(path, n, f"neither a:, b:, also:, same: nor different: with a word why: {content!r}")
    if not (len(mentions["a"]) == len(mentions["b"]) == len(verdicts) == 1):
        raise GoldError(path, block.line, f"{block.id} needs one a:, one b: and one verdict")
    (same, why), (left,), (right,) = verdicts[0], mentions["a"], mentions["b"]
    return Pair(block.id, left, right, tuple(mentions["also"]), same, why)


def _mention(path: Path, line: int, rest: str) -> Mention:
    fields = [field.strip() for field in rest.split("|")]
    if len(fields) != 5 or not fields[0]:
        raise GoldError(path, line, "a mention is: name | role | section | organisations | other names")
    name, role, section, organisations, others = fields
    return Mention(name, _or_none(role), _or_none(section), _several(organisations), _several(others))


def _several(field: str) -> tuple[str, ...]:
    return () if field == "-" else tuple(item.strip() for item in field.split(";"))


# ---- the scorer's format ---------------------------------------------------------------------------------------------


def as_record(passage: Passage, indirect: bool = False) -> dict[str, object]:
    """What the scorer reads of a passage: an item a part, ``quote`` numbering the quotations the items belong to."""
    items: list[dict[str, object]] = []
    for number, quote in enumerate(passage.quotes):
        if quote.kind == "indirect" and not indirect:
            continue
        for start, end in quote.parts:
            item: dict[str, object] = {"start": start, "end": end, "speaker": quote.speaker, "kind": quote.kind}
            item["quote"] = number
            if quote.optional:
                item["optional"] = True
            if quote.speaker and quote.speaker in passage.text and _has_given_name(quote.speaker):
                item["full"] = quote.speaker
            items.append(item)
    return {"id": passage.id, "form": passage.form, "text": passage.text, "quotes": items}


def _has_given_name(speaker: str) -> bool:
    """Whether ``speaker`` looks like a given name and a surname, so that a bare surname would be less than there is."""
    words = speaker.split()
    plain = [word.strip(".").lower() for word in words]
    capitals = words[0][0].isupper() and words[-1][0].isupper()
    more_than_initials = any(len(word) > 1 for word in plain[:-1])
    return more_than_initials and capitals and plain[0] not in _NOT_GIVEN and _NOT_NAME.isdisjoint(plain)


def write_jsonl(passages: Iterable[Passage], path: Path, indirect: bool = False) -> None:
    """Write the scorer's gold file."""
    lines = [json.dumps(as_record(passage, indirect), ensure_ascii=False) + "\n" for passage in passages]
    path.write_text("".join(lines), encoding="utf-8")


def main(arguments: list[str]) -> int:
    names = [argument for argument in arguments if argument != "--indirect"]
    if len(names) != 1 or names[0].startswith("-"):
        sys.stderr.write("usage: python -m tests.quotes.gold.load OUT.jsonl [--indirect]\n")
        return 2
    write_jsonl(load_passages(), Path(names[0]), indirect="--indirect" in arguments)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
