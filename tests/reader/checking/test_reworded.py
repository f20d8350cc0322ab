"""A figure that a draft tells in other words is held against the article that it draws on."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from shelves import AT, article, shelf

from reader.article import make_article
from reader.checking import check
from reader.library import Library

COURT = """\
Bruno Haleck, 52, a roofer from Ostrin, was jailed for six years on Friday. He had sold 1,340 \
false tickets over ten years.

“I was greedy,” said Haleck, who must repay 18,200 euros. Of the 40 witnesses 8 came from abroad.

The trial had been put off for 120 minutes, and every fifth seat stayed empty.
"""
WINDMILLS = """\
The council of Marnow voted for 14 windmills on the ridge. Each is 180 metres tall.

“The ridge is windy enough,” said the mayor, Tessa Orvil.
"""


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with shelf(tmp_path) as (library, feed):
        given = [article("court", text=COURT), article("windmills", text=WINDMILLS)]
        library.articles.store(feed, given, AT)
        yield library


@pytest.mark.parametrize(
    ("told", "verdict"),
    [
        ("He is 52.", "same"),
        ("He got six years.", "same"),
        ("Haleck, 25, is a roofer.", "value"),
        ("He sold them over a decade.", "same"),
        ("He must repay 18,200 euros.", "same"),
        ("He must repay 18,000 euros.", "modifier"),
        ("He must repay 12,800 euros.", "value"),
        ("One in five seats stayed empty.", "same"),
        ("His trial began two hours late.", "same"),
        ("He has 14 cats.", "missing"),
    ],
)
def test_a_figure_is_held_against_the_source_of_its_paragraph(
    library: Library, told: str, verdict: str
) -> None:
    text = (
        f"“I was greedy,” said Bruno Haleck, the roofer from Ostrin with the false tickets. {told}"
    )
    checked = check(make_article(title="Greed", text=text), library)
    (figure,) = [one for one in checked if one.value.span.start >= text.index(told)]
    assert figure.verdict == verdict
