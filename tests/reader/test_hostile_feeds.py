"""A whole refresh, in a process of its own, with hostile feeds beside good ones."""

import asyncio
import json
import os
import sqlite3
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from feeds import made_up
from hostile import REFUSED, pages
from measuring import TELL_WHAT_IT_TOOK
from web import Page, answer, serving

from reader.article import is_clean
from reader.library import Library

GOOD_FEEDS, ITEMS = 50, 10
SECONDS = 3.0
MEGABYTES = 300
PROGRAM = """
import asyncio, sys
from pathlib import Path
from reader.library import Library
from reader.refresh import refresh
from reader.sources.fetch import Limits
path = Path(sys.argv[1])
with Library.open(path) as library:
    feeds = library.feeds.all()
asyncio.run(refresh(path, feeds, limits=Limits(seconds=float(sys.argv[2]))))
"""


async def run(path: Path) -> tuple[float, float]:
    """Refresh the library in a process of its own; return its seconds and its megabytes."""
    start = time.monotonic()
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-P", "-c", PROGRAM + TELL_WHAT_IT_TOOK, str(path), str(SECONDS)),
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    out, errors = await process.communicate()
    assert (process.returncode, errors.decode()) == (0, "")
    _cpu, megabytes = json.loads(out)
    return time.monotonic() - start, megabytes


def stored(path: Path) -> Iterator[Any]:
    """Yield every value that stands in the library's tables."""
    connection = sqlite3.connect(path)
    tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    for (table,) in tables:
        for row in connection.execute(f'SELECT * FROM "{table}"'):  # noqa: S608 - its own tables
            yield from row
    connection.close()


async def test_hostile_feeds_cost_good_ones_nothing(tmp_path: Path) -> None:
    path, secret = tmp_path / "library.db", tmp_path / "secret.txt"
    secret.write_text("xyzzy-secret")
    good: dict[str, Page] = {f"/good/{n}": answer(made_up(n, ITEMS)) for n in range(GOOD_FEEDS)}
    async with serving({"/trap": answer(b"xyzzy-secret")}) as trap:
        async with serving({**pages(trap.url("/trap"), secret), **good}) as web:
            with Library.open(path) as library:
                for place in [*web.pages]:
                    library.feeds.subscribe(web.url(place))
            seconds, megabytes = await run(path)
        assert trap.asked == []

    with Library.open(path) as library:
        feeds = {feed.address.rpartition("/")[2]: feed for feed in library.feeds.all()}
        for name, feed in feeds.items():
            says = REFUSED.get(name, "")
            assert says in feed.problem
            assert bool(feed.problem) is bool(says)
            assert len(feed.problem) < 250
        whole = library._database.column("SELECT feed FROM articles")
    counts = [*whole]
    for name, feed in feeds.items():
        count = counts.count(feed.number)
        assert count == ITEMS if name.isdigit() and name not in REFUSED else True
        assert (count > 0) is (name not in REFUSED)
    words = [value for value in stored(path) if isinstance(value, str)]
    assert all(map(is_clean, words))
    assert not any("xyzzy" in value for value in words if not value.startswith("http"))
    assert seconds < 6 * SECONDS  # one after the other they would take twenty times as long
    assert megabytes < MEGABYTES
