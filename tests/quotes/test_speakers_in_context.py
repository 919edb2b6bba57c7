"""Who speaks where grammar or the sentences around have to tell: pronouns, nouns that read like verbs, signatures."""

from __future__ import annotations

import pytest

from .reading import who

PAIR = "Alice Harrow opened the bridge beside Tom Reed.\n\n"
"""A woman and a man; the woman is the subject."""


def speaker(text: str) -> str | None:
    """The speaker of the last quotation."""
    return who(text)[-1][1]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (PAIR + 'She called it "safe."', "Alice Harrow"),
        (PAIR + 'He called it "safe."', "Tom Reed"),
        # subjects before objects, the last subject before earlier ones
        ('Tom Reed praised Jack Lamb on Monday. "He builds well," he said.', "Tom Reed"),
        ('Tom Reed spoke first. Jack Lamb followed him to the bridge. "It is safe," he said.', "Jack Lamb"),
        ('Tom Reed said it was late. Nobody named Jack Lamb came. He called it "sad."', "Tom Reed"),
        # a new paragraph, a new person
        (
            '"Safe," Tom Reed said.\n\nJack Lamb, a baker from Ashby, told them more.\n\n"It is not," he said.',
            "Jack Lamb",
        ),
        ('"Safe," Tom Reed said.\n\nRep. Jack Lamb of Ohio, a baker, said no.\n\n"It is not," he said.', "Jack Lamb"),
        # a pronoun before carries the person on
        ('Tom Reed met Jack Lamb. He laughed at length. Later that day he called it "sad."', "Tom Reed"),
        # neither in the question put, nor in the clause reported, nor before "whom"
        (
            'His mother, the Reverend Jo Marlow, vicar of St Keyne\'s, was there. She agreed. "It is," she said.',
            "Jo Marlow",
        ),
        ('Ann Lee came. Asked about Alice Harrow, she said, "Never heard of her."', "Ann Lee"),
        ('Tom Reed came. Jack Lamb is no fool, he said, but "a dreamer."', "Tom Reed"),
        ('Tom Reed came. Reed backed Jack Lamb, whom he called "a dreamer."', "Tom Reed"),
        # an attribute is no person; a name of the other sex is another person
        ('Tom Reed came. A spokesman for the Lamb campaign left. He called it "sad."', "Tom Reed"),
        ('Ann Reed came with her brother Tom Reed. "It is safe," she said.', "Ann Reed"),
        # kin and people without a name
        ('Tom Reed\'s wife, Petra, spoke next. "It is safe," she said.', "Petra"),
        ('"It is safe," said the woman. "Nobody worries," she added. She called it "sad."', "the woman"),
    ],
)
def test_he_and_she_mean_whom_the_sentences_before_are_about(text: str, expected: str) -> None:
    assert speaker(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('Tom Reed called Ann Lee\'s charge "sad."', "Tom Reed"),
        ('Citing the Ashby attack as a "warning," Tom Reed called for calm.', "Tom Reed"),
        ('"It rained," the county report said.', "the county report"),
        ('Tom Reed delivered a snappy retort: "It is safe."', "Tom Reed"),
        ('Tom Reed on Monday said it was "sad."', "Tom Reed"),
        ('Tom Reed last week said it was "sad."', "Tom Reed"),
        ('Ann Lee calls it "sad" and Tom Reed says it is late.', "Ann Lee"),
        ('Even people who backed it sighed: Ann Lee called it "sad."', "Ann Lee"),
        ('Both spoke – Ann Lee saying she was "sad" and Tom Reed calling it late.', "Ann Lee"),
        ('The talks end this week, Ann Lee said, adding, "They need to."', "Ann Lee"),
        ('It was in May that Tom Reed, who\'s writing a book, said it was "sad."', "Tom Reed"),
        ('After Ann Lee said that it was "late," Tom Reed said: "It is not."', "Tom Reed"),
        ('Tom Reed attacked what Ann Lee called "a sad day."', "Ann Lee"),
        ('"Why so late?" Tom Reed pressed.', "Tom Reed"),
        ('"We lost," Ashby delegate Tom Reed, wearing a hat and a "Vote" pin, said.', "Tom Reed"),
        ('A report by Ann Lee that the bridge was "sad" surprised nobody.', "Ann Lee"),
        ('"Call the vote," came shouts from the crowd.', "the crowd"),
        ('When Tom Reed, the mayor, was asked about it, he laughed and said, "Maybe."', "Tom Reed"),
        ('Ann Lee, while admitting that it "would not happen today," maintains that Tom Reed left.', "Ann Lee"),
        ('For Ann Lee it was "just a Tuesday."', "Ann Lee"),
        ('The company cut its forecast, blaming what it called "cautious" shoppers.', "The company"),
        ('"It rained," said a source familiar with the talks.', "a source familiar with the talks"),
    ],
)
def test_the_verb_that_speaks_is_told_from_what_only_looks_like_it(text: str, expected: str) -> None:
    assert expected in {name for _, name in who(text)}


@pytest.mark.parametrize("signature", ["- Ann Lee.", "— Ann Lee", "– Ann Lee, engineer"])
def test_a_name_after_a_dash_signs(signature: str) -> None:
    assert speaker(f'Tom Reed came.\n\n"We never saw it."\n\n{signature}\n\nNobody did.') == "Ann Lee"


def test_a_bare_surname_is_whoever_was_named_in_full_first() -> None:
    text = 'Ann Lee came. Her father, Tom Lee, did not; Tom Lee and Tom Lee alone stayed.\n\nLee called it "sad."'
    assert speaker(text) == "Ann Lee"


def test_headlines_have_single_marks_and_roles_without_an_article() -> None:
    text = "Mayor: ‘We will not pay’\n\nThe mayor of Ashby, Ann Lee, came. “Never,” she said."
    assert who(text) == [("We will not pay", "Ann Lee"), ("Never,", "Ann Lee")]


def test_headlines_leave_the_verb_out() -> None:
    text = "Lee ‘sorry’ for delays\n\nThe mayor of Ashby, Ann Lee, came. “Never again,” she said."
    assert who(text)[0] == ("sorry", "Ann Lee")


def test_will_is_a_given_name_but_where_it_asks() -> None:
    assert who('"Late," said Will Doyle, a baker.\n\nDoyle called it "sad."')[-1] == ("sad.", "Will Doyle")
    assert who('Will Reed Win?\n\nTom Reed came. Reed called it "sad."') == [("sad.", "Tom Reed")]


@pytest.mark.parametrize(
    "text",
    [
        'She told it in her memoir, "The Salt Road," and moved on.',
        '—"Bridge to close in May," by Ann Lee\n\nMore tomorrow.',
        'Tom Reed came.\n\n"LATE AND SAD"\n\nHe left.',
    ],
)
def test_titles_and_headings_are_said_by_nobody(text: str) -> None:
    assert who(text) == []
