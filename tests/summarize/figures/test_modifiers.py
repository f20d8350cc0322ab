import pytest

from summarize import find_claims


@pytest.mark.parametrize(
    ("text", "modifier", "words"),
    [
        ("about 8 percent", "approx", "about"),
        ("nearly 300 homes", "approx", "nearly"),
        ("some seven miles", "approx", "some"),
        ("~45g", "approx", "~"),
        ("30-odd kilometres", "approx", "odd"),
        ("at least 21 civilians", "min", "at least"),
        ("at least another 10 boats", "min", "at least"),
        ("more than 300 homes", "min", "more than"),
        ("over 60 percent", "min", "over"),
        ("no fewer than 12 dogs", "min", "no fewer than"),
        ("no lower than 3 metres", "min", "no lower than"),
        ("not for less than 7 percent", "min", "not for less than"),
        ("300 homes or so", None, None),
        ("$300 or more", "min", "or more"),
        ("100+ people", "min", "+"),
        ("15-plus years", "min", "plus"),
        ("up to 250 strikes", "max", "up to"),
        ("as many as 300 homes", "max", "as many as"),
        ("just under 20 percent", "max", "just under"),
        ("no more than 4 people", "max", "no more than"),
        ("no longer than 3 hours", "max", "no longer than"),
        ("sub-300 sq m offices", "max", "sub-"),
        ("Sales rose 8 percent.", "up", "rose"),
        ("Sales rose sharply by 8 percent.", "up", "rose"),
        ("Shares were up 5pc.", "up", "up"),
        ("Turnover fell 3 percent.", "down", "fell"),
        ("Orvane cut its debt by 10 percent.", "down", "cut"),
        ("The index edged down 0.03%.", "down", "down"),
        ("Sales rose about 8 percent.", "approx", "about"),
        ("Sales rose to 8 percent.", None, None),
        ("Veluna gave up 40 points.", None, None),
        ("Orvane lost 300 jobs.", None, None),
        ("Divers will sink 40 anchors.", None, None),
        ("plus or minus 4 percent", "approx", "plus or minus"),
        ("better than 80 percent", "min", "better than"),
        ("It lasted over three years.", "min", "over"),
        ("The toll has passed 100.", "min", "has passed"),
        ("The bill topped $300.", "min", "topped"),
        ("The waves did not exceed two metres.", "max", "not exceed"),
        ("It doubled over three years.", None, None),
        ("It took over three years.", "min", "over"),
    ],
)
def test_english_modifiers_are_told(text: str, modifier: str | None, words: str | None) -> None:
    *_, claim = find_claims(text)
    assert claim.modifier == modifier
    if words is not None:
        assert claim.modifier_span is not None
        assert claim.modifier_span.cut(text) == words


@pytest.mark.parametrize(
    ("language", "text", "modifier"),
    [
        ("de", "rund 300 Häuser", "approx"),
        ("de", "mindestens 300 Häuser", "min"),
        ("de", "bis zu 40 Prozent", "max"),
        ("de", "Der Umsatz stieg um 3,5 Prozent.", "up"),
        ("de", "Die Preise sind um 5 Prozent gestiegen.", "up"),
        ("de", "Die Preise sind um rund 5 Prozent gestiegen.", "approx"),
        ("de", "Der Zins wurde um 3 Prozent gesenkt.", "down"),
        ("fr", "au moins 300 maisons", "min"),
        ("fr", "environ 300 maisons", "approx"),
        ("es", "unas 300 casas", "approx"),
        ("es", "al menos 300 casas", "min"),
        ("it", "circa 300 case", "approx"),
        ("pt", "cerca de 300 casas", "approx"),
        ("cs", "nejméně 300 domů", "min"),
    ],
)
def test_modifiers_of_other_languages_are_told(language: str, text: str, modifier: str) -> None:
    (claim,) = find_claims(text, language)
    assert claim.modifier == modifier
