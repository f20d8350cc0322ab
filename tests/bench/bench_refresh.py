"""A refresh over loopback: CPU time of the whole program, beside the least that could do it.

50 feeds of 100 items: all new (fetched, read, stored and indexed), then with nothing new (304).
The floors are programs of the standard library alone that believe whatever comes: they fetch one
feed after the other over one connection; the first takes title and text out of the XML as they
stand and puts them into a search index. The figures are ratios of medians, by turns.
"""

import asyncio
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parents[1] / "support"))

from feeds import made_up
from measuring import TELL_WHAT_IT_TOOK
from web import Asked, Page, Send, Web, answer, serving

ROOT = Path(__file__).parents[2]
FEEDS, ITEMS, ROUNDS = 50, 100, 5
TAG = '"1"'
REFRESH = """
import asyncio, sys
from pathlib import Path
from reader.library import Library
from reader.refresh import refresh
path, *addresses = map(str, sys.argv[1:])
with Library.open(Path(path)) as library:
    for address in addresses:
        library.feeds.subscribe(address)
    feeds = library.feeds.all()
outcomes = asyncio.run(refresh(Path(path), feeds))
assert not any(outcome.problem for outcome in outcomes)
"""
FLOOR = """
import http.client, sqlite3, sys
from urllib.parse import urlsplit
path, *addresses = sys.argv[1:]
known = not path.endswith("new")
server = http.client.HTTPConnection(urlsplit(addresses[0]).netloc)
rows = []
for address in addresses:
    server.request("GET", urlsplit(address).path, headers={"If-None-Match": '"1"'} if known else {})
    data = server.getresponse().read()
    assert bool(data) is not known
    if data:
        from xml.etree import ElementTree
        items = ElementTree.fromstring(data).iter("item")
        rows += [(item.findtext("title"), item.findtext("description")) for item in items]
library = sqlite3.connect(path)
library.execute("CREATE VIRTUAL TABLE IF NOT EXISTS articles USING fts5 (title, text)")
library.executemany("INSERT INTO articles VALUES (?, ?)", rows)
library.commit()
"""


class Used(NamedTuple):
    """What a program took: seconds of CPU, and megabytes at most."""

    seconds: float
    megabytes: float


async def run(program: str, path: Path, addresses: Sequence[str]) -> Used:
    """Run a program in a fresh Python."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", program + TELL_WHAT_IT_TOOK, str(path), *addresses),
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=asyncio.subprocess.PIPE,
    )
    out, _ = await process.communicate()
    return Used(*json.loads(out))


def page(feed: bytes) -> Page:
    """Return a feed that is not sent to one who has it."""

    async def send_it(asked: Asked, send: Send) -> bool:
        known = asked.headers.get("if-none-match") == TAG
        await send(answer(status="304 Not Modified") if known else answer(feed, ETag=TAG))
        return True

    return send_it


def middle(used: Sequence[Used]) -> Used:
    """Return the medians."""
    return Used(median(one.seconds for one in used), median(one.megabytes for one in used))


async def measure(web: Web, folder: Path) -> list[tuple[str, Used, Used]]:
    """Return each case with what its floor and what a refresh took."""
    addresses = [web.url(path) for path in web.pages]
    rounds = []  # the first may have compiled something, and does not count
    for place in range(ROUNDS + 1):
        floor, ours = folder / f"{place}.floor", folder / f"{place}.ours"
        rounds.append(
            (
                await run(FLOOR, floor.with_suffix(".new"), addresses),
                await run(REFRESH, ours, addresses),
                await run(FLOOR, floor, addresses),
                await run(REFRESH, ours, addresses),
            )
        )
    new_floor, new, known_floor, known = map(middle, zip(*rounds[1:], strict=True))
    return [("all new", new_floor, new), ("nothing new", known_floor, known)]


async def main() -> None:
    """Print the medians and their ratios."""
    pages = {f"/{number}": page(made_up(number, ITEMS)) for number in range(FEEDS)}
    with TemporaryDirectory() as folder:
        async with serving(pages) as web:
            cases = await measure(web, Path(folder))
    for name, floor, ours in cases:
        print(f"{name}: {FEEDS} feeds of {ITEMS} items")  # noqa: T201
        print(f"  floor    {floor.seconds:.2f} s CPU  {floor.megabytes:.0f} MB")  # noqa: T201
        print(f"  refresh  {ours.seconds:.2f} s CPU  {ours.megabytes:.0f} MB")  # noqa: T201
        print(f"  ratio    {ours.seconds / floor.seconds:.1f}")  # noqa: T201


if __name__ == "__main__":
    asyncio.run(main())
