from pathlib import Path

from reader.article import make_article
from reader.digesting import Wish, make_digest
from reader.library import Library
from reader.remembered import SummaryChoice
from reader.rows import ORDERS
from reader.tui.shelves.given import GivenShelf
from reader.tui.shelves.view import ONLY, View
from summarize import Span

STORIES = [
    make_article(title=name, text=f'"It is late," said Ida Holm of {name}.') for name in "ABC"
]
USUAL = SummaryChoice()


def shelf() -> GivenShelf:
    shelf = GivenShelf()
    shelf.add(STORIES)
    return shelf


def test_articles_stand_in_the_order_in_which_they_were_given() -> None:
    given = shelf()
    assert [given.row(place).title for place in range(len(given))] == ["A", "B", "C"]
    assert [given.article(given.row(place).key) for place in range(3)] == STORIES
    assert given.place(2) == 2
    assert given.place(3) is None


def test_the_next_unread_article_is_looked_for_around_the_end() -> None:
    given = shelf()
    given.mark_read([0, 2], read=True)
    assert given.unread == 1
    assert given.next_unread(1, 1) == given.next_unread(2, 1) == given.next_unread(0, -1) == 1
    given.mark_read([1], read=True)
    assert given.next_unread(1, 1) is None
    given.mark_read([2], read=False)
    assert given.next_unread(1, -1) == 2


def test_a_digest_brings_its_counts_and_is_there_for_its_choice_alone() -> None:
    given = shelf()
    wish = Wish(STORIES[0])
    found = make_digest(wish)

    given.take(wish, found)

    assert given.digest(STORIES[0], USUAL) == found
    assert given.digest(STORIES[0], USUAL.longer(1)) is None
    assert (given.row(0).quotes, given.row(0).claims) == (1, 0)
    assert given.row(1).quotes is None


def test_every_article_without_a_digest_is_handed_out_once() -> None:
    given = shelf()
    given.take(Wish(STORIES[1]), make_digest(Wish(STORIES[1])))
    assert [given.next_errand(USUAL) for _ in range(3)] == [
        Wish(STORIES[0]),
        Wish(STORIES[2]),
        None,
    ]


def test_a_query_lists_the_articles_that_have_all_of_its_words() -> None:
    given = shelf()
    given.look_at(View("holm B."))
    assert [given.row(place).title for place in range(len(given))] == ["B"]
    assert (given.place(1), given.place(0)) == (0, None)
    given.look_at(View())
    assert len(given) == 3


def test_stars_and_what_was_read_can_be_taken_back_one_by_one() -> None:
    given = shelf()
    given.star([1], starred=True)
    given.mark_read([0], read=True)
    given.mark_read([0], read=True)
    assert given.undo() == "marked 1 article as read"
    assert (given.unread, given.row(1).starred) == (3, True)
    assert given.undo() == "starred 1 article"
    assert not given.row(1).starred
    assert given.undo() is None


def test_what_was_opened_is_read_whatever_is_taken_back() -> None:
    given = shelf()
    given.mark_read([0, 1], read=True)
    given.mark_read([0], read=False)
    given.note_opened(0)
    assert given.undo() == "marked 1 article as unread"
    assert given.row(0).read
    assert given.undo() == "marked 2 articles as read"
    assert given.undo() is None


def test_a_name_that_is_taken_back_is_taken_back_in_the_library_too(tmp_path: Path) -> None:
    library = tmp_path / "library.sqlite"
    given = GivenShelf(library)
    given.name_speaker(STORIES[0], Span(0, 13), "Ida Holm")
    given.name_speaker(STORIES[0], Span(0, 13), "Ida Holm")
    given.name_speaker(STORIES[0], Span(0, 13), None)
    assert given.undo() == "took a speaker's name back"
    assert GivenShelf(library).corrections(STORIES[0]) == {Span(0, 13): "Ida Holm"}
    assert given.undo() == "named Ida Holm as a speaker"
    assert given.undo() is None
    assert given.corrections(STORIES[0]) == GivenShelf(library).corrections(STORIES[0]) == {}
    with Library.open(library) as kept:
        assert kept.states.undo() is None  # what was done elsewhere is no step of the library's


def test_a_speaker_that_the_person_named_is_kept_with_the_text(tmp_path: Path) -> None:
    library = tmp_path / "library.sqlite"
    given = GivenShelf(library)
    given.name_speaker(STORIES[0], Span(0, 13), "Ida Holm")
    given.name_speaker(STORIES[0], Span(2, 9), "Jan")
    given.name_speaker(STORIES[0], Span(2, 9), None)

    assert given.corrections(STORIES[0]) == {Span(0, 13): "Ida Holm"}
    assert GivenShelf(library).corrections(STORIES[0]) == {Span(0, 13): "Ida Holm"}
    assert GivenShelf().corrections(STORIES[0]) == {}


def test_a_name_is_of_the_text_and_not_of_what_its_file_has_by_now() -> None:
    before, after = (
        make_article(title="A", text=text, url="https://a.example/draft")
        for text in ('"It is late," he said.', '"It is not," she said.')
    )
    given = GivenShelf()
    given.add([before])
    given.name_speaker(before, Span(0, 13), "Ida Holm")
    given.name_speaker(before, Span(0, 13), "Jan")
    given.rewrite(0, after)
    assert given.article(0) == after
    assert given.corrections(after) == {}
    given.undo()
    assert given.corrections(after) == {}
    assert given.corrections(before) == {Span(0, 13): "Ida Holm"}


def test_given_articles_are_listed_in_every_order_and_state() -> None:
    given = GivenShelf()
    given.add(
        [
            make_article(title="b", text="Long enough.", source="X", published="2020-01-01"),
            make_article(title="A", text="Short.", source="y", published="2021-01-01"),
            make_article(title="c", text="Longer than both.", source="W", published="2019-01-01"),
        ]
    )
    given.mark_read([0], read=True)
    listed = {}
    for order in ORDERS:
        given.look_at(View(order=order))
        listed[order] = [given.article(key).title for key in given.listed()]
    assert listed == {
        "newest": ["b", "A", "c"],
        "oldest": ["c", "A", "b"],
        "published": ["A", "b", "c"],
        "title": ["A", "b", "c"],
        "feed": ["c", "b", "A"],
        "unread": ["A", "c", "b"],
        "longest": ["c", "b", "A"],
        "story": ["b", "A", "c"],
    }
    given.star([2], starred=True)
    found = []
    for only in ONLY:
        given.look_at(View(only=only))
        found.append(given.listed())
    assert found == [(0, 1, 2), (1, 2), (2,), (), ()]


def test_tags_are_given_taken_and_undone() -> None:
    given = shelf()
    given.tag([0, 1], "sea", there=True)
    given.tag([1], "sea", there=False)
    assert (given.row(0).tags, given.row(1).tags, given.tags()) == (("sea",), (), ["sea"])
    assert given.undo() == "took from 1 article the tag sea"
    assert given.undo() == "tagged 2 articles with sea"
    assert given.tags() == []
