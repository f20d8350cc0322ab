"""The gold for quoted speech: which words, who said them, which word says so."""

import re

from gold import HOME, GoldQuote, GoldText, QuoteKind, Section, sections
from gold_markup import MarkupError, parse_label, read_marks

from summarize import Span


def quote_gold(folder: str = "quotes") -> tuple[GoldText, ...]:
    """Return every labelled text of a folder: "quotes", or "names" for who is meant alone."""
    return tuple(
        read_quotes(section)
        for path in sorted((HOME / folder).glob("*.txt"))
        for section in sections(path)
    )


_SPEECH = re.compile(r"(?P<tag>[dmesco])(?P<acts>\d+(?:,\d+)*)(?:\s+(?P<rest>.+))?")
_KINDS: dict[str, frozenset[QuoteKind]] = {
    "d": frozenset({"direct"}),
    "m": frozenset({"mixed"}),
    "e": frozenset({"direct", "mixed"}),
}


def read_quotes(section: Section) -> GoldText:
    """Return a text with its quoted speech.

    Each quote carries the number of its act of speech, and so do the mention of the speaker and
    the cue, which serve all the quotes of that act.
    """
    text, marks = read_marks(section.marked)
    ignored = tuple(mark.span for mark in marks if mark.label == "?")
    speech = [(parse_label(_SPEECH, mark), mark.span) for mark in marks if mark.label != "?"]
    spans: dict[tuple[str, str], list[Span]] = {}
    for found, span in speech:
        for act in found["acts"].split(","):
            spans.setdefault((found["tag"], act), []).append(span)
    quotes = tuple(_quote(found, span, spans) for found, span in speech if found["tag"] in _KINDS)
    _check_acts(section, quotes, spans)
    return GoldText(section.id, section.language, text, quotes=quotes, ignored=ignored)


def _quote(found: re.Match[str], span: Span, spans: dict[tuple[str, str], list[Span]]) -> GoldQuote:
    """Return the quote at `span`, with what the other marks of its act say."""
    act, name = found["acts"], found["rest"] or ""
    others = [other for other in spans.get(("o", act), []) if other.overlaps(span)]
    return GoldQuote(
        spans=(span, *others),
        kinds=_KINDS[found["tag"]],
        speakers=tuple(spans.get(("s", act), [])),
        cues=tuple(spans.get(("c", act), [])),
        name=name.removeprefix("~").strip(),
        inferred=name.startswith("~"),
    )


def _check_acts(
    section: Section, quotes: tuple[GoldQuote, ...], spans: dict[tuple[str, str], list[Span]]
) -> None:
    """Refuse marks that belong to no quote, and names without a mention."""
    acts = {act for tag, act in spans if tag in _KINDS}
    for tag, act in spans:
        if act not in acts:
            raise MarkupError(f"{section.id}: {tag}{act} belongs to no quote")
    for quote in quotes:
        if quote.name and not quote.speakers:
            raise MarkupError(f"{section.id}: {quote.name} is mentioned nowhere")
