"""Stories: which accounts are of one event, and what they agree and disagree on."""

import random
from dataclasses import replace

import pytest
from events import EVENTS, account, event, every_account, texts_told
from hypothesis import given, settings
from hypothesis import strategies as st

from summarize import Claim, Span, digest, split_sentences
from summarize.events.grouping import WINDOW
from summarize.events.sketches import features
from summarize.stories import (
    Account,
    Comparison,
    QuoteComparison,
    StoryIndex,
    compare_claims,
    compare_quotes,
    group_copies,
    group_stories,
    summarize_story,
)


def groups(index: StoryIndex) -> set[frozenset[str]]:
    return set(map(frozenset, index.stories))


def compared(name: str, word: str) -> Comparison:
    """Return the comparison of an event that is of a word."""
    (found,) = (one for one in compare_claims(event(name)) if word in one.what and not one.alone)
    return found


def quoted(name: str, word: str) -> QuoteComparison:
    texts = {one.key: one.text for one in event(name)}
    (found,) = (
        one
        for one in compare_quotes(event(name))
        if word in one.tellings[0].quote.span.cut(texts[one.tellings[0].account])
    )
    return found


def test_accounts_of_an_event_are_one_story_and_its_look_alike_another() -> None:
    wanted = {frozenset(told) for told in EVENTS.values()}
    assert groups(group_stories(every_account())) == wanted


def test_the_order_of_a_batch_and_its_parts_do_not_matter() -> None:
    accounts = every_account()
    shuffled = random.Random(4).sample(accounts, len(accounts))
    assert groups(group_stories(shuffled)) == groups(group_stories(accounts))
    half = group_stories(accounts[:7])
    assert groups(group_stories(accounts[7:], half)) == groups(group_stories(accounts))


FLASH = "Two people died after the river Tarse burst its banks on Tuesday, officials said."
ESCAPE = """Farmers in Lower Hadley told of their escape. "It came up like a wall", said Tam \
Birkett, whose barn in Lower Hadley was swept away in the night."""
BOTH = """A third body was found near Lower Hadley, where the river Tarse burst its banks and a \
barn was swept away."""


def test_a_later_account_shows_two_stories_to_be_one() -> None:
    told = [
        Account(key, 1.77e9 + hour * 3600, "Post", "", text)
        for key, hour, text in (("a", 0, FLASH), ("b", 3, ESCAPE), ("c", 9, BOTH))
    ]
    assert groups(group_stories(told[:2])) == {frozenset("a"), frozenset("b")}
    assert groups(group_stories(told)) == {frozenset("abc")}
    later = replace(event("fire")[0], time=told[0].time + 3 * WINDOW)
    assert group_stories([*told, later]).take_closed() == (("a", "b", "c"),)


def test_one_name_is_not_enough_for_a_story() -> None:
    strike = "Trams stayed in their depots in Bremmen on Friday as drivers struck over a new rota."
    theft = "Thieves took a painting from a museum in Bremmen early on Friday, police said."
    told = [Account(text[:1], 1.77e9, "Post", "", text) for text in (strike, theft)]
    assert len(group_stories(told).stories) == 2


def told(**texts: str) -> list[Account]:
    """Return accounts an hour apart, each of a text."""
    return [
        Account(key, 1.77e9 + 3600 * hour, "Post", "", text)
        for hour, (key, text) in enumerate(texts.items())
    ]


def test_a_fire_that_names_another_is_a_story_of_its_own() -> None:
    mill = """Five people died when a fire swept the Corvin mattress mill in Belmar on Monday. The \
night shift fled through the foam store, fire chief Ines Dahl said. Corvin employs 310 people."""
    chairs = """Two men are missing after a fire at Hadlow Chairs in Ober Tarn. It began in the \
paint shop, where 41 carpenters were at work, said inspector Milo Senn. On Monday a fire at a \
mill in Belmar killed five."""
    lathes = """The two carpenters of Hadlow Chairs in Ober Tarn were found dead beside their \
lathes. The paint shop burned for nine hours, Milo Senn said, and 41 jobs are lost."""
    accounts = told(a=mill, b=chairs, c=lathes)
    assert groups(group_stories(accounts)) == {frozenset("a"), frozenset("bc")}


