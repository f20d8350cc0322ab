"""The gold for stories is well formed, says what stands in its texts, and is large enough."""

from collections import Counter
from datetime import datetime

import pytest
from gold_stories import accounts, numbers, plain, read_all

FIRST, MORE = read_all("stories/events"), read_all("stories/more")
EVENTS = FIRST + MORE
ACCOUNTS = accounts() | accounts("stories/more")
CLAIMS = [(event, claim) for event in EVENTS for claim in event["claims"]]
FRESH = [(event, claim) for event in read_all("stories/fresh") for claim in event["claims"]]
PLAIN = [(event, claim) for event in FIRST for claim in event["claims"]]  # without other units
MODIFIERS = {None, "min", "max", "approx", "up", "down"}


def texts(event: dict[str, list[dict[str, str]]]) -> dict[str, str]:
    return {account["key"]: account["text"] for account in event["accounts"]}


@pytest.mark.parametrize(
    ("words", "number"),
    [("at least 17 people", 17), ("£1.9 million", 1.9e6), ("rund 4.000", 4000), ("1,8 m", 1.8e6)],
)
def test_numbers_are_read_in_either_notation(words: str, number: float) -> None:
    assert number in numbers(words)


def test_there_are_as_many_events_accounts_and_conflicts_as_the_figures_need() -> None:
    for events in (FIRST, MORE):
        agreements = Counter(claim["agreement"] for event in events for claim in event["claims"])
        assert len(events) >= 12
        assert sum(event["language"] == "de" for event in events) >= 2
        assert sum(len(event["accounts"]) for event in events) >= 60
        assert agreements["conflict"] >= 15
        assert set(agreements) == {"same", "compatible", "update", "conflict"}


def test_an_event_has_three_to_six_accounts_and_no_key_is_used_twice() -> None:
    assert all(3 <= len(event["accounts"]) <= 6 for event in EVENTS)
    assert len(ACCOUNTS) == sum(len(event["accounts"]) for event in EVENTS)


def test_an_account_has_a_time_with_its_zone_and_the_length_of_a_news_text() -> None:
    for key, account in ACCOUNTS.items():
        assert datetime.fromisoformat(account["time"]).tzinfo, key
        assert 90 <= len(account["text"].split()) <= 300, key
        assert account["title"], key
        assert account["outlet"], key


def test_every_value_stands_once_in_its_account() -> None:
    for event, claim in CLAIMS + FRESH:
        for value in claim["values"]:
            where = (event["event"], claim["what"], value["quote"])
            assert texts(event)[value["account"]].count(value["quote"]) == 1, where
            assert value["modifier"] in MODIFIERS, where


def test_every_value_holds_its_number() -> None:
    for event, claim in PLAIN:
        for value in claim["values"]:
            where = (event["event"], claim["what"], value["quote"])
            assert value["value"] in numbers(value["quote"]), where


def test_a_claim_is_compared_over_at_least_two_accounts() -> None:
    for event, claim in CLAIMS:
        named = {value["account"] for value in claim["values"]}
        assert len(named) >= 2, (event["event"], claim["what"])


def test_only_figures_that_are_the_same_are_called_the_same() -> None:
    for event, claim in PLAIN:
        told = {
            (value["value"] / 100 if value["value"] > 1 else value["value"], value["modifier"])
            for value in claim["values"]
        }
        differ = len({(round(number, 6), modifier) for number, modifier in told}) > 1
        assert differ != (claim["agreement"] == "same"), (event["event"], claim["what"])


def test_every_quote_stands_in_its_accounts() -> None:
    for event in EVENTS:
        for quote in event["quotes"]:
            assert quote["differs"] in {"no", "wording", "speaker"}
            carriers = quote["accounts"][:1] if quote["differs"] == "wording" else quote["accounts"]
            for key in carriers:
                assert plain(quote["text"]) in plain(texts(event)[key]), (key, quote["text"])


def test_copies_are_accounts_of_their_event_and_share_most_of_their_words() -> None:
    for event in EVENTS:
        for first, *others in event["copies"]:
            words = set(texts(event)[first].split())
            for key in others:
                shared = words & set(texts(event)[key].split())
                assert len(shared) >= 0.8 * len(words), (first, key)
