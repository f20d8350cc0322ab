"""Our documents and rankings beside sumy's own classes, on the same tokens."""

import math
import random
import time
from collections.abc import Sequence

import numpy as np
import pytest
from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence
from sumy.summarizers._summarizer import AbstractSummarizer, SentenceInfo
from sumy.summarizers.kl import KLSummarizer
from sumy.summarizers.lex_rank import LexRankSummarizer
from sumy.summarizers.lsa import LsaSummarizer
from sumy.summarizers.luhn import LuhnSummarizer
from sumy.summarizers.reduction import ReductionSummarizer
from sumy.summarizers.sum_basic import SumBasicSummarizer
from sumy.summarizers.text_rank import TextRankSummarizer

from summarize import METHODS, Span, split_sentences
from summarize.ranking.centrality import (
    Document,
    LexRank,
    News,
    Summarizer,
    _products_of_few,
    _products_of_many,
    cosines,
)
from summarize.ranking.rankings import LIMITS, Limit, Tokenizer, build_document, rank
from summarize.words import stemmer, stop_words

SUMY = {
    "lex-rank": LexRankSummarizer,
    "text-rank": TextRankSummarizer,
    "lsa": LsaSummarizer,
    "luhn": LuhnSummarizer,
    "kl": KLSummarizer,
    "sum-basic": SumBasicSummarizer,
    "reduction": ReductionSummarizer,
}

NOUNS = "harbour bridge council ferry storm budget school engineer river mayor crew signal"
VERBS = "opened closed crossed repaired counted flooded delayed praised blamed measured"


def article(seed: int, sentences: int) -> str:
    """Return a made-up article whose sentences share words, in three-sentence paragraphs."""
    chance = random.Random(seed)
    lines = []
    for _ in range(sentences):
        nouns = chance.choices(NOUNS.split(), k=chance.randint(1, 5))
        numbers = [str(chance.randint(1, 40)) for _ in range(chance.randint(0, 2))]
        inner = [*nouns, chance.choice(VERBS.split()), *numbers, chance.choice(NOUNS.split())]
        lines.append(f"The {' '.join(inner)}.")
    paragraphs = [" ".join(lines[at : at + 3]) for at in range(0, len(lines), 3)]
    return "\n\n".join(paragraphs)


def sumy_order(method: str, text: str) -> list[str]:
    """Return the texts of all sentences, best first, of sumy's class on sumy's own document."""
    paragraphs = [
        Paragraph(
            Sentence(span.cut(paragraph), Tokenizer("en")) for span in split_sentences(paragraph)
        )
        for paragraph in text.split("\n\n")
    ]
    summarizer = SUMY[method](stemmer("en"))
    summarizer.stop_words = stop_words("en")
    return list(dict.fromkeys(order_of(summarizer, ObjectDocumentModel(paragraphs))))


def order_of(summarizer: Summarizer, document: Document) -> list[str]:
    """Return the texts of all sentences as a summarizer ranks them."""
    order: list[str] = []

    def note(infos: Sequence[SentenceInfo]) -> Sequence[SentenceInfo]:
        order.extend(str(info.sentence) for info in infos)
        return infos

    with np.errstate(invalid="ignore"):  # sumy divides by nothing where no two words are shared
        summarizer(document, note)
    return order


@pytest.mark.parametrize("method", SUMY)
def test_a_method_of_sumy_ranks_as_sumy_does(method: str) -> None:
    for seed in range(6):
        text = article(seed, 8 + 4 * seed)
        spans = split_sentences(text)
        ranking = rank(text, spans, title="", method=method, language="en")
        ours = [spans[index].cut(text) for index in ranking.order]
        assert ours == sumy_order(method, text)


def test_lex_rank_ranks_as_sumy_does_on_many_texts() -> None:
    for seed in range(100):
        text = article(seed, 1 + seed % 37)
        spans = split_sentences(text)
        ranking = rank(text, spans, title="", method="lex-rank", language="en")
        ours = [spans[index].cut(text) for index in ranking.order]
        assert ours == sumy_order("lex-rank", text), seed


def test_a_pair_exactly_at_the_threshold_falls_on_sumy_s_side() -> None:
    """Two sentences of ten words that share one word have a cosine of a tenth."""
    texts = [[f"{place}-{word}" for word in range(9)] + ["shared"] for place in range(4)]
    texts.append(["apart"])
    summarizer = LexRank()
    sumy = LexRankSummarizer()
    frequencies = summarizer._compute_tf(texts)
    idf = summarizer._compute_idf(texts)
    assert idf == sumy._compute_idf(texts)
    values = cosines(texts, frequencies, idf)
    for row, left in enumerate(texts):
        for column, right in enumerate(texts):
            value = sumy.cosine_similarity(left, right, frequencies[row], frequencies[column], idf)
            assert values[row, column] == value or (row == column and math.isclose(value, 1.0))


def test_few_sentences_share_what_many_do_to_the_last_bit() -> None:
    chance = random.Random(5)
    for count in (0, 1, 2, 9, 40):
        frequencies = [
            {term: chance.choice((1.0, 0.5, 1 / 3)) for term in chance.choices("abcdefgh", k=5)}
            for _ in range(count)
        ]
        places = {term: [n for n, told in enumerate(frequencies) if term in told] for term in "abc"}
        index = {term: found for term, found in places.items() if len(found) > 1}
        squares = {term: chance.random() for term in index}
        few = _products_of_few(index, frequencies, squares)
        many = _products_of_many(index, frequencies, squares)
        np.fill_diagonal(many, 0.0)
        assert np.array_equal(few, many)


