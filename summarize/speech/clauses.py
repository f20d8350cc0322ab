"""Cue and speaker where the subject stands before its verb, as in English and Romance languages.

Everything here is a pattern over word classes (`syntax.Sentence`) that looks at no more than
WINDOW tokens, so that the time is linear in the text.
"""

import re

from summarize.speech.attribution import WINDOW, Attribution, from_match, shifted

_NOUN = r"(?:[dhe][#vgGrVJKt,]{0,3}?[nNCB#]{1,9}|[nNCB#]{1,9}|e(?!i?[nNCB#vgVJ]))"
_GENITIVE = r"(?:S[vg#]{0,2}[nNCB#]{1,6}){0,3}"
_ATTRIBUTE = rf"[ioW](?:{_NOUN}{_GENITIVE}|p)"
_PHRASE = rf"(?:p|{_NOUN}{_GENITIVE}(?:{_ATTRIBUTE}){{0,3}})"  # a pronoun has no attribute
_APPOSITION = r"(?:,[^Q;:]{1,40}?,|\([^)Q]{1,14}\)|-[^Q;:-]{1,25}?-)"
_ADVERBIAL = r"(?:r|t|a|b|i?[dr]?t{1,2}(?![nN])|,r,){0,6}"
_FINITE = "VJvab"

_CREDIT = re.compile(rf"[.!]?-(?P<subject>{_PHRASE})(?:,|[.]?$)")
_COORDINATION = rf"{_PHRASE}(?:(?:,{_PHRASE}){{0,3}},?c{_PHRASE})?"
_BEHIND = re.compile(
    rf"[,.!-]{{1,2}}[rt]{{0,2}}a?(?P<subject>{_COORDINATION})(?:{_APPOSITION}){{0,2}}{_ADVERBIAL}"
    rf"(?P<cue>[VBv]|J(?=[.,]))"
)
_BEHIND_BARE = re.compile(rf"(?P<subject>p|N{{1,4}}){_ADVERBIAL}(?P<cue>V)")
_BEHIND_INVERTED = re.compile(rf"[,.!-]{{0,2}}a?(?P<cue>V)r?(?P<subject>{_PHRASE})")
_ASIDE_INVERTED = re.compile(rf",a?(?P<cue>V)(?P<subject>{_PHRASE})")
_ASIDE = re.compile(
    rf",[rt]{{0,2}}(?P<subject>{_PHRASE})(?:{_APPOSITION})?{_ADVERBIAL}(?P<cue>[VB])(?=[.,irtsG]|$)"
)
_ACCORDING = re.compile(rf"(?P<cue>A)(?P<subject>{_PHRASE})")
_FRONTED_SOURCE = re.compile(rf"c?,?(?P<cue>A)(?P<subject>{_PHRASE})(?:{_APPOSITION}|,)")
_SOON_ACCORDING = re.compile(r"[^Q;.]{0,25}?(?=A)")

