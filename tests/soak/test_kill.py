"""`kill -9` at any moment: the library opens again, is whole, and has all that was reported."""

import os
import random
import select
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from reader.library import Library
from reader.library.database import Database
from reader.library.opening import open_database
from reader.library.schema import MIGRATIONS, Migration

SEED = 20260614
ROOT = Path(__file__).parents[2]

# What is killed: it makes, upgrades, fills and changes a library, and reports what is done.
PROGRAM = """
import sys
from itertools import count
from pathlib import Path

from shelves import AT, article
from test_kill import opened

path, version, name = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
print("started", flush=True)
with opened(path, version) as library:
    print("version", version, flush=True)
    feed = library.feeds.subscribe("https://news.example/feed")
    for batch in count():
        guids = [f"{name}-{batch}-{number}" for number in range(1 + batch % 30)]
        stored = library.articles.store(feed, [article(guid) for guid in guids], AT)
        print("stored", *stored.new, flush=True)
        library.states.mark_read(stored.new)
        print("read", *stored.new, flush=True)
        edited = [article(guid, text=f"Not as it was: {guid}.") for guid in guids[:5]]
        changed = library.articles.store(feed, edited, AT + 1).changed
        print("edited", *changed, flush=True)
        library.listing.rows(library.listing.newest("known", 20))
"""


def migrations(version: int) -> tuple[Migration, ...]:
    """Return the migrations up to a version: ours, and some that copy and index texts."""
    extra = [
        (
            f"DROP TABLE IF EXISTS copy_{number - 1}",
            f"CREATE TABLE copy_{number} AS SELECT * FROM texts",  # noqa: S608 - a number
            f"CREATE INDEX words_{number} ON copy_{number} (text)",
        )
        for number in range(len(MIGRATIONS), version)
    ]
    return (*MIGRATIONS, *extra)


def opened(path: Path, version: int) -> Library:
    """Open a library as a program of this version would."""
    return Library(open_database(path, migrations(version)))


def run_and_kill(path: Path, version: int, name: str, chance: random.Random) -> list[list[str]]:
    """Let the program run for a while, kill it, and return what it reported as done."""
    with subprocess.Popen(
        (sys.executable, "-P", "-c", PROGRAM, str(path), str(version), name),
        env={**os.environ, "PYTHONPATH": f"{ROOT}:{ROOT / 'tests/support'}:{ROOT / 'tests/soak'}"},
        stdout=subprocess.PIPE,
    ) as process:
        assert process.stdout
        assert select.select([process.stdout], [], [], 60)[0]
        time.sleep(chance.choice((0.01, 0.05, 0.3)) * chance.random())
        process.send_signal(signal.SIGKILL)
        told = process.stdout.read().decode()
    assert process.returncode == -signal.SIGKILL
    return [line.split() for line in told.split("\n")[:-1]]


def hold_whole(database: Database) -> None:
    assert database.first("PRAGMA integrity_check") == ("ok",)
    assert database.all("PRAGMA foreign_key_check") == []
    with database.writing() as connection:  # fails where index and texts differ
        connection.execute("INSERT INTO search (search, rank) VALUES ('integrity-check', 1)")


def hold_all_there(library: Library, told: list[list[str]]) -> None:
    """Hold that everything that was reported as done is in the library."""
    done: dict[str, list[int]] = {"stored": [], "read": [], "edited": []}
    for what, *keys in told:
        if what in done:
            done[what] += map(int, keys)
    rows = {row.key: row for row in library.listing.rows(done["stored"])}
    assert rows.keys() == set(done["stored"])
    assert all(rows[key].read for key in done["read"])
    assert all(rows[key].edited for key in done["edited"])
    assert all(len(library.articles.versions(key)) == 2 for key in done["edited"])


def kill_often(folder: Path, rounds: int) -> int:
    """Kill the program again and again, some times on a new file; return how much was done."""
    chance = random.Random(SEED)
    path, version, done = folder / "0.db", len(MIGRATIONS), 0
    for turn in range(rounds):
        if chance.random() < 0.15:
            path, version = folder / f"{turn}.db", len(MIGRATIONS)
        elif path.exists() and chance.random() < 0.5:
            version += 1
        told = run_and_kill(path, version, str(turn), chance)
        with opened(path, version) as library:
            hold_whole(library._database)
            hold_all_there(library, told)
        done += len(told)
        for copy in folder.glob("*.version-*[0-9]"):
            number = int(copy.name.rpartition("-")[2])
            database = open_database(copy, migrations(number))
            hold_whole(database)
            database.close()
            copy.unlink()
    return done


def test_some_kills_lose_nothing_that_was_reported(tmp_path: Path) -> None:
    assert kill_often(tmp_path, 6)


@pytest.mark.soak
def test_two_hundred_kills_lose_nothing_that_was_reported(tmp_path: Path) -> None:
    assert kill_often(tmp_path, 200) > 400
