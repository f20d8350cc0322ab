"""Markdown reads as plain paragraphs, its marks gone and its words kept."""

import pytest

from reader.sources.markdown import plain_paragraphs


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("Some *light*, **strong** and ~~no~~ words.", ["Some light, strong and ~~no~~ words."]),
        ("See [the *report*](https://a.example/x) now.", ["See the report now."]),
        ("See <https://a.example/x>.", ["See https://a.example/x."]),
        ("Run `ls *.txt` here.", ["Run ls *.txt here."]),
        ("![A map of the Varn](map.png)", ["A map of the Varn"]),
        ("wrapped\nby hand", ["wrapped by hand"]),
        ("a break  \nof line", ["a break\nof line"]),
        ("AT&amp;T &copy; 2\\*3", ["AT&T © 2*3"]),
        ("one\n\n***\n\ntwo", ["one", "two"]),
    ],
)
def test_marks_in_a_paragraph_go_and_words_stay(text: str, paragraphs: list[str]) -> None:
    assert plain_paragraphs(text) == ("", paragraphs)


def test_the_first_top_heading_above_all_text_is_the_title() -> None:
    assert plain_paragraphs("# The `Varn` *floods*\n\nText.") == ("The Varn floods", ["Text."])
    assert plain_paragraphs("The Varn\n===\n\n# More\n\nText.") == ("The Varn", ["More", "Text."])


def test_other_headings_are_paragraphs() -> None:
    assert plain_paragraphs("## Below\n\nText.\n\n# Late\n\nEnd.") == (
        "",
        ["Below", "Text.", "Late", "End."],
    )


def test_items_of_a_list_open_with_their_sign_or_number() -> None:
    text = "- one\n- two\n  - deeper\n    - and deeper\n\n1. first\n\n   and more of it\n2. second"
    assert plain_paragraphs(text)[1] == [
        "• one",
        "• two",
        "◦ deeper",
        "▪ and deeper",
        "1. first",
        "and more of it",
        "2. second",
    ]


def test_a_list_tells_its_level_wherever_it_stands() -> None:
    text = "> - one\n>   1. two\n>      - three\n>        - four\n>          - five\n\n- six"
    assert plain_paragraphs(text)[1] == [
        "• one",
        "1. two",
        "▪ three",
        "▪ four",
        "▪ five",
        "• six",
    ]


def test_quotes_and_code_keep_their_words() -> None:
    text = '> "It is gone", he said.\n\n```sh\nrm *mill*\n  # really\n```\n\n    indented *code*'
    assert plain_paragraphs(text)[1] == [
        '"It is gone", he said.',
        "rm *mill*\n  # really",
        "indented *code*",
    ]


def test_html_in_markdown_keeps_its_words() -> None:
    assert plain_paragraphs("Use the <T> here.\n\n<p>A paragraph.</p>\n\n<!-- no -->\n\nEnd.")[
        1
    ] == [
        "Use the <T> here.",
        "<p>A paragraph.</p>",
        "End.",
    ]


def test_a_table_has_each_row_on_a_line_of_its_own_without_marks() -> None:
    text = (
        "Before.\n\n| Port | *Ships* lost |\n|------|:--:|\n| Veluna | 1,200 |\n"
        "| Hythe \\| East | `300` |\n| Orm | |\n| Sund | 7 |\n\nAfter."
    )
    assert plain_paragraphs(text)[1] == [
        "Before.",
        "Port | Ships lost\nVeluna | 1,200\nHythe | East | 300",
        "Orm",
        "Sund | 7",
        "After.",
    ]


def test_cells_that_are_paragraphs_are_read_as_such() -> None:
    long = "The mill stood here. " * 12
    assert plain_paragraphs(f"| a | b |\n|---|---|\n| {long} | x |")[1] == [
        "a | b",
        long.strip(),
        "x",
    ]


def test_pipes_without_a_rule_line_are_words() -> None:
    assert plain_paragraphs("this | that\nor | those")[1] == ["this | that or | those"]