def test_what_is_told_in_passing_is_no_name_of_an_account() -> None:
    text = """BELMAR (Coast Wire) — A ferry ran aground at Belmar on its way to Tarnau. Ines Dahl \
was its captain. On Monday a ferry of that line, the Tarse, had hit Hadley pier."""
    names = features(told(a=text)[0]).names
    assert {"belmar", "tarnau", "dahl"} <= names.keys()
    assert {"tars", "hadley", "wire"}.isdisjoint(names)


def test_a_party_is_of_many_events() -> None:
    text = "In Belmar the Callow Party lost its seat to Ines Dahl of the Greens on Monday."
    found = features(told(a=text)[0])
    assert "dahl" in found.names
    assert "callow" in found.words


def test_numbers_show_two_accounts_to_be_of_one_event() -> None:
    one = (
        "Eggs now cost 52.4 crowns, as food rose 11.6 percent in a year, the office in Velnik said."
    )
    other = "Pensioners in Velnik pay dearly: 52.4 crowns for eggs, and food is up by 11.6 percent."
    assert len(group_stories(told(a=one, b=other)).stories) == 1
    other = other.replace("52.4", "47.3").replace("11.6", "9.2")
    first, second = (features(account) for account in told(a=one, b=other))
    assert {"52.4", "11.6"} <= first.names.keys() - second.names.keys()


def test_german_nouns_are_no_names() -> None:
    text = "Der Bus fuhr bei Wellbach in den Graben, sagte Landrat Dieter Lochner am Abend im Amt."
    found = features(replace(told(a=text)[0], digest=digest(text, language="de", method="lead")))
    assert {"wellba", "diet", "lochn"} <= found.names.keys()
    assert {"graben", "bus"}.isdisjoint(found.names)


def test_what_comes_after_the_window_begins_another_story() -> None:
    first, second = event("lake")[:2]
    late = replace(second, time=first.time + WINDOW + 1)
    assert len(group_stories([first, late]).stories) == 2
    assert len(group_stories([first, second]).stories) == 1


def test_stories_that_are_closed_are_taken_once_and_forgotten() -> None:
    first, second = event("lake")[:2]
    later = replace(event("fire")[0], time=first.time + 3 * WINDOW)
    index = group_stories([first, second, later])
    assert index.take_closed() == ((first.key, second.key),)
    assert (index.take_closed(), index.stories) == ((), ((later.key,),))


def test_a_copy_is_known_when_it_was_cut() -> None:
    assert group_copies(event("orsa")) == (("orsa-1", "orsa-2"), ("orsa-3",), ("orsa-4",))


def test_of_copies_only_the_earliest_is_asked() -> None:
    told = {one.account for found in compare_claims(event("orsa")) for one in found.values}
    assert told == {"orsa-1", "orsa-3", "orsa-4"}


@pytest.mark.parametrize(
    ("name", "word", "agreement", "values"),
    [
        ("orsa", "killed", "update", [17, 21, 38]),
        ("orsa", "missing", "update", [41, 3]),
        ("orsa", "passengers", "conflict", [212, 198]),
        ("lake", "injured", "update", [9, 12, 9]),
        ("lake", "passengers", "compatible", [96, 100, 96]),
        ("strike", "drivers", "conflict", [1400, 900]),
        ("fire", "damage", "conflict", [4e6, 6e6]),
        ("fire", "evacuated", "compatible", [300, 300]),
        ("deich", "getötet", "update", [5, 7]),
        ("deich", "in Sicherheit gebracht", "compatible", [800, 800]),
    ],
)
def test_figures_of_the_same_thing_are_lined_up(
    name: str, word: str, agreement: str, values: list[float]
) -> None:
    found = compared(name, word)
    assert (found.agreement, [one.value for one in found.values]) == (agreement, values)


def test_what_an_account_tells_twice_is_one_figure_of_its_line() -> None:
    one = (
        "17 people were killed by the fire. It was out by noon. The 17 people were killed at once."
    )
    (found,) = compare_claims(texts_told(one, "The fire killed 21 people."))
    assert [(value.account, value.value) for value in found.told] == [("a0", 17), ("a1", 21)]
    assert [value.value for value in found.values] == [17, 17, 21]
    (alone,) = compare_claims(texts_told(one))
    assert alone.alone
    assert len(alone.values) == 2


