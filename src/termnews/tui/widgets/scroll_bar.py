"""The scrollbar of a pane."""

from __future__ import annotations

from rich.color import Color
from textual.geometry import Region
from textual.scrollbar import ScrollBar, ScrollBarRender
from textual.strip import Strip
from textual.widget import Widget

from termnews.tui.widgets.changed_lines import ChangedLines


class PaneScrollBar(ChangedLines, ScrollBar):
    """Textual's scrollbar, whose cells go to the screen as they are.

    In place of ``Widget``'s lines, each of which is styled anew: with the list and the text changing at each key in a
    search that was a third of a frame.
    """

    def draw_lines(self, crop: Region) -> list[Strip]:
        bar = self.render()
        if not isinstance(bar, ScrollBarRender) or crop.width != self.size.width:
            return Widget.render_lines(self, crop)
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
