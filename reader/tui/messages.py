"""Messages between the application, its screens and their panes."""

from collections.abc import Sequence

from textual.message import Message

from reader.article import Article
from reader.citations import Citation
from reader.citations.plain import with_source
from reader.digesting import Wish
from reader.problems import Problem
from summarize import Digest

# What the message of a copy calls what was copied.
_NAMES = {
    "quote": "quote",
    "claim": "figure",
    "pick": "sentence of the summary",
    "excerpt": "passage",
}


class ArticlesRead(Message):
    """Some articles were read, or could not be."""

    def __init__(self, read: Sequence[Article | Problem]) -> None:
        super().__init__()
        self.read = read


class ShelfChanged(Message):
    """There are other articles on the shelf now; some sources may not have been readable."""

    def __init__(self, problems: Sequence[Problem] = ()) -> None:
        super().__init__()
        self.problems = problems


class StoriesChanged(Message):
    """Other articles are of one story now."""


class SourcesRead(Message):
    """All sources were read."""


class DigestWanted(Message):
    """The person waits for a digest."""

    def __init__(self, wish: Wish) -> None:
        super().__init__()
        self.wish = wish


class Digested(Message):
    """A digest was made, or could not be."""

    def __init__(self, wish: Wish, result: Digest | Problem) -> None:
        super().__init__()
        self.wish = wish
        self.result = result


class RefreshWanted(Message):
    """The library is to be refreshed; if that is under way, to be left as it is."""


class FullTextWanted(Message):
    """The page of an article in the library is to be fetched."""

    def __init__(self, key: int) -> None:
        super().__init__()
        self.key = key


class CopyWanted(Message):
    """A text is to be copied; `what` it is goes into the message."""

    def __init__(self, text: str, what: str) -> None:
        super().__init__()
        self.text = text
        self.what = what


def copied(citation: Citation, *, with_its_source: bool) -> CopyWanted:
    """Return the wish to copy words, or these with who said them and where."""
    what = _NAMES[citation.kind]
    if with_its_source:
        return CopyWanted(with_source(citation), f"{what} with its source")
    return CopyWanted(citation.words, what)


class ClipWanted(Message):
    """A citation is to be added to the clippings."""

    def __init__(self, citation: Citation) -> None:
        super().__init__()
        self.citation = citation


class Said(Message):
    """A sentence for the message line.

    One that is `passing` tells how far something is; one that is `of_all` came by itself, and
    stays when another article is shown.
    """

    def __init__(self, sentence: str, *, passing: bool = False, of_all: bool = False) -> None:
        super().__init__()
        self.sentence = sentence
        self.passing = passing
        self.of_all = of_all
