"""A citation as a block quote in Markdown (CommonMark), and words that Markdown leaves alone."""

import re
from collections.abc import Iterable

from reader.citations.citation import Citation, said_by
from reader.citations.fragments import passage_address

_ACTIVE = re.compile(r"[\\`*_\[\]<>&~|]")
_AT_LINE_START = re.compile(r"^(?:[#+=-]|\d+(?=[.)]))")


def block_quote(citation: Citation) -> str:
    """Return the words as a block quote, their source below; the title leads to the words."""
    source = f"— {', '.join(_about(citation))}"
    context = [f"in: {escaped(citation.context)}"] if citation.context else []
    return quoted_lines([*paragraphs(citation.words), *context, source])


def quoted_lines(blocks: Iterable[str]) -> str:
    """Return paragraphs as one block quote."""
    return "\n>\n".join(f"> {block}" for block in blocks)


def paragraphs(text: str) -> list[str]:
    """Return the lines of a text as paragraphs of Markdown."""
    return [escaped(line) for line in text.split("\n") if line.strip()]


def escaped(text: str) -> str:
    """Return words on one line so that Markdown shows them as they are."""
    line = _ACTIVE.sub(r"\\\g<0>", " ".join(text.split()))
    start = _AT_LINE_START.match(line)
    if start is None:
        return line
    last = start.end()
    return f"{line[:last]}\\{line[last:]}" if line[0].isdigit() else f"\\{line}"


def link(words: str, address: str) -> str:
    """Return words that lead to an address, where there is one."""
    if not address:
        return escaped(words)
    for sign, code in (("\\", "%5C"), ("<", "%3C"), (">", "%3E"), (" ", "%20")):
        address = address.replace(sign, code)
    return f"[{escaped(words)}](<{address}>)"


def _about(citation: Citation) -> Iterable[str]:
    article = citation.article
    address = passage_address(article.url, article.text, citation.span)
    title = link(article.title or address, address)
    about = (said_by(citation.value), None, article.source, citation.date)
    return [title if part is None else escaped(part) for part in about if part != ""]
