"""Panes: list, text and digest side by side, or as many of the three as fit."""

from textual import events
from textual.containers import Horizontal

from reader.tui.layout import MEDIUM, PANES, WIDE, Pane, panes_shown
from reader.tui.widgets.article_list import ArticleList
from reader.tui.widgets.digest_pane import DigestPane
from reader.tui.widgets.text_pane import TextPane


class Panes(Horizontal):
    """The three panes; the one in front is always seen."""

    DEFAULT_CSS = """
    Panes {
        height: 1fr;
        #list { width: 24%; }
        #text { width: 1fr; }
        #digest { width: 25%; }
        &.-medium #list { width: 36%; }
        &.-medium #digest { width: 40%; }
        &.-narrow #list, &.-narrow #digest { width: 1fr; }
    }
    """

    def __init__(self, articles: ArticleList, text: TextPane, digest: DigestPane) -> None:
        super().__init__(articles, text, digest, id="panes")
        self._panes = (articles, text, digest)
        self._wanted: bool | None = None  # the digest beside the text, once somebody said so
        self._listless = self._large = False
        self._width = 0
        self.front: Pane = "list"

    def bring(self, pane: Pane) -> None:
        """Bring a pane to the front and give it the focus."""
        self.front = pane
        self._arrange()
        # At once: `focus` would wait its turn, and keys in between would go to another pane.
        self.screen.set_focus(self.query_one(f"#{pane}"))

    def bring_next(self, step: int) -> None:
        """Bring the pane after or before the one in front."""
        self.bring(PANES[(PANES.index(self.front) + step) % len(PANES)])

    def bring_with_digest(self) -> None:
        """Bring the text to the front, with the digest beside it where there is room for two."""
        self._wanted = True
        self.bring("text")

    def turn(self) -> None:
        """Show or hide the digest beside the text; where one pane fits, go to it and back."""
        if self._width < MEDIUM:
            self.bring("text" if self.front == "digest" else "digest")
            return
        self._wanted = "digest" not in self._shown
        self._large = False
        crowded = self._wanted and self._width < WIDE
        if self.front == "digest" or (crowded and self.front == "list"):
            self.front = "text"
        self.bring(self.front)

    def turn_list(self) -> bool:
        """Show or hide the list beside the text; tell whether there is room for two panes."""
        if self._width < MEDIUM:
            return False
        self._listless = self.front == "list" if self._large else not self._listless
        self._large = False
        if self._listless and self.front == "list":
            self.front = "text"
        self.bring(self.front)
        return True

    def enlarge(self) -> bool:
        """Show the pane in front alone, or the others again; tell whether more than one fits."""
        if self._width < MEDIUM:
            return False
        self._large = not self._large
        self.bring(self.front)
        return True

    @property
    def large(self) -> bool:
        """Whether one pane stands alone by choice."""
        return self._large

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Keep the pane that was clicked in front; word of a focus that has moved on is late."""
        if event.widget is self.screen.focused:
            self.front = next((pane for pane in PANES if pane == event.widget.id), self.front)

    def on_mount(self) -> None:
        """Show as many panes as will fit, before they are laid out for the first time."""
        self._fit(self.app.size.width)

    def on_resize(self, event: events.Resize) -> None:
        """Show as many panes as fit."""
        self._fit(event.size.width)

    def _fit(self, width: int) -> None:
        self._width = width
        self.set_class(MEDIUM <= width < WIDE, "-medium")
        self._arrange()

    @property
    def _shown(self) -> tuple[Pane, ...]:
        return panes_shown(
            self._width,
            self.front,
            digest=self._wanted,
            listless=self._listless,
            large=self._large,
        )

    def _arrange(self) -> None:
        shown = self._shown
        self.set_class(len(shown) == 1, "-narrow")
        for pane in self._panes:
            pane.display = pane.id in shown
            pane.edged = pane.id in shown[1:]
