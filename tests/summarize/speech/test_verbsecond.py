"""Cue and speaker where the finite verb stands second."""

import pytest

from summarize import find_quotes


def sources(text: str) -> list[tuple[str, str]]:
    """Return the speaker and the cue of each quote."""
    return [
        (
            quote.speaker.span.cut(text) if quote.speaker else "",
            quote.cue.cut(text) if quote.cue else "",
        )
        for quote in find_quotes(text, "de")
    ]


@pytest.mark.parametrize(
    ("text", "speaker", "cue"),
    [
        ("„Das Wasser steigt“, sagte Eva Brandt.", "Eva Brandt", "sagte"),
        ("„Das Wasser steigt“, erinnerte sich Eva Brandt.", "Eva Brandt", "erinnerte"),
        ("„Das Wasser steigt“, wird Olaf Berg zitiert.", "Olaf Berg", "zitiert"),
        ("„Das Wasser steigt“, wie Eva Brandt am Abend sagte.", "Eva Brandt", "sagte"),
        ("„Das Wasser steigt“, so urteilte Eva Brandt.", "Eva Brandt", "urteilte"),
        ("Der Deich sei „völlig durchnässt“ und müsse weg, so Eva Brandt.", "Eva Brandt", "so"),
        ("Wie Eva Brandt am Abend erzählte, „steigt das Wasser“.", "Eva Brandt", "erzählte"),
    ],
)
def test_the_verb_beside_the_quote_tells_who_spoke(text: str, speaker: str, cue: str) -> None:
    assert sources(text) == [(speaker, cue)]


@pytest.mark.parametrize(
    "text",
    [
        "Eva Brandt kam. „Das Wasser steigt“, sagte sie in Mainz.",
        "Eva Brandt kam. „Das Wasser steigt“, sagte sie der Zeitung.",
        "Eva Brandt kam. „Das Wasser steigt“, sagte sie ihren Leuten am Deich.",
    ],
)
def test_what_stands_behind_a_pronoun_is_no_part_of_it(text: str) -> None:
    assert sources(text) == [("sie", "sagte")]


def test_a_colon_lets_the_subject_of_any_verb_speak() -> None:
    text = "Hier sparte die Lehrerin Eva Brandt nicht mit Lob: „Das Wasser fällt.“"
    assert sources(text) == [("die Lehrerin Eva Brandt", "sparte")]


def test_a_paper_whose_name_stands_in_marks_may_speak() -> None:
    text = "„Das Wasser steigt“, schreibt der „Küstenbote“ am Montag."
    assert sources(text) == [("der „Küstenbote“", "schreibt")]


def test_whom_a_paper_quotes_is_the_speaker() -> None:
    text = "„Das Wasser steigt“, zitiert der „Küstenbote“ den Fischer Olaf Berg."
    assert sources(text) == [("den Fischer Olaf Berg", "zitiert")]
