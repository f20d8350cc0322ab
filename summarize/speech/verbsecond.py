"""Cue and speaker where the finite verb stands second, as in German.

What stands before the verb is one constituent: if it is not the subject, the subject follows the
verb; behind a quote it always does. Subordinate clauses end with their verb. Oblique case shows at
the determiner, so that "dem Minister" is nobody's subject.
"""

import re

from summarize.speech.attribution import WINDOW, Attribution, from_match, shifted

_NOUN = r"(?:[dhe][n#vr]{0,4}[NC#]{1,6}|[n#]{0,2}[NC]{1,6})"
_GENITIVE = r"(?:[Ddh][n#]{0,3}[NC]{1,5}|i[dDh]?[n#]{0,3}[NC]{1,5}|\([^)Q]{1,10}\))"
_PHRASE = rf"(?:p|{_NOUN}{_GENITIVE}{{0,3}})"  # a pronoun has no attribute
_APPOSITION = r"(?:,[^Q;:]{1,30}?,)"
_NAMED = rf"(?:{_PHRASE}|[dD]?[n#]{{0,2}}[NC]{{0,3}}Q)"  # a paper's name may stand in marks
_BETWEEN = r"(?:r|x|t|A|[iD][dDh]?[n#t]{0,3}[NCt#]{1,4}){0,4}"

_BEHIND = re.compile(rf"[,.!-]{{0,2}}[aL]?(?P<cue>[VJ])x?{_BETWEEN}(?P<subject>{_NAMED})")
_SO = re.compile(rf"[,.!-]{{0,2}}(?P<cue>[LA])(?P<subject>[Dd]?{_NAMED})")
_QUOTES = re.compile(
    rf"[,.!-]{{0,2}}(?P<cue>[VJ])[dD]?[n#]{{0,2}}[NC]{{0,3}}Q(?P<subject>D?{_PHRASE})"
)
_AS_SAID = re.compile(rf",s(?P<subject>{_PHRASE}){_BETWEEN}(?P<cue>[VZ])(?=[.,ak]|$)")
_LATER_SO = re.compile(rf",(?P<cue>L)(?P<subject>[Dd]?{_PHRASE})(?=[.,]|i|$)")
_QUOTED = re.compile(rf"[,.!-]{{0,2}}a(?P<subject>{_PHRASE}){_BETWEEN}(?P<cue>[VJZ])")
_BEHIND_BARE = re.compile(rf",(?P<cue>[vn])x?{_BETWEEN}(?P<subject>{_PHRASE})")
_ACCORDING = re.compile(rf"(?P<cue>A)i?(?P<subject>D?{_NAMED})")
_POSTPOSED = re.compile(rf"(?P<subject>D?[dh]?[n#]{{0,3}}[NC]{{1,5}}{_GENITIVE}{{0,2}})(?P<cue>U)")
_SAYS_IT_IN = re.compile(rf"[,.!-]{{0,2}}L?(?P<cue>V)E(?:r|x){{0,3}}i(?P<subject>[Dd]?{_PHRASE})")
_IN_IT_SAYS = re.compile(rf"i(?P<subject>[Dd]?{_PHRASE})(?:{_APPOSITION})?(?P<cue>V)E")
_AFTER_VERB = re.compile(rf"x{{0,2}}(?:r|x|t){{0,3}}(?P<subject>{_PHRASE})")
_LABEL = re.compile(rf"(?:^|[-])(?P<subject>{_PHRASE}(?:,[^Q;:VJvabk]{{1,30}})?):$")
_SUBORDINATE = re.compile(rf"(?:^|,)i?[swdD](?P<subject>{_PHRASE})")
_FIRST = re.compile(rf"[cr]{{0,2}}(?P<subject>{_PHRASE})")
FINITE = "VJabkv"
_INSERTED = re.compile(r"r|[,(c].*[,)]r?|c.*")
_CLOSES = re.compile(r"[,.!-]{0,1}(?P<cue>[ZVJ])(?=[,.!cak]|$)")
_START = re.compile(rf"[;:]|c(?={_PHRASE}[VJabk])")

_RIGHT_BEHIND = (_AS_SAID, _SO, _QUOTES, _BEHIND, _QUOTED, _BEHIND_BARE)
"""Patterns that begin with what stands behind a quote; the last, any verb, for whole sentences."""


