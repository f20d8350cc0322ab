"""Every feed gives its articles, as they are known in it, or one sentence that says why not."""

import gzip
import json
from collections.abc import Sequence

import pytest

from reader.article import Article, Markup
from reader.problems import Problem
from reader.sources.feeds import MOST_ITEMS, Feed, read_feed

ADDRESS = "https://varn.example/news/feed.xml"


def read(data: str | bytes, key: str = ADDRESS, media_type: str = "") -> Feed:
    data = data.encode() if isinstance(data, str) else data
    return read_feed(data, address=ADDRESS, key=key, media_type=media_type)


def rss(
    *items: str, head: str = "<title>Varn Courier</title><link>https://varn.example/</link>"
) -> str:
    inside = "".join(f"<item>{item}</item>" for item in items)
    return f'<?xml version="1.0"?><rss version="2.0"><channel>{head}{inside}</channel></rss>'


def only(feed: Feed) -> Article:
    (article,) = feed.articles
    return article


def titles(articles: Sequence[Article]) -> list[str]:
    return [article.title for article in articles]


def test_an_rss_feed_gives_its_title_its_site_and_its_articles() -> None:
    feed = read(
        rss(
            "<title>Mill burns</title><link>https://varn.example/mill</link><guid>m-1</guid>"
            "<pubDate>Sun, 03 May 2026 21:10:00 +0200</pubDate>"
            "<description>&lt;p&gt;The mill burned.&lt;/p&gt;"
            "&lt;p&gt;All of it.&lt;/p&gt;</description>"
        )
    )
    article = only(feed)
    assert (feed.title, feed.home) == ("Varn Courier", "https://varn.example/")
    assert (article.title, article.text) == ("Mill burns", "The mill burned.\n\nAll of it.")
    assert (article.guid, article.url) == ("m-1", "https://varn.example/mill")
    assert (article.published, article.source) == ("2026-05-03T21:10:00+02:00", "Varn Courier")


def test_an_atom_feed_is_read_with_xhtml_and_links_that_start_from_its_base() -> None:
    feed = read(
        '<a:feed xmlns:a="http://www.w3.org/2005/Atom" xml:base="https://varn.example/d/">'
        '<a:title>Varn</a:title><a:link rel="self" href="/f"/><a:link href="/"/>'
        '<a:entry><a:id>urn:1</a:id><a:title type="html">Fish &amp;amp; mill</a:title>'
        '<a:link rel="enclosure" href="x.mp3"/><a:link href="one"/>'
        "<a:updated>2026-05-03T10:00:00Z</a:updated>"
        '<a:content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><h2>Then</h2>'
        '<p>See <a href="two">two</a>.</p></div></a:content></a:entry></a:feed>'
    )
    article = only(feed)
    assert feed.home == "https://varn.example/"
    assert (article.title, article.text) == ("Fish & mill", "Then\n\nSee two.")
    assert article.url == "https://varn.example/d/one"
    assert article.published == "2026-05-03T10:00:00+00:00"
    assert article.markup == (
        Markup("heading", article.markup[0].span),
        Markup("link", article.markup[1].span, "https://varn.example/d/two"),
    )


def test_an_rdf_feed_is_read() -> None:
    feed = read(
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
        'xmlns="http://purl.org/rss/1.0/" xmlns:d="http://purl.org/dc/elements/1.1/">'
        "<channel><title>Varn</title><link>https://varn.example/</link></channel>"
        '<item rdf:about="urn:9"><title>One</title><link>https://varn.example/1</link>'
        "<d:date>2026-05-03</d:date><description>Text of one.</description></item></rdf:RDF>"
    )
    article = only(feed)
    assert (feed.title, article.title, article.guid) == ("Varn", "One", "urn:9")
    assert (article.published, article.text) == ("2026-05-03", "Text of one.")


