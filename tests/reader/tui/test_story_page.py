"""The page of a story: what accounts say side by side, leading to its places, changed by hand."""

import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import pairwise
from pathlib import Path
from unittest.mock import patch

import pytest
from reading import Reading, reading, reading_library

from reader.article import make_article
from reader.digesting import Wish, make_digest
from reader.digesting.shelving import keep
from reader.library import Library
from reader.library.stories import Stories
from reader.library.story_rows import drop_empty, move, new_story
from reader.stories import story_of
from reader.tui import app
from reader.tui.marks import UNICODE
from reader.tui.screens import noticing
from reader.tui.screens.help import HelpScreen
from reader.tui.screens.story import StoryScreen
from reader.tui.story_rows import story_sections
from reader.tui.telling import tell
from reader.tui.widgets.story_pane import StoryPane
from summarize import ENGINE, Claim, Quote

BRIDGE = (
    (
        "Vell Herald",
        "2026-05-04T08:00",
        "Footbridge at Quern Ford collapses",
        """\
The footbridge at Quern Ford collapsed on Monday morning, and at least 4 people were injured, the \
Vell fire brigade said.

"The planks went one after the other, and then the rail", said Jorun Tasker, who sells tickets at \
Quern Ford. The Vell council closed the path for 3 weeks.""",
    ),
    (
        "Quern Gazette",
        "2026-05-04T09:30",
        "Nine injured as Quern Ford bridge falls",
        """\
Nine people were injured when the footbridge at Quern Ford gave way on Monday, doctors in Vell \
said.

"The planks went one after the other", said Jorun Tasker. Mayor Odile Brask of Vell told \
reporters: "We asked for a new bridge in 2019." The repair may cost $2 million.""",
    ),
    (
        "The Miller",
        "2026-05-04T11:00",
        "Quern Ford footbridge down, six hurt",
        """\
Six people were injured on Monday as the Quern Ford footbridge fell into the river, the Vell fire \
brigade said.

The bridge at Quern Ford was built in 1931 and was 40 metres long. Divers of the Vell fire brigade \
searched the river until noon.""",
    ),
)
LOTTERY = (
    "Harbour Sheet",
    "2026-05-04T07:00",
    "Bakery in Lund Row wins a prize",
    'A bakery in Lund Row won 12 medals at the Hesper fair. "We bake at night", said Pia Lorn.',
)


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(app, "STORY_SECONDS", 0.01)
    monkeypatch.setattr(noticing, "LOOK_SECONDS", 0.01)


def store(path: Path, second: str = BRIDGE[1][3]) -> None:
    """Store the articles; of the second one these words."""
    with Library.open(path) as library:
        for at, (outlet, time, title, told) in enumerate((*BRIDGE, LOTTERY)):
            text = second if at == 1 else told
            article = make_article(
                title=title,
                text=text,
                source=outlet,
                published=f"{time}:00+00:00",
                url=f"https://news.example/{at}",
            )
            library.articles.store(None, [article], 1_790_000_000.0 + at)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a library in which every digest and summary is made."""
    path = tmp_path_factory.mktemp("stories") / "library.sqlite"
    store(path)
    with Library.open(path) as library:
        for key in library.listing.all():
            article = library.articles.get(key)
            assert article
            keep(library, Wish(article), make_digest(Wish(article)))
        for _ in library.stories.group(library.stories.ungrouped()):
            pass
        for number in library.stories.newest():
            story_of(library, number)
    return path


@pytest.fixture
def path(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(made, tmp_path))


def page_of(at_work: Reading) -> StoryPane:
    assert isinstance(at_work.app.screen, StoryScreen)
    return at_work.app.screen.query_one(StoryPane)


@asynccontextmanager
async def on_the_page(path: Path, size: tuple[int, int] = (120, 60)) -> AsyncIterator[Reading]:
    """Open the page of the bridge's story, and wait until all of it is there."""
    async with reading_library(path, size) as at_work:
        await at_work.until(lambda: any("3 ≡" in line for line in at_work.lines_of("list")))
        await at_work.press("j", "e")
        await at_work.until(lambda: "3 accounts" in at_work.screen)
        await at_work.until(lambda: "reading" not in at_work.screen)
        yield at_work


