from pathlib import Path

import pytest

from reader.article import Article, make_article
from reader.digesting import Wish, make_digest
from reader.library import Library
from reader.problems import Problem
from reader.remembered import SummaryChoice
from reader.tui.shelves.library import PAGE, LibraryShelf
from reader.tui.shelves.view import View
from summarize import Span

USUAL = SummaryChoice()
AT = 1_780_000_000.0


def article(name: str) -> Article:
    return make_article(title=f"Harbour {name}", text=f'"It is late," said Ida Holm of {name}.')


def next_wish(shelf: LibraryShelf) -> Wish | None:
    """Return the next digest that is asked for, past what is asked for besides."""
    while errand := shelf.next_errand(USUAL):
        if isinstance(errand, Wish):
            return errand
    return None


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return a library with more articles than are read at once."""
    path = tmp_path / "library.sqlite"
    with Library.open(path) as library:
        for number in range(PAGE + 6):
            library.articles.store(None, [article(str(number))], AT + number)
    return path


def test_the_newest_article_comes_first_and_rows_are_there_on_every_page(path: Path) -> None:
    shelf = LibraryShelf(path)
    titles = [shelf.row(place).title for place in range(len(shelf))]
    assert titles == [f"Harbour {number}" for number in reversed(range(PAGE + 6))]
    last = shelf.row(PAGE + 5)
    assert shelf.place(last.key) == PAGE + 5
    assert shelf.place(0) is None
    assert shelf.article(last.key).title == "Harbour 0"


def test_what_is_read_and_starred_is_kept_and_can_be_taken_back(path: Path) -> None:
    shelf = LibraryShelf(path)
    shelf.mark_read([shelf.row(0).key, shelf.row(1).key], read=True)
    shelf.star([shelf.row(2).key], starred=True)
    assert (shelf.unread, shelf.row(0).read, shelf.row(2).starred) == (PAGE + 4, True, True)

    again = LibraryShelf(path)
    assert (again.unread, again.row(1).read, again.row(2).starred) == (PAGE + 4, True, True)
    assert again.undo() == "starred 1 article"
    assert again.undo() == "marked 2 articles as read"
    assert again.undo() is None
    assert (again.unread, again.row(0).read) == (PAGE + 6, False)


def test_the_next_unread_article_is_looked_for_around_the_end(path: Path) -> None:
    shelf = LibraryShelf(path)
    count = len(shelf)
    shelf.mark_read([shelf.row(place).key for place in range(count) if place != 3], read=True)
    assert shelf.next_unread(0, 1) == shelf.next_unread(count - 1, 1) == 3
    assert shelf.next_unread(0, -1) == shelf.next_unread(5, -1) == 3
    assert shelf.next_unread(3, 1) == shelf.next_unread(3, -1) == 3
    shelf.mark_read([shelf.row(3).key], read=True)
    assert shelf.next_unread(0, 1) is None


def test_a_query_lists_what_it_finds_and_a_wrong_one_changes_nothing(path: Path) -> None:
    shelf = LibraryShelf(path)
    shelf.look_at(View('"harbour 7"'))
    assert [shelf.row(place).title for place in range(len(shelf))] == ["Harbour 7"]
    with pytest.raises(Problem, match="there is no"):
        shelf.look_at(View("colour:red"))
    assert len(shelf) == 1
    shelf.look_at(View())
    assert len(shelf) == PAGE + 6


def test_digests_are_asked_for_newest_first_kept_and_found_again(path: Path) -> None:
    shelf = LibraryShelf(path)
    wish = next_wish(shelf)
    assert wish is not None
    assert wish.article.title == f"Harbour {PAGE + 5}"
    assert shelf.digest(wish.article, USUAL) is None

    found = make_digest(wish)
    shelf.keep(wish, found)
    shelf.take(wish, found)

    assert shelf.digest(wish.article, USUAL) == found
    assert (shelf.row(0).quotes, shelf.row(0).claims) == (1, 1)
    again = LibraryShelf(path)
    assert again.digest(wish.article, USUAL) == found
    assert again.digest(wish.article, USUAL.next_method()) is None
    following = next_wish(again)
    assert following is not None
    assert following.article.title == f"Harbour {PAGE + 4}"


def test_every_article_is_asked_for_once_and_new_ones_when_looked_at_again(path: Path) -> None:
    shelf = LibraryShelf(path)
    titles = set()
    while wish := next_wish(shelf):
        titles.add(wish.article.title)
    assert len(titles) == PAGE + 6
    shelf.add([article("new")])
    shelf.look_again()
    wish = next_wish(shelf)
    assert wish is not None
    assert wish.article.title == "Harbour new"


def test_an_article_that_was_taken_out_meanwhile_has_an_empty_row(path: Path) -> None:
    shelf = LibraryShelf(path)
    with Library.open(path) as library:
        library.articles.retire(AT + 1000)
    assert shelf.row(0).title == "(removed)"
    assert shelf.article(shelf.row(0).key).text == ""
    shelf.reload()
    assert len(shelf) == 0


def test_a_speaker_that_the_person_named_is_kept(path: Path) -> None:
    shelf = LibraryShelf(path)
    said = shelf.article(shelf.row(0).key)
    shelf.name_speaker(said, Span(0, 13), "Ida Holm")
    assert LibraryShelf(path).corrections(said) == {Span(0, 13): "Ida Holm"}
    assert Wish(said) == next_wish(shelf)
