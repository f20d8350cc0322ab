"""Connections to checked IP addresses, and one HTTP/1.1 exchange over them, by h11."""

import asyncio
import socket
import ssl
from collections import deque
from collections.abc import Mapping, Sequence
from contextlib import suppress
from threading import Thread
from typing import NamedTuple

import h11

from reader.article import clean_line
from reader.sources.addresses import Address
from reader.sources.failures import BrokenOffError, SilentError
from reader.sources.unpacking import Body, TooLargeError

SECONDS_TO_CONNECT = 6.0  # to one IP address: the system asks again after one and three
MOST_IPS = 4  # of one host that are tried
LONGEST_HEAD = 64 * 1024  # bytes
CHUNK = 64 * 1024  # bytes
WITH_BODY = (200, 203, 304)  # other answers say nothing to us, and are not waited for


class Answer(NamedTuple):
    """The answer to a request; `headers` have lower-case names, `data` is unpacked."""

    status: int
    headers: dict[str, str]
    data: bytes


class _Endpoint(NamedTuple):
    """Where a connection leads: to that very IP address."""

    scheme: str
    host: str
    ip: str
    port: int


class Connections:
    """Opens connections, and keeps at most `most` of them for the next request to the same IP.

    What it raises is an OSError (BrokenOffError among them), a PackingError or a TooLargeError.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._idle: deque[_Connection] = deque()
        self._silent: set[_Endpoint] = set()
        self._encryption: ssl.SSLContext | None = None

    async def get(
        self, address: Address, ips: Sequence[str], headers: Mapping[str, str], limit: int
    ) -> Answer:
        """Ask one of `ips` for an address: no name is looked up here."""
        endpoints = [_Endpoint(address.scheme, address.host, ip, address.port) for ip in ips]
        request = _request(address, headers)
        while kept := self._take(endpoints):
            with suppress(ConnectionError):  # it may have been closed in the meantime
                return await self._exchange(kept, request, limit)
        connection = await self._connect(endpoints[:MOST_IPS])
        return await self._exchange(connection, request, limit)

    def close(self) -> None:
        """Close the connections that were kept."""
        while self._idle:
            self._idle.pop().close()

    async def _connect(self, endpoints: list[_Endpoint]) -> "_Connection":
        """Connect to the first that can be reached; raise what the last of them gave."""
        *others, last = endpoints
        for endpoint in others:
            with suppress(OSError):
                return await self._open(endpoint)
        return await self._open(last)

    async def _open(self, endpoint: _Endpoint) -> "_Connection":
        """Connect, unless the endpoint was silent before: its other feeds need not wait for it."""
        if endpoint in self._silent:
            raise SilentError
        try:
            async with asyncio.timeout(SECONDS_TO_CONNECT):
                return _Connection(endpoint, *await self._streams(endpoint))
        except TimeoutError:
            self._silent.add(endpoint)
            raise SilentError from None

    async def _streams(
        self, endpoint: _Endpoint
    ) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        """Connect to the IP address itself; the host's name serves for the certificate only."""
        if endpoint.scheme == "http":
            return await asyncio.open_connection(endpoint.ip, endpoint.port)
        self._encryption = self._encryption or _encryption()
        return await asyncio.open_connection(
            endpoint.ip, endpoint.port, ssl=self._encryption, server_hostname=endpoint.host
        )

    async def _exchange(
        self, connection: "_Connection", request: h11.Request, limit: int
    ) -> Answer:
        try:
            return await connection.get(request, limit)
        finally:
            self._release(connection)

    def _take(self, endpoints: list[_Endpoint]) -> "_Connection | None":
        """Return a connection that was kept, for this request alone."""
        kept = next((kept for kept in self._idle if kept.endpoint in endpoints), None)
        if kept:
            self._idle.remove(kept)
        return kept

    def _release(self, connection: "_Connection") -> None:
        if not connection.start_anew():
            connection.close()
            return
        self._idle.append(connection)
        if len(self._idle) > self._most:
            self._idle.popleft().close()


