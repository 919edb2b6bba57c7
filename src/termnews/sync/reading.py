"""A file -> an article with its quotes.  What the worker processes run; knows formats and quotes, no store."""

from __future__ import annotations

import hashlib
import os
import stat
import time
from dataclasses import dataclass, replace
from pathlib import Path

from termnews import formats, ids, quotes
from termnews.article import Article, Quote
from termnews.errors import TermnewsError
from termnews.language import LANGUAGES_VERSION, language_of_text
from termnews.search.layout import COPIES_VERSION
from termnews.sync.walk import modified

ENGINE = (
    f"formats {formats.FORMATS_VERSION}, languages {LANGUAGES_VERSION}, quotes {quotes.QUOTES_VERSION},"
    f" copies {COPIES_VERSION}"
)
_RACY_NANOSECONDS = 2_000_000_000


@dataclass(frozen=True, slots=True)
class Job:
    """A file to look at; ``digest`` is that of its content when the present engine last read it, None otherwise."""

    id: str
    digest: bytes | None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a job: an article with its quotes and its sketch (``search.copies``), or the reason why not, or
    neither where the content is what it was.  ``gone`` where the file left since it was seen."""

    id: str
    size: int = 0
    mtime: int = 0
    racy: bool = False
    digest: bytes = b""
    article: Article | None = None
    quotes: tuple[Quote, ...] = ()
    sketch: bytes = b""
    reason: str | None = None
    gone: bool = False


def read(root: Path, job: Job) -> Outcome:
    """Do one job; never raises for what a file may hold or turn into."""
    try:
        path = ids.inside(root, job.id)
        if not formats.known(path.name):
            status = path.stat()
            return Outcome(job.id, status.st_size, modified(status), reason="unknown format")
        with open(path, "rb", opener=_without_waiting) as file:
            status = os.fstat(file.fileno())
            if not stat.S_ISREG(status.st_mode):
                return Outcome(job.id, gone=True)
            data = file.read(formats.MOST_BYTES + 1)
    except (FileNotFoundError, IsADirectoryError, NotADirectoryError):
        return Outcome(job.id, gone=True)
    except (OSError, ValueError) as error:
        reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
        return Outcome(job.id, reason=f"can't be read: {reason}")
    seen = Outcome(
        job.id,
        size=status.st_size,
        mtime=modified(status),
        racy=status.st_mtime_ns > time.time_ns() - _RACY_NANOSECONDS,
        digest=hashlib.blake2b(data, digest_size=16).digest(),
    )
    return seen if seen.digest == job.digest else _understood(seen, data, path.name)


def _without_waiting(path: str, flags: int) -> int:
    """Open a file that may have become a pipe since it was seen, for whose other end nobody may wait."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _understood(seen: Outcome, data: bytes, name: str) -> Outcome:
    from termnews.search import copies  # with NumPy, which nobody needs where no file has changed

    try:
        article = formats.read_bytes(data, name=name, id=seen.id)
        if article.language is None:
            article = replace(article, language=language_of_text(article.text))
        found = tuple(quotes.extract(article.text, indirect=True))
        return replace(seen, article=article, quotes=found, sketch=copies.sketch(article))
    except TermnewsError as error:
        return replace(seen, reason=str(error))
    except (RecursionError, MemoryError) as error:
        return replace(seen, reason=f"too much for the reader ({type(error).__name__})")
    except Exception as error:  # noqa: BLE001 - one file that shows a fault of ours must not keep the others out
        return replace(seen, reason=f"the reader failed on it ({type(error).__name__}: {error})")
