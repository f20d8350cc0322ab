"""Commands at one library at once, and one that is killed: nothing is lost, nothing is doubled."""

import asyncio
import json
import os
import random
import signal
import subprocess
import time
from collections import Counter
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from command import Shell, run, start
from feeds import made_up
from web import Asked, Page, Send, Web, answer, served

from reader.library import Library

FEEDS, ITEMS = 12, 8
SEED = 20260715


def pages() -> dict[str, Page]:
    return {f"/{number}": answer(made_up(number, ITEMS)) for number in range(FEEDS)}


def follow(folder: Path, web: Web, shell: Shell) -> None:
    (folder / "urls").write_text("\n".join(web.url(f"/{number}") for number in range(FEEDS)))
    assert shell("add", "urls")[0] == 0


def path() -> Path:
    return Path(os.environ["PULLQUOTE_LIBRARY"])


def hold_all_is_there(shell: Shell) -> None:
    """Hold that every item of every feed is there once, is found, and that the file is whole."""
    rows = [json.loads(line) for line in shell.out("list", "--format", "json")]
    assert Counter(row["source"] for row in rows) == {
        f"Feed {number}": ITEMS for number in range(FEEDS)
    }
    assert len({row["title"] for row in rows}) == FEEDS * ITEMS
    assert len(shell.out("list", "kovac")) == FEEDS * ITEMS
    with Library.open(path()) as library:
        assert library._database.first("PRAGMA integrity_check") == ("ok",)
        with library._database.writing() as connection:  # fails where index and texts differ
            connection.execute("INSERT INTO search (search, rank) VALUES ('integrity-check', 1)")


def test_refreshes_searches_and_digests_at_once(folder: Path, shell: Shell) -> None:
    with served(pages()) as web:
        follow(folder, web, shell)
        commands = (["refresh"], ["refresh", "--digests"], ["quotes", "--speaker", "kovac"])
        with ThreadPoolExecutor() as pool:
            running = [pool.submit(run, *command) for command in commands]
            seen = []
            while not all(one.done() for one in running):
                code, out, messages = run("list", "kovac", "--format", "json")
                assert (code, messages) == (0, "")
                seen.append(len(out.splitlines()))
    assert seen == sorted(seen)  # what is there once stays
    *told, (code, _, messages) = (one.result() for one in running)
    assert (code, messages) == (0, "")
    new = []
    for code, _, messages in told:
        (line,) = messages.splitlines()
        assert (code, line.partition(" new ")[2]) == (
            0,
            f"and 0 changed articles from {FEEDS} of {FEEDS} feeds",
        )
        new.append(int(line.split()[1]))
    assert sum(new) == FEEDS * ITEMS
    hold_all_is_there(shell)
    assert len(shell.out("quotes", "--speaker", "kovac")) == 2 * ITEMS * FEEDS * 4


def test_a_refresh_that_is_killed_half_way_is_completed_by_the_next(
    folder: Path, shell: Shell
) -> None:
    with served({**pages(), **dict.fromkeys(("/1", "/2"), silence)}) as web:
        follow(folder, web, shell)
        kill(start("refresh"), lambda: count() >= (FEEDS - 2) * ITEMS)
        assert count() == (FEEDS - 2) * ITEMS
        web.pages |= pages()
        assert shell("refresh") == (
            0,
            [],
            [f"{2 * ITEMS} new and 0 changed articles from {FEEDS} of {FEEDS} feeds"],
        )
    hold_all_is_there(shell)


def test_a_refresh_may_be_killed_at_any_moment(folder: Path, shell: Shell) -> None:
    chance = random.Random(SEED)
    with served(slowed(pages())) as web:
        follow(folder, web, shell)
        for _ in range(4):
            wanted = len(web.asked) + chance.randint(1, FEEDS)
            kill(start("refresh"), partial(has_asked, web, wanted))
        assert shell("refresh")[0] == 0
    hold_all_is_there(shell)


def count() -> int:
    with Library.open(path()) as library:
        return library.articles.count()


def has_asked(web: Web, wanted: int) -> bool:
    return len(web.asked) >= wanted


async def silence(_asked: Asked, _send: Send) -> None:
    await asyncio.sleep(60)


def slowed(pages: Mapping[str, Page]) -> dict[str, Page]:
    """Return pages of which each takes a little longer than the one before."""

    def late(page: Page, seconds: float) -> Page:
        async def send_late(_asked: Asked, send: Send) -> bool:
            await asyncio.sleep(seconds)
            assert isinstance(page, bytes)
            await send(page)
            return True

        return send_late

    return {path: late(page, 0.02 * place) for place, (path, page) in enumerate(pages.items())}


def kill(process: "subprocess.Popen[bytes]", when: Callable[[], bool]) -> None:
    with process:
        while not when() and process.poll() is None:
            time.sleep(0.005)
        process.send_signal(signal.SIGKILL)
        process.communicate()
