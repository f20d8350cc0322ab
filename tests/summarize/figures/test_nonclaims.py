import pytest

from summarize import find_claims


@pytest.mark.parametrize(
    "text",
    [
        "on Nov. 2, 2017",
        "on 5 May 1998",
        "May twenty-nine",
        "28 June of 2020",
        "between 2014 and 2018",
        "from 2014 to 2018",
        "in the 1990s",
        "in her mid-30s",
        "2019/08/01",
        "23.04.2022 14:55",
        "2014-15",
        "24/7",
        "9/11",
        "the 21st century",
        "at 10:30",
        "at 8 p.m.",
        "from 5 to 6pm",
        "between 9 to 10:30",
        "by two in the afternoon",
        "fifteen past eight",
        "Monday at 8",
        "at five o'clock",
        "in two thousand and five",
        "on Sunday, 7 of May",
    ],
)
def test_dates_and_times_are_no_claims(text: str) -> None:
    assert find_claims(f"It happened {text}.") == ()


@pytest.mark.parametrize(
    "number",
    ["541-754-3010", "(541) 754-3010", "+420 123 456 789", "0800 000 0000", "call 1234567"],
)
def test_phone_numbers_are_no_claims(number: str) -> None:
    assert find_claims(f"For more {number} now.") == ()


@pytest.mark.parametrize(
    "text",
    [
        "Veluna won 9-2.",
        "The vote went 4 to 1.",
        "Fifty-fifty.",
        "The Orvane G70 is out.",
        "COVID-19 spread.",
        "It met the iPhone 11 Pro today.",
        "See Section 427 and page 12.",
        "The S&P 500 closed.",
        "He chairs Formula One.",
        "She lives at 12 Harbour Street.",
        "Its new 4K screen.",
        "7-Eleven shut.",
        "Flight MH370 vanished.",
        "Take Highway 61.",
        "1. Open the lid.",
        "Use version 2.0.1 of it.",
        "One of the men left.",
        "No one came.",
        "It may help one day.",
        "He stood at one point.",
        "Sort the good one out.",
    ],
)
def test_names_scores_and_pronouns_are_no_claims(text: str) -> None:
    assert find_claims(text) == ()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("In May 200 people came.", 200),
        ("On Monday 21 people came.", 21),
        ("In Torvania 21 civilians were hurt.", 21),
        ("More than 2000 customers left.", 2000),
        ("It will cost 1500 dollars.", 1500),
        ("Just one area burned.", 1),
        ("They did it in one day.", 1),
        ("They measured two thirty-metre masts.", 2),
        ("They died on Monday, three of them at sea.", 3),
    ],
)
def test_figures_beside_dates_and_names_stay_claims(text: str, value: float) -> None:
    assert find_claims(text)[0].value == value


@pytest.mark.parametrize(
    "text",
    [
        "am 3. Mai 2017",
        "um 15 Uhr",
        "um 9.30 Uhr",
        "am 21. Spieltag",
        "im 19. Jahrhundert",
        "seit 1998",
        "Das Spiel endete 2:1.",
        "Er kam am 3. Der Sieg war ihm sicher.",
    ],
)
def test_german_dates_times_and_ordinals_are_no_claims(text: str) -> None:
    assert find_claims(text, "de") == ()


@pytest.mark.parametrize("behind", ["Sechs Gäste liegen dort.", "Die Suche geht weiter."])
def test_a_german_number_before_a_sentence_is_no_ordinal(behind: str) -> None:
    text = f"Die Zahl der Verletzten stieg auf 27. {behind}"
    assert find_claims(text, "de")[0].value == 27


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le 3 mai 2017 à 15 h 30, au 21e siècle"),
        ("es", "El 3 de mayo de 2017 a las 15 horas"),
        ("it", "Il 3 maggio 2017 alle 15"),
        ("pt", "Em 3 de maio de 2017, às 15h"),
        ("cs", "Dne 3. května 2017 v 15 hodin"),
    ],
)
def test_dates_and_times_of_other_languages_are_no_claims(language: str, text: str) -> None:
    assert find_claims(text, language) == ()


@pytest.mark.parametrize("key", ["1\ufe0f\u20e3", "3\u20e3"])
def test_a_digit_on_a_key_is_no_claim_and_the_figure_behind_it_is_one(key: str) -> None:
    text = f"{key} The ferry took 12 boats.\n\n{key} 40 people slept."
    assert [claim.span.cut(text) for claim in find_claims(text)] == ["12", "40"]
    nouns = [claim.noun for claim in find_claims(text)]
    assert [noun and noun.cut(text) for noun in nouns] == ["boats", "people"]
