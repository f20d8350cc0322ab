"""The tokens of pieces between spaces are those of the text as a whole."""

from hypothesis import given
from hypothesis import strategies as st

from summarize.figures.tokens import MARGIN, _anew, tokenize

PIECES = (
    "l'",
    "dell’",
    "1,204",
    ".5",
    "U.S.",
    "12",
    "000",
    "½",
    "$4bn",
    "mill",
    "\n",
    "\t",
    "é",
    "-",
)
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=3)).map(" ".join) | st.text()


@given(TEXTS, st.integers(0, 30), st.integers(0, 60))
def test_tokens_are_the_same_piece_by_piece(text: str, start: int, size: int) -> None:
    start = min(start, len(text))
    end = min(start + size, len(text))
    tokens = tokenize(text, start, end)
    inner = slice(MARGIN, -MARGIN)
    found = (tokens.starts[inner], tokens.ends[inner], tokens.words[inner])
    assert found == _anew(text, start, end, spaced=False)
    assert tokens.lows == [word.lower() for word in tokens.words]
