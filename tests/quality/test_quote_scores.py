"""The scorer for quoted speech, on predictions made by hand."""

from gold import GoldText, Section
from gold_quotes import read_quotes
from quote_scores import score_quotes

from summarize import Quote, Span, Speaker

MARKED = (
    'Ann Lee waited. {d1 ~Ann Lee|"It is cold,"} {s1|she} {c1|said}. {d2|"Is it?"} '
    '{s3|Bo Lee} {c3|called} it {m3 Bo Lee|"mild."} It is {?|"so-called"} weather.'
)


def gold() -> GoldText:
    return read_quotes(Section("a/b", "en", MARKED))


def place(words: str) -> Span:
    start = gold().text.index(words)
    return Span(start, start + len(words))


def perfect() -> list[Quote]:
    she = Speaker(place("she"), "Ann Lee", inferred=True)
    bo = Speaker(place("Bo Lee"), "Bo Lee")
    return [
        Quote(place('"It is cold,"'), "direct", she, place("said")),
        Quote(place('"Is it?"'), "direct"),
        Quote(place('"mild."'), "mixed", bo, place("called")),
    ]


def score(quotes: list[Quote]) -> dict[str, float]:
    return score_quotes([gold()], [quotes])


def test_what_is_all_right_scores_a_hundred() -> None:
    assert set(score(perfect()).values()) == {100.0}


def test_nothing_found_scores_nothing() -> None:
    assert set(score([]).values()) == {0.0}


def test_marks_at_the_ends_count_neither_way() -> None:
    first, *rest = perfect()
    bare = Quote(place("It is cold"), "direct", first.speaker, first.cue)
    assert score([bare, *rest])["exact_f1"] == 100.0


def test_a_quote_too_many_costs_precision() -> None:
    figures = score([*perfect(), Quote(place("waited"), "mixed")])
    assert (figures["exact_precision"], figures["exact_recall"]) == (75.0, 100.0)


def test_what_is_ignored_costs_nothing() -> None:
    assert score([*perfect(), Quote(place('"so-called"'), "mixed")])["exact_f1"] == 100.0


def test_a_speaker_where_nobody_is_right_is_wrong() -> None:
    first, _, third = perfect()
    figures = score([first, Quote(place('"Is it?"'), "direct", third.speaker), third])
    assert (figures["speaker_precision"], figures["speaker_recall"]) == (66.7, 100.0)
    assert figures["inferred_name_precision"] == 50.0
    assert figures["name_precision"] == 100.0


def test_a_mention_is_right_with_a_shared_word() -> None:
    *rest, third = perfect()
    short = Quote(third.span, "mixed", Speaker(place("Bo"), "Bo"), third.cue)
    figures = score([*rest, short])
    assert (figures["speaker_f1"], figures["name_precision"]) == (100.0, 100.0)
    assert figures["fullest_name_accuracy"] == 50.0


def test_a_short_name_that_two_people_share_names_nobody() -> None:
    *rest, third = perfect()
    shared = Quote(third.span, "mixed", Speaker(place("Bo Lee"), "Lee"), third.cue)
    assert score([*rest, shared])["name_precision"] == 0.0


def test_a_title_does_not_change_who_it_is() -> None:
    *rest, third = perfect()
    titled = Quote(third.span, "mixed", Speaker(place("Bo Lee"), "Chief Bo Lee"), third.cue)
    assert score([*rest, titled])["name_precision"] == 100.0


def test_a_wrong_cue_and_a_wrong_kind_are_counted() -> None:
    *rest, third = perfect()
    figures = score([*rest, Quote(third.span, "direct", third.speaker, place("waited"))])
    assert (figures["cue_f1"], figures["kind_accuracy"]) == (50.0, 66.7)
