"""The feeds behind a page: those that it names, and where else they usually are."""

from reader.sources.feeds import read_text_line
from reader.sources.links import absolute_link, joined
from reader.sources.markup import Scanner
from reader.sources.subscriptions import Subscription

_FEED_TYPES = frozenset(
    {
        *("application/rss+xml", "application/atom+xml", "application/rdf+xml"),
        *("application/feed+json", "application/json", "text/xml", "application/xml"),
    }
)
_PLACES = ("/feed", "/rss.xml", "/feed.xml", "/atom.xml", "/index.xml", "/rss", "/feed.json")
_MOST = 20  # feeds of one page


def feeds_of_page(html: str, address: str) -> tuple[Subscription, ...]:
    """Return the feeds that a page says it has (`<link rel="alternate">`), each once."""
    found: dict[str, Subscription] = {}
    scanner, base = Scanner(html), address
    while (tag := scanner.next_tag()) and len(found) < _MOST:
        if tag.name == "base" and base == address:
            base = joined(address, tag.attributes().get("href", ""))
        elif tag.name == "link":
            told = tag.attributes()
            kind = told.get("type", "").partition(";")[0].strip().lower()
            if "alternate" in told.get("rel", "").lower().split() and kind in _FEED_TYPES:
                feed = absolute_link(told.get("href", ""), base)
                title = read_text_line(told.get("title", ""))
                if feed:
                    found.setdefault(feed, Subscription(feed, title))
    return tuple(found.values())


def places_to_try(address: str) -> tuple[str, ...]:
    """Return the addresses where a site that names no feed usually has one, likeliest first."""
    places = (absolute_link(place, address) for place in _PLACES)
    return tuple(dict.fromkeys(place for place in places if place and place != address))
