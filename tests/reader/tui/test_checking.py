"""A draft on the screen: checked beside it, with verdicts in the margin and ways to the sources."""

import threading
import time
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from reading import Reading, at_work_on

from reader.article import make_article
from reader.compared import Finding
from reader.library import Library
from reader.remembered import Memory
from reader.sources.files import read_sources
from reader.sources.rereading import Files
from reader.tui.app import PullquoteApp
from reader.tui.marks import ASCII
from reader.tui.screens import checking
from reader.tui.setup import Setup
from reader.tui.shelves.given import GivenShelf

FERRY = """\
At least 17 people died when the ferry Kestrel sank off Port Veluna on Sunday, police said. \
Another 21 people were injured.

“We heard a crack, and then the lights went out,” said Mara Tolvik, a passenger from Lower Harsk. \
“Nobody told us where the boats were.”

The repair of the pier will cost $18.2 million, said the harbour master, Jonas Reth.
"""
DRAFT = """\
The night of the Kestrel

“We heard a bang, and then the lights went out,” said Mara Tolvik.

“Nobody told us where the boats were,” Mara Tolvik said.

When the ferry Kestrel sank off Port Veluna, 17 people died.

“The mayor must answer for this today,” said Ilse Brandt.
"""
NAMES = ["altered", "verbatim", "modifier", "missing"]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "library.sqlite"
    with Library.open(path) as library:
        article = make_article(
            title="Ferry sinks", text=FERRY, source="Harbour Post", published="2026-05-01"
        )
        library.articles.store(None, [article], 1_780_000_000.0)
    return path


@asynccontextmanager
async def drafting(
    path: Path,
    size: tuple[int, int] = (150, 40),
    *,
    drafts: bool = True,
    others: Sequence[Path] = (),
    setup: Setup | None = None,
) -> AsyncIterator[Reading]:
    """Open a draft to be checked against a library."""
    (path.parent / "draft.txt").write_text(DRAFT, encoding="utf-8")
    drafted = [str(source) for source in (path.parent / "draft.txt", *others)]
    files = Files()
    items = read_sources(drafted, None, files.note)  # type: ignore[arg-type]
    shelf = GivenShelf(path, drafts=drafts, newer=files.newer)
    app = PullquoteApp(shelf, "Tests", Memory(), reading=items, setup=setup)
    async with at_work_on(app, size) as at_work:
        if drafts:
            await at_work.until(lambda: "3 of 4 in doubt" in at_work.screen)
            if not others:
                await at_work.until(lambda: at_work.text.has_focus)
        yield at_work


def margin(at_work: Reading, words: str) -> str:
    """Return the margin beside the line of the text that begins so."""
    return next(
        line.partition(words)[0].strip(" │") for line in at_work.lines_of("text") if words in line
    )


def beside(at_work: Reading) -> str:
    """Return what the pane beside the text says, as one line."""
    return " ".join(" ".join(line.strip(" │") for line in at_work.lines_of("digest")).split())


@pytest.mark.parametrize("width", [60, 100, 150])
async def test_one_draft_is_read_at_once_with_its_check_beside_it(path: Path, width: int) -> None:
    (path.parent / "draft.txt").write_text(DRAFT, encoding="utf-8")
    items = read_sources([str(path.parent / "draft.txt")], None)  # type: ignore[arg-type]
    app = PullquoteApp(GivenShelf(path, drafts=True), "Tests", Memory(), reading=items)
    async with at_work_on(app, (width, 40)) as at_work:
        await at_work.until(lambda: "3 of them in doubt; n " in at_work.message)
        assert at_work.text.has_focus
        assert at_work.digest.display == (width > 60)
        await at_work.press("n")
        assert at_work.message.startswith("Finding 1 of 4")


async def test_of_several_drafts_one_is_chosen_in_the_list_first(path: Path) -> None:
    other = path.parent / "other.txt"
    other.write_text("Another\n\nNothing is counted or quoted here.", encoding="utf-8")
    async with drafting(path, others=[other]) as at_work:
        await at_work.until(lambda: "in doubt" in at_work.message)
        assert at_work.list.has_focus
        assert "Enter reads it, and there n steps through them" in at_work.message
        await at_work.press("enter", "n")
        assert at_work.message.startswith("Finding 1 of 4")


async def test_the_marks_of_a_draft_carry_their_verdicts_by_sign(path: Path) -> None:
    async with drafting(path) as at_work:
        assert "3 of 4 in doubt" in at_work.screen
        assert [
            margin(at_work, words)[-1:] for words in ("“We heard", "“Nobody", "“The mayor")
        ] == [*("≠", "✓", "?")]
        assert margin(at_work, "When the ferry")[-1:] == "≈"


