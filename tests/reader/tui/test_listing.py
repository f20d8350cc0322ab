"""What the list shows, and what is done to its articles, whichever pane has the focus."""

from pathlib import Path

import pytest
from reading import Reading, reading_articles, reading_library

from reader.article import make_article
from reader.library import Library
from reader.remembered import Memory
from reader.tui.app import PullquoteApp
from reader.tui.messages import Said
from reader.tui.shelves.library import LibraryShelf

AT = 1_780_000_000.0
LONG = "Harbour council votes to mend the eastern mole before the winter storms arrive again"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return a library of four articles from two outlets."""
    path = tmp_path / "library.sqlite"
    with Library.open(path) as library:
        for number, title in enumerate(("Beta", "Alpha", "Delta", "Gamma")):
            article = make_article(
                title=title,
                text=f'"It waits," said Ida Holm of {title}. {"It is long. " * number}',
                source=("Harbour Post", "Coast News")[number % 2],
                published=f"2019-05-0{number + 1}",
            )
            library.articles.store(None, [article], AT + number)
    return path


def titles(at_work: Reading) -> list[str]:
    shelf = at_work.app._desk.shelf
    return [shelf.row(place).title for place in range(len(shelf))]


async def test_an_order_moves_nothing_but_the_rows_and_is_kept(path: Path, tmp_path: Path) -> None:
    async with reading_library(path) as at_work:
        assert titles(at_work) == ["Gamma", "Delta", "Alpha", "Beta"]
        await at_work.press("j", "O", "O", "O")
        assert titles(at_work) == ["Alpha", "Beta", "Delta", "Gamma"]
        assert at_work.message == "Sorted by title"
        assert "Articles, by title" in at_work.lines_of("list")[0]
        assert "3/4" in at_work.lines_of("list")[0]
        assert at_work.text.article is not None
        assert at_work.text.article.title == "Delta"
    memory = Memory(tmp_path / "remembered.json")
    memory.keep_order("feed")
    shelf = LibraryShelf(path)
    PullquoteApp(shelf, "Library", memory)
    assert [shelf.row(place).title for place in range(4)] == ["Gamma", "Alpha", "Delta", "Beta"]
    shelf.close()


async def test_a_filter_lists_a_state_and_what_is_read_then_stays_in_its_place(path: Path) -> None:
    async with reading_library(path) as at_work:
        await at_work.press("m", "f")
        assert titles(at_work) == ["Delta", "Alpha", "Beta"]
        assert at_work.message == "Listed: unread articles, 3 of them"
        await at_work.press("enter")
        at_work.app._desk.shelf.reload()
        assert titles(at_work) == ["Delta", "Alpha", "Beta"]
        await at_work.press("q", "f")
        assert titles(at_work) == []
        assert "No article is starred." in at_work.screen
        await at_work.press("f", "f")
        assert "No article is changed since read." in at_work.screen
        await at_work.press("f")
        assert titles(at_work) == ["Gamma", "Delta", "Alpha", "Beta"]


async def test_where_nothing_is_listed_no_pane_shows_an_article(path: Path) -> None:
    async with reading_library(path) as at_work:
        await at_work.press("m", "f", "f")
        assert at_work.text.article is None
        for pane in ("text", "digest"):
            assert "No article is listed." in " ".join(at_work.lines_of(pane))
        await at_work.press("tab")
        for key in ("n", "y", "c", "w", "T", "s", "t", "m", "e", "E", "C", "F"):
            at_work.app._reading.post_message(Said("-"))
            await at_work.press(key)
            assert at_work.message == "There is no article here.", key
        await at_work.press("S", "V", "V", "y", "escape", "tab", "tab")
        await at_work.press("slash", *"it", "escape")
        assert at_work.message == "Listed: starred articles, 0 of them"
        await at_work.press("f", "f", "f")
        assert at_work.text.article is not None
        assert "It waits" in " ".join(at_work.lines_of("text"))


async def test_the_place_in_a_text_is_kept_when_a_search_finds_nothing(path: Path) -> None:
    with Library.open(path) as library:
        long = make_article(title="Long", text="The wind rose. It fell again.\n\n" * 200)
        library.articles.store(None, [long], AT + 9)
    async with reading_library(path) as at_work:
        await at_work.press("enter", "space", "space")
        top = at_work.text.top
        await at_work.press("slash", *"walrus")
        assert at_work.text.article is None
        await at_work.press("escape")
        assert at_work.text.article is not None
        assert at_work.text.article.title == "Long"
        assert at_work.text.top == top > 0


async def test_a_filter_and_a_search_hold_together(path: Path) -> None:
    async with reading_library(path) as at_work:
        await at_work.press("m", "slash", *"holm", "enter", "f")
        assert titles(at_work) == ["Delta", "Alpha", "Beta"]
        await at_work.press("q")
        assert titles(at_work) == ["Delta", "Alpha", "Beta"]


async def test_all_that_are_listed_are_marked_as_read_and_back(path: Path) -> None:
    async with reading_library(path) as at_work:
        await at_work.press("m", "A")
        assert at_work.message == "Marked as read: 3 articles (U undoes it)"
        assert "4 articles, 0 unread" in at_work.screen
        await at_work.press("U")
        assert at_work.message == "Undone: marked 3 articles as read"
        assert "4 articles, 3 unread" in at_work.screen


async def test_what_is_undone_is_listed_again(path: Path) -> None:
    async with reading_library(path) as at_work:
        await at_work.press("f", "slash", *"gamma", "enter", "m", "slash", "end", "space")
        assert "0 articles listed, 3 unread in all" in at_work.screen
        await at_work.press("enter", "U")
        assert at_work.message == "Undone: marked 1 article as read"
        assert "1 article listed, 4 unread in all" in at_work.screen
        assert titles(at_work) == ["Gamma"]
        assert "It waits" in " ".join(at_work.lines_of("text"))


async def test_that_an_article_was_opened_is_nothing_to_undo(path: Path) -> None:
    async with reading_library(path) as at_work:
        await at_work.press("s", "enter", "J")
        assert "4 articles, 2 unread" in at_work.screen
        await at_work.press("U")
        assert at_work.message == "Undone: starred 1 article"
        assert "4 articles, 2 unread" in at_work.screen
        await at_work.press("U")
        assert at_work.message == "There is nothing to undo."


async def test_a_tag_is_typed_shown_chosen_and_taken_off(path: Path) -> None:
    async with reading_library(path) as at_work:
        await at_work.press("t", *"Budget", "enter")
        assert at_work.message == "Tagged #Budget: Gamma (U undoes it)"
        assert "#budget" in at_work.lines_of("list")[2]
        await at_work.press("j", "t", "enter")
        assert titles(at_work)[1] == "Delta"
        assert at_work.app._desk.shelf.row(1).tags == ("budget",)
        await at_work.press("U")
        assert at_work.app._desk.shelf.row(1).tags == ()
        await at_work.press("k", "t")
        assert "take #budget off" in at_work.screen
        await at_work.press("enter")
        assert at_work.message == "Took off the tag #budget: Gamma (U undoes it)"
        assert not any("#budget" in line for line in at_work.lines_of("list"))


async def test_stars_and_tags_work_from_the_text_too(path: Path) -> None:
    async with reading_library(path) as at_work:
        await at_work.press("enter", "s")
        assert at_work.message == "Starred: Gamma (U undoes it)"
        await at_work.press("t", *"sea", "enter", "m")
        row = at_work.app._desk.shelf.row(0)
        assert (row.starred, row.tags, row.read) == (True, ("sea",), False)


async def test_a_long_title_takes_two_lines_where_the_list_is_narrow() -> None:
    articles = [make_article(title=LONG, text="One. Two."), make_article(title="B", text="Three.")]
    async with reading_articles(*articles) as at_work:
        lines = [line.strip(" ●") for line in at_work.lines_of("list")]
        assert lines[1:3] == ["Harbour council votes to mend", "the eastern mole before the win…"]
        assert lines[4] == "B"
        await at_work.pilot.resize_terminal(78, 30)
        lines = [line.strip(" ●") for line in at_work.lines_of("list")]
        assert lines[1].startswith("Harbour council votes to mend the eastern mole before the win")
        assert lines[3] == "B"


async def test_the_same_article_stays_on_top_when_titles_take_other_lines() -> None:
    articles = [make_article(title=f"Article {n}", text=f"Text {n}.") for n in range(40)]
    async with reading_articles(*articles) as at_work:
        await at_work.until(lambda: "40 articles" in at_work.screen)
        at_work.list.roll(30)
        at_work.list.cursor = 12
        await at_work.pilot.pause()
        assert "Article 10" in at_work.lines_of("list")[1]
        await at_work.pilot.resize_terminal(78, 40)
        assert "Article 10" in at_work.lines_of("list")[1]
