"""The names of speakers against the gold: how many of those given are right, and by what sign."""

from collections.abc import Sequence

from gold import GoldQuote, GoldText
from quote_scores import PRONOUNS, core, is_person, meaning, people_of
from scores import Tally, pair

from summarize import Quote

KINDS = ("all", "stated", "inferred", "pronoun", "short")


def score_names(texts: Sequence[GoldText], found: Sequence[Sequence[Quote]]) -> dict[str, float]:
    """Return precision and recall of the names given, in percent.

    Only quotes that are quotes are scored. `stated` and `inferred` go by what the engine says of a
    name, and for recall by the gold. `pronoun` and `short` hold the quotes whose mention in the
    gold is a pronoun, or a part of the name.
    """
    sums = {kind: Tally() for kind in KINDS}
    for text, quotes in zip(texts, found, strict=True):
        _add_text(text, quotes, sums)
    figures = {}
    for kind, tally in sums.items():
        figures[f"{kind}_precision"] = tally.precision
        figures[f"{kind}_recall"] = tally.recall
    return figures


def _add_text(text: GoldText, quotes: Sequence[Quote], sums: dict[str, Tally]) -> None:
    body, people = text.text, people_of(text)
    wanted = [tuple(core(body, span) for span in quote.spans) for quote in text.quotes]
    given = [core(body, quote.span) for quote in quotes]
    pairs = pair(wanted, given, least=0.5)
    for i, quote in enumerate(text.quotes):
        if quote.speakers and not quote.name:
            continue
        told = _told(text, quote)
        answer = quotes[pairs[i]] if i in pairs else None
        for kind in ("all", "inferred" if quote.inferred else "stated", *told):
            sums[kind].wanted += bool(quote.name.strip("-"))
        if answer and answer.speaker and answer.speaker.name:
            right = is_person(answer.speaker.name, quote.name, people)
            for kind in ("all", "inferred" if answer.speaker.inferred else "stated", *told):
                sums[kind].given += 1
                sums[kind].right += right


def _told(text: GoldText, quote: GoldQuote) -> tuple[str, ...]:
    """Return how the text tells who speaks, where that is no full name."""
    mentions = [span.cut(text.text) for span in quote.speakers]
    if mentions and all(mention.lower() in PRONOUNS for mention in mentions):
        return ("pronoun",)
    names = [meaning(name) for name in quote.name.split(" / ")]
    short = mentions and all(any(meaning(mention) < name for name in names) for mention in mentions)
    return ("short",) if short else ()
