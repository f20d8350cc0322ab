"""A digest to the rows of its pane: the summary, the quotes by speaker, the claims."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rich.cells import cell_len, set_cell_size

from reader.citations import Citable
from reader.tui.marks import Signs
from reader.tui.wrapping import wrap
from summarize import Claim, Digest, Pick, Quote

UNKNOWN_SPEAKER = "Speaker not told"

Line = tuple[tuple[str, str], ...]  # pieces of text, each with the name of its style


@dataclass(frozen=True, slots=True)
class Row:
    """Some lines of the pane; `value` is what they lead to, None where they lead nowhere."""

    lines: tuple[Line, ...]
    value: Citable | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the digest under a heading with a figure."""

    name: str
    figure: str
    rows: tuple[Row, ...]


def sections(text: str, digest: Digest, width: int, signs: Signs) -> tuple[Section, ...]:
    """Return the sections of a digest's pane in lines of at most `width` cells."""
    picks = digest.summary.picks
    picked = f"{digest.summary.method}, {len(picks)} of {len(digest.sentences)}"
    return (
        Section("Summary", picked, tuple(_summary_rows(text, digest, width, signs))),
        Section("Quotes", str(len(digest.quotes)), tuple(_quote_rows(text, digest, width, signs))),
        Section("Claims", str(len(digest.claims)), tuple(_claim_rows(text, digest, width, signs))),
    )


def one_line(text: str) -> str:
    """Return a passage on one line."""
    return " ".join(text.split())


def by_speaker(quotes: Iterable[Quote]) -> dict[str, list[Quote]]:
    """Return quotes by the name of who said them, in the order in which each is first heard."""
    groups: dict[str, list[Quote]] = {}
    for quote in quotes:
        groups.setdefault(quote.speaker.name if quote.speaker else UNKNOWN_SPEAKER, []).append(
            quote
        )
    return groups


def gaps_before(picks: Sequence[Pick]) -> Iterator[tuple[bool, Pick]]:
    """Yield each pick with whether sentences were skipped before it."""
    following = 0
    for pick in picks:
        yield pick.sentence > following, pick
        following = pick.sentence + 1


def in_summary(digest: Digest, value: Citable) -> bool:
    """Tell whether the summary holds a quote or claim."""
    return any(pick.span.covers(value.span) for pick in digest.summary.picks)


def _summary_rows(text: str, digest: Digest, width: int, signs: Signs) -> Iterator[Row]:
    if not digest.summary.picks:
        yield Row(((("  No sentences to pick from.", "aside"),),))
    for skipped, pick in gaps_before(digest.summary.picks):
        if skipped:
            yield Row((((f"  {signs.gap}", "aside"),),))
        sentence = one_line(pick.span.cut(text))
        lines = [span.cut(sentence) for span in wrap(sentence, width - 3)]
        heads = [f" {signs.pick} ", *["   "] * (len(lines) - 1)]
        yield Row(
            tuple(((h, "summary"), (x, "text")) for h, x in zip(heads, lines, strict=True)), pick
        )


def _quote_rows(text: str, digest: Digest, width: int, signs: Signs) -> Iterator[Row]:
    if not digest.quotes:
        yield Row(((("  No quoted speech.", "aside"),),))
    for name, quotes in by_speaker(digest.quotes).items():
        room = max(1, width - 5)
        yield Row((((f" {_fit(name, room, signs):<{room}}{len(quotes):>3}", "heading"),),))
        for quote in quotes:
            inferred = " inferred" if quote.speaker and quote.speaker.inferred else ""
            words = _fit(one_line(quote.span.cut(text)), width - 4 - len(inferred), signs)
            yield Row(((("   ", "text"), (words, "quote"), (inferred, "aside")),), quote)


def _claim_rows(text: str, digest: Digest, width: int, signs: Signs) -> Iterator[Row]:
    if not digest.claims:
        yield Row(((("  No figures.", "aside"),),))
    column = min(14, max((cell_len(c.span.cut(text)) for c in digest.claims), default=1))
    for claim in digest.claims:
        yield Row((_claim_line(text, claim, (column, width), signs, digest),), claim)


def _claim_line(
    text: str, claim: Claim, room: tuple[int, int], signs: Signs, digest: Digest
) -> Line:
    column, width = room
    sign = signs.modifiers[claim.modifier] if claim.modifier else ""
    value = _fit(one_line(claim.span.cut(text)), column, signs)
    value = " " * (column - cell_len(value)) + value
    aside = "" if in_summary(digest, claim) else " not in summary"
    noun = one_line(claim.noun.cut(text)) if claim.noun else ""
    left = width - column - 6 - len(aside)
    if left < 8:
        aside, left = "", width - column - 6
    return (
        (f" {sign:>2} ", "modifier"),
        (value, "claim"),
        (f" {_fit(noun, left, signs)}", "text"),
        (aside, "aside"),
    )


def _fit(text: str, room: int, signs: Signs) -> str:
    """Cut `text` to `room` cells, with a sign that there is more."""
    if cell_len(text) <= room:
        return text
    return set_cell_size(text, max(0, room - 1)).rstrip() + signs.more
