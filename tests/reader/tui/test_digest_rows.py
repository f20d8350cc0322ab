"""The lines of the digest's pane: all there at every width, each row on lines of its own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from reader.tui.digest_rows import DigestRows, Line, Section
from reader.tui.marks import UNICODE
from summarize import Claim, Digest, digest

TEXT = " ".join(
    f"The mole {number} was paid for with about {number * 7} boats. Nobody came to see it. "
    f'"We never asked for number {number}," said Ida Holm, who 漢字 runs the port.'
    for number in range(1, 12)
)


@pytest.fixture(scope="module")
def found() -> Digest:
    return digest(TEXT, language="en", sentences=3)


def rows(found: Digest, width: int) -> DigestRows:
    made = DigestRows(TEXT, found, UNICODE)
    made.set_width(width)
    return made


@given(width=st.integers(24, 120))
def test_every_mark_has_a_row_and_no_line_is_too_wide(found: Digest, width: int) -> None:
    made = rows(found, width)
    assert {*found.quotes, *found.claims, *found.summary.picks} <= {*made.values}
    lines = [made.line(number) for number in range(len(made))]
    assert all(
        cell_len("".join(text for text, _ in line)) <= width
        for line in lines
        if not isinstance(line, Section)
    )
    of_rows = [line for row in range(len(made.values)) for line in made.lines_of(row)]
    assert of_rows == [line for line in range(len(made)) if made.row_at(line) is not None]
    assert all(made.row_at(made.lines_of(row).stop - 1) == row for row in range(len(made.values)))


def test_what_the_summary_leaves_out_is_told_and_leads_there(found: Digest) -> None:
    made = rows(found, 60)
    lines = [made.line(n) for n in range(len(made))]
    told = ["" if isinstance(line, Section) else "".join(x for x, _ in line) for line in lines]
    picks = {pick.sentence for pick in found.summary.picks}
    gaps = [line for line in told if "left out" in line and "sentence" in line]
    assert sum(int(line.split()[1]) for line in gaps) == len(found.sentences) - len(picks)
    gap = next(n for n, line in enumerate(told) if line in gaps)
    value = made.values[made.row_at(gap) or 0]
    first = next(n for n in range(len(found.sentences)) if n not in picks)
    assert getattr(value, "span", None) is not None
    assert value.span.start == found.sentences[first].start  # type: ignore[union-attr]
    assert sum("not in summary" in line for line in told) >= len(found.claims) - len(picks)


@pytest.mark.parametrize("width", [38, 60, 120])
def test_a_figure_has_the_room_that_its_line_leaves(width: int) -> None:
    text = (
        "The weir cost 2.3 million dollars, said Ida Holm. The mole cost 14 million euros."
        " About 7 boats sank."
    )
    made = DigestRows(text, digest(text, language="en", sentences=3), UNICODE)
    made.set_width(width)
    lines = [made.line(number) for number in range(len(made))]
    told = ["" if isinstance(line, Section) else "".join(x for x, _ in line) for line in lines]
    claims = "\n".join(told[-3:])
    assert "2.3 million dollars" in claims
    assert "14 million euros" in claims
    if width > 38:  # a column
        assert (
            len(
                {line.index(noun) for line, noun in zip(told[-3:-1], ("weir", "mole"), strict=True)}
            )
            == 1
        )


def test_the_lines_of_claims_are_made_when_they_are_looked_at(
    found: Digest, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[Claim] = []

    def make(_rows: DigestRows, claim: Claim) -> Line:
        made.append(claim)
        return ()

    monkeypatch.setattr(DigestRows, "_claim_line", make)
    shown = rows(found, 40)
    assert not made
    shown.line(len(shown) - 1)
    assert made == [found.claims[-1]]


@pytest.mark.parametrize("width", [24, 38, 80])
def test_where_there_are_no_rules_nothing_is_said_not_to_be_there(width: int) -> None:
    text = "市長は「橋を建てる」と述べた。費用は1,200万円だ。"
    made = DigestRows(text, digest(text), UNICODE)
    made.set_width(width)
    lines = [made.line(number) for number in range(len(made))]
    told = ["" if isinstance(line, Section) else "".join(x for x, _ in line) for line in lines]
    words = " ".join(" ".join(told).split())
    assert "No quotes found; there are no rules for Japanese." in words
    assert words.endswith("No figures found; there are no rules for Japanese.")
    assert all(cell_len(line) <= width for line in told)
    plain = DigestRows("The bridge is closed.", digest("The bridge is closed."), UNICODE)
    plain.set_width(width)
    lines = [plain.line(number) for number in range(len(plain))]
    assert ((("   No quoted speech.", "aside"),)) in lines
    assert ((("   No figures.", "aside"),)) in lines
