"""Who said what: text in, quotations with their speakers out.

The way of a text::

    marks         stretches between quotation marks, paragraph by paragraph
    tokens        the reporter's words of a paragraph; a marked stretch is one token; sentences are ranges of tokens
    people        who is in the article: full names, their sex as far as the text tells it
    bearers       who "the harbour master" is
    unnamed       who says something without a name: "a spokesman"
    mentions      what part each mention of them plays in its sentence
    pronouns      whom "he" and "she" mean
    introductions what the article says somebody is, and who "the harbour master" is
    phrases       noun phrases that name a speaker; found before a verb (phrase_before) or after it (phrase_after)
    saying        which words are verbs of saying
    clauses       the subject of a sentence
    cues          verbs of saying in a sentence, each with its subject
    outermost     which of several verbs speaks
    attribution   which verb a marked stretch belongs to
    scare         stretches that nobody says: scare quotes, titles of works
    speakers      a phrase becomes the fullest name, the role, the person a pronoun means
    labels        "SMITH:" inside the marks; interviews and transcripts, whose paragraphs begin with labels
    indirect      what was said without marks ("Smith said that …")
    foreign       articles in other European languages, by a simpler way of their own
    corner        articles in Japanese and Chinese, likewise; whom a topic of theirs names (corner_names)
    extraction    all of it in order; parts of one act of saying become one Quote

Every step looks at a bounded number of tokens around each mark, so the cost is linear in the length of the text.
"""

from __future__ import annotations

from termnews.article import Quote
from termnews.quotes.extraction import extract

QUOTES_VERSION = 4
"""Grows with every change that can change what ``extract`` gives, so that stored quotations are made anew."""

__all__ = ["QUOTES_VERSION", "Quote", "extract"]