def test_what_one_account_alone_has_is_marked() -> None:
    alone = {one.what: one for one in compare_claims(event("orsa")) if one.alone}
    assert alone["survivors rescued"].values[0].account == "orsa-1"
    assert quoted("orsa", "held on").alone
    assert not quoted("orsa", "rolled over").alone


def test_a_figure_of_another_year_contradicts_nothing() -> None:
    assert 52 not in [one.value for one in compared("orsa", "killed").values]


def test_a_quote_is_told_once_with_who_carries_it() -> None:
    found = quoted("lake", "bang")
    assert [one.account for one in found.tellings] == ["lake-1", "lake-2"]
    assert (found.differs, found.alone) == ("no", False)


def test_other_words_and_another_speaker_are_told() -> None:
    assert quoted("orsa", "rolled over").differs == "wording"
    first, second = event("lake")[:2]
    text = second.text.replace("Ruben Hask", "Lena Voss")
    other = replace(second, text=text, digest=digest(text, method="lead"))
    assert [one.differs for one in compare_quotes([first, other])] == ["speaker"]


def test_a_part_of_a_quote_is_no_other_wording() -> None:
    first, second = event("lake")[:2]
    text = second.text.replace("We heard a bang, then water", "Then water")
    other = replace(second, text=text, digest=digest(text, method="lead"))
    (found,) = compare_quotes([first, other])
    assert (found.differs, len(found.tellings)) == ("no", 2)


def said(*quotes: str) -> list[tuple[str, int]]:
    """Return how the quotes of several accounts differ, with how many carry each."""
    texts = {str(number): f"{quote} The mill is shut." for number, quote in enumerate(quotes)}
    accounts = [replace(one, digest=digest(one.text, method="lead")) for one in told(**texts)]
    return [(one.differs, len(one.tellings)) for one in compare_quotes(accounts)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("This is not the peak, it is the foothill", "This isn't the peak, it's the foothill"),
        ("First we measure, then scold", "First we measure and then scold"),
        ("The road was shut, so I went round", "The road was shut, so I went round it"),
        (
            "The bell rang before six, and nobody was in the loft",
            "Nobody was in the loft; the bell rang before six",
        ),
        ("We never feared the tunnel, only its debts", "The tunnel we like. Its debts we fear"),
    ],
)
def test_nearly_the_same_words_of_one_person_are_one_quote(one: str, other: str) -> None:
    quotes = (f'"{words}", said Ines Dahl, the mayor.' for words in (one, other))
    assert said(*quotes) == [("wording", 2)]


def test_words_in_another_order_are_one_quote_whoever_is_named() -> None:
    one = '"The bell rang before six, and nobody was in the loft", said Ines Dahl.'
    other = '"Nobody was in the loft; the bell rang before six", the mayor said.'
    assert said(one, other) == [("wording", 2)]


def test_words_that_another_person_turns_round_are_another_quote() -> None:
    one = '"The captain did it all right and the water did it all wrong", said Ines Dahl.'
    other = '"The captain did it all right and the owner did it all wrong", said Milo Senn.'
    assert said(one, other) == [("no", 1), ("no", 1)]


def test_a_summary_is_sentences_of_its_accounts_within_the_words() -> None:
    accounts = {one.key: one for one in event("orsa")}
    picks = summarize_story(list(accounts.values()), words=60)
    sentences = [span.cut(accounts[key].text) for key, span in picks]
    assert len({key for key, _ in picks}) > 1
    assert sum(len(sentence.split()) for sentence in sentences) <= 60
    assert all(span in split_sentences(accounts[key].text) for key, span in picks)


def test_a_summary_says_nothing_twice() -> None:
    accounts = {one.key: one for one in event("deich")}
    told = [span.cut(accounts[key].text) for key, span in summarize_story([*accounts.values()])]
    assert sum("Das Wasser kam" in sentence for sentence in told) == 1


