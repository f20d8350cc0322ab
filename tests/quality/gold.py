"""The gold: what a person says about texts written for it, read from files meant to be corrected.

README.md beside this module explains the notation.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, NamedTuple

from gold_markup import Mark, MarkupError, read_marks

from summarize import Span

HOME = Path(__file__).parent

QuoteKind = Literal["direct", "mixed"]
ClaimKind = Literal["count", "money", "percent", "measure", "age", "duration", "number"]
Modifier = Literal["approx", "min", "max", "up", "down"]


class Amount(NamedTuple):
    """A value, the upper end of a range, and the canonical unit."""

    value: float
    high: float | None
    unit: str | None


@dataclass(frozen=True, slots=True)
class GoldQuote:
    """One piece of quoted speech; where two answers are right, both stand here.

    `spans`, `kinds`, `speakers`, `cues` hold every right answer, none where none is right. `name`
    is empty where the person is not labelled.
    """

    spans: tuple[Span, ...]
    kinds: frozenset[QuoteKind]
    speakers: tuple[Span, ...] = ()
    cues: tuple[Span, ...] = ()
    name: str = ""
    inferred: bool = False


@dataclass(frozen=True, slots=True)
class GoldClaim:
    """One figure; where two answers are right, both stand here, the first being the better.

    `modifiers` holds None where the figure has no modifier. `nouns` is empty where what is counted
    is not labelled.
    """

    spans: tuple[Span, ...]
    amounts: tuple[Amount, ...]
    kinds: frozenset[ClaimKind]
    modifiers: frozenset[Modifier | None] = frozenset({None})
    modifier_spans: tuple[Span, ...] = ()
    nouns: tuple[Span, ...] = ()


class NonClaim(NamedTuple):
    """Digits or number words that claim nothing, and what they are instead."""

    kind: str
    span: Span


@dataclass(frozen=True, slots=True)
class GoldText:
    """A text with its labels; what lies in `ignored` is neither right nor wrong."""

    id: str
    language: str
    text: str
    quotes: tuple[GoldQuote, ...] = ()
    claims: tuple[GoldClaim, ...] = ()
    non_claims: tuple[NonClaim, ...] = ()
    ignored: tuple[Span, ...] = ()


def quote_gold() -> tuple[GoldText, ...]:
    """Return the gold for quoted speech."""
    return tuple(
        read_quotes(section)
        for path in sorted((HOME / "quotes").glob("*.txt"))
        for section in sections(path)
    )


def claim_gold() -> tuple[GoldText, ...]:
    """Return the gold for numeric claims."""
    return tuple(
        read_claims(section)
        for path in sorted((HOME / "claims").glob("*.txt"))
        for section in sections(path)
    )


class Section(NamedTuple):
    """One labelled text as it stands in its file."""

    id: str
    language: str
    marked: str


_HEAD = re.compile(r"^=== (?P<id>\S+) \[(?P<language>[a-z]{2})\]\n", re.MULTILINE)


def sections(path: Path) -> Iterator[Section]:
    """Yield the texts of a gold file; what stands before the first is a comment."""
    _, *parts = _HEAD.split(path.read_text(encoding="utf-8"))
    for name, language, body in zip(parts[::3], parts[1::3], parts[2::3], strict=True):
        yield Section(f"{path.stem}/{name}", language, body.strip("\n"))


# Quoted speech.

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
    speech = [(_parse(_SPEECH, mark), mark.span) for mark in marks if mark.label != "?"]
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


# Numeric claims.

_MODIFIERS: dict[str, Modifier] = {"~": "approx", ">": "min", "<": "max", "^": "up", "v": "down"}
_LINK = re.compile(r"(?P<tag>[~<>^vno])(?P<maybe>\??)(?P<claims>\d+(?:,\d+)*)?")
_NUMBER = r"-?\d*\.?\d+(?:/\d+)?(?:tn|bn|m|k)?"
_AMOUNT = re.compile(rf"(?P<low>{_NUMBER})(?:\.\.(?P<high>{_NUMBER}))?(?:\s+(?P<unit>.+))?")
_SCALES = {"k": 1e3, "m": 1e6, "bn": 1e9, "tn": 1e12}
_SHORT = {
    "%": "percent",
    "$": "dollar",
    "£": "pound sterling",
    "€": "euro",
    "yo": "year of age",
}
_MONEY = re.compile(
    r"(.*\b)?(dollar|pound sterling|euro|yen|yuan|rupee|franc|krona|krone|real|peso|ruble|lira"
    r"|won|ringgit|rand|shekel|cent|penny|bitcoin)( per .*)?"
)
_TIMES = frozenset(
    "millisecond second minute hour day night week month quarter season year decade century"
    " generation".split()
)


def read_claims(section: Section) -> GoldText:
    """Return a text with its figures; marks are linked within their line."""
    text, marks = read_marks(section.marked)
    claims: list[GoldClaim] = []
    for line in _lines(text, marks):
        try:
            claims += _line_claims(line)
        except MarkupError as error:
            raise MarkupError(f"{section.id}: {error}") from error
    non_claims = tuple(
        NonClaim(mark.label[1:].strip(), mark.span) for mark in marks if mark.label[0] == "x"
    )
    ignored = tuple(mark.span for mark in marks if mark.label == "?")
    return GoldText(
        section.id,
        section.language,
        text,
        claims=tuple(claims),
        non_claims=non_claims,
        ignored=ignored,
    )


def _lines(text: str, marks: tuple[Mark, ...]) -> Iterator[list[Mark]]:
    """Yield the marks of each line that has any."""
    lines: dict[int, list[Mark]] = {}
    for mark in marks:
        lines.setdefault(text.count("\n", 0, mark.span.start), []).append(mark)
    yield from lines.values()


def _line_claims(marks: list[Mark]) -> Iterator[GoldClaim]:
    """Yield the figures of one line, each with the words that are linked to it."""
    figures = [mark for mark in marks if _AMOUNT.match(mark.label)]
    links = [
        (_parse(_LINK, mark), mark.span)
        for mark in marks
        if mark.label[0] not in "x?" and mark not in figures
    ]
    for index, mark in enumerate(figures):
        mine = [link for link in links if index in _linked(*link, figures)]
        yield _claim(mark, mine)


def _linked(link: re.Match[str], span: Span, figures: list[Mark]) -> set[int]:
    """Return which figures a mark belongs to.

    Without a number, a modifier belongs to the figure that follows, a noun to the one before, and
    another span to the one it overlaps; at the end of a line they take what there is.
    """
    if link["claims"]:
        chosen = {int(number) - 1 for number in link["claims"].split(",")}
        if max(chosen) >= len(figures):
            raise MarkupError(f"no figure number {max(chosen) + 1} in the line of {link[0]}")
        return chosen
    if not figures:
        raise MarkupError(f"no figure in the line of {link[0]}")
    if link["tag"] == "o":
        return {i for i, mark in enumerate(figures) if mark.span.overlaps(span)}
    before = [i for i, mark in enumerate(figures) if mark.span.start < span.start]
    after = [i for i, mark in enumerate(figures) if mark.span.start >= span.start]
    if link["tag"] == "n":
        return {before[-1] if before else after[0]}
    return {after[0] if after else before[-1]}


def _claim(mark: Mark, links: list[tuple[re.Match[str], Span]]) -> GoldClaim:
    """Return the figure at `mark` with the words linked to it."""
    label, _, kinds = mark.label.partition("!")
    amounts = _amounts(label)
    nouns = tuple(span for link, span in links if link["tag"] == "n")
    degrees = [(link, span) for link, span in links if link["tag"] in _MODIFIERS]
    modifiers: set[Modifier | None] = {_MODIFIERS[link["tag"]] for link, _ in degrees}
    if all(link["maybe"] for link, _ in degrees):
        modifiers.add(None)
    return GoldClaim(
        spans=(mark.span, *(span for link, span in links if link["tag"] == "o")),
        amounts=amounts,
        kinds=_named_kinds(kinds) or _kinds(label, amounts[0].unit, counts=bool(nouns)),
        modifiers=frozenset(modifiers),
        modifier_spans=tuple(span for _, span in degrees),
        nouns=nouns,
    )


def _amounts(label: str) -> tuple[Amount, ...]:
    """Return the amounts of "12..120 or 24 dollar"; the unit said once serves all."""
    found = [_AMOUNT.fullmatch(part.strip()) for part in label.split(" or ")]
    if not all(found):
        raise MarkupError(f"not an amount: {label!r}")
    parts = [part for part in found if part]
    units = [part["unit"] for part in parts if part["unit"]]
    return tuple(
        Amount(
            _number(part["low"]),
            _number(part["high"]) if part["high"] else None,
            _unit(part["unit"] or (units[0] if units else None)),
        )
        for part in parts
    )


def _number(digits: str) -> float:
    """Return the number that `digits` writes: "2/3", "4bn", "-3.5"."""
    scale = next((end for end in ("tn", "bn", "m", "k") if digits.endswith(end)), "")
    above, _, below = digits.removesuffix(scale).partition("/")
    return float(above) / float(below or 1) * _SCALES.get(scale, 1.0)


def _unit(words: str | None) -> str | None:
    """Return a unit's canonical name; the commonest may be written as signs."""
    if words is None:
        return None
    first, _, rest = words.strip().partition(" ")
    return f"{_SHORT.get(first, first)} {rest}".strip()


