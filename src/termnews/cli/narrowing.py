"""What answers have in common, and when they were published, as ``termnews search`` prints it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from termnews.cli import cells, records, stderr, stdout

if TYPE_CHECKING:
    from termnews.article import Facet, Timeline
    from termnews.cli.options import Form
    from termnews.cli.stdout import Stdout

_DATE_CELLS = len("2016-11-15")


def write_facets(out: Stdout, form: Form, facets: Mapping[str, Sequence[Facet]]) -> int:
    """Write the values of each facet with their counts; returns the exit code."""
    found = False
    for name, values in facets.items():
        if out.is_terminal and form == "text" and values:
            if found:
                out.line()
            out.line(out.styled(name, stdout.BOLD))
        for facet in values:
            found = True
            if form == "json":
                out.line(records.line(records.facet(name, facet)))
            elif out.is_terminal:
                count = f"{facet.count:7,}  "
                out.line(count + cells.cut(out.field(facet.value), max(1, out.width - len(count))))
            else:
                out.fields(name, facet.value, facet.count, facet.query)
    return stderr.DONE if found else stderr.NOTHING_FOUND


def write_timeline(out: Stdout, form: Form, timeline: Timeline) -> int:
    """Write how many answers there are over time: for eyes as bars, else as JSON Lines; returns the exit code."""
    drawn = out.is_terminal and form == "text"
    if not drawn:
        for date, count in timeline.points:
            out.line(records.line({"date": date, "count": count}))
        if timeline.undated:
            out.line(records.line({"date": None, "count": timeline.undated}))
    elif timeline.points:
        _draw(out, timeline.points)
    if drawn and timeline.undated:
        out.line(_counted("no date", timeline.undated).rstrip())
    return stderr.DONE if timeline.points or timeline.undated else stderr.NOTHING_FOUND


def _draw(out: Stdout, points: Sequence[tuple[str, int]]) -> None:
    """A line for each date, with a bar as long as its count."""
    from rich.bar import Bar
    from rich.console import Console

    most = max(count for _, count in points)
    room = out.measure - len(_counted("", most))
    console = Console(width=max(1, room), color_system=None, force_terminal=True, legacy_windows=False)
    for date, count in points:
        with console.capture() as drawn:
            console.print(Bar(most, 0, count), end="")
        bar = drawn.get().strip() if room > 0 else ""
        out.line(f"{_counted(date, count)}{out.styled(bar, stdout.MARK)}".rstrip())


def _counted(date: str, count: int) -> str:
    return f"{date:{_DATE_CELLS}} {count:7,}  "
