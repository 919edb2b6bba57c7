"""Little words and common adjectives, by what they do in a phrase.  Compiled for this project."""

from __future__ import annotations

PRONOUNS = frozenset("he she they it i we who you".split())
DETERMINERS = frozenset(
    """a an the this that these those his her their its our my your one another some many several both two three
    four""".split()
)
# Words that stand for people without a noun: "said one", "another said".
SOMEBODY = frozenset("one another several many some others both".split())
SUBJECT_STARTS = PRONOUNS | DETERMINERS
ATTACHING = frozenset("of for from at with in to on".split())
PREPOSITIONS = ATTACHING | frozenset(
    """by about against between among over under after before during through into onto upon as like than via amid
    despite without within since until toward towards near behind beyond across around off along alongside above below
    beside inside throughout""".split()
)
JOINING = frozenset(
    "and or but that which who whom whose when where while if because so though although yet nor then".split()
)
RELATIVE = frozenset("who whom whose which".split())
ADJECTIVES = frozenset(
    """Republican Democratic American British French German Russian Chinese Japanese Mexican Canadian European African
    Asian English Irish Scottish Welsh Italian Spanish Israeli Iranian Iraqi Syrian Turkish Indian Muslim Christian
    Jewish Catholic Republicans Democrats Democrat Americans Muslims Christians""".split()
)
MODIFIERS = frozenset(
    """
    former ex late then senior junior chief deputy acting retired longtime veteran fellow vice general assistant
    associate co-founder national state local federal presidential senate house party campaign communications press
    policy political foreign prime managing executive team club company group board union legal media network news
    sports prominent top leading influential conservative liberal progressive democratic republican independent
    evangelical billionaire real estate minority majority undecided unnamed talk radio tv television film movie pop
    rock rap defence defense health finance education environment transport police fire school university college
    hospital current outgoing incoming newly elected presumptive nominee-in-waiting one-time onetime self-described
    mr mrs
    """.split()
)
WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
SPANS = frozenset(
    "day week month year night weekend morning afternoon evening fall spring summer winter time hour moment".split()
)
# What ends like an adverb and is a noun or an adjective.
LY_NOUNS = frozenset(
    """
    family ally reply daily weekly monthly assembly rally tally bully butterfly supply early elderly friendly lonely
    only likely deadly holy costly monopoly anomaly belly jelly lily fly folly
    """.split()
)
