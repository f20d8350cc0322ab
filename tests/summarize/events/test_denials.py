"""Denials: figures that are named in order to say that they do not hold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize import Span, find_claims
from summarize.events.denials import is_withdrawn


def withdrawn(text: str, language: str = "en") -> list[float]:
    sentence = Span(0, len(text))
    return [
        claim.value
        for claim in find_claims(text, language)
        if is_withdrawn(text, sentence, claim, language)
    ]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The ferry carried 64 cars and not 58.", [58]),
        ("The ferry carried 64 cars, not about 58.", [58]),
        ("It cost 9 million crowns, not the 7 million that was announced.", [7e6]),
        ("It cost 9 million crowns, not the reported 7 million.", [7e6]),
        ("There were 64, not, as the harbour had first said, 58 cars on it.", [58]),
        ("There were 64 and not as reported 58 cars on it.", [58]),
        ("There weren't 58 cars on it but 64.", [58]),
        ("Prices rose by 4 percent and not by 3 percent.", [3]),
        ("The yard has 310 welders rather than 420.", [420]),
        ("The yard has 310 welders instead of the promised 420.", [420]),
        ("The yard has 310 welders instead of the 420 that it wants to hire.", []),
        ("The yard has 310 welders instead of the originally announced 420.", [420]),
    ],
)
def test_a_figure_is_withdrawn_by_the_words_right_before_it(text: str, values: list[float]) -> None:
    assert withdrawn(text) == values


@pytest.mark.parametrize(
    "text",
    [
        "The ferry carried not only 58 cars.",
        "The ferry carried not less than 58 cars.",
        "The ferry carried no fewer than 58 cars.",
        "The ferry carried not more than 58 cars.",
        "The ferry carried not even 58 cars.",
        "The ferry carried dozens, if not 200 cars.",
        "The harbour has not reported 58 cars.",
        "It was not the 58 drivers who complained.",
        "He drove at 140 km/h rather than the 90 km/h that are allowed.",
    ],
)
def test_other_negations_withdraw_no_figure(text: str) -> None:
    assert withdrawn(text) == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Die Fähre hatte 64 und nicht 58 Autos an Bord.", [58]),
        ("Die Fähre hatte nicht 58, sondern 64 Autos an Bord.", [58]),
        ("Die Preise stiegen nicht um 3, sondern um 4 Prozent.", [3]),
        ("Es waren 64 und nicht, wie zunächst gemeldet, 58 Autos.", [58]),
        ("Es waren 64 Autos statt der gemeldeten 58.", [58]),
        ("Es waren 64 Autos, nicht die 58, die zunächst genannt worden waren.", [58]),
        ("Die Fähre hatte nicht nur 58 Autos an Bord.", []),
        ("Die Fähre hatte nicht weniger als 58 Autos an Bord.", []),
        ("Es waren Dutzende, wenn nicht 200 Autos.", []),
        ("Es waren nicht die 58 Fahrer, die sich beschwert hatten.", []),
    ],
)
def test_german_figures_are_too(text: str, values: list[float]) -> None:
    assert withdrawn(text, "de") == values


def test_where_there_are_no_words_for_it_nothing_is_withdrawn() -> None:
    assert withdrawn("Bylo tam 64 aut, ne 58.", "cs") == []


@given(st.text("not,as .n't5the", max_size=60))
def test_any_text_is_read(text: str) -> None:
    withdrawn(text)
