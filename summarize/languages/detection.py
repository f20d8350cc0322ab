"""Text to its language, by function words and letters; no model."""

import re
from functools import cache
from itertools import chain

from summarize.languages import LANGUAGES, table
from summarize.words import stop_words, words_anew

# More text would tell no more, and hostile text must not cost more.
_READ = 4000

Votes = tuple[tuple[str, float], ...]
"""Languages, and how much a word or a letter counts for each."""


def detect(text: str) -> str:
    """Return the code of the language that `text` begins in; "en" where nothing tells.

    Each function word counts for the languages that have it, the less the more they are, and so
    does each letter or sign that only some of them write.
    """
    scores = dict.fromkeys(LANGUAGES, 0.0)
    head, votes = text[:_READ], _votes()
    signs = chain(words_anew(head, "fr"), _letters().findall(head.lower()))
    for sign in filter(votes.__contains__, signs):
        for language, weight in votes[sign]:
            scores[language] += weight
    return max(scores, key=scores.__getitem__)


@cache
def _votes() -> dict[str, Votes]:
    """Return the votes of each function word (of two letters at least) and telling letter."""
    telling: dict[str, tuple[str, ...]] = {}
    for language in LANGUAGES:
        longer = {word for word in stop_words(language) if len(word) > 1}
        for sign in longer | set(table(language, "words").get("marks", "")):
            telling[sign] = (*telling.get(sign, ()), language)
    return {
        sign: tuple((language, 1 / len(languages)) for language in languages)
        for sign, languages in telling.items()
    }


@cache
def _letters() -> re.Pattern[str]:
    """Return what finds the signs that tell a language by themselves, among all others."""
    return re.compile(f"[{re.escape(''.join(sign for sign in _votes() if len(sign) == 1))}]")
