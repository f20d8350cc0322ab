"""The single lines above and below the panes: name, message, keys."""

from rich.text import Text
from textual.widget import Widget

from reader.article import clean_line


class Bar(Widget):
    """One line of text."""

    def __init__(self, name: str) -> None:
        super().__init__(id=name)
        self._text = Text(no_wrap=True, overflow="ellipsis")

    def say(self, text: str | Text) -> None:
        """Show `text`; a string may hold outside text and is cleaned."""
        self._text = text if isinstance(text, Text) else Text(clean_line(text))
        self._text.no_wrap, self._text.overflow = True, "ellipsis"
        self.refresh()

    def render(self) -> Text:
        """Return the line, for Textual."""
        return self._text


class KeyBar(Bar):
    """The keys that work on what has the focus, as many as fit; help and back come first."""

    FIRST = ("help", "back")

    def on_mount(self) -> None:
        """Follow the focus."""
        self.screen.bindings_updated_signal.subscribe(self, lambda _: self._follow())

    def on_resize(self) -> None:
        """Show as many keys as fit."""
        self._follow()

    def _follow(self) -> None:
        shown = {
            active.binding.id: active.binding
            for active in self.screen.active_bindings.values()
            if active.binding.show and active.binding.id
        }
        keys = Text()
        for binding in sorted(shown.values(), key=lambda binding: binding.id not in self.FIRST):
            key = binding.key_display or binding.key
            if keys.cell_len + len(f"{key} {binding.description}") > self.size.width - 2:
                break
            keys.append(key, "bold")
            keys.append(f" {binding.description}   ", "dim")
        self.say(keys)
