"""Signs: what stands beside a figure for how sure it is."""

import pytest

from reader.tui.marks import ASCII, UNICODE
from summarize import find_claims


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        ("More than 200 people came.", (">", ">")),
        ("Fewer than 200 people came.", ("<", "<")),
        ("At least 200 people came.", ("≥", ">=")),
        ("Up to 200 people came.", ("≤", "<=")),
        ("About 200 people came.", ("~", "~")),
        ("200 people came.", ("", "")),
    ],
)
def test_a_figure_has_the_sign_of_how_sure_it_is(text: str, signs: tuple[str, str]) -> None:
    (claim,) = find_claims(text)
    assert (UNICODE.of_claim(claim, text), ASCII.of_claim(claim, text)) == signs
