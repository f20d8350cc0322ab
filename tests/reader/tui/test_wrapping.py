import itertools

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from reader.article import clean
from reader.tui.wrapping import wrap

# A family and a flag of one sign, a heart in colour, a keycap, Hebrew, Arabic, an accent.
SIGNS = ("👨\u200d👩\u200d👧", "🇨🇿", "❤\ufe0f", "1\ufe0f\u20e3", "שלום", "سلام", "e\u0301", "👍🏽")
TEXTS = (
    st.lists(
        st.one_of(
            st.sampled_from(SIGNS),
            st.sampled_from("ab \n\t,.“”漢字한🙂e\u0301\u200d—"),
            st.characters(),
        ),
        max_size=120,
    )
    .map("".join)
    .map(clean)
)


@given(TEXTS, st.integers(1, 40))
def test_every_word_is_on_a_line_in_order_and_once(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert "".join("".join(line.cut(text).split()) for line in lines) == "".join(text.split())
    assert all(line.start <= line.end for line in lines)
    assert all(a.end <= b.start for a, b in itertools.pairwise(lines))


@given(TEXTS, st.integers(2, 40))
def test_no_line_is_wider_than_the_column(text: str, width: int) -> None:
    assert all(cell_len(line.cut(text).replace("\t", " ")) <= width for line in wrap(text, width))


def test_lines_break_at_spaces_and_paragraphs_stay_apart() -> None:
    text = "The sea was too rough.\n\nNobody sailed."
    assert [line.cut(text) for line in wrap(text, 11)] == [
        "The sea was",
        "too rough.",
        "",
        "Nobody",
        "sailed.",
    ]


def test_a_word_wider_than_the_column_is_cut() -> None:
    text = "Rindfleischetikettierung ja"
    assert [line.cut(text) for line in wrap(text, 10)] == ["Rindfleisc", "hetikettie", "rung ja"]


def test_wide_characters_take_two_cells() -> None:
    text = "漢字漢字漢字"
    assert [line.cut(text) for line in wrap(text, 5)] == ["漢字", "漢字", "漢字"]
