"""Where quotations begin and end: the marks of several languages, straight or curly, closed or not."""

from __future__ import annotations

import pytest

from .reading import read


@pytest.mark.parametrize(
    "marked",
    [
        '"The bridge is safe,"',
        "“The bridge is safe,”",
        "‘The bridge is safe,’",
        "'The bridge is safe,'",
        "«The bridge is safe»,",
        "„The bridge is safe“,",
        "「The bridge is safe」,",
    ],
)
def test_marks(marked: str) -> None:
    (quote,) = read(f"{marked} said Tom Reed.")
    assert quote.said[0].rstrip(",") == "The bridge is safe"
    assert quote.speaker == "Tom Reed"


def test_apostrophes_do_not_close_single_marks() -> None:
    (quote,) = read("'I don't think the workers' hall isn't safe,' said Tom Reed.")
    assert quote.said == ("I don't think the workers' hall isn't safe,",)


def test_apostrophes_alone_are_no_quotation() -> None:
    assert read("It's the 1990s, and rock 'n' roll is the farmers' music; Tom Reed says it's fine.") == []


def test_a_quotation_in_a_quotation_is_not_a_second_one() -> None:
    (quote,) = read("“He said ‘never’ and went,” said Tom Reed.")
    assert quote.said == ("He said ‘never’ and went,",)


def test_straight_and_curly_marks_mixed() -> None:
    (quote,) = read('“The bridge is safe," said Tom Reed.')
    assert quote.said == ("The bridge is safe,",)


def test_a_quotation_over_paragraphs_is_one_with_a_part_a_paragraph() -> None:
    (quote,) = read('Tom Reed said:\n\n"The bridge is safe.\n\n"The river is low.\n\n"All is well."')
    assert quote.said == ("The bridge is safe.", "The river is low.", "All is well.")
    assert quote.speaker == "Tom Reed"


def test_a_mark_never_closed_ends_with_its_paragraph() -> None:
    (quote,) = read('Tom Reed said: "The bridge is safe.\n\nThe town went home.')
    assert quote.said == ("The bridge is safe.",)


def test_feet_and_inches_inside_a_quotation() -> None:
    (quote,) = read('"He is 6\'2" tall," said Tom Reed.')
    assert quote.said == ("He is 6'2\" tall,",)


def test_seconds_and_inches_with_primes() -> None:
    (quote,) = read("“It took 5″ on a 27″ screen,” said Tom Reed.")
    assert quote.said == ("It took 5″ on a 27″ screen,",)


def test_no_break_spaces_are_spaces() -> None:
    (quote,) = read('"The bridge is safe," said\xa0Tom\xa0Reed,\xa0a\xa0farmer.\xa0 "All is well."\xa0')
    assert (quote.said, quote.speaker, quote.role) == (("The bridge is safe,", "All is well."), "Tom Reed", "farmer")
