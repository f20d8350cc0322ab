"""Compared: what a check found, as values to show; nothing heavy is loaded for them."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Literal, NamedTuple

from reader.article import Article
from summarize import Claim, Quote, Span

STANDING: Mapping[str, str] = MappingProxyType(
    {"verbatim": "word for word", "same": "the same figure"}
)
DOUBTS: Mapping[str, str] = MappingProxyType(
    {
        "altered": "altered",
        "speaker": "said by another there",
        "changed": "its source had these words and has them no more",
        "value": "another value",
        "modifier": "another modifier",
        "missing": "not found in the library",
    }
)
"""Each verdict in words."""


class Piece(NamedTuple):
    """Words that both wordings have, or only the one before or the one after."""

    kind: Literal["both", "before", "after"]
    words: str


class Finding(NamedTuple):
    """A quote or a figure of a draft, what the library says of it, and what that rests on.

    `passage` is what the source says, with what differs from the draft ("before") where words were
    altered; `article` is None where nothing like it is. `past` says that `article` holds a text
    that it has no more, `edition` since which day it has its text where that has changed.
    """

    value: Quote | Claim
    verdict: str
    words: str
    passage: tuple[Piece, ...] = ()
    article: Article | None = None
    span: Span = Span(0, 0)
    speaker: str = ""
    past: bool = False
    edition: str = ""

    @property
    def stands(self) -> bool:
        """Tell whether a source bears it out."""
        return self.verdict in STANDING

    @property
    def says(self) -> str:
        """The verdict in words."""
        return STANDING.get(self.verdict) or DOUBTS[self.verdict]

    def told(self, number: int, total: int) -> str:
        """Say which finding this is, and what it is."""
        place = f": {self.place}" if self.place else ""
        return f"Finding {number} of {total}, {self.says}{place}"

    @property
    def place(self) -> str:
        """Who says it where and when, as far as that is known; empty where nothing was found."""
        return where(self.article, self.speaker) if self.article else ""


class Carried(NamedTuple):
    """An article that carries a quote or a figure: in which words, where, and who says it there."""

    words: str
    article: Article
    span: Span
    speaker: str = ""
    edition: str = ""


class Noted(NamedTuple):
    """What an edit changed. `at` is when it was seen, in seconds since 1970.

    `pieces` are the two wordings; `span` is where it stands in the text as it is now, if it does,
    and `kind` what stands there.
    """

    what: str
    at: float
    pieces: tuple[Piece, ...] = ()
    span: Span | None = None
    kind: type[Quote | Claim] = Quote


class TakenNote(NamedTuple):
    """Words that the person copied or clipped and that read otherwise at their source now.

    `number` is the library's for what was taken; `new` says that the person was not told yet.
    """

    number: int
    what: str
    how: str
    at: float
    pieces: tuple[Piece, ...]
    article: Article
    span: Span | None
    new: bool


def where(article: Article, *before: str) -> str:
    """Return what tells an article from others on a line, with what is to be said before."""
    about = (*before, article.source, article.title, article.published.partition("T")[0])
    return ", ".join(part for part in about if part)


def summed_up(findings: Sequence[Finding]) -> str:
    """Say how much of a draft stands."""
    if not findings:
        return "There is no quote and no figure to check."
    total, doubts = len(findings), sum(not one.stands for one in findings)
    found = "1 quote or figure" if total == 1 else f"{total} quotes and figures"
    return f"{found}, {f'{doubts} of them in doubt' if doubts else 'and all stand'}"
