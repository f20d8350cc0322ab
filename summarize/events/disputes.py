"""Disputes: one account that tells two figures of a thing, as two sources give them."""

from collections.abc import Iterator, Mapping, Sequence

from summarize.events.agreement import may_be_one
from summarize.events.lexicon import terms
from summarize.events.measures import MILLION, in_unit_of
from summarize.events.readings import Reading, became

_BACK = 6
"""Figures before one that it may dispute, in its sentence and the one before."""

_FAR = 5
"""Sentences before one that it may dispute where it says what it is of."""

_UNITS = 3
"""Figures before one among which there may be another such number."""

_ASIDE = ("more", "some")
"""The parts of a thing that stand aside."""

_SURE_FACTOR = 2
"""How many times as much another source may tell of what is surely the same thing."""

_FACTOR = 5
"""How many times as much one source may tell as another."""


def disputed(told: Sequence[Reading]) -> Mapping[int, int]:
    """Return the readings of one account that another source disputes, by those which do.

    "The police counted 4,000; the organisers spoke of 11,000": the second says who tells it, and
    not of what, so it is of the first one's thing.
    """
    return {
        place: max(others, key=lambda other: (*_likeness(told[other], one), other))
        for place, one in enumerate(told)
        if (others := list(_before(told, place, one)))
    }


def resolved(told: Sequence[Reading]) -> list[Reading]:
    """Return readings of one account of which those that leave out what they are of have it.

    They have the unit of the figure before them, and what is told of the one that they dispute.
    """
    found = with_units(told)
    for place, other in disputed(found).items():
        one, before = found[place], found[other]
        if not (one.head or one.outcome):
            found[place] = one._replace(
                outcome=before.outcome,
                aspect=one.aspect or before.aspect,
                subject=before.subject,
                head=before.head,
                context={**before.context, **one.context},
                rate=one.rate or before.rate,
                part=before.part,
            )
    return found


def is_sure(one: Reading, before: Reading) -> bool:
    """Tell whether a figure surely disputes another: it is said who gives it, and they are near."""
    if one.denied or became(before, one):
        return True
    low, high = sorted((one.measure.low, before.measure.low))
    return one.reported is not None and not one.bare and high <= _SURE_FACTOR * low


def with_units(told: Sequence[Reading]) -> list[Reading]:
    """Return readings of one account of which those that leave their unit out have it.

    "The log shows 112 km/h, the driver spoke of 90": a number that says nothing of what it is of,
    in the sentence of one with a unit, or else who tells it, has that unit.
    """
    found = list(told)
    for place, one in enumerate(told):
        if one.claim.unit is None and not (one.head or one.outcome):
            before = _with_unit(told, place)
            if before is not None:
                found[place] = one._replace(measure=in_unit_of(one.measure, before.measure))
    return found


def _with_unit(told: Sequence[Reading], place: int) -> Reading | None:
    """Return the figure before one that this has its unit from, if there is such.

    That is the next before it, if it is not likelier another number: "a magnitude of 6.7 at 12 km;
    the observatory says 6.4".
    """
    one, before = told[place], told[place - 1] if place else None
    if before is None or not before.claim.unit or one.order - before.order > 1:
        return None
    if one.claim.value >= MILLION and before.claim.kind != "money":
        return None
    beside = one.order == before.order and not (
        one.subject or one.raised or before.claim.kind == "age"
    )
    if not (beside or one.denied or _is_reported(one, before)):
        return None
    others = (other for other in told[max(0, place - _UNITS) : place] if not other.claim.unit)
    likelier = not _are_alike(before, one) and any(_are_alike(other, one) for other in others)
    return None if likelier else before


def _are_alike(before: Reading, one: Reading) -> bool:
    """Tell whether two figures are as exact, and near each other."""
    return one.measure.place == before.measure.place and _are_near(before, one)


