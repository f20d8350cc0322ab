"""The single lines above and below the panes: name, message, keys."""

from collections import deque
from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple

from rich.cells import cell_len, set_cell_size
from rich.text import Text
from textual import events, getters
from textual.dom import DOMNode
from textual.widget import Widget

from reader.article import clean_line
from reader.tui.base import ReaderApp

REMEMBERED = 100  # messages that can be read again


class Message(NamedTuple):
    """A sentence that was said, and when; one that is `passing` holds until the next is said."""

    at: datetime
    sentence: str
    passing: bool


class Bar(Widget):
    """One line of text."""

    app = getters.app(ReaderApp)

    def __init__(self, name: str) -> None:
        super().__init__(id=name)
        self._text = Text(no_wrap=True, overflow="ellipsis")

    def say(self, text: str | Text) -> None:
        """Show `text`; a string may hold outside text and is cleaned."""
        self._text = text if isinstance(text, Text) else Text(clean_line(text))
        self._text.no_wrap, self._text.overflow = True, "ellipsis"
        self.refresh()

    def render(self) -> Text:
        """Return as much of the line as there is room for, for Textual."""
        room = self.content_size.width
        if self._text.cell_len <= room:
            return self._text
        line = self._text.copy()
        line.truncate(max(0, room - cell_len(self.app.signs.more)), overflow="crop")
        return line.append(self.app.signs.more)


class MessageLine(Bar):
    """What was said last; what does not fit names the key that shows all of it.

    `article` returns the key of the article that the cursor is on: what is said is taken to be of
    that one, unless it tells how far something is (`passing`) or is `of_all`.
    """

    def __init__(self, name: str, article: Callable[[], int | None] = lambda: None) -> None:
        super().__init__(name)
        self.said: deque[Message] = deque(maxlen=REMEMBERED)
        self._article = article
        self._said_of: int | None = None
        self._of_all = False

    def say(self, text: str | Text, *, passing: bool = False, of_all: bool = False) -> None:
        """Show a sentence and remember it; one that is `passing` only until the next is said."""
        sentence = clean_line(str(text))
        if self.said and self.said[-1].passing:
            self.said.pop()
        if sentence:
            self.said.append(Message(datetime.now().astimezone(), sentence, passing))
        self._said_of, self._of_all = self._article(), passing or of_all
        super().say(sentence)

    def follow(self, article: int | None) -> None:
        """Show no longer what was said of another article than the one that is shown now.

        What was said before there was any is of the first one.
        """
        if self._said_of is None:
            self._said_of = article
        elif self._said_of != article and not self._of_all:
            super().say("")

    def retract(self, sentence: str) -> None:
        """Show a sentence no longer, if it is the last one: it is true no more."""
        if self._text.plain == clean_line(sentence):
            super().say("")

    def go_on(self, before: str, after: str) -> None:
        """Say another sentence in the place of one, and for it, if that is the last one."""
        if self.said and self._text.plain == clean_line(before):
            self.said[-1] = self.said[-1]._replace(sentence=clean_line(after))
            super().say(after)

    def render(self) -> Text:
        """Return as much of the sentence as there is room for."""
        width, more = self.size.width, self.app.signs.more
        key = self.app.keys.shown("messages")
        sentence = self._text.plain.replace("…", more)
        if cell_len(sentence) <= width:
            return Text(sentence, no_wrap=True)
        hint = f"{more}  {key} shows all" if key else more
        room = max(0, width - cell_len(hint))
        cut = Text(set_cell_size(sentence, room), no_wrap=True, overflow="crop")
        return cut.append(hint, "dim")


class KeyBar(Bar):
    """The keys that work on what has the focus, as many as fit; help and back come first."""

    FIRST = ("help", "back")

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._keys: list[tuple[int, str, DOMNode]] = []  # the first cell of each, and what it does
        self._shown_in = -1  # how many cells they were fitted to

    def on_mount(self) -> None:
        """Follow the focus."""
        self.screen.bindings_updated_signal.subscribe(self, lambda _: self._follow())

    def _follow(self) -> None:
        self._shown_in = -1
        self.refresh()

    def render(self) -> Text:
        """Return as many keys as fit, found when they are painted: the focus may move before."""
        if self._shown_in != self.size.width:
            self._shown_in = self.size.width
            self._text = self._fitting_keys(self.size.width - 2)
        return self._text

    async def on_click(self, event: events.Click) -> None:
        """Do what the key that was clicked does."""
        cell = event.x - 1  # the bar's padding
        clicked = [(action, node) for start, action, node in self._keys if start <= cell]
        if clicked and cell < self._text.cell_len:
            action, node = clicked[-1]
            await self.app.run_action(action, node)

    def _fitting_keys(self, room: int) -> Text:
        active = self.screen.active_bindings.values()
        shown = {at.binding.id: at for at in active if at.binding.show and at.binding.id}
        first = [shown.pop(name) for name in self.FIRST if name in shown]
        self._keys.clear()
        keys = Text(no_wrap=True, overflow="ellipsis")
        for at in (*first, *shown.values()):
            binding = at.binding
            key = self.app.keys.shown(binding.id or "")
            if not key:
                continue
            if keys.cell_len + len(f"{key} {binding.description}") > room:
                break
            self._keys.append((keys.cell_len, binding.action, at.node))
            keys.append(key, "bold")
            keys.append(f" {binding.description}   ", "dim")
        return keys
