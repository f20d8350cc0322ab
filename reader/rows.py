"""Row: what a list shows of an article, and the orders that a list can have."""

from typing import Literal, NamedTuple, get_args

Order = Literal["newest", "oldest", "published", "title", "feed", "unread", "longest", "story"]
ORDERS: tuple[Order, ...] = get_args(Order)


class Row(NamedTuple):
    """What a list shows of an article.

    `key` names the article where it is listed. `teaser` are its first words. `edited` and `arrived`
    are times, in seconds since 1970. `quotes` and `claims` are how many there are, None while there
    is no digest. `full` says that the text is its page's and not its feed's. `accounts` is how many
    articles its story has, 0 until that is known. `changed` says that it has other
    words since it was read.
    """

    key: int
    id: str
    title: str
    source: str
    url: str
    published: str
    minutes: int
    read: bool = False
    starred: bool = False
    position: int = 0
    tags: tuple[str, ...] = ()
    quotes: int | None = None
    claims: int | None = None
    edited: float | None = None
    arrived: float = 0
    teaser: str = ""
    full: bool = False
    accounts: int = 0
    changed: bool = False
