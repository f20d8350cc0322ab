"""The text of an article as it is stored: its hashes, its markup, its first words."""

import json

from reader.article import Markup
from summarize import Span

TEASER = 240  # characters


def words_hash(title: str, text: str) -> bytes:
    """Return what a version is told from others by: its words, whatever space is between them."""
    from hashlib import blake2b  # slower to load than a first page takes

    hashed = blake2b(digest_size=16)
    for part in (title, text):
        told = part.replace("\xa0", " ").encode(errors="surrogatepass")
        hashed.update(told.translate(None, b" \t\n"))
        hashed.update(b"\n")
    return hashed.digest()


def text_hash(text: str) -> bytes:
    """Return what exactly this text is known by, so that spans fit."""
    from hashlib import blake2b  # slower to load than a first page takes

    return blake2b(text.encode(errors="surrogatepass"), digest_size=16).digest()


def teaser(text: str) -> str:
    """Return the first words of a text, on one line."""
    return " ".join(text[: 2 * TEASER].split())[:TEASER]


def pack_markup(markup: tuple[Markup, ...]) -> str:
    """Return markup as it is stored."""
    return json.dumps([(kind, *span, address) for kind, span, address in markup]) if markup else ""


def unpack_markup(stored: str) -> tuple[Markup, ...]:
    """Return what `pack_markup` stored."""
    if not stored:
        return ()
    return tuple(
        Markup(kind, Span(start, end), address) for kind, start, end, address in json.loads(stored)
    )