def test_news_without_bias_filter_and_redundancy_is_lex_rank() -> None:
    plain = News(stemmer("en"))
    plain.stop_words = stop_words("en")
    plain.bias = plain.hint = plain.form_weight = plain.redundancy = 0.0
    for seed in range(30):
        text = article(seed, 5 + seed)
        spans = split_sentences(text)
        plain.forms = [0.5 + 0.5 / (1 + place) for place in range(len(spans))]
        document = build_document(text, spans, "en")
        lex_rank = LexRank(stemmer("en"))
        lex_rank.stop_words = stop_words("en")
        assert order_of(plain, document) == order_of(lex_rank, document)


def ranked(text: str, title: str = "") -> list[str]:
    spans = split_sentences(text)
    order = rank(text, spans, title=title, method="news", language="en").order
    return [spans[index].cut(text) for index in order]


def test_news_prefers_the_top_of_the_text_and_plain_statements() -> None:
    text = (
        "The council of Port Merrow has voted to close the harbour bridge for a year. "
        "“It breaks my heart to see the harbour bridge closed, and I will fight it.” "
        "Why did the council of Port Merrow vote to close the harbour bridge now? "
        "Ferries will carry the people of the eastern quarter across in the meantime. "
        "The bridge was built in 1931 by a family of shipwrights from the eastern quarter."
    )
    order = ranked(text)
    assert order[0].startswith("The council")
    assert order[1].startswith("Ferries")


def test_news_takes_no_sentence_that_says_the_same_again_before_the_others() -> None:
    twice = "The council of Port Merrow voted on Friday to close the harbour bridge for a year"
    text = (
        f"{twice}. {twice} at last. "
        "Ferries will carry the people of the eastern quarter across in the meantime. "
        "Repairs will cost nine million crowns, which the town does not have in its chest."
    )
    assert ranked(text)[-1].startswith(twice)


def test_news_takes_the_title_as_a_hint() -> None:
    text = (
        "A storm passed over the coast on Friday night with heavy rain and wind. "
        "Several roads were under water for hours, and trains stood still till noon. "
        "The lighthouse keeper of Merrow lost her cat and found it again by morning. "
    )
    titled = ranked(text, "Lighthouse keeper of Merrow finds cat")
    assert titled.index(text.split(". ")[2].strip() + ".") < 2


def test_every_method_is_a_summarizer_of_sumy() -> None:
    from summarize.ranking.rankings import _summarizer

    for method in METHODS:
        assert isinstance(_summarizer(method, "A title", "en"), AbstractSummarizer)


def test_a_document_keeps_sentences_paragraphs_and_the_title_as_its_heading() -> None:
    text = "One stays. Two goes.\n\nThree waits."
    document = build_document(text, split_sentences(text), "en", title="Who stays")
    assert [str(heading) for heading in document.headings] == ["Who stays"]
    assert [len(paragraph.sentences) for paragraph in document.paragraphs] == [2, 1]
    assert [str(sentence) for sentence in document.sentences] == [
        "One stays.",
        "Two goes.",
        "Three waits.",
    ]


def test_edmundson_gives_a_bonus_to_the_words_of_the_title() -> None:
    text = (
        "Rain fell. Roads closed. Nobody came. Shops shut.\n\n"
        "Trees fell. The lighthouse burned down. Walls held. Dogs barked.\n\n"
        "Night came. Lamps went out. Snow lay. Birds slept."
    )
    spans = split_sentences(text)
    plain = rank(text, spans, title="", method="edmundson", language="en")
    titled = rank(text, spans, title="The lighthouse", method="edmundson", language="en")
    assert plain.order[0] != 5
    assert titled.order[0] == 5


@pytest.mark.parametrize("method", sorted(LIMITS))
def test_above_its_limit_a_method_ranks_the_first_sentences_and_says_so(
    method: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("summarize.ranking.rankings.LIMITS", {method: Limit(5)})
    text = " ".join(f"Crew {number} counted {number} boats." for number in range(8))
    spans = split_sentences(text)
    ranking = rank(text, spans, title="", method=method, language="en")
    assert (sorted(ranking.order), ranking.ranked) == ([0, 1, 2, 3, 4], 5)
    assert rank(text, spans[:5], title="", method=method, language="en").ranked is None
    monkeypatch.setattr("summarize.ranking.rankings.LIMITS", {method: Limit(5, 11)})
    ranking = rank(text, spans, title="", method=method, language="en")
    assert (sorted(ranking.order), ranking.ranked) == ([0, 1], 2)


@pytest.mark.parametrize("method", METHODS)
def test_a_sentence_that_never_ends_is_ranked(method: str) -> None:
    text = f"A short one. {' '.join(f'w{number}' for number in range(40_000))}"
    begin = time.process_time()
    order = rank(text, split_sentences(text), title="", method=method, language="en").order
    assert 0 in order
    assert time.process_time() - begin < 20


@pytest.mark.parametrize("method", METHODS)
def test_a_ranking_holds_every_sentence_once(method: str) -> None:
    text = article(3, 20)
    spans = split_sentences(text)
    order = rank(text, spans, title="", method=method, language="en").order
    assert len({spans[index].cut(text) for index in order}) == len(order)
    assert {spans[index].cut(text) for index in order} == {span.cut(text) for span in spans}


def test_a_span_may_be_any_piece_of_the_text() -> None:
    order = rank("a. b.", [Span(0, 2), Span(3, 5)], title="", method="news", language="xx").order
    assert sorted(order) == [0, 1]
