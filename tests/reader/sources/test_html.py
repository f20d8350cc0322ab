"""HTML becomes paragraphs that read well, with what its markup says of them."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.article import make_article
from reader.sources.html import read_fragment, read_line

BASE = "https://varn.example/a/b"


def text(html: str) -> str:
    return read_fragment(html, BASE).text


@pytest.mark.parametrize(
    ("html", "read"),
    [
        ("<p>One <b>bold</b>\n  word.<p>Two.</p>Three.", "One bold word.\n\nTwo.\n\nThree."),
        ("One,<br>two.<br><br/>Three.", "One,\ntwo.\n\nThree."),
        ("<ul><li>one<li><p>two</p></ul>after", "• one\n• two\n\nafter"),
        ("<ol start=3><li>a<ul><li>b</ul><li value=9>c</ol>", "3. a\n• b\n9. c"),
        ("<pre>a\n  b <i>c</i></pre><p>d", "a\n  b c\n\nd"),
        (
            "<table><tr><th>Year<th>Guests<tr><td>2025<td><p>3,000</p></table>",
            "Year | Guests\n2025 | 3,000",
        ),
        ("<table><tr><td><p>One.</p><p>Two.</p></table>", "One.\n\nTwo."),
        ("<q>Yes</q>, she said of 10<sup>6</sup> m<sup>2</sup>.", "“Yes”, she said of 10⁶ m²."),
        (
            "a < b, 3 > 2 & c<3 &eacute; &#8217; &#146; &nosuch;",
            "a < b, 3 > 2 & c<3 é ’ ’ &nosuch;",
        ),
        (
            "<script>if (a<b) x()</script>A<style>p{}</style>B<title>C</title><svg><text>D</svg>",
            "AB",
        ),
        ("A<script src=x/>B</script>C", "AC"),
        ("A<iframe/>B<iframe>C<p>D", "ABC\n\nD"),
        ("A<script>B", "A"),
        ("A<!-- <p>B --><![CDATA[<p>C]]><?php D ?>", "A\n\nC"),
        ('<p title="a > b">A</p><p title="x>B</p><p>C', "A\n\nB\n\nC"),
        ("A <a href='javascript:x()", "A"),
        ("1&nbsp;000 km", "1\xa0000 km"),
    ],
)
def test_markup_is_read_as_browsers_show_it(html: str, read: str) -> None:
    assert text(html) == read


def test_markup_is_told_in_the_order_of_the_text_with_whole_addresses() -> None:
    html = (
        "<h2>Head</h2><p>A <a href='c?x=1&amp;section=2'>link</a>, <a href='file:///x'>none</a>.</p>"
        "<blockquote><p>Quoted <a href=//e.example>e</a>.</blockquote><li>item<pre>code</pre>"
    )
    passages = read_fragment(html, BASE)
    assert [tuple(mark) for mark in passages.markup] == [
        ("heading", "Head", ""),
        ("link", "link", "https://varn.example/a/c?x=1&section=2"),
        ("quotation", "Quoted e.", ""),
        ("link", "e", "https://e.example"),
        ("item", "• item", ""),
        ("code", "code", ""),
    ]
    article = make_article(title="", text=passages.text, markup=passages.markup)
    assert [mark.span.cut(article.text) for mark in article.markup] == [
        mark.words for mark in passages.markup
    ]


def test_a_title_is_on_one_line() -> None:
    assert read_line("<p>One<br>two</p>&amp; <i>three</i>") == "One two & three"


PIECES = st.sampled_from(
    [
        *("<", ">", "&", "'", '"', "=", "/", "a", " ", "\n", "\x1d", "\x1f", "&#31;", "&lt;"),
        *("<p>", "<td>", "<tr>", "<li>", "<a href=x>", "</a>", "<pre>", "<br>", "<blockquote>"),
        *("<script>", "</script>", "<!--", "<![CDATA[", "]]>", "<h1>"),
    ]
)


@given(st.lists(PIECES, max_size=40).map("".join))
def test_any_pieces_give_a_text_and_marks_that_can_be_placed(html: str) -> None:
    passages = read_fragment(html, BASE)
    assert passages.text == passages.text.strip("\n")
    make_article(title="", text=passages.text, markup=passages.markup)


@pytest.mark.parametrize(
    "piece",
    [
        *(
            "<b>",
            "<p>",
            "<ul><li>",
            "<table><tr><td>",
            '<a b="',
            "<a b='>' c=\"",
            "<",
            "</ ",
            "<!--",
        ),
        *(
            "<![CDATA[",
            "&",
            "&lt;",
            "<script/>",
            "<svg>",
            "<a href=x>y</a>",
            "a=",
            "<x ",
            "\x9d",
            "<a ",
        ),
    ],
)
def test_html_is_read_in_time_linear_in_its_length(piece: str) -> None:
    def seconds(times: int) -> float:
        started = time.process_time()
        read_fragment("<a " + piece * times)
        read_fragment(piece * times)
        return time.process_time() - started

    assert seconds(40_000) < 16 * max(seconds(5_000), 0.02)


def test_a_hundred_thousand_open_tags_lose_no_text() -> None:
    assert text("<div>" * 100_000 + "deep") == "deep"
