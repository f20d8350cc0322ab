"""Sources into the library: what is recorded, and as what articles are known."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from feeds import Item, rss
from web import answer, redirect, served

from reader.adding import Added, Adding, Manner
from reader.library import Feed, Library
from reader.problems import Problem
from reader.sources.fetch import Limits

SOON = Limits(seconds=2)
ONE = answer(rss([Item("One", "<p>Of one.</p>", "1")]))
LINK = '<link rel="alternate" type="application/rss+xml" href="{}">'


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library.db") as library:
        yield library


def add(library: Library, source: str, **manner: str | bool) -> list[Added | Problem]:
    wanted = Manner(**manner)  # type: ignore[arg-type] # as the test says
    adding = Adding(library._database.path, library, wanted, SOON)
    return list(adding.add(source, BytesIO()))


def the_only(library: Library) -> Feed:
    (feed,) = library.feeds.all()
    return feed


def front_page(feed: str) -> bytes:
    return answer(f"<html><head>{LINK.format(feed)}</head></html>".encode())


@pytest.mark.parametrize(
    ("added", "sentence"),
    [
        (Added("x"), "x: nothing new"),
        (Added("x", feeds=1), "x: 1 feed"),
        (Added("x", folders=1, new=2), "x: 1 folder and 2 new articles"),
        (Added("x", new=1, changed=2), "x: 1 new article and 2 changed articles"),
        (Added("x", note="so it is"), "x: nothing new; so it is"),
    ],
)
def test_what_came_of_a_source_is_a_sentence(added: Added, sentence: str) -> None:
    assert str(added) == sentence


def test_a_feed_that_has_moved_for_good_is_followed_where_it_is(library: Library) -> None:
    with served({"/old": redirect("/new", "301 Moved"), "/new": ONE}) as web:
        add(library, web.url("/old"))
        assert (the_only(library).key, the_only(library).address) == (
            web.url("/old"),
            web.url("/new"),
        )
        add(library, web.url("/new"))
        add(library, web.url("/old"))
    assert the_only(library).address == web.url("/new")
    assert library.articles.count() == 1


def test_a_feed_behind_a_page_is_known_by_the_page_that_the_person_named(library: Library) -> None:
    with served({"/": front_page("/feed"), "/feed": ONE}) as web:
        add(library, web.url("/"))
        assert (the_only(library).key, the_only(library).address) == (
            web.url("/"),
            web.url("/feed"),
        )
        add(library, web.url("/feed"))
        add(library, web.url("/"))
    assert the_only(library).address == web.url("/feed")
    assert library.articles.count() == 1


def test_a_page_that_has_another_feed_by_now_moves_its_subscription(library: Library) -> None:
    with served({"/": front_page("/feed"), "/feed": ONE, "/other": ONE}) as web:
        add(library, web.url("/"))
        web.pages["/"] = front_page("/other")
        add(library, web.url("/"))
        assert the_only(library).address == web.url("/other")
    assert library.articles.count() == 1


def test_the_feed_of_a_page_that_is_followed_already_is_followed_once(library: Library) -> None:
    with served({"/": front_page("/feed"), "/feed": ONE}) as web:
        add(library, web.url("/feed"))
        (added,) = add(library, web.url("/"), title="Port")
        assert isinstance(added, Added)
        assert (added.feeds, added.new) == (0, 0)
    assert (the_only(library).key, the_only(library).title) == (web.url("/feed"), "Port")
    assert library.articles.count() == 1


def test_what_the_person_wants_of_a_feed_is_kept_until_they_want_something_else(
    library: Library,
) -> None:
    with served({"/feed": ONE}) as web:
        add(library, web.url("/feed"), title="Port", folder="News", full_text=True)
        for manner in ({}, {"folder": "Sea"}, {"full_text": False}):
            add(library, web.url("/feed"), **manner)
    feed = the_only(library)
    assert (feed.title, feed.folder, feed.full_text) == ("Port", "Sea", False)


def test_a_list_takes_over_the_folder_and_the_full_text(library: Library, tmp_path: Path) -> None:
    (tmp_path / "urls").write_text("https://a.example/feed News\nhttps://b.example/feed\n")
    add(library, str(tmp_path / "urls"))
    add(library, str(tmp_path / "urls"), full_text=True)
    assert [(one.folder, one.full_text) for one in library.feeds.all()] == [
        ("", True),
        ("News", True),
    ]


def test_a_list_that_cannot_be_read_is_a_problem(library: Library, tmp_path: Path) -> None:
    (tmp_path / "feeds.opml").mkdir()
    (tmp_path / "feeds.opml" / "urls").mkdir()
    (folder,) = add(library, str(tmp_path / "feeds.opml"))[:1]
    assert isinstance(folder, Added)
    (problem,) = add(library, str(tmp_path / "none" / "urls"))
    assert str(problem) == f"{tmp_path}/none/urls: cannot be read (no such file or directory)"


def test_a_file_is_known_by_its_path_and_an_article_of_json_by_its_id(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text("Of a tower\n\nIt stands.")
    Path("b.txt").write_text("Of a tower\n\nIt stands.")
    Path("c.jsonl").write_text('{"id": "mine", "title": "Of a tower", "text": "It stands."}')
    Path("d.txt").symlink_to("a.txt")
    Path("~odd.txt").write_text("Of a name\n\nIt is odd.")
    again = (str(tmp_path / "a.txt"), f"../{tmp_path.name}/a.txt", "d.txt")
    for name in ("a.txt", "b.txt", "c.jsonl", "~odd.txt", *again):
        add(library, name)
    assert library.articles.count() == 4
    assert library.articles.key("mine")
