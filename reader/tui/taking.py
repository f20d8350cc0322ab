"""TakingScreen: what the reading screen and the page of a story share: bars, help, and copies."""

import time
from functools import partial
from pathlib import Path
from typing import TypeVar

from textual import getters
from textual.screen import Screen

from reader.citations import Citation
from reader.problems import Problem
from reader.tui.base import ReaderApp
from reader.tui.messages import ClipWanted, Said, copied

Result = TypeVar("Result")


class TakingScreen(Screen[Result]):
    """Copies and clips what is chosen; which that is, the screens say."""

    app = getters.app(ReaderApp)
    DEFAULT_CSS = """
    TakingScreen {
        overflow: hidden;
        Bar { height: 1; padding: 0 1; }
        #name, #keys { background: $panel; }
    }
    """

    def _citation(self, wanted: str) -> Citation | None:
        """Return what is chosen with its source; say where nothing is that can be `wanted`."""
        raise NotImplementedError

    def _library_of(self, citation: Citation) -> Path | None:
        """Return the library that the words of a citation stand in, if they are of one."""
        raise NotImplementedError

    def action_help(self) -> None:
        """Show all keys."""
        from reader.tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self.app.keys))

    def action_copy(self) -> None:
        """Copy what is chosen as it stands in its article."""
        self._copy(with_its_source=False)

    def action_copy_with_source(self) -> None:
        """Copy what is chosen with who said it and where."""
        self._copy(with_its_source=True)

    def _copy(self, *, with_its_source: bool) -> None:
        """Copy what is chosen, if anything is, and note what was taken from a library."""
        citation = self._citation("copy")
        if citation is None:
            return
        self.post_message(copied(citation, with_its_source=with_its_source))
        if library := self._library_of(citation):
            # The application's work, not the screen's: that may be closed at once.
            work = partial(self._note_copied, library, citation)
            self.app.run_worker(work, thread=True, group="copied")

    def _note_copied(self, path: Path, citation: Citation) -> None:
        """Note it away from the screen's thread: another program may be writing to the file."""
        from reader.library import Library, Taken

        speaker = citation.speaker.name if citation.speaker else ""
        about = (citation.kind, citation.words, speaker, time.time())
        try:
            with Library.open(path) as library:
                library.taken.note([Taken(citation.article.id, "copied", *about)])
        except Problem as problem:
            self.post_message(Said(str(problem)))

    def action_clip(self) -> None:
        """Add what is chosen with its source to the clippings."""
        if citation := self._citation("clip"):
            self.post_message(ClipWanted(citation))
