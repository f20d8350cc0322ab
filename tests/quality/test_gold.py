"""The gold is well formed, says what its notation says, and is as large as it must be."""

from collections import Counter
from pathlib import Path

import pytest
from gold import Amount, GoldText, Section, sections
from gold_claims import claim_gold, read_claims
from gold_markup import MarkupError
from gold_quotes import quote_gold, read_quotes


def quotes_of(marked: str) -> GoldText:
    return read_quotes(Section("a/b", "en", marked))


def claims_of(marked: str) -> GoldText:
    return read_claims(Section("a/b", "en", marked))


def test_sections_carry_name_and_language(tmp_path: Path) -> None:
    path = tmp_path / "kind.txt"
    path.write_text("A comment.\n\n=== one [en]\nText.\n\n=== two [de]\nText,\nzwei Zeilen.\n")
    assert list(sections(path)) == [
        Section("kind/one", "en", "Text."),
        Section("kind/two", "de", "Text,\nzwei Zeilen."),
    ]


def test_mention_and_cue_serve_every_quote_of_their_act() -> None:
    gold = quotes_of('{d1 Ann Lee|"Yes,"} {c1|said} {s1|Ann {s1|Lee}}. {m1 ~Ann Lee|"No."}')
    first, second = gold.quotes
    assert [span.cut(gold.text) for span in first.speakers] == ["Ann Lee", "Lee"]
    assert first.speakers == second.speakers
    assert (first.cues[0].cut(gold.text), first.name, first.inferred) == ("said", "Ann Lee", False)
    assert second.kinds == {"mixed"}
    assert second.inferred


def test_another_span_of_a_quote_may_be_right_too() -> None:
    gold = quotes_of('{d1|{o1|"Half} of it}')
    assert [span.cut(gold.text) for span in gold.quotes[0].spans] == ['"Half of it', '"Half']


def test_a_name_without_a_mention_is_refused() -> None:
    with pytest.raises(MarkupError, match="mentioned nowhere"):
        quotes_of('{d1 Ann Lee|"Yes."}')


def test_a_cue_without_a_quote_is_refused() -> None:
    with pytest.raises(MarkupError, match="belongs to no quote"):
        quotes_of("{c1|said}")


def test_a_modifier_goes_with_the_next_figure_and_a_noun_with_the_last() -> None:
    gold = claims_of("{>|At least} {3|three} {n|boats} and {~|about} {20|20} {n|men}.")
    first, second = gold.claims
    assert [set(claim.modifiers) for claim in (first, second)] == [{"min"}, {"approx"}]
    assert [claim.nouns[0].cut(gold.text) for claim in (first, second)] == ["boats", "men"]


def test_numbers_link_over_other_figures() -> None:
    gold = claims_of("{n2|Sales} fell in {3|three} {n|towns} by {8 %|8 percent}.")
    assert gold.claims[1].nouns[0].cut(gold.text) == "Sales"


def test_how_sure_wins_over_which_way() -> None:
    assert claims_of("{^|rose} {~|about} {8 %|8%}").claims[0].modifiers == {"approx"}


def test_a_modifier_with_a_question_mark_may_be_left_out() -> None:
    assert claims_of("{^?|up} to {8 %|8%}").claims[0].modifiers == {"up", None}


def test_labels_read_as_amounts() -> None:
    gold = claims_of("{4bn $|$4bn} {5..7 %|5–7%} {2/4|half} {12..120 or 24 yo|dozens}")
    assert [claim.amounts for claim in gold.claims] == [
        (Amount(4e9, None, "dollar"),),
        (Amount(5.0, 7.0, "percent"),),
        (Amount(0.5, None, None),),
        (Amount(12.0, 120.0, "year of age"), Amount(24.0, None, "year of age")),
    ]
    assert [min(claim.kinds) for claim in gold.claims] == ["money", "percent", "count", "age"]


def test_what_claims_nothing_and_what_is_not_scored_stand_apart() -> None:
    gold = claims_of("On {x date|12 May} {?|two} cats")
    assert (gold.claims, gold.non_claims[0].kind, len(gold.ignored)) == ((), "date", 1)


@pytest.mark.parametrize("marked", ["{n|boats}", "{3|three} {n2|boats}", "{q|three}", "{3 !no|3}"])
def test_links_and_labels_that_mean_nothing_are_refused(marked: str) -> None:
    with pytest.raises(MarkupError):
        claims_of(marked)


def test_names_of_texts_are_unique() -> None:
    names = Counter(text.id for text in (*quote_gold(), *claim_gold()))
    assert max(names.values()) == 1


def test_there_is_as_much_gold_as_the_figures_need() -> None:
    quotes = [quote for text in quote_gold() for quote in text.quotes]
    claims = [claim for text in claim_gold() for claim in text.claims]
    assert len(quote_gold()) >= 120
    assert sum(bool(quote.name) for quote in quotes) >= 150
    assert len(claims) >= 900
    assert sum(text.text.count("\n") + 1 for text in claim_gold()) >= 700


def test_every_figure_that_only_counts_says_what() -> None:
    for text in claim_gold():
        for claim in text.claims:
            assert claim.nouns or claim.kinds != {"count"}, (text.id, claim)


def test_every_quote_is_in_marks_or_behind_a_dash() -> None:
    for text in quote_gold():
        for quote in text.quotes:
            words = quote.spans[0].cut(text.text)
            marks = "\"“”„«»‘’'`—–"
            dialogue = any(line.startswith(("—", "–")) for line in text.text.splitlines())
            assert words[0] in marks or words[-1] in marks or dialogue, (text.id, words)


def test_every_name_stands_in_its_text() -> None:
    for text in quote_gold():
        for quote in text.quotes:
            for name in filter(None, quote.name.split(" / ")):
                assert name in text.text, (text.id, name)


def test_a_name_is_inferred_where_only_a_pronoun_stands_by_the_quote() -> None:
    pronouns = {"he", "she", "it", "they", "er", "sie", "elle", "lei", "Her", "Er", "She", "He"}
    for text in quote_gold():
        for quote in text.quotes:
            mentions = {span.cut(text.text) for span in quote.speakers}
            assert quote.inferred or not quote.name or not mentions <= pronouns, text.id
