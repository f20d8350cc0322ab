"""The application as its widgets know it: keys, signs and the styles of marks."""

import os
from typing import Any

from textual.app import App
from textual.screen import Screen

from reader.tui.keys import Keys, bindings
from reader.tui.marks import ASCII, Signs, Table, style_table
from reader.tui.setup import Setup


class ReaderApp(App[None], inherit_bindings=False):
    """A screen that is set up as the person wants it."""

    BINDINGS = bindings("app", priority=True)
    ENABLE_COMMAND_PALETTE = False  # ours is `action_command_palette`

    def __init__(self, setup: Setup) -> None:
        if os.environ.get("NO_COLOR") == "":
            del os.environ["NO_COLOR"]  # empty counts as not there (no-color.org)
        # Without colour Textual would paint in greys; where colours are the terminal's, in none.
        super().__init__(ansi_color=True if os.environ.get("NO_COLOR") else None)
        self.setup = setup
        self.table = self._make_table(self.theme)  # the styles of marks
        if setup.keys.changed:
            self.set_keymap(dict(setup.keys.changed))

    @property
    def keys(self) -> Keys:
        """The keys on this screen."""
        return self.setup.keys

    @property
    def signs(self) -> Signs:
        """The signs that this terminal can show."""
        return self.setup.signs

    def watch_theme(self, theme: str) -> None:
        """Let marks have the styles of the theme."""
        self.table = self._make_table(theme)

    def take_theme(self, name: str) -> bool:
        """Take a theme, if there is one of that name."""
        from reader.tui.themes import own_themes, theme_names

        if name not in theme_names():
            return False
        for theme in own_themes():
            self.register_theme(theme)
        self.theme = name
        return True

    def choose_theme(self, name: str) -> None:
        """Take a theme and keep it."""
        raise NotImplementedError

    def draw_box(self, box: Screen[Any]) -> None:
        """Let the borders of a box be of signs that this terminal can show."""
        box.set_class(self.signs is ASCII, "-ascii")

    def _make_table(self, theme: str) -> Table:
        return style_table(colour=not self.no_color, theme=theme, changed=self.setup.styles)
