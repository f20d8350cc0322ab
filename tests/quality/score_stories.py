"""Scores for stories: the grouping of accounts, the conflicts found, and how figures agree.

usage: python tests/quality/score_stories.py [FOLDER] [--misses]

FOLDER holds events in the format of our own gold, which is scored where none is given.
"""

import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import combinations
from pathlib import Path
from typing import Any

from scores import Tally, prf

from summarize import Span, digest
from summarize.stories import (
    Account,
    Comparison,
    QuoteComparison,
    compare_claims,
    compare_quotes,
    group_copies,
    group_stories,
)

HOME = Path(__file__).parent / "stories"
Figures = dict[str, float]


@dataclass(frozen=True, slots=True)
class Place:
    """A number of the gold: where it stands, and what it is."""

    account: str
    span: Span
    value: float


@dataclass(frozen=True, slots=True)
class Lined:
    """Numbers of the gold that count the same thing, and how they agree."""

    what: str
    agreement: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """One event of the gold."""

    name: str
    accounts: tuple[Account, ...]
    copies: tuple[frozenset[str], ...]
    claims: tuple[Lined, ...]
    quotes: tuple[Mapping[str, Any], ...]


def read_gold() -> tuple[Event, ...]:
    """Return both sets of the gold."""
    return (*read_events(HOME / "events"), *read_events(HOME / "more"))


def read_events(home: Path) -> tuple[Event, ...]:
    """Return the events of a folder; a quote that is not in its text is an error."""
    return tuple(
        _event(path.stem, json.loads(path.read_text(encoding="utf-8")))
        for path in sorted(home.glob("*.json"))
    )


def _event(name: str, told: Mapping[str, Any]) -> Event:
    accounts = tuple(_account(one, told["language"]) for one in told["accounts"])
    texts = {account.key: account.text for account in accounts}
    copies = tuple(map(frozenset, told.get("copies", ())))
    lined = tuple(
        Lined(
            one["what"],
            one["agreement"],
            tuple(_place(value, texts, told.get("copies", ())) for value in one["values"]),
        )
        for one in told.get("claims", ())
    )
    return Event(name, accounts, copies, lined, tuple(told.get("quotes", ())))


def _account(told: Mapping[str, str], language: str) -> Account:
    text, title = told["text"], told["title"]
    found = digest(text, title=title, language=language, method="lead")
    time = datetime.fromisoformat(told["time"]).timestamp()
    return Account(told["key"], time, told["outlet"], title, text, found)


def _place(
    value: Mapping[str, Any], texts: Mapping[str, str], copies: Iterable[Sequence[str]]
) -> Place:
    """Return where a value of the gold stands; one in a copy is that of the account copied."""
    key, quote = value["account"], value["quote"]
    if quote not in texts[key]:
        raise ValueError(f"{quote!r} is not in the text of {key}")
    group: Sequence[str] = next((keys for keys in copies if key in keys), (key,))
    key = next(one for one in (*group, key) if quote in texts[one])
    start = texts[key].index(quote)
    return Place(key, Span(start, start + len(quote)), float(value["value"]))


def b_cubed(gold: Mapping[str, str], found: Iterable[Sequence[str]]) -> Figures:
    """Return B-cubed precision, recall and F1 (Bagga and Baldwin 1998), in percent."""
    events: defaultdict[str, set[str]] = defaultdict(set)
    for key, event in gold.items():
        events[event].add(key)
    precision = recall = 0.0
    for group in found:
        for key in group:
            right = len(events[gold[key]].intersection(group))
            precision += right / len(group)
            recall += right / len(events[gold[key]])
    precision, recall = (100 * total / (len(gold) or 1) for total in (precision, recall))
    f1 = 2 * precision * recall / (precision + recall or 1)
    names = ("grouping_f1", "grouping_precision", "grouping_recall")
    return dict(zip(names, (round(n, 1) for n in (f1, precision, recall)), strict=True))


def held(gold: Lined, found: Comparison) -> list[Place]:
    """Return the places of a line of the gold at which a comparison has figures."""
    return [
        place
        for place in gold.places
        if any(
            one.account == place.account and one.claim.span.overlaps(place.span)
            for one in found.values
        )
    ]


def finds(gold: Lined, found: Comparison) -> bool:
    """Tell whether a comparison holds at least two values of a line that differ."""
    return len({place.value for place in held(gold, found)}) > 1