_NEAR = re.compile(
    rf"(?P<subject>{_PHRASE})(?:{_APPOSITION}|,[wgGviA][^Q;]{{1,40}}?,){{0,2}}{_ADVERBIAL}$"
)
_RELATIVE = re.compile(rf"(?P<subject>{_PHRASE})(?:{_APPOSITION})?,?w{_ADVERBIAL}$")
_IN_CLAUSE = re.compile(
    rf"(?<=[nNC#])(?:,?w(?=[dhepN])|,?s)(?P<subject>{_PHRASE})(?:{_APPOSITION})?{_ADVERBIAL}$"
)
_ABSOLUTE = re.compile(
    rf"(?:(?<=W)|(?:^|[c,-])(?=(?:p|N{{1,4}})r?$))(?P<subject>{_COORDINATION})r?$"
)
_FRONTED = re.compile(
    r"(?:[,c]?(?:[irstgGKvVoAW][^,Q]{0,40}|[d#]?t[^,Q]{0,12}|#?[nN]{1,2}r),){1,3}"
)
_NAME_BEHIND = re.compile(r"(?<=[nCt#])N{1,5}$")
_FIRST = re.compile(rf"[crt,]{{0,2}}(?P<subject>{_PHRASE})")
_NEW_CLAUSE = re.compile(
    rf"[;-]|(?P<and>,?c)(?={_PHRASE}(?:{_APPOSITION})?(?:r|t){{0,2}}[{_FINITE}])"
)
_PASSIVE = re.compile(r"b[ra]{0,2}$")
_SPOKEN_OF = re.compile(r"b[ra]{0,2}J[is]?[dh]?$")
_INVERTED = re.compile(
    rf"(?:(?<=Q)|(?<=Q[,.!-])|^c?,?)(?P<cue>V)(?P<subject>{_PHRASE})(?:{_APPOSITION}|[,:])"
)
_JUST_SAID = re.compile(rf"(?:^|[,.!-])(?P<subject>{_PHRASE}){_ADVERBIAL}V[^,Q]{{0,12}},r?$")
_COMPLEMENT = re.compile(r"[VG](?:[^,;:QVJGws]{0,12}s)?(?:[irt]|it)?$")
_LABEL = re.compile(r"(?:^|[-i])(?P<subject>[dh]?[nC]{0,2}N{1,5}):$")
_CLAIM = re.compile(rf"(?P<subject>{_PHRASE}S|h)[vgnrJ#]{{0,3}}(?P<cue>C)s$")
_OWNED = re.compile(rf"(?P<subject>{_PHRASE}S)[vn#]{{0,2}}(?P<cue>C)[is,:]{{0,2}}$")


def attribute(classes: str, at: int) -> Attribution | None:
    """Return who says the quote at token `at`, as its own sentence tells."""
    if behind := _behind(classes, at):
        return behind
    before = governing_cue(classes, at)
    if before and before.strong:
        return before
    return _credit(classes, at) or _aside(classes, at) or before


def _credit(classes: str, at: int) -> Attribution | None:
    """Return who signs a quote that is a line of its own: "…" — X."""
    match = _CREDIT.match(classes, 1) if at == 0 else None
    return Attribution(match.span("subject")) if match else None


def _behind(classes: str, at: int) -> Attribution | None:
    """Find it right behind the quote: "…," X said; "…," said X; "…," according to X."""
    limit = at + 1 + WINDOW
    for pattern in (_BEHIND, _BEHIND_BARE, _BEHIND_INVERTED):
        if match := pattern.match(classes, at + 1, limit):
            return from_match(match)
    soon = _SOON_ACCORDING.match(classes, at + 1, limit)
    match = _ACCORDING.match(classes, soon.end(), limit) if soon else None
    return from_match(match) if match else None


def _aside(classes: str, at: int) -> Attribution | None:
    """Find a clause further back that is about the whole sentence: a "fine" day, X said."""
    limit = at + 1 + WINDOW
    match = _ASIDE.search(classes, at + 1, limit) or _ASIDE_INVERTED.search(classes, at + 1, limit)
    return from_match(match) if match else None


def governing_cue(classes: str, at: int) -> Attribution | None:
    """Return the nearest cue before the token `at` and its subject, else the clause's subject.

    A finite verb goes before an infinitive, and before a participle that describes a noun.
    """
    start = max(0, at - WINDOW, classes.rfind(";", 0, at) + 1)
    if label := _LABEL.search(classes[:at], start):
        return Attribution(label.span("subject"))
    if owned := _OWNED.search(classes[:at], start):
        return _outermost(classes, start, from_match(owned))
    if fronted := _FRONTED_SOURCE.match(classes, start, at):
        return from_match(fronted)
    infinite: Attribution | None = None
    for cue in range(at - 1, start - 1, -1):
        letter = classes[cue]
        if letter in "ACVc," and (source := _source_at(classes, start, cue, at)):
            return source
        if letter in "VJ" and _PASSIVE.search(classes, max(start, cue - 3), cue):
            continue
        if letter in "VJGKB" and (subject := subject_of(classes, cue)):
            found = Attribution(subject, (cue, cue + 1))
            if letter in "VJ" or (letter in "GK" and classes[cue - 1 : cue] != "n"):
                return _outermost(classes, start, found)
            infinite = infinite or found
    return _outermost(classes, start, infinite) if infinite else _weak(classes, start, at)


