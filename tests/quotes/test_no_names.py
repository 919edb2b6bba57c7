"""Words with a capital that name nobody, and subjects that say nothing."""

from __future__ import annotations

import pytest

from termnews import quotes

from .reading import who


@pytest.mark.parametrize(
    "text",
    [
        'Don\'t come late and say, "Here is your bridge, does it hold?"',
        'We’ve learned a lot and say, "Here is your bridge, does it hold?"',
        'Remember that the aim of "many more ferries this year" may not be yours. You will remember it.',
        'Further stones are laid where "many more ferries will run" in May. Nothing further is known.',
        'Interest in the place where "many more ferries will run" is high. Nobody had interest in it.',
        'The trouble is old. We called it the place where "many more ferries will run" in May.',
        'This plan was for the place where "many more ferries will run" in May.',
        'Due to the storm the place where "many more ferries will run" was closed. It is due in May.',
    ],
)
def test_who_is_no_person_says_nothing(text: str) -> None:
    assert {speaker for _, speaker in who(text)} <= {None}


def test_headings_with_colons_are_no_speakers() -> None:
    text = (
        "Stage: Early.\\n\\nDuration: Two weeks.\\n\\nStage: Late.\\n\\nDuration: A month, at this stage and duration."
    )
    assert who(text.replace("\\n", "\n")) == []


def test_a_surname_that_is_a_word_too_speaks_where_a_verb_says_so() -> None:
    assert who('The price rose. Price said it was "a sad and sorry day".') == [("a sad and sorry day", "Price")]


def test_a_role_does_not_reach_beyond_a_preposition() -> None:
    text = "A dog took the ball off Harbour’s captain, Ada Byrne, who laughed. “It was quick,” said Byrne."
    (quote,) = quotes.extract(text)
    assert quote.speaker == "Ada Byrne"
    assert "ball" not in (quote.role or "")
