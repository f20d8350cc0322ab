"""TracingScreen: which articles carry the mark that is chosen."""

from pathlib import Path
from typing import TYPE_CHECKING

from reader.tui.guide import NO_ARTICLE
from reader.tui.outline import one_line
from reader.tui.screens.visiting import Sought, VisitingScreen
from summarize import Claim, Quote

if TYPE_CHECKING:
    from reader.compared import Carried

GIVEN = "This article was given by name; a trace goes through the articles of the library."


class TracingScreen(VisitingScreen):
    """Traces a quote or a figure through the whole library."""

    def _traced_in(self) -> Path | None:
        """Return the library that marks are traced in, if the article is of one."""
        return self._desk.shelf.library

    def action_trace(self) -> None:
        """List every article that carries the current quote or figure; one leads to its place."""
        from reader.tui.screens.carrying import CarryingScreen

        article, value, library = self._text.article, self._chosen(), self._traced_in()
        if article is None:
            self._message.say(NO_ARTICLE)
            return
        if not isinstance(value, Quote | Claim):
            self._say_nothing_chosen("No quote or figure is chosen to trace")
            return
        if library is None:
            self._message.say(GIVEN)
            return

        def go(found: "Carried | None") -> None:
            if found:
                self._visit(found.article, Sought(found.span, type(value)), found.edition)

        words = one_line(value.span.cut(article.text))
        self.app.push_screen(CarryingScreen(words, article, value, library), go)
