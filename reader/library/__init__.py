"""The library: one SQLite file with feeds, articles, versions, states, digests and their search."""

from reader.library.articles import Version
from reader.library.corrections import told_of_naming
from reader.library.digests import Recipe
from reader.library.feeds import Feed, FeedKind
from reader.library.findings import FoundClaim, FoundQuote
from reader.library.highlights import highlights
from reader.library.library import Library
from reader.library.passages import PastText
from reader.library.queries import asks_for_speakers
from reader.library.states import Change
from reader.library.stories import NearStory
from reader.library.storing import Stored
from reader.library.taken import How, Taken
from reader.rows import ORDERS, Order

__all__ = [
    "ORDERS",
    "Change",
    "Feed",
    "FeedKind",
    "FoundClaim",
    "FoundQuote",
    "How",
    "Library",
    "NearStory",
    "Order",
    "PastText",
    "Recipe",
    "Stored",
    "Taken",
    "Version",
    "asks_for_speakers",
    "highlights",
    "told_of_naming",
]
