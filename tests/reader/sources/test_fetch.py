import asyncio
import gzip
import ssl
import time
import tomllib
import zlib
from base64 import b64encode
from collections.abc import Sequence
from pathlib import Path

import anyio
import brotli
import pytest
from web import Asked, Page, Send, Web, answer, redirect, serving

from reader.article import is_clean
from reader.problems import Problem
from reader.sources import connections
from reader.sources.fetch import (
    USER_AGENT,
    Fetcher,
    Limits,
    RefusedProblem,
    Request,
    Response,
)
from reader.sources.names import LookUp

PROJECT = Path(__file__).parents[3] / "pyproject.toml"
SOON = Limits(seconds=5, size=100_000)  # far more than a machine under load needs
SHORT = Limits(seconds=0.4, size=100_000)
FEED = b"<rss>words</rss>"


def names(**hosts: str) -> LookUp:
    """Return a name service that knows these hosts (`_` for `.`)."""

    async def look_up(host: str, _port: int) -> Sequence[str]:
        return hosts[host.replace(".", "_")].split()

    return look_up


async def fetched(web: Web, path: str, limits: Limits = SOON, **more: str) -> Response:
    """Fetch a path as an address that the person named."""
    address = web.url(path)
    async with Fetcher(limits) as fetcher:
        return await fetcher.fetch(Request(address, **{"named": address, **more}))


async def problem_of(page: Page, limits: Limits = SOON) -> str:
    """Return the sentence for a page that cannot be had."""
    async with serving({"/feed": page}) as web:
        with pytest.raises(Problem) as raised:
            await fetched(web, "/feed", limits)
        assert raised.value.where == web.url("/feed")
        assert is_clean(raised.value.sentence)
        return raised.value.sentence


async def test_an_address_gives_its_bytes_and_what_to_know_them_again_by() -> None:
    page = answer(FEED, ETag='"1"', Last_Modified="Sat", Content_Type="text/xml; charset=utf-8")
    async with serving({"/feed": page}) as web:
        response = await fetched(web, "/feed")
        assert response == Response(
            FEED, web.url("/feed"), "", "text/xml; charset=utf-8", '"1"', "Sat", 0
        )


async def test_what_is_there_already_is_not_sent_again() -> None:
    async def page(asked: Asked, send: Send) -> None:
        same = asked.headers.get("if-none-match") == '"1"'
        assert (asked.headers.get("if-modified-since") == "Sat") is same
        status = "304 Not Modified" if same else "200 OK"
        await send(answer(b"", status, ETag='"1"', Cache_Control="max-age=900"))

    async with serving({"/feed": page}) as web:
        assert (await fetched(web, "/feed")).data == b""
        again = await fetched(web, "/feed", etag='"1"', last_modified="Sat")
        assert again.data is None
        assert (again.etag, again.wait) == ('"1"', 900)


async def test_nothing_new_is_no_answer_to_one_who_has_nothing() -> None:
    assert "HTTP 304" in await problem_of(answer(status="304 Not Modified"))


async def test_what_would_break_a_request_is_not_sent() -> None:
    async with serving({"/feed": answer(FEED)}) as web:
        await fetched(web, "/feed", etag='"1"\r\nHost: other', last_modified="ü" * 2000)
        assert web.asked[0].headers["host"] == web.host
        assert "if-modified-since" not in web.asked[0].headers


async def test_a_request_is_honest_and_has_neither_cookies_nor_a_referer() -> None:
    async with serving({"/": redirect("/feed"), "/feed": answer(FEED, Set_Cookie="id=1")}) as web:
        async with Fetcher(SOON) as fetcher:
            for _ in range(2):
                await fetcher.fetch(Request(web.url("/"), web.url("/")))
        for asked in web.asked:
            assert set(asked.headers) == {"host", "user-agent", "accept", "accept-encoding"}
    version = tomllib.loads(PROJECT.read_text())["project"]["version"]
    assert USER_AGENT.startswith(f"Pullquote/{version.rpartition('.')[0]} ")