def test_accounts_without_digests_are_grouped_and_compared_to_nothing() -> None:
    accounts = event("lake", digested=False)
    assert len(group_stories(accounts).stories) == 1
    assert (compare_claims(accounts), compare_quotes(accounts)) == ((), ())
    assert summarize_story(accounts) == ()


PIECES = st.sampled_from(
    [
        "At least 17 people were killed. ",
        "Twelve died in Orsa, among them three children. ",
        "“No,” said Ada Kovac. ",
        "Im Hafen von Orsa starben 9 Menschen. ",
        "$4 million 2009 ",
        "\n\n",
        "死者は17人。",
        "\u0000 1e309 -5 ½ ",
    ]
)
TEXTS = st.lists(PIECES | st.text(max_size=5), max_size=5).map("".join)
ACCOUNTS = st.lists(
    st.tuples(TEXTS, st.integers(-(10**10), 10**11), st.text(max_size=9)), max_size=4
)


def made(told: list[tuple[str, int, str]]) -> list[Account]:
    return [
        Account(f"a{number}", time, "Post", title, text, digest(text, method="lead"))
        for number, (text, time, title) in enumerate(told)
    ]


@settings(deadline=None, max_examples=50)
@given(ACCOUNTS)
def test_any_accounts_give_values_whose_spans_are_in_their_texts(
    told: list[tuple[str, int, str]],
) -> None:
    accounts = {one.key: one for one in made(told)}
    spans: list[tuple[str, Span]] = []
    for found in compare_claims([*accounts.values()]):
        spans += [(one.account, one.claim.span) for one in found.values]
        spans += [(one.account, one.sentence) for one in found.values]
        own = [(one.account, one.value, one.high, one.modifier) for one in found.told]
        assert len(own) == len(set(own))
        assert set(found.told) <= set(found.values)
    for quote in compare_quotes([*accounts.values()]):
        spans += [(one.account, one.quote.span) for one in quote.tellings]
    assert all(0 <= start <= end <= len(accounts[key].text) for key, (start, end) in spans)


def saying(claim: Claim) -> tuple[object, ...]:
    """Return what a claim says."""
    return (claim.value, claim.high, claim.unit)


@settings(deadline=None, max_examples=50)
@given(ACCOUNTS)
def test_every_figure_and_quote_is_told_once(told: list[tuple[str, int, str]]) -> None:
    accounts = made(told)
    firsts = {key: keys[0] for keys in group_copies(accounts) for key in keys}
    found = [(one.account, one.claim) for each in compare_claims(accounts) for one in each.values]
    assert len(found) == len(set(found))
    given = {
        one.key: {saying(claim) for claim in one.digest.claims} for one in accounts if one.digest
    }
    for key, claim in found:
        assert key == firsts[key] or saying(claim) not in given[firsts[key]]


@settings(deadline=None, max_examples=50)
@given(ACCOUNTS, st.randoms(use_true_random=False))
def test_grouping_is_a_partition_whatever_the_order(
    told: list[tuple[str, int, str]], chance: random.Random
) -> None:
    accounts = made(told)
    shuffled = chance.sample(accounts, len(accounts))
    index = group_stories(shuffled)
    assert sorted(key for story in index.stories for key in story) == [one.key for one in accounts]
    assert groups(index) == groups(group_stories(accounts))
    assert group_copies(shuffled) == group_copies(accounts)


def test_a_copy_is_asked_for_the_figures_that_it_has_brought_up_to_date() -> None:
    first, *_ = event("lake")
    later = first.text.replace("Nine people were injured", "Fourteen people were injured")
    copy = replace(
        first,
        key="later",
        time=first.time + 9 * 3600,
        text=later,
        digest=digest(later, method="lead"),
    )
    assert group_copies([first, copy]) == ((first.key, "later"),)
    found = [one for one in compare_claims([first, copy]) if not one.alone]
    assert [[value.account for value in one.values] for one in found] == [[first.key, "later"]]


def test_an_account_is_told_as_its_own_event_by_another_key() -> None:
    told = EVENTS["fire"]["fire-1"]
    assert group_copies([account("x", told), account("b", told)]) == (("b", "x"),)
