"""Cue and speaker where the subject stands before its verb."""

import pytest

from summarize import find_quotes


def sources(text: str, language: str = "en") -> list[tuple[str, str]]:
    """Return the speaker and the cue of each quote."""
    return [
        (
            quote.speaker.span.cut(text) if quote.speaker else "",
            quote.cue.cut(text) if quote.cue else "",
        )
        for quote in find_quotes(text, language)
    ]


@pytest.mark.parametrize(
    ("text", "speaker", "cue"),
    [
        ("“We won,” Ada Fenn told the Norland Post.", "Ada Fenn", "told"),
        ("“We won,” said Ada Fenn, a sailor.", "Ada Fenn", "said"),
        ("Ada Fenn, asked about it, said the plan was “a hole.”", "Ada Fenn", "said"),
        ("Fenn’s claim that the pier was “a palace” was laughed at.", "Fenn’s", "claim"),
        ("The pier was “a palace in the rain,” according to Fenn.", "Fenn", "according to"),
    ],
)
def test_the_clause_beside_the_quote_tells_who_spoke(text: str, speaker: str, cue: str) -> None:
    assert sources(text) == [(speaker, cue)]


def test_words_inside_reported_speech_belong_to_who_reports_them() -> None:
    text = "Ada Fenn said over a long evening in Norland that Berg described it as “a hole.”"
    assert sources(text) == [("Ada Fenn", "said")]
    text = "Ada Fenn says she likes what she calls the “slow harbour.”"
    assert sources(text) == [("Ada Fenn", "says")]


def test_a_source_at_the_head_of_a_sentence_speaks_in_all_of_it() -> None:
    text = "According to the Norland Post, Berg said the pier was “a palace.”"
    assert sources(text) == [("the Norland Post", "According to")]


@pytest.mark.parametrize(
    "text",
    [
        "It cost £31m, a sum that Ada Fenn, the harbour master, called “a scandal.”",
        "It cost 31 crowns, which Ada Fenn, the harbour master, called “a scandal.”",
        "It cost Olaf Berg a boat, because Ada Fenn, the harbour master, called it “a wreck.”",
    ],
)
def test_the_subject_of_a_subordinate_clause_stands_at_its_head(text: str) -> None:
    assert sources(text) == [("Ada Fenn", "called")]


def test_whose_clause_it_is_says_nothing_of_who_speaks() -> None:
    text = "Ada Fenn, whose boat lies in the harbour, an old one, called the pier “a hole.”"
    assert sources(text) == [("Ada Fenn", "called")]


def test_a_finite_verb_goes_before_an_infinitive() -> None:
    assert sources("Fenn said she would work to counter “lazy talk.”") == [("Fenn", "said")]


@pytest.mark.parametrize(
    ("text", "language", "speaker"),
    [
        ("Olaf Berg left. “It rained,” said he in Norland.", "en", "he"),
        ("Olaf Berg est parti. « Il pleut », dit-il à Paris.", "fr", "il"),
        ("Olaf Berg se fue. «Llueve», dijo él en Madrid.", "es", "él"),
    ],
)
def test_what_stands_behind_a_pronoun_is_no_part_of_it(
    text: str, language: str, speaker: str
) -> None:
    assert [speaker for speaker, _ in sources(text, language)] == [speaker]


def test_a_possessor_is_resolved_like_a_pronoun() -> None:
    text = "Olaf Berg left early. His claim that the pier was “a palace” was laughed at."
    (quote,) = find_quotes(text)
    assert quote.speaker
    assert (quote.speaker.span.cut(text), quote.speaker.name) == ("His", "Olaf Berg")
    assert quote.speaker.inferred
