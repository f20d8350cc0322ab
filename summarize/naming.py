"""Whether a speaker is known by name, or by a role or as a body: "the Home Office", "Police"."""

import re
from typing import TYPE_CHECKING

from summarize.languages import table
from summarize.speakers import Speaker
from summarize.words import stop_words

if TYPE_CHECKING:
    from summarize.speech.lexicon import Lexicon

_FULL_NAME = re.compile(r"([^\W\d_a-z][^\W\d_]+)(?: [^\W\d_a-z][^\W\d_]+){1,2}")


def person_name(text: str, speaker: Speaker | None, language: str = "en") -> str:
    """Return the name of a speaker who is a person with a name; empty for any other."""
    name = speaker.name if speaker else ""
    if speaker is None or not name[:1].isupper():
        return name if speaker and " " in name and _ends_in_name(name) else ""
    if _is_body(name, language) or _is_word(name, text):
        return ""
    return "" if _behind_determiner(text, speaker, language) else name


def _behind_determiner(text: str, speaker: Speaker, language: str) -> bool:
    """Tell whether a mention is "the Home Office", or "die Biologin".

    Where every noun has a capital, "die Biologin Ada Kovac" is one of a person.
    """
    first, _, rest = speaker.span.cut(text).partition(" ")
    words = table(language, "quotes").get("words", {})
    determiners = f"{words.get('determiners', '')} {words.get('oblique', '')}".split()
    if first.lower() not in determiners or not rest.startswith(speaker.name):
        return False
    return " " not in speaker.name or not _lexicon(language).capital_nouns


def only_person(text: str, before: int, language: str = "en") -> str:
    """Return the one person whom a paragraph names up to a place, empty where there are more.

    That is whom a pronoun there means, though a careful reader of the whole text would not swear to
    it. Only who has a known given name, or stands in commas as "the manager, Ada Kovac," does, is
    told from a place.
    """
    start = text.rfind("\n", 0, before) + 1
    found = _FULL_NAME.finditer(text, start, before)
    named = {name for match in found if (name := _person_in(text, match, language))}
    return named.pop() if len(named) == 1 else ""


def _person_in(text: str, match: re.Match[str], language: str) -> str:
    """Return the person whom words with capitals name, without "Then" at a sentence's head."""
    words = match.group().split()
    words = words[words[0].lower() in stop_words(language) :]
    name = " ".join(words)
    if len(words) < 2 or _is_body(name, language):
        return ""
    commas = text.endswith(", ", 0, match.start()) and text[match.end() : match.end() + 1] == ","
    return name if commas or _lexicon(language).sex_of_given(words[0]) else ""


def _ends_in_name(name: str) -> bool:
    return name.rsplit(" ", 1)[-1][:1].isupper()


def _is_body(name: str, language: str) -> bool:
    """Tell whether a name is that of a body, "Quantock Bank", "Hale & Co"; not of one Ada Bank."""
    first, *rest = name.split()
    last = rest[-1] if rest else first
    known = _lexicon(language)
    if "&" in rest:
        return True
    return last.lower() in known.bodies and not (rest and known.sex_of_given(first))


def _is_word(name: str, text: str) -> bool:
    """Tell whether the one word of a name is a word of the text in small letters: "Nurses said"."""
    return " " not in name and bool(re.search(rf"\b{re.escape(name.lower())}\b", text))


def _lexicon(language: str) -> "Lexicon":
    from summarize.speech.lexicon import lexicon  # only who looks for quotes pays for it

    return lexicon(language)
