"""Readings: what became of what is counted, and which figures stand aside."""

import pytest
from events import texts_told

from summarize.events.readings import Reading, readings


def read(text: str) -> list[Reading]:
    return list(readings(*texts_told(text)))


@pytest.mark.parametrize(
    ("text", "outcomes"),
    [
        ("At least 17 people were killed.", ["killed"]),
        ("The blast killed 17 people and injured 40.", ["killed", "injured"]),
        ("The blast left 17 dead and at least 40 wounded.", ["killed", "injured"]),
        ("The toll of the blast at the mill rose to 21.", ["killed"]),
        ("The storm claimed 17 lives.", ["killed"]),
        ("Divers found 12 bodies.", ["killed"]),
        ("Forty passengers were rescued and three are missing.", ["rescued", "missing"]),
        ("The ferry was carrying 212 passengers.", ["aboard"]),
        ("Police arrested 14 men.", ["arrested"]),
        ("Some 12,000 homes lost power.", ["without-power"]),
        ("The town has 12 bakers.", [None]),
        ("Twelve people were burned.", ["injured"]),
        ("Seven of the survivors are in hospital.", ["in-hospital"]),
        ("The bank will close 38 branches.", ["closed"]),
        ("The airline stranded 97,000 passengers.", ["trapped"]),
        ("Dead: 12.", ["killed"]),
        ("Five survivors landed, and two were in a critical condition.", ["rescued", "critical"]),
        ("The board will drop 11 routes.", [None]),
        ("Brokers had been looking for 88 million.", [None]),
        ("They owe their lives to 12 sailors.", ["rescued"]),
        ("The council approved 1,200 homes.", [None]),
        ("Guns downed 41 drones.", ["shot-down"]),
        ("He denies all 17 charges.", [None]),
        ("The ferry can carry 600 passengers.", ["capacity"]),
        ("Of the 53 injured, 31 have been discharged from hospital.", ["injured", "released"]),
        ("Its last check in March found 11 faults.", [None]),
        ("Last March 11 drivers left.", [None]),
        ("The Long March drew 500 people.", ["marching"]),
        ("They lost a fifth of their purchasing power.", [None]),
        ("The storm cut off 1,200 power customers.", ["without-power"]),
        ("Of the 31 injured, 14 have gone home.", ["injured", "released"]),
    ],
)
def test_the_words_around_a_figure_say_what_became_of_it(
    text: str, outcomes: list[str | None]
) -> None:
    assert [one.outcome for one in read(text)] == outcomes


@pytest.mark.parametrize(
    "text",
    [
        "Three women and two men were killed.",
        "Twelve adults and four children have died.",
        "Some 12 people, including three children, were killed.",
    ],
)
def test_what_became_of_two_counts_is_told_of_both(text: str) -> None:
    assert [one.outcome for one in read(text)] == ["killed", "killed"]


def test_what_became_of_the_second_is_not_told_of_a_count_that_has_its_own() -> None:
    told = read("The blast killed 12 women and four men were hurt.")
    assert [one.outcome for one in told] == ["killed", "injured"]


def test_words_for_people_are_no_subject_where_something_became_of_them() -> None:
    assert read("17 passengers were killed.")[0].subject == ()
    assert read("Three children were killed.")[0].subject == ("child",)
    assert read("It employs 212 people.")[0].subject == ("peopl",)


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("She won by a majority of 4,312.", ("majority",)),
        ("The court fined it €20 million.", ("fine",)),
        ("The driver, aged 34, was hurt.", ("driv",)),
        ("Profit before tax was €84 million.", ("profit",)),
        ("Profit for the spring quarter climbed to €84 million.", ("profit",)),
        ("Turnout: 64.", ("turnout",)),
        ("A quake of strength 6.2 came.", ("magnitude",)),
    ],
)
def test_what_is_measured_is_told_before_a_figure_too(text: str, subject: tuple[str, ...]) -> None:
    assert read(text)[0].subject == subject


@pytest.mark.parametrize(
    "text",
    [
        "In 2009 a fire killed 52 people.",
        "Five people were killed there a decade ago.",
        "Sales went up from 12 boats to 15.",
        "It had a profit of 120 million a year earlier.",
        "The strike lasted 12 days in 2009.",
        "Analysts had expected a profit of €88 million.",
        "It fell short of the €88 million that they had pencilled in.",
        "The worst flood on the river drowned 52 people.",
    ],
)
def test_figures_of_other_times_are_known(text: str) -> None:
    assert read(text)[0].past


@pytest.mark.parametrize(
    "text",
    [
        "The reward was raised to €400,000 last week.",
        "Painted in 1911, it is insured for €12 million.",
        "There were 12 crashes in a decade.",
        "Boxes were stolen from two stations.",
        "Rice costs 36 percent more than two years ago.",
        "Since 2018 rents have risen by 62 percent.",
        "The last flood was 21 years ago.",
        "Average fares are up four percent.",
        "A record 20,000 people came.",
        "Since the mill closed in 2018 rents have risen by 62 percent.",
        "Around 1500 trains were late.",
        "Some 5,000 people are homeless after the worst flood in a century.",
    ],
)
def test_figures_of_the_event_are_of_no_other_time(text: str) -> None:
    assert not read(text)[-1].past


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("The wall was priced at $6 million in 2023.", {"2023"}),
        ("Three years ago the wall was priced at $6 million.", {"2023"}),
        ("Last year the wall was priced at $6 million.", {"2025"}),
        ("The wall is priced at $6 million.", set()),
    ],
)
def test_the_years_of_a_sentence_are_reckoned_from_that_of_the_account(
    text: str, years: set[str]
) -> None:
    assert read(text)[-1].years == years


