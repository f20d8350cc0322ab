"""Runs of words with capitals give names without their titles, clitics and stops."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.speech.lexicon import lexicon
from summarize.speech.names import RUN, Names, mentions_in


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Ada Fenn", ["Ada Fenn"]),
        ("The Fenns", ["Fenns"]),
        ("Mayor Ada Fenn's", ["Ada Fenn"]),
        ("Gov. Ada J. Fenn.", ["Ada J. Fenn"]),
        ("Ada Fenn. Olaf Berg", ["Ada Fenn", "Olaf Berg"]),
        ("The", []),
    ],
)
def test_a_run_gives_its_names(words: str, names: list[str]) -> None:
    assert [" ".join(found.names) for found in mentions_in(words, lexicon("en"))] == names


def test_titles_tell_the_sex() -> None:
    assert [found.sex for found in mentions_in("Mrs. Fenn met Mr. Berg", lexicon("en"))] == [
        "f",
        "m",
    ]


def test_no_endless_number_of_runs_is_read() -> None:
    names = Names(lexicon("en"), 0)
    found = [list(names.at(0, f"Ada Fenn{'a' * number}")) for number in range(2100)]
    assert sum(map(bool, found)) == 2000
    assert next(names.at(7, "Ada Fenn")).span == (7, 15)


@given(st.text(alphabet="AbÉ. '’-vanMr\u00a0\n", max_size=60))
def test_names_stand_where_their_spans_say(text: str) -> None:
    for run in RUN.finditer(text):
        for found in Names(lexicon("en"), len(text)).at(run.start(), run.group()):
            assert run.start() <= found.span.start < found.span.end <= run.end()
            assert found.names[0] in found.span.cut(text)
