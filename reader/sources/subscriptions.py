"""What a list of feeds names: one subscription."""

from typing import NamedTuple

from reader.article import clean_line
from reader.sources.links import absolute_link

FOLDER_SIGN = "/"  # between the names of a folder and of the one in it


class Subscription(NamedTuple):
    """A feed that a person reads; `folder` is a path of names ("News/Local"), or empty."""

    address: str
    title: str = ""
    folder: str = ""
    tags: tuple[str, ...] = ()


def feed_address(text: str) -> str:
    """Return the http or https address that `text` means as a feed's, or ""."""
    address = clean_line(text)
    if address.lower().startswith("feed:"):
        rest = address[len("feed:") :]
        address = rest if rest.startswith("http") else f"http:{rest}"
    return absolute_link(address)
