"""`pullquote quotes` and `pullquote claims`: what was said and counted, with where it stands."""

import json
import os
from pathlib import Path

import pytest
from command import Shell

from reader.citations import cite
from reader.clippings import Files, clip
from reader.library import Library

TOWER = """\
---
title: The tower leans
published: 2026-05-05
---
The tower leans by about 8 percent, the mayor, Jón Varga, said. "We will not close it", he added.

Some 1,200 people visit it in a week.
"""


@pytest.fixture(autouse=True)
def stored(folder: Path, shell: Shell) -> None:
    (folder / "tower.txt").write_text(TOWER)
    shell("add", "mill.txt", "tower.txt")


def library() -> Library:
    return Library.open(Path(os.environ["PULLQUOTE_LIBRARY"]))


def texts(lines: list[str]) -> list[str]:
    return [json.loads(line)["text"] for line in lines]


def test_quotes_as_text_say_who_said_them_and_where(shell: Shell) -> None:
    lines = shell.out("quotes")
    other, identity = (line.split()[0] for line in shell.out("list"))
    assert lines[0] == '"We will not close it"'
    assert lines[1].startswith("    ")
    assert lines[1].endswith(f"The tower leans, 2026-05-05  [{other}]")
    assert lines[2:] == [
        '"Nothing could be saved"',
        f"    Ilka Brandt, Mill on the Varn burns down, Varn Courier, 2026-05-04  [{identity}]",
    ]


def test_a_quote_as_json_has_the_documented_fields(shell: Shell) -> None:
    (line,) = shell.out("quotes", "--format", "json", "--speaker", "brandt")
    quote = json.loads(line)
    assert " ".join(quote) == "start end text kind speaker cue article"
    assert " ".join(quote["speaker"]) == "start end text name inferred"
    assert " ".join(quote["cue"]) == "start end text"
    assert " ".join(quote["article"]) == "id title source url published"
    assert (quote["speaker"]["name"], quote["cue"]["text"]) == ("Ilka Brandt", "said")
    text = json.loads(shell.out("list", "mill", "--format", "json", "--text")[0])["text"]
    assert text[quote["start"] : quote["end"]] == quote["text"] == '"Nothing could be saved"'


def test_a_claim_as_json_has_the_documented_fields(shell: Shell) -> None:
    (line,) = shell.out("claims", "--format", "json", "--unit", "percent")
    claim = json.loads(line)
    assert " ".join(claim) == (
        "start end text value high unit modifier modifier_span kind noun article"
    )
    assert (claim["value"], claim["unit"], claim["modifier"]) == (8.0, "percent", "approx")
    assert claim["article"]["title"] == "The tower leans"


@pytest.mark.parametrize("unit", ["percent", "%", "per cent", "Percent"])
def test_a_unit_may_be_written_as_in_a_text(shell: Shell, unit: str) -> None:
    assert texts(shell.out("claims", "--format", "json", "--unit", unit)) == ["8 percent"]


def test_claims_as_text_carry_their_modifier(shell: Shell) -> None:
    lines = shell.out("claims", "tower")
    assert lines[0].startswith("about 8 percent")
    assert lines[2].startswith("Some 1,200 people")


@pytest.mark.parametrize("name", ["Brandt", "ILKA", "ilka brandt"])
def test_a_speaker_is_found_by_any_part_of_the_name(shell: Shell, name: str) -> None:
    assert texts(shell.out("quotes", "--format", "json", "--speaker", name)) == [
        '"Nothing could be saved"'
    ]


def test_a_query_for_a_speaker_makes_the_digests_that_it_needs(shell: Shell) -> None:
    assert texts(shell.out("quotes", "speaker:Brandt", "--format", "json")) == [
        '"Nothing could be saved"'
    ]


def test_only_the_articles_of_the_query_are_looked_at(shell: Shell) -> None:
    assert shell.out("quotes", "barges")[0] == '"Nothing could be saved"'
    with library() as kept:
        assert [row.quotes for row in kept.listing.rows(kept.listing.all())] == [None, 1]


