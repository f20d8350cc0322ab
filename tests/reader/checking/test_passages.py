"""The words of a source that stand beside a verdict."""

from pathlib import Path

import pytest
from shelves import AT, article, shelf

from reader.article import make_article
from reader.checking import check
from reader.checking.passages import passage_of
from reader.differing import plainly

LOFT = """\
The bells stay up. “No bell will be sold,” said Odo Brack, “before a better home is found.” \
He left at noon.

“It hangs well. It rings badly. It stays,” said Runa Veld, who has rung it for 40 years.
"""


@pytest.mark.parametrize(
    ("told", "passage"),
    [
        (
            "“No bell will be sold,” said Odo Brack.",
            "“No bell will be sold,” said Odo Brack, “before a better home is found.”",
        ),
        (
            "“No bell will be sold,” said Runa Veld.",
            "“No bell will be sold,” said Odo Brack, “before a better home is found.”",
        ),
        ("“It rings badly. It stays,” said Runa Veld.", "It rings badly. It stays,” said Runa"),
        ("Runa Veld has rung it for 40 years.", "It stays,” said Runa Veld, who has rung it"),
    ],
)
def test_a_passage_is_told_with_the_sentence_that_it_is_of(
    tmp_path: Path, told: str, passage: str
) -> None:
    draft = make_article(title="My page", text=told)
    with shelf(tmp_path) as (library, feed):
        library.articles.store(feed, [article("loft", text=LOFT)], AT)
        (one,) = check(draft, library)
    assert one.found
    assert passage in plainly(passage_of(draft.text, one, one.found))
