"""Markdown to a heading and paragraphs that read without its marks."""

from collections.abc import Iterable, Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token

_KEPT_AS_IT_STANDS = ("text", "code_inline", "html_inline")


def plain_paragraphs(text: str) -> tuple[str, list[str]]:
    """Return the first top heading (or "") and every block of text below it, in order."""
    title = ""
    paragraphs: list[str] = []
    for kind, words in _blocks(MarkdownIt("commonmark").parse(text)):
        if kind == "h1" and not title and not paragraphs:
            title = words
        elif words:
            paragraphs.append(words)
    return title, paragraphs


def _blocks(tokens: Iterable[Token]) -> Iterator[tuple[str, str]]:
    """Yield (tag of the block, its words); a list item opens with its sign or number."""
    tag, sign = "", ""
    for token in tokens:
        if token.type == "list_item_open":
            sign = f"{token.info}{token.markup} " if token.info else "• "
        elif token.type.endswith("_open"):
            tag = token.tag
        elif token.type == "inline":
            yield tag, sign + _words(token.children or ())
            sign = ""
        elif token.type in ("fence", "code_block"):
            yield "code", token.content.rstrip()
        elif token.type == "html_block" and not token.content.startswith("<!--"):
            yield "html", token.content.strip()


def _words(children: Iterable[Token]) -> str:
    return "".join(_word(child) for child in children).strip()


def _word(token: Token) -> str:
    if token.type in _KEPT_AS_IT_STANDS or token.type == "image":
        return token.content
    return " " if token.type == "softbreak" else "\n" if token.type == "hardbreak" else ""
