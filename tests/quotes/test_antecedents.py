"""Whom "he" and "she" do not mean: objects, owners, people named in what is reported; and the nameless they mean."""

from __future__ import annotations

import pytest

from .reading import who


def speaker(text: str) -> str | None:
    """The speaker of the last quotation."""
    return who(text)[-1][1]


@pytest.mark.parametrize(
    "text",
    [
        # the verb of saying behind its auxiliaries
        'Jack Lamb has let the town down, Tom Reed has said.\n\nThe bridge was late, he said, and "sad".',
        'Jack Lamb lost the vote, Tom Reed will say. He will call it "sad".',
        'Jack Lamb came. Tom Reed had earlier told the board it was late. He called it "sad".',
        # a day before the name belongs to the verb, not to the name
        'Kurt Moll and Jack Lamb have often called for it, but on Monday Tom Reed said no. "Not yet," he said.',
        # whom the reported clause names, marks in it or not
        'Tom Reed welcomed the vote.\n\nJack Lamb\'s first task was to "mend the bridge", he said.',
        'Tom Reed welcomed the vote.\n\nMr. Lamb\'s first task was the bridge, he said, "and soon".',
        # a word that opens a sentence is no name
        'Tom Reed came. He called it "sad". Stern comments came from nobody. "Late," he said.',
        # however long a role stands before the name, and where the name is a source
        '"Late," a spokesman said. Shadow water affairs leader Tom Reed has branded it poor. He called it "sad".',
        '"Late," a spokesman said. It was wet, according to the board\'s Mr Tom Reed. He called it "sad".',
        # whom somebody tells, and what a clause after the verb is about
        'Tom Reed, head of the ferry, told Jack Lamb. "The rest will be late," he said.',
        'Tom Reed, who joined last year, said Jack Lamb was late. "Not for long," he added.',
        'Tom Reed, a baker supporting Jack Lamb, said no. "Not for long," he added.',
        'Tom Reed, who sang on Drift and Jack Lamb, said no. "Not for long," he added.',
        'Jack Lamb agreed. But the parish\'s ferry editor, Tom Reed, said no. "Not for long," he added.',
        'Tom Reed, of Lamb & Jack Oar, said no. "Not for long," he added.',
        # whoever a full description names
        'Harbour board leader Tom Reed came.\n\nJack Lamb ran late, the harbour board leader said. He called it "sad".',
    ],
)
def test_the_subject_of_the_verb_of_saying_speaks_on(text: str) -> None:
    assert speaker(text) == "Tom Reed"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('Jack Lamb has dug a well. A spokesman said it was deep. But he added: "Not yet."', "A spokesman"),
        ('Jack Lamb came. "Late," one farmer said. "And wet," he added. He called it "sad".', "one farmer"),
        ('Jack Lamb spoke first. "It was late," said a bystander.\n\n"It was wet," he added.', "a bystander"),
        ('Ann Lee came. A spokeswoman for the ferry said it ran. "Daily," she added.', "A spokeswoman for the ferry"),
        (
            'Ann Lee came. A farmer left. A spokeswoman for the Ferry Board said it ran. "Daily," she said.',
            "A spokeswoman for the Ferry Board",
        ),
        ('Jack Lamb came. One MP has said it was late. "Very," he added.', "One MP"),
    ],
)
def test_a_nameless_person_who_spoke_is_meant(text: str, expected: str) -> None:
    assert speaker(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('Tom Reed came. A spokeswoman said it was late. "Very," he added.', "Tom Reed"),
        ('Tom Reed came. Two farmers said it was late. "Very," he added.', "Tom Reed"),
        ('Tom Reed came. The company said it was late. "Very," he added.', "Tom Reed"),
        ('Tom Reed, who runs the ferry, came. The ferryman said it was late. "Very," he added.', "Tom Reed"),
    ],
)
def test_a_nameless_person_who_cannot_be_meant_is_not(text: str, expected: str) -> None:
    assert speaker(text) == expected


@pytest.mark.parametrize(
    "before",
    [
        "Deputy board leader Jack Lamb came.",
        "Former board leader Jack Lamb came.",
        "Jack Lamb, a friend of the board leader, came.",
        "Nobody came.",
    ],
)
def test_a_description_means_nobody_who_is_introduced_otherwise(before: str) -> None:
    assert speaker(before + ' The board leader called it "sad". Board leader Tom Reed left.') == "The board leader"


def test_a_title_tells_the_sex_of_a_given_name_that_nobody_knows() -> None:
    text = 'Jack Reed met the board. Zendra Lamb said no. "Late," he said. Mr Lamb left.'
    assert speaker(text) == "Zendra Lamb"


def test_the_last_who_spoke_is_meant_though_nothing_tells_the_sex() -> None:
    assert speaker('Jack Lamb said no. Quillory Reed said yes. "At once," he said.') == "Quillory Reed"


def test_a_title_makes_a_surname_a_person_of_that_sex() -> None:
    assert speaker('Gavil Lamb was told off. The peer Baroness Reed said no. "Never," she said.') == "Reed"


@pytest.mark.parametrize(
    "before",
    [
        '"Late," replied Jack Lamb. The work was going well, Tom Reed said.',
        '"Late," replied Jack Lamb. Tom Reed said the work was going well.',
    ],
)
def test_who_reports_at_the_end_of_a_paragraph_speaks_in_the_next(before: str) -> None:
    assert speaker(before + '\n\n"We saw the first stones laid on Monday."') == "Tom Reed"


def test_who_only_acts_at_the_end_of_a_paragraph_does_not_speak_in_the_next() -> None:
    assert speaker('"Late," said Jack Lamb. Tom Reed left.\n\n"We saw the first stones laid."') == "Jack Lamb"
