"""The tables of the catalog.

meta        what the catalog says of itself: see ``Meta`` in records.py
article     a row an article; ``number`` is its short name here and in the index and is never used twice;
            ``pending`` rows are written but not yet committed by the index; ``copy`` is the least number among
            its near-copies, NULL where it has none
body        the canonical text, apart from the rows so that lists stay small on disk
tag         the file's own tags once more, case-folded, to look articles up by
quote       who said what: ``position`` is the place in the article's list of quotations, ``profile`` who said it
name        every speaker's name once, with its block (NULL before it was looked at, empty where it names nobody)
alias       further keys of names, by which names of different blocks are brought together
profile     a name with the role and section it came with (empty where none), the speakers beside
            it in the first such article, and the person it belongs to
mention     the profiles of an article, how many direct quotations each has there, and the article's date
sketch      the keys by which an article's near-copies are looked for, eight bytes each: see copies.py
band        the same once more, to look articles up by a key
uncompared  articles that were not compared with those that share a key with them
stale       blocks whose people have to be told apart anew: see people.py
unreadable  files that became no article, with the reason
tombstone   numbers of articles that left, until the index has dropped them too
"""

from __future__ import annotations

SCHEMA_VERSION = 3

FULL = 3
"""The ``fullness`` of a name that says who is meant without anything else."""

WHO = "coalesce(person, -name)"
"""Whom a profile belongs to, as SQL; its name where nobody has told its people apart."""

TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE article (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    size INTEGER NOT NULL,
    mtime INTEGER NOT NULL,
    racy INTEGER NOT NULL,
    digest BLOB NOT NULL,
    engine TEXT NOT NULL,
    headline TEXT NOT NULL,
    derived INTEGER NOT NULL,
    published TEXT,
    moment INTEGER,
    byline TEXT,
    dateline TEXT,
    source TEXT,
    section TEXT,
    tags TEXT NOT NULL,
    language TEXT,
    url TEXT,
    words INTEGER NOT NULL,
    quotes INTEGER NOT NULL,
    pending INTEGER NOT NULL,
    copy INTEGER
);
CREATE INDEX article_newest ON article (moment DESC, id);
CREATE INDEX article_digest ON article (digest);
CREATE INDEX article_pending ON article (number) WHERE pending;
CREATE INDEX article_copy ON article (copy) WHERE copy IS NOT NULL;
CREATE TABLE body (number INTEGER PRIMARY KEY, text TEXT NOT NULL, notices TEXT NOT NULL);
CREATE TABLE tag (tag TEXT NOT NULL, number INTEGER NOT NULL, PRIMARY KEY (tag, number)) WITHOUT ROWID;
CREATE INDEX tag_number ON tag (number);
CREATE TABLE quote (
    number INTEGER NOT NULL,
    position INTEGER NOT NULL,
    speaker TEXT,
    role TEXT,
    kind TEXT NOT NULL,
    parts TEXT NOT NULL,
    mention TEXT,
    cue TEXT,
    profile INTEGER,
    PRIMARY KEY (number, position)
) WITHOUT ROWID;
CREATE INDEX quote_profile ON quote (profile, number) WHERE profile IS NOT NULL;
CREATE TABLE name (
    name INTEGER PRIMARY KEY AUTOINCREMENT,
    speaker TEXT NOT NULL UNIQUE,
    block TEXT,
    fullness INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX name_block ON name (block);
CREATE TABLE alias (alias TEXT NOT NULL, name INTEGER NOT NULL, PRIMARY KEY (alias, name)) WITHOUT ROWID;
CREATE INDEX alias_name ON alias (name);
CREATE TABLE profile (
    profile INTEGER PRIMARY KEY AUTOINCREMENT,
    name INTEGER NOT NULL,
    role TEXT NOT NULL,
    section TEXT NOT NULL,
    beside TEXT NOT NULL,
    person INTEGER,
    UNIQUE (name, role, section)
);
CREATE INDEX profile_new ON profile (name) WHERE person IS NULL;
CREATE INDEX profile_who ON profile (coalesce(person, -name));
CREATE TABLE mention (
    profile INTEGER NOT NULL,
    number INTEGER NOT NULL,
    quotes INTEGER NOT NULL,
    moment INTEGER,
    PRIMARY KEY (profile, number)
) WITHOUT ROWID;
CREATE INDEX mention_number ON mention (number);
CREATE TABLE sketch (number INTEGER PRIMARY KEY, keys BLOB NOT NULL);
CREATE TABLE band (key INTEGER NOT NULL, number INTEGER NOT NULL, PRIMARY KEY (key, number)) WITHOUT ROWID;
CREATE TABLE uncompared (number INTEGER PRIMARY KEY);
CREATE TABLE stale (block TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE unreadable (
    id TEXT PRIMARY KEY, size INTEGER NOT NULL, mtime INTEGER NOT NULL, engine TEXT NOT NULL, reason TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE tombstone (number INTEGER PRIMARY KEY);
"""
