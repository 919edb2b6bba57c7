"""The hand-made set holds together: marks stand around what was said, every form is there, mistakes are told."""

from __future__ import annotations

import json
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest

from tests.quotes.gold.load import GoldError, Passage, as_record, load_passages, load_people, main

OPENING = "“”‘’\"'«»„‚「『`("
CLOSING = "“”‘’\"'«»「」』"
# Turns of an interview or a transcript have no marks; some marks are missing on purpose.
UNMARKED_FORMS = {"interviews", "transcripts", "unclosed"}


@pytest.fixture(scope="module")
def passages() -> list[Passage]:
    return load_passages()


def marks_around(text: str, start: int, end: int) -> tuple[bool, bool]:
    before = text[:start].removesuffix(" ") if text[start - 2 : start] == "« " else text[:start]
    after = text[end:].removeprefix(" ") if text[end : end + 2] == " »" else text[end:]
    return before[-1:] in OPENING and before != "", after[:1] in CLOSING and after != ""


def test_marks_stand_around_every_quotation(passages: list[Passage]) -> None:
    wrong = []
    for passage in passages:
        for quote in passage.quotes:
            if quote.kind == "indirect" or passage.form in UNMARKED_FORMS:
                continue
            for start, end in quote.parts:
                opened, closed = marks_around(passage.text, start, end)
                runs_on = passage.form in ("paragraphs", "posts") and passage.text[end : end + 1] in ("\n", "")
                goes_on = passage.form == "paragraphs" and passage.text[:start].endswith("\n")
                if not ((opened or goes_on) and (closed or runs_on)):
                    wrong.append((passage.id, passage.text[max(0, start - 5) : end + 5]))
    assert wrong == []


def test_quotations_overlap_only_as_nests(passages: list[Passage]) -> None:
    for passage in passages:
        spans = sorted(span for quote in passage.quotes for span in quote.parts)
        for (start, end), (later, last) in pairwise(spans):
            assert later >= end or last <= end or start == later, passage.id
        assert len(spans) == len(set(spans)), f"{passage.id} marks a stretch twice"


def test_there_is_enough_of_everything(passages: list[Passage]) -> None:
    forms = Counter(passage.form for passage in passages)
    assert min(forms.values()) >= 8
    assert len(passages) >= 240
    marked = [quote for passage in passages for quote in passage.quotes if quote.kind != "indirect"]
    assert len(marked) >= 320


def test_no_text_comes_twice(passages: list[Passage]) -> None:
    texts = Counter(passage.text for passage in passages)
    said = Counter(passage.text[slice(*quote.parts[0])] for passage in passages for quote in passage.quotes)
    assert texts.most_common(1)[0][1] == 1
    assert [text for text, times in said.items() if times > 1 and len(text) > 40] == []


def test_pairs_are_enough_and_of_both_sorts() -> None:
    pairs = load_people()
    assert len(pairs) >= 70
    assert 0.35 <= sum(pair.same for pair in pairs) / len(pairs) <= 0.65


def test_record_is_what_the_scorer_reads(passages: list[Passage], tmp_path: Path) -> None:
    assert main([str(tmp_path / "gold.jsonl")]) == 0
    records = [json.loads(line) for line in (tmp_path / "gold.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [record["id"] for record in records] == [passage.id for passage in passages]
    assert {item["kind"] for record in records for item in record["quotes"]} == {"direct", "partial"}
    first = as_record(passages[0], indirect=True)["quotes"]
    assert isinstance(first, list)


@pytest.mark.parametrize(
    ("body", "line", "problem"),
    [
        ("“⟦1:Yes,” he said.\n---\n1 direct: -", 2, "not closed"),
        ("“Yes⟧,” he said.\n---", 2, "closes nothing"),
        ("“⟦Yes⟧,” he said.\n---", 2, "without a number"),
        ("“⟦1: Yes⟧,” he said.\n---\n1 direct: -", 2, "blank at its edge"),
        ("“⟦1:Yes⟧,” he said.\n---", 1, "only in the text or only in the notes"),
        ("“⟦1:Yes⟧,” he said.\n---\n1 shouted: -", 4, "not a note"),
        ("“⟦1:Yes⟧,” he said.\n---\n1 direct: Jo Fry | - | cried | he", 4, "'cried' is not in the text"),
        ("“⟦1:Yes⟧,” he said.\n---\n1 direct: Jo Fry | poet", 4, "the role 'poet'"),
        ("“⟦1:Yes⟧,” he said.", 1, "no --- line"),
        ("“Yes,”\n\nhe ⟦1:said.\n---\n1 direct: -", 4, "not closed"),
    ],
)
def test_a_mistake_is_told_with_file_and_line(tmp_path: Path, body: str, line: int, problem: str) -> None:
    path = tmp_path / "form.txt"
    path.write_text(f"=== form-01\n{body}\n", encoding="utf-8")
    with pytest.raises(GoldError) as caught:
        load_passages(tmp_path)
    assert str(caught.value).startswith(f"{path}:{line}: ")
    assert problem in str(caught.value)
