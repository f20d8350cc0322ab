"""What a draft turns round: figures exchanged, negations left out, marks of another kind."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from shelves import AT, article, shelf

from reader.article import Marked, make_article
from reader.checking import Checked, check
from reader.checking.passages import passage_of
from reader.differing import plainly
from reader.library import Library

QUARRY = """\
Rescuers left the Ombra quarry on Friday; 31 miners came out, and four are missing. The shaft, 90 \
metres wide, lies at a depth of 300 metres. One in six families lost a wage.

Pay rose by 2.5 percent this year, while prices rose 7 percent, the union said.

“We were never told about the cracks,” said Odo Brack, who leads the night shift. “The air was \
bad. We carried out whom we could find.”

“We have hidden nothing that was asked of us, and not one lamp will go out,” said the owner, \
Runa Veld. “We have looked in every gallery.”
"""


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with shelf(tmp_path) as (library, feed):
        library.articles.store(feed, [article("quarry", text=QUARRY)], AT)
        yield library


def checked(library: Library, text: str) -> list[tuple[Checked, str]]:
    draft = make_article(title="My page", text=text)
    return [
        (one, plainly(passage_of(draft.text, one, one.found)) if one.found else "")
        for one in check(draft, library)
    ]


@pytest.mark.parametrize(
    ("told", "verdicts"),
    [
        ("31 miners came out and four are missing.", ["same", "same"]),
        ("Four miners came out and 31 are missing.", ["value", "value"]),
        ("Pay rose 2.5 percent and prices 7 percent.", ["same", "same"]),
        ("Pay rose 7 percent, while prices rose by 2.5 percent.", ["value", "value"]),
        ("About 17 percent of families lost a wage.", ["same"]),
    ],
)
def test_figures_that_are_exchanged_are_no_same_ones(
    library: Library, told: str, verdicts: list[str]
) -> None:
    assert [one.verdict for one, _ in checked(library, told)] == verdicts


WEIR = """\
The weir at Ostby held 74 barges on Sunday and not 68, because six had come without papers. It \
cost 12 million crowns, not the 9 million that were planned at first.

The lock employs 45 keepers rather than 62.
"""


@pytest.mark.parametrize(
    ("told", "verdict", "words"),
    [
        ("The weir at Ostby held 74 barges.", "same", "74"),
        ("The weir at Ostby held 68 barges.", "value", "74"),
        ("The weir at Ostby cost 9 million crowns.", "value", "12 million"),
        ("The weir at Ostby cost 12 million crowns.", "same", "12 million"),
        ("The lock at Ostby employs 62 keepers.", "value", "45"),
    ],
)
def test_a_figure_that_its_own_sentence_denies_bears_nothing_out(
    tmp_path: Path, told: str, verdict: str, words: str
) -> None:
    with shelf(tmp_path) as (library, feed):
        library.articles.store(feed, [article("weir", text=WEIR)], AT)
        (one, _) = checked(library, told)[0]
    assert one.verdict == verdict
    assert one.found
    assert one.found.span.cut(one.found.article.text) == words


def test_a_figure_that_another_article_gives_stands_though_one_denies_it(tmp_path: Path) -> None:
    early = "The weir at Ostby held 68 barges on Sunday, the harbour said."
    with shelf(tmp_path) as (library, feed):
        both = [article("weir", text=WEIR), article("early", text=early)]
        library.articles.store(feed, both, AT)
        (one, _) = checked(library, "The weir at Ostby held 68 barges.")[0]
    assert one.verdict == "same"


def test_a_figure_of_another_thing_in_the_sentence_does_not_bear_one_out(library: Library) -> None:
    ((found, _),) = checked(library, "The shaft lies at a depth of 90 metres.")
    assert not found.stands


@pytest.mark.parametrize(
    ("told", "difference"),
    [
        ("“We have hidden [everything] that was asked of us,” said Veld.", "{+nothing+}"),
        ("“We have hidden [...] of us,” said Runa Veld.", "{+nothing that was asked+}"),
        ("“One lamp will go out,” said Runa Veld.", "{+not+} one lamp"),
    ],
)
def test_a_quote_without_its_negation_is_altered(
    library: Library, told: str, difference: str
) -> None:
    ((found, passage),) = checked(library, told)
    assert found.verdict == "altered"
    assert difference in passage


@pytest.mark.parametrize(
    "told",
    [
        "“Not one lamp will go out,” said Runa Veld.",
        "Runa Veld said that not “one lamp will go out”.",
        "“We have hidden nothing [...] of us,” said Runa Veld.",
    ],
)
def test_a_quote_with_its_negation_stands(library: Library, told: str) -> None:
    assert [one.verdict for one, _ in checked(library, told)] == ["verbatim"]


@pytest.mark.parametrize(
    ("told", "passage"),
    [
        (
            "“The owners were told about the cracks,” said Odo Brack.",
            "[-The owners-] {+We+} were {+never+} told about the cracks",
        ),
        (
            "“We've looked in every gallery,” said Runa Veld.",
            "[-We've-] {+We have+} looked in every gallery",
        ),
    ],
)
def test_a_difference_is_told_from_the_first_word_on_in_words_as_they_stand(
    library: Library, told: str, passage: str
) -> None:
    assert [one[1].rstrip(".") for one in checked(library, told)] == [passage]


def test_words_between_two_halves_of_a_speech_are_none_of_it(library: Library) -> None:
    told = "“We were never told about the big cracks, the air was bad,” said Odo Brack."
    ((found, passage),) = checked(library, told)
    assert found.verdict == "altered"
    assert "night shift" not in passage


def test_single_marks_count_beside_double_ones(library: Library) -> None:
    told = "“We have looked in every gallery,” said Runa Veld. It was ‘a hole without an end’."
    assert [one.verdict for one, _ in checked(library, told)] == ["verbatim", "missing"]


def test_a_passage_that_is_set_off_is_a_quote(library: Library) -> None:
    words = "We were never told about the wide cracks."
    draft = make_article(
        title="My page", text=f"As he said:\n\n{words}", markup=[Marked("quotation", words)]
    )
    assert [one.verdict for one in check(draft, library)] == ["altered"]
