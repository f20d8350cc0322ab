"""Summaries: the methods by name, and the picks that they make."""

from dataclasses import dataclass
from functools import cache

from summarize.languages import table
from summarize.lengths import Length, fitting
from summarize.sentences import split_sentences
from summarize.spans import Span
from summarize.words import words

METHODS: tuple[str, ...] = (
    "news",
    "lead",
    "lex-rank",
    "text-rank",
    "lsa",
    "luhn",
    "edmundson",
    "kl",
    "sum-basic",
    "reduction",
)


@dataclass(frozen=True, slots=True)
class Pick:
    """A sentence that a summary took over.

    `sentence` is its index among the text's sentences, `rank` its place by weight (1 is best).
    `dangling` says that it starts with a word that needs the sentence before it.
    """

    span: Span
    sentence: int
    rank: int
    dangling: bool = False


@dataclass(frozen=True, slots=True)
class Summary:
    """The picks of `method`, in the order of the text.

    `ranked` is the number of sentences, from the top of the text, that the method has ranked where
    the text is longer than the method can take; None where it has ranked them all.
    """

    method: str
    picks: tuple[Pick, ...] = ()
    ranked: int | None = None


def summarize(
    text: str,
    *,
    title: str = "",
    method: str = "news",
    sentences: int | Length = 3,
    language: str = "en",
) -> Summary:
    """Return the sentences of `text` that `method` ranks best, as many as `sentences` says.

    The title is a hint to the methods that take one, and a sentence that repeats it is never a
    pick; of equal sentences only the first can be.
    """
    spans = split_sentences(text, language)
    return summarize_sentences(
        text, spans, title=title, method=method, sentences=sentences, language=language
    )


def summarize_sentences(
    text: str,
    spans: tuple[Span, ...],
    *,
    title: str,
    method: str,
    sentences: int | Length,
    language: str,
    furniture: frozenset[int] | None = None,
) -> Summary:
    """Return the summary of a text whose sentences, and perhaps `furniture`, are known already."""
    if method not in METHODS:
        raise ValueError(f"no summary method {method!r}; there are {', '.join(METHODS)}")
    from summarize.ranking import rankings

    ranking = rankings.rank(
        text, spans, title=title, method=method, language=language, furniture=furniture
    )
    length = sentences if isinstance(sentences, Length) else Length(sentences)
    counted = () if length.unit == "sentences" else spans
    sizes = [len(words(text, span, language)) for span in counted]
    chosen = fitting(ranking.order, sizes, length)
    picks = (
        Pick(spans[index], index, rank, _dangles(text, spans, index, language))
        for rank, index in enumerate(chosen, start=1)
    )
    return Summary(method, tuple(sorted(picks, key=lambda pick: pick.sentence)), ranking.ranked)


def _dangles(text: str, spans: tuple[Span, ...], index: int, language: str) -> bool:
    """Tell whether a sentence starts with a word that needs the sentence before it."""
    openers, settled = _openers(language)
    start, end = spans[index]
    first = words(text, Span(start, min(end, start + 80)), language)
    heads = {first[:size] for size in (1, 2, 3)}
    return index > 0 and not heads.isdisjoint(openers) and heads.isdisjoint(settled)


@cache
def _openers(language: str) -> tuple[frozenset[tuple[str, ...]], frozenset[tuple[str, ...]]]:
    data = table(language, "summaries")
    openers, settled = (
        frozenset(tuple(entry.split()) for entry in data.get(name, "").split(","))
        for name in ("openers", "settled")
    )
    return openers - {()}, settled - {()}
