"""Feeds made up for tests and measurements."""

import random
from collections.abc import Iterable
from functools import cache
from html import escape
from typing import NamedTuple

WORDS = (
    "the ferry harbour council water said bridge north people percent valley night storm report "
    "minister of and to in with after before while nobody paid repairs began early island school"
)


class Item(NamedTuple):
    """An item of a feed; `body` is HTML."""

    title: str
    body: str = "<p>Words of a body.</p>"
    guid: str = ""
    link: str = ""


def rss(items: Iterable[Item], title: str = "Harbour News") -> bytes:
    """Return an RSS 2.0 feed."""
    told = "".join(map(_item, items))
    return (
        '<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel>'
        f"<title>{escape(title)}</title><link>http://news.example/</link>{told}</channel></rss>"
    ).encode()


def made_up(number: int, items: int, words: int = 250) -> bytes:
    """Return feed `number` with that many items, always the same; each has a quote and a figure."""
    chance = random.Random(number)
    return rss(
        (
            Item(
                f"{_sentence(chance, 8)} {number}-{place}",
                "".join(_paragraph(chance) for _ in range(max(1, words // 60))),
                f"urn:{number}:{place}",
                f"http://news.example/{number}/{place}",
            )
            for place in range(items)
        ),
        f"Feed {number}",
    )


def _paragraph(chance: random.Random) -> str:
    sentences = " ".join(f"{_sentence(chance, 12)}." for _ in range(4))
    figure = chance.randint(2, 99)
    return f"<p>{sentences} “{_sentence(chance, 6)},” said Ada Kovac. It rose {figure}%.</p>"


def _sentence(chance: random.Random, words: int) -> str:
    return " ".join(chance.choices(_words(), k=words)).capitalize()


@cache
def _words() -> list[str]:
    return WORDS.split()


def _item(item: Item) -> str:
    guid = f"<guid>{escape(item.guid)}</guid>" if item.guid else ""
    return (
        f"<item>{guid}<title>{escape(item.title)}</title><link>{escape(item.link)}</link>"
        f"<description>{escape(item.body)}</description></item>"
    )
