"""Who said it: every form that news writes, one small example each."""

from __future__ import annotations

import pytest

from .reading import Read, read, who

MAYOR = "Mayor Alice Harrow opened the bridge.\n\n"


def test_a_quotation_has_parts_speaker_role_mention_cue_and_kind() -> None:
    assert read('"The bridge is safe," said Alice Harrow, the town engineer. "Nobody need worry."') == [
        Read(
            said=("The bridge is safe,", "Nobody need worry."),
            speaker="Alice Harrow",
            role="town engineer",
            mention="Alice Harrow",
            cue="said",
            kind="direct",
        )
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        '"The bridge is safe," Harrow said.',
        '"The bridge is safe," said Harrow.',
        '"The bridge is safe," Harrow told reporters on Monday.',
        '"The bridge is safe," Harrow, who lives nearby, said.',
        '"Is the bridge safe?" asked Harrow.',
        '"Is the bridge safe?" Harrow asked.',
        'Harrow said, "The bridge is safe."',
        'Harrow said: "The bridge is safe."',
        'Harrow wrote on Monday: "The bridge is safe."',
        'According to Harrow, "the bridge is safe."',
        '"The bridge is safe," according to Harrow.',
        'As Harrow puts it, "the bridge is safe."',
        'Harrow says the bridge is "as safe as a church."',
        'Harrow called the bridge "as safe as a church."',
        'The bridge is "as safe as a church," Harrow said.',
        'The bridge is "as safe as a church" on its eastern side, Harrow said.',
        'Harrow crossed first, adding, "The bridge is safe."',
        'Harrow, a keen walker, said the bridge was "as safe as a church."',
        '"The bridge is safe," Mayor Harrow went on.',
    ],
)
def test_the_surname_is_resolved_to_the_full_name_in_every_order_of_quotation_and_speaker(sentence: str) -> None:
    (quote,) = read(MAYOR + sentence)
    assert quote.speaker == "Alice Harrow"


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        ('"It rains," said Tom Reed, a farmer from Ashby.', "farmer from Ashby"),
        ('"It rains," said Ashby farmer Tom Reed.', "Ashby farmer"),
        (
            '"It rains," says Northwind Executive VP of Rain and Weather Tom Reed.',
            "Northwind Executive VP of Rain and Weather",
        ),
        ('"It rains," said the head of the farmers\' union, Tom Reed.', "head of the farmers' union"),
        ('"It rains," Tom Reed, president of the farmers\' union, said.', "president of the farmers' union"),
        ('Her campaign manager, Tom Reed, said, "It rains."', "campaign manager"),
    ],
)
def test_a_role_stands_before_or_after_the_name(sentence: str, role: str) -> None:
    (quote,) = read(sentence)
    assert (quote.speaker, quote.role) == ("Tom Reed", role)


def test_a_role_given_once_holds_for_the_whole_article() -> None:
    quotes = read('"It rains," Reed said.\n\n"It pours," said Tom Reed, a farmer.\n\n"It stops," Reed said.')
    assert [(quote.speaker, quote.role) for quote in quotes] == [("Tom Reed", "farmer")] * 3


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ('"We are looking into it," a spokeswoman said.', "a spokeswoman"),
        ('"We are looking into it," said a spokesman for the water board.', "a spokesman for the water board"),
        ('"We are looking into it," the president said.', "the president"),
        ('The water board said it was "looking into it with care."', "The water board"),
        (
            '"We are looking into it," said a longtime adviser to Reed, who asked not to be named.',
            "a longtime adviser to Reed",
        ),
        ('"I love it," said the 46-year-old.', "the 46-year-old"),
    ],
)
def test_speakers_without_a_name_are_called_what_the_article_calls_them(sentence: str, speaker: str) -> None:
    (quote,) = read(sentence)
    assert quote.speaker == speaker


def test_he_and_she_are_told_apart_by_the_given_name() -> None:
    text = 'Alice Harrow met Tom Reed on the bridge.\n\n"It is safe," she said.\n\n"It is high," he said.'
    assert who(text) == [("It is safe,", "Alice Harrow"), ("It is high,", "Tom Reed")]


def test_a_title_keeps_a_couple_of_one_surname_apart() -> None:
    text = 'Alice Reed and Tom Reed came.\n\n"It is safe," Mrs. Reed said.\n\n"It is high," Mr. Reed said.'
    assert who(text) == [("It is safe,", "Alice Reed"), ("It is high,", "Tom Reed")]


def test_who_means_the_person_before_it() -> None:
    (quote,) = read('The meeting was called by Tom Reed, who said the plan was "a waste of good stone."')
    assert quote.speaker == "Tom Reed"


