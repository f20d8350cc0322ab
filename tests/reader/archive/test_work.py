"""A block's articles are digested as one by one; whatever is wrong with a record is named."""

import errno
import gzip
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NoReturn

import pytest
from archives import done, ids, lines, packed, page, parquet, rows, warc_record, warc_records
from backports import zstd
from invented import records

from reader.archive.asked import Asked, Columns
from reader.archive.tables import Writer
from reader.article import Article
from reader.records import digest_record
from reader.sources.jsonl import read_articles
from summarize import digest

GOOD = list(records(3))


def test_a_row_is_the_digest_as_json_has_it(tmp_path: Path) -> None:
    path = packed(tmp_path / "a.jsonl", lines(GOOD))
    (tally,) = done(path, tmp_path / "out", Asked(sentences=2))
    (article,) = read_articles([lines(GOOD[:1])], "a.jsonl")
    assert isinstance(article, Article)
    found = digest(article.text, title=article.title, sentences=2)
    assert rows(tmp_path / "out")[0] == json.loads(json.dumps(digest_record(article, found)))
    assert (tally.articles, tally.failures, tally.problem) == (3, [], None)


def test_method_language_and_text_are_as_asked(tmp_path: Path) -> None:
    path = packed(tmp_path / "a.jsonl", lines(GOOD))
    done(path, tmp_path / "out", Asked(method="lead", sentences=1, language="de", text=False))
    for row in rows(tmp_path / "out"):
        assert "text" not in row
        assert row["language"] == "de"
        assert row["summary"]["method"] == "lead"
        assert [pick["rank"] for pick in row["summary"]["picks"]] == [1]


def test_columns_may_have_other_names(tmp_path: Path) -> None:
    told = [
        {"body": one["text"], "headline": one["title"], "key": number}
        for number, one in enumerate(GOOD)
    ]
    columns = Columns(text="body", title="headline", id="key")
    for name, path in (
        ("json", packed(tmp_path / "a.jsonl", lines(told))),
        ("parquet", parquet(tmp_path / "a.parquet", told)),
    ):
        done(path, tmp_path / name, Asked(method="lead", columns=columns))
        found = rows(tmp_path / name)
        assert [row["id"] for row in found] == ["0", "1", "2"]
        assert [row["title"] for row in found] == [one["title"] for one in GOOD]


def test_dates_of_parquet_are_dates(tmp_path: Path) -> None:
    from datetime import UTC, datetime

    told = [{"text": "One day.", "published": datetime(2017, 5, 4, 8, tzinfo=UTC)}]
    done(parquet(tmp_path / "a.parquet", told), tmp_path / "out")
    assert rows(tmp_path / "out")[0]["published"] == "2017-05-04T08:00:00+00:00"


def test_outside_text_comes_in_clean(tmp_path: Path) -> None:
    told = [{"title": "A\x1b]52;c;aGk=\x07 title", "text": "One\u202e day\ud800.", "id": "a\x00b"}]
    done(packed(tmp_path / "a.jsonl", lines(told)), tmp_path / "out")
    (row,) = rows(tmp_path / "out")
    assert (row["title"], row["text"], row["id"]) == ("A title", "One day.", "ab")


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (b"no JSON", "is not a whole object of JSON"),
        (b'{"text": "cut off', "is not a whole object of JSON"),
        (b'{"text": "\xff\xfe"}', "is not a whole object of JSON"),
        (b"[" * 100_000, "is not a whole object of JSON"),
        (b"[1]", "is JSON but no object"),
        (b'{"title": "x", "body": "y"}', "has no text in 'text', only title, body"),
        (b'{"text": 5}', "has no text in 'text'"),
        (b'{"text": " "}', "has an empty text"),
        (b'"' + b"x" * (17 << 20) + b'"', "is larger than 16 MB"),
    ],
)
def test_a_line_that_is_no_article_is_named_and_costs_no_other(
    tmp_path: Path, line: bytes, why: str
) -> None:
    first = lines(GOOD[:1])
    (tally,) = done(
        packed(tmp_path / "a.jsonl", first + line + b"\n" + lines(GOOD[1:])), tmp_path / "out"
    )
    assert ids(tmp_path / "out") == ["a0", "a1", "a2"]
    ((where, sentence),) = tally.failures
    assert where == f"byte {len(first):,}"
    assert why in sentence


@pytest.mark.parametrize("name", ["a.jsonl.gz", "a.jsonl.zst"])
def test_what_comes_before_the_end_of_a_truncated_file_is_digested(
    tmp_path: Path, name: str
) -> None:
    path = packed(tmp_path / name, lines(records(200)))
    path.write_bytes(path.read_bytes()[:-5000])
    (tally,) = done(path, tmp_path / "out")
    assert 50 < tally.articles < 200
    assert [why for _, why in tally.failures] == ["the file ends too early"]


def test_damage_in_a_packed_file_is_named(tmp_path: Path) -> None:
    for name, data in (("a.jsonl.gz", gzip.compress(b"{}")), ("b.jsonl.zst", zstd.compress(b"{}"))):
        (tmp_path / name).write_bytes(data[:4] + b"\xff" * 40)
        (tally,) = done(tmp_path / name, tmp_path / "out")
        assert tally.failures == [("line 1", "the file is damaged from here on")]


def test_a_parquet_file_without_the_column_is_a_sentence(tmp_path: Path) -> None:
    path = parquet(tmp_path / "a.parquet", [{"title": "x", "body": "y"}])
    (tally,) = done(path, tmp_path / "out")
    assert str(tally.problem) == (
        f"{path}: has no column 'text', only title, body; name it with --text-column"
    )
    assert not list((tmp_path / "out").glob("*.parquet"))