def attribute(classes: str, at: int) -> Attribution | None:
    """Return who says the quote at token `at`, as its own sentence tells."""
    limit = at + 1 + WINDOW
    if match := _SAYS_IT_IN.match(classes, at + 1, limit):
        return from_match(match)
    closing = _CLOSES.match(classes, at + 1, limit) if at else None
    if closing and (subject := _clause_subject(classes, at)):
        return Attribution(subject, closing.span("cue"))
    opens = at == 0 or classes[at - 1] in ":,"
    for pattern in _RIGHT_BEHIND if opens else _RIGHT_BEHIND[:-1]:
        if match := pattern.match(classes, at + 1, limit):
            return from_match(match)
    if before := governing_cue(classes, at):
        return before
    for pattern in (_ACCORDING, _POSTPOSED, _LATER_SO):
        if match := pattern.search(classes, at + 1, limit):
            return from_match(match)
    return main_clause(classes, at) if classes[at - 1 : at] == ":" else None


def main_clause(classes: str, at: int) -> Attribution | None:
    """Return the subject of the clause before `at`, with its verb: a colon lets any verb speak."""
    if not (subject := _clause_subject(classes, at)):
        return None
    begin = _clause_start(classes, at - 1)
    verb = next((verb for verb in range(begin, at) if classes[verb] in FINITE), None)
    return Attribution(subject, (verb, verb + 1) if verb else None, strong=False)


def governing_cue(classes: str, at: int) -> Attribution | None:
    """Return the nearest cue before the token `at` and its subject, else the clause's subject."""
    start = max(0, at - WINDOW)
    if label := _LABEL.search(classes[start:at]):
        return Attribution(shifted(label, start))
    for cue in range(at - 1, start - 1, -1):
        letter = classes[cue]
        if letter == "A" and (match := _ACCORDING.match(classes, cue, at)):
            return from_match(match)
        if letter == "U" and (match := _POSTPOSED.search(classes[: cue + 1], max(start, cue - 12))):
            return from_match(match)
        if letter == "V" and classes[cue + 1 : cue + 2] == "E":
            said_in = _SAYS_IT_IN.match(classes, cue, at) or _IN_IT_SAYS.search(
                classes, max(start, cue - 20), cue + 2
            )
            if said_in:
                return from_match(said_in)
        elif letter in "VJZ" and (subject := _subject_of(classes, cue, at)):
            return Attribution(subject, (cue, cue + 1))
    return None


def _subject_of(classes: str, cue: int, at: int) -> tuple[int, int] | None:
    """Return the subject of a finite verb, or of the auxiliary that a participle goes with."""
    if classes[cue] != "Z":
        return _subject(classes, cue, at)
    auxiliary = max(classes.rfind(letter, max(0, cue - 30), cue) for letter in "abk")
    if auxiliary >= 0:
        return _subject(classes, auxiliary, cue)
    return _clause_subject(classes, cue)


def _subject(classes: str, verb: int, at: int) -> tuple[int, int] | None:
    """Return the subject of the finite verb at `verb`: before it, behind it, or of the clause."""
    begin = _clause_start(classes, verb)
    if verb + 1 == at or classes[verb + 1] in ",:.ak":
        clauses = list(_SUBORDINATE.finditer(classes, begin, verb))
        if clauses:
            return clauses[-1].span("subject")
    if classes[verb - 1 : verb] == "c":
        return _clause_subject(classes, verb - 1)
    before = _FIRST.match(classes, begin, verb)
    between = classes[before.end() : verb] if before else ""
    inverted = classes[verb + 1 : verb + 2] == "p" and before and before["subject"] != "p"
    if before and not inverted and (not between or _INSERTED.fullmatch(between)):
        return before.span("subject")
    behind = _AFTER_VERB.match(classes, verb + 1, at)
    if behind and not (before and not between.strip("r")):
        return behind.span("subject")
    return before.span("subject") if before else _clause_subject(classes, begin)


def _clause_start(classes: str, at: int) -> int:
    begin = max(0, at - WINDOW)
    for match in _START.finditer(classes, begin, at):
        begin = match.end()
    return begin


def _clause_subject(classes: str, at: int) -> tuple[int, int] | None:
    """Return the subject of the main clause around the token `at`."""
    begin = max(0, at - WINDOW)
    first = _FIRST.match(classes, begin, at)
    if first and classes[first.end() : first.end() + 1] != "":
        return first.span("subject")
    for verb in range(begin, at):
        if classes[verb] in FINITE:
            behind = _AFTER_VERB.match(classes, verb + 1, at)
            return behind.span("subject") if behind else None
    return None
