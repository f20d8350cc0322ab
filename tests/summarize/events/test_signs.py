"""Signs: each has its weight, and what excludes weighs more than what is alike."""

import re
from pathlib import Path

from events import EVENTS, event, texts_told

from summarize.events import choosing, evidence, signs
from summarize.events.bundles import Bundle, Weighed, weigh
from summarize.events.readings import readings


def pair(one: str, other: str) -> tuple[Weighed, Bundle]:
    """Return the first figure of a text, and the line of that of another."""
    first, second = (next(iter(readings(account))) for account in texts_told(one, other))
    before, behind = weigh([first, second])
    return behind, Bundle(before)


def named(one: str, other: str) -> set[str]:
    """Return the names of the signs between the first figures of two texts."""
    return {sign[0] for sign in signs.signs(*pair(one, other))}


def test_every_sign_has_a_weight() -> None:
    source = Path(signs.__file__).read_text(encoding="utf-8")
    told = re.findall(r'append\(\("([^"]+)", 1|"([^"]+)" (?:if|else)', source)
    plain = {name for names in told for name in names if name}
    assert plain <= evidence._WEIGHTS.keys()
    for name in EVENTS:
        weighed = weigh([one for account in event(name) for one in readings(account)])
        for one in weighed:
            for other in weighed:
                found = dict(signs.signs(one, Bundle(other)))
                assert found.keys() <= evidence._WEIGHTS.keys()


def test_what_is_alike_and_unlike_is_told_by_name() -> None:
    assert {"equal 2", "same outcome", "toll"} <= named("17 people died.", "17 people were killed.")
    assert {"unlike", "ratio"} <= named("17 people died.", "21 people were killed.")
    assert "opposite" in named("The north tower has 40 steps.", "The south tower has 60 steps.")
    assert "opposite" in named("Pretax profit was €214m.", "Net profit was €148m.")
    assert "opposite" not in named("Pretax profit was €214m.", "The pre-tax profit was €210m.")
    assert "other part, unlike" in named("17 people died.", "Another 12 people died.")
    assert "people and things" in named("The fair drew 40 bakers.", "The fair drew 44 ovens.")
    assert "near in age" in named("The keeper, 61, fled.", "A keeper of 63 fled.")
    assert "near in age" not in named("The keeper, 61, fled.", "A keeper of 44 fled.")
    assert "some person" in named("The keeper, 61, fled.", "It was said of somebody aged 64.")
    assert "other person" in named("The keeper, 61, fled.", "It was said of somebody aged 44.")
    assert "name and role" in named("The keeper, 61, fled.", "Milo Senn, 63, fled.")
    assert "other person" in named("Ada Kovac, 61, fled.", "Milo Senn, 63, fled.")
    assert "unlike measure" in named("The wall is 40 metres long.", "The wall is 60 metres long.")
    assert "nothing beside" in named("The mill has 40 rooms.", "He sold 40 pots.")


def test_what_excludes_outweighs_what_is_alike() -> None:
    one, line = pair("17 people were killed by it.", "Another 12 people were killed by it.")
    assert evidence.evidence(one, line) < choosing.LEAST
    one, line = pair("17 people were killed by it.", "12 people were killed by it.")
    assert evidence.evidence(one, line) > choosing.LEAST
