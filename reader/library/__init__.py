"""The library: one SQLite file with feeds, articles, versions, states, digests and their search."""

from reader.library.articles import Version
from reader.library.feeds import Feed, FeedKind
from reader.library.library import Library
from reader.library.listing import ORDERS, Order, Row
from reader.library.storing import Stored

__all__ = [
    "ORDERS",
    "Feed",
    "FeedKind",
    "Library",
    "Order",
    "Row",
    "Stored",
    "Version",
]
