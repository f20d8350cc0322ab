"""Denials: whether a figure is named in order to say that it does not hold."""

from collections.abc import Collection, Sequence

from summarize.claims import Claim
from summarize.events.lexicon import Terms, terms
from summarize.events.places import TOKEN
from summarize.spans import Span

REACH = 9
"""Words before a figure among which it may be denied, and behind it that tell more of it."""

_LONGEST = 120
"""Code points that so many words have at most."""

_RECALLED = 5
"""Words of "as police had first reported"."""


def is_withdrawn(text: str, sentence: Span, claim: Claim, language: str) -> bool:
    """Tell whether its sentence denies a claim of a text, or puts another in its place.

    "Not 26" was never true; that "31 will go instead of 26" is no dispute, but 26 is out of date.
    """
    words = terms(language)
    first = claim.modifier_span if claim.modifier == "approx" else None
    start = min(claim.span, first or claim.span).start
    end = max(claim.span, claim.noun or claim.span).end
    before = text[max(sentence.start, start - _LONGEST) : start]
    behind = text[end : min(sentence.end, end + _LONGEST)]
    by = words.denying | words.replacing
    return is_denied(_tokens(before), _tokens(behind), words, by)


def _tokens(stretch: str) -> Sequence[str]:
    return TOKEN.findall(stretch.lower())


def is_denied(
    before: Sequence[str], behind: Sequence[str], words: Terms, by: Collection[str]
) -> bool:
    """Tell whether one of some words stands right before a figure and denies it: "not the 26".

    A figure holds all the same if more is told of it than who gave it: "not the 26 who complained".
    `before` and `behind` are tokens in small letters, `behind` those that follow its noun.
    """
    plain = _without(before, words.given)
    definite = not words.articles.isdisjoint(plain[-1:])
    leading = _without(plain, words.articles) if definite else before
    told = any(
        _end_with(by, _without_recalled(tokens, words), words)
        for tokens in (leading, _without(leading, words.denied_at))
    )
    return told and not (definite and _tell_more(behind, words))


def _without(tokens: Sequence[str], last: Collection[str]) -> Sequence[str]:
    """Return tokens without some at their end."""
    end = len(tokens)
    while end and tokens[end - 1] in last:
        end -= 1
    return tokens[:end]


def _without_recalled(tokens: Sequence[str], words: Terms) -> Sequence[str]:
    """Return tokens without what recalls who gave a figure at their end: "as was reported"."""
    least = max(0, len(tokens) - _RECALLED - len("as,"))
    for at in range(len(tokens) - 1, least - 1, -1):
        if tokens[at] in words.recalling:
            told = not words.saying.isdisjoint(tokens[at:])
            return _without(tokens[:at], ",") if told else tokens
    return tokens


def _end_with(by: Collection[str], tokens: Sequence[str], words: Terms) -> bool:
    """Tell whether tokens end with one of some words that deny, and not with "if not"."""
    for length in (2, 1):
        word = "-".join(tokens[-length:])
        ending = next((end for end in words.contractions if word.endswith(end)), "")
        if words.contractions.get(ending, word) in by:
            return words.undenied.isdisjoint(tokens[-length - 1 : -length])
    return False


def _tell_more(behind: Sequence[str], words: Terms) -> bool:
    """Tell whether a relative clause says more of what is counted than who gave the figure."""
    told = behind[1:] if "nouns" in words.capitals and behind[:1] == [","] else behind
    giving = words.saying | words.given
    return not words.relative.isdisjoint(told[:1]) and giving.isdisjoint(told[:REACH])
