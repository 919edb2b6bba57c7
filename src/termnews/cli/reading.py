"""What a word ARTICLE on the command line means, and the article behind it.

An id of the library comes first; a word that begins with ``/``, ``./`` or ``../`` is a file; ``-`` is stdin.  This is
the one module of the front ends that uses ``formats`` and ``quotes`` themselves: a file needs no library, and reading
one opens no store.
"""

from __future__ import annotations

import os
import stat
import sys
from typing import TYPE_CHECKING

from termnews import errors

if TYPE_CHECKING:
    from termnews import Library
    from termnews.article import Article, Quote
    from termnews.cli.session import Session


class NoSuchArticle(errors.TermnewsError):
    """A word that is no article, with what may have been meant."""


def is_file(word: str) -> bool:
    """Whether the word names a file rather than an article of the library."""
    return word.startswith(("/", "./", "../")) or word in {".", ".."}


def is_stdin(word: str) -> bool:
    """Whether the word names standard input."""
    return word == "-"


def named(word: str) -> str:
    """The id that a word means: a file's name as a shell gives it, if it is not UTF-8, is an id only when escaped."""
    try:
        word.encode()
    except UnicodeEncodeError:
        from termnews import ids

        return ids.from_path(word)
    return word


def article(word: str, session: Session) -> Article:
    """The article that the word names.

    Raises TermnewsError, in a line that begins with the word.
    """
    if is_stdin(word):
        return _from_stdin()
    if is_file(word):
        return _from_file(word)
    return _from_library(word, session)


def _from_stdin() -> Article:
    from termnews import formats

    if sys.stdin is None:
        raise errors.Unreadable("standard input is closed")
    try:
        return formats.read_bytes(sys.stdin.buffer.read(formats.MOST_BYTES + 1), name="-")
    except errors.Unreadable as error:
        raise errors.Unreadable(f"standard input: {error}") from None


def _from_file(word: str) -> Article:
    from pathlib import Path

    from termnews import formats

    try:
        path = Path(word)
        if stat.S_ISREG(path.stat().st_mode):
            return formats.read(path)
        with path.open("rb") as stream:  # a pipe, as a shell makes one of <(command)
            return formats.read_bytes(stream.read(formats.MOST_BYTES + 1), name="-")
    except errors.Unreadable as error:
        raise errors.Unreadable(f"{word}: {error}") from None
    except ValueError:
        raise errors.Unreadable(f"{word}: a name that no file can have") from None
    except OSError as error:
        raise errors.Unreadable(f"{word}: {(error.strerror or str(error)).lower()}") from None


def _from_library(word: str, session: Session) -> Article:
    """The article with this id: its file read anew, else what the library knows of it."""
    from termnews import formats, ids

    word = named(word)
    try:
        path = ids.inside(session.root, word)
        if path.is_file():
            return formats.read(path, id=word)
    except errors.Unreadable as error:
        raise errors.Unreadable(f"{word}: {error}") from None
    except (ValueError, OSError):
        pass
    from termnews import Library

    with Library(session.root) as library:
        try:
            return library.article(word)
        except KeyError as error:
            raise unknown(word, error) from None


def quotes(text: str, *, indirect: bool = False) -> tuple[Quote, ...]:
    """Who says what in a text, without a library."""
    from termnews.quotes import extract

    return tuple(extract(text, indirect=indirect))


def id_of(word: str, library: Library) -> str:
    """The id of the article that the word names, which may be a file of the library.

    Raises TermnewsError where it lies outside; whether it exists is for the library to say.
    """
    from termnews import ids

    if is_stdin(word):
        raise NoSuchArticle("-: only an article of the library will do here")
    if not is_file(word):
        return named(word)
    folder, name = os.path.split(os.path.abspath(word))
    relative = os.path.relpath(os.path.join(os.path.realpath(folder), name), os.path.realpath(library.root))
    if relative.startswith(os.pardir):
        raise NoSuchArticle(f"{word}: not in the library {library.root}")
    return ids.from_path(relative)


def unknown(word: str, error: KeyError) -> NoSuchArticle:
    """What to tell where a library knows no such id."""
    nearest = error.args[1] if len(error.args) > 1 else ()
    word = word or "''"
    if nearest:
        return NoSuchArticle(f"{word}: no such article; did you mean: {', '.join(nearest)}")
    if os.path.isfile(word):  # noqa: PTH113 - no need of pathlib here
        return NoSuchArticle(f"{word}: no such article; for the file write ./{word}")
    return NoSuchArticle(f"{word}: no such article; all there are: termnews list")