def test_what_some_of_those_before_are_is_a_group_of_the_same_outcome() -> None:
    for text in (
        "Twelve people died, and four were children.",
        "Twelve people died. Four of those killed were children.",
        "Twelve people died, among them four children.",
    ):
        one = read(text)[-1]
        assert (one.outcome, one.subject, one.part) == ("killed", ("child",), "")


def test_those_who_are_left_out_are_no_figure() -> None:
    assert [one.claim.value for one in read("All but two of the 14 men were freed.")] == [14]


def test_a_rate_stands_behind_a_figure_or_before_it() -> None:
    assert read("The mill lost 3 million a day.")[0].rate == "day"
    assert read("They put the daily loss at 5 million.")[0].rate == "day"
    assert read("There were 187 millimetres of rain in a day.")[0].rate == ""
    assert read("They cut 1,200 jobs within a year.")[0].rate == ""
    assert read("It made 120 million a year earlier.")[0].rate == ""


def test_a_time_behind_punctuation_is_not_that_of_a_figure() -> None:
    first, second = read("Turnout was 41 percent, down from 68 percent at the election of 2019.")
    assert (first.past, second.past) == (False, True)


@pytest.mark.parametrize(
    "text",
    [
        "Another 12 people were killed.",
        "Divers recovered four more bodies.",
        "Police took 180 of the 214 coins along.",
        "The tram was almost 50 above the limit.",
    ],
)
def test_figures_of_parts_are_known(text: str) -> None:
    assert read(text)[0].part


@pytest.mark.parametrize(
    "text",
    ["More than 300 people were killed.", "Three of them were killed.", "Hundreds of men came."],
)
def test_what_became_of_some_is_no_part(text: str) -> None:
    (one,) = read(text)
    assert (one.part, one.past) == ("", False)


def test_two_figures_that_are_counted_together_share_a_whole() -> None:
    told = read("The jet had 234 passengers and six crew on board.")
    assert [one.shared for one in told] == [True, True]
    assert read("Two nurses and a surgeon were suspended.")[0].shared
    told = read("The blast killed 17 people and injured 40.")
    assert [one.shared for one in told] == [False, False]


@pytest.mark.parametrize(
    ("text", "aspect"),
    [
        ("The ledge is 40 metres wide.", "width"),
        ("They were 600 metres below the ground.", "depth"),
        ("At a depth of 12 kilometres it was hot.", "depth"),
        ("The train was doing 94 km/h.", "speed"),
        ("Gusts of 94 km/h were measured.", "gust"),
        ("Winds of 94 km/h were measured.", "wind"),
        ("The ledge broke over 40 metres.", None),
        ("They put the length of the broken part at 32 metres.", "length"),
        ("It levelled off at 9,000 feet.", None),
        ("It lies 12 miles off the coast.", "distance"),
        ("It struck 35 km south of the city.", "distance"),
        ("She cut her price target from 41 to 33 euros.", None),
        ("They want seven percent, two points below what they asked for.", None),
        ("The limit on the bend above the lake is 70 km/h.", "limit"),
    ],
)
def test_the_aspect_of_a_measure_is_told_beside_it(text: str, aspect: str | None) -> None:
    assert read(text)[-1].aspect == aspect


def test_what_is_told_of_a_figure_besides_who_gives_it() -> None:
    assert read("The union spoke of 300.")[0].reported == frozenset()
    assert read("She says that she spent $300.")[0].reported == frozenset({"she", "spent"})
    assert read("There are 300 bakers in the town.")[0].reported is None
    assert read("Growth is put at 0.9 percent.")[0].reported == frozenset({"growth"})
    assert read("It is $81,500 by the union's reckoning.")[0].reported == frozenset()
    told = read("They are worth 30 million euros, far above the 12 million that police named.")
    assert told[1].reported == frozenset()


def test_a_figure_may_leave_what_it_is_of_to_the_one_before() -> None:
    first, second = read("They tested twelve towers. It was 14.")
    assert (first.bare, second.bare) == (False, True)


def test_a_time_of_day_is_no_figure() -> None:
    assert read("17.40 The tower: a warning of the wind had come.") == []


def test_words_next_to_a_figure_tell_most_and_those_of_another_little() -> None:
    first, second = read("The rebels took 40 tanks, and the convoy lost 17 lorries.")
    assert first.context["tank"] >= 1 > first.context["lorry"]
    assert second.context["lorry"] >= 1 > second.context["tank"]


def test_what_is_guessed_to_be_more_like_a_number_comes_on_top_of_nothing() -> None:
    assert read("Survivors reckon it was more like 55, in the aisle too.")[0].part == ""
    assert read("Of the crew 12 more were hurt.")[0].part == "more"
