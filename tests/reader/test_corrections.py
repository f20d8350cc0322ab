from reader.corrections import NamedByReader, corrected
from summarize import Span, digest

TEXT = '"We were never asked," said the mayor. "Nobody came," she said. "We waited."'


def test_a_correction_names_its_quote_and_no_other() -> None:
    found = digest(TEXT, language="en")
    wrong = found.quotes[1]

    quotes = corrected(found, {wrong.span: "Ida Holm"}).quotes

    assert isinstance(quotes[1].speaker, NamedByReader)
    assert (quotes[1].speaker.name, quotes[1].speaker.inferred) == ("Ida Holm", False)
    assert quotes[1].speaker.span.cut(TEXT) == "she"
    assert (quotes[0], quotes[2]) == (found.quotes[0], found.quotes[2])


def test_a_quote_without_a_speaker_can_be_given_one() -> None:
    found = digest('Outside hung a sign: "Closed until the spring tide." Nobody stood there.')
    assert [quote.speaker for quote in found.quotes] == [None]

    (quote,) = corrected(found, {found.quotes[0].span: "the harbour office"}).quotes

    assert quote.speaker == NamedByReader(
        Span(quote.span.start, quote.span.start), "the harbour office"
    )


def test_a_correction_of_a_quote_that_is_no_more_changes_nothing() -> None:
    found = digest(TEXT, language="en")
    assert corrected(found, {Span(1, 3): "Ida Holm"}) == found
