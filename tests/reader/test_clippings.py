"""Clippings pile up in two files of the person's, whoever else writes there."""

import json
import multiprocessing
import stat
from pathlib import Path

import pytest
from citing import HARD, article_with

from reader.clippings import Clipping, Files, clip, clippings
from reader.problems import Problem

AT = 1_780_000_000.0


@pytest.fixture
def files(tmp_path: Path) -> Files:
    return Files(tmp_path / "notes" / "clippings.md", tmp_path / "data" / "clippings.jsonl")


def kept(files: Files) -> list[Clipping]:
    found = list(clippings(files.records))
    assert not [one for one in found if isinstance(one, Problem)]
    return [one for one in found if isinstance(one, Clipping)]


def test_a_clipping_is_in_both_files_and_the_message_names_the_one_for_people(files: Files) -> None:
    article, citation = article_with("plain words")
    assert clip(citation, files, AT) == f"Clipped 13 characters to {files.markdown}"
    assert files.markdown.read_text().startswith(
        "> “plain words”\n>\n> — Ilka Brandt (inferred), ["
    )
    (one,) = kept(files)
    assert (one.words, one.who) == ("“plain words”", "Ilka Brandt (inferred)")
    assert (one.article.id, one.article.title) == (article.id, article.title)
    assert one.record["clipped"] == "2026-05-28T20:26:40Z"
    assert one.record["version"] == 1


def test_the_files_are_private_and_only_grow(files: Files) -> None:
    before = b""
    for words in HARD:
        clip(article_with(words)[1], files, AT)
        now = files.records.read_bytes()
        assert now.startswith(before)
        before = now
    assert [one.record["text"] for one in kept(files)] == [
        article_with(words)[1].words for words in HARD
    ]
    assert {stat.S_IMODE(path.stat().st_mode) for path in files} == {0o600}


def test_what_somebody_else_wrote_stays_and_a_lacking_line_end_is_made_up_for(files: Files) -> None:
    for path in files:
        path.parent.mkdir()
        path.write_text("mine, without an end")
    clip(article_with("x")[1], files, AT)
    assert files.markdown.read_text().startswith("mine, without an end\n> “x”")
    first, second = clippings(files.records)
    assert isinstance(first, Problem)
    assert str(first) == f"{files.records}, line 1: is no clipping"
    assert isinstance(second, Clipping)


@pytest.mark.parametrize(
    "line",
    ["{", "[]", "3", "null", "{}", '{"text": 1, "article": {}, "speaker": null}', "[" * 10_000,
     '{"text": "x", "speaker": {"name": 3}, "article": {}}'],
)  # fmt: skip
def test_a_line_that_is_no_clipping_is_a_problem_and_the_rest_is_read(
    files: Files, line: str
) -> None:
    clip(article_with("x")[1], files, AT)
    with files.records.open("a") as stream:
        stream.write(f"{line}\n")
    clip(article_with("y")[1], files, AT)
    assert [type(one) for one in clippings(files.records)] == [Clipping, Problem, Clipping]


def test_control_characters_in_the_file_do_not_come_out(files: Files) -> None:
    clip(article_with("x")[1], files, AT)
    (line,) = files.records.read_text().splitlines()
    told = json.loads(line) | {"text": "\x1b]52;c;eA==\x07bad\u202e"}
    files.records.write_text(json.dumps(told))
    assert [one.words for one in kept(files)] == ["bad"]


def test_a_file_that_is_not_there_holds_none(files: Files) -> None:
    assert kept(files) == []


def test_a_file_that_cannot_be_written_to_is_named(tmp_path: Path) -> None:
    for files in (Files(tmp_path, tmp_path / "a"), Files(tmp_path / "b", tmp_path)):
        with pytest.raises(Problem, match=r"cannot be written to \(is a directory\)") as raised:
            clip(article_with("x")[1], files, AT)
        assert raised.value.where == str(tmp_path)


def _clip_many(files: Files, name: str) -> None:
    for number in range(50):
        clip(article_with(f"{name} {number} " + "long " * 400)[1], files, AT)


def test_several_processes_may_clip_at_once(files: Files) -> None:
    spawn = multiprocessing.get_context("fork")
    names = ("a", "b", "c")
    workers = [spawn.Process(target=_clip_many, args=(files, name)) for name in names]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(60)
    assert [worker.exitcode for worker in workers] == [0, 0, 0]
    said = [one.words.split()[:2] for one in kept(files)]
    assert sorted(said) == sorted([f"“{name}", str(n)] for name in names for n in range(50))
    for name in names:  # each in its own order
        assert [int(n) for who, n in said if who == f"“{name}"] == list(range(50))
    assert files.markdown.read_text().count("\n\n> “") == 149
    assert files.markdown.stat().st_size > 150 * 2000
