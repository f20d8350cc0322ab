"""Evidence: how likely a figure and those of a line count the same thing, as weights that add up.

Each weight is a logarithm of odds, as in record linkage (Fellegi and Sunter 1969): what is found
alike speaks for one thing, by how seldom it is alike by chance, and what is unlike against it.
`tests/quality/fit_stories.py` estimates them.
"""

from summarize.events.bundles import Bundle, Weighed
from summarize.events.signs import signs

_ANY = 1.7
"""What speaks for any two figures being of one thing, before they are looked at."""

_WEIGHTS = {
    "akin outcome": 0.0,
    "alone": 1.0,
    "apart": -1.4,
    "aspect": -0.2,
    "aspect of one": 0.0,
    "both lead": 0.3,
    "equal 1": -1.3,
    "equal 2": 2.2,
    "equal 3": 4.0,
    "equal 4": 7.0,
    "equal large": 2.4,
    "equal measure 1": 1.5,
    "equal measure 2": 3.1,
    "equal measure 3": 3.9,
    "equal measure 4": 6.0,
    "headed": -0.4,
    "limit": -3.0,
    "near in age": 2.6,
    "next": 0.6,
    "nothing beside": -1.8,
    "nothing beside, unlike": -1.2,
    "noun beside": -0.8,
    "only": 0.9,
    "opposite": -12.0,
    "other aspect": -2.0,
    "other aspect, unlike": -5.8,
    "other group": -0.5,
    "other group, unlike": -6.0,
    "other kind": -2.0,
    "other noun": -0.6,
    "other outcome": -3.5,
    "other part": -1.3,
    "other part, unlike": -11.0,
    "other person": -4.2,
    "other rate": -6.0,
    "other time": -0.8,
    "other time, unlike": -7.1,
    "outcome of one": -0.6,
    "part and whole": -0.2,
    "part and whole, unlike": -12.0,
    "people": 0.9,
    "people and things": -1.1,
    "percent": -0.7,
    "rate of one": -1.8,
    "rate of one, unlike": -5.5,
    "ratio": -2.9,
    "rounded 1": -1.1,
    "rounded 2": 0.9,
    "rounded 3": 2.0,
    "same noun": 0.2,
    "same outcome": 2.0,
    "same time": 1.4,
    "some": -0.3,
    "some person": -1.2,
    "strangers": -0.0,
    "strangers, unlike": -0.2,
    "swapped": -1.2,
    "toll": 0.9,
    "unlike": -2.0,
    "unlike few": -2.3,
    "unlike measure": 1.4,
    "unlike money": 0.7,
    "words": 4.1,
}
"""What each sign speaks for one thing."""


def evidence(one: Weighed, line: Bundle) -> float:
    """Return what speaks for a figure's being of the same thing as those of a line."""
    return _ANY + sum([_WEIGHTS[name] * amount for name, amount in signs(one, line)])
