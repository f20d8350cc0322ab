"""JSON Feed (jsonfeed.org, versions 1 and 1.1) to what it tells."""

import json
from typing import Any

from reader.problems import Problem
from reader.sources.feed_documents import FeedDocument, FeedItem


def read_json_feed(text: str, where: str) -> FeedDocument:
    """Return what a JSON Feed tells; raise Problem where it is none."""
    try:
        told = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise Problem(where, "is JSON that is damaged or not complete") from error
    items = told.get("items") if isinstance(told, dict) else None
    if not isinstance(items, list):
        raise Problem(where, "is JSON, but not a JSON Feed: it has no list of items")
    return FeedDocument(
        title=_string(told, "title"),
        home=_string(told, "home_page_url"),
        items=[_item(item) for item in items if isinstance(item, dict)],
    )


def _item(told: dict[str, Any]) -> FeedItem:
    return FeedItem(
        guid=_string(told, "id"),
        title=_string(told, "title"),
        link=_string(told, "url") or _string(told, "external_url"),
        published=_string(told, "date_published") or _string(told, "date_modified"),
        content=_string(told, "content_html") or _string(told, "content_text"),
        summary=_string(told, "summary"),
    )


def _string(told: dict[str, Any], name: str) -> str:
    """Return a field as text; some feeds have numbers for ids. What is neither is nothing."""
    value = told.get(name)
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) < 10**30:
        return str(value)
    return value if isinstance(value, str) else ""
