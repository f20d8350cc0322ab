"""Feeds that harm who reads them carelessly, each at a path of its own."""

import asyncio
import gzip
import zlib
from pathlib import Path

import brotli
from feeds import Item, rss
from web import Asked, Page, Send, answer, redirect

MEGABYTE = 1024 * 1024
HEAD = b"HTTP/1.1 200 OK\r\n"
XML = b'<?xml version="1.0" encoding="utf-8"?>'
BODY = "<rss version='2.0'><channel><title>t</title><item><title>{}</title></item></channel></rss>"
ENTITIES = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
LAUGHS = f'<!DOCTYPE l [<!ENTITY e0 "lolol">{ENTITIES}]>' + BODY.format("&e9;")
ESCAPES = (
    "A\x9b31mred\x9b0m",
    "\x1b]52;c;cHduZWQ=\x07 copied",
    "&#27;[2J&#27;]0;OWNED&#7; cleared",
    "&amp;#x1b;[31m twice",
    "rtl \u202egpj.exe zero\u200bwidth",
    "[red]markup[/red] [@click=app.quit]quit[/] [/nope] [bold",
)

# What each says of itself when it is refused; the others give the articles that they have.
REFUSED = {
    "slow": "was not there in full within",
    "silent": "was not there in full within",
    "drop": "broke off",
    "nonsense": "broke off",
    "endless-head": "broke off",
    "endless": "is larger than",
    "bomb-gzip": "is larger than",
    "bomb-brotli": "is larger than",
    "unpacked": "came packed in a way that cannot be read",
    "loop": "leads on and on",
    "to-metadata": "is on a private network",
    "to-loopback": "is on a private network",
    "to-file": "only http and https are read",
    "500": "(HTTP 500)",
    "429": "(HTTP 429, asked again after 60 minutes)",
    "html": "is a web page",
    "empty": "is empty",
}


def pages(trap: str, secret: Path) -> dict[str, Page]:
    """Return the pages; `trap` is an address on loopback that none may lead to, `secret` a file."""
    xxe = f'<!DOCTYPE r [<!ENTITY x SYSTEM "{secret.as_uri()}">]>' + BODY.format("&x; here")
    twice = [Item("One", guid="same"), Item("Two", guid="same")]
    kinds: dict[str, Page] = {
        "slow": _slow,
        "silent": _silent,
        "drop": _drop,
        "nonsense": _nonsense,
        "endless-head": _endless_head,
        "endless": _endless,
        "bomb-gzip": answer(_gzip_bomb(512), Content_Encoding="gzip"),
        "bomb-brotli": answer(
            brotli.compress(bytes(64 * MEGABYTE), quality=1), Content_Encoding="br"
        ),
        "unpacked": answer(rss([Item("One")]), Content_Encoding="gzip"),
        "loop": redirect("/hostile/loop"),
        "to-metadata": redirect("http://169.254.169.254/latest/meta-data/"),
        "to-loopback": redirect(trap),
        "to-file": redirect(secret.as_uri()),
        "500": answer(b"no", "500 No"),
        "429": answer(b"no", "429 Slow", Retry_After="3600"),
        "html": answer(b"<!doctype html><html><body><h1>Not a feed</h1></body></html>"),
        "empty": answer(b""),
        "unclosed": answer(BODY.format("unclosed & bad").encode()[:-25]),
        "xxe": answer(XML + xxe.encode()),
        "laughs": answer(XML + LAUGHS.encode()),
        "escapes": answer(rss(Item(words, words, words, words) for words in ESCAPES)),
        "raw-escapes": answer("".join(BODY.format(words) for words in ESCAPES).encode()),
        "encoding": answer(XML + BODY.format("caf\xe9 \xff\xfe").encode("latin-1")),
        "cut-off": answer(rss(Item(f"Item {n}") for n in range(20))[:700]),
        "same-guid": answer(rss(twice)),
        "no-guid": answer(rss([Item("One"), Item("Two")])),
    }
    return {f"/hostile/{name}": page for name, page in kinds.items()}


def _gzip_bomb(megabytes: int) -> bytes:
    """Return a stream of that many megabytes, made from one block of it."""
    packer = zlib.compressobj(9, wbits=-zlib.MAX_WBITS)
    block = packer.compress(b" " * MEGABYTE) + packer.flush(zlib.Z_FULL_FLUSH)
    return gzip.compress(b"")[:10] + block * megabytes + packer.flush()


def _brotli_bomb(megabytes: int) -> bytes:
    return bytes(brotli.compress(bytes(megabytes * MEGABYTE), quality=1))


async def _slow(_asked: Asked, send: Send) -> None:
    await send(HEAD + b"Content-Length: 100000\r\n\r\n")
    while True:
        await send(b" ")
        await asyncio.sleep(0.05)


async def _silent(_asked: Asked, _send: Send) -> None:
    await asyncio.sleep(60)


async def _drop(_asked: Asked, send: Send) -> None:
    await send(HEAD + b"Content-Length: 100000\r\n\r\n<rss>")


async def _nonsense(_asked: Asked, send: Send) -> None:
    await send(b"220 mail.example ESMTP\r\n")


async def _endless_head(_asked: Asked, send: Send) -> None:
    await send(HEAD)
    while True:
        await send(b"X-Y: " + b"z" * 1000 + b"\r\n")


async def _endless(_asked: Asked, send: Send) -> None:
    await send(HEAD + b"\r\n<rss>")
    while True:
        await send(b"<item><title>More of it</title></item>" * 1000)