def test_two_quotations_joined_by_and_are_two_of_one_speaker() -> None:
    text = 'They want to "build a richer town" and "learn from the river," Tom Reed says.'
    assert who(text) == [("build a richer town", "Tom Reed"), ("learn from the river,", "Tom Reed")]


def test_a_quotation_split_by_its_attribution_is_one_with_two_parts() -> None:
    for text in (
        '"The river," said Tom Reed, "is not our enemy."',
        '"The river is high," said Tom Reed. "It is not our enemy."',
    ):
        (quote,) = read(text)
        assert len(quote.said) == 2
        assert quote.speaker == "Tom Reed"


def test_two_speakers_in_one_paragraph_stay_two() -> None:
    text = '"It is safe," said Alice Harrow. "It is not," said Tom Reed.'
    assert who(text) == [("It is safe,", "Alice Harrow"), ("It is not,", "Tom Reed")]


def test_the_outermost_subject_speaks_a_fragment() -> None:
    (quote,) = read('Alice Harrow said the board believes the bridge is "as safe as a church."')
    assert quote.speaker == "Alice Harrow"


def test_a_new_clause_has_its_own_speaker() -> None:
    text = 'Alice Harrow said the bridge was "as safe as a church," while Tom Reed called it "a wet ladder."'
    assert [speaker for _, speaker in who(text)] == ["Alice Harrow", "Tom Reed"]


def test_the_sentence_before_names_the_speaker() -> None:
    assert who('Alice Harrow shook her head. "Not while I am mayor."') == [("Not while I am mayor.", "Alice Harrow")]


def test_the_paragraph_before_names_the_speaker() -> None:
    assert who('Alice Harrow replied:\n\n"Not while I am mayor of this town."')[0][1] == "Alice Harrow"


def test_further_paragraphs_without_a_name_go_on_with_the_last_speaker() -> None:
    text = '"It is safe," said Alice Harrow.\n\n"Nobody need worry about it at all."'
    assert [speaker for _, speaker in who(text)] == ["Alice Harrow"] * 2


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ('"The bridge is safe," Tom Reed said.', "direct"),
        ('Tom Reed said: "The bridge is safe."', "direct"),
        ('Tom Reed said the bridge was "as safe as a church."', "partial"),
        ('The bridge is "as safe as a church," Tom Reed said.', "partial"),
    ],
)
def test_a_fragment_of_the_reporters_sentence_is_partial(text: str, kind: str) -> None:
    (quote,) = read(text)
    assert quote.kind == kind


@pytest.mark.parametrize(
    "text",
    [
        'The town will use the bridge as the "preferred" way to the market.',
        'The play, "The Ferryman of Ashby," opens in May.',
        'The singer of "Seven Stones" was seen in Ashby, Tom Reed of "Morning Town" wrote.',
        "He is 6'2\" tall.",
    ],
)
def test_scare_quotes_titles_and_measures_are_nobodys_words(text: str) -> None:
    assert read(text) == []


def test_a_label_inside_the_marks_names_the_speaker() -> None:
    (quote,) = read('Alice Harrow was on air.\n\n"HARROW: I never said that it was safe."')
    assert (quote.said, quote.speaker) == (("I never said that it was safe.",), "Alice Harrow")


def test_an_interview_with_letters_is_the_guests() -> None:
    text = "Alice Harrow built the bridge.\n\nQ: Is it safe?\n\nA: It is.\n\nQ: Sure?\n\nA: Quite."
    assert who(text) == [("Is it safe?", None), ("It is.", "Alice Harrow"), ("Sure?", None), ("Quite.", "Alice Harrow")]


def test_a_transcript_with_names() -> None:
    text = "Tom Reed asked Alice Harrow.\n\nREED: Is it safe?\n\nHARROW: It is.\n\nREED: Good."
    assert who(text) == [("Is it safe?", "Tom Reed"), ("It is.", "Alice Harrow"), ("Good.", "Tom Reed")]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Tom Reed said that the river was rising.", ("the river was rising",)),
        ("Tom Reed said the river was rising.", ("the river was rising",)),
        ("The river was rising, Tom Reed said.", ("The river was rising",)),
        ("The river, said Tom Reed, was rising.", ("The river", "was rising")),
        ("According to Tom Reed, the river was rising.", ("the river was rising",)),
    ],
)
def test_indirect_speech_comes_only_when_asked_for(text: str, said: tuple[str, ...]) -> None:
    assert read(text) == []
    (quote,) = read(text, indirect=True)
    assert (quote.said, quote.speaker, quote.kind) == (said, "Tom Reed", "indirect")
