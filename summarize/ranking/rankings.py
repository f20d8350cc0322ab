"""Rankings: a text's sentences, best first, by sumy's summarizers and by ours.

Imports sumy, nltk and numpy, and is therefore imported only when a summary is asked for.
"""

import sys
import warnings
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import accumulate
from typing import Any, NamedTuple

from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence
from sumy.summarizers.edmundson import EdmundsonSummarizer
from sumy.summarizers.kl import KLSummarizer
from sumy.summarizers.lsa import LsaSummarizer
from sumy.summarizers.luhn import LuhnSummarizer
from sumy.summarizers.reduction import ReductionSummarizer
from sumy.summarizers.sum_basic import SumBasicSummarizer
from sumy.summarizers.text_rank import TextRankSummarizer

from summarize.furniture import find_furniture, is_caption, is_whole
from summarize.ranking.centrality import Document, Lead, LexRank, News, Summarizer
from summarize.spans import Span
from summarize.words import stemmer, stems, stop_words, words

Words = tuple[str, ...]


class Limit(NamedTuple):
    """How much of a text a method ranks: its first sentences, up to so many sentences and words."""

    sentences: int
    words: int = sys.maxsize


# The time of most methods grows with the square of the sentences or of the words, or faster. Up to
# these limits sumy's give what sumy gives, and all take a second or two at most.
LIMITS: Mapping[str, Limit] = {
    "news": Limit(2000),
    "lead": Limit(20_000),
    "lex-rank": Limit(2000),
    "text-rank": Limit(300, 10_000),
    "lsa": Limit(400, 10_000),
    "luhn": Limit(1000, 20_000),
    "edmundson": Limit(10_000),
    "kl": Limit(100, 4000),
    "sum-basic": Limit(1000, 20_000),
    "reduction": Limit(400, 10_000),
}

_QUOTES = "\"'“‘„‚«»‹「"
_WEAK = 0.7
# Among several texts: their first sentences tell most, and what one has said another says again.
_OF_SEVERAL = {"depth": 3.0, "redundancy": 1.0}
_SHORT = 10

_SUMMARIZERS: Mapping[str, type[Any]] = {
    "news": News,
    "lead": Lead,
    "lex-rank": LexRank,
    "text-rank": TextRankSummarizer,
    "lsa": LsaSummarizer,
    "luhn": LuhnSummarizer,
    "kl": KLSummarizer,
    "sum-basic": SumBasicSummarizer,
    "reduction": ReductionSummarizer,
}


class Ranking(NamedTuple):
    """Indexes of a text's sentences, best first, and how many were ranked where not all were."""

    order: tuple[int, ...]
    ranked: int | None


class Told(Sentence):  # type: ignore[misc] # sumy has no types
    """sumy's sentence with its words, which sumy would ask for anew each time."""

    __slots__ = ("words",)

    def __init__(self, text: str, words: tuple[str, ...], *, is_heading: bool = False) -> None:
        super().__init__(text, None, is_heading)
        self.words = words


class Tokenizer(NamedTuple):
    """What sumy asks for the words of a sentence; its own needs data that must be downloaded."""

    language: str

    def to_words(self, sentence: str) -> tuple[str, ...]:
        """Return the words of a sentence."""
        return words(sentence, Span(0, len(sentence)), self.language)


def rank(
    text: str,
    spans: Sequence[Span],
    *,
    title: str,
    method: str,
    language: str,
    furniture: frozenset[int] | None = None,
) -> Ranking:
    """Return the ranking of the sentences `spans` by `method`, one of `summaries.METHODS`.

    Left out are repeats of the title, all but the first of equal sentences and, by `news`, what is
    page text and not story: the `furniture`, which is looked for where it is not told.
    """
    said = [words(text, span, language) for span in spans]
    rows = _without_title(said, title, language)
    if method == "news":
        if furniture is None:
            furniture = find_furniture(text, spans, language)
        rows = [row for row in rows if row not in furniture] or rows
    limit = LIMITS[method]
    first = rows[: limit.sentences]
    told = _within(limit, [said[row][: limit.words] for row in first])
    places = [spans[row] for row in first[: len(told)]]
    summarizer = _summarizer(method, title, language)
    if isinstance(summarizer, News):
        summarizer.forms = _forms(text, places, told, language)
        order = summarizer.order(told)
    else:
        heading = _heading(title, language) if method == "edmundson" else None
        order = _order(summarizer, _document(text, places, told, heading))
    return Ranking(
        tuple(rows[place] for place in _first_of_equals(text, places, told, order)),
        len(told) if len(told) < len(rows) else None,
    )