async def test_the_ascii_set_has_signs_of_verdicts_too(path: Path) -> None:
    async with drafting(path, setup=Setup(signs=ASCII)) as at_work:
        assert margin(at_work, "“We heard")[-1:] == "#"
        assert margin(at_work, "“The mayor")[-1:] == "?"


async def test_the_findings_have_verdict_passage_and_source(path: Path) -> None:
    async with drafting(path) as at_work:
        findings = beside(at_work)
        assert "≠ “We heard a bang, and then the lights went out,” altered" in findings
        assert "We heard a [-bang,-] {+crack,+} and then the lights went out" in findings
        assert "Mara Tolvik, Harbour Post, Ferry sinks, 2026-05-01" in findings
        assert "? “The mayor must answer for this today,” not found in the library" in findings


async def test_n_steps_over_the_findings_and_enter_opens_the_source_and_q_comes_back(
    path: Path,
) -> None:
    async with drafting(path) as at_work:
        await at_work.press("n")
        assert at_work.message.startswith("Finding 1 of 4, altered: Mara Tolvik")
        await at_work.press("n")
        assert at_work.digest.cursor == 1
        await at_work.press("enter")
        assert at_work.text.article is not None
        assert at_work.text.article.title == "Ferry sinks"
        assert at_work.text.chosen is not None
        assert "Nobody told us" in at_work.text.chosen.span.cut(at_work.text.article.text)
        assert "q goes back to The night of the Kestrel" in at_work.message
        await at_work.press("q")
        assert at_work.text.article.title == "The night of the Kestrel"
        assert at_work.message == ""
        assert at_work.text.current is not None
        assert at_work.text.current.span.cut(at_work.text.article.text).startswith("“Nobody")
        assert at_work.text.has_focus
        assert at_work.digest.cursor == 1
        await at_work.press("q")
        assert at_work.list.has_focus


async def test_a_row_of_the_findings_moves_the_text_along_and_leads_to_the_source(
    path: Path,
) -> None:
    async with drafting(path) as at_work:
        await at_work.press("tab", "j", "j")
        assert at_work.text.current is not None
        text = at_work.text.article.text if at_work.text.article else ""
        assert at_work.text.current.span.cut(text) == "17"
        await at_work.press("N", "n", "enter")
        assert at_work.text.article is not None
        assert at_work.text.article.title == "Ferry sinks"
        await at_work.until(lambda: "6 marks" in at_work.screen or at_work.digest.rows() > 4)
        await at_work.until(lambda: type(at_work.text.current).__name__ == "Claim")
        await at_work.press("q", "j", "enter")
        assert at_work.message == "Nothing like it stands in the library."


async def test_a_text_that_was_opened_by_name_is_checked_when_asked_and_its_digest_comes_back(
    path: Path,
) -> None:
    async with drafting(path, drafts=False) as at_work:
        assert "in doubt" not in at_work.screen
        await at_work.press("C")
        await at_work.until(lambda: "3 of 4 in doubt" in at_work.screen)
        await at_work.press("C")
        assert "Summary" in at_work.lines_of("digest")[0]
        assert "shows the check again" in at_work.message
        await at_work.press("C")
        assert "3 of 4 in doubt" in at_work.screen


async def test_what_cannot_be_checked_says_why(path: Path, tmp_path: Path) -> None:
    async with drafting(path, drafts=False) as at_work:
        await at_work.press("enter", "enter")
        assert "C checks a text of yours" in at_work.message
        at_work.app._shelf._kept_in = tmp_path / "none.sqlite"  # type: ignore[attr-defined]
        await at_work.press("C")
        await at_work.until(lambda: "the library is empty" in at_work.message)
        assert not (tmp_path / "none.sqlite").exists()


async def test_a_mark_of_a_checked_draft_is_traced_through_the_library(path: Path) -> None:
    async with drafting(path) as at_work:
        await at_work.press("n", "n", "T")
        await at_work.until(lambda: "1 article, the oldest first" in at_work.screen)
        await at_work.press("enter")
        assert at_work.text.article is not None
        assert at_work.text.article.title == "Ferry sinks"
        await at_work.press("q")
        assert at_work.text.article.title == "The night of the Kestrel"


