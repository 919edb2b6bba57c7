"""Widgets that draw their lines, of which only those are put on the screen that changed."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Collection, Iterator, Sequence
from typing import Self

from textual.geometry import Region, Size
from textual.strip import Strip
from textual.widget import Widget


class ChangedLines(Widget):
    """Draws lines, keeps them until something changes, and has Textual write those that differ from what is shown.

    Textual asks a widget for all its lines whenever anything changes on the screen, and writes every line of one that
    changed: for a terminal to read that takes longer than a search.
    """

    _drawn: tuple[tuple[Region, Size], list[Strip]] | None = None
    _shown: list[Strip] | None = None  # what was there when the screen was last drawn; None: nobody knows

    @abstractmethod
    def draw_lines(self, crop: Region) -> list[Strip]:
        """The lines of ``crop``, in cells of the widget."""

    def refresh(self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Self:
        """Have what changed of the widget, or of parts of it, put on the screen."""
        self._drawn = None
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def notify_style_update(self) -> None:
        """Called by Textual when styles change (a theme, the focus)."""
        self._drawn = None
        super().notify_style_update()

    def render_lines(self, crop: Region) -> list[Strip]:
        if self._drawn is None or self._drawn[0] != (crop, self.size):
            self._drawn = (crop, self.size), self.draw_lines(crop)
        lines = self._drawn[1]
        if self._shown is not lines:  # the screen is drawn for another reason: who knows what of this is written
            self._shown = None
        return lines

    def _exchange_repaint_regions(self) -> Collection[Region]:
        """What is to be written; called by Textual when it draws the screen, right before it asks for the lines."""
        regions = super()._exchange_repaint_regions()
        if self.screen._compositor._full_map_invalidated:  # noqa: SLF001 - who asks for a size now lays the screen out
            self._shown = None
            return regions
        before, whole = self._shown, self.outer_size.region
        lines = self.render_lines(whole)
        if before is not None and len(before) == len(lines):
            self._shown = lines
            return _rows(before, lines, whole.width)
        self._shown = lines if whole in regions else None
        return regions


def _rows(before: Sequence[Strip], lines: Sequence[Strip], width: int) -> Collection[Region]:
    """The rows in which lines differ, those beside each other as one."""
    differ = (row for row, line in enumerate(lines) if line is not before[row] and line != before[row])
    return [Region(0, first, width, end - first) for first, end in _runs(differ)]


def _runs(rows: Iterator[int]) -> Iterator[tuple[int, int]]:
    first = end = -1
    for row in rows:
        if row != end:
            if end > first:
                yield first, end
            first = row
        end = row + 1
    if end > first:
        yield first, end
