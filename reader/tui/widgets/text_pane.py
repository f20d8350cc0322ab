"""TextPane: the text that is read, and what one steps through, selects and opens in it."""

from collections.abc import Sequence

from textual import events
from textual.message import Message

from reader.citations import Citable
from reader.tui.guide import Guide
from reader.tui.keys import bindings
from reader.tui.messages import Said
from reader.tui.opening import LinkNumber
from reader.tui.stops import (
    AROUND,
    KINDS,
    Kind,
    following,
    place_of,
    stops_of,
    tell_kind,
    tell_stop,
)
from reader.tui.widgets.marked_text import MarkedText
from summarize import Digest, Span


class TextPane(MarkedText, inherit_bindings=False):
    """One article's text with a mark that is the current one."""

    BINDINGS = bindings("selecting", "move", "text", "links")  # a selection's keys come first

    class Stepped(Message):
        """Another mark is the current one now."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._link_number = LinkNumber(self)
        self._kind: Kind = "all"
        self._found_stops: tuple[Citable, ...] | None = None
        self._step_to_come = ("", 0)  # in which article, in which direction

    def mark(self, digest: Digest | None, hits: Sequence[Span]) -> None:
        """Mark what was found in the article that is shown; the text stays where it is.

        A step that was asked for before there was anything to step to is taken now.
        """
        self._found_stops = None
        super().mark(digest, hits)
        of, direction = self._step_to_come
        if direction and self.article and self._stops:
            self._step_to_come = ("", 0)
            if self.article.id == of:
                self.action_step(direction)

    def action_select(self) -> None:
        """Begin to select: at the current mark if it is seen, else at the first line."""
        lines = [line.span for line in self.seen if line.span.start < line.span.end]
        if not lines:
            return
        first, last = lines[0], lines[-1]
        span = self._copied(self.current) if self.current else first
        if not first.start <= span.start < last.end:
            span = first
        self.start_selection(span)
        self.post_message(Said("Selecting: j k by lines, w b by words, y copies, Esc leaves"))

    def action_link(self, digit: int) -> None:
        """Open a link by its number."""
        self._link_number.type(digit, self.links)

    @property
    def _stops(self) -> tuple[Citable, ...]:
        """What is stepped through; put in order when it is first asked for."""
        if self._found_stops is None:
            self._found_stops = self._look_for_stops()
        return self._found_stops

    def _look_for_stops(self) -> tuple[Citable, ...]:
        if self._findings and self._kind == "all":
            return tuple(found.value for found in self._findings)
        return stops_of(self._kind, self._digest, self._hits, self.links)

    def action_kind(self) -> None:
        """Step through the next kind of mark from now on."""
        self._kind = KINDS[(KINDS.index(self._kind) + 1) % len(KINDS)]
        self._found_stops = None
        self.post_message(Said(tell_kind(self._kind, len(self._stops))))

    def action_step(self, direction: int) -> None:
        """Make the next or the previous mark the current one."""
        if not self._stops:
            self.post_message(Said(self._no_stops()))
            if self.article and self._digest is None and self._kind == "all":
                self._step_to_come = (self.article.id, direction)
            return
        here = self.current.span.start if self.current else self.seen[0].span.start
        around, number = following(self._stops, self.current, here, direction)
        self._stop_at(self._stops[number], AROUND[around])

    def _no_stops(self) -> str:
        if self._kind != "all":
            return tell_kind(self._kind, 0)
        found = self._digest is not None
        return Guide(self.app.keys).no_marks(article=self.article is not None, digest=found)

    def _stop_at(self, stop: Citable, first: str = "") -> None:
        """Make a stop the current one, and say which it is after what is to be said first."""
        self.clear_selection()
        self.go_to(stop)
        number = (place_of(self._stops, stop) or 0) + 1
        total = len(self._stops)
        if self._findings and self._kind == "all":
            said = self._findings[number - 1].told(number, total)
        else:
            said = tell_stop(self.column.text, stop, self._kind, number, total, self.signs)
        self.post_message(Said(first + said))
        self.post_message(self.Stepped())

    def on_click(self, event: events.Click) -> None:
        """Make the mark under the pointer the current one."""
        if event.y < self._heading_lines or self.selected:
            return
        at = self.offset_at(event.x, event.y)
        here = [stop for stop in self._stops if stop.span.start <= at < stop.span.end]
        if here:
            self._stop_at(here[-1])
