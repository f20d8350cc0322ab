"""Lining up: which figures of several accounts are of the same thing."""

import pytest
from events import lined_up


@pytest.mark.parametrize(
    ("one", "other", "values"),
    [
        ("The quake of magnitude 6.1 struck.", "A 6.3-magnitude quake shook it.", [6.1, 6.3]),
        ("The works close at a cost of 350 jobs.", "Some 420 workers lose their jobs.", [350, 420]),
        ("They passed a budget of $48 million.", "The $52 million budget passed.", [48e6, 52e6]),
        ("The train was going 94 km/h.", "Its train was going at 120 km/h.", [94, 120]),
        ("The court fined it €20 million.", "It must pay a penalty of €25 million.", [20e6, 25e6]),
        ("It recalled 30,000 cars.", "It called back 45,000 vehicles.", [30000, 45000]),
        ("80,000 households lost power.", "Power was cut to 65,000 customers.", [80000, 65000]),
        ("The ferry had 212 people on board.", "Of the 198 passengers some swam.", [212, 198]),
        ("They were 600 metres below the ground.", "They sat 640 metres down.", [600, 640]),
        ("It stopped 150 metres beyond the fence.", "It stood 180 metres past it.", [150, 180]),
        ("The train was doing 94 km/h.", "Its speed was 118 km/h.", [94, 118]),
        ("The ship was 180 metres long.", "The 195-metre vessel sank.", [180, 195]),
        ("He got nine years in prison.", "The court jailed him for 12 years.", [9, 12]),
        ("The hoard was worth $3.2 million.", "They valued it at $2.3 million.", [3.2e6, 2.3e6]),
        ("At one he was 589 ahead.", "At one his lead was 598.", [589, 598]),
        ("The captain, aged 34, swam.", "A captain aged 43 swam.", [34, 43]),
        ("Police arrested 14 men.", "Eighteen people were detained.", [14, 18]),
        ("14 people in two cars died.", "Eighteen men lost their lives.", [14, 18]),
        ("Two died, 9 others were hurt.", "Ten people were injured.", [9, 10]),
        ("The ship was built 26 years ago.", "The ship is 29 years old.", [26, 29]),
        ("Tom Senn (56) bowed.", "It was said by Tom Senn, 57.", [56, 57]),
        ("The driver of the van, a man of 54, fled.", "The driver, 56, fled.", [54, 56]),
        ("They hid 21 million pounds of income.", "Its income was £14 million.", [21e6, 14e6]),
        ("They copied 640 gigabytes of data.", "The data was 1.8 terabytes.", [640, 1.8]),
        ("It reached 31 degrees Celsius.", "It was 33 degrees there.", [31, 33]),
        ("Ada Brenn was 14 and had rowed.", "Ada Brenn, 15, rowed.", [14, 15]),
        ("The offer rose to £5,000 last week.", "They offer £7,000.", [5000, 7000]),
        (
            "Painted in 1911, it is insured for £3 million.",
            "It is insured for £4 million.",
            [3e6, 4e6],
        ),
        ("Forty-five branches will shut.", "The bank shuts 38 of 260 branches.", [45, 38]),
    ],
)
def test_the_same_thing_in_other_words_is_lined_up(
    one: str, other: str, values: list[float]
) -> None:
    assert lined_up(one, other) == [("conflict", values)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("17 people were killed.", "40 people were injured."),
        ("It costs shops 11 million crowns a day.", "It cost shops 33 million crowns."),
        ("Winds of 160 km/h tore at it.", "Gusts of 178 km/h tore at it."),
        ("17 people were killed.", "Three children were killed."),
        ("17 people were killed.", "Another 12 people were killed."),
        ("The bridge is 300 metres long.", "It weighs 300 tonnes."),
        ("It has a capacity of 300 passengers.", "It was carrying 412 passengers."),
        ("Rents rose by 4 percent.", "Turnout was 61 percent."),
        ("A boy of 12 was hurt.", "A woman of 40 was hurt."),
        ("17 people were killed.", "Twelve children were killed."),
        ("In 2009 a fire killed 22 people.", "17 people were killed."),
        ("Last year 30 people drowned.", "Two people drowned."),
        ("The north tower is 40 metres high.", "The south tower is 60 metres high."),
        ("Food prices rose 4 percent.", "Energy prices rose 9 percent."),
        ("Mr Brandt, 61, resigned.", "Ms Kovac, 44, took over."),
        ("Three guards, aged 39, came.", "The suspects, aged 26, fled."),
        ("The train was doing 94 km/h.", "The limit is 60 km/h."),
        ("It carried 234 passengers and six crew.", "It had 240 people on board."),
        ("Edith Marr, 79, lost it all.", "Corin Vale, 56, took it all."),
        ("19 people died.", "Six of the dead were from Hadley."),
        ("17 people were hurt.", "Three of them still are in hospital, hurt."),
    ],
)
def test_other_things_are_not_lined_up(one: str, other: str) -> None:
    assert lined_up(one, other) == []


