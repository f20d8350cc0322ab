"""The text engine: a text goes in, its sentences, summary, quoted speech and figures come out.

Pure: no file but its own language data, no clock, no network. Every value is spans of code points
into the text it was given. Importing it loads neither sumy nor nltk nor numpy.
"""

from typing import TYPE_CHECKING, Any

from summarize.claims import Claim, find_claims
from summarize.digests import ENGINE, Digest, covered, digest
from summarize.lengths import Length, LengthUnit
from summarize.quotes import Quote, find_quotes
from summarize.sentences import split_sentences
from summarize.spans import Span
from summarize.speakers import Speaker
from summarize.summaries import METHODS, Pick, Summary, summarize

if TYPE_CHECKING:
    from summarize.stories import (
        Account,
        Comparison,
        QuoteComparison,
        StoryIndex,
        compare_claims,
        compare_quotes,
        group_stories,
        summarize_story,
    )

__all__ = [
    "ENGINE",
    "METHODS",
    "Account",
    "Claim",
    "Comparison",
    "Digest",
    "Length",
    "LengthUnit",
    "Pick",
    "Quote",
    "QuoteComparison",
    "Span",
    "Speaker",
    "StoryIndex",
    "Summary",
    "compare_claims",
    "compare_quotes",
    "covered",
    "digest",
    "find_claims",
    "find_quotes",
    "group_stories",
    "split_sentences",
    "summarize",
    "summarize_story",
]


def __getattr__(name: str) -> Any:  # noqa: ANN401 - any of the names above
    """Return a name of `summarize.stories`, which is loaded when one is first asked for."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from summarize import stories

    return getattr(stories, name)
