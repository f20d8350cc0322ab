"""An article with its digest and its marks as Markdown (CommonMark)."""

import unicodedata
from collections.abc import Iterable, Iterator
from itertools import groupby

from reader.article import Article
from reader.citations.markdown import escaped, link, quoted_lines
from reader.exporting.segments import Block, Run, blocks
from reader.tui.marks import UNICODE
from reader.tui.outline import (
    about_speaker,
    by_speaker,
    count,
    coverage,
    left_out,
    limit_of,
    summary_parts,
)
from summarize import Claim, Digest, Span, Summary

_TAGS = {"*": "em", "**": "strong"}


def article_markdown(article: Article, digest: Digest, edition: str = "") -> str:
    """Return the title, the source, the digest and the text; quotes slanted, figures bold."""
    date = article.published.partition("T")[0]
    version = f"version of {edition}" if edition else ""
    about = [escaped(part) for part in (article.source, date, version) if part]
    about += [link(article.url, article.url)] if article.url else []
    parts = [
        f"# {escaped(article.title)}" if article.title else "",
        ", ".join(about),
        *_summary(article.text, digest),
        *_quotes(article.text, digest),
        *_claims(article.text, digest),
        "## Text",
        *(_block(article.text, block) for block in blocks(article, digest)),
    ]
    return "\n\n".join(part for part in parts if part)


def _summary(text: str, digest: Digest) -> Iterator[str]:
    picks = digest.summary.picks
    if not picks:
        return
    yield "## Summary"
    yield f"{digest.summary.method}, {len(picks)} of {count(len(digest.sentences), 'sentence')}"
    for part in summary_parts(digest):
        if part.span is None or part.kind == "gap":
            yield "\\[…\\]"
        else:
            words = escaped(part.span.cut(text))
            yield f"\\[before: {words}\\]" if part.kind == "before" else words
    yield from filter(None, (coverage(digest), limit_of(digest.summary)))


def _quotes(text: str, digest: Digest) -> Iterator[str]:
    if digest.quotes:
        yield "## Quotes"
    for heard in by_speaker(digest.quotes):
        yield f"### {escaped(heard.name)}"
        for quote in heard.quotes:
            about = about_speaker(text, quote)
            aside = f" ({escaped(about)})" if about else ""
            yield quoted_lines([escaped(quote.span.cut(text)) + aside])


def _claims(text: str, digest: Digest) -> Iterator[str]:
    if digest.claims:
        yield "## Claims"
        yield "\n".join(_claim(text, claim, digest.summary) for claim in digest.claims)


def _claim(text: str, claim: Claim, summary: Summary) -> str:
    sign = f"{escaped(UNICODE.of_claim(claim, text))} " if claim.modifier else ""
    noun = f" {escaped(claim.noun.cut(text))}" if claim.noun else ""
    aside = " (not in summary)" if left_out(summary, claim) else ""
    return f"- {sign}**{escaped(claim.span.cut(text))}**{noun}{aside}"


def _block(text: str, block: Block) -> str:
    words = "".join(_words(text, block.runs))
    if block.kind == "heading":
        return f"### {words}"
    return f"> {words}" if block.kind == "quotation" else words


def _words(text: str, runs: Iterable[Run]) -> Iterator[str]:
    """Yield the words of a line, with what is marked between signs."""
    for quoted, some in groupby(runs, lambda run: _has(run, "quote")):
        inner = list(some)
        words = "".join(_figures(text, inner))
        whole = Span(inner[0].span.start, inner[-1].span.end)
        yield _between(words, "*", text, whole) if quoted else words


def _figures(text: str, runs: Iterable[Run]) -> Iterator[str]:
    for is_claim, some in groupby(runs, lambda run: _has(run, "claim")):
        inner = list(some)
        whole = Span(inner[0].span.start, inner[-1].span.end)
        words = _escaped_run(text, whole)
        yield _between(words, "**", text, whole) if is_claim else words


def _has(run: Run, name: str) -> bool:
    return any(mark.name == name for mark in run.marks)


def _escaped_run(text: str, span: Span) -> str:
    """Return words in the midst of a line, with the spaces at their ends."""
    words = span.cut(text)
    inner = escaped(words)
    if not inner:
        return " "
    return " " * words[0].isspace() + inner + " " * words[-1].isspace()


def _between(words: str, sign: str, text: str, span: Span) -> str:
    """Put words between signs of emphasis; between tags where Markdown would not take the signs."""
    around = text[span.start - 1 : span.start], text[span.end : span.end + 1]
    if words == words.strip() and all(_parts_words(one) for one in around):
        return f"{sign}{words}{sign}"
    return f"<{_TAGS[sign]}>{words}</{_TAGS[sign]}>"


def _parts_words(sign: str) -> bool:
    return not sign or sign.isspace() or unicodedata.category(sign).startswith("P")