def _source_at(classes: str, start: int, cue: int, at: int) -> Attribution | None:
    """Return the source that a phrase, a noun or an inverted verb at `cue` names."""
    letter = classes[cue]
    if letter == "A" and (match := _ACCORDING.match(classes, cue)):
        return from_match(match)
    if letter == "C" and (match := _CLAIM.search(classes[: cue + 2], max(start, cue - 12))):
        return _outermost(classes, start, from_match(match))
    if letter in "Vc," and (match := _INVERTED.match(classes, cue, at + 1)):
        return from_match(match)
    return None


def _outermost(classes: str, start: int, inner: Attribution) -> Attribution:
    """Return whose words these are: in "X said Y called it" the marks are around words of X."""
    first = inner.subject[0]
    names = inner.cue is not None and classes[inner.cue[0]] == "J"
    if names and classes[max(0, first - 1) : first + 1] == "sp":  # "what she calls": the subject
        outer = governing_cue(classes, first - 1)
        if outer and outer.strong:
            return outer
        subject = clause_subject(classes, first - 1)
        return Attribution(subject, inner.cue) if subject else inner
    said = _COMPLEMENT.search(classes[:first], max(start, first - 20))
    if said and (subject := subject_of(classes, said.start())):
        return _outermost(classes, start, Attribution(subject, (said.start(), said.start() + 1)))
    return inner


def _weak(classes: str, start: int, at: int) -> Attribution | None:
    subject = clause_subject(classes, at)
    if not subject or _SPOKEN_OF.search(classes, subject[1], at):
        return None
    verbs = [verb for verb in range(subject[1], at) if classes[verb] in "vab"]
    cue = (verbs[0], verbs[0] + 1) if verbs else None
    return Attribution(subject, cue, strong=False) if start <= subject[0] else None


def subject_of(classes: str, verb: int) -> tuple[int, int] | None:
    """Return the subject of the verb at `verb`: beside it, or that of its clause."""
    start = max(0, verb - WINDOW)
    before = classes[start:verb]
    if classes[verb] in "GK":
        match = _ABSOLUTE.search(before) or _JUST_SAID.search(before)
        return shifted(match, start) if match else clause_subject(classes, verb)
    if match := _RELATIVE.search(before):
        return shifted(match, start)
    if match := _IN_CLAUSE.search(before):
        return shifted(match, start)
    if near := _near(before):
        return near[0] + start, near[1] + start
    return clause_subject(classes, verb)


def clause_subject(classes: str, at: int) -> tuple[int, int] | None:
    """Return the first noun phrase of the main clause that the token `at` is in."""
    start = max(0, at - WINDOW)
    begin = start
    for match in _NEW_CLAUSE.finditer(classes, start, at):
        if not match["and"] or any(letter in _FINITE for letter in classes[begin : match.start()]):
            begin = match.end()
    fronted = _FRONTED.match(classes, begin, at)
    first = _FIRST.match(classes, fronted.end() if fronted else begin, at)
    return first.span("subject") if first else None


def _near(before: str) -> tuple[int, int] | None:
    at = 0
    while match := _NEAR.search(before, at):
        first, end = match.span("subject")
        if before[first - 1 : first] == "i" and (name := _NAME_BEHIND.search(before, first, end)):
            return name.span()
        if first == 0 or before[first - 1] not in "ioWvJgKBSdhN":
            return first, end
        at = end
    return None
