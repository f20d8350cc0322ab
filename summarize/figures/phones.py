"""Phone and account numbers: groups of digits that count nothing."""

from summarize.figures.lexicon import Lexicon
from summarize.figures.tokens import Tokens

_DIAL = frozenset("0123456789(-)")
_MARKS = frozenset("-().")
_REACH = 16
"""How many tokens one phone number may have."""


def phone(tokens: Tokens, index: int, lexicon: Lexicon) -> int:
    """Return the end of the phone or account number that starts at `index`, or `index`."""
    end, groups = _groups(tokens, index)
    digits = sum(map(len, groups))
    if not groups or digits < 5:
        return index
    lead = tokens.words[index - 1] if tokens.glued(index) else ""
    marked = lead in ("+", "(") or groups[0][0] == "0"
    called = any(low in lexicon.words["nonclaims.dial"] for low in tokens.lows[index - 5 : index])
    if called:
        return end
    if len(groups) == 1:
        return end if digits >= 9 or (digits >= 6 and marked) else index
    years = len(groups) == 2 and len(groups[0]) == len(groups[1]) == 4
    long = digits >= 9 or (digits >= 7 and (marked or len(groups) > 2))
    return end if long and not years else index


def _groups(tokens: Tokens, index: int) -> tuple[int, list[str]]:
    """Return the end of the groups of digits from `index` on, and the groups."""
    words, end, here = tokens.words, index, index
    groups = []
    while here < index + _REACH:
        if words[here].isdecimal():
            groups.append(words[here])
            end = here + 1
        elif words[here] not in _MARKS or words[here + 1][:1] not in _DIAL:
            break
        here += 1
    return end, groups
