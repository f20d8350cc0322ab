"""Citation: words of an article with all that is known of where they are from."""

from dataclasses import dataclass

from reader.article import Article
from reader.citations.passages import Citable, copied_span, sentence_around
from summarize import Claim, Digest, Pick, Quote, Span, Speaker


@dataclass(frozen=True, slots=True)
class Citation:
    """Words of an article, taken as they stand, with their source.

    `sentence` is that of a piece of a sentence, which says little without it; `language` that of
    the text, where it is known; `edition` the date since which the article has read so, where its
    source has changed it.
    """

    article: Article
    value: Citable
    span: Span
    sentence: Span | None = None
    language: str = ""
    edition: str = ""

    @property
    def words(self) -> str:
        """The words as they stand, marks included."""
        return self.span.cut(self.article.text)

    @property
    def context(self) -> str:
        """The sentence of a piece of a sentence; otherwise nothing."""
        return self.sentence.cut(self.article.text) if self.sentence else ""

    @property
    def day(self) -> str:
        """The date of the article, without the time."""
        return self.article.published.partition("T")[0]

    @property
    def date(self) -> str:
        """The day for people, with the version where there are several."""
        version = f"version of {self.edition}" if self.edition else ""
        return f"{self.day} ({version})" if self.day and version else self.day or version

    @property
    def speaker(self) -> Speaker | None:
        """Who is named for a quote."""
        speaker = self.value.speaker if isinstance(self.value, Quote) else None
        return speaker if speaker and speaker.name else None

    @property
    def kind(self) -> str:
        """What is cited, in the field's terms."""
        if isinstance(self.value, Quote):
            return "quote"
        if isinstance(self.value, Claim):
            return "claim"
        return "pick" if isinstance(self.value, Pick) else "excerpt"


def cite(
    article: Article, value: Citable, digest: Digest | None = None, edition: str = ""
) -> Citation:
    """Return a value of an article with its source; `digest` is the article's, corrected.

    Without a digest a quote has no other parts and its sentence is not known.
    """
    span = copied_span(value, article.text, digest.quotes if digest else ())
    sentence = None
    if digest and _is_piece(value, span):
        around = sentence_around(span, digest.sentences)
        sentence = around if around != span else None
    language = digest.language if digest else ""
    return Citation(article, value, span, sentence, language, edition)


def _is_piece(value: Citable, span: Span) -> bool:
    """Tell whether words are only a piece of a sentence: a figure, a quote that is part of one."""
    if isinstance(value, Quote):
        return value.kind == "mixed" and span == value.span
    return isinstance(value, Claim)


def said_by(value: Citable) -> str:
    """Return the speaker's name, marked where it was inferred; that none is told for a quote."""
    if not isinstance(value, Quote):
        return ""
    if value.speaker is None or not value.speaker.name:
        return "speaker not named"
    return value.speaker.name + (" (inferred)" if value.speaker.inferred else "")
