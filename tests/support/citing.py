"""Texts that are hard to write down in any format, as articles with a quote in them."""

from reader.article import Article, make_article
from reader.citations import Citation, cite
from summarize import Digest, Quote, Span, Speaker, digest

# What each has to be careful with: quotes, braces, ampersands, lines, scripts, signs.
HARD = (
    "plain words",
    "a {brace} and }another{ and {{two",
    "R&D <b>at</b> 50% for $5 #1 under_score ~tilde ^caret \\back\\slash",
    "he said 'no', “yes” and \"perhaps\", -- twice; a|b * c _d_ `e` [f](g) ![h]",
    "first line\nsecond line\n\nthird line",
    "הספינה שקעה, אמרה, בנמל",
    "السفينة غرقت (أمس)",
    "👩\u200d🔬 measured 3 °C – 東京 ½ naïve ﬁn",
    "# 1. - + = > @misc{x, y = {z}}",
    "end with a backslash \\",
    "&amp; &lt;script&gt; </style><script>alert(1)</script>",
)


def article_with(words: str, *, title: str = "") -> tuple[Article, Citation]:
    """Return an article that quotes some words, and the citation of them."""
    head = "Nobody had asked before. Then Ilka Brandt said: "
    article = make_article(
        title=title or f"On {words.splitlines()[0]}",
        text=f"{head}“{words}” That was all.",
        source=f"The {words.splitlines()[0]} Post",
        url="https://varn.example/a_b%20c?d=1&e=%7B2%7D",
        published="2026-05-04T08:00:00Z",
    )
    start = article.text.index("“", len(head))
    span = Span(start, article.text.rindex("”") + 1)
    name = article.text.index("Ilka")
    speaker = Speaker(Span(name, name + 11), "Ilka Brandt", inferred=True)
    return article, cite(article, Quote(span, "direct", speaker))


def digested(article: Article) -> Digest:
    """Return what the engine finds in an article."""
    return digest(article.text, title=article.title, language="en")
