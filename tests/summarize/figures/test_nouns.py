import pytest

from summarize import find_claims


def nouns(text: str, language: str = "en") -> list[str | None]:
    """Return the nouns of the claims of `text`."""
    return [claim.noun.cut(text) if claim.noun else None for claim in find_claims(text, language)]


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("roughly 2,000 U.S. troops are in Torvania", "U.S. troops"),
        ("five NBA teams", "NBA teams"),
        ("300,000 Chinese students", "Chinese students"),
        ("two gas-only powertrain options:", "gas-only powertrain options"),
        ("4.3M digital and physical sales of the film", "digital and physical sales"),
        ("1,500 coal- and gas-fired power plants", "coal- and gas-fired power plants"),
        ("four-cylinder engine", "cylinder"),
        ("a three course meal", "course"),
        ("one recent attempt", "recent attempt"),
        ("one firm called Orvane", "firm"),
        ("some 40 sales representatives", "sales representatives"),
        ("19 fouls proves little", "fouls"),
        ("12 of the victims", "victims"),
        ("eight more picks", "picks"),
        ("eight percent of the province", "province"),
        ("60% of the workers who voted", "workers"),
        ("half of all voters", "voters"),
        ("a 20 percent stake in Orvane", "stake"),
        ("a $14.5 billion tax bill", "tax bill"),
        ("its 30-minute interview", "interview"),
        ("gave $60 million in contributions", "contributions"),
        ("a long-term rate of 20 percent", "long-term rate"),
        ("The unemployment rate for young people is 51 percent.", "unemployment rate"),
        ("Sales rose 8 percent.", "Sales"),
        ("Sales rose sharply by 8 percent.", "Sales"),
        ("Orvane cut its water use by 38 percent.", "water use"),
        ("Orvane raised fares and cut spending on roads by 38 percent.", "spending"),
        ("thousands of tons of coal", "coal"),
        ("A girl of 12 opened it.", "girl"),
        ("a 12-year-old girl", "girl"),
    ],
)
def test_english_figures_say_what_they_count_or_measure(text: str, noun: str) -> None:
    assert nouns(text) == [noun]


def test_a_measure_before_a_counted_noun_is_its_adjective() -> None:
    assert nouns("500 one-dollar bills") == ["bills", "bills"]


def test_a_level_has_the_noun_of_the_change_before_it() -> None:
    assert nouns("Sales rose 8 percent to $4bn.") == ["Sales", "Sales"]


@pytest.mark.parametrize(
    ("language", "text", "noun"),
    [
        ("de", "300 neue Stellen", "neue Stellen"),
        ("de", "einundzwanzig Schulen wurden gebaut", "Schulen"),
        ("de", "drei Marine-Offiziere", "Marine-Offiziere"),
        ("de", "30 Prozent der Wähler", "Wähler"),
        ("de", "Der Umsatz stieg um 3 Prozent.", "Umsatz"),
        ("de", "Im Mai stieg der Umsatz um 3 Prozent.", "Umsatz"),
        ("de", "Der Umsatz stieg leicht um 3 Prozent.", "Umsatz"),
        ("fr", "300 nouveaux emplois", "nouveaux emplois"),
        ("fr", "la moitié des électeurs", "électeurs"),
        ("es", "doscientos heridos", "heridos"),
        ("it", "1.234 persone", "persone"),
        ("pt", "300 novos empregos", "novos empregos"),
    ],
)
def test_nouns_of_other_languages_are_found(language: str, text: str, noun: str) -> None:
    assert nouns(text, language) == [noun]


@pytest.mark.parametrize(
    "rows",
    ["Port | Lost\nBoats | 1,200\nB | 300\nPeople | 40", "Way | Long\nVeluna | 4\nKilometres | 5"],
)
def test_a_row_of_a_table_lends_no_figure_of_another_row_its_noun_or_unit(rows: str) -> None:
    found = [(claim.span, claim.noun or claim.span) for claim in find_claims(rows)]
    assert found
    assert not any("\n" in rows[min(a.start, b.start) : max(a.end, b.end)] for a, b in found)


def test_a_line_that_was_wrapped_goes_on() -> None:
    text = "The port lost 40\npeople and 3\nboats."
    nouns = [claim.noun for claim in find_claims(text)]
    assert [noun and noun.cut(text) for noun in nouns] == ["people", "boats"]
