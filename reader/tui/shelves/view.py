"""View: which articles of a shelf are listed, and in which order."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple, get_args

from reader.rows import ORDERS, Order

Only = Literal["all", "unread", "starred", "edited", "changed"]
ONLY: tuple[Only, ...] = get_args(Only)
# How each is told of an article.
ONLY_NAMES: Mapping[Only, str] = MappingProxyType(
    {**{only: only for only in ONLY}, "all": "", "changed": "changed since read"}
)

_ORDER_NAMES: Mapping[Order, str] = MappingProxyType(
    {
        "newest": "as they came",
        "oldest": "as they came, from the other end",
        "published": "by date",
        "title": "by title",
        "feed": "by outlet",
        "unread": "unread first",
        "longest": "longest first",
        "story": "stories together",
    }
)


class View(NamedTuple):
    """What the person wants listed: what a query finds, only articles in a state, in an order."""

    query: str = ""
    only: Only = "all"
    order: Order = "newest"

    @property
    def narrowed(self) -> bool:
        """Whether some articles may be left out."""
        return bool(self.query.strip()) or self.only != "all"

    @property
    def told(self) -> str:
        """What is not as usual in it, besides the query: "unread, by title"."""
        only = ONLY_NAMES[self.only]
        order = self.order_name if self.order != "newest" else ""
        return ", ".join(filter(None, (only, order)))

    @property
    def order_name(self) -> str:
        """The order as a person would say it."""
        return _ORDER_NAMES[self.order]

    def next_order(self) -> "View":
        """Return the view in the order after this one."""
        return self._replace(order=ORDERS[(ORDERS.index(self.order) + 1) % len(ORDERS)])

    def next_only(self) -> "View":
        """Return the view of the articles in the state after this one."""
        return self._replace(only=ONLY[(ONLY.index(self.only) + 1) % len(ONLY)])
