"""Figures in words: "twenty-one", "two hundred and six thousand", "einundzwanzig"."""

from typing import NamedTuple

from summarize.lexicon import Lexicon
from summarize.tokens import Tokens

LONGEST = 16
"""No numeral in words is longer than this; what follows is read as another one."""


class Sum(NamedTuple):
    """A figure in words so far: what is done, the open group, the scale that must not recur."""

    total: float = 0.0
    group: float = 0.0
    limit: float = float("inf")
    scale: float = 1.0

    @property
    def value(self) -> float:
        """The number that the words make."""
        return self.total + self.group


def read_words(
    tokens: Tokens, index: int, lexicon: Lexicon, start: Sum | None = None
) -> tuple[int, Sum]:
    """Return the end of the number words from `index` on and their sum, added to `start`."""
    state = start or Sum()
    end = here = index
    while here < index + LONGEST:
        step = _step(state, tokens.lows[here], lexicon)
        if step is None:
            break
        state = step
        end = here + 1
        here = end + _joins(tokens, end, state, lexicon)
    return end, state


def _step(state: Sum, word: str, lexicon: Lexicon) -> Sum | None:
    """Return the sum with one more word, or None where the word does not go on with it."""
    total, group, limit, _ = state
    worth = lexicon.worth(word)
    if word in lexicon.words["numbers.twenties"] and group % 100 == 4:
        return state._replace(group=group + 76)  # quatre-vingt
    if word in lexicon.words["numbers.ones"] and 20 <= group % 100 and group % 10 == 0:
        return state._replace(group=group + 1)  # vingt et un
    if worth is not None:
        tens = 20 <= group % 100 < 100 and group % 10 == 0 and 0 < worth < 10
        tens = tens or (group in lexicon.additive_tens and 0 < worth < 20)
        hundreds = group % 100 == 0 and 0 < worth < min(limit, 100 if group else 1000)
        begins = state == Sum()
        return state._replace(group=group + worth) if begins or tens or hundreds else None
    scale = lexicon.scales.get(word) or lexicon.plurals.get(word, 0.0)
    if not scale or (not group and state != Sum()):
        return None
    group = group or 1.0
    if scale < 1000:
        return state._replace(group=group * scale, scale=scale) if group < 100 else None
    return Sum(total + group * scale, 0.0, scale, scale) if scale < limit else None


def _joins(tokens: Tokens, index: int, state: Sum, lexicon: Lexicon) -> int:
    """Return 1 where the token at `index` only joins two number words, else 0."""
    lows = tokens.lows
    if lows[index] == "-":
        return int(tokens.glued(index) and tokens.glued(index + 1))
    if lows[index] in lexicon.words["numbers.and"] and lexicon.worth(lows[index + 1]) is not None:
        return int(state.group % 100 == 0)
    return int(lows[index] in lexicon.words["numbers.tens_and"])
