"""The check of drafts stays at or above what it has reached on the gold."""

import pytest
from score_drafts import GOLD, Scored, judge, score

FLOORS = {"accuracy": 95.3, "quote_accuracy": 97.2, "claim_accuracy": 93.5}  # they only rise


def one(verdict: str, given: str, kind: str = "quote") -> Scored:
    return Scored("d", {"kind": kind, "verdict": verdict, "article": "a"}, given, verdict == given)


@pytest.mark.skipif(not (GOLD / "drafts").is_dir(), reason="the gold of drafts is not there")
def test_verdicts_on_the_gold() -> None:
    figures = score(judge())
    assert figures["altered_as_verbatim"] == 0
    for name, floor in FLOORS.items():
        assert figures[name] >= floor


def test_what_was_not_found_counts_as_wrong() -> None:
    figures = score([one("verbatim", "verbatim"), one("same", "none", "claim")])
    assert figures["accuracy"] == 50.0
    assert (figures["quote_accuracy"], figures["claim_accuracy"]) == (100.0, 0.0)


def test_an_altered_quote_that_is_called_verbatim_is_told() -> None:
    assert score([one("altered", "verbatim")])["altered_as_verbatim"] == 1
    assert score([one("altered", "speaker")])["altered_as_verbatim"] == 0
