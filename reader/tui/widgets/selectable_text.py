"""SelectableText: words of a text selected by mouse or keys, as code points and not as cells."""

import re

from textual.geometry import Offset
from textual.selection import Selection

from reader.tui.widgets.text_view import TextView
from summarize import Span
from summarize.spans import trim

LONGEST_WORD = 200  # code points that are looked at for the start of a word

_WORD = re.compile(r"\s*\S*")


class SelectableText(TextView):
    """A text whose selection is Textual's own, so that every way to copy has it.

    A place in it is (code point, 0), whatever the lines are: the selection stays on its words when
    the text scrolls or the terminal changes.
    """

    ALLOW_SELECT = True

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._anchor = self._head = 0  # where keys began to select, and how far they came

    @property
    def selected(self) -> Span | None:
        """What is selected, without the white space around it."""
        selection = self.text_selection
        return None if selection is None else self._span(selection)

    def _span(self, selection: Selection) -> Span | None:
        text = self.column.text
        start = selection.start.x if selection.start else 0
        end = selection.end.x if selection.end else len(text)
        span = trim(text, Span(min(start, len(text)), min(end, len(text))))
        return span if span.start < span.end else None

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """Return the selected words as they stand in the text, for Textual."""
        span = self._span(selection)
        return None if span is None else (span.cut(self.column.text), "")

    def selection_updated(self, selection: Selection | None) -> None:
        """Paint the selection and show the keys that work on it."""
        super().selection_updated(selection)
        self.refresh_bindings()

    def start_selection(self, span: Span) -> None:
        """Select a span, to be extended from its end."""
        self._select(span.start, span.end)

    def clear_selection(self) -> None:
        """Select nothing."""
        if self.is_attached:
            self.screen.clear_selection()

    def _select(self, anchor: int, head: int) -> None:
        self._anchor, self._head = anchor, head
        start, end = sorted((anchor, head))
        self.screen.selections = {self: Selection(Offset(start, 0), Offset(end, 0))}
        self.bring_into_sight(max(0, head - (head > anchor)))

    def _ends(self) -> tuple[int, int]:
        """Return where the selection began and how far it came; the mouse may have changed it."""
        span = self.selected or Span(0, 0)
        if sorted((self._anchor, self._head)) != sorted(span):
            return span
        return self._anchor, self._head

    def action_extend_lines(self, lines: int) -> None:
        """Select as far as the line below, or above."""
        anchor, head = self._ends()
        here = self.column.place(max(0, head - (head > anchor)))
        line = self.column.line(self.column.step(here, lines)).span
        self._select(anchor, line.end if line.end > anchor else line.start)

    def action_extend_words(self, step: int) -> None:
        """Select as far as the end of the next word, or without the last one."""
        anchor, head = self._ends()
        text = self.column.text
        found = _WORD.match(text, head)
        if step > 0 and found:
            self._select(anchor, found.end())
        elif step < 0:
            before = text[max(0, head - LONGEST_WORD) : head].rstrip()
            word = len(before.split()[-1]) if before.split() else 0
            start = max(0, head - LONGEST_WORD) + len(before) - word
            self._select(anchor, _end_before(text, start) if start > anchor else start)

    def action_leave_selection(self) -> None:
        """Select nothing any more."""
        self.clear_selection()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Give the keys of a selection their meaning while there is one."""
        if action in ("extend_lines", "extend_words", "leave_selection"):
            return self.selected is not None
        return super().check_action(action, parameters)


def _end_before(text: str, start: int) -> int:
    """Return where the word before a word ends."""
    while start > 0 and text[start - 1].isspace():
        start -= 1
    return start