async def test_name_and_password_are_sent_in_the_open_as_the_address_says() -> None:
    async with serving({"/feed": answer(FEED)}) as web:
        address = web.url("/feed").replace("//", "//ada:p%40w@")
        async with Fetcher(SOON) as fetcher:
            response = await fetcher.fetch(Request(address, address))
        expected = "Basic " + b64encode(b"ada:p@w").decode()
        assert web.asked[0].headers["authorization"] == expected
        assert response.address == web.url("/feed")


@pytest.mark.parametrize(
    ("packing", "packed"),
    [
        ("gzip", gzip.compress(FEED)),
        ("br", brotli.compress(FEED)),
        ("deflate", zlib.compress(FEED)),
    ],
    ids=("gzip", "br", "deflate"),  # gzip's bytes tell the time
)
async def test_what_comes_packed_is_unpacked(packing: str, packed: bytes) -> None:
    async with serving({"/feed": answer(packed, Content_Encoding=packing)}) as web:
        assert (await fetched(web, "/feed")).data == FEED


async def test_pieces_without_a_length_make_a_whole() -> None:
    async def page(_asked: Asked, send: Send) -> None:
        await send(
            b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n"
        )
        await send(b"\r\n5\r\nwords\r\n6\r\n words\r\n0\r\n\r\n")

    async with serving({"/feed": page}) as web:
        assert (await fetched(web, "/feed")).data == b"words words"


@pytest.mark.parametrize(
    ("statuses", "moved"),
    [
        (["301 Moved"], "/1"),
        (["308 Permanent"], "/1"),
        (["302 Found"], ""),
        (["307 Temporary"], ""),
        (["301 Moved", "308 Permanent", "302 Found", "301 Moved"], "/2"),
        (["303 See"] * 5, ""),
    ],
)
async def test_redirects_are_followed_and_lasting_ones_told(
    statuses: list[str], moved: str
) -> None:
    pages: dict[str, Page] = {
        f"/{place}": redirect(f"/{place + 1}", status) for place, status in enumerate(statuses)
    }
    async with serving({**pages, f"/{len(statuses)}": answer(FEED)}) as web:
        response = await fetched(web, "/0")
        assert response.data == FEED
        assert response.address == web.url(f"/{len(statuses)}")
        assert response.moved_to == (moved and web.url(moved))


async def test_a_feed_that_moves_takes_its_password_with_it() -> None:
    async with serving({"/": redirect("/feed", "301 Moved"), "/feed": answer(FEED)}) as web:
        address = web.url("/").replace("//", "//ada:pw@")
        async with Fetcher(SOON) as fetcher:
            response = await fetcher.fetch(Request(address, address))
        assert response.moved_to == web.url("/feed").replace("//", "//ada:pw@")
        assert response.address == web.url("/feed")


async def test_redirects_without_end_are_a_problem() -> None:
    assert "over more than 5 addresses" in await problem_of(redirect("/feed"))


@pytest.mark.parametrize(
    ("location", "says"),
    [
        ("file:///etc/passwd", "leads to file:///etc/passwd, which is a file: address"),
        ("http://169.254.169.254/latest", "http://169.254.169.254/latest, which is on a private"),
        ("http://127.0.0.1:1/x", "is on a private network"),
        ("http://[::1]/x", "is on a private network"),
        ("http://[::ffff:127.0.0.1]/x", "is on a private network"),
        ("http://localhost/?token=abc", "leads to http://localhost/?token=***, which is on a priv"),
        ("http://2130706433/x", "is on a private network"),
        ("http://0x7f.1/x", "is on a private network"),
        ("", "over more than 5 addresses"),
    ],
)
async def test_a_redirect_may_not_lead_where_the_person_did_not(location: str, says: str) -> None:
    assert says in await problem_of(redirect(location))


async def test_what_nobody_named_may_not_be_on_a_private_network() -> None:
    async with serving({"/page": answer(FEED)}) as web:
        for named in ("", "http://news.example/feed", f"http://127.0.0.1:{web.port + 1}/"):
            with pytest.raises(Problem, match="is on a private network"):
                await fetched(web, "/page", named=named)
        assert web.connections == 0


