"""Disputes: two figures of a thing in one account, as two sources give them."""

import pytest
from events import lined_up, texts_told

from summarize.events.disputes import resolved
from summarize.events.readings import readings


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Police put the crowd at 8,000. The organisers said it was 20,000.", [8000, 20000]),
        ("Some 12,000 people marched, police said; the organisers spoke of 30,000.", [12e3, 3e4]),
        ("The union says 4,000 workers walked out; the company puts it at 2,500.", [4000, 2500]),
        ("The union claims 85 percent took part, management 60.", [85, 60]),
        ("The ministry spoke of 12 dead, the rebels of 40.", [12, 40]),
        ("The police thought there were 3,000 marchers; the union counted 5,000.", [3000, 5000]),
        ("Officials said 12 people had died, but doctors counted 19 bodies.", [12, 19]),
        ("The owner puts the damage at $2 million; the insurer says $5 million.", [2e6, 5e6]),
        ("The captain spoke of 12 knots; the data recorder shows 18.", [12, 18]),
        ("There were 40 people on board, he said. The coastguard later said 46.", [40, 46]),
        ("The company said 240 jobs would go, the union 310.", [240, 310]),
        (
            "The government speaks of $2.3bn; its finance ministry, in a note, of 3.2bn.",
            [2.3e9, 3.2e9],
        ),
        ("The hospital said 24 people were being treated, not 17 as police had said.", [24, 17]),
        ("They said that twelve towers had been tested. It was 14.", [12, 14]),
        ("The mayor says 400 people fell ill; according to the hospital it was 520.", [400, 520]),
        ("The league counts 120 closed farms where the ministry sees 90.", [120, 90]),
        (
            "Growth was 2.1 percent, says the bank. The institute arrives at 1.4 percent.",
            [2.1, 1.4],
        ),
        ("The leak lasted two hours, the firm says. Inspectors think it was five hours.", [2, 5]),
        ("Officials say 310 houses were lost; a study by the university found 420.", [310, 420]),
        ("Police counted 4,000 marchers, a count by a newspaper 6,500.", [4000, 6500]),
        ("Some 31 people were injured, it said. The hospital says it treated 44.", [31, 44]),
        ("The list has 31 payments, not the 26 that were named in court.", [31, 26]),
        ("He knew of 41 complaints, not of the 120 of which a clerk has spoken.", [41, 120]),
        ("It lost not 38 million pounds but 12 million pounds.", [38e6, 12e6]),
        ("Six of the ten lines are closed, not five as we wrote earlier.", [6, 5]),
        ("Police put the crowd at 20,000 and her party at 60,000.", [20000, 60000]),
    ],
)
def test_two_sources_of_one_account_contradict_each_other(text: str, values: list[float]) -> None:
    assert lined_up(text) == [("conflict", values)]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Die Veranstalter sprachen von 20.000 Teilnehmern, die Polizei von 8.000.", [20000, 8000]),
        ("Laut Ministerium erkrankten 400 Menschen, laut Krankenhaus waren es 520.", [400, 520]),
        ("Die Firma sagt, es seien 14 Busse. Die Prüfer gehen von 20 Bussen aus.", [14, 20]),
        (
            "Laut Betreiber lebten dort 94 Menschen. Die Polizei spricht von 96 Bewohnern.",
            [94, 96],
        ),
        ("Die Liste nennt 31 Zahlungen, nicht 26.", [31, 26]),
        ("Laut Gewerkschaft streikten 400 Arbeiter, das Unternehmen nannte 250.", [400, 250]),
        ("Der Betreiber will 240 Stellen streichen, die Gewerkschaft rechnet mit 310.", [240, 310]),
    ],
)
def test_german_sources_do_too(text: str, values: list[float]) -> None:
    assert lined_up(text, language="de") == [("conflict", values)]


@pytest.mark.parametrize(
    "text",
    [
        "The company said it had 240 workers. It paid 310 million dollars.",
        "Police arrested 14 people. The hospital said 12 were injured.",
        "The firm said sales were $40 million. Profit was $12 million, it said.",
        "Police said the car was doing 90 km/h. The limit there is 60 km/h.",
        "Officials said 12 people had died. Another 19 are missing, they said.",
        "The union said 4,000 workers walked out. It has 9,000 members.",
        "Mr Callow spent $41,000 on it, she says that she spent $18,000.",
        "The shares fell 4 percent, the bank said. Sales grew 7 percent.",
        "The owner says he paid $400,000 for the mill. The insurer paid $350,000 after the fire.",
        "The institute measured 41 degrees in Hadley and 38 degrees in Belmar.",
        "The captain said there were 14 crew and 180 passengers.",
        "The firm sold the mill for $6 million and the barn for $2 million.",
        "The union is asking for 8 percent, the company has offered 4.5 percent.",
        "Of voters 66 percent reject the plan for 67, according to a survey.",
        "It struck at a depth of 10 km, about 35 km south of the city, the office said.",
        "It forecast a rise of 2.6 percent in May. Growth is put at 0.9 percent.",
        "He was doing 148 km/h instead of the 90 km/h that are allowed.",
    ],
)
def test_figures_of_two_things_are_no_dispute(text: str) -> None:
    assert lined_up(text) == []


def test_an_account_that_repeats_a_dispute_has_both_figures_in_its_line() -> None:
    first = "Police counted 4,000 demonstrators; the organisers spoke of 11,000."
    second = "The police repeat that 4,000 demonstrators came. She sticks to her 11,000."
    assert lined_up(first, second) == [("conflict", [4000, 11000, 4000, 11000])]


@pytest.mark.parametrize(
    ("first", "second", "values"),
    [
        (
            "Police put the crowd at 20,000. Her party spoke of 60,000.",
            "There were 60,000 people in the crowd, her party said.",
            [20000, 60000, 60000],
        ),
        (
            "The village lost 40 barns. The mayor spoke of 55.",
            "Some 55 barns burned, the mayor said.",
            [40, 55, 55],
        ),
    ],
)
def test_a_figure_that_leaves_out_what_it_is_of_is_known_in_other_accounts(
    first: str, second: str, values: list[float]
) -> None:
    assert lined_up(first, second) == [("conflict", values)]


def test_what_was_before_is_no_dispute_where_nobody_is_named() -> None:
    told = lined_up("A reward of $900 is offered now; it had been $500.")
    assert told == [("update", [900, 500])]


@pytest.mark.parametrize(
    "text",
    [
        "The company said 35 of its 180 lines ran. The union said that fewer than 20 did.",
        "Of 180 lines only 35 were running, they said. The union spoke of 20.",
    ],
)
def test_what_is_said_behind_a_part_and_its_whole_is_of_the_part(text: str) -> None:
    told = resolved(readings(*texts_told(text)))
    assert (told[-1].claim.value, told[-1].part) == (20, "some")
