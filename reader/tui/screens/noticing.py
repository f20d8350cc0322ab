"""NoticingScreen: what sources have changed, in an article and in what the person took from it."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from textual import on, work
from textual.worker import get_current_worker

from reader.citations import Citation
from reader.places import clippings_paths
from reader.problems import Problem
from reader.tui.guide import NO_ARTICLE
from reader.tui.messages import Said, ShelfChanged
from reader.tui.screens.tracing import TracingScreen
from reader.tui.screens.visiting import Sought
from summarize import Quote, Span

if TYPE_CHECKING:
    from reader.compared import Noted, TakenNote

LOOK_SECONDS = 2.0  # what new articles are left to be shown before what was taken is looked at
GIVEN = "These articles were given by name; it is in the library that changes are noticed."
NEVER = "Its source has not changed this article since it came."


class NoticingScreen(TracingScreen):
    """Shows edits; tells who copied or clipped words that read otherwise at their source by now."""

    def action_edits(self) -> None:
        """Show what the source has changed in the article under the cursor."""
        shelf, key, article = self._desk.shelf, self._list.key, self._text.article
        if key is None or article is None:
            self._message.say(NO_ARTICLE)
        elif shelf.library is None:
            self._message.say(GIVEN)
        elif shelf.row(self._list.cursor).edited is None:
            self._message.say(NEVER)
        else:
            from reader.tui.screens.edits import EditsScreen

            self.app.push_screen(EditsScreen(article.title, shelf.library, key), self._go_to_edit)

    def _go_to_edit(self, note: "Noted | None") -> None:
        article = self._text.article
        if note is None or article is None:
            return
        if note.span is None:
            self._message.say("The text as it is now does not have it.")
            return
        self._visit(article, Sought(note.span, note.kind))

    def action_taken(self) -> None:
        """Show what was copied or clipped and reads otherwise at its source by now."""
        library = self._desk.shelf.library
        if library is None:
            self._message.say(GIVEN)
            return
        from reader.tui.screens.edits import TakenScreen

        self.app.push_screen(TakenScreen(library, self._records()), self._go_to_taken)

    def _go_to_taken(self, note: "TakenNote | None") -> None:
        if note:
            self._visit(note.article, Sought(note.span or Span(0, 0), Quote))
            if note.span is None:
                self._message.say("The article has nothing like it any more.")

    def _records(self) -> Path:
        """Return the file of the clippings."""
        named = self.app.setup.clippings
        return clippings_paths(named.markdown, named.json)[1]

    @on(ShelfChanged)
    def look_at_taken(self) -> None:
        """Look, in a while, whether what was copied or clipped has changed."""
        if self._desk.shelf.library:
            self.set_timer(LOOK_SECONDS, self._look_at_taken)

    @work(thread=True, exclusive=True, group="taken")
    def _look_at_taken(self) -> None:
        library, records = self._desk.shelf.library, self._records()
        worker = get_current_worker()
        try:
            if library is None or not _worth_a_look(library, records):
                return
            from reader.beside import beside

            notes: tuple[TakenNote, ...] | None = beside(
                "reader.noticing:changed_takings",
                library,
                records,
                is_wanted=lambda: not worker.is_cancelled,
            )
        except Problem as problem:
            self.post_message(Said(str(problem)))
            return
        if new := [note for note in notes or () if note.new]:
            self._note_told(library, [note.number for note in new])
            self.post_message(Said(self._tell_taken(len(new), new[0]), of_all=True))

    def _note_told(self, path: Path, numbers: Sequence[int]) -> None:
        from reader.library import Library

        try:
            with Library.open(path) as library:
                library.taken.tell(numbers, told=True)
        except Problem as problem:
            self.post_message(Said(str(problem)))

    def _tell_taken(self, number: int, first: "TakenNote") -> str:
        key = self._guide.key("taken")
        if number > 1:
            return f"{number} things you copied or clipped have changed since; {key} lists them."
        return (
            f"What you {first.how} from “{first.article.title}” has changed since; {key} shows it."
        )

    def _library_of(self, citation: Citation) -> Path | None:
        """Return the library of the article that is read; what is not its text is of none."""
        shelf, key, article = self._desk.shelf, self._list.key, self._text.article
        if key is None or article is None or not shelf.is_stored(key):
            return None
        own = citation.article.text == article.text
        return shelf.library or shelf.checked_against if own else None


def _worth_a_look(path: Path, records: Path) -> bool:
    """Tell whether anything was taken and any article was edited."""
    from reader.library import Library

    with Library.open(path) as library:
        return library.taken.any_edited() and (records.exists() or library.taken.any())
