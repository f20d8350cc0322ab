"""Where the words of a query stand in a text: as spans, by the rules that the search goes by."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing

from reader.library.queries import parse
from reader.library.schema import SEARCH_OPTIONS
from summarize import Span

# Neither can be in a text that came in by `make_article`.
_OPEN, _CLOSE = "\x01", "\x02"


def highlights(text: str, query: str) -> tuple[Span, ...]:
    """Return where the wanted words and phrases of a query stand in a text, in order.

    Raises `Problem` as a search does.
    """
    wanted = parse(query).wanted
    if not wanted or _OPEN in text or _CLOSE in text:
        return ()
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute(f"CREATE VIRTUAL TABLE one USING fts5 (text, {SEARCH_OPTIONS})")
        connection.execute("INSERT INTO one VALUES (?)", (text,))
        row = connection.execute(
            "SELECT highlight(one, 0, ?, ?) FROM one WHERE one MATCH ?",
            (_OPEN, _CLOSE, " OR ".join(wanted)),
        ).fetchone()
    return tuple(_spans(row[0])) if row else ()


def _spans(marked: str) -> Iterator[Span]:
    """Give the places between the marks, as places of the text without them."""
    before, *pieces = marked.split(_OPEN)
    start = len(before)
    for piece in pieces:
        found, _, rest = piece.partition(_CLOSE)
        yield Span(start, start + len(found))
        start += len(found) + len(rest)
