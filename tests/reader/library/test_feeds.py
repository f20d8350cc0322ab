from pathlib import Path

from shelves import AT, KEY, article, shelf


def test_a_feed_is_subscribed_once(tmp_path: Path) -> None:
    with shelf(tmp_path) as (library, feed):
        assert library.feeds.subscribe(KEY, title="Another name") == feed
        assert library.feeds.all() == [feed]


def test_a_feed_that_has_moved_is_the_same_feed(tmp_path: Path) -> None:
    with shelf(tmp_path) as (library, feed):
        library.feeds.fetched(feed, AT, next_due=AT + 60, moved_to="https://new.example/feed")
        (now,) = library.feeds.all()
        assert (now.number, now.key, now.address) == (feed.number, KEY, "https://new.example/feed")
        assert library.feeds.subscribe(KEY) == now
        assert library.feeds.subscribe("https://new.example/feed") == now


def test_a_feed_to_which_a_page_led_is_known_by_both_addresses(tmp_path: Path) -> None:
    with shelf(tmp_path) as (library, _):
        page, address = "https://other.example/", "https://other.example/feed"
        feed = library.feeds.subscribe(address, key=page, title="Other")
        assert (feed.key, feed.address) == (page, address)
        assert library.feeds.subscribe(address) == feed
        assert library.feeds.subscribe("https://other.example/new", key=page) == feed
        assert library.feeds.followed(page) == library.feeds.followed(address) == feed
        assert library.feeds.followed("https://nowhere.example/") is None
        assert len(library.feeds.all()) == 2


def test_an_address_is_first_that_of_the_feed_that_is_fetched_there(tmp_path: Path) -> None:
    with shelf(tmp_path) as (library, feed):
        library.feeds.fetched(feed, AT, next_due=AT, moved_to="https://new.example/feed")
        other = library.feeds.subscribe("https://other.example/feed")
        library.feeds.fetched(other, AT, next_due=AT, moved_to=KEY)
        found = library.feeds.followed(KEY)
        assert found
        assert found.number == other.number


def test_a_feed_does_not_move_to_where_another_is(tmp_path: Path) -> None:
    with shelf(tmp_path) as (library, feed):
        other = library.feeds.subscribe("https://other.example/feed")
        library.feeds.fetched(feed, AT, next_due=AT, moved_to=other.address)
        assert {one.address for one in library.feeds.all()} == {feed.address, other.address}


def test_what_a_fetch_said_is_kept(tmp_path: Path) -> None:
    with shelf(tmp_path) as (library, feed):
        library.feeds.fetched(feed, AT, next_due=AT + 60, etag='"1"', last_modified="yesterday")
        for turn in (1, 2):
            library.feeds.failed(feed, AT + turn, "no answer in 20 seconds", next_due=AT + 90)
        (now,) = library.feeds.all()
        assert (now.etag, now.last_modified) == ('"1"', "yesterday")
        assert (now.problem, now.failures) == ("no answer in 20 seconds", 2)
        assert (now.checked_at, now.next_due) == (AT + 2, AT + 90)
        library.feeds.fetched(feed, AT + 100, next_due=AT + 160)
        (now,) = library.feeds.all()
        assert (now.problem, now.failures) == ("", 0)


def test_a_feed_names_itself_unless_the_person_does(tmp_path: Path) -> None:
    with shelf(tmp_path) as (library, _feed):
        feed = library.feeds.subscribe("https://other.example/feed")
        library.feeds.fetched(feed, AT, next_due=AT, title="The Óther")
        assert [one.title for one in library.feeds.named("other")] == ["The Óther"]
        library.feeds.change(feed, title="Mine", folder="News", full_text=True)
        library.feeds.fetched(feed, AT, next_due=AT, title="The Óther")
        (now,) = library.feeds.named("mine")
        assert (now.title, now.folder, now.full_text) == ("Mine", "News", True)
        assert now in library.feeds.named("OTHER.example")


def test_feeds_are_due_when_their_time_has_come_but_folders_never(tmp_path: Path) -> None:
    with shelf(tmp_path) as (library, feed):
        library.feeds.subscribe("/texts", kind="folder")
        assert library.feeds.due(AT) == [feed]
        library.feeds.fetched(feed, AT, next_due=AT + 60)
        assert library.feeds.due(AT) == []
        assert len(library.feeds.due(AT + 60)) == 1


def test_ending_a_subscription_keeps_its_articles_unless_told(tmp_path: Path) -> None:
    with shelf(tmp_path) as (library, feed):
        keys = library.articles.store(feed, [article(name) for name in "ab"], AT).new
        library.states.star(keys[:1])
        library.feeds.unsubscribe(feed)
        assert library.articles.count() == 2
        again = library.feeds.subscribe(KEY)
        assert library.articles.store(again, [article(name) for name in "ab"], AT).same == 2
        library.feeds.unsubscribe(again, with_articles=True)
        assert [row.starred for row in library.listing.rows(keys)] == [True]


def test_unread_articles_are_counted_by_feed(tmp_path: Path) -> None:
    with shelf(tmp_path) as (library, feed):
        keys = library.articles.store(feed, [article(name) for name in "abc"], AT).new
        library.articles.store(None, [article("d")], AT)
        library.states.mark_read(keys[:1])
        assert library.feeds.unread() == {feed.number: 2}
