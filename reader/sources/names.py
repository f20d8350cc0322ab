"""Names of hosts to IP addresses, each name asked for once."""

import asyncio
import socket
from collections.abc import Awaitable, Callable, Sequence
from concurrent.futures import Future
from threading import Thread

from reader.sources.addresses import is_ip

LookUp = Callable[[str, int], Awaitable[Sequence[str]]]


class Names:
    """Where hosts are, as `ask` says (else the system): it is not heard a second time."""

    def __init__(self, ask: LookUp | None = None) -> None:
        self._ask = ask or look_up
        self._found: dict[str, asyncio.Future[Sequence[str]]] = {}

    async def ips(self, host: str, port: int) -> Sequence[str]:
        """Return the IP addresses of a host; raises OSError where it has none."""
        if is_ip(host):
            return [host]
        if host not in self._found:
            self._found[host] = asyncio.ensure_future(self._ask(host, port))
            self._found[host].add_done_callback(_seen)
        found = await asyncio.shield(self._found[host])  # others may wait for it too
        return list(dict.fromkeys(found))

    def close(self) -> None:
        """Wait for no answer any more."""
        for found in self._found.values():
            found.cancel()


async def look_up(host: str, port: int) -> Sequence[str]:
    """Ask the system for the IP addresses of a host.

    In a thread that nobody waits for: those of asyncio are waited for when the program ends, and a
    name service that is silent takes its time.
    """
    answer: Future[list[str]] = Future()
    answer.set_running_or_notify_cancel()  # from here on it takes an answer, wanted or not

    def ask() -> None:
        try:
            infos = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except OSError as error:
            answer.set_exception(error)
        except UnicodeError:
            answer.set_exception(socket.gaierror("no name that a name service could know"))
        else:
            answer.set_result([str(info[4][0]) for info in infos])

    Thread(target=ask, name=f"looking up {host}", daemon=True).start()
    return await asyncio.wrap_future(answer)


def _seen(looking: asyncio.Future[Sequence[str]]) -> None:
    """Take note of how a look-up ended: asyncio would print it where nobody waits any more."""
    if not looking.cancelled():
        looking.exception()
