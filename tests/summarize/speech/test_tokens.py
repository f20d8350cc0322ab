"""The tokens of pieces between spaces are those of the text as a whole."""

from hypothesis import given
from hypothesis import strategies as st

from summarize.spans import Span
from summarize.speech.lexicon import lexicon
from summarize.speech.tokens import Tokens, _tokens

PIECES = ("according", "to", "In", "in the words of", "selon", "pour", "Mr", "Mr.", "U.S", "don't")
MARKS = ("", "\n", "\t", ".", ",", "é", "l'eau", "dit-il", "12,5", "--", "Berg's")
TEXTS = st.lists(st.sampled_from(PIECES + MARKS) | st.text(max_size=3)).map(" ".join) | st.text()


@given(TEXTS, st.integers(0, 80), st.sampled_from(("en", "fr", "de")))
def test_tokens_are_the_same_piece_by_piece(text: str, end: int, language: str) -> None:
    words, end = lexicon(language), min(end, len(text))
    tokens = Tokens(text, Span(0, end), [], words)
    found = list(zip(tokens.letters, tokens.starts, tokens.ends, strict=True))
    assert found == list(_tokens(text, 0, end, words))