class _Connection:
    """One connection: requests go out, answers come in, one after another."""

    def __init__(
        self, endpoint: _Endpoint, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        self.endpoint = endpoint
        self._reader, self._writer = reader, writer
        self._state = h11.Connection(h11.CLIENT, max_incomplete_event_size=LONGEST_HEAD)

    async def get(self, request: h11.Request, limit: int) -> Answer:
        """Send a request and return its answer, of whose body at most `limit` bytes are taken."""
        self._writer.write(self._state.send(request) or b"")
        self._writer.write(self._state.send(h11.EndOfMessage()) or b"")
        while not isinstance(response := await self._next_event(), h11.Response):
            pass  # "100 Continue" and the like
        headers = _headers(response)
        wanted = response.status_code in WITH_BODY
        body = await self._read_body(headers, limit) if wanted else b""
        return Answer(response.status_code, headers, body)

    def start_anew(self) -> bool:
        """Make ready for another request; False where that cannot be."""
        states = {self._state.our_state, self._state.their_state}
        if states != {h11.DONE} or self._reader.at_eof():
            return False
        self._state.start_next_cycle()
        return True

    def close(self) -> None:
        """Close at once: what is still to come is of no use."""
        self._writer.transport.abort()

    async def _read_body(self, headers: Mapping[str, str], limit: int) -> bytes:
        if int(headers.get("content-length", 0)) > limit:
            raise TooLargeError
        body = Body(headers.get("content-encoding", ""), limit)
        while not isinstance(event := await self._next_event(), h11.EndOfMessage):
            if isinstance(event, h11.Data):
                body.add(bytes(event.data))
        return body.whole()

    async def _next_event(self) -> h11.Event:
        try:
            while (event := self._state.next_event()) is h11.NEED_DATA:
                self._state.receive_data(await self._reader.read(CHUNK))
        except h11.RemoteProtocolError as error:
            raise BrokenOffError from error
        if not isinstance(event, h11.Event) or isinstance(event, h11.ConnectionClosed):
            raise BrokenOffError
        return event


def _request(address: Address, headers: Mapping[str, str]) -> h11.Request:
    given = [("Host", address.authority), *headers.items()]
    return h11.Request(method="GET", target=address.target, headers=given)


def _headers(response: h11.Response) -> dict[str, str]:
    """Return the headers by their lower-case names; of several of one name the first."""
    return {
        name.decode("latin-1"): clean_line(value.decode("utf-8", "replace"))
        for name, value in reversed(list(response.headers))
    }


async def look_up(host: str, port: int) -> Sequence[str]:
    """Ask the system for the IP addresses of a host.

    In a thread that nobody waits for: those of asyncio are waited for when the program ends, and a
    name service that is silent takes its time.
    """
    loop = asyncio.get_running_loop()
    answer: asyncio.Future[list[str]] = loop.create_future()

    def settle(found: list[str] | OSError) -> None:
        if answer.done():
            return
        if isinstance(found, OSError):
            answer.set_exception(found)
        else:
            answer.set_result(found)

    def ask() -> None:
        found: list[str] | OSError
        try:
            infos = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            found = [str(info[4][0]) for info in infos]
        except OSError as error:
            found = error
        except UnicodeError:
            found = socket.gaierror("no name that a name service could know")
        with suppress(RuntimeError):  # the loop may be closed by now
            loop.call_soon_threadsafe(settle, found)

    Thread(target=ask, name=f"looking up {host}", daemon=True).start()
    return await answer


def _encryption() -> ssl.SSLContext:
    """Return what the system trusts; what certifi ships where the system has nothing."""
    context = ssl.create_default_context()
    context.set_alpn_protocols(["http/1.1"])
    paths = ssl.get_default_verify_paths()
    if not (paths.cafile or paths.capath or context.cert_store_stats()["x509_ca"]):
        import certifi

        context.load_verify_locations(certifi.where())
    return context
