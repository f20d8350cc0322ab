"""Sentences by how central they are and where they stand: LexRank made fast, and our `news`.

Imported by `rankings` alone, since it brings sumy and numpy.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import count
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sumy.summarizers._summarizer import AbstractSummarizer
from sumy.summarizers.lex_rank import LexRankSummarizer

Matrix = NDArray[np.float64]
Metrics = Sequence[Mapping[str, float]]

# What sumy, which has no types, means by these.
Document = Any
Summarizer = Any
Count = Any


class Lead(AbstractSummarizer):  # type: ignore[misc] # sumy has no types
    """The sentences in the order of the text: for news the summary that is hard to beat."""

    def __call__(self, document: Document, sentences_count: Count) -> tuple[Any, ...]:
        """Return the first sentences of `document`."""
        places = count()
        picked: tuple[Any, ...] = self._get_best_sentences(
            document.sentences, sentences_count, lambda _: -next(places)
        )
        return picked


class LexRank(LexRankSummarizer):  # type: ignore[misc] # sumy has no types
    """sumy's LexRank, its ranking to the last bit, without its cost.

    sumy counts a term's sentences anew for each term and compares all pairs of sentences word by
    word; here both come from one index of the terms' sentences. The sums are made of the same
    products, so that pairs which stand exactly at the threshold fall on the same side.
    """

    @staticmethod
    def _compute_idf(sentences: Sequence[Sequence[str]]) -> dict[str, float]:
        found = Counter(term for sentence in sentences for term in dict.fromkeys(sentence))
        return {term: math.log(len(sentences) / (1 + n)) for term, n in found.items()}

    def _create_matrix(
        self,
        sentences: Sequence[Sequence[str]],
        threshold: float,
        tf_metrics: Metrics,
        idf_metrics: Mapping[str, float],
    ) -> Matrix:
        linked = cosines(sentences, tf_metrics, idf_metrics) > threshold
        degrees = linked.sum(axis=1, keepdims=True)
        matrix: Matrix = linked / np.maximum(degrees, 1)
        return matrix

    @staticmethod
    def power_method(matrix: Matrix, epsilon: float) -> Matrix:
        """Return the centrality of each sentence; all alike where no two words are shared."""
        if not matrix.any():
            return np.zeros(len(matrix))
        scores: Matrix = LexRankSummarizer.power_method(matrix, epsilon)
        return scores


def cosines(
    sentences: Sequence[Sequence[str]], frequencies: Metrics, idf: Mapping[str, float]
) -> Matrix:
    """Return the idf-modified cosine of every two sentences, as LexRank defines it."""
    index: defaultdict[str, list[int]] = defaultdict(list)
    for place, terms in enumerate(frequencies):
        for term in terms:
            index[term].append(place)
    products = np.zeros((len(sentences), len(sentences)))
    for term, places in index.items():
        weights = np.array([frequencies[place][term] for place in places])
        products[np.ix_(places, places)] += np.outer(weights, weights) * idf[term] ** 2
    norms = np.array(
        [
            _norm(set_, tf, idf)
            for set_, tf in zip(map(frozenset, sentences), frequencies, strict=True)
        ]
    )
    sizes = np.outer(norms, norms)
    return np.divide(products, sizes, out=np.zeros_like(products), where=sizes > 0)


def _norm(terms: Iterable[str], frequency: Mapping[str, float], idf: Mapping[str, float]) -> float:
    return math.sqrt(sum((frequency[term] * idf[term]) ** 2 for term in terms))


class News(LexRank):
    """LexRank for news: central sentences, those at the top first, none that repeats another."""

    headline: Sequence[str] = ()
    bias = 1.0
    redundancy = 0.5

    def __call__(self, document: Document, sentences_count: Count) -> tuple[Any, ...]:
        """Return the best sentences of `document`."""
        sentences = [self._to_words_set(sentence) for sentence in document.sentences]
        if not sentences:
            return ()
        frequencies, idf = self._compute_tf(sentences), self._compute_idf(sentences)
        matrix = self._create_matrix(sentences, self.threshold, frequencies, idf)
        scores = self.power_method(matrix, self.epsilon)
        ratings = iter(scores)
        picked: tuple[Any, ...] = self._get_best_sentences(
            document.sentences, sentences_count, lambda _: next(ratings)
        )
        return picked
