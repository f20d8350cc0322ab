"""The outline of a digest that the screen and the printed text share."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from reader.corrections import NamedByReader
from summarize import Claim, Digest, Pick, Quote, Span, Summary, covered
from summarize.languages.scripts import without_rules

UNKNOWN_SPEAKER = "Speaker not named"


class Part(NamedTuple):
    """A part of a text as its summary has it: a pick, the sentence that a pick leans on, or a gap.

    A gap is what the summary leaves out between them, some `sentences`.
    """

    kind: Literal["gap", "before", "pick"]
    span: Span
    pick: Pick | None = None
    sentences: int = 1


class Heard(NamedTuple):
    """What one speaker says in an article."""

    name: str
    quotes: tuple[Quote, ...]


def summary_parts(digest: Digest) -> Iterator[Part]:
    """Yield the picks, what is left out around them, and what a dangling pick needs to be read."""
    following = 0
    for pick in digest.summary.picks:
        needed = pick.dangling and pick.sentence > following
        yield from _gap(digest.sentences[following : pick.sentence - needed])
        if needed:
            yield Part("before", digest.sentences[pick.sentence - 1])
        yield Part("pick", pick.span, pick)
        following = pick.sentence + 1
    yield from _gap(digest.sentences[following:])


def _gap(sentences: Sequence[Span]) -> Iterator[Part]:
    if sentences:
        span = Span(sentences[0].start, sentences[-1].end)
        yield Part("gap", span, sentences=len(sentences))


def coverage(digest: Digest) -> str:
    """Say how many of the article's quotes and claims stand in its summary."""
    counts = (
        f"{len(covered(digest.summary, marks))} of {count(len(marks), name)}"
        for marks, name in ((digest.quotes, "quote"), (digest.claims, "claim"))
        if marks
    )
    return ", ".join(counts)


def unruled(text: str, digest: Digest, what: Literal["quotes", "figures"]) -> str:
    """Say that none were found in a language that has no rules for them; empty where it has some.

    The general rules find some in many languages: that there are none is more than is known.
    """
    language = without_rules(text, digest.language)
    return f"No {what} found; there are no rules for {language}." if language else ""


def limit_of(summary: Summary) -> str:
    """Say where a method could not rank the whole text; empty where it could."""
    if summary.ranked is None:
        return ""
    return f"{summary.method} ranks no more than the first {summary.ranked} sentences"


def left_out(summary: Summary, mark: Quote | Claim) -> bool:
    """Tell whether the summary leaves a quote or a claim out."""
    picks = summary.picks
    before = bisect_left(picks, mark.span.end, key=lambda pick: pick.span.start)
    return not before or not picks[before - 1].span.overlaps(mark.span)


def by_speaker(quotes: Iterable[Quote]) -> tuple[Heard, ...]:
    """Return quotes by the name of who said them, in the order in which each is first heard.

    A pronoun is no name: two people may be "she".
    """
    groups: dict[str, list[Quote]] = {}
    for quote in quotes:
        name = quote.speaker.name if quote.speaker else ""
        groups.setdefault(name or UNKNOWN_SPEAKER, []).append(quote)
    return tuple(Heard(name, tuple(said)) for name, said in groups.items())


def about_speaker(text: str, quote: Quote) -> str:
    """Return what is to be known of a quote's speaker besides the name."""
    speaker = quote.speaker
    if isinstance(speaker, NamedByReader):
        return "named by you"
    if speaker is None or speaker.name:
        return "inferred" if speaker and speaker.inferred else ""
    return one_line(speaker.span.cut(text))


def one_line(text: str) -> str:
    """Return a passage on one line."""
    return " ".join(text.split())


def count(number: int, name: str) -> str:
    """Return a number with its noun: "1 quote", "2 quotes"."""
    return f"{number} {name}{'' if number == 1 else 's'}"
