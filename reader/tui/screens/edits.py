"""The boxes of changes: what the edits of an article changed; what was taken and has changed."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from reader.compared import Noted, TakenNote, where
from reader.tui.outline import count
from reader.tui.screens.looking import CLOSES, LEADS, LookingScreen
from reader.tui.widgets.passages import Passage

LOOKING = "Looking for what has changed…"
ONE_VERSION = "Only its feed's own words were edited; the text that is shown has one version."


class EditsScreen(LookingScreen[Noted]):
    """What the edits of one article changed, the last one first."""

    def __init__(self, title: str, library: Path, key: int) -> None:
        super().__init__(f"Edits: {title}", LOOKING, "reader.noticing:edits_of", library, key)

    def passage(self, found: Noted) -> Passage:
        """Return a change with both wordings."""
        return Passage("", f"{found.what} ({_when(found.at)})", found.pieces)

    def told(self, found: Sequence[Noted]) -> str:
        """Say how many changes there are, in how many edits."""
        if not found:
            return f"{ONE_VERSION} {CLOSES}"
        edits = count(len({one.at for one in found}), "edit")
        return f"{count(len(found), 'change')} in {edits}, the last edit first. {LEADS}"


class TakenScreen(LookingScreen[TakenNote]):
    """What was copied or clipped and reads otherwise at its source by now."""

    def __init__(self, library: Path, records: Path) -> None:
        title = "Copied or clipped, and changed since"
        super().__init__(title, LOOKING, "reader.noticing:changed_takings", library, records)

    def passage(self, found: TakenNote) -> Passage:
        """Return the words that were taken beside those that stand there now."""
        about = f"{found.how} {_when(found.at)}; {found.what}: {where(found.article)}"
        return Passage("", about, found.pieces)

    def told(self, found: Sequence[TakenNote]) -> str:
        """Say how much has changed."""
        if not found:
            return f"Nothing that you copied or clipped reads otherwise at its source now. {CLOSES}"
        return f"{count(len(found), 'passage')}. {LEADS}"


def _when(at: float) -> str:
    then = datetime.fromtimestamp(at).astimezone()
    return f"{then.day} {then:%b} {then.year}, {then:%H:%M}"
