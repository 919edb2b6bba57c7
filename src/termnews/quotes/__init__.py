"""Who said what: text in, quotations with their speakers out.

The way of a text::

    marks         stretches between quotation marks, paragraph by paragraph
    tokens        the reporter's words of a paragraph; a marked stretch is one token; sentences are ranges of tokens
    people        who is in the article: full names, their sex as far as the text tells it
    phrases       the noun phrase before or after a verb: name, role, pronoun
    cues          verbs of saying in a sentence, each with its subject
    attribution   which cue a marked stretch belongs to, or none: then it is no quotation
    merging       parts of one act of saying become one Quote
    transcripts   "Q:", "SMITH:" at the start of paragraphs
    indirect      what was said without marks ("Smith said that …")

Every step looks at a bounded number of tokens around each mark, so the cost is linear in the length of the text.
"""

from __future__ import annotations

from termnews.article import Quote
from termnews.quotes.extraction import extract

QUOTES_VERSION = 1
"""Grows with every change that can change what ``extract`` gives, so that stored quotations are made anew."""

__all__ = ["QUOTES_VERSION", "Quote", "extract"]
