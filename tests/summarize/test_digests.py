"""All that the engine finds in one text."""

from summarize import Claim, Digest, Quote, Span, digest, split_sentences, summarize
from summarize.digests import covered
from summarize.lengths import Length

TEXT = "Die Mühle wurde am Freitag geschlossen. Niemand weiß, warum das so ist. Es bleibt dabei."


def test_a_digest_follows_the_language_of_its_text() -> None:
    found = digest(TEXT, method="lead", sentences=2)
    assert isinstance(found, Digest)
    assert found.language == "de"
    assert found.sentences == split_sentences(TEXT, "de")
    assert found.summary == summarize(TEXT, method="lead", sentences=2, language="de")
    assert digest(TEXT, language="en").language == "en"


def test_a_digest_takes_a_length_in_words() -> None:
    assert len(digest(TEXT, method="lead", sentences=Length(7, "words")).summary.picks) == 1


def test_a_summary_covers_the_marks_that_stand_in_it() -> None:
    text = "It rained 5 mm. “No,” he said. It snowed 7 mm."
    first, second, third = split_sentences(text)
    summary = summarize(text, method="lead", sentences=1)
    claims = (
        Claim(Span(first.start + 10, first.end - 1), 5.0, "measure"),
        Claim(Span(third.start + 10, third.end - 1), 7.0, "measure"),
    )
    quote = Quote(Span(second.start, second.start + 5), "direct")
    across = Quote(Span(first.end - 1, second.end), "mixed")
    assert covered(summary, claims) == claims[:1]
    assert covered(summary, (quote, across)) == (across,)
    assert covered(summarize("", method="lead"), claims) == ()
