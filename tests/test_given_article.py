"""On the article that the project started from, every mark is what a careful reader would make."""

from functools import cache
from pathlib import Path

from reader.article import Article
from reader.citations import copied_span
from reader.sources.files import read_file
from summarize import Digest, Span, digest

GIVEN = Path(__file__).parents[1] / "seeds" / "000_b506715465361b2e.txt"


@cache
def given() -> tuple[Article, Digest]:
    (article,) = read_file(GIVEN)
    assert isinstance(article, Article)
    return article, digest(article.text, title=article.title)


def words(span: Span | None) -> str | None:
    return span.cut(given()[0].text) if span else None


def test_the_headline_is_the_title_and_its_repeat_is_not_in_the_text() -> None:
    article, _ = given()
    assert article.title == "Mission in Syria 'accomplished'"
    assert article.title not in article.text
    assert article.text.startswith('"The mission of defeating')
    assert len(article.text.split("\n\n")) == 11


def test_there_are_six_claims_and_no_other() -> None:
    article, found = given()
    assert [
        (claim.value, claim.high, claim.modifier, claim.kind, claim.unit, words(claim.noun))
        for claim in found.claims
    ] == [
        (100, None, None, "count", None, "sorties"),
        (250, None, "max", "count", None, "strikes"),
        (21, None, None, "count", None, "civilians"),
        (9, None, None, "count", None, "children"),
        (8, None, "approx", "percent", "percent", "Deir Ezzor Province"),
        (2000, None, "approx", "count", None, "U.S. troops"),
    ]
    assert [copied_span(claim, article.text, ()).cut(article.text) for claim in found.claims] == [
        "100 sorties",
        "up to 250 strikes",
        "21 civilians",
        "9 children",
        "around eight percent",
        "roughly 2,000 U.S. troops",
    ]


def test_the_two_dates_are_no_claims() -> None:
    article, found = given()
    for date in ("September 2015", "November 2, 2017"):
        start = article.text.index(date)
        marked = Span(start, start + len(date))
        assert not [claim for claim in found.claims if claim.span.overlaps(marked)]


def test_the_six_quoted_pieces_are_found_each_with_its_speaker() -> None:
    article, found = given()
    pieces = [quote.span.cut(article.text).strip('"') for quote in found.quotes]
    assert [(piece.partition(" in Syria ")[0], piece.split()[-1]) for piece in pieces] == [
        ("The mission of defeating the Islamic State bandit groups", "accomplished"),
        ("There is not a single village or district", "ISIL"),
        ("unprecedented", "unprecedented"),
        ("provocative", "provocative"),
        ("irresponsible", "irresponsible"),
        (pieces[5], "Province"),
    ]
    assert pieces[5].startswith("Its biggest presence is on the eastern side of the Euphrates, ")
    speakers = [quote.speaker for quote in found.quotes]
    told = [(words(s.span), s.name) if s else None for s in speakers]
    assert told[0] == ("Lt General Sergei Rudskoi", "Sergei Rudskoi")
    assert told[2] == ("Rudskoi", "Sergei Rudskoi")
    assert {words(s.span) if s else None for s in speakers[3:5]} == {"Syria's delegation"}
    assert speakers[5] is None or words(speakers[5].span) == "he"


def test_three_sentences_sum_it_up_and_none_of_them_is_the_headline() -> None:
    article, found = given()
    picks = found.summary.picks
    assert len(picks) == 3
    assert sorted(pick.rank for pick in picks) == [1, 2, 3]
    for pick in picks:
        assert found.sentences[pick.sentence] == pick.span
        assert "accomplished'" not in pick.span.cut(article.text)
        assert pick.span.cut(article.text) != article.title
