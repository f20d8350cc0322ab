"""VisitingScreen: places in other articles that one goes to, and back to where one came from."""

from typing import TYPE_CHECKING, NamedTuple

from reader.article import Article
from reader.citations import Citable, Excerpt
from reader.tui.desk import Desk
from reader.tui.guide import NO_MORE
from reader.tui.layout import Pane
from reader.tui.screens.telling import TellingScreen
from summarize import Claim, Digest, Quote, Span

if TYPE_CHECKING:
    from reader.tui.screens.story import Going, Page


class Way(NamedTuple):
    """Where one came from: the article, what was current, the pane and its row; and where to.

    `page` is the page of a story that lay over it, if one came from that.
    """

    key: int
    current: Citable | None
    front: Pane
    row: int
    to: int
    page: "Page | None" = None


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
        way, key = self._way(), self._desk.shelf.take_in(article, edition)
        if key is None:
            self._message.say(NO_MORE)
            return
        title = self._text.article.title if self._text.article else ""
        if way and way.key != key:
            self._ways.append(way._replace(to=key))
        self._list_anew()
        self._open_article(key)
        self._sought = sought
        digest = self._desk.digest(article)
        self._go_to((digest and mark_at(digest, sought)) or Excerpt(sought.span))
        if way and way.key != key:
            back = self._guide.key("back")
            self._message.say(f"{back} goes back to {title or 'the draft'}")

    def _way(self) -> Way | None:
        """Return the way back to where one is now, if that is anywhere."""
        key = self._list.key
        if key is None:
            return None
        return Way(key, self._text.current, self._panes.front, self._digest.cursor, key)

    def _follow(self, going: "Going | None") -> None:
        """Read the article that a row of a story's page leads to; `q` leads back to the page."""
        way = self._way()
        super()._follow(going)
        if way and going:
            self._ways.append(way._replace(to=going.key, page=going.page))

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
            self._list_article(way.key)
            if way.current:
                self._text.go_to(way.current)
            self._panes.bring(way.front)
            self._digest.cursor = way.row
            if way.page:
                self._open_page(way.page)
            return True
        return False


def mark_at(digest: Digest, sought: Sought) -> Quote | Claim | None:
    """Return the quote, or the figure, of which a place consists."""
    if sought.kind is Claim:
        return next((one for one in digest.claims if sought.span.covers(one.span)), None)
    return next((one for one in digest.quotes if sought.span.overlaps(one.span)), None)
