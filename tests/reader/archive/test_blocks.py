"""Inputs are found, cut so that every record is in one block, and named so that no two meet."""

from pathlib import Path

import pytest
from archives import blocks_of, files_of, lines, packed, parquet, warc_records
from hypothesis import given
from hypothesis import strategies as st
from invented import records

from reader.archive.asked import Columns
from reader.archive.blocks import Block, cut, find_files
from reader.archive.entries import entries
from reader.problems import Problem

COLUMNS = Columns()


def found_ids(path: Path, largest: int) -> list[str]:
    return [
        entry.fields["id"]
        for block in blocks_of(path, largest)
        for entry in entries(block, COLUMNS)
    ]


@given(
    st.lists(st.integers(0, 40), min_size=1, max_size=12),
    st.integers(1, 90),
    st.sampled_from([b"", b"\n"]),
)
def test_every_line_is_in_one_block_however_a_file_is_cut(
    tmp_path_factory: pytest.TempPathFactory, sizes: list[int], largest: int, end: bytes
) -> None:
    path = tmp_path_factory.mktemp("cut") / "a.jsonl"
    data = lines({"id": str(number), "text": "x" * size} for number, size in enumerate(sizes))
    path.write_bytes(data.rstrip(b"\n") + end)
    assert found_ids(path, largest) == [str(number) for number in range(len(sizes))]


@pytest.mark.parametrize("groups", [1, 3, 7, 100])
def test_every_row_is_in_one_block_of_row_groups(tmp_path: Path, groups: int) -> None:
    path = parquet(tmp_path / "a.parquet", list(records(30, size=300)), row_group_size=groups)
    assert found_ids(path, 4000) == [f"a{number}" for number in range(30)]


@pytest.mark.parametrize("name", ["a.jsonl.gz", "a.jsonl.zst"])
def test_a_packed_file_is_one_block(tmp_path: Path, name: str) -> None:
    path = packed(tmp_path / name, lines(records(30, size=300)))
    assert len(blocks_of(path, 1000)) == 1
    assert found_ids(path, 1000) == [f"a{number}" for number in range(30)]


def test_folders_and_globs_give_archives_only_and_each_once(tmp_path: Path) -> None:
    (tmp_path / "more").mkdir()
    for name in ("b.jsonl", "a.jsonl", "more/c.warc.gz", "notes.txt", "errors.parquet"):
        (tmp_path / name).write_bytes(b"")
    sources = [str(tmp_path), f"{tmp_path}/*.jsonl", str(tmp_path / "a.jsonl")]
    names = [
        Path(file.address).name for file in find_files(sources) if not isinstance(file, Problem)
    ]
    assert names == ["a.jsonl", "b.jsonl", "c.warc.gz"]


def test_what_was_made_is_no_input(tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "articles-a-00000.parquet").write_bytes(b"")
    (tmp_path / "a.jsonl").write_bytes(b"")
    found = list(find_files([str(tmp_path)], f"file://{out}"))
    assert [file.address for file in found if not isinstance(file, Problem)] == [
        f"file://{tmp_path}/a.jsonl"
    ]


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("nothing.jsonl", "there is no such file or folder"),
        ("notes.txt", "is no archive"),
        ("empty", "has no archive"),
        ("*.warc", "has no archive"),
        ("nosuch://host/a.jsonl", "protocol not known"),
    ],
)
def test_a_source_without_an_archive_is_a_sentence(tmp_path: Path, name: str, told: str) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "notes.txt").write_text("No archive.")
    (problem,) = find_files([name if "://" in name else str(tmp_path / name)])
    assert isinstance(problem, Problem)
    assert told in str(problem)


def test_a_file_that_is_no_parquet_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "a.parquet").write_bytes(b"PAR1 not really PAR1")
    (problem,) = cut(files_of(tmp_path)[0])
    assert "is no whole Parquet file" in str(problem)


def test_files_of_one_name_in_two_folders_are_told_apart(tmp_path: Path) -> None:
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a b.jsonl").write_bytes(b"{}\n")
    names = {block.name for block in blocks_of(tmp_path)}
    assert len(names) == 2
    assert all(name.startswith("articles-a-b-jsonl-") for name in names)


def test_a_whole_warc_file_gives_every_page(tmp_path: Path) -> None:
    for name in ("a.warc", "a.warc.gz"):
        path = packed(tmp_path / name, b"".join(warc_records(3)))
        (block,) = blocks_of(path)
        assert isinstance(block, Block)
        found = [entry.page.address for entry in entries(block, COLUMNS) if entry.page]
        assert found == [f"https://varn.example/{number}" for number in range(3)]