async def stand_on(at_work: Reading, words: str) -> None:
    """Move the cursor to the row with these words."""
    pane = page_of(at_work)
    await at_work.press("g")
    for _ in range(pane.rows()):
        if any(words in pane.paint(line).text for line in pane.lines_of(pane.cursor)):
            return
        await at_work.press("j")
    raise AssertionError(f"no row holds {words!r}:\n{at_work.screen}")


def line_with(at_work: Reading, *words: str) -> bool:
    lines = at_work.screen.split("\n")
    if any(all(word in line for word in words) for line in lines):
        return True
    raise AssertionError(f"no line has {words}:\n{at_work.screen}")


async def test_a_story_is_found_read_and_summed_up_while_the_reader_is_open(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    store(path)
    async with on_the_page(path) as at_work:
        await at_work.until(lambda: "[Vell Herald]" in at_work.screen)
        assert line_with(at_work, "conflict", "people injured")
    with Library.open(path) as library:
        (story,) = library.stories.newest()
        assert len(library.stories.members(story)) == 3


async def test_the_page_says_what_the_accounts_agree_and_disagree_on(path: Path) -> None:
    async with on_the_page(path) as at_work:
        screen = at_work.screen
        assert "3 accounts, 3 outlets, 4 May 2026" in screen
        assert line_with(at_work, "conflict", "people injured", "≥", " 4 ", "Vell Herald")
        assert line_with(at_work, "Nine", "Quern Gazette")
        assert line_with(at_work, "The planks went", "then the rail")
        assert "Vell Herald, Quern Gazette" in screen
        assert screen.index("Only one account has") < screen.rindex("We asked for a new bridge")
        assert line_with(at_work, "Quern Ford footbridge down, six hurt", "The Miller")
        summary = screen[screen.index("Summary") : screen.index("Claims")]
        assert "[Vell Herald]" in summary


async def test_a_figure_leads_to_its_place_in_its_article(path: Path) -> None:
    async with on_the_page(path) as at_work:
        await stand_on(at_work, "Nine")
        await at_work.press("enter")
        assert at_work.text.article is not None
        assert at_work.text.article.source == "Quern Gazette"
        assert isinstance(at_work.text.current, Claim)
        assert at_work.text.current.span.cut(at_work.text.article.text) == "Nine"
        assert at_work.app.focused is at_work.text


async def test_a_click_on_a_quote_leads_to_it(path: Path) -> None:
    async with on_the_page(path) as at_work:
        lines = at_work.screen.split("\n")
        y = next(at for at, line in enumerate(lines) if "then the rail" in line)
        await at_work.pilot.click(StoryPane, offset=(10, y - page_of(at_work).region.y))
        await at_work.pilot.pause()
        assert isinstance(at_work.text.current, Quote)
        assert at_work.app.focused is at_work.text


async def test_a_sentence_of_the_summary_and_an_account_lead_to_their_articles(path: Path) -> None:
    async with on_the_page(path) as at_work:
        await at_work.press("enter")
        assert at_work.text.article is not None
        assert at_work.text.current is not None
        first = at_work.text.current.span.cut(at_work.text.article.text)
        assert first in {one[3].partition("\n")[0] for one in BRIDGE} or first.endswith(".")
        await at_work.press("e")
        await at_work.until(lambda: "3 accounts" in at_work.screen)
        await stand_on(at_work, "Quern Ford footbridge down")
        await at_work.press("enter")
        assert at_work.text.article is not None
        assert at_work.text.article.source == "The Miller"


async def test_q_goes_back_to_where_one_was(path: Path) -> None:
    async with on_the_page(path) as at_work:
        await at_work.press("G", "space", "k", "q")
        assert at_work.app.focused is at_work.list
        assert at_work.list.cursor == 1


@pytest.mark.parametrize("width", [150, 100, 60])
async def test_the_page_moves_by_rows_and_keeps_the_cursor_in_sight(path: Path, width: int) -> None:
    async with on_the_page(path, (width, 16)) as at_work:
        pane = page_of(at_work)
        for key in (*"jjjjjjjj", "G", *"kkk", "space", "g"):
            await at_work.press(key)
            lines = pane.lines_of(pane.cursor)
            assert pane.top <= lines.start
            assert lines.stop <= pane.top + pane.page


async def test_an_article_can_be_split_off_and_joined_again_and_that_is_kept(path: Path) -> None:
    async with on_the_page(path) as at_work:
        await stand_on(at_work, "Quern Ford footbridge down")
        await at_work.press("x")
        await at_work.until(lambda: "2 accounts" in at_work.screen)
        assert "Split off: Quern Ford footbridge down, six hurt" in at_work.message
        with Library.open(path) as library:
            assert [len(library.stories.members(one)) for one in library.stories.newest()] == [2]

        await at_work.press("a")
        await at_work.until(lambda: "Join with" in at_work.screen)
        await at_work.press(*"footbridge down", "enter")
        await at_work.until(lambda: "3 accounts" in at_work.screen)
        assert "Joined: Quern Ford footbridge down, six hurt" in at_work.message
        with Library.open(path) as library:
            assert [len(library.stories.members(one)) for one in library.stories.newest()] == [3]
        await at_work.press("q")
        await at_work.until(lambda: sum("3 ≡" in one for one in at_work.lines_of("list")) == 3)


async def test_a_page_whose_story_fell_apart_meanwhile_goes_on_with_what_is_left(
    path: Path,
) -> None:
    async with on_the_page(path) as at_work:
        await stand_on(at_work, "Quern Ford footbridge down")
        with Library.open(path) as library, library._database.writing() as connection:
            left = [row.key for row in library.listing.rows(library.listing.all("six hurt"))]
            move(connection, left, new_story(connection))
        await at_work.press("x")
        await at_work.until(lambda: "2 accounts" in at_work.screen)
        assert "Split off: Quern Ford footbridge down, six hurt" in at_work.message
        await stand_on(at_work, "Nine injured as Quern Ford bridge falls")
        await at_work.press("enter")
        await at_work.until(lambda: "Nine people were injured" in at_work.screen)


async def test_a_page_whose_story_became_part_of_another_shows_that(path: Path) -> None:
    async with on_the_page(path) as at_work:
        await stand_on(at_work, "Quern Ford footbridge down")
        with Library.open(path) as library, library._database.writing() as connection:
            (number,) = library.stories.newest()
            other = new_story(connection)
            move(connection, [one.key for one in library.stories.members(number)], other)
            drop_empty(connection, [number])
        await at_work.press("a")
        await at_work.until(lambda: "Join with" in at_work.screen)
        await at_work.press(*"Bakery", "enter")
        await at_work.until(lambda: "4 accounts" in at_work.screen)
        await stand_on(at_work, "Quern Ford footbridge down")
        await at_work.press("x")
        await at_work.until(lambda: "3 accounts" in at_work.screen)


async def test_what_a_row_tells_is_copied_with_its_source(path: Path) -> None:
    async with on_the_page(path) as at_work:
        await stand_on(at_work, "footbridge down, six hurt")
        await at_work.press("Y")
        assert at_work.message == "There are no words of an article here to copy."
        await stand_on(at_work, "The planks went")
        await at_work.press("Y")
        await at_work.until(lambda: "passage with its source" in at_work.message)
        assert "The planks went one after the other" in at_work.app.clipboard
        assert "Quern Gazette" in at_work.app.clipboard
        await at_work.press("question_mark")
        assert isinstance(at_work.app.screen, HelpScreen)


async def test_who_copied_a_quote_from_the_page_is_told_when_it_changes(path: Path) -> None:
    async with on_the_page(path) as at_work:
        await stand_on(at_work, f'{UNICODE.quote} "We asked')
        await at_work.press("y", "q")
        store(path, BRIDGE[1][3].replace("a new bridge", "another bridge"))
        at_work.app._show_library_again()
        await at_work.until(lambda: "What you copied from “Nine injured" in at_work.message)
        await at_work.press("Q")
        await at_work.until(lambda: "[-a new-] {+another+}" in at_work.screen)
    with Library.open(path) as library:
        (copied,) = (one.taken for one in library.taken.from_edited())
        assert (copied.kind, copied.speaker) == ("quote", "Odile Brask")


async def test_what_shares_names_is_offered_first_to_be_joined(path: Path) -> None:
    async with on_the_page(path) as at_work:
        await stand_on(at_work, "Quern Ford footbridge down")
        await at_work.press("x")
        await at_work.until(lambda: "2 accounts" in at_work.screen)
        await at_work.press("a")
        await at_work.until(lambda: "Join with" in at_work.screen)
        screen = at_work.screen
        assert screen.index("six hurt, The Miller") < screen.index("Bakery in Lund Row")
        await at_work.press("escape")
        assert isinstance(at_work.app.screen, StoryScreen)


async def test_the_key_says_why_there_is_no_story(path: Path) -> None:
    async with reading_library(path) as at_work:
        await at_work.until(lambda: any("3 ≡" in line for line in at_work.lines_of("list")))
        await at_work.press("g", "e")
        assert at_work.message == "Only this article tells of this event."
    async with reading() as at_work:
        await at_work.press("e")
        assert "given by name" in at_work.message


async def test_stories_stand_together_in_the_order_of_stories(path: Path) -> None:
    with Library.open(path) as library:
        article = make_article(
            title="Wedding at Quern", text="Two bakers wed.", published="2026-05-04T08:30:00+00:00"
        )
        library.articles.store(None, [article], 1_790_000_009.0)
        for _ in library.stories.group(library.stories.ungrouped()):
            pass
        order = [library.stories.of(key) for key in library.listing.all(order="story")]
        assert len(order) == 5
        changes = sum(one != other for one, other in pairwise(order))
        assert changes == len(set(order)) - 1


def test_a_story_that_was_compared_before_is_there_whole_at_once(path: Path) -> None:
    with Library.open(path) as library:
        (number,) = library.stories.newest()
        kept = story_of(library, number)
        assert kept
        with patch("reader.stories.compare_claims") as compare:
            assert story_of(library, number) == kept
            assert not compare.called
        library.stories.keep_comparisons(number, "", ())
        assert story_of(library, number) == kept
    assert [told.story for told in tell(path, number, lambda: True, lambda _: None)] == [kept]


def test_what_was_compared_is_not_told_of_an_article_that_went(path: Path) -> None:
    with Library.open(path) as library:
        (number,) = library.stories.newest()
        made_of = library.stories.made_of(number, ENGINE)
        kept = library.stories.comparisons(number, made_of)
        assert kept
        first, *_ = library.stories.members(number)
        library.stories.split([first.key])
        with patch.object(Stories, "comparisons", return_value=kept):
            story = story_of(library, number)
        assert story
        ids = {article.id for article in story.articles}
        assert {value.account for one in story.claims for value in one.values} <= ids


def test_a_story_is_there_before_it_is_compared(path: Path) -> None:
    with Library.open(path) as library:
        (number,) = library.stories.newest()
        library.stories.keep_comparisons(number, "", ())
    first, *later = tell(path, number, lambda: True, lambda _: None)
    assert not first.story.compared
    assert (first.story.claims, first.story.quotes) == ((), ())
    assert len(first.story.articles) == len(BRIDGE)
    assert first.story.summary
    assert [told.story.compared for told in later] == [True]
    assert later[0].story.claims
    lines = [
        "".join(words for words, _ in row.line(0))
        for section in story_sections(first, 120, UNICODE)
        for row in section.rows
    ]
    assert sum("reading…" in line for line in lines) == 3
