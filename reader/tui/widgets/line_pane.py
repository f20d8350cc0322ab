"""LinePane: lines painted on demand below a fixed heading; what every pane is made of."""

from collections.abc import Hashable, Sequence
from typing import Self

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual import getters
from textual.color import Color
from textual.filter import LineFilter
from textual.geometry import Region
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from reader.tui.base import ReaderApp
from reader.tui.keys import bindings
from reader.tui.marks import Signs, Table

_FEW = 0.3  # the share of a pane's lines up to which they are painted one by one
WHEEL = 3  # lines that one notch of the wheel moves


class LinePane(Widget, can_focus=True):
    """A pane that paints only the lines that are seen; nothing is built for the others.

    It keeps its own place instead of being a ScrollView: a change of what it shows repaints the
    pane, where a new virtual size would lay the whole screen out again.
    """

    ALLOW_SELECT = False
    BINDINGS = bindings("move")

    app = getters.app(ReaderApp)
    edged: reactive[bool] = reactive(False)  # noqa: FBT003 - a line to the pane on its left

    def __init__(self, name: str) -> None:
        super().__init__(id=name)
        self._heading_lines = 1
        self._room: tuple[object, ...] = ()  # what the pane was fitted to
        self.inner_width = 0  # how many cells there are to paint, without the edge
        self._made_of: tuple[object, ...] = ()  # what the strips that are kept depend on
        self._strips: list[Strip] = []  # as they were painted last; none where out of date
        self._by_look: dict[Hashable, Strip] = {}  # the same, by what they show
        self._looks: list[Hashable] = []  # what they show, from the top; none where out of date
        self._styles = Painted(Style(), Color(0, 0, 0), ())

    @property
    def table(self) -> Table:
        """The styles of marks on this terminal."""
        return self.app.table

    @property
    def signs(self) -> Signs:
        """The signs that this terminal can show."""
        return self.app.signs

    @property
    def page(self) -> int:
        """How many lines are seen below the heading."""
        return max(1, self.outer_size.height - self._heading_lines)

    def heading(self) -> Sequence[Strip]:
        """Return the lines that stay at the top."""
        raise NotImplementedError

    def body(self, row: int) -> Strip:
        """Return one of the lines below the heading as they are seen."""
        raise NotImplementedError

    def roll(self, lines: int) -> None:
        """Move what is seen by lines."""
        raise NotImplementedError

    def looks(self, rows: int) -> Sequence[Hashable]:
        """Return all that the look of each line below the heading depends on, None for too much.

        Lines that look the same as before are not painted again by `repaint_changed`.
        """
        return [None] * rows

    def fit(self) -> None:
        """Make the lines fit the room that there is now, without asking for a repaint."""

    def _fit_to_room(self) -> None:
        room = (self.outer_size, self.edged)
        if room != self._room:
            self._room = room
            self.inner_width = max(0, self.outer_size.width - self.edged)
            self.fit()

    def on_resize(self) -> None:
        """Fit the lines, where the pane was not painted since."""
        self._fit_to_room()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Paint some lines of the pane, for Textual.

        Not by way of Textual's cache of borders and padding: a pane has none, and it costs as much
        again as the lines themselves. Textual asks every pane for its lines when one has changed;
        those of the others are kept until they are refreshed. It paints before it tells of a new
        size, so the lines are fitted here: else all would be painted twice.
        """
        self._fit_to_room()
        style, background = self.rich_style, self.background_colors[1]
        made_of = (crop, self._room, self.app.theme, style, background)
        if self._made_of != made_of:
            self._made_of = made_of
            self._styles = Painted(style, background, self.get_line_filters())
            self._strips, self._by_look, self._looks = [], {}, []
        self._strips = self._strips or self._paint_lines(crop)
        return self._strips

    def refresh(
        self,
        *regions: Region,
        repaint: bool = True,
        layout: bool = False,
        recompose: bool = False,
    ) -> Self:
        """Paint anew; what was painted is out of date."""
        self._strips, self._by_look, self._looks = [], {}, []
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def repaint_changed(self) -> None:
        """Paint the heading and the lines that show something else than before."""
        self._strips = []
        super().refresh(*self._changed())

    def _changed(self) -> list[Region]:
        """Return the lines that are out of date, none where most or all may be.

        Where a cursor leaves and enters a few lines, the terminal is sent no others.
        """
        if not self._looks or self._room != (self.outer_size, self.edged):
            return []
        looks = self._looks_now(len(self._looks))
        told = enumerate(zip(looks, self._looks, strict=True))
        rows = [y for y, (look, before) in told if look is None or look != before]
        few = len(rows) <= len(looks) * _FEW
        return [Region(0, y, self.outer_size.width, 1) for y in rows] if few else []

    def _looks_now(self, rows: int) -> list[Hashable]:
        """Return what each line depends on, the heading's on too much."""
        heading = min(rows, self._heading_lines)
        return [*[None] * heading, *self.looks(rows - heading)]

    def _paint_lines(self, crop: Region) -> list[Strip]:
        before, self._by_look = self._by_look, {}
        heading = self.heading()
        self._looks = looks = self._looks_now(crop.bottom)
        strips = []
        for y in crop.line_range:
            look = looks[y]
            strip = None if look is None else self._by_look.get(look) or before.get(look)
            if strip is None:
                strip = self._line(y, heading, self._styles).crop(*crop.column_span)
            if look is not None:
                self._by_look[look] = strip
            strips.append(strip)
        return strips

    def render_line(self, y: int) -> Strip:
        """Paint one line of the pane with its edge."""
        self._fit_to_room()
        return self._line(y, self.heading(), Painted(Style(), self.background_colors[1], ()))

    def _line(self, y: int, heading: Sequence[Strip], styles: "Painted") -> Strip:
        """Return a line with its edge, as wide as the pane, in styles as they are painted."""
        strip = heading[y] if y < len(heading) else self.body(y - len(heading))
        strip = strip.crop(0, self.inner_width)
        segments = [Segment(text, styles[style]) for text, style, _ in strip]
        if self.edged:
            segments.insert(0, Segment(self.signs.edge, styles[self.table["aside"]]))
        if room := self.inner_width - strip.cell_length:
            segments.append(Segment(" " * room, styles[None]))
        return Strip(segments, self.inner_width + self.edged)

    def heading_strip(self, left: str, right: str = "") -> Strip:
        """Return a heading: a name, a rule, a figure at the end."""
        width = self.inner_width
        right = f" {right} " if right else ""
        left = f" {self.fitted(left, width - cell_len(right) - 3)} "
        rule = self.signs.rule * (width - cell_len(left) - cell_len(right))
        style = self.table["heading" if self.has_focus else "aside"]
        return strip_of((left, style), (rule, self.table["aside"]), (right, style))

    def fitted(self, text: str, room: int) -> str:
        """Return as much of a text as fits into some cells, with a sign where it is cut."""
        if cell_len(text) <= room:
            return text
        return set_cell_size(text, max(0, room - cell_len(self.signs.more))) + self.signs.more

    def action_page(self, pages: float) -> None:
        """Move by pages or halves of one."""
        lines = max(1, int(self.page * abs(pages)) - (abs(pages) >= 1))
        self.action_move(lines if pages > 0 else -lines)

    def action_move(self, lines: int) -> None:
        """Move by lines, or by rows."""
        raise NotImplementedError

    def on_mouse_scroll_down(self) -> None:
        """Move with the wheel."""
        self.roll(WHEEL)

    def on_mouse_scroll_up(self) -> None:
        """Move with the wheel."""
        self.roll(-WHEEL)

    def watch_has_focus(self, focused: bool) -> None:  # noqa: FBT001 - Textual's signature
        """Show in the heading which pane has the focus."""
        super().watch_has_focus(focused)
        self.refresh()


class Painted(dict[Style | None, Style]):
    """What a style becomes on a pane of this style and background, through some filters.

    There are few styles and many segments, so each is looked up instead of made anew.
    """

    def __init__(self, pane: Style, background: Color, filters: Sequence[LineFilter]) -> None:
        super().__init__()
        self._pane, self._background, self._filters = pane, background, filters

    def __missing__(self, style: Style | None) -> Style:
        """Return what becomes of a style that was not asked for yet, and keep it."""
        segments = [Segment(" ", self._pane + style if style else self._pane)]
        for line_filter in self._filters:
            segments = line_filter.apply(segments, self._background)
        painted = self[style] = segments[0].style or Style()
        return painted


def strip_of(*parts: tuple[str, Style | None]) -> Strip:
    """Return a strip of text pieces with their styles; a tab is one cell."""
    return Strip([Segment(text.replace("\t", " "), style) for text, style in parts if text])
