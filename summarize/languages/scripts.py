"""Letters to the language that is written in them, where there are no rules for it."""

import unicodedata
from collections import Counter
from itertools import islice
from types import MappingProxyType

from summarize.languages import known

_READ = 1000  # letters; more would tell no more
_RULED = "LATIN"  # what every language is written in that has rules
_LANGUAGES = MappingProxyType(
    {
        "JAPANESE": "Japanese",
        "CJK": "Chinese",
        "HANGUL": "Korean",
        "HEBREW": "Hebrew",
        "GREEK": "Greek",
        "ARMENIAN": "Armenian",
        "GEORGIAN": "Georgian",
        "TAMIL": "Tamil",
        "TELUGU": "Telugu",
        "KANNADA": "Kannada",
        "MALAYALAM": "Malayalam",
        "GUJARATI": "Gujarati",
        "SINHALA": "Sinhala",
        "THAI": "Thai",
        "LAO": "Lao",
        "KHMER": "Khmer",
        "MYANMAR": "Burmese",
    }
)
"""What is written in a script, as Unicode names it, that has one language of the news."""


def without_rules(text: str, language: str) -> str | None:
    """Name the language of a text for which there are no words, and so no rules but general ones.

    None where there are. "this language" stands for one whose letters do not tell its name. A text
    counts as written in what most of its letters are, whatever `language` it was read as.
    """
    script = _script(text)
    if script != _RULED:
        return _LANGUAGES.get(script, "this language")
    return None if known(language) else "this language"


def _script(text: str) -> str:
    letters = islice(filter(str.isalpha, text), _READ)
    counts = Counter(unicodedata.name(letter, "").partition(" ")[0] for letter in letters)
    kana = counts.pop("HIRAGANA", 0) + counts.pop("KATAKANA", 0)
    if kana * 10 > counts["CJK"]:  # Chinese has a borrowed word in kana at most
        counts["JAPANESE"] = kana + counts.pop("CJK", 0)
    return max(counts, key=counts.__getitem__) if counts.total() else _RULED