def _kinds(label: str, unit: str | None, *, counts: bool) -> frozenset[ClaimKind]:
    """Return the kind of a figure from its unit; a share of things counts them or is a number."""
    if unit is None:
        shares = "/" in label or not counts
        return frozenset({"count", "number"} if shares else {"count"})
    if unit.startswith("percent"):
        return frozenset({"percent"})
    if unit == "year of age":
        return frozenset({"age"})
    if unit in _TIMES:
        return frozenset({"duration"})
    return frozenset({"money"} if _MONEY.fullmatch(unit) else {"measure"})


def _named_kinds(names: str) -> frozenset[ClaimKind]:
    """Return the kinds of "count/number"."""
    known: tuple[ClaimKind, ...] = (
        "count",
        "money",
        "percent",
        "measure",
        "age",
        "duration",
        "number",
    )
    named = {name for name in names.strip().split("/") if name}
    if named - set(known):
        raise MarkupError(f"no such kind: {names!r}")
    return frozenset(kind for kind in known if kind in named)


def _parse(grammar: re.Pattern[str], mark: Mark) -> re.Match[str]:
    """Return how a mark's label reads."""
    found = grammar.fullmatch(mark.label)
    if not found:
        raise MarkupError(f"no such label: {mark.label!r}")
    return found