def test_the_name_that_the_person_gave_is_the_speaker(shell: Shell) -> None:
    shell("quotes")
    with library() as kept:
        found = next(kept.findings.quotes(speaker="Brandt"))
        kept.corrections.correct(found.article.text, found.quote.span, "Mara Lind")
    assert shell.out("quotes", "--speaker", "brandt") == []
    assert shell.out("quotes", "--speaker", "lind")[1].startswith("    Mara Lind,")


def test_where_nothing_is_found_nothing_is_said(shell: Shell) -> None:
    for arguments in (("quotes", "nowhere"), ("claims", "--unit", "furlong")):
        assert shell.out(*arguments) == []


def test_quotes_of_a_speaker_and_figures_leave_in_every_form(shell: Shell) -> None:
    (one,) = json.loads("".join(shell.out("quotes", "--speaker", "brandt", "--format", "csl")))
    assert one["note"] == '"Nothing could be saved" — Ilka Brandt'
    (block, _, source) = shell.out("quotes", "--speaker", "brandt", "--format", "markdown")
    assert block == '> "Nothing could be saved"'
    assert source.startswith("> — Ilka Brandt, [Mill on the Varn burns down](<https://varn.example")
    assert sum("<figure>" in line for line in shell.out("quotes", "--format", "html")) == 2
    told = shell.out("claims", "--unit", "percent", "--format", "bibtex")
    assert told[0].startswith("@misc{")
    assert any("8 percent" in line for line in told)


def test_a_quote_in_two_parts_is_cited_once(folder: Path, shell: Shell) -> None:
    split = '"We stay," Mara Lind said, "until it is over."'
    (folder / "two.txt").write_text(f"Who stays\n\n{split} Nobody left.")
    shell("add", "two.txt")
    told = json.loads("".join(shell.out("quotes", "--speaker", "lind", "--format", "csl")))
    assert [one["note"] for one in told] == [f"{split} — Mara Lind"]


@pytest.fixture
def clipped(folder: Path, shell: Shell) -> None:
    (folder / "config.toml").write_text('[clippings]\nmarkdown = "c.md"\njson = "c.jsonl"\n')
    shell("quotes")
    with library() as kept:
        for found in kept.findings.quotes():
            files = Files(folder / "c.md", folder / "c.jsonl")
            clip(cite(found.article, found.quote), files, 1_780_000_000.0)


def test_what_was_clipped_is_listed(clipped: None, shell: Shell) -> None:
    assert clipped is None
    lines = shell.out("quotes", "--clipped")
    assert lines[0] == '"We will not close it"'
    assert lines[2:] == shell.out("quotes", "--clipped", "--speaker", "BRANDT")
    assert lines[3].startswith(
        "    Ilka Brandt, Mill on the Varn burns down, Varn Courier, 2026-05"
    )
    assert shell.out("quotes", "--clipped", "barges") == lines[2:]
    assert [
        json.loads(line)["kind"] for line in shell.out("quotes", "--clipped", "--format", "json")
    ] == [
        "quote",
        "quote",
    ]


def test_a_line_that_is_no_clipping_is_named_and_the_rest_listed(
    clipped: None, folder: Path, shell: Shell
) -> None:
    assert clipped is None
    with (folder / "c.jsonl").open("a") as stream:
        stream.write("mine\n")
    code, out, messages = shell("quotes", "--clipped")
    assert (code, len(out)) == (1, 4)
    assert messages == [f"{folder / 'c.jsonl'}, line 3: is no clipping"]


def test_nothing_clipped_is_nothing_and_its_markdown_is_in_its_file(
    folder: Path, shell: Shell
) -> None:
    (folder / "config.toml").write_text('[clippings]\njson = "none.jsonl"\n')
    assert shell.out("quotes", "--clipped") == []
    assert shell("quotes", "--clipped", "--format", "markdown")[:2] == (2, [])
