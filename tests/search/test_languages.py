"""Words in their forms, by the language of the article."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termnews import folding
from termnews.search import Index
from termnews.search.stemming import ENGLISH, LANGUAGES, beginning_of, language_of, stem, stems

from .making import document, found, index_of

TEXTS = {
    1: ("de", "Die Häuser am Hafen wurden verkauft, sagten die Minister. Neue Zeitungen berichten."),
    2: ("fr", "Les élections nationales ont été annoncées par les gouvernements."),
    3: ("es", "La nueva elección fue anunciada por los presidentes."),
    4: ("ru", "Новая книга о выборах, последние решения правительств."),
    5: ("en-GB", "The new houses were sold; news of elections spread."),
    6: (None, "Elections were announced, houses were not."),
    7: ("pl", "Nowe domy zostały sprzedane, elections and houses."),
    8: ("nb", "Regjeringen solgte husene."),
}


@pytest.fixture
def library(tmp_path: Path) -> Index:
    return index_of(tmp_path, *(document(number, text, language=tag) for number, (tag, text) in TEXTS.items()))


@pytest.mark.parametrize(
    ("query", "numbers"),
    [
        ("Haus", {1}),
        ("haus", {1}),
        ("Häusern", {1}),
        ("ministern", {1}),
        ("zeitung", {1}),
        ("elections", {2, 5, 6, 7}),  # the French one has the stem of the English word
        ("élection", {2, 5, 6, 7}),
        ("elecciones", {3}),
        ("presidente", {3}),
        ("новые", {4}),
        ("новый", {4}),
        ("решение", {4}),
        ("house", {5, 6, 7}),
        ("new", {5}),  # and no German or Spanish word that begins so
        ("news", {5}),
        ("regjering", {8}),
        ("exact:haus", set()),
        ("exact:häuser", {1}),
        ('"haus"', set()),
        ('"die häuser"', {1}),
        ("lang:de", {1}),
        ("lang:en", {5}),
    ],
)
def test_a_bare_word_finds_its_forms_in_every_language(library: Index, query: str, numbers: set[int]) -> None:
    assert set(found(library, query)) == numbers


def test_the_word_being_typed_is_a_beginning_and_finds_its_forms(library: Index) -> None:
    assert set(found(library, "zeitung", as_typed=True)) == {1}
    assert set(found(library, "presidente", as_typed=True)) == {3}


def test_quotations_are_stemmed_as_their_article(tmp_path: Path) -> None:
    said = document(1, "Er sagte: „Die Häuser stehen leer.“", {"Die Häuser stehen leer.": "Anna Holm"}, language="de")
    index = index_of(tmp_path, said)
    assert found(index, "said:haus") == [1]
    assert found(index, "speaker:holm said:haus") == [1]


def test_an_index_tells_its_languages_and_english_is_none(tmp_path: Path) -> None:
    index = index_of(tmp_path, document(1, "wine"), document(2, "bread", language="pl"))
    assert all(store.languages == frozenset() for store in index.stores().values())
    index.write([document(3, "Brot “so”", {"so": None}, language="de-AT"), document(4, "vin", language="fr")])
    assert {name: set(store.languages) for name, store in index.stores().items()} == {
        "articles": {"de", "fr"},
        "quotations": {"de"},
    }


@pytest.mark.parametrize(
    ("tag", "language"), [(None, "en"), ("en-US", "en"), ("DE-at", "de"), ("nn", "no"), ("nb-NO", "no"), ("ja", "en")]
)
def test_the_language_of_a_tag(tag: str | None, language: str) -> None:
    assert language_of(tag) == language


def test_where_there_is_only_english_a_word_is_one_stem() -> None:
    assert stems("houses", ()) == ["hous"]
    assert stems("houses", {"de"}) == ["hous", "hous@de"]
    assert stems("2016", LANGUAGES) == ["2016"]


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("da", "valg valget"),
        ("de", "Regierung Regierungen"),
        ("es", "decisión decisiones"),
        ("fi", "metsä metsässä"),
        ("fr", "économique économiques"),
        ("hu", "választás választások"),
        ("it", "elezione elezioni"),
        ("nl", "regering regeringen"),
        ("no", "regjeringen regjeringer"),
        ("pt", "governo governos"),
        ("ro", "guvernul guverne"),
        ("ru", "новый новая нового"),
        ("sv", "regeringen regeringar"),
    ],
)
def test_forms_meet_without_their_accents(language: str, forms: str) -> None:
    assert len({stem(folding.fold(form), language) for form in forms.split()}) == 1


def test_a_word_that_a_stemmer_fails_at_is_its_own_stem(tmp_path: Path) -> None:
    assert found(index_of(tmp_path, document(1, "Nadie argue así.", language="es")), "argue") == [1]
    assert stem("argue", "es") in {"argue@es", "argu@es"}  # the other Whoosh does not fail at it


@given(st.text(min_size=1, max_size=12).map(folding.fold).filter(str.isalnum), st.sampled_from(sorted(LANGUAGES)))
def test_every_word_has_a_stem_in_every_language(word: str, language: str) -> None:
    found = stem(word, language)
    assert found
    assert found == word or (found.endswith(f"@{language}") == (language != ENGLISH))
    assert found in stems(word, {language})


ENDINGS = """s es ed ing ingly y ies ied ying ation ational ization izer ness ful ement ence able ism ively ously eed er
    est ication logie euse eaux emment amment issaient issait heden heid innen ungen ern isch amente idad ando iendo aba
    are ire ento ksi tten isi kaan eza elor ului ov ami ost ende arna ornas nak ben""".split()


@given(
    st.text("abcdefghiklmnoprstuvyz", min_size=1, max_size=6),
    st.lists(st.sampled_from(ENDINGS), max_size=3).map("".join),
    st.sampled_from(sorted(LANGUAGES)),
)
def test_a_word_begins_like_its_stem(start: str, ending: str, language: str) -> None:
    word = start + ending
    assert word.startswith(beginning_of(stem(word, language), language))


def test_a_form_may_begin_a_little_otherwise_than_the_stem() -> None:
    assert "dying".startswith(beginning_of(stem("dies")))
    assert stem("dying") == stem("dies") == "die"
