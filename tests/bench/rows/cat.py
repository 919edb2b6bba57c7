"""``termnews cat FILE``, against importing click."""

from __future__ import annotations

from collections.abc import Iterator

from tests.bench import clock
from tests.bench.library import Place
from tests.bench.line import Line

MOST = 1.5


def measure(place: Place, runs: int) -> Iterator[Line]:
    """CPU time of both, interleaved."""
    article = str(place.article)
    ours, theirs = clock.interleaved(
        runs,
        lambda: clock.cpu(clock.termnews("cat", article)),
        lambda: clock.cpu(clock.python("import click")),
    )
    yield Line(
        f"{MOST} x import click", f"{ours * 1000:.1f} ms : {theirs * 1000:.1f} ms", ours / theirs, ours / theirs <= MOST
    )
