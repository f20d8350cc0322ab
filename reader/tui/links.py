"""The links of an article: numbered by their addresses, with a note for each below the text."""

from collections.abc import Iterator
from typing import NamedTuple

from reader.article import Article, Markup
from reader.tui.outline import one_line
from summarize import Span

HEADING = "Links"


class Link(NamedTuple):
    """Some words of a text that lead to an address of the web."""

    number: int
    span: Span
    address: str


def links_of(article: Article) -> tuple[Link, ...]:
    """Return the links that a browser may be asked to open, in text order; one address, one number.

    Only http and https are such.
    """
    numbers: dict[str, int] = {}
    return tuple(
        Link(numbers.setdefault(address, len(numbers) + 1), span, address)
        for kind, span, address in article.markup
        if kind == "link" and is_web(address)
    )


def is_web(address: str) -> bool:
    """Tell whether an address is one of the web."""
    return address.lower().startswith(("http://", "https://"))


def with_notes(article: Article, links: tuple[Link, ...]) -> tuple[str, tuple[Markup, ...]]:
    """Return the text with a note for each address below it, and the markup of both."""
    if not links:
        return article.text, article.markup
    parts, markup = [article.text, "\n\n", HEADING], [*article.markup]
    start = len(article.text) + 2
    markup.append(Markup("heading", Span(start, start + len(HEADING))))
    start += len(HEADING)
    for note in _notes(article.text, links):
        parts += ["\n", note]
        markup.append(Markup("item", Span(start + 1, start + 1 + len(note))))
        start += 1 + len(note)
    return "".join(parts), tuple(markup)


def _notes(text: str, links: tuple[Link, ...]) -> Iterator[str]:
    told = 0
    for number, span, address in links:
        if number > told:
            told = number
            words = one_line(span.cut(text))
            yield f"{number}. {address}" if words == address else f"{number}. {words}: {address}"
