"""Cutting and wrapping by cells."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len

from termnews.tui.cells import Layout, cut, is_narrow, width_of

text = st.text(st.sampled_from("ab é-—日本、。「」👍️\u0301😀 \n"), max_size=60) | st.text(
    st.characters(exclude_categories=["Cc", "Cs"]), max_size=60
)


@given(text, st.integers(2, 30), st.integers(0, 20))
def test_lines_fit_are_in_order_and_lose_only_blanks(text: str, width: int, indent: int) -> None:
    layout = Layout(text, width, indent)
    layout.grow()
    position = 0
    for start, end in zip(layout.starts, layout.ends, strict=True):
        assert position <= start <= end <= len(text)
        assert not text[position:start].strip(" \n")
        assert width_of(text[start:end]) <= width or "\u200d" in text
        position = end
    assert not text[position:].strip(" \n")


@given(text, st.integers(0, 20))
@example("aaaa\ufe0f、", 6)
def test_a_cut_text_fits(text: str, width: int) -> None:
    line = text.replace("\n", " ")
    assert width_of(cut(line, width)) <= width or "\u200d" in line
    if cell_len(line) == len(line) <= width:
        assert cut(line, width) == line


@given(st.text(max_size=5))
def test_narrow_text_is_as_wide_as_it_is_long(text: str) -> None:
    if is_narrow(text) and text.isprintable():
        assert cell_len(text) == len(text)


def test_words_stay_whole_and_long_ones_are_broken() -> None:
    layout = Layout("The quay stays open\nDonaudampfschifffahrt ahoy", 10)
    layout.grow()
    lines = [layout.text[start:end] for start, end in zip(layout.starts, layout.ends, strict=True)]
    assert lines == ["The quay", "stays open", "Donaudampf", "schifffahr", "t ahoy"]


def test_japanese_breaks_between_characters_but_not_before_a_full_stop() -> None:
    layout = Layout("新しい会員をいつでも歓迎。", 8)
    layout.grow()
    lines = [layout.text[start:end] for start, end in zip(layout.starts, layout.ends, strict=True)]
    assert "".join(lines) == layout.text
    assert all(cell_len(line) <= 8 for line in lines)
    assert not any(line.startswith("。") for line in lines)


def test_combining_marks_stay_with_their_letter() -> None:
    layout = Layout("e\u0301" * 10, 4)
    layout.grow()
    assert [end - start for start, end in zip(layout.starts, layout.ends, strict=True)] == [8, 8, 4]


def test_a_layout_grows_only_as_far_as_it_must() -> None:
    layout = Layout("word " * 100_000, 40)
    layout.grow(lines=30)
    assert len(layout) == 30
    assert layout.line_of(10_000) == 250
    assert not layout.complete
