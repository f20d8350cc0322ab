"""Several processes at one library at once: no error, and nothing is lost."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from shelves import AT, article, shelf

from reader.library import Library

ROOT = Path(__file__).parents[3]
BATCHES = 12

WRITER = """
import sys
from pathlib import Path
from shelves import AT, article
from reader.library import Library

name, path = sys.argv[1], Path(sys.argv[2])
with Library.open(path) as library:
    feed = library.feeds.subscribe(f"https://{name}.example/feed")
    for batch in range(12):
        guids = [f"{name}-{batch}-{number}" for number in range(20)]
        stored = library.articles.store(feed, [article(guid, feed.key) for guid in guids], AT)
        library.states.mark_read(stored.new[:5])
        library.states.star(stored.new[:1])
        library.feeds.fetched(feed, AT, next_due=AT + batch)
print("done")
"""
READER = """
import sys
from pathlib import Path
from reader.library import Library

with Library.open(Path(sys.argv[2])) as library:
    most = 0
    for turn in range(150):
        found = library.listing.all("known is:unread" if turn % 2 else "", "title")
        rows = library.listing.rows(library.listing.newest("about", 50))
        assert all(row.title for row in rows)
        count = library.articles.count()
        assert count >= most
        most = count
print("done")
"""


def start(program: str, name: str, path: Path) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        (sys.executable, "-P", "-c", program, name, str(path)),
        env={**os.environ, "PYTHONPATH": f"{ROOT}:{ROOT / 'tests' / 'support'}"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_two_writers_a_reader_and_a_search_at_once(tmp_path: Path) -> None:
    path = tmp_path / "library.db"  # not there yet: all of them may be the one that makes it
    programs = {"one": WRITER, "two": WRITER, "reader": READER, "search": READER}
    running = [start(program, name, path) for name, program in programs.items()]
    told = [process.communicate(timeout=120) for process in running]
    assert [(out.strip(), error) for out, error in told] == [("done", "")] * 4
    with Library.open(path) as library:
        assert library.articles.count() == 2 * BATCHES * 20
        assert len(library.listing.all("is:read")) == 2 * BATCHES * 5
        assert len(library.listing.all("known")) == 2 * BATCHES * 20
        assert library._database.first("PRAGMA integrity_check") == ("ok",)


def test_a_connection_that_waits_reads_what_the_other_wrote(tmp_path: Path) -> None:
    with shelf(tmp_path) as (library, feed), Library.open(tmp_path / "library.db") as other:
        for number in range(5):
            library.articles.store(feed, [article(str(number))], AT)
            assert other.articles.count() == number + 1
            assert other.states.star(other.listing.newest("", 1)) == 1


@pytest.mark.parametrize("at_once", [3])
def test_a_library_that_several_make_at_once_is_one(tmp_path: Path, at_once: int) -> None:
    program = WRITER.replace("range(12)", "range(1)")
    running = [start(program, f"n{place}", tmp_path / "library.db") for place in range(at_once)]
    assert [process.communicate(timeout=60) for process in running] == [("done\n", "")] * at_once
    with Library.open(tmp_path / "library.db") as library:
        assert library.articles.count() == at_once * 20
    assert [one.name for one in tmp_path.iterdir()] == ["library.db"]


SEVERAL = """
import sys, time
from pathlib import Path
from shelves import AT, article
from reader.library import Library

path = Path(sys.argv[2])
first, second = Library.open(path), Library.open(path)  # as the threads of one program have them
print("open", flush=True)
sys.stdin.readline()
feed = first.feeds.subscribe("https://several.example/feed")
first.articles.store(feed, [article("one", feed.key)], AT)
print("stored", flush=True)
time.sleep(60)
"""


def test_a_program_with_several_connections_keeps_its_locks(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with start(SEVERAL, "several", path) as process:
        assert process.stdin
        assert process.stdout
        assert process.stdout.readline() == "open\n"
        with Library.open(path) as library:
            assert library.articles.count() == 0
        process.stdin.write("go\n")  # after another process has come and gone
        process.stdin.flush()
        assert process.stdout.readline() == "stored\n"
        with Library.open(path) as library:
            assert library.articles.count() == 1
        process.kill()
    with Library.open(path) as library:
        assert library.articles.count() == 1
