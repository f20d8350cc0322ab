from dataclasses import replace
from pathlib import Path

from shelves import AT, KEY, article, reworded, shelf

from reader.library import Library


def test_a_new_article_is_stored_and_read_again_as_it_came(tmp_path: Path) -> None:
    one = article("tides")
    with shelf(tmp_path) as (library, feed):
        stored = library.articles.store(feed, [one], AT)
        assert (len(stored.new), stored.changed, stored.same) == (1, (), 0)
        assert library.articles.get(stored.new[0]) == one
        assert library.articles.key(one.id) == stored.new[0]


def test_the_next_refresh_finds_every_article_again(tmp_path: Path) -> None:
    batch = [article(f"tides-{number}") for number in range(20)]
    with shelf(tmp_path) as (library, feed):
        library.articles.store(feed, batch, AT)
        assert library.articles.store(feed, batch, AT + 60) == ((), (), 20)


def test_a_batch_gets_its_keys_in_the_order_of_its_dates(tmp_path: Path) -> None:
    batch = [
        article("late", published="2026-05-03"),
        article("early", published="2026-05-01"),
        article("between", published="2026-05-02T10:00:00+02:00"),
    ]
    with shelf(tmp_path) as (library, feed):
        library.articles.store(feed, batch, AT)
        rows = library.listing.rows(library.listing.newest())
        assert [row.title for row in rows] == ["About late", "About between", "About early"]


def test_the_same_guid_in_two_feeds_is_two_articles(tmp_path: Path) -> None:
    with shelf(tmp_path) as (library, feed):
        other = library.feeds.subscribe("https://other.example/feed")
        library.articles.store(feed, [article("1")], AT)
        library.articles.store(other, [article("1", other.key)], AT)
        assert library.articles.count() == 2


def test_one_guid_for_several_articles_swallows_and_doubles_nothing(tmp_path: Path) -> None:
    batch = [article("news", url=f"https://news.example/{place}") for place in "abc"]
    with shelf(tmp_path) as (library, feed):
        library.articles.store(feed, batch, AT)
        assert library.articles.count() == 3
        assert library.articles.store(feed, batch, AT + 60) == ((), (), 3)
        edited = [reworded(batch[0], "Not as it was."), *batch[1:]]
        assert len(library.articles.store(feed, edited, AT + 120).changed) == 1
        assert library.articles.count() == 3


def test_an_article_that_is_given_twice_at_once_is_stored_once(tmp_path: Path) -> None:
    with shelf(tmp_path) as (library, feed):
        assert library.articles.store(feed, [article("a"), article("a")], AT).same == 1
        assert library.articles.count() == 1


def test_changed_words_are_kept_beside_the_earlier_ones(tmp_path: Path) -> None:
    one = article("bridge")
    with shelf(tmp_path) as (library, feed):
        (key,) = library.articles.store(feed, [one], AT).new
        changed = library.articles.store(feed, [reworded(one, "The bridge is shut.")], AT + 60)
        assert changed == ((), (key,), 0)
        assert [version.text for version in library.articles.versions(key)] == [
            one.text,
            "The bridge is shut.",
        ]
        assert library.listing.rows([key])[0].edited == AT + 60
        assert list(library.listing.newest("shut")) == [key]
        assert not library.listing.newest("known")


def test_words_that_come_back_are_the_version_that_was_there(tmp_path: Path) -> None:
    one = article("bridge")
    with shelf(tmp_path) as (library, feed):
        (key,) = library.articles.store(feed, [one], AT).new
        library.articles.store(feed, [reworded(one, "The bridge is shut.")], AT + 60)
        library.articles.store(feed, [one], AT + 120)
        assert library.articles.get(key) == one
        first, second = library.articles.versions(key)
        assert (first.first_seen, first.last_seen) == (AT, AT + 120)
        assert second.last_seen == AT + 60


def test_other_space_between_the_words_is_no_change(tmp_path: Path) -> None:
    one = article("bridge", text="Two lines\nof text.")
    with shelf(tmp_path) as (library, feed):
        library.articles.store(feed, [one], AT)
        assert library.articles.store(feed, [reworded(one, "Two  lines of text.")], AT).same == 1


def test_a_teaser_never_overwrites_the_text_of_the_page(tmp_path: Path) -> None:
    one, page = article("quay", text="In short."), article("quay", text="In full length.")
    with shelf(tmp_path) as (library, feed):
        (key,) = library.articles.store(feed, [one], AT).new
        assert library.articles.without_page([key]) == [key]
        library.articles.show_page(key, page, AT)
        assert library.articles.store(feed, [one], AT + 60).same == 1
        assert library.articles.store(feed, [reworded(one, "Shorter.")], AT + 60).changed == (key,)
        shown = library.articles.get(key)
        assert shown is not None
        assert shown.text == "In full length."
        assert library.articles.without_page([key]) == []
        assert {version.origin for version in library.articles.versions(key)} == {"source", "page"}


def test_an_article_is_edited_only_where_what_is_shown_is_another(tmp_path: Path) -> None:
    one, page = article("quay", text="In short."), article("quay", text="In full length.")
    with shelf(tmp_path) as (library, feed):
        (key,) = library.articles.store(feed, [one], AT).new
        library.articles.show_page(key, page, AT)
        library.articles.store(feed, [reworded(one, "Shorter.")], AT + 60)
        assert library.listing.rows([key])[0].edited is None
        assert not library.listing.all("is:edited")
        library.articles.store(feed, [replace(one, title="The quay is lost")], AT + 120)
        assert library.listing.rows([key])[0].edited == AT + 120
        library.articles.store(feed, [replace(one, title="The quay is lost", text="So.")], AT + 180)
        assert library.listing.rows([key])[0].edited == AT + 120
        library.articles.show_page(key, reworded(page, "In full length. And more."), AT + 240)
        assert library.listing.rows([key])[0].edited == AT + 240


def test_what_was_exported_is_known_when_it_is_added_again(tmp_path: Path) -> None:
    with shelf(tmp_path) as (library, feed):
        library.articles.store(feed, [article("a")], AT)
        (row,) = library.listing.rows(library.listing.newest())
        shown = library.articles.get(row.key)
        assert shown is not None
        assert library.articles.store(None, [shown], AT).same == 1
        assert library.articles.store(None, [reworded(shown, "")], AT).same == 1
        assert library.articles.get(row.key) == shown


def test_retiring_takes_what_is_old_and_it_does_not_come_back(tmp_path: Path) -> None:
    old, young = [article(f"old-{n}") for n in range(3)], [article("young")]
    with shelf(tmp_path) as (library, feed):
        library.articles.store(feed, old, AT)
        library.articles.store(feed, young, AT + 100)
        assert library.articles.retire(AT + 50, keep_newest=2) == 2
        assert library.articles.count() == 2
        assert library.articles.store(feed, [*old, *young], AT + 200) == ((), (), 4)


def test_an_article_is_found_by_the_beginning_of_its_id(tmp_path: Path) -> None:
    with shelf(tmp_path) as (library, feed):
        (key,) = library.articles.store(feed, [article("a")], AT).new
        id_ = article("a").id
        assert library.articles.key(id_[:4]) == key
        assert library.articles.key("") is None
        assert library.articles.key("no such id") is None


def test_what_was_stored_is_there_when_the_library_is_opened_again(tmp_path: Path) -> None:
    with shelf(tmp_path) as (library, feed):
        library.articles.store(feed, [article("a")], AT)
    with Library.open(tmp_path / "library.db") as library:
        assert library.articles.count() == 1
        assert library.feeds.all()[0].key == KEY
