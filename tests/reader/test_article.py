"""Outside text comes in through one door, and leaves it safe to show."""

import sys
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from measuring import cpu_seconds

from reader.article import Marked, clean, clean_line, is_clean, known_as, make_article

HOSTILE = (
    "\r\n\x0b\x0c\x00\x07\x1b\x7f\x85\x90\x9c\x9f\xad\u061c\u200b\u200c\u200d\u200e\u200f"
    "\u2028\u2029\u202a\u202e\u2060\u2066\u2069\ufeff\ufffe\ud800\udfff\U000e0041"
)
TEXTS = st.text(st.sampled_from(HOSTILE + " \tab\n") | st.characters(), max_size=80)

# Format characters that scripts or emoji are written with: joiners, direction marks, the signs over
# Arabic, Syriac and Kaithi numbers, Mongolian's vowel separator, the builders of hieroglyphs, and
# the controls of shorthand and of music.
NEEDED = (
    "Arabic|ARABIC|SYRIAC|KAITHI|MONGOLIAN|EGYPTIAN|SHORTHAND|MUSICAL|JOINER|-TO-RIGHT|-TO-LEFT"
)


@given(TEXTS)
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(TEXTS)
def test_what_is_clean_is_what_cleaning_leaves_as_it_is(text: str) -> None:
    assert is_clean(clean(text))
    assert is_clean(text) == (clean(text) == text)


@given(st.text(st.characters(codec="utf-8", categories=("L", "M", "N", "P", "S", "Zs"))))
def test_letters_signs_and_spaces_pass_the_door_unchanged(text: str) -> None:
    assert clean(text) == text


def test_of_all_unicode_no_hidden_character_survives_but_those_that_scripts_need() -> None:
    survivors = set(clean("".join(map(chr, range(sys.maxunicode + 1)))))
    odd = [c for c in survivors if unicodedata.category(c) in ("Cc", "Cf", "Cs", "Zl", "Zp")]
    unneeded = [c for c in odd if not any(n in unicodedata.name(c, "") for n in NEEDED.split("|"))]
    assert set(unneeded) == {"\t", "\n"}
    hiding = ("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI")
    assert not [c for c in survivors if unicodedata.bidirectional(c) in hiding]
    assert not survivors & set("\u200b\u2060\ufeff\u2061\u2062\u2063\u2064")


@pytest.mark.parametrize(
    "text",
    [
        "می\u200cخواهم",  # Persian, with the joiner that keeps letters apart
        "👩\u200d🔬",  # an emoji of two
        "שלום \u200fABC\u200e",  # direction marks
        "\u061cعربي",
        "naïve — “quoted” … ½ €",
    ],
)
def test_what_a_script_needs_stays(text: str) -> None:
    assert clean(text) == text
    assert is_clean(text)


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("one\r\ntwo\rthree\nfour", "one\ntwo\nthree\nfour"),
        ("one\u2028two\u2029three\x85four\x0bfive\x0csix", "one\ntwo\nthree\nfour\nfive\nsix"),
        ("\ufeffthe start", "the start"),
        ("\x1b]52;c;aGFja2Vk\x07copy", "copy"),
        ("\x9b31mred", "red"),
        ("user\u202etxt.exe", "usertxt.exe"),
        ("pass\u200bword and co\xadoperate", "password and cooperate"),
        ("half\ud83d a pair", "half a pair"),
        ("a\ttab stays", "a\ttab stays"),
    ],
)
def test_line_ends_become_newlines_and_what_acts_on_a_terminal_goes(
    text: str, cleaned: str
) -> None:
    assert clean(text) == cleaned


def test_a_title_is_on_one_line() -> None:
    assert clean_line("  A\r\n\ttitle\x1b of\u2028 lines ") == "A title of lines"


def made(title: str, text: str) -> str:
    return make_article(title=title, text=text).text


@pytest.mark.parametrize(
    "head",
    [
        "Bridge opens\n",
        "Bridge opens\n\n",
        "Bridge opens\n\nBridge opens\n\n",
        "“Bridge opens!”\r\n\r\nBRIDGE  OPENS\r\n\r\n" * 5,
        "\n \n\u3000\nBridge opens\n\xa0\n \t\n",
    ],
)
def test_a_headline_repeated_at_the_head_is_dropped_however_often(head: str) -> None:
    assert made("Bridge Opens", head + "It opened today.") == "It opened today."


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Bridge opens", "Bridge opens"),
        ("Bridge opens", "It opened.\n\nBridge opens"),
        ("Bridge opens", "Bridge opens today.\n\nIt did."),
        ("?", "?\n\nA text of a title without a word."),
        ("", "A text without a title.\n\nIt goes on."),
    ],
)
def test_what_is_no_headline_repeated_stays(title: str, text: str) -> None:
    assert made(title, text) == text


