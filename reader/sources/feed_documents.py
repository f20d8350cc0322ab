"""What a feed document tells, before it is made into articles: the same for every format."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class FeedItem:
    """One item as its feed has it; every field may be missing, and none is safe to show yet.

    `content` and `summary` are HTML or plain text; `outlet` is the feed that it was taken from.
    `base` is the address that the item's relative links start from, where the feed names one.
    """

    guid: str = ""
    title: str = ""
    link: str = ""
    published: str = ""
    content: str = ""
    summary: str = ""
    outlet: str = ""
    base: str = ""


@dataclass(frozen=True, slots=True)
class FeedDocument:
    """A feed as it stands: its title, the address of its site, its items in their order."""

    title: str = ""
    home: str = ""
    base: str = ""
    items: list[FeedItem] = field(default_factory=list)