class Slow:
    """A check that gets on when it is told to, and ends when nobody wants it."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.done = 0
        self.left = threading.Event()
        monkeypatch.setattr("reader.beside.beside", self.check)

    def check(
        self,
        *_given: object,
        is_wanted: Callable[[], bool],
        tell: Callable[[int, int], object],
    ) -> tuple[Finding, ...] | None:
        while is_wanted():
            tell(self.done, 10)
            if self.done == 10:
                return ()
            time.sleep(0.02)
        self.left.set()
        return None


async def test_the_text_is_read_while_it_is_being_checked(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow = Slow(monkeypatch)
    async with drafting(path, drafts=False) as at_work:
        await at_work.press("C")
        assert at_work.message == "Checking against the library… 0 % (C cancels)"
        slow.done = 3
        await at_work.until(lambda: "library… 30 % (C" in at_work.message)
        assert "library… 30 % (C" in beside(at_work)
        await at_work.press("enter", "n")
        assert at_work.message.startswith("Mark 1 of 4, quote")
        slow.done = 6
        await at_work.until(lambda: "library… 60 % (C" in beside(at_work))
        assert at_work.message.startswith("Mark 1 of 4, quote")
        slow.done = 10
        await at_work.until(lambda: "There is no quote and no figure" in at_work.message)


async def test_a_check_is_cancelled_and_begun_anew(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow = Slow(monkeypatch)
    async with drafting(path, drafts=False) as at_work:
        await at_work.press("C")
        await at_work.until(lambda: "0 % (C cancels)" in at_work.message)
        await at_work.press("C")
        assert at_work.message == "Check cancelled; C begins it anew"
        assert at_work.message in beside(at_work)
        await at_work.until(slow.left.is_set)
        await at_work.press("enter", "n")
        assert at_work.message.startswith("Mark 1 of 4, quote")
        slow.done = 10
        await at_work.press("C")
        await at_work.until(lambda: "There is no quote and no figure" in at_work.message)


@pytest.fixture
def edit(path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str, str], None]:
    """Return what changes some words in the file of the draft; the reader looks at it often."""
    monkeypatch.setattr(checking, "DRAFT_SECONDS", 0.1)

    def edit(before: str, after: str) -> None:
        file = path.parent / "draft.txt"
        file.write_text(file.read_text(encoding="utf-8").replace(before, after), encoding="utf-8")

    return edit


async def test_a_draft_that_is_edited_is_read_and_checked_anew(
    path: Path, edit: Callable[[str, str], None]
) -> None:
    async with drafting(path) as at_work:
        await at_work.press("n", "n", "n")
        edit("We heard a bang", "On Sunday night we heard a crack")
        await at_work.until(lambda: "Changed and checked anew: 4 quotes" in at_work.message)
        assert at_work.text.article is not None
        assert "night we heard a crack" in at_work.text.article.text
        assert at_work.text.current is not None
        assert at_work.text.current.span.cut(at_work.text.article.text) == "17"
        assert at_work.digest.cursor == 2
        edit("On Sunday night we", "We")
        await at_work.until(lambda: "2 of 4 in doubt" in at_work.screen)
        await at_work.press("N", "enter")
        edit("17 people", "at least 17 people")
        await at_work.until(lambda: "1 of them in doubt" in at_work.message)
        assert at_work.message.startswith("The night of the Kestrel: Changed and checked anew")
        await at_work.press("q")
        assert at_work.text.article.title == "The night of the Kestrel"
        assert at_work.text.current is None


async def test_what_was_found_stays_until_a_draft_is_checked_anew_or_that_is_cancelled(
    path: Path, edit: Callable[[str, str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    async with drafting(path) as at_work:
        slow = Slow(monkeypatch)
        edit("We heard a bang", "We heard a crack")
        await at_work.until(lambda: "0 % (C cancels)" in at_work.message)
        assert "3 of 4 in doubt" in at_work.screen
        assert "We heard a bang" in at_work.screen
        await at_work.press("C")
        assert at_work.message == "Check cancelled; C begins it anew"
        assert "3 of 4 in doubt" in at_work.screen
        await at_work.until(slow.left.is_set)
        slow.done = 10
        await at_work.press("C")
        await at_work.until(lambda: "Changed and checked anew: There is no" in at_work.message)
        assert at_work.text.article is not None
        assert "We heard a crack" in at_work.text.article.text


async def test_a_draft_that_was_edited_before_it_is_checked_is_checked_as_it_is(
    path: Path, edit: Callable[[str, str], None]
) -> None:
    async with drafting(path, drafts=False) as at_work:
        edit("We heard a bang", "We heard a crack")
        await at_work.press("C")
        await at_work.until(lambda: "2 of 4 in doubt" in at_work.screen)
        assert at_work.text.article is not None
        assert "We heard a crack" in at_work.text.article.text