def _before(told: Sequence[Reading], place: int, one: Reading) -> Iterator[int]:
    if place and became(told[place - 1], one):
        yield place - 1
        return
    if one.denied:
        yield from _denied(told, place, one)
        return
    if (
        (one.reported is None and not one.bare)
        or one.past
        or one.part in _ASIDE
        or one.claim.kind == "age"
    ):
        return
    for other in range(place - 1, max(-1, place - 1 - _BACK), -1):
        before = told[other]
        named = _same_noun(before, one) or bool(one.outcome and one.outcome == before.outcome)
        if one.order - before.order > (_FAR if named else 1):
            return
        led = _is_led(told[max(0, other - 1) : place], before)
        if _of_one_thing(before, one, led=led) and _are_near(before, one):
            yield other


def _is_led(told: Sequence[Reading], one: Reading) -> bool:
    """Tell whether a part has its whole beside it, so that more is told of the part.

    "35 of its 180 lines were running"; "of 14 jets only four came".
    """
    beside = told[: told.index(one) + 2]
    return one.part == "some" and any(
        other.part == "all" and other.order == one.order for other in beside
    )


def _denied(told: Sequence[Reading], place: int, one: Reading) -> Iterator[int]:
    """Yield the figure that holds in the place of one that is denied: before it, else behind it.

    "31, not the 26"; "not 38 but 12".
    """
    for other in range(place - 1, max(-1, place - 1 - _BACK), -1):
        before = told[other]
        if before.order != one.order:
            return
        same = before.measure.what == one.measure.what and before.part != "all"
        named = not (one.head and before.head) or _same_noun(before, one)
        if same and named and _are_near(before, one):
            yield other
            return
    if place + 1 < len(told) and told[place + 1].order == one.order:
        after = told[place + 1]
        if after.measure.what == one.measure.what and _are_near(after, one):
            yield place + 1


def _likeness(before: Reading, one: Reading) -> tuple[bool, bool]:
    """Return what speaks for a figure's being the one that is disputed: noun and exactness."""
    return _same_noun(before, one), before.measure.place == one.measure.place


def _is_reported(one: Reading, before: Reading) -> bool:
    """Tell whether it is said who gives a figure, and no more of it than of the one before.

    What is called "it", or measured in the same unit and way, is the same thing.
    """
    if one.reported is None:
        return False
    known = one.claim.unit and one.claim.unit == before.claim.unit
    alike = known and (one.anaphoric or (one.aspect and one.aspect == before.aspect))
    return one.reported <= _told(before, one) or bool(alike)


def _told(before: Reading, one: Reading) -> set[str]:
    """Return what is told of a figure that another sentence may repeat; who paid may be another."""
    repeats = one.order > before.order and one.claim.kind != "money"
    beside = before.context if repeats else {}
    return {*before.subject, *(word for word, worth in beside.items() if worth >= 1)}


def _same_noun(before: Reading, one: Reading) -> bool:
    if one.subject and before.subject:
        plain = terms(one.account.language).plain
        alike = plain.issuperset((one.subject[-1], before.subject[-1]))
        return alike or one.subject[-1] == before.subject[-1]
    return bool(one.head) and one.head == before.head


def _of_one_thing(before: Reading, one: Reading, *, led: bool) -> bool:
    """Tell whether nothing that is told of two figures says that they are of two things.

    A part that is `led` by its whole may be disputed itself.
    """
    others = any(one.opposites.get(line, word) != word for line, word in before.opposites.items())
    aside = (
        before.past
        or (before.part in _ASIDE and not led)
        or before.measure.what != one.measure.what
    )
    aside |= bool(one.aspect and before.aspect and one.aspect != before.aspect)
    if others or aside or not (one.bare or _is_reported(one, before)):
        return False
    if one.outcome and one.outcome == before.outcome:
        kind, other = one.subject[-1:], before.subject[-1:]
        groups = terms(one.account.language).groups
        return kind == other or (not (kind and other) and groups.isdisjoint(kind + other))
    if one.head and not _same_noun(before, one):
        return False
    if one.outcome and before.outcome is None and before.subject:
        return False
    akin = terms(one.account.language).akin.get(one.outcome or "", ())
    return not (one.outcome and before.outcome) or before.outcome in (one.outcome, *akin)


def _are_near(one: Reading, other: Reading) -> bool:
    """Tell whether two values differ, but not so much that they must be of other things."""
    low, high = sorted((one.measure.low, other.measure.low))
    near = high <= _FACTOR * low or one.measure.figures == other.measure.figures
    return near and not may_be_one(one, other)
