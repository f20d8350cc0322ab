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
    "akin outcome": 0.3,
    "alone": 1.1,
    "apart": -1.7,
    "aspect": -0.7,
    "aspect of one": 0.0,
    "both lead": 0.3,
    "equal 1": -1.1,
    "equal 2": 2.0,
    "equal 3": 4.1,
    "equal 4": 7.0,
    "equal large": 2.4,
    "equal measure 1": 1.3,
    "equal measure 2": 2.9,
    "equal measure 3": 4.1,
    "equal measure 4": 6.0,
    "headed": -0.2,
    "limit": -3.0,
    "name and role": -0.9,
    "near in age": 2.6,
    "next": 0.7,
    "nothing beside": -1.7,
    "nothing beside, unlike": -1.0,
    "noun beside": -0.3,
    "only": 1.0,
    "opposite": -11.8,
    "other aspect": -1.8,
    "other aspect, unlike": -5.8,
    "other group": -0.5,
    "other group, unlike": -6.2,
    "other kind": -2.1,
    "other noun": -0.4,
    "other outcome": -3.6,
    "other part": -1.2,
    "other part, unlike": -10.9,
    "other person": -4.6,
    "other rate": -6.0,
    "other time": -0.9,
    "other time, unlike": -7.6,
    "outcome of one": -0.6,
    "part and whole": 0.3,
    "part and whole, unlike": -12.0,
    "people": 0.3,
    "people and things": -1.0,
    "percent": -0.8,
    "rate of one": -2.0,
    "rate of one, unlike": -5.5,
    "ratio": -2.8,
    "rounded 1": -0.8,
    "rounded 2": 1.0,
    "rounded 3": 2.0,
    "same noun": 0.3,
    "same outcome": 1.9,
    "same time": 1.0,
    "some": -0.2,
    "some person": -1.2,
    "strangers": -0.1,
    "strangers, unlike": 0.0,
    "swapped": -1.0,
    "toll": 0.2,
    "unlike": -2.1,
    "unlike few": -2.5,
    "unlike measure": 1.3,
    "unlike money": 0.6,
    "words": 3.5,
}
"""What each sign speaks for one thing."""


def evidence(one: Weighed, line: Bundle) -> float:
    """Return what speaks for a figure's being of the same thing as those of a line."""
    return _ANY + sum([_WEIGHTS[name] * amount for name, amount in signs(one, line)])
