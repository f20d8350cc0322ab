"""The text of one file to an article: plain text, Markdown, HTML."""

import re
from collections.abc import Callable, Mapping

from reader.article import Article, clean, make_article
from reader.problems import Problem

_HEADER = re.compile(r"\s*---[ \t]*\n(.*?)\n---[ \t]*(?:\n|\Z)", re.DOTALL)
_HEADER_LINE = re.compile(r"(title|source|published|url)\s*:\s*(.*)")
_LIST_SIGN = re.compile(r"(?:[-*+•‣–—]|\d{1,3}[.)])\s")
_PARAGRAPH_GAP = re.compile(r"\n[ \t]*\n\s*")
_LONGEST_HEADLINE = 200
_LOOKS_LIKE_HTML = re.compile(r"\s*<(?:!doctype html|html|head|body|article)\b", re.IGNORECASE)

Reader = Callable[[str, str], Article]


def read_text(text: str, where: str) -> Article:
    """Return the article of plain text: a `---` header if there is one, else a headline first."""
    fields, body = split_header(clean(text))
    paragraphs = plain_paragraphs(body)
    if "title" not in fields and _is_headline(paragraphs):
        first, _, rest = paragraphs[0].partition("\n")
        fields = {**fields, "title": first}
        paragraphs = [rest, *paragraphs[1:]] if rest else paragraphs[1:]
    return _article(fields, "\n\n".join(paragraphs), where)


def read_markdown(text: str, where: str) -> Article:
    """Return the article of Markdown; its first heading is the title unless a header has one."""
    from reader.sources.markdown import plain_paragraphs

    fields, body = split_header(clean(text))
    heading, paragraphs = plain_paragraphs(body)
    if "title" in fields:
        paragraphs = [heading, *paragraphs]
    elif heading:
        fields = {**fields, "title": heading}
    return _article(fields, "\n\n".join(paragraphs), where)


def read_html(text: str, where: str) -> Article:
    """Return the main text of an HTML page, without its navigation."""
    from reader.sources.pages import main_text

    return main_text(text, where, _spoken_name(where))


READERS: Mapping[str, Reader] = {
    ".txt": read_text,
    ".md": read_markdown,
    ".markdown": read_markdown,
    ".html": read_html,
    ".htm": read_html,
}


def reader_for(suffix: str, text: str) -> Reader:
    """Return the reader for a file's suffix, or for what its text looks like."""
    looks_like = read_html if _LOOKS_LIKE_HTML.match(text) else read_text
    return READERS.get(suffix.lower(), looks_like)


def plain_paragraphs(text: str) -> list[str]:
    """Return the paragraphs of plain text, those that were wrapped by hand on one line each."""
    return [_unwrap(paragraph) for paragraph in _PARAGRAPH_GAP.split(text.strip())]


def split_header(text: str) -> tuple[dict[str, str], str]:
    """Split a `---` block of `title source published url` off the head of `text`."""
    block = _HEADER.match(text)
    if block is None:
        return {}, text
    lines = (_HEADER_LINE.fullmatch(line.strip()) for line in block[1].splitlines())
    fields = {line[1]: line[2].strip() for line in lines if line and line[2].strip()}
    return (fields, text[block.end() :]) if fields else ({}, text)


def _article(fields: Mapping[str, str], body: str, where: str) -> Article:
    article = make_article(
        title=fields.get("title", _spoken_name(where)),
        text=body,
        source=fields.get("source", ""),
        url=fields.get("url", ""),
        published=fields.get("published", ""),
    )
    if not article.text:
        raise Problem(where, "has no text in it")
    return article


def _spoken_name(where: str) -> str:
    stem = where.replace("\\", "/").rpartition("/")[2].rpartition(".")[0] or where
    return re.sub(r"[-_]+", " ", stem).strip()


def _is_headline(paragraphs: list[str]) -> bool:
    """Tell whether the first line stands as a headline: short, text below it, not a sentence."""
    first, _, rest = paragraphs[0].partition("\n")
    if not first or len(first) > _LONGEST_HEADLINE or not (rest or paragraphs[1:]):
        return False
    return not first.endswith((".", "!", '."', ".”", ",", ";", ":"))


def _unwrap(paragraph: str) -> str:
    """Join the lines of a paragraph that was wrapped by hand: about as long, but for the last."""
    lines = [line.strip() for line in paragraph.split("\n")]
    if any(_LIST_SIGN.match(line) for line in lines):
        return "\n".join(lines)
    if max(map(len, lines)) <= 100 and all(len(line) >= 50 for line in lines[:-1]):
        return " ".join(lines)
    return "\n".join(lines)
