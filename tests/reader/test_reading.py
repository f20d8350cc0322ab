"""What is named to be read now: files, standard input, pages and feeds."""

from io import BytesIO
from pathlib import Path

import pytest
from feeds import Item, rss
from web import answer, served

from reader.article import Article
from reader.problems import Problem
from reader.reading import fetch, is_address, is_page, read_given
from reader.sources.fetch import Limits, Response

SOON = Limits(seconds=2)
WORDS = "The ferry left the harbour at nine with all the people who had waited in the rain. "
PAGE = f"<html><title>Ferry</title><article>{f'<p>{WORDS * 4}</p>' * 4}</article></html>".encode()


def read(*sources: str) -> list[str]:
    """Return the titles of what is read, and what is wrong."""
    items = read_given(sources, BytesIO(b"Of input\n\nIt is read."), SOON)
    return [item.title if isinstance(item, Article) else str(item) for item in items]


def test_sources_of_every_kind_are_read_in_their_order(tmp_path: Path) -> None:
    (tmp_path / "file.txt").write_text("Of a file\n\nIt is read.")
    feed = rss([Item("One"), Item("Two")])
    with served({"/page": answer(PAGE), "/feed": answer(feed)}) as web:
        assert read(web.url("/feed"), "-", web.url("/page"), str(tmp_path / "file.txt")) == [
            *("One", "Two", "Of input", "Ferry", "Of a file")
        ]


def test_an_address_that_fails_is_a_problem_in_its_place() -> None:
    with served({"/page": answer(PAGE), "/text": answer(b"Words.")}) as web:
        gone, page, text = read(web.url("/gone?key=abc"), web.url("/page"), web.url("/text"))
        assert gone.startswith(f"{web.url('/gone?key=***')}: is not there")
        assert page == "Ferry"
        assert text.startswith(f"{web.url('/text')}: is not a feed")


def test_only_http_and_https_are_addresses() -> None:
    assert all(map(is_address, ("http://a.example", "HTTPS://A.EXAMPLE")))
    assert not any(map(is_address, ("a.example", "ftp://a.example", "file:///a", "-", "http:")))


@pytest.mark.parametrize(
    ("data", "media_type", "page"),
    [
        (b"<!DOCTYPE html><html>", "", True),
        (b"<?xml version='1.0'?><html xmlns='x'>", "application/xhtml+xml", True),
        (b"<p>A fragment", "text/html; charset=utf-8", True),
        (b"<!-- long -->" * 90 + b"<html>", "", True),
        (b"<rss><channel><description>&lt;html", "text/html", False),
        (b"<rss><channel><description><![CDATA[<html>", "text/html", False),
        (b"<?xml version='1.0'?><rdf:RDF xmlns=''>", "text/html", False),
        (b"<feed xmlns='x'>", "text/xml", False),
        (b'{"version": "https://jsonfeed.org/version/1"}', "application/json", False),
        (b"", "", False),
    ],
)
def test_a_page_is_told_from_a_feed_by_its_first_element(
    data: bytes, media_type: str, *, page: bool
) -> None:
    assert is_page(Response(data, "http://a.example/", media_type=media_type)) == page


def test_an_address_that_the_person_did_not_name_may_not_be_local() -> None:
    with served({"/": answer(PAGE)}) as web:
        assert fetch(web.url("/"), SOON).data == PAGE
        with pytest.raises(Problem, match="is on a private network"):
            fetch(web.url("/"), SOON, named="http://news.example/")
