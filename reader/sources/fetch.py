"""Addresses to bytes: each hop checked, nothing that comes back believed.

There are no cookies, no referer and no proxies: a proxy would look the name up itself, and the
address that it connects to could not be checked.
"""

import asyncio
import time
from base64 import b64encode
from collections import defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import partial
from types import TracebackType
from typing import Self

from reader.article import clean_line
from reader.problems import Problem
from reader.sources.addresses import Address, masked
from reader.sources.connections import Answer, Connections
from reader.sources.failures import PrivateError, failure, refusal
from reader.sources.freshness import seconds_to_wait
from reader.sources.names import LookUp, Names
from reader.sources.unpacking import PACKINGS, PackingError, TooLargeError

USER_AGENT = "Pullquote/0.1 (news reader for the terminal)"
ACCEPT = (
    "application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml, "
    "application/xml;q=0.9, text/html;q=0.8, */*;q=0.5"
)
MOST_REDIRECTS = 5
LONGEST_VALIDATOR = 1024  # code points

PERMANENT = (301, 308)
REDIRECTS = (*PERMANENT, 302, 303, 307)
FOUND = (200, 203)
NOT_MODIFIED = 304


@dataclass(frozen=True, slots=True)
class Limits:
    """What one address may cost, and how many are asked at once.

    `seconds` is the time for one address in all: names, redirects and the last byte. Waiting for
    a turn does not count.
    """

    seconds: float = 20.0
    size: int = 16 * 1024 * 1024  # bytes, unpacked
    a_host: int = 6
    at_once: int = 40


@dataclass(frozen=True, slots=True)
class Request:
    """What to ask for.

    `named` is the address that a person named (typed, or has in an OPML file): on the way to
    `address` only that one's host may be on a private network. It is empty where nobody did.
    `etag` and `last_modified` are those of the answer that is there already.
    """

    address: str
    named: str = ""
    etag: str = ""
    last_modified: str = ""


@dataclass(frozen=True, slots=True)
class Response:
    """What came back. `data` is None where nothing has changed.

    `address` is where it came from in the end, `moved_to` where it has moved for good (else
    empty). `wait` is for how many seconds the server asks to be left alone.
    """

    data: bytes | None
    address: str
    moved_to: str = ""
    media_type: str = ""
    etag: str = ""
    last_modified: str = ""
    wait: int = 0


class RefusedProblem(Problem):
    """The server's answer is that it gives none; `wait` as in `Response`."""

    def __init__(self, where: str, sentence: str, wait: int) -> None:
        super().__init__(where, sentence)
        self.wait = wait


class Fetcher:
    """Fetches addresses, any number at once. Leave it as a context manager to close connections.

    `look_up` gives the IP addresses of a host; it is asked once a host for the life of the
    fetcher, so that what was checked is what is connected to.
    """

    def __init__(self, limits: Limits | None = None, look_up: LookUp | None = None) -> None:
        self._limits = limits or Limits()
        self._names = Names(look_up)
        self._connections = Connections(self._names)
        self._places = asyncio.Semaphore(self._limits.at_once)
        self._places_a_host: defaultdict[str, asyncio.Semaphore] = defaultdict(
            partial(asyncio.Semaphore, self._limits.a_host)
        )

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self._names.close()
        await self._connections.close()

    async def fetch(self, request: Request) -> Response:
        """Return what is at an address; raises Problem, whatever goes wrong."""
        where = masked(request.address)
        try:
            async with asyncio.timeout(self._limits.seconds) as clock:
                return await self._follow(request, where, clock)
        except (OSError, PackingError, TooLargeError) as error:
            sentence = failure(error, self._limits.seconds, self._limits.size)
            raise Problem(where, sentence) from error

    async def _follow(self, request: Request, where: str, clock: asyncio.Timeout) -> Response:
        """Ask, and go on asking where redirects lead, each hop checked anew."""
        address = Address.parse(request.address)
        named = Address.parse(request.named) if request.named else None
        moved_to, for_good = "", True
        for _ in range(MOST_REDIRECTS + 1):
            async with self._place(address.host, clock):
                trusted = named is not None and address.shares_host(named)
                answer = await self._ask(address, request, where, trusted=trusted)
            if answer.status not in REDIRECTS:
                return _response(answer, request, address, moved_to)
            address = _next(address, answer.headers.get("location", ""), where)
            for_good = for_good and answer.status in PERMANENT
            moved_to = address.url_with_credentials if for_good else moved_to
        raise Problem(where, f"leads on and on, over more than {MOST_REDIRECTS} addresses")

    @asynccontextmanager
    async def _place(self, host: str, clock: asyncio.Timeout) -> AsyncIterator[None]:
        """Wait for a turn at a host, the clock at rest: who waits pays for nobody else's delay."""
        loop = asyncio.get_running_loop()
        left = (clock.when() or loop.time()) - loop.time()
        clock.reschedule(None)
        async with self._places_a_host[host], self._places:
            clock.reschedule(loop.time() + left)
            yield

    async def _ask(
        self, address: Address, request: Request, where: str, *, trusted: bool
    ) -> Answer:
        headers = _request_headers(address, request)
        try:
            return await self._connections.get(address, headers, self._limits.size, private=trusted)
        except PrivateError:
            raise Problem(where, _private(address)) from None


def _request_headers(address: Address, request: Request) -> dict[str, str]:
    headers = {
        "User-Agent": USER_AGENT,
        "Accept": ACCEPT,
        "Accept-Encoding": PACKINGS,
        "If-None-Match": _validator(request.etag),
        "If-Modified-Since": _validator(request.last_modified),
    }
    if address.credentials:
        headers["Authorization"] = "Basic " + b64encode(address.credentials.encode()).decode()
    return {name: value for name, value in headers.items() if value}


def _validator(text: str) -> str:
    """Return what a server gave to know its answer again by, or nothing where it cannot be sent."""
    text = clean_line(text)
    return text if text.isascii() and len(text) <= LONGEST_VALIDATOR else ""


def _response(answer: Answer, request: Request, address: Address, moved_to: str) -> Response:
    status, headers, data = answer
    wait = seconds_to_wait(status, headers, time.time())
    unchanged = status == NOT_MODIFIED and bool(request.etag or request.last_modified)
    if status not in FOUND and not unchanged:
        raise RefusedProblem(masked(request.address), refusal(status, wait), wait)
    return Response(
        data=None if unchanged else data,
        address=address.url,
        moved_to=moved_to,
        media_type=headers.get("content-type", ""),
        etag=_validator(headers.get("etag", "")),
        last_modified=_validator(headers.get("last-modified", "")),
        wait=wait,
    )


def _next(address: Address, location: str, where: str) -> Address:
    try:
        return address.follow(location)
    except Problem as problem:
        raise Problem(where, f"leads to {problem.where}, which {problem.sentence}") from None


def _private(address: Address) -> str:
    return (
        f"leads to {masked(address.url)}, which is on a private network; "
        "only an address that you give yourself may be"
    )
