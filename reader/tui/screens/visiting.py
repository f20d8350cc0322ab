"""VisitingScreen: places in other articles that one goes to, and back to where one came from."""

from typing import NamedTuple

from reader.article import Article
from reader.citations import Citable, Excerpt
from reader.tui.desk import Desk
from reader.tui.layout import Pane
from reader.tui.screens.telling import TellingScreen
from summarize import Claim, Digest, Quote, Span


class Way(NamedTuple):
    """Where one came from: the article, what was current, the pane and its row; and where to."""

    key: int
    current: Citable | None
    front: Pane
    row: int
    to: int


class Sought(NamedTuple):
    """Words that one went to, and whether a quote or a figure is looked for there."""

    span: Span
    kind: type[Quote | Claim]


class VisitingScreen(TellingScreen):
    """Goes to places in other articles, and back."""

    def __init__(self, place: str, desk: Desk) -> None:
        super().__init__(place, desk)
        self._ways: list[Way] = []
        self._sought: Sought | None = None

    def _visit(self, article: Article, sought: Sought, edition: str = "") -> None:
        """Read an article of the library at a place; `q` leads back."""
        before, key = self._list.key, self._desk.shelf.take_in(article, edition)
        if key is None:
            self._message.say("The library has this article no more.")
            return
        title = self._text.article.title if self._text.article else ""
        if before is not None and key != before:
            where = self._panes.front, self._digest.cursor
            self._ways.append(Way(before, self._text.current, *where, key))
        self._list_anew()
        self._open_article(key)
        self._sought = sought
        digest = self._desk.digest(article)
        self._go_to((digest and mark_at(digest, sought)) or Excerpt(sought.span))
        if before is not None and key != before:
            back = self._guide.key("back")
            self._message.say(f"{back} goes back to {title or 'the draft'}")

    def _show_changed_digest(self, article: Article) -> None:
        """Show a digest that has come; what one went to is a quote or a figure of it now."""
        super()._show_changed_digest(article)
        digest, sought = self._desk.digest(article), self._sought
        if digest and sought and self._text.current == Excerpt(sought.span):
            self._text.go_to(mark_at(digest, sought) or Excerpt(sought.span))

    def _return(self) -> bool:
        """Go back where one came from; tell whether one did come from elsewhere."""
        while self._ways:
            way = self._ways.pop()
            if way.to != self._list.key or self._desk.shelf.place(way.key) is None:
                continue
            self._open_article(way.key)
            if way.current:
                self._text.go_to(way.current)
            self._panes.bring(way.front)
            self._digest.cursor = way.row
            return True
        return False


def mark_at(digest: Digest, sought: Sought) -> Quote | Claim | None:
    """Return the quote, or the figure, of which a place consists."""
    if sought.kind is Claim:
        return next((one for one in digest.claims if sought.span.covers(one.span)), None)
    return next((one for one in digest.quotes if sought.span.overlaps(one.span)), None)
