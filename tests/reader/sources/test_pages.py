"""An HTML page gives its article, without what surrounds it."""

from contextlib import suppress
from random import Random

import pytest

from reader.article import is_clean
from reader.problems import Problem
from reader.sources.decoding import decode
from reader.sources.formats import read_html

PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="windows-1252">
<title>Mill on the Varn burns down | Varn Courier</title>
<meta property="og:title" content="Mill on the Varn burns down">
<meta property="og:site_name" content="Varn Courier">
<meta property="article:published_time" content="2026-05-04T08:00:00Z">
<link rel="canonical" href="https://varn.example/mill">
</head>
<body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport pages</a></li></ul></nav>
<article>
<h1>Mill on the Varn burns down</h1>
<p>The old mill on the river Varn, which had stood empty for years, burned down on Sunday.</p>
<p>“Nothing could be saved”, said <b>Ilka Brandt</b>, who leads the fire service of the valley.</p>
<p>Two barges that were moored below the mill were lost, and the café beside it was damaged.</p>
</article>
<aside><a href="/other">Read also: a goat on the roof</a></aside>
<footer>All rights reserved. Subscribe to our newsletter.</footer>
<script>alert("never")</script>
</body>
</html>
"""


def test_a_page_gives_its_text_title_outlet_date_and_address() -> None:
    article = read_html(decode(PAGE.encode("cp1252"), "mill.html"), "mill.html")
    assert article.title == "Mill on the Varn burns down"
    assert article.text.split("\n\n") == [
        "The old mill on the river Varn, which had stood empty for years, burned down on Sunday.",
        "“Nothing could be saved”, said Ilka Brandt, who leads the fire service of the valley.",
        "Two barges that were moored below the mill were lost, and the café beside it was damaged.",
    ]
    assert (article.source, article.published) == ("Varn Courier", "2026-05-04")
    assert article.url == "https://varn.example/mill"


def test_a_page_gives_its_headings_items_and_rows_as_they_are_read() -> None:
    more = (
        "<h2>What is left</h2><p>Of the mill only these three things are left.</p>"
        "<ul><li>One barge of the miller</li><li>Two sheds beside it</li></ul><blockquote><p>We"
        " will build it up again.</p></blockquote><table><tr><th>Year</th><th>Guests</th></tr>"
        "<tr><td>2024</td><td>3,000</td></tr></table></article>"
    )
    article = read_html(PAGE.replace("</article>", more), "mill.html")
    assert article.text.endswith(
        "\n\nWhat is left\n\nOf the mill only these three things are left.\n\n"
        "• One barge of the miller\n• Two sheds beside it\n\n"
        "We will build it up again.\n\nYear | Guests\n2024 | 3,000"
    )
    kinds = [mark.kind for mark in article.markup]
    assert kinds == ["heading", "item", "item", "quotation"]


def test_a_page_without_a_title_has_its_file_s_name() -> None:
    body = PAGE.partition("<h1>")[2].partition("</h1>")[2]
    article = read_html(f"<html><body><article>{body}", "/news/mill-fire.html")
    assert article.title == "mill fire"


@pytest.mark.parametrize(
    "page",
    ["<html></html>", "<", "", "<div>" * 9999, "<svg><title></title><z>"],
)
def test_a_page_without_a_text_of_its_own_is_a_problem(page: str) -> None:
    with pytest.raises(Problem, match="has no article text that can be told"):
        read_html(page, "a.html")


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("\x1b[2J", ""),
        ("&#27;]52;c;eA==&#7;", "]52;c;eA=="),
        ("&#x1B[2J&#xFFFE;&#00000000000027;&#99999999;&#1114112;", "[2J"),
        ("&#x202e;&#8203;", ""),
        ("&#147;&#8217;&#x94;", "“’”"),
    ],
)
def test_references_to_unsafe_characters_are_dropped_and_the_page_still_opens(
    written: str, read: str
) -> None:
    page = PAGE.replace("Mill on", f"Mill{written} on").replace(
        "barges that", f"barges{written} that"
    )
    article = read_html(page, "a.html")
    assert article.title == f"Mill{read} on the Varn burns down"
    assert f"Two barges{read} that were" in article.text


PIECES = (
    *("<p>", "</p>", "<article>", "<div", "<table>", "<svg>", "<z>", "<b>", "<br/>", "<?php"),
    *("<title>", "</title>", "<script>", "<!--", "]]>", "<![CDATA[", "<meta charset="),
    *("<a href='javascript:x'>", "&#27;", "&", "'", '"', "\x00", "\ud800"),
)


def damaged(page: str, random: Random) -> str:
    """Return a page with pieces put in, taken out and doubled."""
    for _ in range(random.randrange(1, 30)):
        at, length = random.randrange(len(page)), random.randrange(1, 120)
        put_in = random.choice([random.choice(PIECES), "", page[:length]])
        taken_out = 0 if put_in else length
        page = page[:at] + put_in + page[at + taken_out :]
    return page


@pytest.mark.parametrize("pages", [40, pytest.param(4000, marks=pytest.mark.soak)])
def test_damaged_pages_give_a_clean_article_or_a_problem(pages: int) -> None:
    random = Random(20260504)
    for _ in range(pages):
        with suppress(Problem):
            article = read_html(damaged(PAGE, random), "a.html")
            assert article.text
            assert is_clean(article.title)
            assert is_clean(article.text)
