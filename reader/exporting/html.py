"""Articles with their digests and marks, and citations, as one HTML page that needs nothing else.

No script, nothing that is loaded from elsewhere (a policy in the page forbids it, too), light and
dark as the reader of the page has it. Signs are of the style sheet, so that a copy is the text.
"""

from collections.abc import Iterable, Iterator
from html import escape
from importlib import resources
from typing import Any

from lxml.html import HtmlElement, tostring
from lxml.html.builder import E

from reader.article import Article
from reader.citations import Citation, said_by
from reader.citations.fragments import passage_address
from reader.exporting.segments import Block, Run, blocks
from reader.tui.links import is_web
from reader.tui.marks import UNICODE
from reader.tui.outline import (
    about_speaker,
    by_speaker,
    count,
    coverage,
    left_out,
    limit_of,
    one_line,
    summary_parts,
)
from summarize import Claim, Digest, Quote

Child = Any  # an element or words; lxml has no types

PAGE_END = "</main>\n</body>\n</html>"
_TAGS = {"heading": "h3", "quotation": "blockquote", "code": "pre"}
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def page_start(title: str) -> str:
    """Return the page up to its first article."""
    style = resources.files("reader.exporting").joinpath("page.css").read_text(encoding="utf-8")
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{_POLICY}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{escape(title)}</title>
<style>
{style}</style>
</head>
<body>
<main>"""


def article_html(article: Article, digest: Digest, edition: str = "") -> str:
    """Return an article as it is on the screen: its text with the marks, its digest beside it."""
    text = E.div({"class": "text", "lang": digest.language, "dir": "auto"})
    text.extend(_block(article, block) for block in blocks(article, digest))
    return _written(E.article(_header(article, edition), text, _digest(article, digest)))


def citation_html(citation: Citation) -> str:
    """Return the words as a quotation, their source below; the title leads to the words."""
    article = citation.article
    words = [E.p(line, dir="auto") for line in citation.words.split("\n") if line.strip()]
    context = [E.p("in: ", citation.context, {"class": "aside"})] if citation.context else []
    address = passage_address(article.url, article.text, citation.span)
    title = _linked(article.title or address, address)
    when = E.time(citation.date, datetime=article.published) if article.published else citation.date
    about = (E.cite(said_by(citation.value)), E.span(title), article.source, when)
    source = _parted("— ", [part for part in about if _says(part)])
    return _written(E.figure(E.blockquote(*words, *context), E.figcaption(*source)))


def _says(part: Child) -> bool:
    return bool(part if isinstance(part, str) else part.text_content())


def _parted(first: str, parts: Iterable[Child]) -> Iterator[Child]:
    for number, part in enumerate(parts):
        yield ", " if number else first
        yield part


def _written(element: HtmlElement) -> str:
    written: str = tostring(element, encoding="unicode")
    return written


def _linked(words: str, address: str) -> Child:
    return E.a(words, href=address, rel="noreferrer") if is_web(address) else words


def _header(article: Article, edition: str) -> HtmlElement:
    date = article.published.partition("T")[0]
    when = E.time(date, datetime=article.published) if date else ""
    version = f"version of {edition}" if edition else ""
    about = (article.source, when, version, _linked(article.url, article.url))
    lines = _parted("", [part for part in about if _says(part)])
    return E.header(E.h1(article.title, dir="auto"), E.p({"class": "about"}, *lines))


def _block(article: Article, block: Block) -> HtmlElement:
    """Return a line of the text as an element; what is marked in it, and how, are its classes."""
    text = article.text
    runs = (_run(text, run) if run.marks else run.span.cut(text) for run in block.runs)
    element: HtmlElement = E(_TAGS.get(block.kind or "", "p"), *runs, dir="auto")
    return element


def _run(text: str, run: Run) -> HtmlElement:
    begun = [mark for mark in run.marks if mark.span.start == run.span.start]
    names = dict.fromkeys(mark.name for mark in run.marks if mark.name != "link")
    starts = (f"{mark.name}-start" for mark in begun if mark.name in ("pick", "quote"))
    attributes = {"class": " ".join((*names, *dict.fromkeys(starts)))}
    if said := next((mark.about for mark in run.marks if mark.name == "quote"), ""):
        attributes["title"] = said
    address = next((mark.about for mark in run.marks if mark.name == "link"), "")
    if is_web(address):
        return E.a(run.span.cut(text), attributes, href=address, rel="noreferrer")
    return E.span(run.span.cut(text), attributes)


def _digest(article: Article, digest: Digest) -> HtmlElement:
    text = article.text
    return E.aside(
        {"lang": "en"},
        *_section("Summary", _summary_about(digest), list(_summary(text, digest))),
        *_section("Quotes", str(len(digest.quotes)), list(_quotes(text, digest))),
        *_section("Claims", str(len(digest.claims)), list(_claims(text, digest))),
    )


def _section(name: str, figure: str, rows: list[HtmlElement]) -> Iterator[HtmlElement]:
    yield E.h2(name, " ", E.span(figure, {"class": "aside"}))
    if rows:
        yield E.ul(*rows)


def _summary_about(digest: Digest) -> str:
    picks = len(digest.summary.picks)
    return f"{digest.summary.method}, {picks} of {count(len(digest.sentences), 'sentence')}"


def _summary(text: str, digest: Digest) -> Iterator[HtmlElement]:
    for part in summary_parts(digest):
        shown = part.span if part.kind != "gap" else None
        words = one_line(shown.cut(text)) if shown else "…"
        if part.kind == "pick":
            yield E.li(words, dir="auto")
        else:
            yield E.li(words, {"class": "aside"}, dir="auto")
    for note in (coverage(digest), limit_of(digest.summary)):
        if note:
            yield E.li(note, {"class": "aside"})


def _quotes(text: str, digest: Digest) -> Iterator[HtmlElement]:
    for heard in by_speaker(digest.quotes):
        yield E.li(E.cite(heard.name), {"class": "speaker"}, dir="auto")
        for quote in heard.quotes:
            yield _quote(text, quote)


def _quote(text: str, quote: Quote) -> HtmlElement:
    about = about_speaker(text, quote)
    aside = [E.span(f" ({about})", {"class": "aside"})] if about else []
    words = E.span(one_line(quote.span.cut(text)), {"class": "quote"})
    return E.li(words, *aside, dir="auto")


def _claims(text: str, digest: Digest) -> Iterator[HtmlElement]:
    for claim in digest.claims:
        yield E.li(
            *_claim(text, claim, " not in summary" if left_out(digest.summary, claim) else ""),
            dir="auto",
        )


def _claim(text: str, claim: Claim, aside: str) -> Iterator[Child]:
    sign = f"{UNICODE.of_claim(claim, text)} " if claim.modifier else ""
    yield E.span(sign + one_line(claim.span.cut(text)), {"class": "claim"})
    if claim.noun:
        yield f" {one_line(claim.noun.cut(text))}"
    if aside:
        yield E.span(aside, {"class": "aside"})