async def test_a_connection_of_the_persons_own_serves_nobody_else() -> None:
    async with serving({"/feed": answer(FEED)}) as web, Fetcher(SOON) as fetcher:
        address = web.url("/feed")
        await fetcher.fetch(Request(address, named=address))
        with pytest.raises(Problem, match="is on a private network"):
            await fetcher.fetch(Request(address, named="http://news.example/"))
        assert len(web.asked) == 1


async def test_a_second_answer_of_the_name_service_is_not_asked_for() -> None:
    answers = [["127.0.0.1"], ["10.0.0.1"]]

    async def look_up(_host: str, _port: int) -> Sequence[str]:
        return answers.pop(0)

    async with serving({"/feed": answer(FEED)}) as web, Fetcher(SOON, look_up) as fetcher:
        address = f"http://news.example:{web.port}/feed"
        for _ in range(2):
            assert (await fetcher.fetch(Request(address, address))).data == FEED
        assert web.asked[0].headers["host"] == f"news.example:{web.port}"
    assert answers == [["10.0.0.1"]]


async def test_a_name_is_believed_for_the_address_it_gives_only() -> None:
    look_up = names(news_example="10.1.1.1 ::1 localhost 127.1")
    async with Fetcher(SOON, look_up) as fetcher:
        with pytest.raises(Problem, match=r"http://news\.example/, which is on a private network"):
            await fetcher.fetch(Request("http://news.example/"))


