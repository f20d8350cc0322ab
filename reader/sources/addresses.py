"""Web addresses: what they are made of, which may be connected to, and how one is shown."""

import ipaddress
import re
from functools import cache
from typing import NamedTuple, Self
from urllib.parse import quote, unquote, urljoin, urlsplit

from reader.article import clean_line
from reader.problems import Problem

DEFAULT_PORTS = {"http": 80, "https": 443}
LONGEST = 8192  # code points: browsers and servers refuse longer ones too

_HOST_NAME = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63})*")
_IN_PATHS = "/%:@!$&'()*+,;=~"
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*(?=:)", re.IGNORECASE)

_USER = re.compile(r"(?:\A|(?<=//))[^/?#\s]*@")
_PARAMETER = re.compile(r"([?&;#])([^=?&;#\s]+)=([^&;#\s]+)")
_WORD = re.compile(r"[A-Z]*[a-z]+|[A-Z]+")
_SECRET = re.compile(
    r"\w*(?:key|token|auth|oauth2|secret|password|passwd|passphrase|pass|pwd|sig|signature"
    r"|credentials?|session|sessid|sid|jwt|hmac|otp)|pw"
)
_MASK = "***"

# What the IANA registries of special-purpose addresses keep off the public internet, and
# multicast. Tables of our own: what `ipaddress` calls global has changed between releases.
_SPECIAL_IPV4 = (
    "0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 "
    "192.0.2.0/24 192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 "
    "224.0.0.0/4 240.0.0.0/4"
)
_PUBLIC_IPV6 = (
    "2000::/3"  # the only block that is given out; the rest is local, reserved or multicast
)
_SPECIAL_IPV6 = "2001::/23 2001:db8::/32 2002::/16 3fff::/20"
_TRANSLATED = ipaddress.IPv6Network("64:ff9b::/96")  # NAT64 (RFC 6052): the last 32 bits are IPv4


class Address(NamedTuple):
    """An http or https address, ready to be asked for: `host` and `target` are ASCII."""

    scheme: str
    host: str
    port: int
    target: str  # path and query
    credentials: str = ""  # "user:password", or nothing

    @property
    def authority(self) -> str:
        """Host and port as a request names them."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == DEFAULT_PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def url(self) -> str:
        """The address as text, without credentials."""
        return f"{self.scheme}://{self.authority}{self.target}"

    @property
    def url_with_credentials(self) -> str:
        """The address as text, with the credentials that it was given with."""
        user = ":".join(quote(part, safe="") for part in self.credentials.split(":", 1))
        return self.url.replace("://", f"://{user}@", 1) if user else self.url

    def shares_host(self, other: Self) -> bool:
        """Tell whether both lead to one server: one host and port; 80 and 443 are one here."""
        web = set(DEFAULT_PORTS.values())
        same_port = self.port == other.port or {self.port, other.port} <= web
        return self.host == other.host and same_port

    def follow(self, location: str) -> Self:
        """Return where a redirect leads; credentials go along to the same host only, kept secret.

        Raises Problem where that is no http or https address.
        """
        there = type(self).parse(urljoin(self.url, clean_line(location)))
        downgraded = self.scheme == "https" != there.scheme
        kept = self.credentials if self.shares_host(there) and not downgraded else ""
        return there._replace(credentials=kept)

    @classmethod
    def parse(cls, address: str) -> Self:
        """Return the parts of an address; raises Problem where it is none for http or https."""
        address = clean_line(address)
        try:
            parts = urlsplit(address)
            scheme, port, host = parts.scheme, parts.port, _ascii_host(parts.hostname or "")
        except ValueError:
            raise _no_address(address) from None
        if scheme not in DEFAULT_PORTS or not host or len(address) > LONGEST:
            raise _no_address(address)
        target = quote(parts.path, safe=_IN_PATHS) or "/"
        if parts.query:
            target += "?" + quote(parts.query, safe=_IN_PATHS + "?")
        user = unquote(parts.username or "")
        credentials = f"{user}:{unquote(parts.password or '')}" if parts.username else ""
        return cls(scheme, host, port or DEFAULT_PORTS[scheme], target, credentials)


def is_ip(host: str) -> bool:
    """Tell whether a host is an IP address, not a name."""
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def is_public(ip: str) -> bool:
    """Tell whether an IP address is one of the public internet.

    Private, loopback, link-local, multicast and reserved ones are not, nor are they where an IPv6
    address stands for an IPv4 one (mapped, 6to4, Teredo, NAT64).
    """
    try:
        address = ipaddress.ip_address(ip.partition("%")[0])
    except ValueError:
        return False
    if isinstance(address, ipaddress.IPv4Address):
        return _is_public_ipv4(address)
    if address in _TRANSLATED:
        return _is_public_ipv4(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
    return address in ipaddress.IPv6Network(_PUBLIC_IPV6) and not any(
        address in network for network in _networks(_SPECIAL_IPV6)
    )


def masked(text: str) -> str:
    """Return an address, or text with addresses in it, safe to show: no password, key or token."""
    text = clean_line(text)
    return _PARAMETER.sub(_masked_parameter, _USER.sub(_masked_user, text))


def _masked_user(found: re.Match[str]) -> str:
    in_address = found.start() > 0 or ":" in found[0]  # else it may be plain text before an "@"
    return f"{_MASK}@" if in_address else found[0]


def _masked_parameter(found: re.Match[str]) -> str:
    words = _WORD.findall(unquote(found[2]))
    secret = any(_SECRET.fullmatch(word.lower()) for word in words)
    return f"{found[1]}{found[2]}={_MASK}" if secret else found[0]


def _no_address(address: str) -> Problem:
    scheme = _SCHEME.match(address)
    if scheme and scheme[0].lower() not in DEFAULT_PORTS and "." not in scheme[0]:
        return Problem(masked(address), f"is a {scheme[0]}: address; only http and https are read")
    return Problem(
        masked(address)[:200], "is not a web address; one looks like https://example.org/feed.xml"
    )


def _ascii_host(host: str) -> str:
    """Return a host as the name service and certificates have it; raises ValueError."""
    host = host.lower().rstrip(".")
    if ":" in host:
        return str(ipaddress.IPv6Address(host))
    if not host.isascii():
        import idna  # rarely needed, and slow to load

        host = idna.encode(host[:256], uts46=True).decode()
    if host and not (len(host) <= 253 and _HOST_NAME.fullmatch(host)):
        raise ValueError(host)
    return host


def _is_public_ipv4(address: ipaddress.IPv4Address) -> bool:
    return not any(address in network for network in _networks(_SPECIAL_IPV4))


@cache
def _networks(
    table: str,
) -> tuple[ipaddress.IPv4Network | ipaddress.IPv6Network, ...]:
    return tuple(ipaddress.ip_network(network) for network in table.split())
