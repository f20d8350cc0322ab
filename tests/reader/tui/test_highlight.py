import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.style import Style

from reader.tui.highlight import Highlight, among, digest_styles
from reader.tui.marks import style_table
from summarize import Span, digest

BOLD, RED, UNDERLINED = Style(bold=True), Style(color="red"), Style(underline=True)
SPANS = st.tuples(st.integers(0, 30), st.integers(0, 30)).map(lambda ends: Span(*sorted(ends)))


@given(st.lists(st.tuples(SPANS, st.sampled_from([BOLD, RED, UNDERLINED]))), SPANS)
def test_the_runs_of_a_line_are_the_line_and_carry_every_style_over_them(
    styled: list[tuple[Span, Style]], line: Span
) -> None:
    highlight = Highlight("x" * 30, lambda _: styled)
    runs = list(highlight.runs(line))
    assert [place for run, _ in runs for place in range(*run)] == list(range(*line))
    for run, style in runs:
        wanted = sum((own for span, own in styled if span.covers(run)), Style())
        assert style == wanted


@given(st.lists(st.tuples(st.integers(0, 100), st.integers(1, 90))), st.integers(0, 90))
def test_the_parts_that_are_worked_out_alone_fit_together(
    spans: list[tuple[int, int]], start: int
) -> None:
    styled = [(Span(one, one + length), BOLD) for one, length in spans]
    line = Span(start, start + 60)
    whole = list(Highlight("x" * 200, lambda _: styled).runs(line))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("reader.tui.highlight.PART", 7)
        parts = list(Highlight("x" * 200, lambda _: styled).runs(line))
    assert [(place, style) for run, style in parts for place in range(*run)] == [
        (place, style) for run, style in whole for place in range(*run)
    ]


def test_a_claim_lies_over_the_quote_that_it_stands_in() -> None:
    text = 'Ada Roe said: "We lost at least 40 boats that night."'
    found = digest(text, language="en")
    table = style_table(colour=True)
    highlight = Highlight(text, lambda part: digest_styles(found, table, part))
    styles = {run.cut(text): style for run, style in highlight.runs(Span(0, len(text)))}
    assert styles['"We lost '] == table["quote"]
    assert styles["40"].bold
    assert styles["at least "].bold


def test_text_with_control_characters_is_refused() -> None:
    with pytest.raises(ValueError, match="control characters"):
        list(Highlight("\x1b]52;c;aGk=\x07", lambda _: ()).runs(Span(0, 3)))


@given(st.lists(st.integers(0, 60), unique=True, max_size=20), SPANS)
def test_what_has_to_do_with_a_part_is_found_among_all(ends: list[int], part: Span) -> None:
    ends.sort()
    spans = [Span(a, b) for a, b in zip(ends[::2], ends[1::2], strict=False)]
    if part.start < part.end:
        assert list(among(spans, part, Span._make)) == [
            span for span in spans if span.overlaps(part)
        ]
