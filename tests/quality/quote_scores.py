"""Quoted speech against its gold: spans, kinds, cues, speakers and the names of speakers."""

import re
from collections.abc import Sequence

from gold import GoldQuote, GoldText
from scores import Tally, mostly_in, pair, prf

from summarize import Quote, Span

_EDGES = "\"“”„‟«»‹›‘’‚'`—–-.,!?;:… \t\n\u00a0\u202f"
_WORD = re.compile(r"\w+(?:[’'-]\w+)*")
# Words that say nothing about who is meant.
_EMPTY_WORDS = frozenset(
    _WORD.findall(
        "a an the of and or in on for to at by with from as is was his her its their this that who"
        " which mr mrs ms dr der die das dem den des ein eine einer le la les l un une de du el los"
        " las del il lo gli o os e"
    )
)
PRONOUNS = frozenset(
    _WORD.findall(
        "he she they it i we you him them us me er sie es ich wir elle lui lei ela ele ella"
    )
)


def score_quotes(texts: Sequence[GoldText], found: Sequence[Sequence[Quote]]) -> dict[str, float]:
    """Return the figures of the quotes `found` in `texts`, in percent.

    Marks and punctuation at the ends of a span count neither way. `speaker` is lenient: the mention
    shares a word that means something with a right one; a speaker where none is right is a wrong
    answer. `cue` is right with a shared word. `name` is scored as `is_person` says, for the
    speakers that the sentence states and, apart from these, for inferred ones.
    """
    sums = {key: Tally() for key in ("exact", "speaker", "cue", "kind", "stated", "inferred")}
    fullest = Tally()
    for text, quotes in zip(texts, found, strict=True):
        _add_text(text, quotes, sums, fullest)
    return {
        **prf("exact", sums["exact"]),
        **prf("speaker", sums["speaker"]),
        "cue_f1": sums["cue"].f1,
        "kind_accuracy": sums["kind"].precision,
        "name_precision": sums["stated"].precision,
        "name_recall": sums["stated"].recall,
        "inferred_name_precision": sums["inferred"].precision,
        "inferred_name_recall": sums["inferred"].recall,
        "fullest_name_accuracy": fullest.precision,
    }


def _add_text(
    text: GoldText, quotes: Sequence[Quote], sums: dict[str, Tally], fullest: Tally
) -> None:
    """Add the figures of one text to `sums`."""
    body = text.text
    wanted = [tuple(core(body, span) for span in quote.spans) for quote in text.quotes]
    given = [core(body, quote.span) for quote in quotes]
    pairs = pair(wanted, given, least=0.5)
    scored = [
        j
        for j, span in enumerate(given)
        if j in pairs.values() or not mostly_in(span, text.ignored)
    ]
    sums["exact"].wanted += len(wanted)
    sums["exact"].given += len(scored)
    names = people_of(text)
    for i, quote in enumerate(text.quotes):
        answer = quotes[pairs[i]] if i in pairs else None
        sums["exact"].right += answer is not None and given[pairs[i]] in wanted[i]
        _add_attribution(body, quote, answer, sums)
        _add_name(quote, answer, names, sums, fullest)


def people_of(text: GoldText) -> set[str]:
    """Return the names of those who speak in a text."""
    return {quote.name for quote in text.quotes if quote.name.strip("-")}


def _add_attribution(
    body: str, quote: GoldQuote, answer: Quote | None, sums: dict[str, Tally]
) -> None:
    """Add speaker, cue and kind of one quote."""
    sums["speaker"].wanted += bool(quote.speakers)
    sums["cue"].wanted += bool(quote.cues)
    if answer is None:
        return
    sums["kind"].given += 1
    sums["kind"].right += answer.kind in quote.kinds
    if answer.speaker:
        mention = answer.speaker.span.cut(body)
        sums["speaker"].given += 1
        sums["speaker"].right += any(_akin(mention, span.cut(body)) for span in quote.speakers)
    if answer.cue and quote.cues:
        words = _words(answer.cue.cut(body))
        sums["cue"].given += 1
        sums["cue"].right += any(words & _words(span.cut(body)) for span in quote.cues)


def _add_name(
    quote: GoldQuote,
    answer: Quote | None,
    names: set[str],
    sums: dict[str, Tally],
    fullest: Tally,
) -> None:
    """Add the name of one quote's speaker; where nobody can be named, any name is wrong."""
    if quote.speakers and not quote.name:
        return
    tally = sums["inferred" if quote.inferred or not quote.speakers else "stated"]
    tally.wanted += bool(quote.name.strip("-"))
    if answer is None or answer.speaker is None or not answer.speaker.name:
        return
    tally.given += 1
    right = is_person(answer.speaker.name, quote.name, names)
    tally.right += right
    if right:
        fullest.given += 1
        fullest.right += any(
            meaning(name) <= meaning(answer.speaker.name) for name in quote.name.split(" / ")
        )


def is_person(given: str, wanted: str, names: set[str]) -> bool:
    """Tell whether `given` names the person `wanted`: with more words or fewer, but nobody else.

    A short name that fits somebody else of the text as well names nobody.
    """
    if not wanted.strip("-") or not _fits(given, wanted):
        return False
    others = names - {wanted}
    exact = any(meaning(name) <= meaning(given) for name in wanted.split(" / "))
    return exact or not any(_fits(given, other) for other in others)


def _fits(given: str, wanted: str) -> bool:
    """Tell whether one name's words are among the other's."""
    words = meaning(given)
    return bool(words) and any(
        words <= meaning(name) or meaning(name) <= words for name in wanted.split(" / ")
    )


def _akin(one: str, other: str) -> bool:
    """Tell whether two mentions are the same, or share a word that means something."""
    if _words(one) == _words(other):
        return True
    first, second = meaning(one), meaning(other)
    if first <= PRONOUNS or second <= PRONOUNS:
        return bool(first & second)
    return bool((first - PRONOUNS) & (second - PRONOUNS))


def _words(text: str) -> set[str]:
    """Return the words of `text`, without case and possessive endings."""
    return {re.sub(r"[’']s?$", "", word.casefold()) for word in _WORD.findall(text)}


def meaning(text: str) -> set[str]:
    """Return the words of `text` that say who."""
    return _words(text) - _EMPTY_WORDS


def core(text: str, span: Span) -> Span:
    """Return `span` without the marks and the punctuation at its ends."""
    start, end = span
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    return Span(start, end)
