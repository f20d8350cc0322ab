"""What stands in marks: speech, or a title, a nickname, a term, a piece of markup.

The sentence around the marks decides, read as word classes: titles of works and programmes follow
a possessor, a preposition or the noun they name; terms stand where nobody could have said them.
"""

import re
from itertools import islice

from summarize.spans import Span
from summarize.speech.attribution import Attribution
from summarize.speech.lexicon import Lexicon
from summarize.speech.syntax import Sentence

_WORD = re.compile(r"[^\W_][\w'’.&-]*")
_LONGEST_NAME = 6
"""Words of the longest name in marks, where capitals do not tell."""
_ENOUGH = 12
"""Words of a piece that are looked at: more than any name or term has."""
_LONGEST_TERM = 5
"""Words of the longest piece that is a term where nobody is there to say it."""
_CITED = re.compile(r"[\s(–—-]{0,3}https?://|\s\((?:1[5-9]|20)\d\d[),]")
"""What follows an excerpt, a work or a slogan: its address or its year in brackets."""
_CALLED = re.compile("[n,]J$")  # "an account called “…”"
_SAYING = re.compile("[VJGKCA]")
_SMALL_IN_TITLES = "dicsoWIb"
"""Classes of words that titles of works write small."""
_SHORT = 3
"""Words up to which a piece without a cue may be a term, and one between names a nickname."""


def is_speech(sentence: Sentence, at: int, attribution: Attribution | None) -> bool:
    """Tell whether the marks at token `at` hold words that somebody said or wrote."""
    words = sentence.lexicon
    spoken = _WORD.finditer(sentence.text, *_inner(sentence.token(at)))
    inside = [word.group() for word in islice(spoken, _ENOUGH)]
    said = attribution is not None and attribution.strong
    if not inside or _is_marked_otherwise(sentence, at, inside, said=said):
        return False
    if words.capital_nouns:
        if inside[0][0].isupper() and len(inside) <= _LONGEST_NAME:
            return not _is_name(sentence, at, attribution)
    elif _has_capitals(inside, words):
        return not _names_a_work(sentence.classes, at, len(inside), said=said)
    if said or _is_reported(sentence) or len(inside) > _LONGEST_TERM:
        return True
    if _is_term(sentence, at, inside):
        return False
    somebody = attribution is not None and not _begins_as_name(inside[0], words)
    return somebody or _could_be_said(sentence, at)


def _is_marked_otherwise(sentence: Sentence, at: int, inside: list[str], *, said: bool) -> bool:
    """Tell whether markup, a name around the marks, or a word beside them says what they hold."""
    if _is_markup(sentence, at) or _is_nickname(sentence, at, inside) or _is_called(sentence, at):
        return True
    return not said and (
        sentence.after(at) in sentence.lexicon.authored
        or _CITED.match(sentence.text, sentence.ends[at], sentence.ends[at] + 20) is not None
    )


def _is_reported(sentence: Sentence) -> bool:
    """Tell whether a verb of the sentence marks it as somebody's words, as Konjunktiv I does."""
    return "k" in sentence.classes


def _inner(span: Span) -> Span:
    return Span(span.start + 1, span.end - 1) if span.end - span.start > 2 else span


def _is_markup(sentence: Sentence, at: int) -> bool:
    start = sentence.starts[at]
    return sentence.text[start - 1 : start] == "=" or sentence.text.startswith(">", start + 1)


def _is_nickname(sentence: Sentence, at: int, inside: list[str]) -> bool:
    """Tell whether the marks stand inside a name: John “Johnny” Doe."""
    return len(inside) <= _SHORT and sentence.classes[max(0, at - 1) : at + 2] == "NQN"


def _is_called(sentence: Sentence, at: int) -> bool:
    """Tell whether a word before the marks says that a name follows: titled, so-called."""
    before = at - 1
    if before > 0 and sentence.classes[before] in ",di":
        before -= 1
    return before >= 0 and sentence.word(before) in sentence.lexicon.naming


def _has_capitals(inside: list[str], words: Lexicon) -> bool:
    """Tell whether every word has a capital letter but those that titles write small."""
    return inside[0][0].isupper() and all(
        not word[0].islower() or words.classes.get(word, "n") in _SMALL_IN_TITLES for word in inside
    )


def _names_a_work(classes: str, at: int, length: int, *, said: bool) -> bool:
    """Tell whether words with capitals are a title, by what stands before and behind them."""
    before, after = classes[at - 1] if at else "^", classes[at + 1 : at + 2] or "."
    if before == "S" or before + after == "hn" or _CALLED.search(classes[max(0, at - 2) : at]):
        return True
    if not said and (before + after == "^b" or (before in "dhi^," and after in "nC")):
        return True
    if length == 1:
        return not said
    if before == ",":
        return not said or classes[at - 2 : at - 1] in ("n", "N", "C")
    return (
        before in "incQWo#" or (before == "d" and after in "nNC") or (not said and before in "dgv-")
    )


def _is_name(sentence: Sentence, at: int, attribution: Attribution | None) -> bool:
    """Tell whether words that begin with a capital are a name, where all nouns have one.

    A stop inside the marks makes a sentence of them; without one they need a cue or reported
    speech, and may not stand in apposition to a noun ("die Zeitschrift „…“").
    """
    if sentence.stops_inside(at):
        return False
    before = sentence.classes[at - 1] if at else "^"
    if before in "N(h":
        return True
    if attribution is None or not attribution.strong:
        return not _is_reported(sentence)
    cue = attribution.cue
    return before == "d" and cue is not None and cue[0] > at


def _begins_as_name(first: str, words: Lexicon) -> bool:
    """Tell whether a piece begins with a capital that no pronoun explains."""
    return not first[0].islower() and words.classes.get(first.lower()) != "p"


def _could_be_said(sentence: Sentence, at: int) -> bool:
    """Tell whether a piece, or a word of saying beside it, makes it speech where nobody is named.

    Where verbs need no subject, or none is looked for without a cue, it cannot be told.
    """
    if at == 0 or sentence.lexicon.subjects_drop or sentence.lexicon.verb_second:
        return True
    return sentence.stops_inside(at) or _SAYING.search(sentence.classes) is not None


def _is_term(sentence: Sentence, at: int, inside: list[str]) -> bool:
    """Tell whether a short piece without a cue is a word in marks, and nobody's words."""
    if len(inside) > _SHORT or not inside[0][0].islower():
        return False
    classes = sentence.classes
    attributive = classes[at + 1 : at + 2] in ("n", "C", "N")
    if len(inside) == 1:
        return attributive or classes[at - 1] == "C" or not _SAYING.search(classes)
    return attributive
