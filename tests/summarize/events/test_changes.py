"""Changes: what became of a figure is two figures, a range is one."""

import pytest
from events import lined_up, texts_told

from summarize.events.changes import apart


@pytest.mark.parametrize(
    ("text", "language", "figures"),
    [
        ("They revised the magnitude from 6.4 to 6.6.", "en", ["6.4", "6.6"]),
        ("It was cut from 31 to 18 posts.", "en", ["31", "18"]),
        ("The mill went from 900 to 640 workers.", "en", ["900", "640"]),
        ("Der Satz stieg von 3 auf 4 Prozent.", "de", ["3", "4 Prozent"]),
        ("It is open for those from 12 to 18 years.", "en", ["12 to 18 years"]),
        ("Sales rose. It is for 20 to 30 guests.", "en", ["20 to 30"]),
    ],
)
def test_what_became_of_a_figure_is_told_apart(
    text: str, language: str, figures: list[str]
) -> None:
    (told,) = texts_told(text, language=language)
    claims = list(apart(told, told.digest.claims if told.digest else ()))
    assert [one.span.cut(text) for one in claims] == figures
    assert all((one.high is None) == (len(figures) > 1) for one in claims)


def test_a_change_that_one_account_tells_is_no_contradiction() -> None:
    before = "An earthquake of magnitude 5.8 shook the island."
    change = "The office revised the magnitude of the quake from 5.8 to 6.1."
    after = "The quake had a magnitude of 6.1."
    assert lined_up(before, change, after) == [("update", [5.8, 5.8, 6.1, 6.1])]
    assert lined_up(before, after) == [("conflict", [5.8, 6.1])]
