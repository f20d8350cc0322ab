"""Labels: what a line of figures counts or measures, in words for the table."""

import re
from collections.abc import Sequence

from summarize.events.lexicon import Terms, terms
from summarize.events.readings import Reading

_STEM = 4
"""Letters of an outcome that its noun has, too: "arrests" are not called "arrests arrested"."""

_MEASURED = frozenset({"duration", "measure"})

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")


def label(line: Sequence[Reading]) -> str:
    """Return what a line is of, in words of the earliest account that says it: "people killed".

    Where none does, it is what tells most beside their figures, else the unit.
    """
    first = line[0].claim
    said = next(filter(None, map(_said, line)), "")
    return said or _shared(line) or first.unit or first.kind


def _said(one: Reading) -> str:
    """Return what one account counts: its noun and what became of it, else what is measured."""
    words = terms(one.account.language)
    named = words.named
    noun = _noun(one, words)
    if one.claim.kind == "age":
        return _run(one, words) or noun
    outcome = named.get(one.outcome or "", one.outcome or "").replace("-", " ")
    if noun and (not outcome or outcome[:_STEM] in noun.lower()):
        return noun
    aspect = named.get(one.aspect or "", one.aspect or "")
    return f"{noun} {outcome}".strip() or aspect or _run(one, words)


def _noun(one: Reading, words: Terms) -> str:
    """Return the noun of a figure, unless it only says of whom, or which measure it is."""
    noun = " ".join(one.claim.noun.cut(one.account.text).split()) if one.claim.noun else ""
    first = noun.lower().partition(" ")[0]
    plain = first in words.wholes or noun.lower() in words.aspects  # "of them"; "40 metres high"
    before = one.claim.noun is not None and one.claim.noun.start < one.claim.span.start
    place = before and not (one.subject or one.outcome)  # "the fire above Santa Brea grew to 900"
    return "" if plain or place else noun


def _run(one: Reading, words: Terms) -> str:
    """Return the words of a sentence that stand for what a figure is of: "Tom Senn"."""
    text, told = one.account.text, list[str]()
    for word in _WORD.finditer(text, *one.sentence):
        low = word[0].lower()
        if words.known(low) in one.subject and low not in words.saying:
            told.append(word[0])
        elif told:
            break
    return " ".join(told)


def _shared(line: Sequence[Reading]) -> str:
    """Return what tells most beside the figures of a line, if two have it: a word or whole name."""
    first, language = line[0], terms(line[0].account.language)
    found = [
        word
        for word in _WORD.finditer(first.account.text, *first.sentence)
        if _tells(word[0], first, language)
    ]

    def worth(word: re.Match[str]) -> float:
        return sum(one.context.get(language.known(word[0].lower()), 0) for one in line)

    best = max(found, key=worth, default=None)
    known = language.known(best[0].lower()) if best else ""
    return _whole(best, found) if best and sum(known in one.context for one in line) > 1 else ""


def _tells(word: str, one: Reading, language: Terms) -> bool:
    """Tell whether a word may say what a figure is of; where or whose it is says not how long."""
    low = word.lower()
    if "nouns" in language.capitals:
        return word[0].isupper() and low not in language.skipped
    named = one.claim.kind in _MEASURED and language.known(low) in one.names
    return not (named or low in language.saying or low in language.skipped)


def _whole(word: re.Match[str], found: Sequence[re.Match[str]]) -> str:
    """Return a word with those that make a name with it: "Free Alliance"."""
    start, end = word.span()
    names = [one for one in found if one[0][0].isupper()] if word[0][0].isupper() else []
    for one in reversed(names):
        start = one.start() if word.string[one.end() : start] == " " else start
    for one in names:
        end = one.end() if word.string[end : one.start()] == " " else end
    return word.string[start:end]
