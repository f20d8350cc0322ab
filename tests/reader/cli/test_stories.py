"""`pullquote stories`: events with what is told of them, joined and split by hand."""

import json
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from command import Shell
from events import EVENTS


@pytest.fixture(autouse=True)
def stored(folder: Path, shell: Shell) -> None:
    lines = [
        json.dumps(
            {
                "title": title,
                "text": text,
                "source": outlet,
                "published": f"{time}:00+00:00",
                "url": f"https://news.example/{key}",
            }
        )
        for name in ("orsa", "lake", "fire")
        for key, (outlet, time, title, text) in EVENTS[name].items()
    ]
    (folder / "news.jsonl").write_text("\n".join(lines), encoding="utf-8")
    shell("add", "news.jsonl")


def test_what_a_text_and_its_copy_have_is_not_told_of_one_of_them(shell: Shell) -> None:
    lines = shell.out("stories", "halcyon")
    whence = "Varda Post 2026-03-03 18:00"
    one, both = (line for line in lines if line.startswith(f"    only {whence}"))
    assert both.startswith(f"    only {whence}, Merin Daily 2026-03-03 19:30: ")
    assert "140 survivors" in both
    assert "14 crew;" in both
    assert "52 people" in one
    assert "Merin Daily" not in one
    (copy,) = (line for line in lines if "copy of" in line)
    assert copy.endswith(f"Merin Daily, 2026-03-03 19:30, copy of {whence}")


def test_json_says_what_is_a_copy_and_all_that_carry_a_quote(folder: Path, shell: Shell) -> None:
    told = (
        "The weir at Odd Mill broke on Friday, Tarn council said. Three cottages at Odd Mill were"
        ' flooded to the sills. "We had warned them for eleven years", said Ines Tholl, who runs'
        " the Odd Mill bakery. The council of Tarn closed the lane to the weir."
    )
    other = (
        "Odd Mill is cut off since its weir broke on Friday. Five cottages at Odd Mill were"
        ' flooded, Tarn council said. "My boat is on the roof", said Per Oslak of Odd Mill.'
    )
    lines = [
        json.dumps({"title": title, "text": text, "source": outlet, "published": published})
        for title, text, outlet, published in (
            ("Weir at Odd Mill breaks", told, "Tarn News", "2026-06-05T08:00:00Z"),
            ("Odd Mill weir gives way", told + " Rain is due.", "Weekly", "2026-06-05T09:00:00Z"),
            ("Cut off: Odd Mill after the weir", other, "The Lane", "2026-06-05T12:00:00Z"),
        )
    ]
    (folder / "weir.jsonl").write_text("\n".join(lines), encoding="utf-8")
    shell("add", "weir.jsonl")
    (story,) = records(shell, "weir")
    first, copy, alone = story["articles"]
    assert (first["copy_of"], copy["copy_of"], alone["copy_of"]) == (None, first["id"], None)
    (warned,) = (one for one in story["quotes"] if "warned them" in one["text"])
    assert warned["articles"] == [first["id"], copy["id"]]


@pytest.fixture
def here() -> Iterator[pytest.MonkeyPatch]:
    """Give the environment, of which the time zone can be changed."""
    with pytest.MonkeyPatch.context() as patch:
        yield patch
    time.tzset()


def records(shell: Shell, *arguments: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in shell.out("stories", "--format", "json", *arguments)]


def test_a_story_as_json_has_the_documented_fields(shell: Shell) -> None:
    (story,) = records(shell, "halcyon")
    assert " ".join(story) == "id title articles summary claims quotes"
    assert story["title"] == "Toll of ferry disaster rises to 38"
    assert " ".join(story["articles"][0]) == "id title source published copy_of"
    assert " ".join(story["summary"][0]) == "article start end text"
    assert " ".join(story["claims"][0]) == "what unit agreement values"
    assert " ".join(story["claims"][0]["values"][0]) == "value high modifier article start end"
    assert all(" ".join(quote) == "text speaker articles" for quote in story["quotes"])


