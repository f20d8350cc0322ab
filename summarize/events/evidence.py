"""Evidence: how likely a figure and those of a line count the same thing, as weights that add up.

Each weight is a logarithm of odds, as in record linkage (Fellegi and Sunter 1969): what is found
alike speaks for one thing, by how seldom it is alike by chance, and what is unlike against it.
`tests/quality/fit_stories.py` estimates them.
"""

from summarize.events.bundles import Bundle, Weighed
from summarize.events.signs import signs

ENOUGH = 0.0
"""What the evidence for one thing must come to: it is likelier than not."""

_ANY = 1.6
"""What speaks for any two figures being of one thing, before they are looked at."""

_WEIGHTS = {
    "akin outcome": -0.2,
    "alone": 1.0,
    "aspect": 0.4,
    "both lead": 0.5,
    "equal 1": -1.6,
    "equal 2": 2.4,
    "equal 3": 4.1,
    "equal 4": 7.0,
    "equal large": 2.3,
    "equal measure 1": 1.3,
    "equal measure 2": 3.3,
    "equal measure 3": 3.9,
    "equal measure 4": 6.0,
    "headed": -0.2,
    "limit": -3.0,
    "next": 0.9,
    "nothing beside": -1.7,
    "nothing beside, unlike": -2.0,
    "noun beside": -0.9,
    "only": 1.2,
    "opposite": -20.0,
    "other aspect": -2.0,
    "other aspect, unlike": -6.0,
    "other group": -0.5,
    "other group, unlike": -7.4,
    "other kind": -2.0,
    "other noun": -0.3,
    "other outcome": -4.7,
    "other part": -0.9,
    "other part, unlike": -19.5,
    "other person": -5.4,
    "other rate": -5.5,
    "other time": -1.3,
    "other time, unlike": -7.6,
    "outcome of one": -0.8,
    "part and whole": -19.9,
    "people and things": -1.2,
    "people": 0.1,
    "percent": -1.3,
    "ratio": -3.1,
    "rounded 1": -1.1,
    "rounded 2": 0.9,
    "rounded 3": 2.0,
    "same noun": 0.2,
    "same outcome": 3.1,
    "same time": 0.9,
    "some": -0.2,
    "strangers": -0.2,
    "swapped": -0.9,
    "toll": 0.2,
    "unlike few": -2.5,
    "unlike": -2.0,
    "words": 3.1,
}
"""What each sign speaks for one thing."""


def evidence(one: Weighed, line: Bundle) -> float:
    """Return what speaks for a figure's being of the same thing as those of a line."""
    return _ANY + sum([_WEIGHTS[name] * amount for name, amount in signs(one, line)])