def test_a_part_is_not_beside_its_whole() -> None:
    one, other = "The train had nine carriages.", "Four of the nine carriages left the track."
    assert lined_up(one, other) == [("same", [9, 9])]
    one, other = "Of 2,300 houses in the valley 1,400 fell.", "The valley had 2,300 houses."
    assert lined_up(one, other) == [("same", [2300, 2300])]


def test_workers_are_the_people_where_the_number_is_the_same() -> None:
    told = lined_up(
        "The blast injured 34 workers.", "34 people were hurt.", "41 people were injured."
    )
    assert told == [("conflict", [34, 34, 41])]


def test_german_figures_are_lined_up() -> None:
    one, other = "Bei dem Brand starben 9 Menschen.", "Das Feuer forderte elf Todesopfer."
    assert lined_up(one, other, language="de") == [("conflict", [9, 11])]


@pytest.mark.parametrize(
    ("one", "other", "values"),
    [
        ("The runway is two kilometres long.", "The runway measures 2,000 metres.", [2, 2000]),
        ("Food lasts for 96 hours, it said.", "They have food for four days.", [96, 4]),
        ("Its tank holds 40,000 litres.", "The tank, of 40 cubic metres, was empty.", [40000, 40]),
        ("Two fifths of voters came.", "Some 40 percent of voters came.", [0.4, 40]),
        ("The swing of 19 points was the largest.", "That is a swing of 19.2 points.", [19, 19.2]),
        ("She won by a majority of 4,312.", "She won by about 4,300 votes.", [4312, 4300]),
    ],
)
def test_other_units_and_rounded_values_are_compatible(
    one: str, other: str, values: list[float]
) -> None:
    assert lined_up(one, other) == [("compatible", values)]


def test_millions_of_nothing_are_money_where_that_is_spoken_of() -> None:
    one = "The loss was 47 million euros, after a profit of 12 million euros."
    other = "They spent 85 million euros. A loss of 47 million was told."
    assert ("compatible", [47e6, 47e6]) in lined_up(one, other) or (
        "same",
        [47e6, 47e6],
    ) in lined_up(one, other)


def test_equal_figures_of_some_size_are_one_whatever_they_are_called() -> None:
    assert lined_up("He polled 10,048.", "There were 10,048 crosses.") == [("same", [10048, 10048])]
    assert lined_up("They have three dogs.", "He sold three pots.") == []


def test_an_account_may_tell_what_others_say_and_what_it_holds_itself() -> None:
    other = "The orchards lost 80 percent of their pears."
    own = """Growers lost two thirds of their plums, the ministry says. The growers, who had \
spoken of 80 percent, stand by it."""
    assert lined_up(other, own) == [("conflict", [80, 2 / 3, 80])]


def test_a_group_of_those_who_are_counted_is_no_second_figure_of_them() -> None:
    other = "At least two people died in the fire."
    own = "Three people died in the fire: two women died in their beds, a man outside."
    assert lined_up(other, own) == [("compatible", [2, 3])]


def test_what_is_said_of_one_earlier_year_is_of_one_time() -> None:
    one = "In 2009, 16 tourists died when their bus fell."
    other = "The inquiry into the accident of 2009, which killed 14 tourists, asked for a wall."
    assert lined_up(one, other) == [("conflict", [16, 14])]
    other = "The accident of 2003, in which 14 tourists died, was another."
    assert lined_up(one, other) == []


def test_a_person_by_name_here_may_be_the_one_by_trade_there() -> None:
    one, other = "The driver, 38, was hurt on the pass.", "Joren Falk, 41, was hurt on the pass."
    assert lined_up(one, other) == [("conflict", [38, 41])]
    assert lined_up("Ada Senn, 38, was hurt.", "Joren Falk, 46, was hurt.") == []


def test_how_many_storeys_a_house_of_some_year_has_is_not_of_that_year() -> None:
    one, other = "A five-storey house of 1931 fell.", "The four-storey house fell."
    assert lined_up(one, other) == [("conflict", [5, 4])]
