"""The gold for numeric claims: which figures, of what, how sure."""

import re
from collections.abc import Iterator

from gold import HOME, Amount, ClaimKind, GoldClaim, GoldText, Modifier, NonClaim, Section, sections
from gold_markup import Mark, MarkupError, parse_label, read_marks

from summarize import Span


def claim_gold() -> tuple[GoldText, ...]:
    """Return every labelled text."""
    return tuple(
        read_claims(section)
        for path in sorted((HOME / "claims").glob("*.txt"))
        for section in sections(path)
    )


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
_TIMES = {
    "millisecond",
    "second",
    "minute",
    "hour",
    "day",
    "week",
    "month",
    "quarter",
    "season",
    "year",
    "decade",
    "century",
}


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
        (parse_label(_LINK, mark), mark.span)
        for mark in marks
        if mark.label[0] not in "x?" and mark not in figures
    ]
    if links and not figures:
        raise MarkupError(f"no figure in the line of {links[0][0][0]!r}")
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
    if any(link["tag"] in "~<>" for link, _ in degrees):
        degrees = [(link, span) for link, span in degrees if link["tag"] in "~<>"]
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
    if unit == "basis point":
        return frozenset({"percent", "measure"})
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
