"""Marks are paired by what stands around them, in every style."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.speech.marks import line_before, marked_paragraphs


def marked(text: str, verbs: tuple[str, ...] = ()) -> list[str]:
    return [pair.span.cut(text) for found in marked_paragraphs(text, verbs) for pair in found.pairs]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('She called it "fair" and left.', ['"fair"']),
        ("“It’s ours,” said Ada.", ["“It’s ours,”"]),
        ("„Es ist spät“, sagte er.", ["„Es ist spät“"]),
        ("Er sagte: »Es ist spät«.", ["»Es ist spät«"]),
        ("« Il est tard », dit-il.", ["« Il est tard »"]),
        ("«Es tarde», dijo.", ["«Es tarde»"]),
        ("Han sa ”det är sent” igen.", ["”det är sent”"]),
        ("``It is late,'' he said.", ["``It is late,''"]),
        ('“Mixed styles," he said.', ['“Mixed styles,"']),
    ],
)
def test_each_style_of_marks_is_paired(text: str, expected: list[str]) -> None:
    assert marked(text) == expected


def test_nested_marks_belong_to_the_quote_around_them() -> None:
    assert marked("“He said ‘never’ twice,” she wrote.") == ["“He said ‘never’ twice,”"]
    assert marked("“The “blue” house is sold,” she wrote.") == ["“The “blue” house is sold,”"]


def test_british_single_marks_are_told_from_apostrophes() -> None:
    text = "‘It’s the players’ choice,’ said Tom. ‘They’re free.’"
    assert marked(text) == ["‘It’s the players’ choice,’", "‘They’re free.’"]


def test_single_marks_do_not_count_in_a_text_with_double_ones() -> None:
    assert marked("Mayor 'furious' at delay\n\n\"No,\" she said.") == ['"No,"']


def test_feet_and_inches_are_no_marks() -> None:
    assert marked('The 6\'2" keeper was "lucky" again.') == ['"lucky"']


def test_a_stray_mark_costs_at_most_its_paragraph() -> None:
    text = 'A stray " stands here.\n\n"All is well," she said.'
    assert marked(text)[-1] == '"All is well,"'


def test_a_quote_of_several_paragraphs_opens_each_and_closes_once() -> None:
    text = "“The first part.\n\n“The second part,” she said."
    assert marked(text) == ["“The first part.", "“The second part,”"]


def test_a_dash_opens_speech_where_verbs_of_saying_are_given() -> None:
    assert marked("— Viens ici, dit le garçon.", ("dit",)) == ["— Viens ici,"]
    assert marked("—Ven aquí —dijo Marta—. Ya es tarde.", ("dijo",)) == [
        "—Ven aquí",
        "Ya es tarde.",
    ]
    assert marked("— Viens ici, dit le garçon.") == []


def test_the_line_before_skips_empty_ones() -> None:
    text = "One:\n\n  \nTwo"
    assert line_before(text, text.index("Two")).cut(text) == "One:"
    assert line_before(text, 0).cut(text) == ""


@given(st.text(alphabet="\"'“”„«»‹›‘’`— \nab.,!", max_size=120))
def test_pairs_lie_in_their_paragraph_in_order_and_apart(text: str) -> None:
    end = 0
    for paragraph in marked_paragraphs(text, ("a",)):
        assert end <= paragraph.span.start
        end = paragraph.span.start
        for pair in paragraph.pairs:
            assert end <= pair.span.start < pair.span.end <= paragraph.span.end
            end = pair.span.end


def test_double_marks_inside_single_ones_are_british_style() -> None:
    text = (
        "‘It’s only a room,’ said Lowell Ames. ‘They told us “no chance” twice,’ he added.\n\n"
        "‘We were never asked,’ said Mary Drage."
    )
    found = [pair.span.cut(text) for line in marked_paragraphs(text) for pair in line.pairs]
    assert found == [
        "‘It’s only a room,’",
        "‘They told us “no chance” twice,’",
        "‘We were never asked,’",
    ]


def test_a_text_of_nothing_but_dashes_is_read_up_to_a_bound() -> None:
    assert len(marked_paragraphs("— a\n" * 50_000, ("dit",))) < 5_000


def test_the_line_before_is_read_from_near_only() -> None:
    text = "word " * 10_000 + "\nNext"
    before = line_before(text, text.index("Next"))
    assert before.cut(text).endswith("word")
    assert len(before.cut(text)) <= 3_000
