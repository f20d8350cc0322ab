"""The boxes of changes: what the edits of an article changed; what was taken and has changed."""

from abc import abstractmethod
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Generic, TypeVar

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static
from textual.worker import get_current_worker

from reader.beside import beside
from reader.compared import Noted, TakenNote, where
from reader.problems import Problem
from reader.tui.keys import bindings
from reader.tui.outline import count
from reader.tui.widgets.cursor_pane import CursorPane
from reader.tui.widgets.passages import Passage, Passages

Note = TypeVar("Note", Noted, TakenNote)
LOOKING = "Looking for what has changed…"
CLOSES = "Enter goes to its place, q closes."


class ChangesScreen(ModalScreen[Note | None], Generic[Note]):
    """Changes that are looked for beside the screen; gives the one that was chosen, or None."""

    BINDINGS = bindings("box")
    DEFAULT_CSS = """
    ChangesScreen { align: center middle; }
    #changing { width: 84; max-width: 100%; height: 80%; background: $surface; }
    #changing Static { height: auto; padding: 0 1; background: $panel; }
    #changes { height: 1fr; }
    """

    def __init__(self, title: str, work: str, *given: object) -> None:
        """Look for changes by work that is named like "package.module:function"."""
        super().__init__()
        self._work, self._given = work, given
        self._notes: Sequence[Note] = ()
        self._passages = Passages("changes", title, ())
        self._note = Static(LOOKING)

    @abstractmethod
    def passage(self, note: Note) -> Passage:
        """Return how a change is shown."""

    @abstractmethod
    def told(self, notes: Sequence[Note]) -> str:
        """Say how many changes there are."""

    def compose(self) -> ComposeResult:
        """Lay out the changes."""
        with Vertical(id="changing"):
            yield self._passages
            yield self._note

    def on_mount(self) -> None:
        """Look beside the screen."""
        self._passages.focus()
        self._look()

    @work(thread=True)
    def _look(self) -> None:
        worker = get_current_worker()
        try:
            notes: Sequence[Note] | None = beside(
                self._work, *self._given, is_wanted=lambda: not worker.is_cancelled
            )
        except Problem as problem:
            self.app.call_from_thread(self._note.update, Content(str(problem)))
        else:
            if notes is not None:
                self.app.call_from_thread(self._list, notes)

    def _list(self, notes: Sequence[Note]) -> None:
        self._notes = notes
        self._passages.extend([self.passage(note) for note in notes])
        self._note.update(Content(f"{self.told(notes)} {CLOSES if notes else 'q closes.'}"))

    @on(CursorPane.Chosen)
    def go_to_place(self) -> None:
        """Leave for the place of the change."""
        if self._notes:
            self.dismiss(self._notes[self._passages.cursor])

    def action_close(self) -> None:
        """Leave without going anywhere."""
        self.dismiss(None)


class EditsScreen(ChangesScreen[Noted]):
    """What the edits of one article changed, the last one first."""

    def __init__(self, title: str, library: Path, key: int) -> None:
        super().__init__(f"Edits: {title}", "reader.noticing:edits_of", library, key)

    def passage(self, note: Noted) -> Passage:
        """Return a change with both wordings."""
        return Passage("", f"{note.what} ({_when(note.at)})", note.pieces)

    def told(self, notes: Sequence[Noted]) -> str:
        """Say how many changes there are, in how many edits."""
        edits = count(len({note.at for note in notes}), "edit")
        return f"{count(len(notes), 'change')} in {edits}, the last edit first."


class TakenScreen(ChangesScreen[TakenNote]):
    """What was copied or clipped and reads otherwise at its source by now."""

    def __init__(self, library: Path, records: Path) -> None:
        title = "Copied or clipped, and changed since"
        super().__init__(title, "reader.noticing:changed_takings", library, records)

    def passage(self, note: TakenNote) -> Passage:
        """Return the words that were taken beside those that stand there now."""
        about = f"{note.how} {_when(note.at)}; {note.what}: {where(note.article)}"
        return Passage("", about, note.pieces)

    def told(self, notes: Sequence[TakenNote]) -> str:
        """Say how much has changed."""
        if not notes:
            return "Nothing that you copied or clipped reads otherwise at its source now."
        return f"{count(len(notes), 'passage')}."


def _when(at: float) -> str:
    then = datetime.fromtimestamp(at).astimezone()
    return f"{then.day} {then:%b} {then.year}, {then:%H:%M}"
