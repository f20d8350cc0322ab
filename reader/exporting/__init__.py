"""What leaves the reader whole: articles with their marks, and citations, in every form.

A form is opened, holds parts one behind another and is closed, so that any number of them streams.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Generic, TypeVar

from reader.article import Article
from reader.citations import Citation, cite
from reader.citations.markdown import block_quote
from reader.citations.references import Reference, bibtex_entry, csl_item, reference_to
from reader.records import digest_record
from summarize import Digest

Part = TypeVar("Part")


@dataclass(frozen=True, slots=True)
class Exported:
    """An article that leaves, with its digest; `edition` as in a Citation."""

    article: Article
    digest: Digest
    edition: str = ""


@dataclass(frozen=True, slots=True)
class Form(Generic[Part]):
    """How parts become a file: what stands before, between and behind them."""

    write: Callable[[Part], str]
    start: str = ""
    between: str = "\n"
    end: str = "\n"


def _html(write: Callable[[Part], str], title: str) -> Form[Part]:
    from reader.exporting.html import PAGE_END, page_start

    return Form(write, f"{page_start(title)}\n", end=f"\n{PAGE_END}\n")


def _csl(reference: Callable[[Part], Reference]) -> Form[Part]:
    def write(part: Part) -> str:
        return json.dumps(csl_item(reference(part)), ensure_ascii=False)

    return Form(write, "[\n", ",\n", "\n]\n")


def _bibtex(reference: Callable[[Part], Reference]) -> Form[Part]:
    return Form(lambda part: bibtex_entry(reference(part)), between="\n\n")


def _article_markdown() -> Form[Exported]:
    from reader.exporting.markdown import article_markdown

    return Form(lambda one: article_markdown(one.article, one.digest, one.edition), between="\n\n")


def _article_html() -> Form[Exported]:
    from reader.exporting.html import article_html

    return _html(lambda one: article_html(one.article, one.digest, one.edition), "Articles")


def _article_json() -> Form[Exported]:
    return Form(lambda one: json.dumps(digest_record(one.article, one.digest), ensure_ascii=False))


def _citation_html() -> Form[Citation]:
    from reader.exporting.html import citation_html

    return _html(citation_html, "Quotes and figures")


def _to_article(one: Exported) -> Reference:
    """Return the reference to an article, with all of its quotes."""
    cited = [cite(one.article, quote, one.digest) for quote in one.digest.quotes]
    wholes = {citation.span: citation for citation in cited}
    return Reference(one.article, tuple(wholes.values()), one.digest.language, one.edition)


ARTICLE_FORMS: Mapping[str, Callable[[], Form[Exported]]] = MappingProxyType(
    {
        "markdown": _article_markdown,
        "html": _article_html,
        "json": _article_json,
        "csl": lambda: _csl(_to_article),
        "bibtex": lambda: _bibtex(_to_article),
    }
)
CITATION_FORMS: Mapping[str, Callable[[], Form[Citation]]] = MappingProxyType(
    {
        "markdown": lambda: Form(block_quote, between="\n\n"),
        "html": _citation_html,
        "csl": lambda: _csl(reference_to),
        "bibtex": lambda: _bibtex(reference_to),
    }
)
