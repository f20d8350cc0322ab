"""What reference managers are told of an article and of words in it, as CSL-JSON and as BibTeX.

CSL-JSON is that of the Citation Style Language 1.0.2, BibTeX such as both BibTeX and biblatex read.
"""

import re
from collections.abc import Sequence
from hashlib import blake2b
from typing import TYPE_CHECKING, Any, NamedTuple

from reader.article import Article
from reader.citations.citation import Citation, said_by

if TYPE_CHECKING:
    from pylatexenc.latexencode import UnicodeToLatexEncoder

_BLANK_LINES = re.compile(r"\n\s*\n")  # TeX's end of a paragraph, which some readers pass over
_NO_KEY = re.compile(r"[^A-Za-z0-9]+")
# TeX's own signs. A brace by name: BibTeX counts braces, a backslash before them or not.
_SIGNS = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "`": r"\textasciigrave{}",
    **{sign: f"\\{sign}" for sign in "#$%&_"},
}
# Two of these in a row would become another sign.
_LIGATURE = re.compile(r"([-'])(?=\1)")


class Reference(NamedTuple):
    """An article, and words of it that are noted with it."""

    article: Article
    cited: Sequence[Citation] = ()
    language: str = ""
    edition: str = ""


def reference_to(citation: Citation) -> Reference:
    """Return a reference to an article with the words of one citation."""
    return Reference(citation.article, (citation,), citation.language, citation.edition)


def csl_item(reference: Reference) -> dict[str, Any]:
    """Return an article as an item of CSL-JSON; what is cited stands in its note."""
    article = reference.article
    date = article.published.partition("T")[0]
    item = {
        "id": reference_key(reference),
        "type": "article-newspaper",
        "title": article.title,
        "container-title": article.source,
        "issued": {"date-parts": [[int(part) for part in date.split("-")]]} if date else None,
        "URL": article.url,
        "language": reference.language,
        "version": reference.edition,
        "note": _note(reference),
    }
    return {name: value for name, value in item.items() if value}


def bibtex_entry(reference: Reference) -> str:
    """Return an article as a BibTeX entry, in UTF-8 and NFC; what is cited stands in its annote.

    The title is in braces of its own, so that no style changes its capitals. `date` is biblatex's
    field, `year` and `month` are BibTeX's; both know `annote`.
    """
    from bibtexparser.entrypoint import write_string
    from bibtexparser.library import Library
    from bibtexparser.model import Entry, Field

    article, encoder = reference.article, _encoder()
    date = article.published.partition("T")[0]
    year, _, month = date.rpartition("-")[0].partition("-")
    fields = {
        "title": f"{{{encoder.unicode_to_latex(article.title)}}}" if article.title else "",
        "howpublished": encoder.unicode_to_latex(article.source),
        "date": date,
        "year": year,
        "month": month.lstrip("0"),
        "version": encoder.unicode_to_latex(reference.edition),
        "url": _verbatim(article.url),
        "annote": encoder.unicode_to_latex(_BLANK_LINES.sub("\n", _note(reference))),
    }
    entry = Entry(
        "misc",
        reference_key(reference),
        [Field(name, value) for name, value in fields.items() if value],
    )
    return write_string(Library([entry])).rstrip()


def reference_key(reference: Reference) -> str:
    """Return a name for a reference, the same for the same article and words."""
    article = reference.article
    plain = _NO_KEY.sub("", article.id)
    if plain != article.id:
        plain += blake2b(article.id.encode(), digest_size=3).hexdigest()
    word = next(iter(_NO_KEY.sub(" ", article.title).lower().split()), "article")
    place = f"-{reference.cited[0].span.start}" if len(reference.cited) == 1 else ""
    return f"{word}{article.published[:4]}-{plain}{place}"


def _note(reference: Reference) -> str:
    """Return what is cited, a paragraph each, with who said it."""
    return "\n\n".join(map(_noted, reference.cited))


def _noted(citation: Citation) -> str:
    who = said_by(citation.value)
    sentence = f" (in: {citation.context})" if citation.context else ""
    return f"{citation.words}{f' — {who}' if who else ''}{sentence}"


def _encoder() -> "UnicodeToLatexEncoder":
    from pylatexenc.latexencode import (
        RULE_DICT,
        RULE_REGEX,
        UnicodeToLatexConversionRule,
        UnicodeToLatexEncoder,
    )

    signs = UnicodeToLatexConversionRule(
        RULE_DICT, {ord(one): name for one, name in _SIGNS.items()}
    )
    ligatures = UnicodeToLatexConversionRule(RULE_REGEX, [(_LIGATURE, r"\1{}")])
    return UnicodeToLatexEncoder(
        conversion_rules=[ligatures, signs],
        replacement_latex_protection="none",
        unknown_char_policy="keep",
        unknown_char_warning=False,
    )


def _verbatim(address: str) -> str:
    """Return an address without the signs that would end a field that is taken as it stands."""
    for sign in "{}\\":
        address = address.replace(sign, f"%{ord(sign):02X}")
    return address
