"""An article as Markdown is read by others as the article that it is."""

import pytest
from citing import HARD, article_with, digested
from lxml.html import HtmlElement, document_fromstring
from markdown_it import MarkdownIt

from reader.article import Article, make_article
from reader.exporting.markdown import article_markdown

TEXT = """\
The old mill burned down. "Nothing could be saved", Ilka Brandt, head of the fire service, said.

1. About 300 workers lived off it, and about 8 percent of the town. It cost $5.1m."""


def rendered(article: Article, edition: str = "") -> HtmlElement:
    written = article_markdown(article, digested(article), edition)
    return document_fromstring(MarkdownIt("commonmark").render(written))


def squeezed(text: str) -> str:
    return " ".join(text.split())


def text_of(page: HtmlElement) -> list[str]:
    """Return the paragraphs below the heading of the text."""
    return [
        squeezed(one.text_content()) for one in page.xpath("//h2[.='Text']/following-sibling::*")
    ]


def test_title_source_digest_and_marked_text_stand_below_each_other() -> None:
    article = make_article(
        title="Mill *burns*", text=TEXT, source="Varn Courier", published="2026-05-04",
        url="https://varn.example/mill_1",
    )  # fmt: skip
    page = rendered(article, "2026-05-06")
    assert [one.text for one in page.xpath("//h1")] == ["Mill *burns*"]
    assert page.xpath("//p")[0].text_content() == (
        "Varn Courier, 2026-05-04, version of 2026-05-06, https://varn.example/mill_1"
    )
    assert page.xpath("//p//a/@href") == ["https://varn.example/mill_1"]
    assert [one.text for one in page.xpath("//h2")] == ["Summary", "Quotes", "Claims", "Text"]
    assert [one.text for one in page.xpath("//h3")] == ["Ilka Brandt"]
    assert text_of(page) == TEXT.split("\n\n")
    below = page.xpath("//h2[.='Text']/following-sibling::p")
    assert [one.text for part in below for one in part.xpath("./em")] == [
        '"Nothing could be saved"'
    ]
    assert {"About", "300", "8 percent"} <= {
        one.text for part in below for one in part.xpath("./strong")
    }


@pytest.mark.parametrize("words", HARD)
def test_any_text_is_shown_as_it_is(words: str) -> None:
    article, _ = article_with(words)
    page = rendered(article)
    assert page.xpath("//h1")[0].text_content() == squeezed(article.title)
    assert text_of(page) == [squeezed(one) for one in article.text.split("\n") if one.strip()]
    assert page.xpath("//p//a/@href")[0] == article.url
    assert not page.xpath("//script | //img | //code")


def test_marks_in_the_midst_of_a_word_are_marks_all_the_same() -> None:
    article = make_article(
        title="T", text='It was anti-"war"ish, he said. They had x$5m€ and no more.'
    )
    assert text_of(rendered(article)) == [article.text]