def test_a_json_feed_is_read() -> None:
    told = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Varn",
        "home_page_url": "https://varn.example/",
        "items": [
            {
                "id": 7,
                "title": "One",
                "url": "/1",
                "content_html": "<p>A<p>B",
                "date_published": "x",
            },
            {
                "id": "8",
                "content_text": "Line one.\n\nLine two & more.",
                "external_url": "https://e.example/",
            },
            "no item",
        ],
    }
    one, two = read(json.dumps(told)).articles
    assert (one.guid, one.title, one.text, one.url) == (
        "7",
        "One",
        "A\n\nB",
        "https://varn.example/1",
    )
    assert (two.guid, two.url) == ("8", "https://e.example/")
    assert (two.title, two.text) == ("Line one.", "Line two & more.")


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "is empty"),
        (b"\xef\xbb\xbf \n\0", "is empty"),
        (b"<!doctype html><html><title>x</title><body><item>", "is a web page, not a feed"),
        (b"just words", "is not a feed: it has no RSS, Atom or RDF in it"),
        (
            b'<svg xmlns="http://www.w3.org/2000/svg"/>',
            "is not a feed: it has no RSS, Atom or RDF in it",
        ),
        (b'{"items": [{"id"', "is JSON that is damaged or not complete"),
        (b'{"a":' * 100_000, "is JSON that is damaged or not complete"),
        (b'{"version": 1}', "is JSON, but not a JSON Feed: it has no list of items"),
        (b"[1]", "is JSON, but not a JSON Feed: it has no list of items"),
        (b"\x1f\x8b\x08broken", "is packed with gzip, and damaged"),
        (gzip.compress(b" " * 20_000_000), "is larger than 16 MB"),
    ],
)
def test_what_is_no_feed_is_one_sentence(data: bytes, sentence: str) -> None:
    with pytest.raises(Problem) as raised:
        read(data)
    assert (raised.value.where, raised.value.sentence) == (ADDRESS, sentence)


def test_a_feed_without_items_is_a_feed() -> None:
    assert read(rss()) == Feed("Varn Courier", "https://varn.example/", (), frozenset())


def test_the_same_guid_in_two_feeds_is_two_articles() -> None:
    data = rss("<title>One</title><guid>1</guid>")
    assert only(read(data)) == only(read(data))
    assert only(read(data, key="a")).id != only(read(data, key="b")).id


def test_twice_the_same_guid_is_two_articles_and_the_same_item_twice_is_one() -> None:
    one, two = (f"<title>{name}</title><guid>g</guid>" for name in ("One", "Two"))
    feed = read(rss(one, two, one))
    assert titles(feed.articles) == ["One", "Two"]
    assert [article.guid for article in feed.articles] == ["g", "g"]
    assert len({article.id for article in feed.articles}) == 2
    assert read(rss(two, one)).articles == feed.articles[::-1]


def test_an_item_without_a_guid_is_known_by_its_address_or_its_title_and_date() -> None:
    feed = read(
        rss(
            "<title>A</title><link>https://varn.example/a</link>",
            "<title>B</title><pubDate>3 May 2026</pubDate>",
        )
    )
    assert [article.guid for article in feed.articles] == ["https://varn.example/a", "B 2026-05-03"]


def test_a_guid_that_is_an_address_is_the_link_unless_it_says_no() -> None:
    item = "<title>A</title><guid{}>https://varn.example/a</guid>"
    assert only(read(rss(item.format("")))).url == "https://varn.example/a"
    assert only(read(rss(item.format(' isPermaLink="false"')))).url == ""


@pytest.mark.parametrize("link", ["javascript:alert(1)", "file:///etc/passwd", "http://[", "//"])
def test_only_web_addresses_are_kept(link: str) -> None:
    assert only(read(rss(f"<title>A</title><link>{link}</link>"))).url in ("", ADDRESS)


def test_an_item_without_a_title_has_its_first_words_for_one() -> None:
    words = "word " * 40
    assert only(read(rss(f"<description>{words}</description>"))).title == "word " * 15 + "word…"


def test_an_outlet_is_the_feed_that_an_item_was_taken_from() -> None:
    assert (
        only(read(rss('<title>A</title><source url="x">Moor Post</source>'))).source == "Moor Post"
    )
    entry = "<entry><source><title>Moor</title><id>1</id></source><title>A</title></entry>"
    article = only(read(f"<feed><title>Planet</title>{entry}</feed>"))
    assert (article.source, article.title) == ("Moor", "A")


@pytest.mark.parametrize(
    ("item", "is_teaser"),
    [
        ("<link>http://a.example/1</link><description>A few words.</description>", True),
        ("<link>http://a.example/1</link>", True),
        ("<description>A few words.</description>", False),
        (f"<link>http://a.example/1</link><description>{'word ' * 200}.</description>", False),
        (f"<link>http://a.example/1</link><description>{'word ' * 200}…</description>", True),
        ("<link>http://a.example/1</link><content:encoded>Short, all.</content:encoded>", False),
        ("<link>http://a.example/1</link><content:encoded>Then [...]</content:encoded>", True),
        (
            "<link>/1</link><content:encoded><![CDATA[It <a>Read on</a> →]]></content:encoded>",
            True,
        ),
    ],
)
def test_a_teaser_is_told_from_an_article(item: str, is_teaser: bool) -> None:  # noqa: FBT001 - a case
    feed = read(rss(f"<title>A</title>{item}"))
    assert (only(feed).id in feed.teasers) == is_teaser


