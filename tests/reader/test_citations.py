"""A copy is the words as they stand, and its source in a fixed order."""

import pytest

from reader.article import Article
from reader.citations import Citable, copied_span, said_by, with_source
from summarize import Claim, Pick, Quote, Span, Speaker

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
    assert with_source(article(), quote()) == (
        '"The mill is gone"\n'
        "— Ilka Brandt, Mill burns, Varn Courier, 2026-05-04, https://varn.example/mill"
    )


def test_a_speaker_that_was_inferred_is_said_to_be() -> None:
    assert said_by(quote(inferred=True)) == "Ilka Brandt (inferred)"
    assert (
        with_source(article(), quote(inferred=True))
        .split("\n")[1]
        .startswith("— Ilka Brandt (inferred), Mill burns, ")
    )


def test_what_is_not_known_is_left_out_of_the_source() -> None:
    unknown = Quote(span('"The mill is gone"'), "direct")
    bare = article(source="", url="", published="")
    assert with_source(bare, unknown) == '"The mill is gone"\n— speaker not named, Mill burns'
    assert said_by(unknown) == "speaker not named"


def test_a_pick_is_copied_as_its_sentence_with_no_speaker() -> None:
    pick = Pick(span("Wheat fell 8 percent."), sentence=2, rank=1, dangling=False)
    assert with_source(article(source=""), pick) == (
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
    assert copied_span(value).cut(TEXT) == copied
    assert with_source(article(), value).startswith(f"{copied}\n— ")
