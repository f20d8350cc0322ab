"""Entries of an archive to articles, through the one door for outside text."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from reader.archive.asked import Columns
from reader.archive.entries import Entry, Page
from reader.article import Article, clean_line, make_article
from reader.problems import Problem
from reader.sources.decoding import decode_feed
from reader.sources.pages import main_text
from reader.sources.unpacking import Body, PackingError, TooLargeError

LARGEST_PAGE = 16 * 1024 * 1024
_LONGEST_ID = 200


def article_of(entry: Entry, columns: Columns, *, pages: bool = True) -> Article:
    """Return the article of an entry; raise Problem where it has none.

    Without `pages` the text of a page is not looked for, which takes the longest.
    """
    if entry.problem:
        raise Problem(entry.where, entry.problem)
    if entry.page:
        return _of_page(entry.page, entry.where) if pages else _known(entry.page)
    return _of_fields(entry.fields, entry.where, columns)


def _of_fields(fields: Mapping[str, Any], where: str, columns: Columns) -> Article:
    text = fields.get(columns.text)
    if not isinstance(text, str):
        there = ", ".join(list(fields)[:10])
        has = f"has no text in {columns.text!r}" + (f", only {there}" if there else "")
        raise Problem(where, has)
    article = make_article(
        title=_line(fields.get(columns.title)),
        text=text,
        source=_line(fields.get(columns.source)),
        url=_line(fields.get(columns.url)),
        published=_line(fields.get(columns.published)),
    )
    if not article.text:
        raise Problem(where, "has an empty text")
    known = clean_line(_line(fields.get(columns.id))[:_LONGEST_ID])
    return replace(article, id=known) if known else article


def _line(value: object) -> str:
    """Return a field as text: archives have dates and numbers where feeds have text."""
    if isinstance(value, str):
        return value
    if isinstance(value, datetime | date):
        return value.isoformat()
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else ""


def _of_page(page: Page, where: str) -> Article:
    html = decode_feed(_plain(page, where), page.charset)
    article = main_text(html, where, page.address)
    if not article.text:
        raise Problem(where, "has an empty text")
    # A page is known by the address it was fetched from, whatever it says of itself.
    known = _known(page)
    return replace(article, id=known.id, url=known.url) if known.url else article


def _known(page: Page) -> Article:
    return make_article(title="", text="", url=page.address)


def _plain(page: Page, where: str) -> bytes:
    """Return the bytes of a page; most crawlers unpack what they store and leave the header."""
    try:
        body = Body(page.packing, LARGEST_PAGE)
        body.add(page.data)
        return body.whole()
    except TooLargeError as error:
        raise Problem(where, f"is larger than {LARGEST_PAGE // 1024**2} MB") from error
    except PackingError:
        return page.data
