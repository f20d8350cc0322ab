"""Signs: what is alike and unlike between a figure and those of a line, by name."""

from math import log

from summarize.events.bundles import Bundle, Weighed
from summarize.events.lexicon import terms
from summarize.events.measures import Measure
from summarize.events.readings import Reading
from summarize.events.subjects import LIMIT

Sign = tuple[str, float]
"""What is found, and how much of it."""

_FAR, _NEAR = 3.0, 0.1
"""The most that the logarithm of how many times one value is another counts for, and how little it
is for numbers that were rounded."""

_FAR_OF_CHANGING = 1.5
"""The most for what goes either way: of 41 that were missing three may be left."""

_TEN = 10
_MOST_DIGITS, _MOST_ROUNDED, _MOST_NEXT = 4, 3, 2
"""Digits of equal and of rounded values, and words next to both, that more are not told from."""

_LEAD = 1
"""The last sentence of what leads an account."""

_TAKEN = frozenset({"measure", "money"})
"""Kinds of what is taken or reckoned anew by who tells it, and comes out otherwise."""

_YEARS, _MOST_YEARS = 3, 5
"""By how many years accounts may be out in the age of one person, and hardly ever by more."""

_RATIO = "ratio"


def signs(one: Weighed, line: Bundle) -> list[Sign]:
    """Return the signs for and against a figure's being of the same thing as those of a line."""
    reading, first = one.reading, line.members[0]
    found = _of_values(reading.measure, line)
    unlike = len(found) > 1 and found[1][0] == _RATIO
    if unlike and reading.outcome in line.outcomes and _may_change(reading):
        found[1] = (_RATIO, min(_FAR_OF_CHANGING, found[1][1]))
    beside = len(one.next & line.next)
    told = (reading.outcome and line.outcomes) or reading.headed or reading.aspect
    if not (beside or told) and one.heads.isdisjoint(line.heads):
        found.append(("nothing beside, unlike" if unlike else "nothing beside", 1))
    found.append(("next", min(_MOST_NEXT, beside)))
    found.append(("apart", abs(one.place - first.place)))
    found.append(("words", _of_words(one, line)))
    _add_outcome(found, one, line, unlike=unlike)
    _add_noun(found, one, line)
    _add_kind(found, one, line, unlike=unlike)
    _add_taking(found, one, first, unlike=unlike)
    _add_times(found, reading, first.reading, unlike=unlike)
    _add_names(found, one, line, unlike=unlike)
    return found


def _may_change(one: Reading) -> bool:
    """Tell whether the count of those of whom this became may be another later."""
    words = terms(one.account.language)
    return one.outcome in words.changing or one.outcome in words.rising


def _of_values(one: Measure, line: Bundle) -> list[Sign]:
    """Return how like a value the nearest of a line is."""
    if one.ends in line.measures:
        equal = (f"equal{' measure' * bool(one.what)} {min(_MOST_DIGITS, one.digits)}", 1)
        large = one.digits == 1 and one.place > 1 and not one.what
        return [equal, ("equal large", 1)] if large else [equal]
    found = [_of_value(one, other) for other in line.nearest(one)]
    return min(found, key=_unlikeness) if len(found) > 1 else found[0]


def _unlikeness(value: list[Sign]) -> tuple[int, float]:
    return len(value), value[-1][1]


def _of_value(one: Measure, other: Measure) -> list[Sign]:
    low, high = (one.low, other.low) if one.low < other.low else (other.low, one.low)
    ratio = log(high / low) if low > 0 else _FAR
    if ratio < _NEAR:
        coarse, fine = (one, other) if one.unit > other.unit else (other, one)
        if high - low <= coarse.unit / 2 and coarse.unit > fine.unit:
            return [(f"rounded {min(_MOST_ROUNDED, coarse.digits)}", 1)]
    if one.digits > 1 and one.figures == other.figures and one.unit == other.unit:
        return [("swapped", 1)]
    few = low < _TEN and not one.what and one.place >= 0
    name = "unlike few" if few else "unlike"
    return [(name, 1), (_RATIO, min(_FAR, ratio))]


def _of_words(one: Weighed, line: Bundle) -> float:
    """Return what the words beside a figure and those of a line share (Dice), on average."""
    told, words, shared = line.told, line.words, 0.0
    for word, weight in one.words.items():
        if word in words:
            shared += weight * told[word] + words[word]
    return shared / (len(line.members) * one.size + line.size or 1)


