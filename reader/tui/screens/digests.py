"""DigestsScreen: the article under the list's cursor, with its digest and how it is summed up."""

import time

from textual import on
from textual.timer import Timer

from reader.article import Article
from reader.problems import Problem
from reader.remembered import SummaryChoice
from reader.tui.desk import Desk
from reader.tui.guide import NONE_LISTED
from reader.tui.messages import Digested, DigestWanted
from reader.tui.screens.panes import PanesScreen
from reader.tui.widgets.cursor_pane import CursorPane
from summarize import Digest

RUN_SECONDS = 0.2  # moves of the cursor that come faster are of one run
REST_SECONDS = 0.1  # after which a run has ended


class DigestsScreen(PanesScreen):
    """Shows one article in the text pane and what was found in it in the digest pane."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._moved = 0.0
        self._resting: Timer | None = None  # until then the cursor may be on its way

    @on(CursorPane.Moved)
    def follow_cursor(self, message: CursorPane.Moved) -> None:
        """Show the article under the list's cursor; of those it runs over in the list, the last."""
        if message.pane is not self._list:
            return
        before, self._moved = self._moved, time.monotonic()
        if self._moved - before > RUN_SECONDS or not self._list.has_focus:
            self._show_article()
        else:
            self._no_longer_resting()
            self._resting = self.set_timer(REST_SECONDS, self._show_article)

    def _no_longer_resting(self) -> bool:
        resting, self._resting = self._resting, None
        if resting:
            resting.stop()
        return resting is not None

    def settle(self) -> None:
        """Show the article under the list's cursor now, if that is still to come."""
        if self._no_longer_resting():
            self._show_article()

    def _show_article(self) -> None:
        self._no_longer_resting()
        key = self._list.key
        self._message.follow(key)
        if key is None:
            self._show_none()
            return
        if (article := self._desk.shelf.article(key)) == self._text.article:
            return
        self._desk.bookmark.leave(self._text.top)
        digest, top = self._desk.digest(article), self._desk.bookmark.open(key)
        self._text.show(article, digest, self._desk.hits(article), top)
        self._show_digest(article, digest)

    def _show_none(self) -> None:
        """Show that no article is listed, in the place of the one that was shown, if one was."""
        if self._text.article:
            self._desk.bookmark.close(self._text.top)
            self._text.show_none(NONE_LISTED)
            self._digest.wait(None, NONE_LISTED)

    def on_unmount(self) -> None:
        """Keep the place in the article that was read last."""
        self._desk.bookmark.leave(self._text.top)

    def _show_digest(self, article: Article, digest: Digest | None) -> None:
        if digest:
            self._digest.show(article, digest)
        else:
            self._digest.wait(article, f"Reading for the summary ({self._desk.choice.method})…")
            self.post_message(DigestWanted(self._desk.wish(article)))

    @on(Digested)
    def take_digest(self, message: Digested) -> None:
        """Show a digest where its article is shown, and its counts in the list."""
        article, result = message.wish.article, message.result
        shown = article == self._text.article and message.wish == self._desk.wish(article)
        if isinstance(result, Problem):
            if shown:
                self._digest.wait(article, result.sentence)
            return
        in_sight = self._list.is_in_sight(article.id)
        self._desk.shelf.take(message.wish, result)
        if in_sight:
            self._list.repaint_changed()
        if shown:
            self._show_changed_digest(article)

    def _show_changed_digest(self, article: Article) -> None:
        """Show the digest of the article that is shown as it is now; the text stays in place."""
        digest = self._desk.digest(article)
        self._show_digest(article, digest)
        if digest:
            self._text.mark(digest, self._desk.hits(article))

    def _mark_anew(self) -> None:
        """Paint with the styles of another theme."""
        if article := self._text.article:
            self._text.mark(self._desk.digest(article), self._desk.hits(article))

    def action_method(self) -> None:
        """Sum up by the next method."""
        self._sum_up(self._desk.choice.next_method())

    def action_unit(self) -> None:
        """Measure the summary's length in the next unit."""
        self._sum_up(self._desk.choice.next_unit())

    def action_length(self, steps: int) -> None:
        """Make the summary longer or shorter."""
        self._sum_up(self._desk.choice.longer(steps))

    def _sum_up(self, choice: SummaryChoice) -> None:
        kept = "" if self._desk.choose(choice) else " (for this session; it cannot be kept)"
        self._message.say(f"Summary by {choice}{kept}")
        if self._text.article:
            self._show_changed_digest(self._text.article)
