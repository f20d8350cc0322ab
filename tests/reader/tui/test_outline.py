from reader.tui.outline import by_speaker, coverage, left_out, limit_of, summary_parts
from summarize import Claim, Digest, Pick, Quote, Span, Speaker, Summary

TEXT = "One came. Two saw it. Three left. He stayed. Five wept."
SENTENCES = (Span(0, 9), Span(10, 21), Span(22, 33), Span(34, 44), Span(45, 55))


def found(*picks: Pick, quotes: tuple[Quote, ...] = (), claims: tuple[Claim, ...] = ()) -> Digest:
    return Digest("en", SENTENCES, Summary("news", picks), quotes, claims)


def pick(index: int, *, dangling: bool = False) -> Pick:
    return Pick(SENTENCES[index], index, 1, dangling)


def kinds(digest: Digest) -> list[str]:
    return [part.kind for part in summary_parts(digest)]


def test_what_is_skipped_is_shown_as_a_gap() -> None:
    assert kinds(found(pick(0), pick(1))) == ["pick", "pick", "gap"]
    assert kinds(found(pick(1), pick(4))) == ["gap", "pick", "gap", "pick"]
    gap = list(summary_parts(found(pick(1), pick(4))))[2]
    assert (gap.sentences, gap.span) == (2, Span(22, 44))


def test_a_dangling_pick_comes_with_the_sentence_before_it() -> None:
    parts = list(summary_parts(found(pick(3, dangling=True))))
    assert [part.kind for part in parts] == ["gap", "before", "pick", "gap"]
    assert parts[1].span == SENTENCES[2]


def test_a_dangling_pick_behind_another_pick_needs_nothing() -> None:
    assert kinds(found(pick(2), pick(3, dangling=True))) == [
        "gap",
        "pick",
        "pick",
        "gap",
    ]
    parts = kinds(found(pick(1), pick(3, dangling=True)))
    assert parts == ["gap", "pick", "before", "pick", "gap"]


def test_coverage_counts_what_the_summary_holds() -> None:
    inside, outside = Claim(Span(0, 3), 1, "count"), Claim(Span(45, 49), 5, "count")
    quote = Quote(Span(34, 43), "direct")
    digest = found(pick(0), quotes=(quote,), claims=(inside, outside))
    assert coverage(digest) == "0 of 1 quote, 1 of 2 claims"
    assert [left_out(digest.summary, mark) for mark in (inside, outside, quote)] == [
        False,
        True,
        True,
    ]


def test_quotes_are_grouped_by_name_in_the_order_they_are_heard() -> None:
    roe, pronoun = Speaker(Span(0, 3), "Ada Roe"), Speaker(Span(5, 8), "")
    quotes = [
        Quote(Span(i, i + 1), "mixed", who) for i, who in enumerate((roe, None, pronoun, roe))
    ]
    assert {heard.name: len(heard.quotes) for heard in by_speaker(quotes)} == {
        "Ada Roe": 2,
        "Speaker not named": 2,
    }


def test_a_method_that_ranks_only_the_first_sentences_says_so() -> None:
    assert limit_of(Summary("kl", (), 100)) == "kl ranks no more than the first 100 sentences"
    assert limit_of(Summary("kl", ())) == ""
