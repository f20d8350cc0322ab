"""Markdown to a heading and paragraphs that read without its marks."""

from collections.abc import Iterable, Iterator
from itertools import takewhile

from markdown_it import MarkdownIt
from markdown_it.token import Token

from reader.sources.cells import row_line

_PARSER = MarkdownIt("commonmark").enable("table")
_BULLETS = "•◦▪"  # of lists, of those in them, and of all deeper ones
_LISTS = frozenset({"ul", "ol"})
_KEPT_AS_IT_STANDS = ("text", "code_inline", "html_inline")


def plain_paragraphs(text: str) -> tuple[str, list[str]]:
    """Return the first top heading (or "") and every block of text below it, in order.

    A table is one block with a row on each line; the rows of one that lays out a page come cell by
    cell.
    """
    title = ""
    paragraphs: list[str] = []
    for kind, words in _blocks(_PARSER.parse(text)):
        if kind == "h1" and not title and not paragraphs:
            title = words
        elif words:
            paragraphs.append(words)
    return title, paragraphs


def _blocks(tokens: Iterable[Token]) -> Iterator[tuple[str, str]]:
    """Yield (tag of the block, its words); a list item opens with its sign or number."""
    tag, sign, lists = "", "", 0
    tokens = iter(tokens)
    for token in tokens:
        lists += token.nesting if token.tag in _LISTS else 0
        if token.type == "list_item_open":
            bullet = _BULLETS[min(lists, len(_BULLETS)) - 1]
            sign = f"{token.info}{token.markup} " if token.info else f"{bullet} "
        elif token.type == "table_open":
            yield from (("table", words) for words in _table(tokens))
        elif token.type.endswith("_open"):
            tag = token.tag
        elif token.type == "inline":
            yield tag, sign + _words(token.children or ())
            sign = ""
        elif token.type in ("fence", "code_block"):
            yield "code", token.content.rstrip()
        elif token.type == "html_block" and not token.content.startswith("<!--"):
            yield "html", token.content.strip()


def _table(tokens: Iterator[Token]) -> Iterator[str]:
    """Yield the blocks of a table: rows that follow each other, and cells that are paragraphs."""
    lines: list[str] = []
    for cells in _rows(tokens):
        if line := row_line(cells):
            lines.append(line)
        else:
            yield "\n".join(lines)
            lines = []
            yield from cells
    yield "\n".join(lines)


def _rows(tokens: Iterator[Token]) -> Iterator[list[str]]:
    """Yield the cells of each row that have words, up to the end of the table."""
    cells: list[str] = []
    for token in takewhile(lambda token: token.type != "table_close", tokens):
        if token.type == "inline" and (words := _words(token.children or ())):
            cells.append(words)
        elif token.type == "tr_close":
            yield cells
            cells = []


def _words(children: Iterable[Token]) -> str:
    return "".join(_word(child) for child in children).strip()


def _word(token: Token) -> str:
    if token.type in _KEPT_AS_IT_STANDS or token.type == "image":
        return token.content
    return " " if token.type == "softbreak" else "\n" if token.type == "hardbreak" else ""
