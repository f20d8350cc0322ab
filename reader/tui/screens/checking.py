"""CheckingScreen: a draft held against the library, its findings beside it and in its margin."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from textual import on, work
from textual.message import Message
from textual.timer import Timer
from textual.worker import get_current_worker

from reader.article import Article
from reader.problems import Problem
from reader.tui.checks import Check
from reader.tui.desk import Desk
from reader.tui.guide import NO_ARTICLE
from reader.tui.messages import DigestWanted, SourcesRead
from reader.tui.screens.noticing import NoticingScreen
from reader.tui.screens.visiting import Sought
from reader.tui.widgets.cursor_pane import CursorPane
from reader.tui.widgets.text_pane import TextPane
from summarize import Digest

if TYPE_CHECKING:
    from reader.compared import Finding

DRAFT_SECONDS: Final = 2.0  # between two looks at the files of drafts
STORED: Final = (
    "This article is of the library; what is checked is a text of yours, opened by its name."
)


class DraftChecked(Message):
    """A draft was checked, or could not be."""

    def __init__(self, key: int, draft: Article, result: "Sequence[Finding] | Problem") -> None:
        super().__init__()
        self.key = key
        self.draft = draft
        self.result = result


class DraftChanged(Message):
    """The file of a draft that was checked has another text by now."""

    def __init__(self, key: int) -> None:
        super().__init__()
        self.key = key


class CheckedSoFar(Message):
    """So much of the check of a draft is done, in percent."""

    def __init__(self, key: int, share: int) -> None:
        super().__init__()
        self.key = key
        self.share = share


class CheckingScreen(NoticingScreen):
    """Checks drafts beside the screen; a finding leads to its source."""

    def __init__(self, place: str, desk: Desk) -> None:
        super().__init__(place, desk)
        self._checks: dict[int, Check] = {}
        self._looking: Timer | None = None  # at the files, once one was checked
        self._set_aside: set[int] = set()  # checked articles whose digest is shown all the same

    @on(SourcesRead)
    def begin_in_draft(self) -> None:
        """Begin in the text, its check beside it, where one draft was opened to be checked."""
        key = self._list.key
        if key is None or not self._desk.shelf.drafts or len(self._desk.shelf) > 1:
            return
        self._note_opened()
        self._show_article()
        self._panes.bring_with_digest()
        if key in self._checks:
            self._message.say(self._told(key))

    @property
    def _against(self) -> Path | None:
        """The library that drafts are held against."""
        return self._desk.shelf.checked_against

    @property
    def _shown_findings(self) -> "Sequence[Finding]":
        """What is shown of the check of the article under the list's cursor."""
        key = self._list.key
        if key is None or key in self._set_aside:
            return ()
        return self._checks[key].findings if key in self._checks else ()

    def _traced_in(self) -> Path | None:
        """Return the library that marks are traced in: a draft's is the one it was checked with."""
        shelf, key = self._desk.shelf, self._list.key
        if key is not None and (key in self._checks or shelf.is_stored(key)):
            return shelf.library or shelf.checked_against
        return shelf.library

    def action_check(self) -> None:
        """Check the article, or cancel that, or turn from its check to its digest and back."""
        key, article = self._list.key, self._text.article
        against = self._against
        if key is None or article is None:
            self._message.say(NO_ARTICLE)
        elif against is None or self._desk.shelf.is_stored(key):
            self._message.say(STORED)
        else:
            self._check_or_cancel(key, article, against)
            self._show_digest(article, self._desk.digest(article))

    def _check_or_cancel(self, key: int, article: Article, against: Path) -> None:
        check = self._checks.get(key)
        if check is None or check.is_due:
            self._set_aside.discard(key)
            self._begin(key, article, against)
        elif check.work:
            check.cancel()
            self._message.say(self._told(key))
        else:
            self._set_aside ^= {key}
            aside = key in self._set_aside
            again = f"{self._guide.key('check')} shows the check again"
            self._message.say(f"The digest; {again}" if aside else self._told(key))

    def _begin(self, key: int, article: Article, against: Path) -> None:
        if self._looking is None:
            self._looking = self.set_interval(DRAFT_SECONDS, self._look_at_drafts)
        check = self._checks.setdefault(key, Check(article))
        check.begin(self._check(key, check, against))
        if key == self._list.key:
            self._message.say(self._told(key))

    @work(thread=True, group="checks")
    def _check(self, key: int, check: Check, against: Path) -> None:
        from reader.beside import beside

        worker = get_current_worker()
        draft = self._newest(check)
        result: Sequence[Finding] | Problem | None
        try:
            result = beside(
                "reader.checking.errands:check_draft",
                against,
                draft,
                is_wanted=lambda: not worker.is_cancelled,
                tell=lambda done, all_: self.post_message(CheckedSoFar(key, 100 * done // all_)),
            )
        except Problem as problem:
            result = problem
        if result is not None:
            self.post_message(DraftChecked(key, draft, result))

    def _newest(self, check: Check) -> Article:
        """Return a draft as its file has it by now; the check takes note of it."""
        if newer := self._desk.shelf.newer(check.draft):
            check.draft = newer
        return check.draft

    @work(thread=True, exclusive=True, group="drafts")
    def _look_at_drafts(self) -> None:
        """Look whether the file of a draft that was checked has another text by now."""
        for key, check in tuple(self._checks.items()):
            before = check.draft
            if not check.work and not check.cancelled and self._newest(check) is not before:
                self.post_message(DraftChanged(key))

    @on(DraftChanged)
    def check_anew(self, message: DraftChanged) -> None:
        """Check a draft that has changed; until that is done, what was found before stays."""
        check, against = self._checks[message.key], self._against
        if against and not check.work:
            self._begin(message.key, check.draft, against)

    @on(CheckedSoFar)
    def follow_check(self, message: CheckedSoFar) -> None:
        """Show how far a check is, where that is still to be seen."""
        key, check = message.key, self._checks[message.key]
        if check.work is None:
            return
        before, check.share = self._told(key), message.share
        self._message.go_on(before, self._told(key))
        if key == self._list.key and key not in self._set_aside and not check.has_come:
            self._digest.wait(self._text.article, self._told(key))

    @on(DraftChecked)
    def take_findings(self, message: DraftChecked) -> None:
        """Show what was found, if its draft is shown; say it in any case."""
        key, check, against = message.key, self._checks[message.key], self._against
        if check.work is None:  # it was cancelled as it ended
            return
        if message.draft is not check.draft and against:  # it has changed once more
            self._begin(key, check.draft, against)
            return
        at = self._current_finding() if key == self._list.key else None
        check.end(message.result)
        changed = self._desk.shelf.article(key) != check.draft
        if changed:
            self._take_draft(key, check.draft, at)
        elif key == self._list.key and (here := self._text.article):
            self._show_digest(here, self._desk.digest(here))
        anew = "Changed and checked anew: " if changed else ""
        if key == self._list.key:
            self._message.say(anew + self._told(key))
        else:
            told = anew + self._told(key, here=False)
            self._message.say(f"{check.draft.title}: {told}", of_all=True)

    def _take_draft(self, key: int, draft: Article, at: int | None) -> None:
        """Show a draft as it is by now; who stood on a finding stands on the one of its number."""
        self._ways = [way._replace(current=None) if way.key == key else way for way in self._ways]
        self._desk.shelf.rewrite(key, draft)
        self._list_anew()
        if key == self._list.key:
            self._digest.go_on(draft)
            self._show_article()
            if at is not None and (found := self._shown_findings):
                self._text.go_to(found[min(at, len(found) - 1)].value)

    def _told(self, key: int, *, here: bool = True) -> str:
        """Say what a check has found, and how one goes through it where its draft is shown."""
        from reader.compared import summed_up

        check = self._checks[key]
        if check.work or check.cancelled or not check.has_come:
            return check.told(self._guide.key("check"))
        if not check.findings or not here:
            return summed_up(check.findings)
        steps = self._guide.steps(reading=self._panes.front != "list")
        return f"{summed_up(check.findings)}; {steps}"

    def _show_digest(self, article: Article, digest: Digest | None) -> None:
        """Show what the check has found in the place of the digest, where there is one."""
        key, shelf = self._list.key, self._desk.shelf
        if key is None:
            super()._show_digest(article, digest)
            return
        against = shelf.checked_against
        if shelf.drafts and against and key not in self._checks and not shelf.is_stored(key):
            self._begin(key, article, against)
        self._text.judge(self._shown_findings)
        if key not in self._checks or key in self._set_aside:
            super()._show_digest(article, digest)
            return
        if digest is None:
            self.post_message(DigestWanted(self._desk.wish(article)))
        check = self._checks[key]
        if check.has_come:
            self._digest.show_findings(article, check.findings)
        else:
            self._digest.wait(article, self._told(key))

    @on(CursorPane.Moved)
    def follow_findings(self, message: CursorPane.Moved) -> None:
        """Show in the text the finding that one stands on in the pane beside it."""
        found, at = self._shown_findings, self._digest.cursor
        if message.pane is self._digest and self._panes.front == "digest" and found:
            self._text.go_to(found[at].value)
            self._message.say(found[at].told(at + 1, len(found)))

    @on(TextPane.Stepped)
    def follow_text(self) -> None:
        """Stand in the findings on the one that one has stepped to."""
        if (at := self._current_finding()) is not None:
            self._digest.cursor = at

    def _current_finding(self) -> int | None:
        values = [found.value for found in self._shown_findings]
        return values.index(self._text.current) if self._text.current in values else None

    def action_step_mark(self, direction: int) -> None:
        """Make the next or the previous mark of the text the current one."""
        self._text.action_step(direction)

    def action_source(self) -> None:
        """Open the source of the current finding."""
        at = self._current_finding()
        if at is not None:
            self._open_source(at)
        elif self._shown_findings:
            self._say_nothing_chosen("No finding is chosen to open its source")
        else:
            check = self._guide.key("check")
            self._message.say(f"Only what was checked has sources; {check} checks a text of yours.")

    def _open_source(self, at: int) -> None:
        found = self._shown_findings[at]
        if found.article is None:
            self._message.say("Nothing like it stands in the library.")
            return
        self._visit(found.article, Sought(found.span, type(found.value)), found.edition)
        if found.past:
            self._message.say("So it was: the source has changed this article since.")
