"""`pullquote digest --out`: whole archives through the command, on processes of their own."""

import importlib.util
from pathlib import Path

import duckdb
import pytest
from archives import done, errors, ids, lines, packed, parquet, rows, warc_records
from command import Shell, run
from invented import records

ROOT = Path(__file__).parents[3]


@pytest.fixture
def shell(capsys: pytest.CaptureFixture[str]) -> Shell:
    return Shell(capsys)


def test_a_folder_of_archives_is_digested_with_what_is_wrong_named_and_each_article_once(
    tmp_path: Path,
) -> None:
    source, out = tmp_path / "in", tmp_path / "out"
    source.mkdir()
    packed(source / "a.jsonl", lines(records(20)) + b"no JSON\n")
    packed(source / "b.jsonl.gz", lines(records(20, first=10)))
    packed(source / "c.jsonl.gz", lines(records(60, first=100))).write_bytes(
        (source / "c.jsonl.gz").read_bytes()[:-600]
    )
    parquet(source / "d.parquet", [{"title": "x", "body": "y"}])
    warc = b"".join(warc_records(2))
    packed(source / "e.warc.gz", warc + b"broken\r\n\r\n" + warc_records(3)[2])
    arguments = ("digest", str(source), str(tmp_path / "nothing.jsonl"), "--out", str(out))
    code, told, messages = run(*arguments, "--method", "lead", "--workers", "2")
    assert (code, told) == (1, "")
    found = ids(out)
    assert len(found) == len(set(found))
    assert {f"a{number}" for number in range(30)} <= set(found)
    assert sum(row["url"] == "https://varn.example/1" for row in rows(out)) == 2  # of two ids
    named = {(Path(one["input"]).name, one["why"].partition(",")[0]) for one in errors(out)}
    assert named == {
        ("a.jsonl", "is not a whole object of JSON in UTF-8"),
        ("c.jsonl.gz", "the file ends too early"),
        ("d.parquet", "has no column 'text'"),
        ("e.warc.gz", "what follows"),
        ("nothing.jsonl", "there is no such file or folder"),
    }
    assert f"{len(found)} articles, 5 failures, 10 duplicates in {out}" in messages
    assert f"{source}/d.parquet: has no column 'text'" in messages
    made = {path: path.stat().st_mtime_ns for path in out.glob("articles-*")}

    (source / "d.parquet").unlink()
    code, _, messages = run(*arguments, "--method", "lead", "--workers", "1")
    assert code == 1
    assert "4 blocks of 4 done already" in messages
    assert f"{len(found)} articles, 4 failures, 10 duplicates in {out}; 0 made" in messages
    assert made == {path: path.stat().st_mtime_ns for path in out.glob("articles-*")}


def test_the_query_of_the_document_answers_who_was_quoted_most_on_ferries(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = '"The {} is late," said Ada Kovac. "It sank," said Jonas Marr of the ferry line.'
    told = [
        {"title": "Ferry late", "text": said.format("ferry"), "published": "2017-03-01"},
        {"title": "Late again", "text": '"The ferry!" said Ada Kovac.', "published": "2017-04-01"},
        {"title": "Ferry of old", "text": '"A ferry," said Jonas Marr.', "published": "2016-01-01"},
        {"title": "A bridge", "text": '"A bridge," said Jonas Marr.', "published": "2017-01-01"},
    ]
    packed(tmp_path / "a.jsonl", lines(told))
    done(tmp_path / "a.jsonl", tmp_path / "out")
    document = (ROOT / "docs/archives.md").read_text()
    query = document.partition("```sql\n")[2].partition("```")[0]
    monkeypatch.chdir(tmp_path)
    assert duckdb.execute(query).fetchall() == [("Ada Kovac", 2), ("Jonas Marr", 1)]


def test_a_dry_run_counts_and_writes_nothing(tmp_path: Path, shell: Shell) -> None:
    packed(tmp_path / "a.jsonl", lines(records(5)) + lines(records(2)) + b"no JSON\n")
    packed(tmp_path / "b.warc", b"".join(warc_records(3)))
    code, out, messages = shell(
        "digest", str(tmp_path), "--out", str(tmp_path / "out"), "--dry-run"
    )
    told = "8 articles to digest in 2 blocks, 1 failure, 2 duplicates; 0 blocks done already"
    assert (code, out, messages) == (0, [], [told])
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    "options",
    [("--workers", "2"), ("--scheduler", "tcp://a"), ("--text", "no"), ("--text-column", "b")],
)
def test_options_of_archives_without_a_folder_are_wrong_usage(
    shell: Shell, options: tuple[str, str]
) -> None:
    code, _, messages = shell("digest", "a.jsonl", *options)
    assert code == 2
    assert messages[-1].endswith(
        f"{options[0]} is for archives; say where to write to with --out DIR"
    )


