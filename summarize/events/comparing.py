"""Comparing claims: what the accounts of an event count, and where they disagree on it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from summarize.claims import Claim, Modifier
from summarize.events.accounts import Account, in_time
from summarize.events.agreement import Agreement, agreement
from summarize.events.copies import Copies, group_copies
from summarize.events.labels import label
from summarize.events.lining import Line, line_up
from summarize.events.readings import Reading, readings
from summarize.spans import Span

Given = tuple[float, float | None, str | None]
"""A figure whatever it counts: the number, the upper end of a range, the unit."""

_ORDER: Mapping[Agreement, int] = {"conflict": 0, "update": 1, "compatible": 2, "same": 3}


@dataclass(frozen=True, slots=True)
class Figure:
    """One account's figure: its claim, in its sentence; spans are of that account's text."""

    account: str
    claim: Claim
    sentence: Span

    @property
    def value(self) -> float:
        """The number, or the lower end of a range to `high`."""
        return self.claim.value

    @property
    def high(self) -> float | None:
        """The upper end of a range."""
        return self.claim.high

    @property
    def modifier(self) -> Modifier | None:
        """How sure the figure is, or which way it went."""
        return self.claim.modifier

    def is_given(self, given: frozenset[Given]) -> bool:
        """Tell whether it is among what a copy of its text gives."""
        return _given(self.claim) in given


@dataclass(frozen=True, slots=True)
class Comparison:
    """What several accounts say of one quantity, or one account alone by several sources.

    `what` is said in words of the earliest account ("people killed"), `unit` the canonical name or
    None. `agreement` is "same", "compatible" (at least 17; 21), "update" (17, two days later 21) or
    "conflict" (17; 21). `values` are in the order of time, also those that an account tells again.
    """

    what: str
    unit: str | None
    agreement: Agreement
    values: tuple[Figure, ...]

    @property
    def told(self) -> tuple[Figure, ...]:
        """The values, without those that an account has told before."""
        once: dict[tuple[object, ...], Figure] = {}
        for one in self.values:
            once.setdefault((one.account, one.value, one.high, one.modifier), one)
        return tuple(once.values())

    @property
    def alone(self) -> bool:
        """Whether there is one figure only, of a single account."""
        return len(self.told) == 1


def compare_claims(
    accounts: Sequence[Account], copies: Copies | None = None
) -> tuple[Comparison, ...]:
    """Return what the accounts of one event count and measure, what they disagree on first.

    Of near-identical copies the earliest is asked, and the others for what they give otherwise: a
    toll is brought up to date in the text that was sent before. Figures come from the accounts'
    digests; an account without one has none. `copies` are what `group_copies` gave, where it was
    asked before.
    """
    of = {account.key: account for account in accounts}
    groups = group_copies(accounts) if copies is None else copies
    firsts = {key: of[keys[0]] for keys in groups for key in keys}
    told: list[Reading] = []
    for account in sorted(accounts, key=in_time):
        found, first = readings(account), firsts[account.key]
        told += found if first.key == account.key else _corrections(found, first)
    compared = map(_comparison, line_up(told))
    return tuple(sorted(compared, key=_importance))


def _corrections(found: Sequence[Reading], first: Account) -> list[Reading]:
    """Return the figures of a copy that the first of its text has not got."""
    there = given(first)
    return [one for one in found if _given(one.digested) not in there]


def given(account: Account) -> frozenset[Given]:
    """Return what an account gives as figures; a copy that gives the same repeats its original."""
    return frozenset(map(_given, account.digest.claims if account.digest else ()))


def _given(claim: Claim) -> Given:
    return claim.value, claim.high, claim.unit


def _comparison(line: Line) -> Comparison:
    first = line[0]
    values = tuple(Figure(one.account.key, one.digested, one.sentence) for one in line)
    return Comparison(label(line), first.claim.unit, agreement(line), values)


def _importance(one: Comparison) -> tuple[bool, int, int]:
    return one.alone, _ORDER[one.agreement], -len(one.told)
