"""SelectingScreen: a screen whose selections are of one text, wherever the mouse goes."""

from textual.geometry import Offset
from textual.widget import Widget

from reader.tui.messages import CopyWanted
from reader.tui.taking import TakingScreen
from reader.tui.widgets.selectable_text import SelectableText


class SelectingScreen(TakingScreen[None]):
    """Tells Textual which code point is under the pointer, where it would tell a cell's."""

    def get_widget_and_offset_at(self, x: int, y: int) -> tuple[Widget | None, Offset | None]:
        """Return the widget at a cell and, for a text, its code point there.

        While the mouse selects, the nearest code point of the text that it began in.
        """
        widget, offset = super().get_widget_and_offset_at(x, y)
        if self._selecting and self._select_state:
            begun = self._select_state.start.content_widget
            widget = begun if isinstance(begun, SelectableText) else widget
        if isinstance(widget, SelectableText):
            region = widget.region
            offset = Offset(widget.offset_at(x - region.x, y - region.y), 0)
        return widget, offset

    def action_copy_text(self) -> None:
        """Copy what is selected the way that everything is copied."""
        if words := self.get_selected_text():
            self.post_message(CopyWanted(words, "selection"))
        else:
            super().action_copy_text()

    def _key_escape(self) -> None:
        """Leave Esc to the keys' table: it would clear the selection and go back at once."""
