"""Whom the topic of a Japanese or Chinese sentence names: "市議の橋本千鶴氏" is 橋本千鶴, a 市議.

A topic can be a whole clause ("方角で物件を探した恭子さん") or no person at all ("出来栄えについて").  What stands
before the name is cut off; where no name or noun for people is left, nobody is named: a fragment is worse than nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

TITLES = (
    "(?:代表取締役社長|社長|会長|市長|町長|村長|知事|首相|大臣|教授|博士|議員|市議|選手|監督|弁護士|容疑者|被告|記者|先生|さん|氏|様|君|"
    "くん|ちゃん)"
)
_HONORIFIC = re.compile(rf"{TITLES}$")
_FAMILIAR = frozenset({"さん", "ちゃん", "くん"})
_WORD = "[一-鿿々〆ァ-ヴーA-Za-zＡ-Ｚａ-ｚ0-9０-９・＝=&＆.\\-]"
# Before a title a name may be in hiragana, or end so: "かおりさん", "鳥飼すみれさん".
_TITLED = re.compile(rf"(?:(?:\A|(?<=[の、たる]))[ぁ-ん]{{2,5}}|[一-鿿々]{{1,3}}[ぁ-ん]{{1,4}}|{_WORD}+)$")
_BARE = re.compile(rf"{_WORD}+$")
_NOUNS = re.compile(rf"\A(?:{_WORD}+の)*{_WORD}+$")
_ASIDE = re.compile(r"[（(][^（）()]*[）)]?$")
_HIRAGANA = re.compile("[ぁ-ん]")
_OWNER = re.compile(rf"(?:{_WORD}+の)*{_WORD}+$")
_PEOPLE = re.compile(
    "(?:者|員|人|民|相|長|側|会|省|庁|党|社|署|局|紙|誌|隊|団|職|官|師|家|手|客|親|父|母|妻|夫|兄|弟|姉|妹|友|男性|女性|男子|女子|達|子供|選手|"
    "メンバー|ユーザー|ファン|スタッフ|ビジネスパーソン|チーム|コーチ|リーダー|オーナー|シェフ|デザイナー|ライター|プロデューサー)$"
)
_NOBODY = frozenset(
    "今回 今日 今年 昨年 今後 当時 最近 最後 最初 自分 私 僕 俺 彼 彼女 人 次 前 後 中 何 誰 話題 結果 理由 質問 "
    "場合 一方 問題".split()
)
_LONGEST = 24
_GIVEN_SO = re.compile(rf"[一-鿿]{{0,3}}{TITLES}|・")
_GIVEN_NAME = re.compile(rf"[一-鿿]{{1,3}}(?={TITLES})")
_OCCURRENCES = 50
_FAR = 20_000
"""Characters of the text that are looked through for a name given in full: beyond it a name costs the same."""


class Person(NamedTuple):
    """Who is named: ``at`` is where in the topic the name begins."""

    name: str
    role: str | None
    title: str
    at: int


def person_in(topic: str, text: str, far: bool = False) -> Person | None:
    """The person or the people whom a topic names, as far as its own words and those of the text tell.

    ``far``: another topic stands between, so that this one may be anything ("事故が起きたときは").
    """
    worded = _ASIDE.sub("", topic)
    found = _HONORIFIC.search(worded)
    title = found.group() if found is not None and found.start() else ""
    base = worded[: len(worded) - len(title)]
    match = (_TITLED if title else _BARE).search(base)
    if match is None or not 0 < len(match.group()) <= _LONGEST:
        return None
    name, before = match.group(), base[: match.start()]
    if title:
        return Person(name, _role(before, title), title, match.start())
    if name in _NOBODY or name.isdecimal():
        return None
    if _PEOPLE.search(name) and _NOUNS.match(base):
        return Person(base, None, "", 0)
    if _PEOPLE.search(name) or not (before or far) or _is_known(name, text):
        return Person(name, None, "", match.start())
    return None


def _role(before: str, title: str) -> str | None:
    """What stands before a name with の, else the title, where that is an office."""
    owner = _OWNER.search(before[:-1]) if before.endswith("の") else None
    if owner is not None:
        return owner.group()
    return None if title in _FAMILIAR or len(title) == 1 else title


def _is_known(name: str, text: str) -> bool:
    """Whether the text gives the name elsewhere with a title, or in full: "レオナルド・ディカプリオ"."""
    return any(
        text[max(0, at - 1) : at] == "・" or _GIVEN_SO.match(text, at + len(name)) for at in _occurrences(name, text)
    )


def fullest(name: str, text: str) -> str:
    """The full name that a family name stands for: 橋本千鶴 for 橋本, where the text has 橋本千鶴氏."""
    for at in _occurrences(name, text):
        given = _GIVEN_NAME.match(text, at + len(name))
        if given is not None:
            return name + given.group()
    return name


def _occurrences(name: str, text: str) -> Iterator[int]:
    """Where a name stands in the first part of a text, the first few times."""
    at = text.find(name, 0, _FAR)
    for _ in range(_OCCURRENCES):
        if at < 0:
            return
        yield at
        at = text.find(name, at + 1, _FAR)
