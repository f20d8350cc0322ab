import pytest

from summarize import find_quotes
from summarize.naming import only_person, person_name


@pytest.mark.parametrize(
    ("text", "name", "language"),
    [
        ("“It was dark,” said Mara Tolvik.", "Mara Tolvik", "en"),
        ("“It was dark,” said Mayor Tolvik.", "Tolvik", "en"),
        ("“It was dark,” said the coach, Mara Tolvik.", "Mara Tolvik", "en"),
        ("“It was dark,” said Imogen Hall.", "Imogen Hall", "en"),
        ("“It was dark,” the Home Office said.", "", "en"),
        ("“It was dark,” said Veluna Bank.", "", "en"),
        ("Nurses said “it was dark”. There were ten nurses.", "", "en"),
        ("“It was dark,” said Tolvik & Reth.", "", "en"),
        ("“It was dark,” said the clerk of the court.", "", "en"),
        ("“It was dark,” she said.", "", "en"),
        ("„Es war dunkel“, sagte die Biologin.", "", "de"),
        ("„Es war dunkel“, sagte die Biologin Mara Tolvik.", "Biologin Mara Tolvik", "de"),
    ],
)
def test_only_a_person_with_a_name_has_a_persons_name(text: str, name: str, language: str) -> None:
    (quote,) = find_quotes(text, language)
    assert person_name(text, quote.speaker, language) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Their manager, Brelan Tolvik, sat down. ", "Brelan Tolvik"),
        ("The Red Harbour was dark. Then Imogen Tolvik sat down. ", "Imogen Tolvik"),
        ("Imogen Tolvik and Peter Reth sat down. ", ""),
        ("Imogen Tolvik sat down.\n\nIt was dark. ", ""),
    ],
)
def test_whom_alone_a_paragraph_names(text: str, name: str) -> None:
    assert only_person(text, len(text)) == name
