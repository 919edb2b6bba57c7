from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termnews.language import language_of_text

TEXTS = {
    "en": "The council voted on Friday to build the bridge that the harbour has asked for, the minister said.",
    "de": "Der Stadtrat hat am Freitag beschlossen, die Brücke zu bauen. Die Opposition nannte den Plan zu teuer.",
    "nl": "De gemeenteraad heeft vrijdag besloten de brug te bouwen, zei de minister, die het plan niet te duur vond.",
    "fr": "Le conseil municipal a décidé vendredi de construire le pont, a annoncé la ministre à la presse.",
    "es": "El ayuntamiento decidió el viernes construir el puente, anunció la ministra ante la prensa de la ciudad.",
    "it": "Il consiglio comunale ha deciso venerdì di costruire il ponte, ha annunciato la ministra alla stampa.",
    "sv": "Kommunfullmäktige beslutade på fredagen att bygga bron, meddelade ministern inför den samlade pressen.",
    "ru": "Городской совет в пятницу решил построить мост, сообщила министр журналистам местной газеты.",
    "ja": "市議会は金曜日、橋の建設を決定した。大臣は記者会見で、来年には工事が始まると述べた。",
    "zh": "市议会星期五决定修建大桥,部长在记者会上说,这座桥将于明年开工建设,工期为三年。",
    "ko": "시의회는 금요일 다리를 건설하기로 결정했다고 장관이 기자회견에서 말했다. 공사는 내년에 시작된다.",
}


@pytest.mark.parametrize("language", TEXTS)
def test_a_few_sentences_tell_their_language(language: str) -> None:
    assert language_of_text(TEXTS[language]) == language


@pytest.mark.parametrize("text", ["", "wine bread tea", "12 000 " * 40, "— * —\n\n" * 30, "Ann Lee, Bob Ray"])
def test_what_tells_nothing_has_no_language(text: str) -> None:
    assert language_of_text(text) is None


@given(st.text())
def test_anything_is_a_text(text: str) -> None:
    language = language_of_text(text)
    assert language is None or language.isalpha()


def test_english_is_told_without_the_model() -> None:
    code = (
        "import sys; from termnews.language import language_of_text; "
        f"assert language_of_text({TEXTS['en']!r}) == 'en'; assert 'py3langid' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)
