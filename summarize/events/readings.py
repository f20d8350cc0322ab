"""Readings: a claim with what its sentence says of it, so that it can be lined up with others."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from summarize.claims import Claim
from summarize.events.accounts import Account
from summarize.events.lexicon import Lexicon, Terms, lexicon, root, terms
from summarize.events.measures import Measure, currency_of, measure
from summarize.events.outcomes import outcome_of
from summarize.events.places import Place, places
from summarize.events.times import is_past
from summarize.spans import Span

_NEAR = 8
"""Words on each side of a figure that say what it is of, without those that say nothing."""

_NEXT = 3
"""Words on each side that say most."""

_AWAY = 0.6
"""What a word is worth beside these."""

_OUTSIDE = 0.4
"""What it is worth in another figure's part of the sentence."""

_COMMON = 0.4
"""What a word is worth that any news has."""

_NAME = 1.5
"""What a name is worth."""

_ASPECT = 3
"""Words on each side of a measure that say which one of a thing it is."""

_SPEED = "speed"
"""What is measured, and its aspect."""

_TITLE = re.compile(r"\w+(?:[.,-]\w+)*")


class Reading(NamedTuple):
    """One claim of an account.

    `outcome` is what became of what is counted ("killed"), `aspect` which measure of a thing it is
    ("depth"); `subject` are the words for what is counted by their roots or synonyms, none where it
    is simply people, and `head` the last of them as it stands. `context` are the roots beside it with what each tells, `names` those of them
    that are names. `opposites` are those of its words that exclude others, by the line of these.
    `past` says that the figure is of another time, `part` that it is of a part of a
    total or comes on top of it, `revised` that it takes the place of one before it, `reported` what
    is told of it where somebody is named who gives it, `bare` that nothing is told of what it is of,
    `nearly` that it is just below or above the number, `headed` that it stands in the headline.
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


class _Words(NamedTuple):
    news: Lexicon
    terms: Terms


def readings(account: Account) -> list[Reading]:
    """Return the claims of an account in their order, without those that stand in furniture."""
    words = _Words(lexicon(account.language), terms(account.language))
    currency = currency_of(account.digest.claims if account.digest else ())
    title = frozenset(_TITLE.findall(account.title.lower()))
    before: Place | None = None
    told: list[Reading] = []
    for place in places(account, words.terms):
        told.append(_reading(account, place, words, currency, title))
        if before and _are_parts(before, place, told[-2:], words.terms):
            told[-2:] = [one._replace(shared=True) for one in told[-2:]]
        before = place
    return told


def _reading(
    account: Account, place: Place, words: _Words, currency: str, title: frozenset[str]
) -> Reading:
    claim, known = place.claim, words.terms
    outcome = outcome_of(place, known) if claim.unit is None else None
    context = _context(place, words)
    names = {_known(place.sentence.tokens[at], known) for at in place.sentence.names}
    own = place.sentence.tokens[place.first : place.last]
    headed = not title.isdisjoint(own)
    return Reading(
        account,
        claim,
        place.sentence.span,
        place.sentence.order,
        measure(claim, currency),
        outcome,
        _aspect(place, known),
        _subject(place, outcome, words),
        _head(place, known),
        context,
        names & context.keys(),
        {known.opposites[word]: word for word in place.clause if word in known.opposites},
        is_past(account, place, known),
        _is_part(place, words),
        False,  # noqa: FBT003  # what stands beside it is not known yet
        _is_revised(place, known) or (headed and not known.revised.isdisjoint(title)),
        _reported(place, words),
        _is_bare(place, words),
        not known.nearly.isdisjoint(own),
        headed,
    )


def _are_parts(before: Place, place: Place, told: Sequence[Reading], words: Terms) -> bool:
    """Tell whether two figures are parts of one whole: "234 passengers and six crew on board"."""
    if before.sentence is not place.sentence or not (before.noun and place.noun):
        return False
    between = place.sentence.tokens[before.end : place.first]
    one, other = (reading.outcome for reading in told)
    if words.joints.isdisjoint(between) or not words.joints.issuperset({*between} - {","}):
        return False
    return one != other if not (one and other) else one == other and before.noun[-1] != place.noun[-1]


def _head(place: Place, words: Terms) -> str:
    """Return the word that is counted; none for two that are counted together."""
    joint, noun = (*place.sentence.tokens[place.end : place.end + 2], "", "")[:2]
    together = joint in words.joints and (noun in words.persons or noun in words.synonyms)
    return "" if not place.own_noun or together else place.noun[-1]


def _known(word: str, words: Terms) -> str:
    return words.synonyms.get(word) or root(word)


def _aspect(place: Place, words: Terms) -> str | None:
    """Return the aspect that is named next to a measure: behind it, else before it.

    A speed is that of what the news is about where it is not said to be the wind's or a limit.
    """
    if not place.claim.unit:
        return None
    tokens = place.sentence.tokens
    behind = tokens[place.last : min(place.ceiling, place.last + _ASPECT)]
    for token in (*behind, *reversed(place.before(_ASPECT, place.floor))):
        if token in words.aspects:
            return words.aspects[token]
    return _SPEED if measure(place.claim).what == _SPEED else None


def _subject(place: Place, outcome: str | None, words: _Words) -> tuple[str, ...]:
    known = words.terms
    if place.claim.kind == "age":
        return _person(place, words)
    governor = _governor(place, words)
    if governor and known.outcomes.get(governor) != outcome and (place.claim.noun is None or place.claim.noun.start < place.claim.span.start):
        return (governor,)
    counted = [word for word in place.noun if word[0].isalpha() and word not in known.more]
    if not counted and outcome is None:
        return _subject_near(place, known)
    return tuple(
        _known(word, known)
        for word in counted
        if not (outcome and (word in known.persons or known.outcomes.get(word) == outcome))
    )


def _person(place: Place, words: _Words) -> tuple[str, ...]:
    """Return the word for whose age it is: right before it, else right behind."""
    behind = place.sentence.tokens[place.last : place.stop]
    for side in (reversed(place.before(_NEAR, place.floor)), behind):
        for token in side:
            if token[0].isalpha() and token not in words.news.skipped and token not in words.terms.aged:
                return () if token in words.terms.persons else (_known(token, words.terms),)
    return ()


def _governor(place: Place, words: _Words) -> str | None:
    """Return what a figure is the measure of: "majority" in "a majority of 4,312"."""
    before = place.before(2, place.floor)
    if len(before) < 2 or before[1] not in words.terms.governing:  # noqa: PLR2004
        return None
    return next(iter(_telling(before[:1], words)), None)


def _subject_near(place: Place, words: Terms) -> tuple[str, ...]:
    """Return what a figure measures where its noun is not told: the nearest word for such."""
    behind = place.sentence.tokens[place.last : min(place.ceiling, place.last + _NEAR)]
    for side in (reversed(place.before(_NEAR, place.floor)), behind):
        for token in side:
            if token in words.synonyms:
                return (words.synonyms[token],)
            if not token[0].isalnum():
                break
    return ()


def _context(place: Place, words: _Words) -> dict[str, float]:
    """Return the roots beside a figure with what each tells: the most that its places give it."""
    found: dict[str, float] = {}
    sentence, news = place.sentence, words.news
    tokens = sentence.tokens
    for side in (range(place.first - 1, -1, -1), range(place.last, len(tokens))):
        away = 0
        for at in side:
            token = tokens[at]
            if at in sentence.figures or not token[0].isalpha() or token in news.skipped:
                continue
            away += 1
            if away > _NEAR:
                break
            known = _known(token, words.terms)
            worth = 1.0 if away <= _NEXT else _AWAY
            if not place.start <= at < place.stop:
                worth *= _OUTSIDE
            if at in sentence.names:
                worth *= _NAME
            elif known in news.common and (at >= place.end or token in words.terms.persons):
                worth *= _COMMON
            found[known] = max(worth, found.get(known, 0))
    return found


def _is_revised(place: Place, words: Terms) -> bool:
    """Tell whether a figure takes the place of another; a length or an age does not rise so."""
    if place.claim.kind in ("measure", "duration", "age"):
        return False
    return not words.revised.isdisjoint(place.clause)


def _is_part(place: Place, words: _Words) -> bool:
    """Tell whether a figure is of a part of a whole, or comes on top of another."""
    if place.claim.kind not in ("count", "number", "money"):
        return False
    behind = place.sentence.tokens[place.last : place.end + 1]
    if not words.terms.more.isdisjoint((*place.before(2), *place.noun, *behind)):
        return True
    return _is_of_whole(place, words) and outcome_of(place, words.terms) is None


def _is_of_whole(place: Place, words: _Words) -> bool:
    """Tell whether a figure is of a whole that is known: "180 of the 214", not "hundreds of men"."""
    behind = place.sentence.tokens[place.last : place.last + 2]
    if place.claim.unit or not behind or behind[0] not in words.terms.of:
        return False
    return len(behind) == 1 or behind[1] in words.news.skipped or place.last + 1 in place.sentence.figures


def _reported(place: Place, words: _Words) -> frozenset[str] | None:
    """Return what is told of a figure where it is said who gives it, None where that is not.

    Nothing is told of 300 in "the union spoke of 300"; "spent" is in "she says that she spent 300".
    """
    known, tokens = words.terms, place.sentence.tokens
    leading = tokens[place.start : place.first]
    cues = [at for at, token in enumerate(leading) if token in known.reporting]
    if cues:
        return _telling(leading[cues[-1] :], words)
    if place.own_noun:
        return None
    if not known.sources.isdisjoint(tokens[place.floor : place.first]):
        return _telling(leading, words)
    plain = all(token in known.denying or not token[0].isalpha() for token in leading)
    behind = tokens[place.last : place.stop]
    return frozenset() if plain and not known.reporting.isdisjoint(behind) else None


def _telling(tokens: Sequence[str], words: _Words) -> frozenset[str]:
    """Return the words that say more than who says something."""
    known, skipped = words.terms, words.news.skipped
    return frozenset(
        _known(token, known)
        for token in tokens
        if token[0].isalpha()
        and not (token in skipped or token in known.reporting or token in known.sources)
    )


def _is_bare(place: Place, words: _Words) -> bool:
    """Tell whether a figure leaves what it is of to the one before: "It was 14"."""
    leading = place.sentence.tokens[place.start : place.first]
    told = [token for token in leading if token[0].isalnum()]
    bare = not place.own_noun and not words.terms.being.isdisjoint(told)
    return bare and words.terms.joints.isdisjoint(told) and words.news.skipped.issuperset(told)
