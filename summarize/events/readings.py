"""Readings: a claim with what its sentence says of it, so that it can be lined up with others."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from summarize.claims import Claim
from summarize.events.accounts import Account
from summarize.events.ballots import is_counting, is_of_votes
from summarize.events.contexts import context_of
from summarize.events.denials import REACH, is_denied
from summarize.events.lexicon import Terms, terms
from summarize.events.measures import Measure, currency_of, measure
from summarize.events.outcomes import outcome_of
from summarize.events.parts import (
    Part,
    are_parts,
    has_company,
    is_group,
    is_of_one,
    is_whole,
    part_of,
)
from summarize.events.places import Place, places
from summarize.events.reporting import is_bare, is_gapped, reported
from summarize.events.subjects import aspect_of, head_of, rate_of, subject_of
from summarize.events.times import (
    earlier_years,
    is_after,
    is_anew,
    is_asof,
    is_past,
    is_raised,
    is_revised,
    year_of,
)
from summarize.spans import Span

_KEPT = 64
"""Accounts of which the readings are remembered: those of a large story, some 30 kB each."""

_TITLE = re.compile(r"\w+(?:[.,-]\w+)*")


class Reading(NamedTuple):
    """One claim of an account, with the one that its digest has there, if there is one.

    `outcome` is what became of what is counted ("killed"), `aspect` which measure of a thing it is
    ("depth"); `subject` are the words for what is counted by their roots or synonyms, none where it
    is simply people, and `head` the last of them as it stands. `context` are the roots beside it
    with what each tells, `names` those of them that are names, and `opposites` those of its words
    that exclude others, by the line of these.

    `past` says that the figure is of another time, `years` are the earlier ones that its sentence
    names, `provisional` that votes were being counted, `part` of which part of a thing it is,
    `shared` that others beside it make the total with it, `revised` that it takes the
    place of one before it, `asof` that it is of one time of several, `anew` that time has passed,
    `raised` that something came to this;
    `rate` is the time that it counts for: "day" for 11 million a day. `reported` is what is told of
    it where somebody is named who gives it; `bare` says that nothing is told of what it is of,
    `anaphoric` that it is of "it", `denied` that another holds in its place, `nearly` that it is
    just below or above the number, `headed` that it stands in the headline. `order` is its
    sentence's place.
    """

    account: Account
    claim: Claim
    digested: Claim
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
    years: frozenset[str]
    provisional: bool
    part: Part
    shared: bool
    revised: bool
    asof: bool
    anew: bool
    raised: bool
    rate: str
    reported: frozenset[str] | None
    bare: bool
    denied: bool
    anaphoric: bool
    nearly: bool
    headed: bool


def became(before: Reading, one: Reading) -> bool:
    """Tell whether a figure is what another became: "from 31 to 38"."""
    beside = (
        before.account is one.account
        and before.order == one.order
        and before.measure.what == one.measure.what
    )
    return beside and before.past and one.revised and one.raised


class _About(NamedTuple):
    """What the readings of one account have in common."""

    account: Account
    words: Terms
    currency: str
    year: str
    title: frozenset[str]
    counting: bool
    digested: Mapping[Span, Claim]


@lru_cache(maxsize=_KEPT)
def readings(account: Account) -> tuple[Reading, ...]:
    """Return the claims of an account in their order, without those that stand in furniture.

    Those of the last accounts are remembered: a page is told again as more of its story comes.
    """
    if account.digest is None:
        return ()
    words = terms(account.language)
    title = frozenset(_TITLE.findall(account.title.lower()))
    digested = {claim.span: claim for claim in account.digest.claims}
    currency = currency_of(account.digest.claims)
    counting = is_counting(account.text, words)
    about = _About(account, words, currency, year_of(account), title, counting, digested)
    before: Place | None = None
    told: list[Reading] = []
    for place in places(account, words):
        told.append(_reading(place, about, told[-1].outcome if told else None))
        if before:
            outcomes = told[-2].outcome, told[-1].outcome
            if are_parts(before, place, outcomes, words):
                told[-2:] = [one._replace(shared=True) for one in told[-2:]]
            elif is_of_one(before, place, words):
                told[-2:] = told[-2]._replace(part="all"), told[-1]._replace(part="some")
            elif is_whole(before, place, words):
                told[-1] = told[-1]._replace(part="all")
            if is_after(before, place, words):
                told[-2:] = told[-2]._replace(past=True), _later(told[-2], told[-1])
            said = told[-2].reported
            plain = said is not None and said.issubset(told[-2].subject)
            if told[-1].reported is None and plain and is_gapped(before, place, words):
                told[-1] = told[-1]._replace(reported=frozenset())
        before = place
    return tuple(told)


def _reading(place: Place, about: _About, before: str | None) -> Reading:
    words, measured = about.words, measure(place.claim, about.currency)
    outcome = outcome_of(place, words) if place.claim.unit is None else None
    if outcome is None and is_group(place, words):
        outcome = before
    context, clause = context_of(place, words), place.clause
    own = place.sentence.tokens[place.first : place.last]
    aspect = aspect_of(place, measured, words)
    subject = subject_of(place, outcome, words)
    if not measured.what and words.scales.issuperset(subject[-1:]):
        measured = measured._replace(what="".join(subject[-1:]))
    headed = not about.title.isdisjoint(_numbers(own))
    return Reading(
        account=about.account,
        claim=place.claim,
        digested=about.digested.get(place.claim.span, place.claim),
        sentence=place.sentence.span,
        order=place.sentence.order,
        measure=measured,
        outcome=outcome,
        aspect=aspect,
        subject=subject,
        head=head_of(place, words),
        context=context,
        names=place.sentence.named & context.keys(),
        opposites={
            words.opposites[word]: words.known(word) for word in clause if word in words.opposites
        },
        past=aspect != "age" and not place.joined and is_past(about.year, place, words),
        years=earlier_years(about.year, place),
        provisional=about.counting and not outcome and is_of_votes(place.claim, subject, words),
        part=part_of(place, outcome, before, words),
        shared=has_company(place, words),
        revised=is_revised(place, words) or (headed and not words.revised.isdisjoint(about.title)),
        asof=is_asof(place, words),
        anew=is_anew(place, words),
        raised=is_raised(place, words),
        rate=rate_of(place, words),
        reported=reported(place, words),
        bare=is_bare(place, words),
        denied=is_denied(place.before(REACH, place.floor), place.rest, words, words.denying),
        anaphoric=not words.anaphors.isdisjoint(place.sentence.tokens[place.start : place.first]),
        nearly=not words.nearly.isdisjoint(own),
        headed=headed,
    )


def _later(before: Reading, one: Reading) -> Reading:
    """Return what another figure became, of the same thing as that."""
    measured = one.measure._replace(what=one.measure.what or before.measure.what)
    return one._replace(revised=True, measure=measured)


def _numbers(own: Sequence[str]) -> Sequence[str]:
    """Return the numbers among the tokens of a figure, without its unit."""
    return [token for token in own if token[0].isdigit()] or own[:1]
