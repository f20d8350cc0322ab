"""Sentences by how central they are and where they stand: LexRank made fast, and our `news`.

Imported by `rankings` alone, since it brings sumy and numpy.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from itertools import chain, count
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sumy.summarizers._summarizer import AbstractSummarizer
from sumy.summarizers.lex_rank import LexRankSummarizer

Matrix = NDArray[np.float64]
Vector = NDArray[np.float64]
# Up to so many sentences plain Python is done before numpy has begun.
_FEW = 64

Metrics = Sequence[Mapping[str, float]]

# What sumy, which has no types, means by these.
Document = Any
Sentence = Any
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

    @property
    def stop_words(self) -> frozenset[str]:
        """Return the words that carry no topic, in lower case as ours are."""
        return self._stop_words

    @stop_words.setter
    def stop_words(self, words: frozenset[str]) -> None:
        self._stop_words = words

    def _to_words_set(self, sentence: Sentence) -> list[str]:
        return self._terms(sentence.words)

    def _terms(self, words: Sequence[str]) -> list[str]:
        stem, skipped = self._stemmer, self._stop_words
        return [stem(word) for word in words if word not in skipped]

    @staticmethod
    def _compute_tf(sentences: Sequence[Sequence[str]]) -> list[dict[str, float]]:
        return list(map(_frequencies, sentences))

    @staticmethod
    def _compute_idf(sentences: Sequence[Sequence[str]]) -> dict[str, float]:
        found = Counter(chain.from_iterable(map(dict.fromkeys, sentences)))
        idf = {n: math.log(len(sentences) / (1 + n)) for n in set(found.values())}
        return {term: idf[n] for term, n in found.items()}

    def _create_matrix(
        self,
        sentences: Sequence[Sequence[str]],
        threshold: float,
        tf_metrics: Metrics,
        idf_metrics: Mapping[str, float],
    ) -> Matrix:
        return self._links(cosines(sentences, tf_metrics, idf_metrics), threshold)

    @staticmethod
    def _links(similar: Matrix, threshold: float) -> Matrix:
        """Return the matrix of a random walk between sentences that are similar."""
        linked = similar > threshold
        matrix: Matrix = linked / np.maximum(linked.sum(axis=1, keepdims=True), 1)
        return matrix

    @staticmethod
    def power_method(matrix: Matrix, epsilon: float) -> Matrix:
        """Return the centrality of each sentence; all alike where no two words are shared."""
        if not matrix.any():
            return np.zeros(len(matrix))
        scores: Matrix = LexRankSummarizer.power_method(matrix, epsilon)
        return scores


def _frequencies(terms: Sequence[str]) -> dict[str, float]:
    """Return how often each term stands in a sentence, by how often the most frequent one does."""
    frequencies = dict.fromkeys(terms, 1.0)
    if len(frequencies) == len(terms):  # as in most sentences
        return frequencies
    counts = Counter(terms)
    most = max(counts.values())
    return {term: n / most for term, n in counts.items()}


def cosines(
    sentences: Sequence[Sequence[str]], frequencies: Metrics, idf: Mapping[str, float]
) -> Matrix:
    """Return the idf-modified cosine of every two sentences, as LexRank defines it."""
    index: defaultdict[str, list[int]] = defaultdict(list)
    for place, terms in enumerate(frequencies):
        for term in terms:
            index[term].append(place)
    add_up = _products_of_few if len(sentences) <= _FEW else _products_of_many
    shared = {term: places for term, places in index.items() if len(places) > 1}
    squares = {term: value**2 for term, value in idf.items()}
    products = add_up(shared, frequencies, squares)
    pairs = zip(sentences, frequencies, strict=True)
    norms = np.array([_norm(*pair, idf, squares) for pair in pairs])
    sizes = np.outer(norms, norms)
    similar = np.divide(products, sizes, out=products, where=sizes > 0)
    np.fill_diagonal(similar, norms > 0)
    return similar


def _products_of_few(
    index: Mapping[str, Sequence[int]], frequencies: Metrics, squares: Mapping[str, float]
) -> Matrix:
    """Return what `_products_of_many` does, to the last bit: sooner, where sentences are few."""
    count, sizes = len(frequencies), list(map(len, index.values()))
    if not index:
        return np.zeros((count, count))
    places = np.array(list(chain.from_iterable(index.values())), dtype=np.intp)
    weights = np.array([frequencies[at][term] for term, found in index.items() for at in found])
    # Each place is paired with those of the same term before it, as many as `ranks` says.
    ranks = np.array(list(chain.from_iterable(map(range, sizes))), dtype=np.intp)
    later = np.repeat(np.arange(len(places)), ranks)
    ends = ranks.cumsum()
    earlier = np.arange(len(later)) + np.repeat(np.arange(len(places)) - ends, ranks)
    worth = np.repeat(np.repeat([squares[term] for term in index], sizes), ranks)
    # It adds up in this order: term by term.
    lower: Any = np.bincount(
        places[later] * count + places[earlier],
        weights[later] * weights[earlier] * worth,
        minlength=count * count,
    ).reshape(count, count)
    products: Matrix = lower + lower.T
    return products


def _products_of_many(
    index: Mapping[str, Sequence[int]], frequencies: Metrics, squares: Mapping[str, float]
) -> Matrix:
    """Return the products of every two different sentences: what terms they share, weighed."""
    products = np.zeros((len(frequencies), len(frequencies)))
    for term, places in index.items():
        rows = np.array(places)
        weights = np.array([frequencies[place][term] for place in places])
        products[rows[:, None], rows] += weights[:, None] * weights * squares[term]
    return products


def _norm(
    sentence: Sequence[str],
    frequency: Mapping[str, float],
    idf: Mapping[str, float],
    squares: Mapping[str, float],
) -> float:
    terms = frozenset(sentence)  # in sumy's order, as the last bit depends on it
    if len(terms) == len(sentence):  # so each has the frequency 1
        return math.sqrt(sum(map(squares.__getitem__, terms)))
    return math.sqrt(sum((frequency[term] * idf[term]) ** 2 for term in terms))


class News(LexRank):
    """LexRank for news: what is central and near the top, and does not repeat what is chosen.

    The ranking is LexRank's centrality plus a bias to the top of the text, the order in which news
    is written; sentences are then taken by maximal marginal relevance (Carbonell and Goldstein
    1998). With `bias`, `hint`, `form_weight` and `redundancy` at zero it is LexRank.
    """

    # A first sentence counts twice what the most central one does, one at `depth` half as much.
    bias = 2.0
    depth = 6.0
    # What a sentence that holds all of the title's words gets for that.
    hint = 0.3
    # 1 takes the forms of sentences (a question, a caption: see `forms`) as they are given.
    form_weight = 1.0
    # Taken from a sentence for each part of it that one already chosen says too.
    redundancy = 0.5

    headline: Collection[str] = ()
    forms: Sequence[float] | None = None
    # Where each sentence stands in its own text, if the document is of several.
    tops: Sequence[int] | None = None

    def __call__(self, document: Document, sentences_count: Count) -> tuple[Any, ...]:
        """Return the best sentences of `document`."""
        places = iter(np.argsort(self.order([told.words for told in document.sentences])))
        picked: tuple[Any, ...] = self._get_best_sentences(
            document.sentences, sentences_count, lambda _: -next(places)
        )
        return picked

    def order(self, said: Sequence[Sequence[str]]) -> list[int]:
        """Return the places of all sentences, whose words are given, best first."""
        if not said:
            return []
        sentences = list(map(self._terms, said))
        frequencies, idf = self._compute_tf(sentences), self._compute_idf(sentences)
        similar = cosines(sentences, frequencies, idf)
        centrality = self.power_method(self._links(similar, self.threshold), self.epsilon)
        return self._chosen(self._weights(sentences, centrality), similar)

    def _weights(self, sentences: Sequence[Sequence[str]], centrality: Vector) -> Vector:
        """Return what each sentence is worth, 0 to 1."""
        count = len(sentences)
        tops = np.arange(count) if self.tops is None else np.array(self.tops)
        top = 1 / (1 + tops / self.depth)
        headline = frozenset(self.headline)
        named = [len(headline.intersection(terms)) / (len(headline) or 1) for terms in sentences]
        forms = np.ones(count) if self.forms is None else np.array(self.forms) ** self.form_weight
        central = centrality / (centrality.max() or 1)
        total = central + self.bias * top + self.hint * np.array(named)
        weights: Vector = total / (1 + self.bias + self.hint) * forms
        return weights

    def _chosen(self, weights: Vector, similar: Matrix) -> list[int]:
        """Return all places in the order of their choice."""
        if not self.redundancy:
            return list(np.argsort(-weights, kind="stable"))
        chosen: list[int] = []
        left, besides = weights.copy(), weights - self.redundancy * similar
        for _ in range(len(weights)):
            best = int(left.argmax())
            chosen.append(best)
            np.minimum(left, besides[best], out=left)
            left[best] = -np.inf
        return chosen
