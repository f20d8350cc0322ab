"""Readings: a claim with what its sentence says of it, so that it can be lined up with others."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from summarize.claims import Claim
from summarize.events.accounts import Account
from summarize.events.contexts import context_of
from summarize.events.lexicon import Terms, terms
from summarize.events.measures import Measure, currency_of, measure
from summarize.events.outcomes import outcome_of
from summarize.events.parts import are_parts, is_part
from summarize.events.places import Place, places
from summarize.events.reporting import is_bare, reported
from summarize.events.subjects import aspect_of, head_of, subject_of
from summarize.events.times import is_past, is_revised, year_of
from summarize.spans import Span

_TITLE = re.compile(r"\w+(?:[.,-]\w+)*")


class Reading(NamedTuple):
    """One claim of an account.

    `outcome` is what became of what is counted ("killed"), `aspect` which measure of a thing it is
    ("depth"); `subject` are the words for what is counted by their roots or synonyms, none where it
    is simply people, and `head` the last of them as it stands. `context` are the roots beside it
    with what each tells, `names` those of them that are names, and `opposites` those of its words
    that exclude others, by the line of these.

    `past` says that the figure is of another time, `part` that it is of a part of a total or comes
    on top of it, `shared` that another figure beside it makes the total with it, `revised` that it
    takes the place of one before it. `reported` is what is told of it where somebody is named who
    gives it; `bare` says that nothing is told of what it is of, `nearly` that it is just below or
    above the number, `headed` that it stands in the headline. `order` is its sentence's place.
    """

    account: Account
    claim: Claim
    sentence: Span
    order: int
    measure: Measure
    outcome: str | None
    aspect: str | None
    subject: tuple[str, ...]
    head: str
    context: Mapping[str, float]
    names: frozenset[str]
    opposites: Mapping[str, str]
    past: bool
    part: bool
    shared: bool
    revised: bool
    reported: frozenset[str] | None
    bare: bool
    nearly: bool
    headed: bool


class _About(NamedTuple):
    """What the readings of one account have in common."""

    account: Account
    words: Terms
    currency: str
    year: str
    title: frozenset[str]


def readings(account: Account) -> list[Reading]:
    """Return the claims of an account in their order, without those that stand in furniture."""
    if account.digest is None:
        return []
    words = terms(account.language)
    title = frozenset(_TITLE.findall(account.title.lower()))
    about = _About(account, words, currency_of(account.digest.claims), year_of(account), title)
    before: Place | None = None
    told: list[Reading] = []
    for place in places(account, words):
        told.append(_reading(place, about))
        if before:
            outcomes = told[-2].outcome, told[-1].outcome
            if are_parts(before, place, outcomes, words):
                told[-2:] = [one._replace(shared=True) for one in told[-2:]]
        before = place
    return told


def _reading(place: Place, about: _About) -> Reading:
    words, measured = about.words, measure(place.claim, about.currency)
    outcome = outcome_of(place, words) if place.claim.unit is None else None
    context, clause = context_of(place, words), place.clause
    own = place.sentence.tokens[place.first : place.last]
    headed = not about.title.isdisjoint(own)
    return Reading(
        account=about.account,
        claim=place.claim,
        sentence=place.sentence.span,
        order=place.sentence.order,
        measure=measured,
        outcome=outcome,
        aspect=aspect_of(place, measured, words),
        subject=subject_of(place, outcome, words),
        head=head_of(place, words),
        context=context,
        names=place.sentence.named & context.keys(),
        opposites={words.opposites[word]: word for word in clause if word in words.opposites},
        past=is_past(about.year, place, words),
        part=is_part(place, outcome, words),
        shared=False,
        revised=is_revised(place, words) or (headed and not words.revised.isdisjoint(about.title)),
        reported=reported(place, words),
        bare=is_bare(place, words),
        nearly=not words.nearly.isdisjoint(own),
        headed=headed,
    )
