"""A copy is the words as they stand, and its source in a fixed order."""

import pytest

from reader.article import Article
from reader.citations import Citable, cite, copied_span, said_by
from reader.citations.plain import with_source
from reader.corrections import corrected
from summarize import Claim, Pick, Quote, Span, Speaker, digest

TEXT = (
    'Mayor Ilka Brandt said: "The mill is gone". It had cost up to $250 million, about 300 workers '
    "lived off it and 40 people at most were inside. Wheat fell 8 percent."
)


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def article(**fields: str) -> Article:
    known = {"title": "Mill burns", "source": "Varn Courier", "url": "https://varn.example/mill"}
    known = {**known, "published": "2026-05-04T08:00:00Z", **fields}
    return Article("1", known["title"], TEXT, known["source"], known["url"], known["published"])


def quote(*, inferred: bool = False) -> Quote:
    speaker = Speaker(span("Mayor Ilka Brandt"), "Ilka Brandt", inferred)
    return Quote(span('"The mill is gone"'), "direct", speaker, span("said"))


def test_a_quote_is_copied_with_speaker_title_outlet_date_and_address_in_this_order() -> None:
    assert with_source(cite(article(), quote())) == (
        '"The mill is gone"\n'
        "— Ilka Brandt, Mill burns, Varn Courier, 2026-05-04, https://varn.example/mill"
    )


def test_a_speaker_that_was_inferred_is_said_to_be() -> None:
    assert said_by(quote(inferred=True)) == "Ilka Brandt (inferred)"
    assert (
        with_source(cite(article(), quote(inferred=True)))
        .split("\n")[1]
        .startswith("— Ilka Brandt (inferred), Mill burns, ")
    )


def test_what_is_not_known_is_left_out_of_the_source() -> None:
    unknown = Quote(span('"The mill is gone"'), "direct")
    bare = article(source="", url="", published="")
    assert with_source(cite(bare, unknown)) == '"The mill is gone"\n— speaker not named, Mill burns'
    assert said_by(unknown) == "speaker not named"


def test_a_pick_is_copied_as_its_sentence_with_no_speaker() -> None:
    pick = Pick(span("Wheat fell 8 percent."), sentence=2, rank=1, dangling=False)
    assert with_source(cite(article(source=""), pick)) == (
        "Wheat fell 8 percent.\n— Mill burns, 2026-05-04, https://varn.example/mill"
    )


@pytest.mark.parametrize(
    ("value", "copied"),
    [
        (
            Claim(span("300"), 300, "count", modifier="approx", modifier_span=span("about"),
                  noun=span("workers")),
            "about 300 workers",
        ),
        (
            Claim(span("$250 million"), 2.5e8, "money", unit="dollar", modifier="max",
                  modifier_span=span("up to")),
            "up to $250 million",
        ),
        (
            Claim(span("40"), 40, "count", modifier="max", modifier_span=span("at most"),
                  noun=span("people")),
            "40 people at most",
        ),
        (
            Claim(span("8 percent"), 8, "percent", unit="percent", modifier="down",
                  modifier_span=span("fell"), noun=span("Wheat")),
            "fell 8 percent",
        ),
        (Claim(span("300"), 300, "count", noun=span("people")), "300"),
        (Claim(span("8 percent"), 8, "percent", unit="percent"), "8 percent"),
        (quote(), '"The mill is gone"'),
    ],
)  # fmt: skip
def test_a_claim_is_copied_with_its_modifier_and_with_the_noun_beside_it(
    value: Citable, copied: str
) -> None:
    assert copied_span(value, TEXT, ()).cut(TEXT) == copied
    assert with_source(cite(article(), value)).startswith(f"{copied}\n— ")


def copies(text: str, language: str = "en") -> list[str]:
    """Return what each quote of a text is copied as."""
    found = digest(text, language=language)
    return [copied_span(quote, text, found.quotes).cut(text) for quote in found.quotes]


SPLIT = '"We will stay," Ilka Brandt said, "until the water is gone."'


@pytest.mark.parametrize(
    ("text", "language", "whole"),
    [
        (f"{SPLIT} Nobody left.", "en", SPLIT),
        ("“Will you stay?” asked Ilka Brandt – “or go?”", "en",
         "“Will you stay?” asked Ilka Brandt – “or go?”"),
        ('"If we go," said Ilka Brandt, head of the fire service, "then all is lost."', "en",
         '"If we go," said Ilka Brandt, head of the fire service, "then all is lost."'),
        ("„Wir bleiben“, sagte Ilka Brandt, „bis das Wasser fort ist.“", "de",
         "„Wir bleiben“, sagte Ilka Brandt, „bis das Wasser fort ist.“"),
    ],
)  # fmt: skip
def test_a_quote_that_its_attribution_splits_is_copied_whole_from_either_part(
    text: str, language: str, whole: str
) -> None:
    assert copies(text, language) == [whole, whole]


@pytest.mark.parametrize(
    "text",
    [
        '"We will stay," Ilka Brandt said. "Nobody leaves."',
        'Brandt called the plan "wrong" and said, "We go."',
        'The plan is "wrong," Ilka Brandt said on Sunday of what she called "a whim".',
        '"We will stay," Ilka Brandt said.\n\n"Nobody leaves," Jan Oster said.',
        '"We go," Ilka Brandt said, and Jan Oster said, "We stay."',
    ],
)
def test_two_quotes_are_copied_by_themselves(text: str) -> None:
    found = digest(text, language="en")
    assert copies(text) == [quote.span.cut(text) for quote in found.quotes]
    assert len(found.quotes) == 2


def test_a_split_quote_is_whole_with_the_speaker_that_the_person_named() -> None:
    found = digest(SPLIT, language="en")
    first, second = found.quotes
    named = corrected(found, {first.span: "Mara Lind"})
    assert copied_span(named.quotes[0], SPLIT, named.quotes).cut(SPLIT) == SPLIT
    assert copied_span(second, SPLIT, named.quotes).cut(SPLIT) == SPLIT


PIECE = 'It rained. The owner called the plan "provocative" on Sunday. Nobody came.'
SENTENCE = 'The owner called the plan "provocative" on Sunday.'


def test_a_piece_of_a_sentence_carries_its_sentence() -> None:
    found = digest(PIECE, language="en")
    (piece,) = found.quotes
    told = with_source(cite(Article("1", "A plan", PIECE), piece, found)).split("\n")
    assert told[:2] == ['"provocative"', f"in: {SENTENCE}"]
    assert told[2].endswith(", A plan")


def test_a_figure_carries_its_sentence_and_a_whole_sentence_none() -> None:
    text = 'About 300 workers lived off it. "It is gone," Ilka Brandt said.'
    found = digest(text, language="en")
    article = Article("1", "A mill", text)
    assert cite(article, found.claims[0], found).context == "About 300 workers lived off it."
    assert cite(article, found.quotes[0], found).context == ""


def test_an_edited_article_is_cited_in_its_version() -> None:
    told = with_source(cite(article(), quote(), edition="2026-05-06"))
    assert told.split("\n")[1] == (
        "— Ilka Brandt, Mill burns, Varn Courier, 2026-05-04 (version of 2026-05-06),"
        " https://varn.example/mill"
    )
    undated = with_source(cite(article(published=""), quote(), edition="2026-05-06"))
    assert ", Varn Courier, version of 2026-05-06, https" in undated