def test_without_the_extra_one_sentence_says_how_to_install_it(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _name: None)
    told = "--out: reading archives needs the extra archive; install it with"
    assert shell("digest", "a.jsonl", "--out", str(tmp_path)) == (
        2,
        [],
        [f"{told} uv tool install 'pullquote[archive]' or pipx install 'pullquote[archive]'"],
    )


def test_nothing_to_read_and_nowhere_to_write_are_sentences(shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    code, _, messages = shell("digest", str(tmp_path / "a.jsonl"), "--out", str(tmp_path / "out"))
    assert (code, messages) == (2, [f"{tmp_path}/a.jsonl: there is no such file or folder"])
    code, _, messages = shell("digest", "a.jsonl", "--out", str(tmp_path / "file" / "out"))
    assert code == 2
    assert messages == [f"{tmp_path}/file/out: cannot be written to (not a directory)"]


def test_a_scheduler_that_does_not_answer_is_a_sentence(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.archive.running._ANSWER", 0.2)
    packed(tmp_path / "a.jsonl", lines(records(1)))
    to = ("--out", str(tmp_path / "out"), "--scheduler", "tcp://127.0.0.1:9")
    code, _, messages = shell("digest", str(tmp_path / "a.jsonl"), *to)
    assert code == 2
    assert messages == [
        "tcp://127.0.0.1:9: no scheduler of Dask answers there; give its address as tcp://HOST:8786"
    ]


def test_a_changed_input_or_another_wish_is_digested_anew(tmp_path: Path) -> None:
    from archives import blocks_of

    from reader.archive.asked import Asked
    from reader.archive.shelf import Shelf

    path = packed(tmp_path / "a.jsonl", lines(records(3)))
    done(path, tmp_path / "out", Asked(method="lead"))
    shelf = Shelf.at(str(tmp_path / "out"))
    assert shelf.has(blocks_of(path)[0], Asked(method="lead"))["articles"] == 3
    assert not shelf.has(blocks_of(path)[0], Asked(method="news"))
    assert not shelf.has(blocks_of(path)[0], Asked(method="lead", sentences=4))
    packed(tmp_path / "a.jsonl", lines(records(4)))
    assert not shelf.has(blocks_of(path)[0], Asked(method="lead"))


def test_what_a_run_left_behind_is_tidied_away(tmp_path: Path) -> None:
    from archives import blocks_of

    from reader.archive.shelf import Shelf

    path, out = tmp_path / "a.jsonl", tmp_path / "out"
    packed(path, lines(records(8)))
    done(path, out, largest=5000)
    (out / ".articles-x-00000.parquet-1234.unfinished").write_bytes(b"PAR1")
    (out / "mine.parquet").write_bytes(b"not ours")
    packed(path, lines(records(2)))
    Shelf.at(str(out)).tidy(blocks_of(path, 5000))
    assert sorted(entry.name for entry in out.iterdir()) == [
        ".errors",
        *(f"{block.name}.parquet" for block in blocks_of(path, 5000)),
        "mine.parquet",
    ]
