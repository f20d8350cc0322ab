"""Summaries: the methods by name, and the picks that they make."""

from dataclasses import dataclass

from summarize.spans import Span

METHODS: tuple[str, ...] = ("news",)


@dataclass(frozen=True, slots=True)
class Pick:
    """A sentence that a summary took over.

    `sentence` is its index among the text's sentences, `rank` its place by weight (1 is best).
    `dangling` says that it starts with a word that needs the sentence before it.
    """

    span: Span
    sentence: int
    rank: int
    dangling: bool = False


@dataclass(frozen=True, slots=True)
class Summary:
    """The picks of `method`, in the order of the text."""

    method: str
    picks: tuple[Pick, ...] = ()


def summarize(
    text: str,
    *,
    title: str = "",
    method: str = "news",
    sentences: int = 3,
    language: str = "en",
) -> Summary:
    """Return the sentences of `text` that `method` ranks best."""
    del text, title, sentences, language
    return Summary(method)
