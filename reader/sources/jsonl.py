"""Articles as JSON, one object a line: what `pullquote list --format json --text` writes."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from reader.article import Article, clean_line, make_article
from reader.problems import Problem

_LONGEST_ID = 200
_FIELDS = ("title", "source", "url", "published")


def read_articles(lines: Iterable[bytes], where: str) -> Iterator[Article | Problem]:
    """Yield the article of each line, and a Problem that names the line for each that has none.

    A line needs `text`; it may have `title`, `id`, `url`, `published` and `source`. An id is kept.
    """
    found = False
    for number, line in enumerate(lines, 1):
        if line := line.removeprefix(b"\xef\xbb\xbf").strip():
            found = True
            try:
                yield _article(line)
            except _Wrong as wrong:
                yield Problem(f"{where}, line {number}", str(wrong))
    if not found:
        yield Problem(where, "is empty")


def looks_like_articles(line: bytes) -> bool:
    """Tell whether the first line of a text is an article as JSON."""
    try:
        _article(line)
    except _Wrong:
        return False
    return True


class _Wrong(Exception):  # noqa: N818 - the reason why a line has no article
    pass


def _article(line: bytes) -> Article:
    try:
        told = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise _Wrong("is not a whole object of JSON in UTF-8") from error
    if not isinstance(told, dict) or not isinstance(told.get("text"), str):
        raise _Wrong("has no text; a line is an object with title and text")
    title, source, url, published = (_string(told, name) for name in _FIELDS)
    article = make_article(
        title=title, text=told["text"], source=source, url=url, published=published
    )
    if not article.text:
        raise _Wrong("has an empty text")
    known = clean_line(_string(told, "id")[:_LONGEST_ID])
    return replace(article, id=known) if known else article


def _string(told: dict[str, Any], name: str) -> str:
    value = told.get(name)
    return value if isinstance(value, str) else ""
