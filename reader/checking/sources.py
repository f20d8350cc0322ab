"""The texts that a draft is held against, read once each: what is said in them, what is counted."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from reader.article import Article
from reader.checking.figures import Figures
from reader.corrections import corrected_quotes
from summarize import ENGINE, Quote, Span, find_quotes, split_sentences
from summarize.marking import inside_marks
from summarize.naming import only_person, person_name
from summarize.wording import Wording, wording

if TYPE_CHECKING:
    from reader.library import Library

MOST_BETWEEN = 12  # words of "she said, and folded the map," between two halves of one speech


@dataclass(frozen=True, slots=True)
class Speech:
    """Words that one person says in one go, though "she said" may interrupt them."""

    span: Span
    wording: Wording
    speaker: str
    person: str  # the speaker's name where that is one of a person, else empty


class Source:
    """One text of the library. What is asked of it is found once, when it is first asked.

    It is read in the language of the draft: words of another one agree with it nowhere.
    """

    def __init__(
        self, key: int, article: Article, language: str = "en", library: "Library | None" = None
    ) -> None:
        self.key = key
        self.article = article
        self.language = language
        self._library = library

    @cached_property
    def wording(self) -> Wording:
        """All words of the text."""
        return wording(self.article.text)

    @cached_property
    def folded(self) -> str:
        """The text as words are looked for in it."""
        return self.article.text.casefold().replace("’", "'")

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences of the text."""
        return split_sentences(self.article.text, self.language)

    @cached_property
    def quotes(self) -> tuple[Quote, ...]:
        """The quotes as they are kept, with the speakers that the person named; else found now."""
        text, library = self.article.text, self._library
        if library is None:
            return find_quotes(text, self.language)
        lacking = library.digests.lacking([self.key], ENGINE)
        kept = None if lacking else library.digests.get(self.key)
        found = kept.quotes if kept else find_quotes(text, self.language)
        return corrected_quotes(found, library.corrections.of(text))

    @cached_property
    def speeches(self) -> tuple[Speech, ...]:
        """All that stands in marks, in order; the halves of one speech together."""
        return tuple(_speeches(self.article.text, self.quotes, self.language))

    @cached_property
    def sayings(self) -> tuple[Speech, ...]:
        """All that stands in marks, then every sentence: what a quote may have been made of."""
        text = self.article.text
        sentences = (Speech(span, wording(text, span), "", "") for span in self.sentences)
        return (*self.speeches, *sentences)

    @cached_property
    def figures(self) -> Figures:
        """The figures of the text."""
        return Figures(self.article.text, self.sentences, self.language)


class Sources:
    """The articles of a library as sources, each read once."""

    def __init__(self, library: "Library", language: str = "en") -> None:
        self.library = library
        self.language = language
        self._read: dict[int, Source | None] = {}
        self._quoted: dict[int, Source] = {}

    @property
    def quoted(self) -> Iterable[Source]:
        """The articles in which something of the draft was found so far."""
        return self._quoted.values()

    def note(self, key: int) -> None:
        """Note that something of the draft was found in an article."""
        self._quoted.update((source.key, source) for source in self.of([key]))

    def of(self, keys: Iterable[int]) -> Iterator[Source]:
        """Give the articles of some keys that are still there."""
        for key in keys:
            if key not in self._read:
                article = self.library.articles.get(key)
                self._read[key] = (
                    Source(key, article, self.language, self.library) if article else None
                )
            if source := self._read[key]:
                yield source

    @cached_property
    def past(self) -> tuple[Source, ...]:
        """What articles said before they were edited."""
        return tuple(
            Source(past.key, replace(article, text=past.text, markup=()), self.language)
            for past in self.library.passages.past()
            if (article := self.library.articles.get(past.key))
        )


def _speeches(text: str, quotes: Sequence[Quote], language: str) -> Iterator[Speech]:
    """Yield what is in marks, quotes or not, joining the quotes that only "she said" parts."""
    spoken = {quote.span: quote for quote in quotes}
    bare = (Quote(span, "mixed") for span in inside_marks(text, language) if not _in(span, quotes))
    together: list[Quote] = []
    for quote in sorted((*spoken.values(), *bare), key=lambda one: one.span):
        if together and not _goes_on(text, together[-1], quote):
            yield _speech(text, together, language)
            together = []
        together.append(quote)
    if together:
        yield _speech(text, together, language)


def _in(span: Span, quotes: Iterable[Quote]) -> bool:
    return any(quote.span.overlaps(span) for quote in quotes)


def _goes_on(text: str, before: Quote, after: Quote) -> bool:
    """Tell whether one person goes on: nothing but who says it stands between the two."""
    gap = Span(before.span.end, after.span.start)
    between = wording(text, gap).words
    names = [one.speaker.name for one in (before, after) if one.speaker]
    same = len(names) == 2 and names[0] == names[1]
    if not between:
        return same or not all(names) or len(names) < 2
    told = any(cue and gap.covers(cue) for cue in (before.cue, after.cue))
    return same and told and len(between) <= MOST_BETWEEN and "\n" not in gap.cut(text)


def _speech(text: str, quotes: Sequence[Quote], language: str) -> Speech:
    speaker = next((one.speaker for one in quotes if one.speaker and one.speaker.name), None)
    span = Span(quotes[0].span.start, quotes[-1].span.end)
    words = wording(text, *(one.span for one in quotes))
    named = person_name(text, speaker, language)
    if speaker is None and any(one.speaker for one in quotes):  # a pronoun that was not resolved
        named = only_person(text, span.start, language)
    return Speech(span, words, speaker.name if speaker else "", named)