def test_of_very_many_items_the_newest_are_read() -> None:
    items = [
        f"<title>{at}</title><pubDate>{1 + at % 28} May {1990 + at // 28} 10:00 GMT</pubDate>"
        for at in range(MOST_ITEMS + 28)
    ]
    feed = read(rss(*items))
    assert len(feed.articles) == MOST_ITEMS
    assert feed.articles[0].title == "28"


@pytest.mark.parametrize(
    "title",
    [
        "Fish &amp;amp; mill",
        "Fish &amp;#38; &lt;b&gt;mill&lt;/b&gt;",
        "<![CDATA[Fish & <i>mill</i>]]>",
        "Fish & mill",
        "<b>Fish</b> &amp; mill",
        "&lt;script&gt;alert(1)&lt;/script&gt;Fish &amp; mill&lt;style&gt;p{}",
    ],
)
def test_titles_are_read_as_text_or_as_html(title: str) -> None:
    assert only(read(rss(f"<title>{title}</title>"))).title == "Fish & mill"


@pytest.mark.parametrize("title", ["Why &lt;b&gt; is dead", "Why <![CDATA[<b>]]> is dead"])
def test_a_sign_in_a_title_is_no_markup(title: str) -> None:
    assert only(read(rss(f"<title>{title}</title>"))).title == "Why <b> is dead"


@pytest.mark.parametrize(
    "document",
    [
        "<rss><channel><title>V</title><item><title>One<item><title>Two</title>",
        "<rss><channel><title>V<item><title>One</title></item><item><title>Two",
        "\n\n<?xml version='1.0'?><rss><channel><item><title>One</item><item><TITLE>Two</Title>",
        "<item><title>One</title></item><item><title>Two</title></item>",
        "<rss><channel></channel></rss><item><title>One</title></item><item><title>Two",
        "<rss><item><title>One<link>x?a=1&b=2</link></item><item><title><![CDATA[Two",
    ],
)
def test_what_stands_behind_damage_is_still_found(document: str) -> None:
    assert titles(read(document).articles)[-1] == "Two"
    assert len(read(document).articles) == 2


def test_nothing_is_read_from_disk_and_entities_are_not_expanded() -> None:
    laughs = '<!DOCTYPE l [<!ENTITY a "lol"><!ENTITY b "&a;&a;">]>'
    file = '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
    assert only(read(laughs + rss("<title>&b;</title>"))).title == "&b;"
    assert only(read(file + rss("<title>&x;</title>"))).title == "&x;"


WORDS = {
    "utf-8": "Grüße, Москва, 東京",
    "utf-16": "Grüße, Москва, 東京",
    "utf-16-le": "Grüße, Москва, 東京",
    "utf-16-be": "Grüße, Москва, 東京",
    "utf-32": "Grüße, Москва, 東京",
    "windows-1251": "Москва сегодня",
    "koi8-r": "Москва сегодня",
    "iso-8859-1": "Grüße, café",
    "iso-8859-2": "żółć",
    "iso-8859-7": "Αθήνα",
    "windows-1252": "“Grüße” — €",
    "shift_jis": "東京の水",
    "euc-jp": "東京の水",
    "iso-2022-jp": "東京の水",
    "gb2312": "水坝",
    "gb18030": "水坝€",
    "big5": "水壩",
    "euc-kr": "서울의 물",
}


@pytest.mark.parametrize("encoding", WORDS)
@pytest.mark.parametrize("wrong", ["", "utf-8", "us-ascii", "nonsense"])
def test_a_feed_is_read_in_its_encoding(encoding: str, wrong: str) -> None:
    words = WORDS[encoding]
    document = rss(f"<title>{words}</title>").replace("?>", f' encoding="{encoding}"?>', 1)
    media_type = f"text/xml; charset={wrong}" if wrong else ""
    if wrong == "us-ascii" and not encoding.startswith("utf"):
        pytest.skip("read as Windows-1252, which any bytes are")
    assert only(read(document.encode(encoding), media_type=media_type)).title == words


def test_utf_8_that_calls_itself_something_else_is_read_as_utf_8() -> None:
    document = rss("<title>Grüße, café</title>").replace("?>", ' encoding="iso-8859-1"?>', 1)
    assert only(read(document)).title == "Grüße, café"


def test_damaged_bytes_cost_no_more_than_themselves() -> None:
    data = rss("<title>Grüße aus der Mühle X Ende</title>").encode().replace(b"X", b"\xff")
    assert only(read(data)).title == "Grüße aus der Mühle \ufffd Ende"


def test_a_feed_packed_with_gzip_is_read() -> None:
    packed = gzip.compress(rss("<title>One</title>").encode())
    assert only(read(packed)).title == "One"
    assert titles(read(packed[:-9]).articles) in (["One"], [])
