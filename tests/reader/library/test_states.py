from pathlib import Path

import pytest
from shelves import AT, article, shelf

from reader.digesting import Wish, make_digest
from reader.digesting.shelving import keep
from reader.library import Library
from reader.rows import Row


def row(library: Library, key: int) -> Row:
    return library.listing.rows([key])[0]


def test_reading_starring_and_tagging_show_in_the_row(tmp_path: Path) -> None:
    with shelf(tmp_path) as (library, feed):
        (key,) = library.articles.store(feed, [article("a")], AT).new
        library.states.mark_read([key])
        library.states.star([key])
        library.states.tag([key], "Häfen")
        library.states.tag([key], "bridges")
        library.states.move_to(key, 12)
        now = row(library, key)
        assert (now.read, now.starred, now.position) == (True, True, 12)
        assert now.tags == ("bridges", "hafen")
        assert library.states.tags() == {"bridges": 1, "hafen": 1}


def test_every_change_can_be_undone_the_last_first(tmp_path: Path) -> None:
    with shelf(tmp_path) as (library, feed):
        keys = library.articles.store(feed, [article(name) for name in "abc"], AT).new
        before = library.listing.rows(keys)
        library.states.mark_read(keys[:1])
        library.states.mark_read(keys)
        library.states.star(keys[1:2])
        library.states.tag(keys, "tides")
        library.states.untag(keys[:2], "tides")
        library.states.move_to(keys[0], 5)
        told = [library.states.undo() for _ in range(7)]
        assert told == [
            "went on in 1 article",
            "took from 2 articles the tag tides",
            "tagged 3 articles with tides",
            "starred 1 article",
            "marked 2 articles as read",
            "marked 1 article as read",
            None,
        ]
        assert library.listing.rows(keys) == before


def test_a_change_that_changes_nothing_is_no_step(tmp_path: Path) -> None:
    with shelf(tmp_path) as (library, feed):
        keys = library.articles.store(feed, [article("a")], AT).new
        assert library.states.star(keys) == 1
        assert library.states.star(keys) == 0
        assert library.states.tag(keys, " ") == 0
        assert library.states.undo() == "starred 1 article"
        assert library.states.undo() is None


def test_that_an_article_was_opened_is_no_step(tmp_path: Path) -> None:
    with shelf(tmp_path) as (library, feed):
        keys = library.articles.store(feed, [article(name) for name in "ab"], AT).new
        assert library.states.note_opened(keys[0])
        assert not library.states.note_opened(keys[0])
        assert row(library, keys[0]).read
        assert library.states.mark_read(keys) == 1
        assert library.states.undo() == "marked 1 article as read"
        assert library.states.undo() is None
        assert [row(library, key).read for key in keys] == [True, False]


def test_a_named_speaker_is_a_step_and_its_quotes_are_as_before(tmp_path: Path) -> None:
    with shelf(tmp_path) as (library, feed):
        text = '"We load by hand," said Piet Oster. "It is slow," he added.'
        (key,) = library.articles.store(feed, [article("a", text=text)], AT).new
        stored = library.articles.get(key)
        assert stored
        wish = Wish(stored)
        digest = make_digest(wish)
        keep(library, wish, digest)
        span = digest.quotes[0].span
        for name in ("Jan Oster", "Jan Oster", "", None):
            library.states.name_speaker(text, span, name)
        library.states.star([key])
        told = [library.states.undo("named") for _ in range(2)]
        assert told == ["took a speaker's name back", "named nobody as a speaker"]
        assert library.corrections.of(text) == {span: "Jan Oster"}
        assert [one.quote.span for one in library.findings.quotes(speaker="jan")] == [span]
        assert library.states.undo() == "starred 1 article"
        assert library.states.undo() == "named Jan Oster as a speaker"
        assert library.corrections.of(text) == {}
        assert list(library.findings.quotes(speaker="jan")) == []
        assert len(list(library.findings.quotes(speaker="oster"))) == 2
        assert library.states.undo() is None


def test_moves_in_one_article_are_one_step_and_can_be_passed_over(tmp_path: Path) -> None:
    with shelf(tmp_path) as (library, feed):
        (key,) = library.articles.store(feed, [article("a")], AT).new
        library.states.star([key])
        for position in (5, 9, 14):
            library.states.move_to(key, position)
        assert library.states.undo("read", "starred", "tagged") == "starred 1 article"
        assert row(library, key).position == 14
        library.states.undo()
        assert row(library, key).position == 0


def test_only_so_many_steps_are_kept(tmp_path: Path) -> None:
    with shelf(tmp_path) as (library, feed):
        keys = library.articles.store(feed, [article("a")], AT).new
        for turn in range(210):
            library.states.star(keys, starred=turn % 2 == 0)
        undone = 0
        while library.states.undo():
            undone += 1
        assert undone == 200


@pytest.mark.parametrize("tag", ["{}", "a {0} b", "%s"])
def test_a_tag_may_hold_any_marks(tmp_path: Path, tag: str) -> None:
    with shelf(tmp_path) as (library, feed):
        keys = library.articles.store(feed, [article("a")], AT).new
        library.states.tag(keys, tag)
        assert library.states.undo() == f"tagged 1 article with {tag}"


def test_a_change_at_the_source_keeps_the_states(tmp_path: Path) -> None:
    with shelf(tmp_path) as (library, feed):
        keys = library.articles.store(feed, [article("a")], AT).new
        library.states.star(keys)
        library.states.tag(keys, "tides")
        library.articles.store(feed, [article("a", text="Not as before.")], AT + 60)
        now = row(library, keys[0])
        assert (now.starred, now.tags) == (True, ("tides",))


def test_retiring_never_takes_starred_or_tagged_articles(tmp_path: Path) -> None:
    with shelf(tmp_path) as (library, feed):
        keys = library.articles.store(feed, [article(name) for name in "abc"], AT).new
        library.states.star(keys[:1])
        library.states.tag(keys[1:2], "tides")
        assert library.articles.retire(AT + 1) == 1
        library.feeds.unsubscribe(feed, with_articles=True)
        assert library.articles.count() == 2
        assert library.states.undo() == "tagged 1 article with tides"
