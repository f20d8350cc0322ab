"""What opens is an article, what does not is one sentence, and the rest still opens."""

import os
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import NoReturn

import pytest

from reader.article import Article
from reader.problems import Problem
from reader.sources.files import LARGEST, read_file, read_folder, read_sources

TEXT = "Mill burns\n\nThe old mill on the Varn burned down on Sunday."


def put(path: Path, data: bytes | str = TEXT) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def problem(item: Article | Problem) -> str:
    assert isinstance(item, Problem)
    return item.sentence


def titles(items: Iterator[Article | Problem]) -> list[str]:
    return [item.title if isinstance(item, Article) else str(item) for item in items]


def read(*sources: str | Path, stdin: bytes = b"") -> list[str]:
    return titles(read_sources(map(str, sources), BytesIO(stdin)))


@pytest.mark.parametrize("name", ["a.txt", "a.MD", "a", "a.news", "a\n\x1b[2Jb.txt", "a\udcff.txt"])
def test_a_file_opens_whatever_its_name(tmp_path: Path, name: str) -> None:
    (article,) = read_file(put(tmp_path / name))
    assert isinstance(article, Article)
    assert "burned down on Sunday." in article.text


def test_a_folder_opens_with_the_folders_in_it_by_name_without_hidden_files(tmp_path: Path) -> None:
    for name in (
        "b.txt",
        "a.md",
        "c/d/e.htm",
        "c/a.txt",
        ".hidden.txt",
        ".git/x.txt",
        "x.pdf",
        "x",
    ):
        put(tmp_path / name, f"From {name}\n\n{TEXT}".replace("htm\n", "htm<p>"))
    assert titles(read_folder(tmp_path))[:3] == ["a", "From b.txt", "From c/a.txt"]
    assert len(titles(read_folder(tmp_path))) == 4


def test_sources_open_in_the_order_given(tmp_path: Path) -> None:
    put(tmp_path / "z" / "one.txt", f"One\n\n{TEXT}")
    two = put(tmp_path / "a.txt", f"Two\n\n{TEXT}")
    assert read(tmp_path / "z", "-", two, stdin=f"Three\n\n{TEXT}".encode()) == [
        "One",
        "Three",
        "Two",
    ]


def test_standard_input_may_be_a_page_or_western_text() -> None:
    page = (
        "<!doctype html><title>Été</title><p>The old mill on the Varn burned down on Sunday night."
    )
    assert read("-", stdin=page.encode("cp1252")) == ["Été"]


def sparse(path: Path) -> Path:
    with path.open("wb") as stream:
        stream.truncate(50 * 1024**2)
    return path


def test_a_file_of_50_mb_is_too_large_and_is_not_read_whole(tmp_path: Path) -> None:
    large = sparse(tmp_path / "large.txt")
    assert problem(*read_file(large)) == "is larger than 16 MB; split it into articles"
    with large.open("rb") as stdin:
        (item,) = read_sources(["-"], stdin)
        assert str(item) == "standard input: is larger than 16 MB; split it into articles"
        assert stdin.tell() <= LARGEST + 1


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "is empty"),
        (b" \r\n\t ", "is empty"),
        (b"\xef\xbb\xbf", "has no text in it"),
        (b"\x7fELF\x02\x01\x01\0\0", "is a binary file, not text; open .txt, .md or .html files"),
        (b"caf\x81\x8d", "has bytes that are neither UTF-8 nor Windows-1252, the first at 3;"),
    ],
)
def test_a_file_that_is_no_text_is_one_sentence(tmp_path: Path, data: bytes, sentence: str) -> None:
    assert problem(*read_file(put(tmp_path / "a.txt", data))).startswith(sentence)


def test_a_file_that_is_not_there_or_not_readable_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "loop.txt").symlink_to("loop.txt")
    (tmp_path / "gone.txt").symlink_to("nowhere")
    put(tmp_path / "a.txt")
    assert read(
        *(tmp_path / name for name in ("no.txt", "gone.txt", "a.txt/b.txt", "loop.txt"))
    ) == [
        f"{tmp_path}/no.txt: there is no such file or folder",
        f"{tmp_path}/gone.txt: there is no such file or folder",
        f"{tmp_path}/a.txt/b.txt: cannot be read (not a directory)",
        f"{tmp_path}/loop.txt: cannot be read (too many levels of symbolic links)",
    ]
    assert read("n" * 5000) == [f"{'n' * 5000}: cannot be read (file name too long)"]


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_or_folder_that_may_not_be_read_is_one_sentence(tmp_path: Path) -> None:
    put(tmp_path / "a.txt").chmod(0)
    put(tmp_path / "b" / "b.txt").parent.chmod(0)
    put(tmp_path / "c.txt")
    assert read(tmp_path) == [
        f"{tmp_path}/a.txt: cannot be read (permission denied)",
        "Mill burns",
        f"{tmp_path}/b: cannot be read (permission denied)",
    ]
    assert read(tmp_path / "b" / "b.txt") == [
        f"{tmp_path}/b/b.txt: cannot be read (permission denied)"
    ]
    (tmp_path / "b").chmod(0o700)


def test_a_folder_that_may_not_be_listed_is_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(folder: str) -> NoReturn:
        raise PermissionError(13, "Permission denied", folder)

    monkeypatch.setattr(os, "scandir", refuse)
    assert titles(read_folder(tmp_path)) == [f"{tmp_path}: cannot be read (permission denied)"]


def test_an_input_that_breaks_off_is_one_sentence() -> None:
    class Broken(BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            raise OSError(5, "Input/output error", size)

    assert titles(read_sources(["-"], Broken())) == [
        "standard input: cannot be read (input/output error)"
    ]


def test_a_folder_without_articles_is_one_sentence(tmp_path: Path) -> None:
    put(tmp_path / "picture.jpg")
    (tmp_path / "empty").mkdir()
    assert read(tmp_path) == [f"{tmp_path}: has no .txt, .md, .html or .jsonl file in it"]


def test_a_fifo_in_a_folder_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    put(tmp_path / "a.txt")
    assert read(tmp_path) == ["Mill burns"]


def test_what_does_not_open_keeps_nothing_else_from_opening(tmp_path: Path) -> None:
    put(tmp_path / "a.txt", b"\0binary")
    put(tmp_path / "b.txt", f"B\n\n{TEXT}")
    sparse(tmp_path / "c.txt")
    put(tmp_path / "d.txt", b"")
    put(tmp_path / "e.txt", f"E\n\n{TEXT}")
    found = read("nowhere.txt", tmp_path, "-", stdin=TEXT.encode())
    assert [title for title in found if ": " not in title] == ["B", "E", "Mill burns"]
    assert len(found) == 7


def test_a_jsonl_file_gives_an_article_a_line_also_in_a_folder(tmp_path: Path) -> None:
    put(
        tmp_path / "a.jsonl",
        '{"title": "One", "text": "x"}\n{"title": 2}\n{"title": "Three", "text": "y"}',
    )
    put(tmp_path / "b.txt", f"Four\n\n{TEXT}")
    assert titles(read_folder(tmp_path)) == [
        "One",
        f"{tmp_path}/a.jsonl, line 2: has no text; a line is an object with title and text",
        "Three",
        "Four",
    ]


def test_standard_input_may_be_articles_as_json() -> None:
    assert read("-", stdin=b'{"title": "One", "text": "x"}\n{"title": "Two", "text": "y"}\n') == [
        "One",
        "Two",
    ]
