"""Sentence boundaries: in the examples "|" stands where a sentence ends."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from measuring import cpu_seconds

from summarize import split_sentences

ENGLISH = [
    "The bridge is shut. | Nobody knows why.",
    "Who shut it? | Nobody knows!! | Really?! | Yes.",
    # abbreviations, initials, letters with periods
    "Dr. Orla K. Finch met Gen. Hart and Mrs. Bell at Mt. Arden.",
    "They sold it to Marsh, Brown & Co. at noon.",
    "They sold it to Marsh, Brown & Co. | It closed a year later.",
    "Ask Bell and co. | They were there.",
    "She lives in the U.S. | How about you?",
    "She works for the U.S. Government in Ohio.",
    "He came from the U.K. in May.",
    "It was you and I. | Did you see Albert I. Jones?",
    "The boat left at 5 a.m. | It was back at 6 p.m. Monday.",
    "At 5 a.m. Mr. Hale went out. | He left the bank at 6 P.M. | Mr. Hale went home.",
    "It rained on Jan. 5 in St. Arden, e.g. in Fig. 3 of No. 7.",
    "Was it open? | No. | It never was.",
    "He was ill. | Miss Bell was not.",
    "She works at Yahoo! in sales.",
    # figures, addresses
    "It costs $4.20. | It cost 3.5 percent less in 2019. | Sales fell.",
    "Write to ann.lee@example.com. | See https://www.example.com/a.b/c.html. | Thanks.",
    "It is at N°. 1026.253.553. | Look there.",
    "The mast stands at lat. 40.4461 N. 79.98 W. and hums.",
    # quotation and brackets
    "“Is it over?” she asked.",
    "“Is it over?” Ms. Vale asked. | Nobody spoke.",
    '"Stop!" cried Bell. | "Why?" asked Hale.',
    'She turned and said, "This is it." | She left.',
    "She turned and said, 'This is it.' and left.",
    "“We won.” | “They lost.”",
    "He paints (He once taught art for a year.) in the old mill.",
    "(The mill is shut.) | He moved.",
    "“Bell [...] draws on stairs [...]” (Finch 55).",
    # ellipses
    "I never meant that.... | She left the mill.",
    "It was ... well, what I mean...see . . . the thing is . . . I meant no harm.",
    "The habit was weak. . . . | It was kept.",
    "It was dark… | Then it was not.",
    # lists
    "1. The first item | 2. The second item | 3. The third",
    "1.) The first item. | 2.) The second item.",
    "1) The first item | 2) The second item",
    "a. The first item | b. The second item",
    "• 9. The first item | • 10. The second item",
    # how people write
    "i loved it. | it was great! :) | thanks so much. | they were nice",
    "It was over. | They left for Node.js and example.com at last.",
    "It was good food. | they left.",
]


def split(text: str, language: str = "en") -> str:
    return " | ".join(span.cut(text) for span in split_sentences(text, language))


@pytest.mark.parametrize("marked", ENGLISH)
def test_english_is_split_where_its_sentences_end(marked: str) -> None:
    assert split(marked.replace(" | ", " ")) == marked


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        (
            "de",
            "Am 3. Oktober kam Dr. Vogt z. B. mit 2,5 Mio. Euro an. | Er blieb bis 2019. | Gut.",
        ),
        ("de", "Es stieg auf 27. | Sechs Gäste liegen dort."),
        ("de", "„Ist es vorbei?“, fragte sie. | „Nein.“ | Die 20. Etappe kostet ca. 5 Euro."),
        ("fr", "« C'est fini ? » demanda M. Le Gall. | « Non. » | Il partit à 5 h."),
        ("fr", "Il vit av. Foch, etc. | Mme Roux aussi."),
        ("es", "¿Se acabó? | Sí. | El Sr. Vega vive en EE. UU. desde 2019. | La Sra. Vega no."),
        ("it", "Il dott. Rossi lavora alla Rossi S.p.A. di Prato. | È l'art. 5. | No."),
        ("pt", "O Sr. Vaz mora na av. Central, n. 5. | A Dra. Vaz também. | Não."),
        ("cs", "Dne 28. října 2019 přijel Ing. Novák s 5 tis. korun atd. | Pak odjel."),
        ("ja", "船は沈んだ。 | 乗客は助かった。"),
        ("ja", "「沈んだ。」と言った。"),
        ("hi", "नाव डूब गई। | लोग बच गए।"),
        ("xx", "H. Berg van Dijk kwam. | Zij ging."),
    ],
)
def test_other_languages_are_split_by_their_own_words(language: str, marked: str) -> None:
    assert split(marked.replace(" | ", " "), language) == marked


def test_a_paragraph_ends_a_sentence() -> None:
    assert split("By Ann Lee\n\nThe mill is shut\n \nfor good.") == (
        "By Ann Lee | The mill is shut | for good."
    )


def test_lines_that_stand_alone_are_sentences() -> None:
    assert split("features\ncontact\nevents, dates\n") == "features | contact | events, dates"


def test_a_line_that_was_broken_in_a_sentence_is_put_together() -> None:
    flowed = "It was a cold \nnight in the town."
    assert split(flowed) == flowed
    wrapped = (
        "The mill by the river, which has stood there since the year 1820, was\n"
        "Ann Lee's until last spring. It is now the town's, and nobody can say\n"
        "Why. That is all."
    )
    assert split(wrapped).count("|") == 2


@given(st.text(alphabet=st.sampled_from("aB1.!?… \n\"'”()«»-。」:•\ud800\u2028"), max_size=80))
def test_sentences_hold_all_but_white_space_in_order(text: str) -> None:
    for language in ("en", "de", "xx"):
        at = 0
        for start, end in split_sentences(text, language):
            assert at <= start < end <= len(text)
            assert not text[at:start].strip()
            assert text[start:end].strip() == text[start:end]
            at = end
        assert not text[at:].strip()


WORDS = [
    "Mr.",
    "U.S.",
    "mill.",
    "It",
    "etc.",
    "5.",
    "K.",
    "no.",
    "Ann",
    "p.m.",
    "?",
    "“So.”",
    "was",
]


@given(st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join))
def test_the_short_way_comes_to_the_same_as_the_long_one(text: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        short = split_sentences(text)
        patch.setattr("summarize.splitting._ends_plainly", lambda *_: False)
        assert split_sentences(text) == short


@given(st.text())
def test_any_text_is_split(text: str) -> None:
    assert sum(end - start for start, end in split_sentences(text)) <= len(text)


REPEATED = (
    ["a", ".", "!", ". ", " ", "\n", ". . ", "a.m. ", "«. »", "1) ", "• ", "Mr. ", ".) ", "。"],
    [":) ", "A.", "'. '", ".[1]", "(", "? (", "1. a 2. ", "!” Ann ", "\ud800.", "\u00a0"],
)


@pytest.mark.parametrize("piece", [piece for row in REPEATED for piece in row])
def test_time_is_linear_whatever_is_repeated(piece: str) -> None:
    def cost(times: int) -> float:
        text = piece * times
        return cpu_seconds(lambda: split_sentences(text))

    cost(10)
    small, large = (min(cost(times) for _ in range(2)) for times in (10_000, 80_000))
    assert large < 8 * 4 * small + 0.05