def rank_places(
    text: str, spans: Sequence[Span], places: Sequence[int], *, title: str, language: str
) -> tuple[int, ...]:
    """Return the ranking by `news` of sentences of several texts, all of them in `text`.

    `places` says where each stands in its own text. What is said already weighs more against a
    sentence than within one text: several accounts say the same thing in their own words.
    """
    told = [words(text, span, language) for span in spans]
    summarizer = _summarizer("news", title, language)
    summarizer.forms = _forms(text, spans, told, language)
    summarizer.tops = places
    summarizer.depth, summarizer.redundancy = _OF_SEVERAL["depth"], _OF_SEVERAL["redundancy"]
    return tuple(_first_of_equals(text, spans, told, summarizer.order(told)))


def _within(limit: Limit, told: Sequence[Words]) -> Sequence[Words]:
    """Return the words of the first sentences that keep the limit of words, one at least."""
    if limit.words == sys.maxsize:
        return told
    totals = accumulate(map(len, told))
    return told[: max(1, sum(total <= limit.words for total in totals))]


def build_document(text: str, spans: Sequence[Span], language: str, *, title: str = "") -> Document:
    """Return sumy's document of the sentences `spans`; the title is its heading."""
    told = [words(text, span, language) for span in spans]
    return _document(text, spans, told, _heading(title, language))


def _heading(title: str, language: str) -> Told | None:
    told = words(title, Span(0, len(title)), language)
    return Told(title, told, is_heading=True) if title.strip() else None


def _document(
    text: str, spans: Sequence[Span], told: Sequence[Words], heading: Told | None
) -> Document:
    paragraphs: list[list[Told]] = [[]]
    end = 0
    for span, said in zip(spans, told, strict=True):
        if "\n" in text[end : span.start] and paragraphs[-1]:
            paragraphs.append([])
        paragraphs[-1].append(Told(span.cut(text), said))
        end = span.end
    if heading:
        paragraphs[0].insert(0, heading)
    return ObjectDocumentModel(map(Paragraph, paragraphs))


def _forms(text: str, spans: Sequence[Span], told: Sequence[Words], language: str) -> list[float]:
    """Return how well each sentence can stand in a summary by its form, up to 1.

    What somebody said, a question, a caption and a line without an end say less of the story than
    plain statements do, and so do sentences of a few words.
    """
    return [
        _WEAK ** _weaknesses(text, span, language) * min(1.0, len(said) / _SHORT)
        for span, said in zip(spans, told, strict=True)
    ]


def _weaknesses(text: str, span: Span, language: str) -> int:
    ending = text[span.end - 4 : span.end]
    return (
        (text[span.start] in _QUOTES)
        + ("?" in ending)
        + (is_caption(text, span, language) or not is_whole(text, span))
    )


def _without_title(said: Sequence[tuple[str, ...]], title: str, language: str) -> list[int]:
    headline = words(title, Span(0, len(title)), language)
    if not headline:
        return list(range(len(said)))
    return [row for row, told in enumerate(said) if told != headline]


def _summarizer(method: str, title: str, language: str) -> Summarizer:
    """Return the summarizer of a method, set up as sumy's own command line does."""
    stem, skipped = stemmer(language), stop_words(language)
    if method == "edmundson":
        headline = words(title, Span(0, len(title)), language)
        return _edmundson(stem, skipped, frozenset(headline) - skipped)
    summarizer = _SUMMARIZERS[method](stem)
    summarizer.stop_words = skipped
    if method == "news":
        summarizer.headline = stems(title, Span(0, len(title)), language)
    return summarizer


def _edmundson(
    stem: Callable[[str], str], skipped: frozenset[str], bonus: frozenset[str]
) -> Summarizer:
    """Return sumy's Edmundson with the title's words as bonus; it takes no empty sets."""
    summarizer = EdmundsonSummarizer(stem, cue_weight=1.0 if bonus else 0.0)
    summarizer.bonus_words = bonus
    summarizer.stigma_words = {""}
    summarizer.null_words = skipped or {""}
    return summarizer


def _order(summarizer: Summarizer, document: Document) -> list[int]:
    """Return the places of all sentences of `document`, best first.

    sumy calls a count that is a function with every rated sentence, best first, which is the only
    way to learn the ranking from all of its summarizers alike. What it did not rate comes last.
    """
    order: list[int] = []

    def note(infos: Sequence[Any]) -> Sequence[Any]:
        order.extend(info.order for info in infos)
        return infos

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # LSA warns of texts that have few words
        summarizer(document, note)
    return order or list(range(len(document.sentences)))


def _first_of_equals(
    text: str, spans: Sequence[Span], told: Sequence[Words], order: Iterable[int]
) -> list[int]:
    """Return `order` with the first in the text of sentences that have the same words."""
    said = [
        words_of_it or span.cut(text).strip() for span, words_of_it in zip(spans, told, strict=True)
    ]
    firsts: dict[Any, int] = {}
    for place, words_of_it in enumerate(said):
        firsts.setdefault(words_of_it, place)
    return list(dict.fromkeys(firsts[said[place]] for place in order))