def score(events: Sequence[Event]) -> Figures:
    """Return all figures for the engine, in percent."""
    belongs = {account.key: event.name for event in events for account in event.accounts}
    index = group_stories(account for event in events for account in event.accounts)
    conflicts, copies, quotes, agreements, lined = Tally(), Tally(), Tally(), Tally(), Tally()
    for event in events:
        compared = compare_claims(event.accounts)
        _count_conflicts(event, compared, conflicts)
        _count_agreements(event, compared, agreements, lined)
        _count_copies(event, copies)
        _count_quotes(event, compare_quotes(event.accounts), quotes)
    return {
        **b_cubed(belongs, index.stories),
        **prf("conflict", conflicts),
        "agreement_accuracy": agreements.recall,
        "lined_up": lined.recall,
        **prf("copies", copies),
        "quotes_told": quotes.recall,
    }


def _count_conflicts(event: Event, compared: Iterable[Comparison], tally: Tally) -> None:
    found = [one for one in compared if one.agreement == "conflict"]
    wanted = [one for one in event.claims if one.agreement == "conflict"]
    tally.given += len(found)
    tally.wanted += len(wanted)
    tally.right += min(
        sum(any(finds(gold, one) for gold in wanted) for one in found),
        sum(any(finds(gold, one) for one in found) for gold in wanted),
    )


def _count_agreements(
    event: Event, compared: Sequence[Comparison], tally: Tally, lined: Tally
) -> None:
    for gold in event.claims:
        best = max(compared, key=lambda one: len(held(gold, one)), default=None)
        matched = best is not None and len(held(gold, best)) > 1
        lined.wanted += 1
        lined.right += matched
        tally.wanted += matched
        tally.right += matched and best is not None and best.agreement == gold.agreement


def _count_copies(event: Event, tally: Tally) -> None:
    wanted = {pair for keys in event.copies for pair in combinations(sorted(keys), 2)}
    found = {
        pair for keys in group_copies(event.accounts) for pair in combinations(sorted(keys), 2)
    }
    tally.wanted += len(wanted)
    tally.given += len(found)
    tally.right += len(wanted & found)


def _count_quotes(event: Event, compared: Sequence[QuoteComparison], tally: Tally) -> None:
    """Count the quotes that are found in all their accounts, with the difference that they have."""
    for gold in event.quotes:
        tally.wanted += 1
        tally.right += any(
            {one.account for one in found.tellings} >= set(gold["accounts"])
            and found.differs == gold["differs"]
            and _says(event, found, gold["text"])
            for found in compared
        )


def _says(event: Event, found: QuoteComparison, words: str) -> bool:
    texts = {account.key: account.text for account in event.accounts}
    wanted = set(words.lower().split())
    told = (one.quote.span.cut(texts[one.account]) for one in found.tellings)
    return any(len(wanted.intersection(one.lower().split())) * 2 >= len(wanted) for one in told)


def misses(events: Sequence[Event]) -> Iterator[str]:
    """Yield what is wrong, a line each."""
    index = group_stories(account for event in events for account in event.accounts)
    names = {account.key: event.name for event in events for account in event.accounts}
    for story in index.stories:
        if len({names[key] for key in story}) > 1:
            yield f"one story: {', '.join(story)}"
    for event in events:
        inside = [keys for keys in index.stories if names[keys[0]] == event.name]
        if len(inside) > 1:
            yield f"{event.name} in {len(inside)} stories: {inside}"
        yield from _claim_misses(event)


def _claim_misses(event: Event) -> Iterator[str]:
    compared = compare_claims(event.accounts)
    for gold in event.claims:
        best = max(compared, key=lambda one: len(held(gold, one)))
        places = [(place.account, place.value) for place in gold.places]
        if len(held(gold, best)) < 2:
            yield f"{event.name}: not lined up: {gold.what} ({gold.agreement}) {places}"
        elif best.agreement != gold.agreement:
            yield f"{event.name}: {best.agreement}, not {gold.agreement}: {gold.what} {places}"
    for one in compared:
        if one.agreement == "conflict" and not any(finds(gold, one) for gold in event.claims):
            values = [(value.account, value.value) for value in one.values]
            yield f"{event.name}: no such comparison: {one.what} {values}"


def main() -> None:
    """Print the figures, and with --misses what is wrong."""
    given = [Path(one) for one in sys.argv[1:] if one != "--misses"]
    events = read_events(given[0]) if given else read_gold()
    lines = [f"{name:24}{value:6.1f}" for name, value in score(events).items()]
    if "--misses" in sys.argv:
        lines += misses(events)
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
