"""Labels: what a line of figures counts or measures, in words for the table."""

import re
from collections.abc import Sequence

from summarize.events.lexicon import terms
from summarize.events.readings import Reading

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")


def label(line: Sequence[Reading]) -> str:
    """Return what a line is of, in words of the earliest account that says it: "people killed".

    Where none does, it is the word that most accounts have beside their figures, else the unit.
    """
    first = line[0].claim
    said = next(filter(None, map(_said, line)), "")
    return said or _shared(line) or first.unit or first.kind


def _said(one: Reading) -> str:
    """Return what one account counts: its noun and what became of it, else what is measured."""
    noun = " ".join(one.claim.noun.cut(one.account.text).split()) if one.claim.noun else ""
    if one.claim.kind == "age":
        return _run(one) or noun
    words = terms(one.account.language)
    named = words.named
    before = one.claim.noun is not None and one.claim.noun.start < one.claim.span.start
    if noun.lower() in words.aspects or (before and not (one.subject or one.outcome)):
        noun = ""  # "40 metres high"; "the fire above Santa Brea grew to 900 acres"
    outcome = named.get(one.outcome or "", one.outcome or "").replace("-", " ")
    if noun and (not outcome or outcome in noun.lower()):
        return noun
    return f"{noun} {outcome}".strip() or named.get(one.aspect or "", one.aspect or "") or _run(one)


def _run(one: Reading) -> str:
    """Return the words of a sentence that stand for what a figure is of: "Tom Senn"."""
    known, text, told = terms(one.account.language).known, one.account.text, list[str]()
    for word in _WORD.finditer(text, *one.sentence):
        if known(word[0].lower()) in one.subject:
            told.append(word[0])
        elif told:
            break
    return " ".join(told)


def _shared(line: Sequence[Reading]) -> str:
    """Return the word that tells most beside the figures of a line, if two have it."""
    first, language = line[0], terms(line[0].account.language)
    words = _WORD.findall(first.sentence.cut(first.account.text))
    if "nouns" in language.capitals:
        words = [word for word in words if word[0].isupper()]
    else:
        words = [word for word in words if language.known(word.lower()) not in first.names]

    def worth(word: str) -> float:
        return sum(one.context.get(language.known(word.lower()), 0) for one in line)

    best = max(words, key=worth, default="")
    own = language.known(best.lower())
    return best if sum(own in one.context for one in line) > 1 else ""
