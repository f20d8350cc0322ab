"""Lists of feeds come in from other readers and go out to them, with their folders."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.article import clean_line
from reader.problems import Problem
from reader.sources.opml import read_opml, write_opml
from reader.sources.subscriptions import Subscription

LIST = """<?xml version="1.0"?><opml version="1.1"><head><title>Mine</title></head><body>
<outline text="News"><outline text="Local/Valley">
<outline type="rss" text="Varn &amp; Moor" xmlUrl="http://varn.example/f?a=1&amp;b=2"/>
</outline><outline xmlURL='feed://moor.example/f' title="Moor"></outline></outline>
<outline text="Top" type="rss" xmlUrl="https://top.example/"/>
<outline text="Twice" type="rss" xmlUrl="https://top.example/"/>
<outline text="Disk" type="rss" xmlUrl="file:///etc/passwd"/>
<outline text="None" type="rss"/></body></opml>"""


def test_feeds_come_in_with_their_folders_each_once() -> None:
    assert [str(item) if isinstance(item, Problem) else item for item in read(LIST)] == [
        Subscription("http://varn.example/f?a=1&b=2", "Varn & Moor", "News/Local-Valley"),
        Subscription("http://moor.example/f", "Moor", "News"),
        Subscription("https://top.example/", "Top"),
        "a.opml: Disk has no http or https address; left out",
        "a.opml: None has no http or https address; left out",
    ]


def read(text: str) -> list[Subscription | Problem]:
    return list(read_opml(text.encode(), "a.opml"))


def test_a_list_that_is_not_well_formed_is_read_as_far_as_it_goes() -> None:
    text = '<opml><body><outline text="A & B"><outline xmlUrl=http://a.example/ text="x<y">'
    assert read(text) == [Subscription("http://a.example/", "x<y", "A & B")]


@pytest.mark.parametrize("text", ["", "<html></html>", "words", "<rss><channel/></rss>"])
def test_what_is_no_opml_is_a_problem(text: str) -> None:
    with pytest.raises(Problem, match="is no OPML file"):
        read(text)


NAMES = st.text("ab\"'<>& é", max_size=5).map("x {} y".format)
FOLDERS = st.lists(st.sampled_from(["News", "A & B", '"x"']), max_size=4).map("/".join)
ADDRESSES = st.integers().map("https://a.example/{}".format)
FEEDS = st.builds(Subscription, ADDRESSES, NAMES, FOLDERS, st.just(()))


@given(st.lists(FEEDS, unique_by=lambda feed: feed.address))
def test_what_goes_out_comes_in_again(feeds: list[Subscription]) -> None:
    again = [item for item in read(write_opml(feeds)) if isinstance(item, Subscription)]
    assert sorted(again) == sorted(feed._replace(title=clean_line(feed.title)) for feed in feeds)


@given(st.binary(max_size=80))
def test_all_bytes_give_subscriptions_or_problems(data: bytes) -> None:
    with suppress(Problem):
        list(read_opml(b"<opml><outline " + data, "a.opml"))


def test_a_hundred_thousand_folders_in_folders_are_eight() -> None:
    text = '<outline text="a">' * 100_000 + '<outline xmlUrl="http://a.example/"/>'
    assert read(text) == [Subscription("http://a.example/", "", "/".join("a" * 8))]
