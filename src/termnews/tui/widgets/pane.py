"""What the panes share: they draw lines themselves, scroll, and obey the same few movements."""

from __future__ import annotations

from abc import abstractmethod

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.content import Content
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.scrollbar import ScrollBar
from textual.strip import Strip
from textual.widget import Widget

from termnews.terminal import clean_line
from termnews.tui.cells import width_of
from termnews.tui.widgets.changed_lines import ChangedLines
from termnews.tui.widgets.scroll_bar import PaneScrollBar

_THUMB_STEPS = 8  # places that the end of a scrollbar's thumb can have in a cell


class Pane(ChangedLines, ScrollView, can_focus=True, inherit_bindings=False):
    """A scrolling pane that draws its lines: no widget a row, whatever the number of rows.

    Lines are kept once drawn, until ``forget_lines``.  They go to the screen as they are: the style sheet gives a pane
    no border but the one on top, no padding, tint or opacity.  The keys are those of the screen, which calls the
    movements.
    """

    ALLOW_SELECT = False
    _MOST_LINES_KEPT = 2_000

    def __init__(self, name: str, heading: str) -> None:
        super().__init__(id=name)
        self._strips: dict[object, Strip] = {}
        self._looks: dict[str, Style] = {}
        self._overlays: dict[str, Style] = {}
        self._background: Color | None = None
        self._shown_heading = ""
        self.head(heading)

    def head(self, heading: str) -> None:
        """Put ``heading`` on top of the pane (as text: markup in it stays as it is)."""
        if heading != self._shown_heading:
            self._shown_heading = heading
            self.border_title = Content(f" {clean_line(heading)} ")

    @property
    def vertical_scrollbar(self) -> ScrollBar:
        """The scrollbar, made when it is first asked for."""
        if self._vertical_scrollbar is None:
            bar = PaneScrollBar(vertical=True, name="vertical", thickness=self.scrollbar_size_vertical)
            bar.display = False
            self._vertical_scrollbar = bar
            self.app._start_widget(self, bar)  # noqa: SLF001 - as Textual does, which has no other way to give it a class
        return self._vertical_scrollbar

    @property
    def room(self) -> Size:
        """The cells that lines can be drawn in."""
        return self.scrollable_content_region.size

    @property
    def top(self) -> int:
        """The number of the topmost line that shows."""
        return int(self.scroll_offset.y)

    @property
    def base(self) -> Style:
        """The pane's own colours."""
        if (style := self._overlays.get("")) is None:
            style = self._overlays[""] = self.rich_style
        return style

    def look(self, name: str) -> Style:
        """The style that the style sheet gives to a component class of this widget, over the pane's own."""
        if (style := self._looks.get(name)) is None:
            style = self._looks[name] = self.get_component_rich_style(name)
        return style

    def over(self, name: str) -> Style:
        """Only what a component class sets, to be laid over another style; its colours blended with the pane's."""
        if (style := self._overlays.get(name)) is None:
            rules, full = self.get_component_styles(name), self.get_component_rich_style(name)
            style = self._overlays[name] = (
                Style(
                    color=full.color if rules.has_rule("color") or rules.has_rule("auto_color") else None,
                    bgcolor=full.bgcolor if rules.has_rule("background") else None,
                )
                + self.get_component_rich_style(name, partial=True).without_color
            )
        return style

    def fit(self, lines: int) -> None:
        """Make the pane ``lines`` high.  The screen is not laid out anew."""
        size = Size(self.room.width, lines)
        if size != self.virtual_size:
            self.set_reactive(Pane.virtual_size, size)
            self._scroll_update(size)

    def forget_lines(self) -> None:
        """Draw all lines anew: something that all of them depend on has changed."""
        self._strips.clear()
        self.refresh()

    def notify_style_update(self) -> None:
        """Called by Textual when styles change (a theme, the focus)."""
        self._strips.clear()
        self._looks.clear()
        self._overlays.clear()
        self._background = None
        super().notify_style_update()

    def draw_lines(self, crop: Region) -> list[Strip]:
        """The lines of ``crop``: those with a title from Textual, the others as they were drawn.

        In place of ``Widget``'s, which styles each line anew: half of what a frame cost.
        """
        above = self.gutter.top
        strips = Widget.render_lines(self, Region(crop.x, 0, crop.width, above)) if above else []
        del strips[: crop.y], strips[crop.height :]
        width, top = self.room.width, self.top
        lines = [self._line(top + y - above, width) for y in crop.line_range if y >= above]
        if crop.x or crop.right < width:
            lines = [strip.crop(crop.x, crop.right) for strip in lines]
        return strips + lines

    def render_line(self, y: int) -> Strip:
        """The line at ``y`` cells below the pane's top."""
        return self._line(self.top + y, self.room.width)

    def _line(self, line: int, width: int) -> Strip:
        key = self.line_key(line)
        strip = self._strips.get(key)
        if strip is None or strip.cell_length != width:
            if len(self._strips) >= self._MOST_LINES_KEPT:
                self._strips.clear()
            base, segments = (self.base, []) if key is None else self.draw(line, width)
            strip = self._strips[key] = self._filtered(_of_width(segments, width, base), width)
        return strip

    def _filtered(self, segments: list[Segment], width: int) -> Strip:
        """The line as the terminal is to get it: in true colours, or in none (NO_COLOR)."""
        if self._background is None:
            self._background = self.background_colors[1]
        for line_filter in self.get_line_filters():
            segments = line_filter.apply(segments, self._background)
        return Strip(Segment.simplify(segments), width)

    @abstractmethod
    def line_key(self, line: int) -> object:
        """All that the look of ``line`` depends on, besides what ``forget_lines`` is called for; None: it is empty."""

    @abstractmethod
    def draw(self, line: int, width: int) -> tuple[Style, list[Segment]]:
        """The pieces of ``line``, and the style of the cells that they leave free."""

    @abstractmethod
    def move(self, by: int) -> None:
        """Go ``by`` lines or items down (up where negative)."""

    @abstractmethod
    def page(self, by: float) -> None:
        """Go ``by`` windows down (up where negative)."""

    @abstractmethod
    def first(self) -> None:
        """Go to the beginning."""

    @abstractmethod
    def last(self) -> None:
        """Go to the end."""

    def jump(self, line: float) -> None:
        """Scroll at once so that ``line`` is on top, as far as there are lines."""
        self.scroll_to(y=line, animate=False, force=True)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Draw the lines anew; the scrollbar too, but only where its thumb moves.

        In place of ``ScrollView``'s, which draws the bar at every line: half of what a step in a long list cost.
        """
        if self.show_vertical_scrollbar:
            step = max(self.virtual_size.height / max(self.size.height * _THUMB_STEPS, 1), 1)
            at_an_end = not 0 < new_value < self.max_scroll_y
            self.vertical_scrollbar.position = new_value if at_an_end else new_value // step * step
        if round(old_value) != round(new_value):
            self.refresh(self.size.region)


def _of_width(segments: list[Segment], width: int, base: Style) -> list[Segment]:
    """The pieces in exactly ``width`` cells."""
    missing = width - sum(width_of(segment.text) for segment in segments)
    if missing < 0:
        return [*Strip(segments).crop(0, width)]
    return [*segments, Segment(" " * missing, base)] if missing else segments
