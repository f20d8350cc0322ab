import pytest

from summarize import find_claims


def unit(text: str, language: str = "en") -> str | None:
    """Return the unit of the one claim of `text`."""
    (claim,) = find_claims(text, language)
    return claim.unit


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("C$2.5 million", "canadian dollar"),
        ("A$300m", "australian dollar"),
        ("$US12", "dollar"),
        ("US$3.2bn", "dollar"),
        ("R$5bn", "brazilian real"),
        ("₹1,20,000 crore", "indian rupee"),
        ("RM30", "malaysian ringgit"),
        ("500 kr", "swedish krona"),
        ("7.5 million Danish crowns", "danish krone"),
        ("63 cents", "cent"),
        ("8 percent", "percent"),
        ("1.38pc", "percent"),
        ("0.1 percentage points", "percentage point"),
        ("25 basis points", "basis point"),
        ("6.1-inch", "inch"),
        ("16.25 nanometers", "nanometre"),
        ("58,000 acre-feet", "acre-foot"),
        ("570 sq m", "square metre"),
        ("24.5 cubic feet", "cubic foot"),
        ("278kg", "kilogram"),
        ("1.2m tons", "metric ton"),
        ("87 mph", "mile per hour"),
        ("140 km/h", "kilometre per hour"),
        ("40 miles per gallon", "mile per gallon"),
        ("8.5 kW", "kilowatt"),
        ("275 pound-feet of torque", "pound-foot"),
        ("38°C", "celsius"),
        ("minus 5 degrees Fahrenheit", "fahrenheit"),
        ("256GB", "gigabyte"),
        ("30Mbps", "megabit per second"),
        ("15 ppb", "parts-per-billion"),
        ("415.2 ppm", "part per million"),
        ("3 years", "year"),
        ("15-year-old", "year of age"),
        ("six months old", "month of age"),
        ("325,000 barrels per day", "barrel per day"),
        ("1.3 A/cm2", "ampere per square centimetre"),
        ("78,000 times a minute", "count per minute"),
        ("hundreds of millions of euros", "euro"),
        ("a quarter of an hour", "hour"),
        ("517 rushing yards", "yard"),
        ("37m (the longest)", "metre"),
    ],
)
def test_units_have_their_canonical_names(text: str, name: str) -> None:
    assert unit(text) == name


def test_a_rate_stays_outside_the_mark_after_a_sign_and_inside_it_after_a_name() -> None:
    text = "Petrol averaged $2.11 per gallon, some 63 cents a litre."
    marks = [(claim.span.cut(text), claim.unit) for claim in find_claims(text)]
    assert marks == [("$2.11", "dollar per gallon"), ("63 cents a litre", "cent per litre")]


def test_a_price_of_a_year_ago_is_no_rate() -> None:
    assert unit("It cost $3 a year ago.") == "dollar"


def test_a_count_per_something_names_both() -> None:
    assert unit("120 people per square kilometre") == "people per square kilometre"


def test_a_letter_may_be_a_scale_or_a_unit() -> None:
    text = "The 37m mast cost $4m and drew 35m viewers."
    marks = [(claim.value, claim.unit) for claim in find_claims(text)]
    assert marks == [(37, "metre"), (4e6, "dollar"), (35e6, None)]


def test_millions_of_pounds_are_money_unless_they_are_of_something() -> None:
    text = "They paid 5 million pounds for 2 million pounds of fish and 30 pounds of salt."
    names = [claim.unit for claim in find_claims(text)]
    assert names == ["pound sterling", "pound-mass", "pound-mass"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The plan cost 140,000 pounds.", ["pound sterling"]),
        ("He was fined a total of 500 pounds.", ["pound sterling"]),
        ("It has £2 left and sells shirts at 75 pounds.", ["pound sterling", "pound sterling"]),
        ("It has £2 left. He weighs 170 pounds.", ["pound sterling", "pound-mass"]),
        ("It has £2 left and 30 pounds of salt.", ["pound sterling", "pound-mass"]),
        ("The bear had 300 pounds.", ["pound-mass"]),
    ],
)
def test_pounds_are_money_where_they_are_paid_or_the_text_has_money(
    text: str, names: list[str]
) -> None:
    assert [claim.unit for claim in find_claims(text)] == names


def test_millimetres_of_rain_are_no_millions() -> None:
    (claim,) = find_claims("The station recorded 212 mm of rain.")
    assert (claim.value, claim.unit) == (212, "millimetre")


def test_what_stands_in_high_schools_has_no_inches() -> None:
    assert find_claims("They set a limit of 29 in high school classes.")[0].unit is None
    assert find_claims("The fence is 29 in high.")[0].unit == "inch"


def test_feet_and_inches_may_have_marks() -> None:
    text = "Jonas Reth is 6'3\" tall."
    marks = [(claim.span.cut(text), claim.unit) for claim in find_claims(text)]
    assert marks == [("6'", "foot"), ('3"', "inch")]


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("de", "1.234,5 Hektar", "hectare"),
        ("de", "3 Prozentpunkte", "percentage point"),
        ("de", "2,4 Mrd. Euro", "euro"),
        ("de", "100 Kilometer pro Stunde", "kilometre per hour"),
        ("de", "eine 45-jährige Frau", "year of age"),
        ("fr", "3,5 millions d'euros", "euro"),
        ("fr", "12,5 %", "percent"),
        ("es", "2,1 por ciento", "percent"),
        ("es", "4.000 millones de dólares", "dollar"),
        ("it", "4 miliardi di dollari", "dollar"),
        ("pt", "R$ 5,2 bilhões", "brazilian real"),
        ("cs", "4 mld. Kč", "czech koruna"),
    ],
)
def test_units_of_other_languages_have_the_same_names(language: str, text: str, name: str) -> None:
    assert unit(text, language) == name