@given(TEXTS, TEXTS)
def test_every_text_gives_an_article_that_is_clean_and_keeps_its_text(
    title: str, text: str
) -> None:
    article = make_article(title=title, text=text, source=title, url=text, published=text)
    for part in (article.id, article.title, article.text, article.source, article.url):
        assert is_clean(part)
    assert bool(article.text) == bool(clean(text).strip())
    assert article.text == article.text.strip()
    assert "\n\n\n" not in article.text
    assert article.minutes >= 1


def test_the_same_article_has_the_same_id_wherever_it_is_read() -> None:
    one = make_article(title="T", text="Some text.\r\n", source="A")
    two = make_article(title=" T ", text="\ufeffSome text.", source="B", published="2026-01-02")
    assert one.id == two.id == "a223dd38155d"
    assert make_article(title="T", text="Other text.").id != one.id


def test_an_article_with_an_address_is_known_by_it() -> None:
    first = make_article(title="T", text="Early.", url="https://a.example/1")
    later = make_article(title="T, updated", text="Late.", url="https://a.example/1")
    assert first.id == later.id
    assert first.id != make_article(title="T", text="Early.", url="https://a.example/2").id


@pytest.mark.parametrize(
    ("told", "kept"),
    [
        ("2026-06-14", "2026-06-14"),
        (" 2026-06-14 11:02 ", "2026-06-14T11:02"),
        ("2026-06-14T11:02:09.5Z", "2026-06-14T11:02:09.5Z"),
        ("2026-06-14T11:02:09+02:00", "2026-06-14T11:02:09+02:00"),
        ("2026-02-30", ""),
        ("2026-06-14T25:00", ""),
        ("٢٠٢٦-06-14", ""),
        ("14 June 2026", ""),
        ("2026-06-14\x1b[2J", ""),
        ("", ""),
    ],
)
def test_a_date_is_iso_8601_and_exists_or_is_left_out(told: str, kept: str) -> None:
    assert make_article(title="T", text="Text.", published=told).published == kept


def test_reading_takes_a_minute_for_230_words_and_never_less_than_one() -> None:
    assert make_article(title="", text="word " * 690).minutes == 3
    assert make_article(title="", text="").minutes == 1


@pytest.mark.parametrize("piece", ["a\n", " ", " \t\n", "\u3000\n", "\r", "a \n", "\x9d", "\x1b["])
def test_an_article_is_made_in_time_linear_in_its_length(piece: str) -> None:
    def seconds(times: int) -> float:
        return cpu_seconds(lambda: [made("a", f"{x}{piece * times}b") for x in ("x", "")])

    assert seconds(80_000) < 12 * max(seconds(10_000), 0.02)


@pytest.mark.soak
@settings(max_examples=20_000, deadline=None)
@given(TEXTS, TEXTS)
def test_very_many_texts_give_articles_that_are_clean_and_keep_their_text(
    title: str, text: str
) -> None:
    article = make_article(title=title, text=text)
    assert is_clean(article.title + article.text)
    assert bool(article.text) == bool(clean(text).strip())


def test_markup_is_found_in_the_cleaned_text_in_order() -> None:
    text = "Harbour\n\nThe mayor\x1b[1m met the  crew. The mayor left.\n\n\n\nThe mayor slept."
    marked = [
        Marked("heading", "Harbour"),
        Marked("quotation", "The mayor\x1b[1m met the  crew. The mayor left."),
        Marked("link", "The mayor", "https://a.example/1"),
        Marked("link", "The mayor", "https://a.example/2"),
        Marked("item", "nowhere in it"),
        Marked("link", "The mayor", "https://a.example/3"),
    ]

    article = make_article(title="", text=text, markup=marked)

    placed = [(mark.kind, mark.span.start, mark.address[-1:]) for mark in article.markup]
    block = article.text.index("The mayor")
    assert placed == [
        ("heading", 0, ""),
        ("quotation", block, ""),
        ("link", block, "1"),
        ("link", article.text.index("The mayor left"), "2"),
        ("link", article.text.index("The mayor slept"), "3"),
    ]


def test_markup_that_is_not_in_the_text_costs_little_and_hides_nothing_before_it() -> None:
    text = "A heading\n\n" + "word " * 100_000
    marked = [Marked("heading", "A heading"), *[Marked("link", "nowhere", "http://a")] * 50_000]
    assert cpu_seconds(lambda: make_article(title="", text=text, markup=marked)) < 1
    article = make_article(title="", text=text, markup=marked)
    assert [mark.kind for mark in article.markup] == ["heading"]


@given(TEXTS, st.lists(st.builds(Marked, st.sampled_from(["item", "link"]), TEXTS, TEXTS)))
def test_markup_stays_inside_the_text(text: str, marked: list[Marked]) -> None:
    article = make_article(title="", text=text, markup=marked)

    for mark in article.markup:
        assert 0 <= mark.span.start < mark.span.end <= len(article.text)
        assert is_clean(mark.address)


def test_two_feeds_may_call_their_articles_the_same() -> None:
    article = make_article(title="T", text="Text.")
    here, there = known_as(article, "feed one", "guid-1"), known_as(article, "feed two", "guid-1")

    assert here.guid == there.guid == "guid-1"
    assert here.id != there.id
