import itertools

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from reader.article import Markup, clean
from reader.tui.column import Column, Line
from summarize import Span

# A family and a flag of one sign, a heart in colour, a keycap, Hebrew, Arabic, an accent.
SIGNS = ("👨\u200d👩\u200d👧", "🇨🇿", "❤\ufe0f", "1\ufe0f\u20e3", "שלום", "سلام", "e\u0301", "👍🏽")
TEXTS = (
    st.lists(
        st.one_of(
            st.sampled_from(SIGNS), st.sampled_from("ab \n\t,.“”漢字🙂é—•1-"), st.characters()
        ),
        max_size=120,
    )
    .map("".join)
    .map(clean)
)
KINDS = st.sampled_from(["heading", "item", "quotation", "code", "link"])
MARKUP = st.lists(st.tuples(KINDS, st.integers(0, 60), st.integers(1, 60)), max_size=4)


def column(text: str, width: int, markup: tuple[Markup, ...] = ()) -> Column:
    set_text = Column(text, markup)
    set_text.set_width(width)
    return set_text


def shown(text: str, width: int, *markup: Markup) -> list[str]:
    set_text = column(text, width, markup)
    lines = set_text.lines(set_text.place(0), 100)
    return [" " * line.indent + line.span.cut(text) for line in lines]


def all_lines(set_text: Column) -> list[Line]:
    return list(set_text.lines(set_text.place(0), 10_000))


@given(TEXTS, st.integers(1, 40), MARKUP)
def test_every_word_is_on_a_line_in_order_and_once_and_no_line_is_too_wide(
    text: str, width: int, marked: list[tuple[str, int, int]]
) -> None:
    markup = tuple(
        Markup(kind, Span(start, start + length))  # type: ignore[arg-type] # drawn from the kinds
        for kind, start, length in sorted(marked, key=lambda one: one[1])
    )
    lines = all_lines(column(text, width, markup))
    assert "".join("".join(line.span.cut(text).split()) for line in lines) == "".join(text.split())
    assert all(a.span.end <= b.span.start for a, b in itertools.pairwise(lines))
    if width > 1:
        cells = [line.indent + cell_len(line.span.cut(text).replace("\t", " ")) for line in lines]
        assert max(cells) <= width


@given(TEXTS, st.integers(1, 40), st.integers(0, 200), st.integers(-50, 50))
def test_a_step_leads_so_many_lines_on_and_an_offset_to_its_line(
    text: str, width: int, offset: int, step: int
) -> None:
    set_text = column(text, width)
    lines = all_lines(set_text)
    place = set_text.place(offset)
    line = set_text.line(place)
    number = lines.index(line)
    assert number == 0 or line.span.start <= offset
    assert number == len(lines) - 1 or offset < lines[number + 1].span.start
    wanted = max(0, min(number + step, len(lines) - 1))
    assert set_text.line(set_text.step(place, step)) == lines[wanted]
    assert set_text.line(set_text.end) == lines[-1]


def test_an_item_hangs_by_its_sign() -> None:
    text = "Bring\n\n• rope and a lamp\nfor the tunnel\n10. bread"
    items = [text[7:39], text[40:]]
    assert shown(
        text,
        14,
        Markup("item", Span(7, 7 + len(items[0]))),
        Markup("item", Span(40, len(text))),
    ) == ["Bring", "", "• rope and a", "  lamp", "  for the", "  tunnel", "10. bread"]


def test_an_item_of_a_list_in_a_list_hangs_too_where_only_its_sign_tells_it() -> None:
    assert shown("• rope and\n\n◦ a lamp for", 9) == ["• rope", "  and", "", "◦ a lamp", "  for"]


def test_a_quotation_stands_in_from_the_left() -> None:
    text = "She wrote:\n\nI never saw the sea."
    assert shown(text, 16, Markup("quotation", Span(12, len(text)))) == [
        "She wrote:",
        "",
        "   I never saw",
        "   the sea.",
    ]


def test_code_keeps_its_lines_and_spaces_and_is_only_cut_where_it_is_too_wide() -> None:
    text = "if wet:\n    stay at home today"
    assert shown(text, 16, Markup("code", Span(0, len(text)))) == [
        "if wet:",
        "    stay at home",
        " today",
    ]


def test_only_what_is_looked_at_is_set() -> None:
    text = "\n".join(["A paragraph of some words. " * 9] * 5000)
    set_text = column(text, 60)
    list(set_text.lines(set_text.place(len(text) // 2), 40))
    list(set_text.lines(set_text.step(set_text.end, -39), 40))
    assert len(set_text._set) < 50


def test_a_text_without_a_line_end_is_set_in_parts() -> None:
    text = "word " * 100_000
    set_text = column(text, 60)
    list(set_text.lines(set_text.end, 1))
    list(set_text.lines(set_text.place(250_000), 40))
    assert len(set_text._set) < 5
