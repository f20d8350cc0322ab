"""The page holds the article as it is on the screen, and needs nothing else."""

import re
from collections.abc import Iterable

import html5lib
import pytest
from citing import HARD, article_with, digested
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml.html import HtmlElement, document_fromstring

from reader.article import Article, Marked, make_article
from reader.citations import Citation
from reader.exporting import ARTICLE_FORMS, CITATION_FORMS, Exported
from reader.exporting.segments import blocks

TEXT = """\
The old mill on the Varn burned down on Sunday.

"Nothing could be saved", Ilka Brandt, head of the fire, said. About 300 workers lived off it.

The owner called the blame "unfair"."""


def page_of(*articles: Article, edition: str = "") -> str:
    form = ARTICLE_FORMS["html"]()
    parts = (form.write(Exported(one, digested(one), edition)) for one in articles)
    return form.start + form.between.join(parts) + form.end


def cited(*citations: Citation) -> str:
    form = CITATION_FORMS["html"]()
    return form.start + form.between.join(map(form.write, citations)) + form.end


def texts(page: HtmlElement, query: str) -> list[str]:
    return [one.text_content() for one in page.xpath(query)]


def mill(**more: object) -> Article:
    known: dict[str, object] = {
        "title": "Mill burns",
        "source": "Varn Courier",
        "published": "2026-05-04T08:00:00Z",
    }
    known |= {"url": "https://varn.example/mill", "text": TEXT, **more}
    return make_article(**known)  # type: ignore[arg-type]


def in_text(name: str) -> str:
    return f"//div[@class='text']//*[contains(concat(' ', @class, ' '), ' {name} ')]"


def test_the_text_has_its_marks_and_the_digest_stands_beside_it() -> None:
    page = document_fromstring(page_of(mill()))
    assert texts(page, "//div[@class='text']/p") == TEXT.split("\n\n")
    assert '"Nothing could be saved"' in texts(page, in_text("quote"))
    assert {"About", "300"} <= set(texts(page, in_text("claim")))
    assert texts(page, "//aside//h2") == ["Summary news, 3 of 4 sentences", "Quotes 2", "Claims 1"]
    assert "…" in texts(page, "//aside/ul[1]/li")
    assert len("".join(texts(page, "//aside/ul[1]"))) < len(TEXT)
    assert texts(page, "//aside//cite") == ["Ilka Brandt", "Speaker not named"]
    assert page.xpath("//div//span[contains(., 'Nothing could')]/@title") == ["Ilka Brandt"]
    assert texts(page, "//header/p") == [
        "Varn Courier, 2026-05-04, https://varn.example/mill",
    ]
    assert page.xpath("//header//time/@datetime") == ["2026-05-04T08:00:00Z"]


def test_a_version_is_named() -> None:
    page = document_fromstring(page_of(mill(), edition="2026-05-06"))
    assert "2026-05-04, version of 2026-05-06, https" in texts(page, "//header/p")[0]


def test_several_articles_are_one_page() -> None:
    page = document_fromstring(page_of(mill(), mill(title="Mill burns again")))
    assert texts(page, "//main/article//h1") == ["Mill burns", "Mill burns again"]


def test_the_page_has_no_script_and_loads_nothing() -> None:
    written = page_of(mill())
    page = document_fromstring(written)
    assert not page.xpath("//script | //link | //img | //iframe | //object | //@src | //@style")
    assert not re.search(r"url\(|@import", written)
    (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy.startswith("default-src 'none';")
    assert {one.partition(":")[0] for one in page.xpath("//@href")} <= {"https"}


def test_light_and_dark_are_both_there_with_contrast_that_can_be_read() -> None:
    written = page_of(mill())
    light, dark = (
        dict(re.findall(r"--(\w+): (#\w{6})", part))
        for part in written.partition("prefers-color-scheme: dark")[::2]
    )
    assert set(light) == set(dark) >= {"ground", "ink", "quote", "claim", "pick", "aside"}
    for colours in (light, dark):
        for name in ("ink", "quote", "claim", "pick", "aside"):
            assert contrast(colours[name], colours["ground"]) >= 4.5, name


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours (WCAG 2.2, 1.4.3)."""
    low, high = sorted(map(luminance, (one, other)))
    return (high + 0.05) / (low + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("words", HARD)
def test_a_strict_parser_reads_back_title_words_date_address_and_speaker(words: str) -> None:
    article, citation = article_with(words)
    for written in (page_of(article), cited(citation)):
        strict = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
        strict.parse(written)
        assert "alert(1)" not in "".join(texts(document_fromstring(written), "//script"))
    page = document_fromstring(page_of(article))
    assert "\n".join(texts(page, "//div[@class='text']/p")) == re.sub("\n+", "\n", article.text)
    assert texts(page, "//h1") == [article.title]
    page = document_fromstring(cited(citation))
    assert "\n".join(texts(page, "//blockquote/p")) == re.sub("\n+", "\n", citation.words)
    assert texts(page, "//cite") == ["Ilka Brandt (inferred)"]
    assert texts(page, "//a") == [article.title]
    assert page.xpath("//a/@href")[0].startswith(article.url)
    assert page.xpath("//time/@datetime") == [article.published]


def test_only_web_addresses_are_links() -> None:
    article = mill(
        url="javascript:alert(1)", markup=[Marked("link", "The owner", "data:text/html,x")]
    )
    page = document_fromstring(page_of(article))
    assert page.xpath("//@href") == []
    assert "javascript:alert(1)" in texts(page, "//header/p")[0]


def test_the_markup_of_an_article_is_that_of_the_page() -> None:
    text = "A heading\n\nSome words lead on.\n\nTold by others."
    markup = [
        Marked("heading", "A heading"),
        Marked("link", "lead on", "https://varn.example/more"),
        Marked("quotation", "Told by others."),
    ]
    page = document_fromstring(page_of(mill(text=text, markup=markup)))
    assert texts(page, "//div/h3") == ["A heading"]
    assert texts(page, "//div/blockquote") == ["Told by others."]
    assert page.xpath("//div//a/@href") == ["https://varn.example/more"]


PIECES = st.sampled_from(
    [
        '"We go", Ilka Brandt said. ',
        "About 300 men left. ",
        "So it was. ",
        "\n",
        "\n\n",
        "„Ja“, sagte er. ",
    ]
)


@given(st.lists(PIECES, max_size=12))
@settings(max_examples=50, deadline=None)
def test_runs_are_the_text_again(pieces: Iterable[str]) -> None:
    article = make_article(title="T", text="".join(pieces))
    found = list(blocks(article, digested(article)))
    assert [block.span.cut(article.text) for block in found] == [
        line for line in article.text.split("\n") if line.strip()
    ]
    for block in found:
        assert "".join(run.span.cut(article.text) for run in block.runs) == block.span.cut(
            article.text
        )
        for run in block.runs:
            assert all(mark.span.covers(run.span) for mark in run.marks)
