"""The text engine: a text goes in, its sentences, summary, quoted speech and figures come out.

Pure: no file but its own language data, no clock, no network. Every value is spans of code points
into the text it was given. Importing it loads neither sumy nor nltk nor numpy.
"""

from summarize.claims import Claim, find_claims
from summarize.digests import ENGINE, Digest, covered, digest
from summarize.lengths import Length, LengthUnit
from summarize.quotes import Quote, find_quotes
from summarize.sentences import split_sentences
from summarize.spans import Span
from summarize.speakers import Speaker
from summarize.summaries import METHODS, Pick, Summary, summarize

__all__ = [
    "ENGINE",
    "METHODS",
    "Claim",
    "Digest",
    "Length",
    "LengthUnit",
    "Pick",
    "Quote",
    "Span",
    "Speaker",
    "Summary",
    "covered",
    "digest",
    "find_claims",
    "find_quotes",
    "split_sentences",
    "summarize",
]
