"""``termnews index``: catalog and index brought up to date with the folder."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

import click

from termnews.cli import records, stderr, stdout
from termnews.errors import TermnewsError

if TYPE_CHECKING:
    from termnews.cli.session import Session
    from termnews.sync.report import SyncProgress, SyncReport


@click.command("index")
@click.option("--rebuild", is_flag=True, help="Read every file anew, and make a new index beside the old one.")
@click.option("--jobs", type=click.IntRange(min=0), metavar="N", help="Worker processes; without it as many as cores.")
@click.option("--progress", "form", type=click.Choice(["auto", "json"]), default="auto", hidden=True)
@click.pass_obj
def command(session: Session, rebuild: bool, jobs: int | None, form: str) -> int:
    """Look through the folder, and read what is new or changed.

    Everything else works while this runs, and finds what has been read so far.  It may be stopped at any moment and
    goes on from there the next time.  What can't be read is listed by `termnews info`.

    \b
    Examples:
      termnews index
      termnews -l ~/news index --jobs 1
      termnews index --rebuild
    """
    gc.enable()
    if form == "json":
        return _told_in_json(session, jobs, rebuild=rebuild)
    from termnews.cli import progress

    with session.opened() as library:
        with progress.shown() as tell:
            report = library.sync(tell, jobs, rebuild=rebuild)
        for note in report.notes:
            stderr.say(note)
    session.stdout.line(session.stdout.fit(_summary(report)))
    return stderr.DONE


def _summary(report: SyncReport) -> str:
    counts = [
        f"{count:,} {what}"
        for count, what in (
            (report.added, "added"),
            (report.changed, "changed"),
            (report.removed, "removed"),
            (report.moved, "moved"),
        )
        if count
    ]
    summary = ", ".join(counts) or "nothing new"
    return f"{summary}; {report.unreadable:,} can't be read: termnews info" if report.unreadable else summary


def _told_in_json(session: Session, jobs: int | None, *, rebuild: bool) -> int:
    """Events as JSON Lines, for the browser, which has started us; an error is an event too."""

    def event(name: str, **values: str | int | list[str]) -> None:
        session.stdout.line(records.line({"event": name, **values}))
        stdout.flush()

    def tell(progress: SyncProgress) -> None:
        event(
            "progress",
            stage=progress.stage,
            done=progress.done,
            total=progress.total,
            generation=progress.generation,
        )

    try:
        with session.opened() as library:
            report = library.sync(tell, jobs, rebuild=rebuild)
    except TermnewsError as error:
        event("error", message=str(error))
        return stderr.FAILED
    event(
        "done",
        added=report.added,
        changed=report.changed,
        removed=report.removed,
        moved=report.moved,
        unreadable=report.unreadable,
        notes=list(report.notes),
    )
    return stderr.DONE
