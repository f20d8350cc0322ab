"""Text to its language, by function words and letters; no model."""

import re
from functools import cache

from summarize.languages import LANGUAGES, table
from summarize.spans import Span
from summarize.words import stop_words, words

# More text would tell no more, and hostile text must not cost more.
_READ = 4000


def detect(text: str) -> str:
    """Return the code of the language that `text` begins in; "en" where nothing tells.

    Each function word counts for the languages that have it, the less the more they are, and so
    does each letter or sign that only some of them write.
    """
    scores = dict.fromkeys(LANGUAGES, 0.0)
    head = Span(0, min(len(text), _READ))
    telling, letters = _telling(), _letters()
    for sign in (*words(text, head, "fr"), *letters.findall(head.cut(text).lower())):
        languages = telling.get(sign, ())
        for language in languages:
            scores[language] += 1 / len(languages)
    return max(scores, key=scores.__getitem__)


@cache
def _telling() -> dict[str, tuple[str, ...]]:
    """Return the languages of each function word (of two letters at least) and telling letter."""
    telling: dict[str, tuple[str, ...]] = {}
    for language in LANGUAGES:
        longer = {word for word in stop_words(language) if len(word) > 1}
        for sign in longer | set(table(language, "words").get("marks", "")):
            telling[sign] = (*telling.get(sign, ()), language)
    return telling


@cache
def _letters() -> re.Pattern[str]:
    """Return what finds the signs that tell a language by themselves, among all others."""
    return re.compile(f"[{re.escape(''.join(sign for sign in _telling() if len(sign) == 1))}]")
