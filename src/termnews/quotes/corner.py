"""Who says a 「…」 in a Japanese or Chinese article: text without blanks.

市議の橋本千鶴氏は「反対だ」と述べた。       the topic (は, が, も) of the sentence speaks
「反対だ」と、橋本氏は述べた。               the topic after it
「反対，」橋本千鶴說。                        Chinese: the name before a verb of saying
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from termnews.article import Quote, Span
from termnews.quotes.corner_names import fullest, person_in
from termnews.quotes.marks import Marked, Paragraph

_SAYING = (
    "述べ|語っ|語る|話し|話す|言っ|言う|いう|批判|訴え|強調|説明|答え|明らか|繰り返|指摘|コメント|発言|主張|振り返|反論|呼びかけ|叫|"
    "している|した|涙|笑顔|述懐|漏らし|言葉少な|要求|要請|約束|否定|認め"
)
_SAYS_AFTER = re.compile(
    rf"[」』]と[^。「」]{{0,40}}?(?:{_SAYING})|[」』]だった|[」』]と[、,]|[」』]。[^。「」]{{0,40}}?こう"
)
_CHINESE_VERB = re.compile(
    r"([一-鿿]{2,4}?)(?:则|則|也|还|還)?(?:说|說|表示|指出|称|稱|强调|強調|告诉|告訴|问|問|回答)(?:道|，|：|。)?"
)
_NEAR = 20
_SHORTEST_NAME = 2
_NO_TOPIC = re.compile("(?:と)?(?:いう|言う|いった|する|それ|これ|そう)")
_KANA = re.compile(r"[ぁ-ヿ]")
_TOPIC = re.compile(r"([^。、，「」『』\n]{1,40}?)(?:は|が|も)(?=[^。]*)")
_INDIRECT = re.compile(
    r"(?:^|(?<=。))([^。、「」\n]{1,40})(?:は、?|によると、?|によれば、?)([^。「」\n]{3,200}?)(?:と(?:述べ|語|話|説明|明らか|指摘|訴え|強調|主張)[^。\n]{0,12}|という)?。",
    re.MULTILINE,
)
# "「…」と語る橋本氏は", "「…」と言うのは橋本氏": who the verb after the stretch belongs to.
_RELATIVE = re.compile(
    rf"[」』]と、?[^。、「」]{{0,14}}?(?:(?:{_SAYING}|切り出し|綴|嘆|明かし|答え)[ぁ-ん]{{0,4}}?(?<!いう)|[言い]うのは)"
    r"([一-鿿々ァ-ヴーA-Za-z・]{2,12}(?:さん|くん|ちゃん)?|[ぁ-ん]{2,4}(?:さん|ちゃん))(?=[はがもに、。（])"
)


def is_unspaced(text: str) -> bool:
    """Whether the text ends its sentences as Japanese and Chinese do."""
    return "。" in text


@dataclass(slots=True)
class _Topic:
    speaker: str
    role: str | None
    mention: Span


def find(text: str, paragraphs: list[Paragraph], indirect: bool) -> list[Quote]:
    """The quotations of an article without blanks; names of things in corner marks are none."""
    reading = _Reading(text)
    found: list[Quote] = []
    for paragraph in paragraphs:
        found += reading.read(paragraph)
    if indirect:
        found += reading.reported()
        found.sort(key=lambda quote: quote.parts[0])
    return found


class _Reading:
    def __init__(self, text: str) -> None:
        self._text = text
        self._full: dict[str, str] = {}
        self._roles: dict[str, str] = {}
        self._chinese = not _KANA.search(text)

    def read(self, paragraph: Paragraph) -> list[Quote]:
        found: list[Quote] = []
        last: _Topic | None = None
        for marked in paragraph.marked:
            if self._chinese:
                topic = self._chinese_speaker(marked, paragraph)
                says = topic is not None or (last is not None and self._text[marked.open - 1] in "。 ")
            else:
                says = _SAYS_AFTER.match(self._text, marked.close - 1) is not None
                topic = self._topic(marked, paragraph) if says else None
            if not says:
                continue
            goes_on = topic is None and bool(found) and self._chinese
            topic = topic or last
            part = Span(marked.start, marked.end)
            if goes_on:
                found[-1] = Quote((*found[-1].parts, part), found[-1].speaker, found[-1].role, found[-1].mention)
            elif topic is None:
                found.append(Quote((part,)))
            else:
                found.append(Quote((part,), topic.speaker, topic.role or self._roles.get(topic.speaker), topic.mention))
            last = topic
        return found

    def reported(self) -> list[Quote]:
        """Indirect speech: 「…は、…と述べた。」 and 「…によると、…」 without marks."""
        found = []
        for match in _INDIRECT.finditer(self._text):
            says = "よ" in self._text[match.end(1) : match.start(2)] or self._text[match.end(2)] == "と"
            if says:
                topic = self._named(match.start(1), match.end(1))
                if topic is not None:
                    said = Span(match.start(2), match.end(2))
                    found.append(Quote((said,), topic.speaker, topic.role, topic.mention, None, "indirect"))
        return found

    def _topic(self, marked: Marked, paragraph: Paragraph) -> _Topic | None:
        """The topic of the sentence around a stretch, or of the next one where the stretch is its own sentence."""
        text = self._text
        belongs = _RELATIVE.match(text, marked.close - 1, paragraph.end)
        if belongs is not None and (topic := self._named(*belongs.span(1))) is not None:
            return topic
        start = max(paragraph.start, text.rfind("。", paragraph.start, marked.open) + 1)
        for back, found in enumerate(reversed(list(_TOPIC.finditer(text, start, marked.open)))):
            topic = self._named(found.start(1), found.end(1), far=back > 0)
            if topic is not None:
                return topic
        after = marked.close + 1
        end = text.find("。", after, paragraph.end)
        match = _TOPIC.search(text, after, end if end >= 0 else paragraph.end)
        if match is None and start > paragraph.start:
            before = text.rfind("。", paragraph.start, start - 1) + 1 or paragraph.start
            match = _TOPIC.search(text, before, start)
        return self._named(match.start(1), match.end(1)) if match else None

    def _chinese_speaker(self, marked: Marked, paragraph: Paragraph) -> _Topic | None:
        match = _CHINESE_VERB.match(self._text, marked.close, paragraph.end)
        if match is None:
            start = max(paragraph.start, marked.open - _NEAR)
            before = list(_CHINESE_VERB.finditer(self._text, start, marked.open))
            match = next((found for found in before if found.end() == marked.open), None)
        return None if match is None else self._named(match.start(1), match.end(1))

    def _named(self, start: int, end: int, far: bool = False) -> _Topic | None:
        """Name and role in a topic: role, の, name, honorific."""
        text = self._text
        while start < end and text[start] in " \u3000、，（(）)そこ":
            start += 1
        person = None if _NO_TOPIC.match(text, start, end) else person_in(text[start:end], text, far)
        if person is None:
            return None
        name, role, at = person.name, person.role, start + person.at
        full = self._fullest(name)
        if person.title and full == name and len(name) <= _SHORTEST_NAME:
            return _Topic(name + person.title, role, Span(at, end))
        if role:
            self._roles.setdefault(full, role)
        return _Topic(full, role, Span(at, end))

    def _fullest(self, name: str) -> str:
        """A family name stands for the full name given before."""
        if name not in self._full:
            self._full[name] = fullest(name, self._text)
        return self._full[name]
