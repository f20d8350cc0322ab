"""Who does what in a sentence: the cue that governs a quote, and the subject of that cue.

Everything here works on word classes (`syntax.Sentence`); patterns look at no more than WINDOW
tokens, so that the time is linear in the text.
"""

import re
from dataclasses import dataclass

from summarize.syntax import Sentence

WINDOW = 70

_BASE = r"(?:[dh][#vgGrV,]{0,3}?[nNCB#]{1,9}|[nNCB#]{1,9}|p)"
_GENITIVE = r"(?:S[vg#]{0,2}[nNCB#]{1,6}){0,3}"
_PHRASE = rf"{_BASE}{_GENITIVE}(?:[io]{_BASE}{_GENITIVE}){{0,3}}"
_APPOSITION = r"(?:,[^Q.;:]{1,40}?,|\([^)Q]{1,14}\)|-[^Q.;:-]{1,25}?-)"
_ADVERBIAL = r"(?:r|t|a|b|i?[dr]?t{1,2}(?![nN])|,r,){0,6}"

_BEHIND = re.compile(
    rf",?[rt]{{0,2}}(?P<subject>{_PHRASE})(?:{_APPOSITION}){{0,2}}{_ADVERBIAL}(?P<cue>[VB])"
)
_BEHIND_INVERTED = re.compile(rf",?a?(?P<cue>V)r?(?P<subject>{_PHRASE})")
_ASIDE = re.compile(
    rf",[rt]{{0,2}}(?P<subject>{_PHRASE})(?:{_APPOSITION})?{_ADVERBIAL}(?P<cue>[VB])(?=[.,ritsG]|$)"
)
_ACCORDING = re.compile(rf"A(?P<subject>{_PHRASE})")
_SUBJECT = re.compile(
    rf"(?P<subject>{_PHRASE})(?:{_APPOSITION}|,[wgGviA][^Q;]{{1,40}}?,){{0,2}}{_ADVERBIAL}$"
)
_RELATIVE = re.compile(rf"(?P<subject>{_PHRASE})(?:{_APPOSITION})?,?w{_ADVERBIAL}$")
_FRONTED = re.compile(r"(?:[,c]?[irstgGvVoA][^,Q]{0,40},){1,3}")
_FIRST = re.compile(rf"[crt,]{{0,2}}(?P<subject>{_PHRASE})")
_VERB = re.compile(r"[VGBvab]")


@dataclass(frozen=True, slots=True)
class Attribution:
    """A cue and the noun phrase that is its subject, as token ranges of one sentence.

    `strong` tells a verb of saying from a verb that only happens to govern the quote.
    """

    cue: tuple[int, int] | None
    subject: tuple[int, int] | None
    strong: bool = True


def attribute_behind(sentence: Sentence, at: int) -> Attribution | None:
    """Return what stands behind the quote token `at`: "…," X said, or said X, or according to X."""
    rest = sentence.classes[at + 1 : at + 1 + WINDOW]
    for pattern in (_BEHIND, _BEHIND_INVERTED):
        match = pattern.match(rest)
        if match and _reports(sentence, at + 1 + match.start("cue")):
            return _attribution(match, at + 1)
    until = re.match(r"[^Q;.]{0,25}?A", rest)
    if until and (match := _ACCORDING.match(rest, until.end() - 1)):
        return _attribution(match, at + 1, cue="A")
    return None


def _attribution(match: "re.Match[str]", offset: int, cue: str = "") -> Attribution:
    first, end = match.span("subject")
    if cue:
        said = (match.start() + offset, match.start() + 1 + offset)
    else:
        said = (match.start("cue") + offset, match.end("cue") + offset)
    return Attribution(said, (first + offset, end + offset))


def _reports(sentence: Sentence, at: int) -> bool:
    return sentence.classes[at] in "VB"


def attribute_aside(sentence: Sentence, at: int) -> Attribution | None:
    """Return what a clause further back says of the whole sentence: a "fine" day, X said."""
    match = _ASIDE.search(sentence.classes, at + 1, at + 1 + WINDOW)
    return _attribution(match, 0) if match else None


def attribute_before(sentence: Sentence, at: int) -> Attribution | None:
    """Return the cue and subject before the quote token `at`."""
    start = max(0, at - WINDOW)
    for cue in range(at - 1, start - 1, -1):
        letter = sentence.classes[cue]
        if letter == ";":
            start = cue + 1
            break
        if letter == "A" and (match := _ACCORDING.match(sentence.classes, cue)):
            return _attribution(match, 0, cue="A")
        if letter in "VGB" and (subject := subject_of(sentence.classes, cue)):
            return Attribution((cue, cue + 1), subject)
    return _weak(sentence, start, at)


def _weak(sentence: Sentence, start: int, at: int) -> Attribution | None:
    classes = sentence.classes
    for verb in range(at - 1, start - 1, -1):
        if classes[verb] in "vabC" and (subject := subject_of(classes, verb)):
            return Attribution((verb, verb + 1), subject, strong=False)
    match = _FIRST.match(classes, _skip_fronted(classes, start), at)
    return Attribution(None, match.span("subject"), strong=False) if match else None


def subject_of(classes: str, verb: int, depth: int = 0) -> tuple[int, int] | None:
    """Return the subject of the verb at `verb`: near it, of its coordination, or of the clause."""
    start = max(0, verb - WINDOW)
    before = classes[start:verb]
    if match := _RELATIVE.search(before):
        return _shift(match, start)
    if classes[verb] != "G" and (near := _near(before)):
        return near[0] + start, near[1] + start
    if depth < 4:
        for earlier in range(verb - 1, start - 1, -1):
            if classes[earlier] in "Vvab" and (found := subject_of(classes, earlier, depth + 1)):
                return found
    match = _FIRST.match(classes, _skip_fronted(classes, start), verb)
    return match.span("subject") if match else None


def _near(before: str) -> tuple[int, int] | None:
    at = 0
    while match := _SUBJECT.search(before, at):
        first, end = match.span("subject")
        if first == 0 or before[first - 1] not in "ioVvGgBS":
            return first, end
        at = first + 1
    return None


def _shift(match: "re.Match[str]", offset: int) -> tuple[int, int]:
    first, end = match.span("subject")
    return first + offset, end + offset


def _skip_fronted(classes: str, start: int) -> int:
    match = _FRONTED.match(classes, start)
    return match.end() if match else start
