import os
import shutil
import sqlite3
import stat
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from shelves import AT, KEY, article, shelf

from reader.library import Library
from reader.library.opening import open_database
from reader.library.schema import MIGRATIONS
from reader.problems import Problem

NOBODY = 65534
LATER = (*MIGRATIONS, ("ALTER TABLE feeds ADD COLUMN colour TEXT NOT NULL DEFAULT ''",))


def filled(folder: Path) -> Path:
    with shelf(folder) as (library, feed):
        library.articles.store(feed, [article(str(number)) for number in range(50)], AT)
    return folder / "library.db"


def refused(path: Path, sentence: str) -> None:
    """Hold that a file is refused with a sentence that names a way out, and left as it is."""
    before = path.read_bytes()
    with pytest.raises(Problem, match=sentence) as told:
        Library.open(path)
    assert "--library" in told.value.sentence
    assert "\n" not in told.value.sentence
    assert told.value.where == str(path)
    assert path.read_bytes() == before
    assert [one.name for one in path.parent.iterdir()] == [path.name]


@contextmanager
def not_as_root() -> Iterator[Path]:
    """Give a folder to somebody who is held up by rights, which root is not."""
    folder = Path(tempfile.mkdtemp())
    try:
        if os.geteuid() == 0:
            os.chown(folder, NOBODY, NOBODY)
            os.seteuid(NOBODY)
        yield folder
    finally:
        os.seteuid(os.getuid())
        shutil.rmtree(folder)


def test_what_someone_reads_is_private(tmp_path: Path) -> None:
    path = tmp_path / "share" / "pullquote" / "library.db"
    with Library.open(path) as library:
        library.feeds.subscribe(KEY)
        modes = {one.name: stat.S_IMODE(one.stat().st_mode) for one in path.parent.iterdir()}
    assert modes == dict.fromkeys(("library.db", "library.db-wal", "library.db-shm"), 0o600)
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert stat.S_IMODE(path.parent.parent.stat().st_mode) == 0o700


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "library.db").touch()
    refused(tmp_path / "library.db", "the file is empty")


def test_a_foreign_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "letters.txt"
    path.write_text("Dear Ada,\n" * 100, encoding="utf-8")
    refused(path, "no library of Pullquote")


def test_a_foreign_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "cache.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE articles (key INTEGER PRIMARY KEY)")
    refused(path, "no library of Pullquote")


@pytest.mark.parametrize("share", [0.1, 0.5, 0.99])
def test_a_truncated_library_is_refused(tmp_path: Path, share: float) -> None:
    path = filled(tmp_path)
    os.truncate(path, int(path.stat().st_size * share))
    refused(path, "the end of the file is missing")


def test_a_library_of_which_only_the_beginning_is_left_is_refused(tmp_path: Path) -> None:
    path = filled(tmp_path)
    os.truncate(path, 50)
    refused(path, "the end of the file is missing")


def test_a_library_of_a_newer_program_is_refused(tmp_path: Path) -> None:
    path = filled(tmp_path)
    open_database(path, LATER).close()
    (tmp_path / f"library.db.version-{len(MIGRATIONS)}").unlink()
    refused(path, "a newer Pullquote")


def test_a_damaged_library_is_told_in_a_sentence(tmp_path: Path) -> None:
    path = filled(tmp_path)
    content = bytearray(path.read_bytes())
    for page in range(1, len(content) // 4096):
        content[page * 4096 : page * 4096 + 200] = b"\xff" * 200
    path.write_bytes(content)
    with pytest.raises(Problem, match="damaged"), Library.open(path) as library:
        library.listing.rows(library.listing.all())


def test_a_file_that_may_only_be_read_is_refused() -> None:
    with not_as_root() as folder:
        path = filled(folder)
        path.chmod(0o400)
        refused(path, "may not be written")


def test_a_folder_that_may_only_be_read_is_told_in_a_sentence() -> None:
    with not_as_root() as folder:
        path = filled(folder)
        folder.chmod(0o500)
        with pytest.raises(Problem, match=r"writable.*--library"):
            Library.open(path).listing.all()
        with pytest.raises(Problem, match=r"writable.*--library"):
            Library.open(folder / "other.db")
        folder.chmod(0o700)


def test_a_folder_in_the_place_of_the_file_is_told_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(Problem, match=r"is a directory.*--library"):
        Library.open(tmp_path)


def test_a_full_disk_changes_nothing(tmp_path: Path) -> None:
    path = filled(tmp_path)
    with Library.open(path) as library:
        pages = library._database.first("PRAGMA page_count")[0]
        library._database.first(f"PRAGMA max_page_count={pages + 5}")
        many = [article(f"more-{number}", text="much " * 1000) for number in range(200)]
        with pytest.raises(Problem, match=r"the disk is full.*free some space"):
            library.articles.store(library.feeds.all()[0], many, AT)
        assert library.articles.count() == 50
    with Library.open(path) as library:
        assert library.articles.store(library.feeds.all()[0], many, AT).new
        assert library._database.first("PRAGMA integrity_check") == ("ok",)


def test_an_upgrade_keeps_a_copy_of_what_was_before(tmp_path: Path) -> None:
    path = filled(tmp_path)
    database = open_database(path, LATER)
    assert database.first("SELECT colour FROM feeds") == ("",)
    database.close()
    copy = tmp_path / f"library.db.version-{len(MIGRATIONS)}"
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    with Library.open(copy) as library:
        assert library.articles.count() == 50
    assert {one.name for one in tmp_path.iterdir()} == {path.name, copy.name}


def test_an_upgrade_that_fails_changes_nothing(tmp_path: Path) -> None:
    path = filled(tmp_path)
    broken = (*MIGRATIONS, ("ALTER TABLE feeds ADD COLUMN colour TEXT", "DROP TABLE nothing"))
    with pytest.raises(sqlite3.OperationalError):
        open_database(path, broken)
    with Library.open(path) as library:
        assert library.articles.count() == 50
        assert len(library._database.all("SELECT * FROM pragma_table_info('feeds')")) == 14


def test_an_open_library_is_not_written_to_after_another_upgraded_it(tmp_path: Path) -> None:
    path = filled(tmp_path)
    with Library.open(path) as library:
        open_database(path, LATER).close()
        with pytest.raises(Problem, match="start again"):
            library.feeds.subscribe("https://other.example/feed")


def test_a_stopped_creation_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(sqlite3.OperationalError):
        open_database(tmp_path / "library.db", (("CREATE nonsense",),))
    assert list(tmp_path.iterdir()) == []
