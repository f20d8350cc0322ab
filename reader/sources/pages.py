"""An HTML page to its article, by trafilatura."""

import re
import sys

from lxml import etree

from reader.article import Article, clean, is_clean, make_article
from reader.problems import Problem
from reader.sources.html import Passages, read_fragment

# The elements that trafilatura writes, by those of HTML that say the same.
_AS_HTML = {
    "head": "h2",
    "list": "ul",
    "item": "li",
    "quote": "blockquote",
    "lb": "br",
    "row": "tr",
    "cell": "td",
}
_REFERENCE = re.compile("&#(?:x0*([0-9a-f]+)|0*([0-9]+));?", re.IGNORECASE)


def main_text(html: str, where: str, name: str) -> Article:
    """Return the article on a page; raise Problem where the page has no text of its own.

    `name` is the title where the page gives none.
    """
    from trafilatura import bare_extraction  # it takes half a second to load
    from trafilatura.settings import Document

    safe = _REFERENCE.sub(_safe_reference, clean(html))
    try:
        document = bare_extraction(safe, include_comments=False, with_metadata=True)
    except Exception:  # noqa: BLE001 - a page may break any of the parsers below in its own way
        document = None
    if not isinstance(document, Document) or not document.text:
        raise Problem(where, "has no article text that can be told from the page around it")
    passages = _passages(document.body) if document.body is not None else None
    if passages is None or not passages.text:
        passages = Passages("\n\n".join(document.text.split("\n")), ())
    return make_article(
        title=document.title or name,
        text=passages.text,
        markup=passages.markup,
        source=document.sitename or "",
        url=document.url or "",
        published=document.date or "",
    )


def _passages(body: etree._Element) -> Passages:
    """Return the text of what was extracted, which is in the elements of TEI."""
    for element in body.iter(*_AS_HTML):
        is_numbered = element.tag == "list" and element.get("rend") == "ol"
        element.tag = "ol" if is_numbered else _AS_HTML[element.tag]
    for code in body.findall("code"):
        code.tag = "pre"
    return read_fragment(etree.tostring(body, encoding="unicode"))


def _safe_reference(found: re.Match[str]) -> str:
    """Return a reference (`&#8217;`) unless it is to an unsafe character: one loses the whole page.

    Those to C1 controls stay: they mean what Windows-1252 has there, and are read so.
    """
    digits, base = (found[1], 16) if found[1] else (found[2], 10)
    if len(digits) > 7 or (code := int(digits, base)) > sys.maxunicode:
        return ""
    character = chr(code)
    return found[0] if "\x80" <= character <= "\x9f" or is_clean(character) else clean(character)