def test_a_row_without_a_text_is_named(tmp_path: Path) -> None:
    path = parquet(tmp_path / "a.parquet", [*GOOD, {"title": "x", "text": None}])
    (tally,) = done(path, tmp_path / "out")
    assert tally.articles == 3
    assert [where for where, _ in tally.failures] == ["row 4"]


def test_pages_of_a_warc_file_are_digested_without_what_is_around_them(tmp_path: Path) -> None:
    path = packed(tmp_path / "a.warc.gz", b"".join(warc_records(2)))
    (tally,) = done(path, tmp_path / "out")
    found = rows(tmp_path / "out")
    assert tally.articles == 2
    assert [row["url"] for row in found] == [one["url"] for one in GOOD[:2]]
    assert [row["title"] for row in found] == [one["title"] for one in GOOD[:2]]
    assert all("Home" not in row["text"] for row in found)


def test_a_page_that_is_still_packed_is_unpacked(tmp_path: Path) -> None:
    body = gzip.compress(page(GOOD[0]))
    record = warc_record("https://a.example/", body, head="Content-Encoding: gzip\r\n")
    done(packed(tmp_path / "a.warc", record), tmp_path / "out")
    assert rows(tmp_path / "out")[0]["title"] == GOOD[0]["title"]


DAMAGED: Mapping[str, tuple[Callable[[list[bytes]], bytes], int]] = {
    "bytes between records": (lambda good: good[0] + b"not\r\na: record\r\n\r\n" + good[1], 2),
    "a record that is cut off": (lambda good: good[0] + good[1][:-900], 1),
    "a record that is cut off before another": (lambda good: good[0][:-900] + good[1], 1),
    "no WARC at all": (lambda _good: b"something else", 0),
    "nothing": (lambda _good: b"", 0),
}


@pytest.mark.parametrize("name", DAMAGED)
@pytest.mark.parametrize("way", ["plain", "by record", "as a whole"])
def test_broken_records_of_warc_are_named_and_cost_no_other(
    tmp_path: Path, name: str, way: str
) -> None:
    damage, whole = DAMAGED[name]
    good = [gzip.compress(one) if way == "by record" else one for one in warc_records(2)]
    path = tmp_path / ("a.warc" if way == "plain" else "a.warc.gz")
    path.write_bytes(gzip.compress(damage(good)) if way == "as a whole" else damage(good))
    (tally,) = done(path, tmp_path / "out")
    assert tally.articles == whole
    assert len(tally.failures) == 1


def test_a_warc_file_packed_as_a_whole_and_truncated_is_read_up_to_there(tmp_path: Path) -> None:
    data = gzip.compress(b"".join(warc_records(40)))
    (tmp_path / "a.warc.gz").write_bytes(data[: len(data) // 2])
    (tally,) = done(tmp_path / "a.warc.gz", tmp_path / "out")
    assert 10 < tally.articles < 30
    assert len(tally.failures) == 1


def test_records_that_are_no_pages_are_no_failures(tmp_path: Path) -> None:
    robots = warc_record("https://a.example/robots.txt", b"Disallow: /").replace(
        b"text/html", b"text/text"
    )
    data = warc_record("https://a.example/", b"GET /", kind="request") + robots
    (tally,) = done(packed(tmp_path / "a.warc", data + warc_records(1)[0]), tmp_path / "out")
    assert (tally.articles, tally.failures) == (1, [])


def test_a_page_without_an_article_is_named(tmp_path: Path) -> None:
    record = warc_record("https://a.example/", b"<html></html>")
    (tally,) = done(packed(tmp_path / "a.warc", record), tmp_path / "out")
    ((where, why),) = tally.failures
    assert where == "byte 0, https://a.example/"
    assert "has no article text" in why


def test_an_id_that_comes_again_in_a_block_is_a_duplicate(tmp_path: Path) -> None:
    (tally,) = done(packed(tmp_path / "a.jsonl", lines([*GOOD, *GOOD[:2]])), tmp_path / "out")
    assert (tally.articles, tally.duplicates) == (3, 2)
    assert ids(tmp_path / "out") == ["a0", "a1", "a2"]


def test_a_full_disk_is_a_sentence_and_leaves_nothing_half_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_self: Writer, _note: Any) -> NoReturn:  # noqa: ANN401 - as in the writer
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Writer, "close", full)
    path = packed(tmp_path / "a.jsonl", lines(GOOD))
    (tally,) = done(path, tmp_path / "out")
    assert "there is no room left" in str(tally.problem)
    assert "the same command does it later" in str(tally.problem)
    assert tally.articles == 0
    assert [entry.name for entry in (tmp_path / "out").iterdir()] == [".errors"]


def test_a_mistake_of_ours_costs_no_other_article(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(text: str, **options: Any) -> Any:  # noqa: ANN401 - as `digest`
        if text == "Break.":
            raise IndexError("too far")
        return digest(text, **options)

    monkeypatch.setattr("reader.archive.work.digest", breaks)
    told = [GOOD[0], {"id": "bad", "text": "Break."}, GOOD[1]]
    (tally,) = done(packed(tmp_path / "a.jsonl", lines(told)), tmp_path / "out")
    assert ids(tmp_path / "out") == ["a0", "a1"]
    assert tally.failures == [("article bad", "our mistake: IndexError('too far')")]
