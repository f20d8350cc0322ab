"""A web server on loopback, for tests: each path answers as the test says, however badly."""

import asyncio
import threading
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager, suppress
from typing import NamedTuple


class Asked(NamedTuple):
    """A request that came in; header names in lower case."""

    path: str
    headers: dict[str, str]


Send = Callable[[bytes], Awaitable[None]]
Page = bytes | Callable[[Asked, Send], Awaitable[bool | None]]


def answer(body: bytes = b"", status: str = "200 OK", **headers: str) -> bytes:
    """Return an answer as it goes over the wire; header names with `_` for `-`."""
    given = {"Content_Length": str(len(body)), **headers}
    head = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in given.items())
    return f"HTTP/1.1 {status}\r\n{head}\r\n".encode() + body


def redirect(location: str, status: str = "302 Found") -> bytes:
    """Return an answer that leads elsewhere."""
    return answer(status=status, Location=location)


class Web:
    """What is served, and what was asked for.

    A page is an answer, or a function that sends one; where that does not return True, the
    connection is closed after it.
    """

    def __init__(self, pages: Mapping[str, Page]) -> None:
        self.pages = dict(pages)
        self.asked: list[Asked] = []
        self.port = self.connections = self.at_once = self.most_at_once = 0

    @property
    def host(self) -> str:
        return f"127.0.0.1:{self.port}"

    def url(self, path: str) -> str:
        return f"http://{self.host}{path}"

    @property
    def paths(self) -> list[str]:
        return [asked.path for asked in self.asked]

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Answer the requests of one connection."""

        async def send(data: bytes) -> None:
            writer.write(data)
            await writer.drain()

        self.connections += 1
        try:
            with suppress(ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
                while await self._answer(await reader.readuntil(b"\r\n\r\n"), send):
                    pass
        finally:
            writer.transport.abort()

    async def _answer(self, head: bytes, send: Send) -> bool:
        first, *lines = head.decode("latin-1").split("\r\n")
        pairs = [line.partition(": ") for line in lines if line]
        asked = Asked(first.split(" ")[1], {name.lower(): value for name, _, value in pairs})
        self.asked.append(asked)
        page = self.pages.get(asked.path, answer(status="404 Not Found"))
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        try:
            if isinstance(page, bytes):
                await send(page)
                return True
            return bool(await page(asked, send))
        finally:
            self.at_once -= 1


@asynccontextmanager
async def serving(pages: Mapping[str, Page]) -> AsyncIterator[Web]:
    """Serve pages on a free port of loopback."""
    web = Web(pages)
    server = await asyncio.start_server(web.serve, "127.0.0.1", 0)
    web.port = server.sockets[0].getsockname()[1]
    try:
        yield web
    finally:
        server.close()


@contextmanager
def served(pages: Mapping[str, Page]) -> Iterator[Web]:
    """Serve pages from a thread of its own, for tests that have no event loop."""
    web = Web(pages)
    ready = threading.Event()
    loop = asyncio.new_event_loop()
    ended = asyncio.Event()

    async def serve() -> None:
        server = await asyncio.start_server(web.serve, "127.0.0.1", 0)
        web.port = server.sockets[0].getsockname()[1]
        ready.set()
        await ended.wait()
        server.close()
        for task in asyncio.all_tasks() - {asyncio.current_task()}:
            task.cancel()
        await asyncio.sleep(0)

    thread = threading.Thread(target=loop.run_until_complete, args=(serve(),))
    thread.start()
    ready.wait()
    try:
        yield web
    finally:
        loop.call_soon_threadsafe(ended.set)
        thread.join()
        loop.close()
