"""A page says where its feeds are, and a site that says nothing has usual places."""

from reader.sources.discovery import feeds_of_page, places_to_try
from reader.sources.subscriptions import Subscription

PAGE = """<!doctype html><html><head><base href="/news/">
<link rel="stylesheet" href="a.css" type="text/css">
<link rel=alternate type="application/rss+xml; charset=utf-8" href=feed title="Varn &amp; Moor">
<LINK REL="Alternate home" TYPE="application/atom+xml" HREF="https://moor.example/atom">
<link rel="alternate" type="application/feed+json" href="//varn.example/f.json">
<link rel="alternate" type="application/rss+xml" href="feed" title="again">
<link rel="alternate" type="text/html" hreflang="de" href="/de">
<link rel="alternate" type="application/rss+xml" href="file:///etc/passwd">
<!-- <link rel="alternate" type="application/rss+xml" href="no"> --></head><body></body></html>"""


def test_the_feeds_that_a_page_names_are_found_each_once() -> None:
    assert feeds_of_page(PAGE, "https://varn.example/") == (
        Subscription("https://varn.example/news/feed", "Varn & Moor"),
        Subscription("https://moor.example/atom"),
        Subscription("https://varn.example/f.json"),
    )


def test_a_page_without_a_feed_has_none() -> None:
    assert feeds_of_page("<p>words <link rel=alternate", "https://varn.example/") == ()


def test_a_site_has_usual_places() -> None:
    places = places_to_try("https://varn.example/a/b?c")
    assert places[0] == "https://varn.example/feed"
    assert "https://varn.example/atom.xml" in places
    assert places_to_try("no address") == ()
