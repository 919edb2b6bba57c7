"""What the panes share: they draw lines themselves, scroll, and obey the same few movements."""

from __future__ import annotations

from abc import abstractmethod

from rich.segment import Segment
from rich.style import Style
from textual.content import Content
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from termnews.terminal import clean_line

_THUMB_STEPS = 8  # places that the end of a scrollbar's thumb can have in a cell


class Pane(ScrollView, can_focus=True, inherit_bindings=False):
    """A scrolling pane that draws its lines: no widget a row, whatever the number of rows.

    Lines are kept once drawn, until ``forget_lines``.  The keys are those of the screen, which calls the movements.
    """

    ALLOW_SELECT = False
    _MOST_LINES_KEPT = 2_000

    def __init__(self, name: str, heading: str) -> None:
        super().__init__(id=name)
        self._strips: dict[object, Strip] = {}
        self._overlays: dict[str, Style] = {}
        self._shown_heading = ""
        self.head(heading)

    def head(self, heading: str) -> None:
        """Put ``heading`` on top of the pane (as text: markup in it stays as it is)."""
        if heading != self._shown_heading:
            self._shown_heading = heading
            self.border_title = Content(f" {clean_line(heading)} ")

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

    def look(self, *names: str) -> Style:
        """The style that the style sheet gives to component classes of this widget, over the pane's own."""
        return self.get_component_rich_style(*names)

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
        self._overlays.clear()
        super().notify_style_update()

    def render_line(self, y: int) -> Strip:
        """The line at ``y`` cells below the pane's top."""
        width = self.room.width
        line = self.top + y
        key = self.line_key(line)
        if key is None:
            return Strip.blank(width, self.base)
        strip = self._strips.get(key)
        if strip is None:
            if len(self._strips) >= self._MOST_LINES_KEPT:
                self._strips.clear()
            base, segments = self.draw(line, width)
            strip = self._strips[key] = Strip(segments).adjust_cell_length(width, base)
        return strip

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
