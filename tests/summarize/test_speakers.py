"""Each quote goes to who said it, in its sentence or across sentences."""

import pytest

from summarize import Speaker, find_quotes


def speakers(text: str, language: str = "en") -> list[str]:
    return [
        quote.speaker.span.cut(text) if quote.speaker else ""
        for quote in find_quotes(text, language)
    ]


@pytest.mark.parametrize(
    ("text", "speaker", "cue"),
    [
        ("“We won,” Ada Fenn said.", "Ada Fenn", "said"),
        ("“We won,” said Ada Fenn, the harbour master.", "Ada Fenn", "said"),
        ("“We won,” Ada Fenn, the harbour master, said.", "Ada Fenn", "said"),
        ("“Who won?” the old sailor asked.", "the old sailor", "asked"),
        ("Ada Fenn said, “We won.”", "Ada Fenn", "said"),
        ("Ada Fenn, who lost last year, said that the race was “hard.”", "Ada Fenn", "said"),
        ("In a long letter, the club called the race “unfair.”", "the club", "called"),
        ("After the storm, Fenn said the pier was “gone.”", "Fenn", "said"),
        ("“We won,” according to Ada Fenn.", "Ada Fenn", "according to"),
        ("According to Ada Fenn, the race was “unfair.”", "Ada Fenn", "According to"),
        ("Fenn walked to the pier and told reporters it was “safe.”", "Fenn", "told"),
        ("Fenn left early, saying the race was “unfair.”", "Fenn", "saying"),
        ("The race was “unfair” to small boats, Fenn said.", "Fenn", "said"),
        ("Moss said Fenn had called the race “unfair.”", "Moss", "said"),
        ("Ada Fenn: “We won.”", "Ada Fenn", ""),
        ("As Fenn put it, “We won.”", "Fenn", "put"),
    ],
)
def test_english_cues_find_their_subject(text: str, speaker: str, cue: str) -> None:
    quote = find_quotes(text)[0]
    assert quote.speaker
    assert quote.speaker.span.cut(text) == speaker
    assert (quote.cue.cut(text) if quote.cue else "") == cue


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("„Wir gehen“, sagte Eva Brandt.", "Eva Brandt"),
        ("Am Montag sagte Eva Brandt: „Wir gehen.“", "Eva Brandt"),
        ("Eva Brandt sagte am Montag: „Wir gehen.“", "Eva Brandt"),
        ("„Wir gehen“, teilte der Verein mit.", "der Verein"),
        ("„Wir gehen“, so Eva Brandt.", "Eva Brandt"),
        ("Laut Eva Brandt ist die Lage „sehr ernst“.", "Eva Brandt"),
        ("Brandt hatte den Plan als „völlig falsch“ bezeichnet.", "Brandt"),
        ("Den Plan nannte sie „völlig falsch“.", "sie"),
    ],
)
def test_german_subjects_stand_before_or_behind_the_verb(text: str, speaker: str) -> None:
    assert speakers(text, "de") == [speaker]


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("fr", "« Nous partons », a déclaré la ministre Anne Roux.", "la ministre Anne Roux"),
        ("fr", "« C'est fini », a-t-il ajouté.", "il"),
        ("es", "«No hay trenes», dijo la alcaldesa Rosa Vidal.", "la alcaldesa Rosa Vidal"),
        ("it", "«La strada è chiusa», ha detto il sindaco Aldo Ferri.", "il sindaco Aldo Ferri"),
        ("pt", "“A ponte está fechada”, afirmou João Lobo.", "João Lobo"),
        ("cs", "„Most je zavřený,“ řekl starosta Karel Dub.", "starosta Karel Dub"),
    ],
)
def test_the_commonest_cues_of_other_languages(language: str, text: str, speaker: str) -> None:
    assert speakers(text, language) == [speaker]


def test_a_quote_goes_on_in_the_next_sentence_and_paragraph() -> None:
    text = "“We won,” Fenn said. “It was hard.”\n\n“We will win again.”"
    found = find_quotes(text)
    assert speakers(text) == ["Fenn", "Fenn", "Fenn"]
    assert [quote.speaker.inferred for quote in found if quote.speaker] == [False, True, True]


def test_a_colon_announces_who_speaks_in_the_next_paragraph() -> None:
    assert speakers("Ada Fenn issued a statement saying:\n\n“We won.”") == ["Ada Fenn"]


def test_german_indirect_speech_keeps_its_speaker() -> None:
    text = "Eva Brandt sagte, sie gehe. Die Lage sei „sehr ernst“."
    assert speakers(text, "de") == ["Eva Brandt"]


def test_a_quote_that_nobody_is_near_has_no_speaker() -> None:
    assert find_quotes("“We will be back before the tide turns.”")[0].speaker is None


def test_a_speaker_says_whether_it_is_inferred() -> None:
    text = "“We won,” Ada Fenn said.\n\n“It was hard,” she said."
    one, two = [quote.speaker for quote in find_quotes(text)]
    assert one == Speaker(one.span, "Ada Fenn") if one else False
    assert two
    assert (two.name, two.inferred) == ("Ada Fenn", True)
