"""Figures in words: "twenty-one", "two hundred and six thousand", "einundzwanzig"."""

from typing import NamedTuple

from summarize.figures.lexicon import Lexicon
from summarize.figures.tokens import Tokens

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
    worth = _worth(state.group, word, lexicon)
    if worth is not None:
        goes_on = state == Sum() or _fits(state, worth, lexicon)
        return state._replace(group=state.group + worth) if goes_on else None
    scale = lexicon.numbers.scalar.get(word, 0.0)
    if not scale or (not state.group and state != Sum()):
        return None
    group = state.group or 1.0
    if scale < 1000:
        return state._replace(group=group * scale, scale=scale) if group < 100 else None
    total = state.total + group * scale
    return Sum(total, 0.0, scale, scale) if scale < state.limit else None


def _worth(group: float, word: str, lexicon: Lexicon) -> float | None:
    """Return what a word adds to the open `group`."""
    if group % 100 == 4 and word in lexicon.words["numbers.twenties"]:
        return 76.0  # quatre-vingt
    if group % 100 >= 20 and group % 10 == 0 and word in lexicon.words["numbers.ones"]:
        return 1.0  # vingt et un
    return lexicon.numbers.worth(word)


def _fits(state: Sum, worth: float, lexicon: Lexicon) -> bool:
    """Tell whether a number goes on with the open group: 3 with 20, 45 with 600, 76 with 4."""
    group = state.group
    if group % 100 == 0:
        return 0 < worth < min(state.limit, 100 if group else 1000)
    if group in lexicon.numbers.additive_tens:
        return 0 < worth < 20
    return worth == 76 or (group % 100 >= 20 and group % 10 == 0 and 0 < worth < 10)


def _joins(tokens: Tokens, index: int, state: Sum, lexicon: Lexicon) -> int:
    """Return 1 where the token at `index` only joins two number words, else 0."""
    lows = tokens.lows
    if lows[index] == "-":
        return int(tokens.glued(index) and tokens.glued(index + 1))
    if (
        lows[index] in lexicon.words["numbers.and"]
        and lexicon.numbers.worth(lows[index + 1]) is not None
    ):
        return int(state.group % 100 == 0)
    return int(lows[index] in lexicon.words["numbers.tens_and"])


def words_end(tokens: Tokens, index: int, lexicon: Lexicon) -> int:
    """Return the end of the numeral at `index`, be it one token of digits or number words.

    Unlike `read_words` it takes any row of them ("nineteen eighty-six"), as dates and times do.
    """
    if tokens.words[index][:1].isdecimal():
        return index + 1
    end = here = index
    joints = lexicon.words["numbers.and"] | {"-"}
    while here < index + LONGEST:
        if tokens.lows[here] in lexicon.numbers.starters:
            end = here + 1
        elif here == index or tokens.lows[here] not in joints:
            break
        here += 1
    return end
