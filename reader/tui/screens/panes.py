"""PanesScreen: list, text and digest side by side between their bars, and the moves among them."""

from textual.app import ComposeResult

from reader.tui.desk import Desk
from reader.tui.guide import ONE_PANE
from reader.tui.keys import Key
from reader.tui.layout import PANES
from reader.tui.selecting import SelectingScreen
from reader.tui.widgets.article_list import ArticleList
from reader.tui.widgets.bars import Bar, KeyBar, MessageLine
from reader.tui.widgets.digest_pane import DigestPane
from reader.tui.widgets.panes import Panes
from reader.tui.widgets.text_pane import TextPane


class PanesScreen(SelectingScreen):
    """The three panes, what is said about them, and which of them is in front."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._list = ArticleList("list", desk.shelf)
        self._text = TextPane("text")
        self._digest = DigestPane("digest")
        self._panes = Panes(self._list, self._text, self._digest)
        self._message = MessageLine("message", lambda: self._list.key)

    def compose(self) -> ComposeResult:
        """Lay out the bars and the panes."""
        yield Bar("name")
        yield self._panes
        yield self._message
        yield KeyBar("keys")

    async def act(self, group: str, key: Key) -> None:
        """Do what a key of a group does, as if the pane that it is for had the focus."""
        if group in ("text", "digest"):
            self._panes.bring(next(pane for pane in PANES if pane == group))
        pane = self._panes.front if group == "move" else group
        node = self.query_one(f"#{pane}") if pane in PANES else self
        await self.app.run_action(key.action, self.app if group == "app" else node)

    def action_pane(self, step: int) -> None:
        """Give the focus to the next pane."""
        self._panes.bring_next(step)

    def action_turn(self) -> None:
        """Show or hide the digest beside the text."""
        self._panes.turn()
        self._retract_alone()

    def action_turn_list(self) -> None:
        """Show or hide the list beside the text."""
        if not self._panes.turn_list():
            self._message.say(ONE_PANE)
        self._retract_alone()

    def action_enlarge(self) -> None:
        """Show the pane in front alone, or the others beside it again."""
        if not self._panes.enlarge():
            self._message.say(ONE_PANE)
        elif self._panes.large:
            self._message.say(self._guide.alone())
        self._retract_alone()

    def _retract_alone(self) -> None:
        if not self._panes.large:
            self._message.retract(self._guide.alone())
