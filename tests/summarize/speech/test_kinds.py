"""Titles, nicknames, terms and markup in marks are no speech."""

import pytest

from summarize import find_quotes


def spoken(text: str, language: str = "en") -> list[str]:
    return [quote.span.cut(text)[1:-1] for quote in find_quotes(text, language)]


@pytest.mark.parametrize(
    "text",
    [
        "Fenn spoke on Channel Six's “Morning Table” about the harbour.",
        "He starred in the film “The Long Pier” last year.",
        "Critics liked “The Long Pier” by Ada Fenn.",
        "Robert “Bobby” Moss runs the harbour.",
        "The plan, known as “Blue Wave,” costs little.",
        "The so-called “tideline” runs along the coast.",
        'See <a href="harbour.html" target="new">the page</a>.',
        "The “blue zone” sticker costs ten crowns.",
        "“Tides of Norland” is the longest film of the year.",
        "Fenn runs an account called “Harbour Gull” at night.",
        "Fenn sat for an interview with “Norland This Week” about it.",
        "There was no “sea view” from there.",
    ],
)
def test_what_names_a_thing_is_no_speech(text: str) -> None:
    assert spoken(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Fenn called the plan “a disgrace” on Monday.", "a disgrace"),
        ("She said “No” and left.", "No"),
        ("The council described the delay as “unwise.”", "unwise."),
        ("Fenn asked, “Where Is The Boat?”", "Where Is The Boat?"),
        ("Left alone were those said to be “furious” with her.", "furious"),
    ],
)
def test_what_somebody_said_is_speech_however_short(text: str, words: str) -> None:
    assert spoken(text) == [words]


def test_german_names_in_marks_are_no_speech() -> None:
    assert spoken("Die Zeitung „Küstenbote“ erscheint am Montag.", "de") == []
    assert spoken("Das Schiff „Blaue Möwe“ liegt im Hafen.", "de") == []
    assert spoken("Er segelt heute mit der „Blauen Möwe“.", "de") == []


def test_german_words_with_a_cue_are_speech() -> None:
    assert spoken("Fenn nannte den Plan „völlig verfehlt“.", "de") == ["völlig verfehlt"]
    assert spoken("Der Plan sei „Unsinn“.", "de") == ["Unsinn"]
    assert spoken("Fenn sprach von einem „Skandal ohne Beispiel“.", "de") == [
        "Skandal ohne Beispiel"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The play “Supper with the Fenns,” now in Tarn, ran for years.",
        "“Supper Is the New Dinner” star Ada Fenn came late.",
        "Fares rise again. “The bus costs more.” http://tarn.example/fares",
        "The league printed “Ferries first, free of charge” (2009) on its walls.",
        '<note by="@fenn" on="May 3\n">We won the race and the cup.</note>',
    ],
)
def test_titles_excerpts_with_their_address_and_markup_are_no_speech(text: str) -> None:
    assert not find_quotes(text)


def test_a_straight_mark_that_nothing_closes_is_speech_only_of_somebody() -> None:
    words = '"It rained on the pier all day long.\n\n"The crew slept."'
    assert spoken(f"The ferry was late.\n\n{words}") == ["The crew slept."]
    assert len(spoken(f"Ada Fenn said:\n\n{words}")) == 2
