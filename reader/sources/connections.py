"""Requests by httpcore2, over connections to IP addresses that were checked."""

import ssl
from collections.abc import Iterable, Mapping
from contextlib import aclosing
from functools import cached_property
from typing import NamedTuple

import httpcore2

from reader.article import clean_line
from reader.sources.addresses import Address, is_public
from reader.sources.failures import BrokenOffError, PrivateError, SilentError
from reader.sources.names import Names
from reader.sources.unpacking import Body, TooLargeError

SECONDS_TO_CONNECT = 6.0  # to one IP address: the system asks again after one and three
MOST_IPS = 4  # of one host that are tried
MOST_KEPT = 6  # connections of a kind: the client looks at each of them with every request
WITH_BODY = (200, 203, 304)  # other answers say nothing to us, and are not waited for

_BROKEN_OFF = (httpcore2.ReadError, httpcore2.WriteError, httpcore2.RemoteProtocolError)
_FAILURES = (httpcore2.NetworkError, httpcore2.ProtocolError, httpcore2.TimeoutException)


class Answer(NamedTuple):
    """The answer to a request; `headers` have lower-case names, `data` is unpacked."""

    status: int
    headers: dict[str, str]
    data: bytes


class Connections:
    """Asks for addresses, over connections to the IPs that `names` has for their hosts.

    A few are kept for the next request to the same host. Those that may lead to a private network
    are a kind of their own: they serve nobody else.
    """

    def __init__(self, names: Names) -> None:
        self._names = names
        self._silent: set[tuple[str, int]] = set()
        self._pools: dict[tuple[str, bool], httpcore2.AsyncConnectionPool] = {}

    async def get(
        self, address: Address, headers: Mapping[str, str], limit: int, *, private: bool
    ) -> Answer:
        """Ask for an address, which may be on a `private` network or else must be a public one.

        What it raises is an OSError (those of `failures` among them), a PackingError or a
        TooLargeError.
        """
        pool = self._pool(address.scheme, private=private)
        try:
            return await _get(pool, _request(address, headers), limit)
        except httpcore2.ConnectTimeout as error:
            self._silent.add((address.host, address.port))  # its other feeds need not wait for it
            raise SilentError from error
        except _FAILURES as error:
            raise _cause(error) from error

    async def close(self) -> None:
        """Close the connections."""
        for pool in self._pools.values():
            await pool.aclose()

    def _pool(self, scheme: str, *, private: bool) -> httpcore2.AsyncConnectionPool:
        """Return the connections of a kind; what encryption needs is made where it is needed."""
        kind = (scheme, private)
        if kind not in self._pools:
            self._pools[kind] = httpcore2.AsyncConnectionPool(
                ssl_context=self._encryption if scheme == "https" else None,
                max_connections=None,  # who asks has waited for a turn already
                max_keepalive_connections=MOST_KEPT,
                network_backend=_Network(self._names, self._silent, private=private),
            )
        return self._pools[kind]

    @cached_property
    def _encryption(self) -> ssl.SSLContext:
        return encryption()


class _Network(httpcore2.AsyncNetworkBackend):
    """Connects to the IP addresses of a host that may be connected to, and to no other.

    The client knows the host by its name only, for the certificate and the request. What was
    `silent` (a host or an IP, with the port) is not tried again.
    """

    def __init__(self, names: Names, silent: set[tuple[str, int]], *, private: bool) -> None:
        self._names = names
        self._silent = silent
        self._private = private
        self._tcp = httpcore2.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109 - as the client calls it
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.AsyncNetworkStream:
        """Connect to the first that can be reached; raise what the last of them gave."""
        if (host, port) in self._silent:
            raise SilentError
        ips = await self._names.ips(host, port)
        allowed = [ip for ip in ips if self._private or is_public(ip)]
        if not allowed:
            raise PrivateError
        failure: OSError | httpcore2.ConnectError | httpcore2.ConnectTimeout = SilentError()
        for ip in allowed[:MOST_IPS]:
            if (ip, port) in self._silent:
                continue
            try:
                return await self._tcp.connect_tcp(ip, port, timeout, local_address, socket_options)
            except httpcore2.ConnectTimeout as error:
                self._silent.add((ip, port))
                failure = error
            except httpcore2.ConnectError as error:
                failure = error
        raise failure


async def _get(
    pool: httpcore2.AsyncConnectionPool, request: httpcore2.Request, limit: int
) -> Answer:
    response = await _response(pool, request)
    try:
        headers = _headers(response)
        wanted = response.status in WITH_BODY
        data = await _body(response, headers, limit) if wanted else b""
        return Answer(response.status, headers, data)
    finally:
        await response.aclose()


async def _response(
    pool: httpcore2.AsyncConnectionPool, request: httpcore2.Request
) -> httpcore2.Response:
    """Ask until a connection answers, or a new one fails: a kept one may be closed by now."""
    opened: list[httpcore2.AsyncNetworkStream] = []

    async def note(event: str, details: Mapping[str, httpcore2.AsyncNetworkStream]) -> None:
        if event == "connection.connect_tcp.complete":
            opened.append(details["return_value"])

    request.extensions["trace"] = note
    while True:
        try:
            return await pool.handle_async_request(request)
        except BaseException as error:
            for stream in opened:  # the client forgets it where a handshake is cancelled
                await stream.aclose()
            if opened or not isinstance(error, _BROKEN_OFF):
                raise


async def _body(response: httpcore2.Response, headers: Mapping[str, str], limit: int) -> bytes:
    if int(headers.get("content-length", 0)) > limit:
        raise TooLargeError
    body = Body(headers.get("content-encoding", ""), limit)
    async with aclosing(response.aiter_stream()) as pieces:
        async for piece in pieces:
            body.add(piece)
    return body.whole()


def _request(address: Address, headers: Mapping[str, str]) -> httpcore2.Request:
    return httpcore2.Request(
        "GET",
        httpcore2.URL(
            scheme=address.scheme, host=address.host, port=address.port, target=address.target
        ),
        headers=[("Host", address.authority), *headers.items()],
        extensions={"timeout": {"connect": SECONDS_TO_CONNECT}},
    )


def _headers(response: httpcore2.Response) -> dict[str, str]:
    """Return the headers by their lower-case names; of several of one name the first."""
    return {
        name.decode("latin-1").lower(): clean_line(value.decode("utf-8", "replace"))
        for name, value in reversed(response.headers)
    }


def _cause(error: Exception) -> OSError:
    """Return what the system or OpenSSL said, as deep as it lies in an error of the client."""
    found: OSError = BrokenOffError()
    cause = next(iter(error.args), None)  # the pool cuts the chain of causes after its own errors
    while isinstance(cause, BaseException):
        found = cause if isinstance(cause, OSError) else found
        cause = cause.__cause__
    return found


def encryption() -> ssl.SSLContext:
    """Return what the system trusts; what certifi ships where the system has nothing."""
    context = ssl.create_default_context()
    paths = ssl.get_default_verify_paths()
    if not (paths.cafile or paths.capath or context.cert_store_stats()["x509_ca"]):
        import certifi

        context.load_verify_locations(certifi.where())
    return context
