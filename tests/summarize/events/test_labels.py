"""Labels: words of the accounts for what they count, of their language."""

import pytest
from events import texts_told

from summarize import compare_claims


@pytest.mark.parametrize(
    ("texts", "language", "wanted"),
    [
        (("17 people were killed.", "21 people died."), "en", "people killed"),
        (("Es gab 14 Verletzte.", "23 Menschen wurden verletzt."), "de", "Verletzte"),
        (("14 Menschen wurden verletzt.", "23 wurden verletzt."), "de", "Menschen verletzt"),
        (("Drei wurden vermisst.", "Fünf werden vermisst."), "de", "vermisst"),
        (("They heard Tom Senn, 57.", "They heard Tom Senn, 59."), "en", "Tom Senn"),
        (("The fall was 18 metres.", "They heard of a fall of 60 feet."), "en", "fall"),
        (
            ("The fire in Santa Brea grew to 900 acres.", "A fire of 1,200 acres burns."),
            "en",
            "fire",
        ),
        (("It is 40 metres wide.", "It is 42 metres wide."), "en", "width"),
        (("The clinic saw 12 arrests.", "There were 14 arrests."), "en", "arrests"),
        (
            ("Fünf von ihnen sind schwer verletzt.", "Sechs sind schwer verletzt."),
            "de",
            "schwer verletzt",
        ),
        (
            ("Die Freie Allianz hat 4,5 Prozent.", "Die Freie Allianz kam auf 4,9 Prozent."),
            "de",
            "Freie Allianz",
        ),
        (
            ("Then Tom Senn was jailed for 9 years.", "They jailed Senn for 9 years."),
            "en",
            "jailed",
        ),
        (("Sie ist 40 Meter hoch.", "Sie ist 42 Meter hoch."), "de", "Höhe"),
    ],
)
def test_a_line_is_called_by_what_it_counts(
    texts: tuple[str, str], language: str, wanted: str
) -> None:
    (found,) = compare_claims(texts_told(*texts, language=language))
    assert found.what == wanted


def test_the_unit_stands_for_what_nothing_is_said_of() -> None:
    (found,) = compare_claims(texts_told("It was 18 metres.", "It was 18 metres."))
    assert found.what == found.unit == "metre"