def test_every_place_of_a_story_is_in_its_article(shell: Shell) -> None:
    listed = (json.loads(line) for line in shell.out("list", "--format", "json", "--text"))
    texts = {one["id"]: one["text"] for one in listed}
    for story in records(shell):
        for one in story["summary"]:
            assert texts[one["article"]][one["start"] : one["end"]] == one["text"]
        for value in (value for claim in story["claims"] for value in claim["values"]):
            assert any(
                sign.isalnum() for sign in texts[value["article"]][value["start"] : value["end"]]
            )
        for quote in story["quotes"]:
            assert any(quote["text"] in texts[id_] for id_ in quote["articles"])


def test_figures_say_how_they_agree(shell: Shell) -> None:
    (story,) = records(shell, "gull")
    told = {one["what"]: one for one in story["claims"]}
    assert told["people injured"]["agreement"] == "update"
    assert [one["value"] for one in told["people injured"]["values"]] == [9, 12, 9]
    assert [one["modifier"] for one in told["passengers aboard"]["values"]] == [
        None,
        "approx",
        None,
    ]


def test_text_names_outlets_and_what_one_alone_has(shell: Shell) -> None:
    lines = shell.out("stories", "halcyon", "--words", "40")
    assert lines[0].endswith("2026-03-05  Toll of ferry disaster rises to 38")
    (passengers,) = (line for line in lines if "passengers aboard" in line)
    assert passengers == (
        "    conflict    passengers aboard: 212 passengers (Varda Post 2026-03-03 18:00);"
        " 198 passengers (The Beacon 2026-03-03 20:10)"
    )
    assert any(line.endswith("[in other words]") for line in lines)
    assert any(line.startswith("    only The Beacon") and "Nadia Ferro" in line for line in lines)


def test_times_are_those_of_here_and_rise_as_the_page_has_them(
    folder: Path, shell: Shell, here: pytest.MonkeyPatch
) -> None:
    here.setenv("TZ", "Europe/Berlin")
    time.tzset()
    lines = []
    car = "cable car of Grindau"
    for outlet, published, text in (
        ("Alm Bote", "2026-08-02T00:30:00+02:00", f"Seven people died when the {car} fell."),
        ("Isle Post", "2026-08-01T23:45:00+00:00", f"The {car} fell, and nine people died."),
    ):
        one = {"title": "Cable car of Grindau falls", "text": text}
        lines.append(json.dumps({**one, "source": outlet, "published": published}))
    (folder / "car.jsonl").write_text("\n".join(lines), encoding="utf-8")
    shell("add", "car.jsonl")
    told = shell.out("stories", "Grindau")
    (dead,) = (line for line in told if "people killed" in line)
    assert "(Alm Bote 2026-08-02 00:30); " in dead
    assert dead.endswith("(Isle Post 2026-08-02 01:45)")
    assert told[0].split("  ")[1] == "2026-08-02"
    assert [line.split(", ")[-1] for line in told if "Cable car" in line][1:] == [
        "2026-08-02 00:30",
        "2026-08-02 01:45",
    ]


def test_words_set_the_length_of_the_summary(shell: Shell) -> None:
    lengths = [
        sum(
            len(one["text"].split())
            for one in records(shell, "halcyon", "--words", words)[0]["summary"]
        )
        for words in ("30", "100")
    ]
    assert lengths[0] <= 30 < lengths[1] <= 100


def test_stories_are_joined_and_split_by_hand_and_stay_so(shell: Shell) -> None:
    ids = {one["title"]: one["id"] for one in records(shell)}
    assert len(ids) == 3
    shell("stories", "--join", *list(ids.values())[:2])
    assert len(records(shell)) == 2
    (big,) = (one for one in records(shell) if len(one["articles"]) > 4)
    some = [one["id"] for one in big["articles"][:2]]
    shell("stories", "--split", *some)
    assert {len(one["articles"]) for one in records(shell)} == {2, len(big["articles"]) - 2}


def test_what_cannot_be_joined_or_split_is_a_sentence(shell: Shell) -> None:
    (story,) = records(shell, "halcyon")
    for told, *arguments in (
        ("no story and no article", "--join", "s99", "nothing"),
        ("one story already", "--join", story["id"], story["id"]),
        ("no article with this id", "--split", "zz"),
    ):
        code, out, messages = shell("stories", *arguments)
        assert (code, out) == (2, [])
        assert told in messages[0]
