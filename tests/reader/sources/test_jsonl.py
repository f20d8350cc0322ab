"""Articles come in as JSON, one object a line, and a bad line is named."""

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from reader.article import Article, is_clean
from reader.problems import Problem
from reader.sources.jsonl import read_articles

WHOLE = {
    "id": "0123456789ab",
    "title": "Mill burns",
    "source": "Varn Courier",
    "url": "https://varn.example/mill",
    "published": "2026-05-03T21:10:00+02:00",
    "read": True,
    "starred": False,
    "tags": [],
    "text": "The mill burned.\n\nAll of it.",
}


def read(*lines: bytes | dict[str, Any]) -> list[Article | Problem]:
    data = [line if isinstance(line, bytes) else json.dumps(line).encode() for line in lines]
    return list(read_articles(data, "a.jsonl"))


def test_what_was_listed_is_added_again_with_its_id() -> None:
    (article,) = read(WHOLE)
    assert isinstance(article, Article)
    told = {name: getattr(article, name) for name in WHOLE if hasattr(article, name)}
    assert told == {name: WHOLE[name] for name in told}
    assert set(told) == {"id", "title", "source", "url", "published", "text"}


def test_a_text_alone_is_an_article() -> None:
    (article,) = read({"text": "Some words.", "id": 7, "title": None, "url": ["x"]})
    assert isinstance(article, Article)
    assert (article.text, article.title, article.url) == ("Some words.", "", "")
    assert article.id


def test_a_bad_line_is_named_and_the_others_are_read() -> None:
    items = read(b"\xef\xbb\xbf", WHOLE, b"\n", b"{broken", {"title": "x"}, b"\xff", {"text": " "})
    assert [str(item) for item in items if isinstance(item, Problem)] == [
        "a.jsonl, line 4: is not a whole object of JSON in UTF-8",
        "a.jsonl, line 5: has no text; a line is an object with title and text",
        "a.jsonl, line 6: is not a whole object of JSON in UTF-8",
        "a.jsonl, line 7: has an empty text",
    ]
    assert sum(isinstance(item, Article) for item in items) == 1


def test_a_file_without_a_line_is_empty() -> None:
    assert [str(item) for item in read(b" \n", b"")] == ["a.jsonl: is empty"]


def test_deep_nesting_and_long_numbers_are_bad_lines() -> None:
    items = read(b"[" * 100_000, b'{"text": ' + b"9" * 5000 + b"}")
    assert all(isinstance(item, Problem) for item in items)


@given(st.dictionaries(st.sampled_from([*WHOLE, "x"]), st.text() | st.integers()))
def test_every_object_gives_a_clean_article_or_a_problem(told: dict[str, Any]) -> None:
    for item in read(told):
        if isinstance(item, Article):
            assert all(map(is_clean, (item.id, item.title, item.text, item.source, item.url)))