def _add_outcome(found: list[Sign], one: Weighed, line: Bundle, *, unlike: bool) -> None:
    """Add whether the same became of what is counted."""
    outcome = one.reading.outcome
    if outcome in line.outcomes:
        found.append(("same outcome", 1))
        if not (one.head or line.heads or one.reading.part):
            found.append(("toll", 1))
        if one.group != line.members[0].group:
            found.append(("other group, unlike" if unlike else "other group", 1))
    elif outcome and line.outcomes:
        akin = terms(one.reading.account.language).akin.get(outcome, frozenset())
        found.append(("other outcome" if akin.isdisjoint(line.outcomes) else "akin outcome", 1))
    elif outcome or line.outcomes:
        found.append(("outcome of one", 1))


def _add_noun(found: list[Sign], one: Weighed, line: Bundle) -> None:
    """Add whether the same is counted, and nothing else of that kind by these accounts."""
    other = one.head and line.heads and one.heads.isdisjoint(line.heads)
    if one.only and line.only and not other:
        found.append(("only", 1))
    if not (one.head and line.heads):
        return
    if not other:
        found.append(("same noun", 1))
    elif one.human and line.human:
        found.append(("people", 1))
    elif one.human != line.human and not line.mixed:
        found.append(("people and things", 1))
    elif one.head in line.words or not line.heads.isdisjoint(one.words):
        found.append(("noun beside", 1))
    else:
        found.append(("other noun", 1))


def _add_kind(found: list[Sign], one: Weighed, line: Bundle, *, unlike: bool) -> None:
    """Add what units, aspects, headlines and places in the accounts say."""
    reading, first = one.reading, line.members[0]
    if reading.measure.what and one.alone and line.alone:
        found.append(("alone", 1))
    if reading.claim.kind == "percent":
        found.append(("percent", 1))
    if reading.headed and first.reading.headed:
        found.append(("headed", 1))
    if reading.order <= _LEAD and first.reading.order <= _LEAD:
        found.append(("both lead", 1))
    if not (reading.aspect or line.aspects):
        return
    if reading.aspect and line.aspects:
        other = "other aspect, unlike" if unlike else "other aspect"
        found.append(("aspect" if reading.aspect in line.aspects else other, 1))
    elif LIMIT in (reading.aspect, *line.aspects):
        found.append(("limit", 1))
    else:
        found.append(("aspect of one", 1))


def _add_taking(found: list[Sign], one: Weighed, first: Weighed, *, unlike: bool) -> None:
    """Add whether figures that differ are of what is taken anew, or of a person's age."""
    kind = one.reading.claim.kind
    if unlike and kind in _TAKEN:
        found.append((f"unlike {kind}", 1))
    if one.age != first.age:
        found.append(("other kind", 1))
    elif unlike and one.age and _years(one, first) <= _YEARS:
        found.append(("near in age", 1))


def _years(one: Weighed, other: Weighed) -> float:
    """Return how many years two ages are apart."""
    return abs(one.reading.claim.value - other.reading.claim.value)


def _add_times(found: list[Sign], one: Reading, first: Reading, *, unlike: bool) -> None:
    """Add whether figures are of the same times, and of wholes or parts."""
    if one.past != first.past and one.years.isdisjoint(first.years):
        found.append(("other time, unlike" if unlike else "other time", 1))
    elif one.past or first.past:
        found.append(("same time", 1))
    shared = one.shared != first.shared and not (one.head and one.head == first.head)
    parts = (one.part, first.part) if one.part != first.part else ()
    if shared or "more" in parts:
        found.append(("other part, unlike" if unlike else "other part", 1))
    elif "some" in parts:
        whole = "part and whole, unlike" if unlike else "part and whole"
        found.append((whole if "all" in parts else "some", 1))
    if one.rate and first.rate and one.rate != first.rate:
        found.append(("other rate", 1))
    elif one.rate != first.rate:
        found.append(("rate of one, unlike" if unlike else "rate of one", 1))


def _add_names(found: list[Sign], one: Weighed, line: Bundle, *, unlike: bool) -> None:
    """Add whether names and words beside the figures exclude each other."""
    opposites = line.opposites
    for name, word in one.reading.opposites.items():
        if name in opposites and word not in opposites[name]:
            found.append(("opposite", 1))
            break
    strangers = one.names.isdisjoint(line.names)
    if strangers and one.names and line.names:
        found.append(("strangers, unlike" if unlike else "strangers", 1))
    things = one.reading.aspect and line.aspects and not (one.heads and line.heads)
    if one.age and strangers and one.heads.isdisjoint(line.heads) and not things:
        found.append((_other_person(one, line), 1))


def _other_person(one: Weighed, line: Bundle) -> str:
    """Return what it is that two ages are told of nobody that both accounts call the same."""
    if not (one.heads and line.heads):
        return "some person" if _years(one, line.members[0]) <= _MOST_YEARS else "other person"
    called = any(other.called for other in line.members)
    return "other person" if one.called == called else "name and role"
