"""The scorer of stories counts what it says."""

import json
from pathlib import Path
from typing import Any

import pytest
from score_stories import b_cubed, misses, read_events, score

CLAIM: dict[str, Any] = {
    "what": "killed",
    "agreement": "conflict",
    "values": [
        {"account": "a", "quote": "At least 12 people", "value": 12, "modifier": "min"},
        {"account": "b", "quote": "nine people", "value": 9, "modifier": None},
    ],
}
FIRE: dict[str, Any] = {
    "event": "fire",
    "language": "en",
    "accounts": [
        {
            "key": "a",
            "outlet": "Post",
            "time": "2026-03-03T10:00:00+00:00",
            "title": "Fire in Belmar",
            "text": "At least 12 people were killed in a fire at the Corvin mill in Belmar, police"
            ' said. "It was over in a minute", said Ines Dahl.',
        },
        {
            "key": "b",
            "outlet": "Courier",
            "time": "2026-03-03T11:00:00+00:00",
            "title": "Belmar mill burns",
            "text": "The Corvin mill in Belmar burned down, killing nine people, said Ines Dahl, a"
            ' fire officer. "It was over in a minute", she said.',
        },
    ],
    "copies": [],
    "claims": [CLAIM],
    "quotes": [{"accounts": ["a", "b"], "text": "It was over in a minute", "differs": "no"}],
}


def write(folder: Path, *events: dict[str, Any]) -> Path:
    for number, event in enumerate(events):
        (folder / f"{number}.json").write_text(json.dumps(event), encoding="utf-8")
    return folder


def test_what_is_all_found_scores_full(tmp_path: Path) -> None:
    figures = score(read_events(write(tmp_path, FIRE)))
    names = ("grouping_f1", "conflict_f1", "agreement_accuracy", "lined_up", "quotes_told")
    assert {name: figures[name] for name in names} == dict.fromkeys(names, 100.0)
    assert not list(misses(read_events(tmp_path)))


def test_a_conflict_that_the_gold_has_as_an_update_costs_precision(tmp_path: Path) -> None:
    told = {**FIRE, "claims": [{**CLAIM, "agreement": "update"}]}
    figures = score(read_events(write(tmp_path, told)))
    assert (figures["conflict_precision"], figures["agreement_accuracy"]) == (0, 0)
    assert any("not update" in line for line in misses(read_events(tmp_path)))


def test_b_cubed_is_as_defined() -> None:
    gold = {"a": "1", "b": "1", "c": "2"}
    assert b_cubed(gold, [("a", "b"), ("c",)])["grouping_f1"] == 100
    assert b_cubed(gold, [("a",), ("b",), ("c",)])["grouping_recall"] == 66.7
    assert b_cubed(gold, [("a", "b", "c")])["grouping_precision"] == 55.6


def test_a_quote_that_is_not_in_its_text_is_refused(tmp_path: Path) -> None:
    wrong = {**CLAIM, "values": [{**CLAIM["values"][0], "quote": "a dozen"}]}
    with pytest.raises(ValueError, match="a dozen"):
        read_events(write(tmp_path, {**FIRE, "claims": [wrong]}))
