import pytest

from summarize.figures.lexicon import lexicon
from summarize.figures.numerals import Numeral, read_numeral, starts_numeral
from summarize.figures.tokens import tokenize


def numeral(text: str, language: str = "en") -> Numeral | None:
    """Return the first numeral of `text`."""
    words = lexicon(language)
    tokens = tokenize(text, 0, len(text), spaced=words.digits.spaced)
    start = next(i for i in words.numbers.places(tokens.lows) if starts_numeral(tokens, i, words))
    return read_numeral(tokens, start, words)


def value(text: str, language: str = "en") -> float | None:
    """Return the value of the first numeral of `text`."""
    found = numeral(text, language)
    return found.value if found else None


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("twenty-one", 21),
        ("two hundred and six thousand", 206_000),
        ("three million two hundred thousand", 3_200_000),
        ("a hundred", 100),
        ("half a million", 500_000),
        ("a quarter of a million", 250_000),
        ("a quarter million", 250_000),
        ("one and a half million", 1_500_000),
        ("one million and a half", 1_500_000),
        ("two and a half", 2.5),
        ("two-thirds", 2 / 3),
        ("three quarters of", 0.75),
        ("a third of", 1 / 3),
        ("one in four", 0.25),
        ("nine out of 10", 0.9),
        ("three dozen", 36),
        ("two point five million", 2_500_000),
        ("4 hundred million", 400_000_000),
        ("1.2bn", 1_200_000_000),
        ("2½", 2.5),
        ("2 1/4", 2.25),
        ("3/4", 0.75),
        ("1.3x10^6", 1_300_000),
        ("2.5×10−3", 0.0025),
        ("1e3", 1000),
        ("12,34,567", 1_234_567),
        (".5", 0.5),
    ],
)
def test_english_numerals_are_read(text: str, number: float) -> None:
    assert value(text) == pytest.approx(number)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("dozens of", 12, 120),
        ("thousands", 1e3, 1e4),
        ("tens of thousands", 1e4, 1e5),
        ("hundreds of millions", 1e8, 1e9),
    ],
)
def test_plural_scales_reach_to_ten_times_themselves(text: str, low: float, high: float) -> None:
    found = numeral(text)
    assert found is not None
    assert (found.value, found.high) == (low, high)


@pytest.mark.parametrize(
    "text", ["several hundred", "1.2.3", "9" * 30, "the first half of", "1,2,3", "tens", "million"]
)
def test_vague_and_broken_numerals_are_none(text: str) -> None:
    assert value(text) is None


@pytest.mark.parametrize(
    ("language", "text", "number"),
    [
        ("de", "einundzwanzig", 21),
        ("de", "zweihundertfünfzig", 250),
        ("de", "dreitausendzweihundert", 3200),
        ("de", "zwei Millionen", 2e6),
        ("de", "anderthalb", 1.5),
        ("de", "drei Dutzend", 36),
        ("de", "ein halbes Dutzend", 6),
        ("de", "zwei Drittel", 2 / 3),
        ("de", "1.234,5", 1234.5),
        ("de", "2,4 Mrd.", 2.4e9),
        ("fr", "vingt et un", 21),
        ("fr", "soixante-douze", 72),
        ("fr", "quatre-vingt-dix-sept", 97),
        ("fr", "deux cents", 200),
        ("fr", "1 234,5", 1234.5),
        ("es", "treinta y un", 31),
        ("es", "doscientos cincuenta", 250),
        ("es", "4.000 millones", 4e9),
        ("es", "3.5 millones", 3.5e6),
        ("it", "ventuno", 21),
        ("it", "duemila", 2000),
        ("it", "1.234,5", 1234.5),
        ("pt", "trinta e um", 31),
        ("pt", "5,2 bilhões", 5.2e9),
        ("cs", "dvacet pět", 25),
        ("cs", "1 234,5", 1234.5),
    ],
)
def test_numerals_of_other_languages_are_read(language: str, text: str, number: float) -> None:
    assert value(text, language) == pytest.approx(number)
