"""Where a link in a feed or a page leads."""

from urllib.parse import urljoin, urlsplit

from reader.article import clean_line

_LONGEST = 8000  # characters, as web servers take them


def absolute_link(link: str, base: str = "") -> str:
    """Return the http or https address that `link` means on the page `base`, or ""."""
    link = clean_line(link)
    address = _join(base, link) if link else ""
    return address if address.startswith(("http://", "https://")) and host(address) else ""


def joined(base: str, link: str) -> str:
    """Return `link` as it is meant on the page `base`; `base` itself where it means nothing."""
    return (link and _join(base, clean_line(link))) or base


def host(address: str) -> str:
    """Return the host of an address as people say it, or ""."""
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _join(base: str, link: str) -> str:
    if link.startswith(("http://", "https://")):
        return link if len(link) <= _LONGEST else ""
    try:
        return urljoin(base, link) if len(link) <= _LONGEST else ""
    except ValueError:
        return ""
