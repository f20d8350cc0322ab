"""Every form of a citation is read back by a parser that is not ours, with nothing lost."""

import json
import unicodedata
import warnings
from pathlib import Path
from typing import Any

import pytest
from citeproc import Citation as Cited
from citeproc import CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from citing import HARD, article_with, digested
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml.html import document_fromstring
from markdown_it import MarkdownIt
from pybtex.database import parse_string
from pylatexenc.latex2text import LatexNodes2Text, MacroTextSpec, get_default_latex_context_db

from reader.article import make_article
from reader.citations import Excerpt, cite
from reader.citations.annotations import citation_record
from reader.citations.markdown import block_quote
from reader.citations.references import Reference, bibtex_entry, csl_item, reference_to
from summarize import Span

ANY = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn", "Cf", "Zl", "Zp"]), min_size=1)


def squeezed(text: str) -> str:
    return " ".join(text.split())


def latex_reader() -> LatexNodes2Text:
    """Return a reader of TeX that knows the signs which pylatexenc lacks or has otherwise."""
    signs = {"textbraceleft": "{", "textbraceright": "}", "textasciicircum": "^"}
    signs["textasciigrave"] = "`"
    known = get_default_latex_context_db()
    macros = [MacroTextSpec(name, sign) for name, sign in signs.items()]
    known.add_context_category("signs", macros=macros, prepend=True)
    return LatexNodes2Text(latex_context=known, strict_latex_spaces=True)


def read_bibtex(written: str) -> dict[str, str]:
    """Return the fields of a BibTeX entry as TeX would show them."""
    (entry,) = parse_string(written, "bibtex").entries.values()
    reader = latex_reader()
    return {
        name: value if name == "url" else squeezed(reader.latex_to_text(value))
        for name, value in entry.fields.items()
    }


@pytest.mark.parametrize("words", HARD)
def test_bibtex_is_read_back_by_pybtex(words: str) -> None:
    article, citation = article_with(words)
    fields = read_bibtex(bibtex_entry(reference_to(citation)))
    assert fields["title"] == article.title
    assert fields["howpublished"] == article.source
    assert (fields["date"], fields["year"], fields["month"]) == ("2026-05-04", "2026", "5")
    assert fields["url"] == article.url
    assert fields["annote"] == f"{squeezed(citation.words)} — Ilka Brandt (inferred)"


@given(ANY)
@settings(deadline=None)
def test_any_words_go_through_bibtex(words: str) -> None:
    article = make_article(title="A", text=f"x {words} x")
    start, end = 2, len(article.text) - 2
    citation = cite(article, Excerpt(Span(start, max(start, end))))
    written = bibtex_entry(reference_to(citation))
    assert written.count("{") == written.count("}")
    words = unicodedata.normalize("NFC", squeezed(citation.words))
    assert squeezed(read_bibtex(written).get("annote", "")) == words


@pytest.mark.parametrize("words", HARD)
def test_csl_json_is_read_by_a_csl_processor(words: str, tmp_path: Path) -> None:
    article, citation = article_with(words)
    item = json.loads(json.dumps(csl_item(reference_to(citation))))
    assert (item["title"], item["URL"]) == (article.title, article.url)
    assert item["container-title"] == article.source
    assert item["issued"] == {"date-parts": [[2026, 5, 4]]}
    assert item["note"] == f"{citation.words} — Ilka Brandt (inferred)"
    told = bibliography([item], tmp_path)
    for part in (article.title, article.source, "2026-5-4", article.url, item["note"]):
        assert squeezed(part) in told


# All that is exported, as it is.
STYLE = """<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
  <info><title>All</title><id>all</id><updated>2026-01-01T00:00:00Z</updated></info>
  <citation><layout><text variable="title"/></layout></citation>
  <bibliography><layout><group delimiter=" | ">
    <text variable="title"/><text variable="container-title"/>
    <date variable="issued" delimiter="-">
      <date-part name="year"/><date-part name="month" form="numeric"/><date-part name="day"/>
    </date>
    <text variable="URL"/><text variable="note"/>
  </group></layout></bibliography>
</style>
"""


def bibliography(items: list[dict[str, Any]], folder: Path) -> str:
    """Return what citeproc-py makes of items in a style that shows everything."""
    path = folder / "all.csl"
    path.write_text(STYLE, encoding="utf-8")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of citeproc-py on itself
        style = CitationStylesStyle(str(path), validate=False)
        made = CitationStylesBibliography(style, CiteProcJSON(items), formatter.plain)
        for item in items:
            made.register(Cited([CitationItem(item["id"])]))
        return squeezed("\n".join(map(str, made.bibliography())))


@pytest.mark.parametrize("words", HARD)
def test_markdown_is_one_block_quote_with_its_words_and_its_source(words: str) -> None:
    article, citation = article_with(words)
    page = document_fromstring(MarkdownIt("commonmark").render(block_quote(citation)))
    (quotation,) = page.xpath("/html/body/*")
    assert quotation.tag == "blockquote"
    *lines, source = [squeezed(one.text_content()) for one in quotation.iterchildren()]
    assert lines == [squeezed(line) for line in citation.words.split("\n") if line.strip()]
    assert source == f"— Ilka Brandt (inferred), {article.title}, {article.source}, 2026-05-04"
    (address,) = quotation.xpath(".//a/@href")
    assert address.startswith(article.url)


@given(ANY)
@settings(deadline=None)
def test_markdown_leaves_any_words_alone(words: str) -> None:
    article = make_article(title="A", text=f"x {words} x")
    citation = cite(article, Excerpt(Span(0, len(article.text))))
    page = document_fromstring(MarkdownIt("commonmark").render(block_quote(citation)))
    assert squeezed(page.xpath("//blockquote/p")[0].text_content()) == squeezed(article.text)


@pytest.mark.parametrize("words", HARD)
def test_selectors_of_json_find_the_words(words: str) -> None:
    article, citation = article_with(words)
    told = json.loads(json.dumps(citation_record(citation), ensure_ascii=False))
    by_words, by_place = told["target"]["selector"]
    assert by_words["type"] == "TextQuoteSelector"
    around = by_words["prefix"] + by_words["exact"] + by_words["suffix"]
    assert article.text.count(around) == 1
    assert article.text[by_place["start"] : by_place["end"]] == by_words["exact"] == told["text"]
    assert told["speaker"] == {"name": "Ilka Brandt", "inferred": True}
    assert told["article"]["published"] == "2026-05-04T08:00:00Z"
    assert told["target"]["source"] == article.url


def test_keys_are_the_same_for_the_same_words_and_plain_for_any_id() -> None:
    article, citation = article_with("plain words")
    keys = {csl_item(reference_to(citation))["id"] for _ in range(2)}
    assert len(keys) == 1
    strange = make_article(title="Ä}{, %", text="x")
    (key,) = parse_string(bibtex_entry(Reference(strange)), "bibtex").entries
    assert key.isascii()
    assert csl_item(Reference(article))["id"] not in keys


def test_an_article_that_is_only_words_is_a_reference_too() -> None:
    bare = make_article(title="", text="Only words.")
    assert csl_item(Reference(bare)) == {
        "id": f"article-{bare.id}",
        "type": "article-newspaper",
    }
    assert "@misc{article-" in bibtex_entry(Reference(bare))
    assert digested(bare).language == "en"
