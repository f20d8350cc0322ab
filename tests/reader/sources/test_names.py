import asyncio
import socket
import threading
from collections.abc import Sequence

import pytest

from reader.sources.names import Names, look_up


async def test_a_host_is_asked_for_once_and_an_ip_never() -> None:
    asked: list[str] = []

    async def ask(host: str, _port: int) -> Sequence[str]:
        asked.append(host)
        await asyncio.sleep(0)
        return ["198.51.99.1", "2a00::1", "198.51.99.1"]

    names = Names(ask)
    found = await asyncio.gather(*[names.ips("news.example", port) for port in (80, 443, 80)])
    assert found == [["198.51.99.1", "2a00::1"]] * 3
    assert await names.ips("::1", 80) == ["::1"]
    assert asked == ["news.example"]


async def test_who_gives_up_takes_the_answer_from_nobody_else() -> None:
    async def ask(_host: str, _port: int) -> Sequence[str]:
        await asyncio.sleep(0.02)
        return ["198.51.99.1"]

    names = Names(ask)
    hasty, patient = (asyncio.create_task(names.ips("news.example", 80)) for _ in range(2))
    await asyncio.sleep(0)
    hasty.cancel()
    assert await patient == ["198.51.99.1"]


async def test_an_unknown_host_is_a_problem() -> None:
    with pytest.raises(socket.gaierror):
        await look_up("nobody..invalid", 80)


async def test_the_system_is_asked_without_holding_up_the_rest(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    late = threading.Event()
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: late.wait(5) and [])
    names = Names()
    waiting = asyncio.create_task(names.ips("news.example", 80))
    await asyncio.sleep(0.02)
    assert not waiting.done()
    names.close()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    late.set()
