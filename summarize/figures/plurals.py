"""Plurals: which words look like a noun that a figure counts."""

from summarize.figures.lexicon import Lexicon
from summarize.figures.tokens import Tokens


def is_plural(tokens: Tokens, index: int, lexicon: Lexicon) -> bool:
    """Tell whether a word looks like a noun in the plural; in German, like any noun."""
    low, words, shape = tokens.lows[index], lexicon.words, lexicon.nouns
    if low in words["nouns.plurals"]:
        return True
    if len(low) < 3 or low in words["nouns.stops"] or low in words["nouns.singulars"]:
        return False
    if shape.capitals:
        return tokens.words[index][0].isupper()
    return low.endswith(shape.endings) and not low.endswith(shape.exceptions)