async def test_the_public_addresses_of_a_host_are_the_ones_that_are_tried(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tried: list[str] = []

    async def refuse(remote_host: str, **_: object) -> None:
        tried.append(remote_host)
        raise ConnectionRefusedError

    monkeypatch.setattr(anyio, "connect_tcp", refuse)
    look_up = names(news_example="10.1.1.1 198.51.99.1 2a00::1 127.0.0.1 198.51.99.1")
    async with Fetcher(SOON, look_up) as fetcher:
        with pytest.raises(Problem, match="takes no connections"):
            await fetcher.fetch(Request("http://news.example/"))
    assert tried == ["198.51.99.1", "2a00::1"]


async def test_of_several_addresses_one_that_answers_is_enough() -> None:
    look_up = names(nas_example="127.0.0.2 127.0.0.1")
    async with serving({"/feed": answer(FEED)}) as web, Fetcher(SOON, look_up) as fetcher:
        address = f"http://nas.example:{web.port}/feed"
        assert (await fetcher.fetch(Request(address, address))).data == FEED


async def test_a_server_that_was_silent_is_not_waited_for_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tried: list[str] = []

    async def hang(remote_host: str, **_: object) -> None:
        tried.append(remote_host)
        await asyncio.sleep(60)

    monkeypatch.setattr(anyio, "connect_tcp", hang)
    monkeypatch.setattr(connections, "SECONDS_TO_CONNECT", 0.05)
    async with Fetcher(SOON, names(news_example="198.51.99.1 2a00::1")) as fetcher:
        for path in ("one", "two"):
            with pytest.raises(Problem, match="is on a server that does not answer"):
                await fetcher.fetch(Request(f"http://news.example/{path}"))
    assert tried == ["198.51.99.1", "2a00::1"]


async def test_a_name_service_that_is_silent_costs_no_more_than_the_deadline() -> None:
    async def look_up(_host: str, _port: int) -> Sequence[str]:
        await asyncio.sleep(60)
        return []

    start = time.monotonic()
    async with Fetcher(Limits(seconds=0.1), look_up) as fetcher:
        with pytest.raises(Problem, match=r"within 0\.1 seconds"):
            await fetcher.fetch(Request("http://news.example/"))
    assert time.monotonic() - start < 2


async def test_loopback_is_looked_up_by_the_system() -> None:
    async with serving({"/feed": answer(FEED)}) as web:
        address = f"http://localhost:{web.port}/feed"
        async with Fetcher(SOON) as fetcher:
            assert (await fetcher.fetch(Request(address, address))).data == FEED


async def test_encryption_asks_for_the_host_by_its_name() -> None:
    hello = b""

    async def listen(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        nonlocal hello
        hello = await reader.read(4096)
        writer.write(b"HTTP/1.1 400 This is no TLS\r\n\r\n")
        writer.close()

    server = await asyncio.start_server(listen, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    address = f"https://nas.example:{port}/"
    async with server, Fetcher(SOON, names(nas_example="127.0.0.1")) as fetcher:
        with pytest.raises(Problem, match="speaks no encryption that is safe"):
            await fetcher.fetch(Request(address, address))
    assert b"nas.example" in hello


async def test_a_handshake_that_comes_to_nothing_leaves_no_connection_behind(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ended = 0

    async def listen(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        nonlocal ended
        while await reader.read(4096):
            pass
        ended += 1
        writer.close()

    server = await asyncio.start_server(listen, "127.0.0.1", 0)
    address = f"https://127.0.0.1:{server.sockets[0].getsockname()[1]}/"
    async with server, Fetcher(SHORT) as fetcher:
        with pytest.raises(Problem, match=r"within 0\.4 seconds"):
            await fetcher.fetch(Request(address, address))
        monkeypatch.setattr(connections, "SECONDS_TO_CONNECT", 0.05)
        for _ in range(2):
            with pytest.raises(Problem, match="is on a server that does not answer"):
                await fetcher.fetch(Request(address, address))
        await asyncio.sleep(0.05)
        assert ended == 2


def test_certificates_are_checked() -> None:
    context = connections.encryption()
    assert context.check_hostname
    assert context.verify_mode is ssl.CERT_REQUIRED


async def drip(_asked: Asked, send: Send) -> None:
    await send(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")
    for _ in range(200):
        await send(b"x")
        await asyncio.sleep(0.02)


async def silence(_asked: Asked, _send: Send) -> None:
    await asyncio.sleep(5)


@pytest.mark.parametrize("page", [drip, silence])
async def test_a_slow_answer_is_not_waited_for(page: Page) -> None:
    start = time.monotonic()
    assert "was not there in full within 0.4 seconds" in await problem_of(page, SHORT)
    assert time.monotonic() - start < 2


async def test_slow_hops_share_one_deadline() -> None:
    async def hop(_asked: Asked, send: Send) -> None:
        await asyncio.sleep(0.15)
        await send(redirect("/feed"))

    assert "was not there in full within 0.4 seconds" in await problem_of(hop, SHORT)


@pytest.mark.parametrize(
    "sent",
    [
        b"",
        b"HTTP/1.1 200 OK\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nfew words",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n99\r\nfew words",
        b"SSH-2.0-server\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nX: " + b"x" * 200_000,
    ],
)
async def test_an_answer_that_breaks_off_or_is_none_is_a_problem(sent: bytes) -> None:
    async def page(_asked: Asked, send: Send) -> None:
        await send(sent)

    assert "broke off before it was there in full" in await problem_of(page)


async def test_a_new_connection_that_breaks_off_is_not_replaced() -> None:
    async def page(_asked: Asked, _send: Send) -> None:
        return

    async with serving({"/feed": page}) as web:
        with pytest.raises(Problem, match="broke off"):
            await fetched(web, "/feed")
        assert web.connections == 1


async def test_proxies_of_the_environment_are_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    async with serving({"/feed": answer(FEED)}) as web:
        for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
            monkeypatch.setenv(name, "http://127.0.0.1:1")
        assert (await fetched(web, "/feed")).data == FEED


async def test_what_is_too_large_is_not_read_on() -> None:
    sent = 0

    async def page(_asked: Asked, send: Send) -> None:
        nonlocal sent
        await send(b"HTTP/1.1 200 OK\r\n\r\n")
        while sent < 100_000_000:
            await send(b"x" * 10_000)
            sent += 10_000

    assert "is larger than 0.0953674 MB" in await problem_of(page)
    assert sent < 50_000_000
    announced = answer(Content_Length="100001")
    assert "is larger than" in await problem_of(announced)


async def test_a_bomb_is_a_problem() -> None:
    bomb = answer(gzip.compress(bytes(20_000_000)), Content_Encoding="gzip")
    assert "is larger than" in await problem_of(bomb)


async def test_a_closed_port_is_a_problem() -> None:
    async with serving({}) as web:
        pass
    with pytest.raises(Problem, match="takes no connections"):
        await fetched(web, "/feed")


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 451, 500, 503])
async def test_a_refusal_is_a_problem(status: int) -> None:
    assert f"(HTTP {status})" in await problem_of(answer(b"no", f"{status} No"))


async def test_a_refusal_says_how_long_to_wait() -> None:
    async with serving({"/feed": answer(b"", "429 Slow", Retry_After="3600")}) as web:
        with pytest.raises(RefusedProblem, match="asked again after 60 minutes") as raised:
            await fetched(web, "/feed")
        assert raised.value.wait == 3600


async def test_a_problem_does_not_show_a_secret() -> None:
    async with serving({}) as web:
        address = web.url("/feed?key=abc").replace("//", "//ada:pw@")
        async with Fetcher(SOON) as fetcher:
            with pytest.raises(Problem) as raised:
                await fetcher.fetch(Request(address, address))
        assert raised.value.where == f"http://***@{web.host}/feed?key=***"


async def together(web: Web, paths: Sequence[str], limits: Limits) -> list[bytes | str]:
    """Fetch several paths at once; return their bytes, or their sentences."""
    async with Fetcher(limits) as fetcher:

        async def one(path: str) -> bytes | str:
            try:
                response = await fetcher.fetch(Request(web.url(path), web.url(path)))
            except Problem as problem:
                return problem.sentence
            return response.data or b""

        return await asyncio.gather(*map(one, paths))


async def briefly(_asked: Asked, send: Send) -> None:
    await asyncio.sleep(0.02)
    await send(answer(FEED))


async def test_a_host_is_asked_six_things_at_once() -> None:
    async with serving({"/feed": briefly}) as web:
        assert await together(web, ["/feed"] * 30, Limits()) == [FEED] * 30
        assert web.most_at_once == 6


async def test_all_hosts_together_are_asked_a_bounded_number_of_things() -> None:
    async with serving({"/feed": briefly}) as web:
        assert await together(web, ["/feed"] * 10, Limits(at_once=2)) == [FEED] * 10
        assert web.most_at_once == 2


async def test_waiting_for_a_turn_does_not_count_as_being_slow() -> None:
    async with serving({"/slow": silence, "/feed": briefly}) as web:
        limits = Limits(seconds=1.0, a_host=2)
        answers = await together(web, ["/slow"] * 4 + ["/feed"] * 20, limits)
        assert answers[4:] == [FEED] * 20
        assert all("within 1 seconds" in str(answer) for answer in answers[:4])


async def test_a_connection_is_used_again_and_a_stale_one_replaced() -> None:
    async def once(_asked: Asked, send: Send) -> None:
        await send(answer(FEED))

    async with serving({"/kept": answer(FEED), "/once": once}) as web, Fetcher(SOON) as fetcher:
        for path in ("/kept", "/kept", "/once", "/kept"):
            response = await fetcher.fetch(Request(web.url(path), web.url(path)))
            assert response.data == FEED
        assert web.connections == 2


async def test_connections_are_used_again_by_many_at_once() -> None:
    async def closing(_asked: Asked, send: Send) -> None:
        await send(answer(FEED))

    async with serving({"/kept": answer(FEED), "/closed": closing}) as web:
        paths = ["/kept", "/closed"] * 30
        assert await together(web, paths, Limits()) == [FEED] * 60
        assert web.connections < 60


async def test_fetching_can_be_cancelled_at_any_time() -> None:
    async with serving({"/slow": silence}) as web, Fetcher(Limits()) as fetcher:
        request = Request(web.url("/slow"), web.url("/slow"))
        tasks = [asyncio.create_task(fetcher.fetch(request)) for _ in range(9)]
        await asyncio.sleep(0.05)
        for task in tasks:
            task.cancel()
        done = await asyncio.gather(*tasks, return_exceptions=True)
        assert all(isinstance(error, asyncio.CancelledError) for error in done)
