"""Headlines: which first line is one, and how a text without one is called."""

from __future__ import annotations

import re

LONGEST = 150
"""Characters of a first line that can be a headline."""

_DERIVED = 80  # characters of a derived headline, the ellipsis not counted
_SHORT_WORD_BACK = 30  # how far back from the cut a blank is looked for; some scripts have none

_RUNS_ON = (",", ";", ":", "-", "–", "—")
_STOP = re.compile(r"""[.。．]["'”’»)\]]*$""")
# Compiled (and then kept by re) only for a line that ends with a stop, or a text without a headline.
_NO_STOP = (
    r"""(?:(?:\.\.\.|…)["'”’»)\]]*|\b(?:[A-Za-z]\.){2,}"""
    r"""|(?:^|\s)(?:Inc|Ltd|Co|Corp|Jr|Sr|Bros|vs|St|etc|No|p\.m|a\.m)\.)$"""
)
_SENTENCE_END = r"""[.!?…]["'”’»)\]]*(?=\s+["'“‘«(\[¿¡]*[^\Wa-z_])|[。！？][」』”’]*|[.!?…]["'”’»)\]]*$"""
_ABBREVIATION = (
    r"(?:(?:^|[\s(\"'“‘])(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Col|Lt|Sgt|Capt|Cmdr|Rev|Hon|St|Mt|Ft|No|Nos|vs|Jr|Sr|"
    r"Inc|Ltd|Co|Corp|Bros|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Art|Fig|approx|[A-Z])|\.[A-Za-z])\.$"
)


def is_headline(line: str) -> bool:
    """Whether a first line reads as a headline: short, with words in it, and not ending as running text does."""
    if len(line) > LONGEST or line.endswith(_RUNS_ON) or not any(map(str.isalnum, line)):
        return False
    return not _STOP.search(line) or re.search(_NO_STOP, line) is not None


def derived(text: str) -> str:
    """The start of the first sentence of a body, cut at a word with an ellipsis where it is long."""
    paragraph = text.split("\n", 1)[0][: _DERIVED * 10]
    sentence = _first_sentence(paragraph)
    if len(sentence) <= _DERIVED:
        stops = sentence.endswith(".") and not re.search(_NO_STOP, sentence)
        return sentence.rstrip(". ") or sentence if stops else sentence
    cut = sentence.rfind(" ", _DERIVED - _SHORT_WORD_BACK, _DERIVED + 1)
    return sentence[: cut if cut > 0 else _DERIVED].rstrip(" ,;:–—-(“‘\"'") + "…"


def _first_sentence(paragraph: str) -> str:
    for match in re.finditer(_SENTENCE_END, paragraph):
        if paragraph[match.start()] != "." or not re.search(_ABBREVIATION, paragraph[: match.start() + 1]):
            return paragraph[: match.end()]
    return paragraph
