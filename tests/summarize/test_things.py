from summarize import Span, find_claims
from summarize.things import Thing, likeness, thing


def of(text: str) -> Thing:
    (claim,) = find_claims(text)
    return thing(text, Span(0, len(text)), claim)


DEAD = of("At least 17 people died when the ferry Kestrel sank.")


def test_other_words_for_one_thing_are_liker_than_one_word_for_others() -> None:
    same = of("The sinking of the Kestrel ferry killed 19 people.")
    other = of("On Sunday 19 people marched in Torvania for bread.")
    assert likeness(DEAD, same) > 0.6
    assert likeness(DEAD, other) < 0.42


def test_what_is_counted_tells_things_of_one_sentence_apart() -> None:
    boats = of("When the ferry Kestrel sank, 4 lifeboats were lost.")
    assert likeness(DEAD, DEAD) > 1 > likeness(DEAD, boats)
