"""The scrollbar of a pane."""

from __future__ import annotations

from typing import Self

from rich.color import Color
from textual.geometry import Region, Size
from textual.scrollbar import ScrollBar, ScrollBarRender
from textual.strip import Strip


class PaneScrollBar(ScrollBar):
    """Textual's scrollbar, whose cells go to the screen as they are.

    In place of ``Widget``'s lines, each of which is styled anew: with the list and the text changing at each key in a
    search that was a third of a frame.
    """

    _frame: tuple[tuple[Region, Size], list[Strip]] | None = None

    def refresh(self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Self:
        """Have the scrollbar put on the screen anew."""
        self._frame = None
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def notify_style_update(self) -> None:
        """Called by Textual when styles change (a theme)."""
        self._frame = None
        super().notify_style_update()

    def render_lines(self, crop: Region) -> list[Strip]:
        if self._frame is None or self._frame[0] != (crop, self.size):
            self._frame = (crop, self.size), self._drawn(crop)
        return self._frame[1]

    def _drawn(self, crop: Region) -> list[Strip]:
        bar = self.render()
        if not isinstance(bar, ScrollBarRender) or crop.width != self.size.width:
            return super().render_lines(crop)
        style = self.app.console.get_style(bar.style)
        cells = bar.render_bar(
            size=self.size.height,
            virtual_size=bar.virtual_size,
            window_size=bar.window_size,
            position=bar.position,
            thickness=self.size.width,
            back_color=style.bgcolor or Color.default(),
            bar_color=style.color or Color.default(),
        ).segments
        filters, background = self.get_line_filters(), self.background_colors[1]
        strips: dict[object, Strip] = {}  # most cells are one of a few
        for cell in dict.fromkeys(cells):
            strip = Strip([cell])
            for line_filter in filters:
                strip = strip.apply_filter(line_filter, background)
            strips[cell] = strip
        return [strips[cell] for cell in cells[crop.y : crop.bottom]]
