"""Whether two names are of one person, as far as names tell."""

_ARTICLES = frozenset({"the", "a", "an"})
_PARTICLES = frozenset(
    {"al", "bin", "da", "de", "del", "der", "di", "du", "la", "le", "van", "von"}
)
_PRONOUNS = frozenset({"he", "she", "they", "it", "i", "we", "you", "who"})


def contradict(one: str, other: str) -> bool:
    """Tell whether two names cannot be one person's: the surnames differ, or both given names do.

    A role, a pronoun and no name at all contradict nothing.
    """
    mine, theirs = _parts(one), _parts(other)
    if not mine or not theirs or mine[-1] in theirs or theirs[-1] in mine:
        return bool(mine and theirs) and _given_differ(mine, theirs)
    return True


def agree(one: str, other: str) -> bool:
    """Tell whether both are names, and of one person."""
    return bool(_parts(one) and _parts(other)) and not contradict(one, other)


def stands_named(name: str, text: str) -> bool:
    """Tell whether a person is named in a text, by the surname at least."""
    surname = name.replace("’s", "").replace("'s", "").split()[-1:]
    return bool(surname) and surname[0] in text


def _given_differ(mine: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """Tell whether two full names with one surname have different given names, and no initials.

    A role before a name is no given name: "Tischler Egon Matuschek" is "Egon Matuschek".
    """
    if len(mine) < 2 or len(theirs) < 2 or mine[-1] != theirs[-1]:
        return False
    return mine[-2][0] != theirs[-2][0] and not set(mine[:-1]).intersection(theirs[:-1])


def _parts(name: str) -> tuple[str, ...]:
    """Return the parts of a person's name in small letters; none of what is no such name.

    A name has no small letter at its head, unless that is a particle's ("van der Berg"); a role
    has: "spokesman for Quantock Bank".
    """
    words = name.replace("’s", "").replace("'s", "").replace(".", " ").split()
    if not words or words[0].lower() in _ARTICLES | _PRONOUNS or not words[-1][0].isupper():
        return ()
    if words[0][0].islower() and words[0] not in _PARTICLES:
        return ()
    return tuple(word.casefold() for word in words)
