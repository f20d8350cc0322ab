"""What an edit changed in an article: headline, quotes, figures. Layout is no change."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Generic, Literal, NamedTuple, TypeVar

from summarize import Claim, Quote, find_claims, find_quotes, split_sentences
from summarize.amounts import compare_amounts
from summarize.languages.detection import detect
from summarize.sentences import sentence_of
from summarize.things import Thing, likeness, thing
from summarize.wording import nearness, wording

Kind = Literal["added", "removed", "changed"]
REWORDED = 0.5
"""The least share of words in common at which a quote is taken for another one reworded."""
ONE_THING = 0.45
"""The least likeness at which two figures are taken for one thing's."""

Value = TypeVar("Value", Quote, Claim)
Known = TypeVar("Known")


class Told(NamedTuple):
    """A title with its text, as one version of an article has them."""

    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Changed(Generic[Value]):
    """A quote or claim that an edit changed; its spans are of the version before and the one after.

    One that was added has no `before`, and one that was removed no `after`.
    """

    before: Value | None
    after: Value | None

    @property
    def kind(self) -> Kind:
        """Whether it is new, gone or another."""
        if self.before and self.after:
            return "changed"
        return "added" if self.after else "removed"


@dataclass(frozen=True, slots=True)
class Edit:
    """What differs between two versions of an article, in the order of the later one."""

    before: Told
    after: Told
    quotes: tuple[Changed[Quote], ...] = ()
    claims: tuple[Changed[Claim], ...] = ()

    @property
    def headline(self) -> bool:
        """Whether the headline has other words."""
        return wording(self.before.title).words != wording(self.after.title).words

    def __bool__(self) -> bool:
        """Tell whether there is anything to say."""
        return bool(self.headline or self.quotes or self.claims)


class _Spoken(NamedTuple):
    quote: Quote
    words: tuple[str, ...]
    speaker: str


class _Counted(NamedTuple):
    claim: Claim
    thing: Thing


def edits(versions: Iterable[Told]) -> tuple[Edit, ...]:
    """Return what each edit of an article changed, the earliest first; nothing where none did."""
    return tuple(edit for pair in pairwise(versions) if (edit := compare_versions(*pair)))


def compare_versions(before: Told, after: Told) -> Edit:
    """Return what changed from one version to the next."""
    language = detect(after.text)
    quotes = _pairs(_spoken(before, language), _spoken(after, language), _same_words)
    claims = _pairs(_counted(before, language), _counted(after, language), _one_thing)
    return Edit(
        before,
        after,
        tuple(
            Changed(old and old.quote, new and new.quote)
            for old, new in quotes
            if not (old and new and old[1:] == new[1:])
        ),
        tuple(
            Changed(old and old.claim, new and new.claim)
            for old, new in claims
            if not (old and new and _states_the_same(old.claim, new.claim))
        ),
    )


def _spoken(told: Told, language: str) -> list[_Spoken]:
    return [
        _Spoken(
            quote,
            wording(told.text, quote.span).words,
            quote.speaker.name if quote.speaker else "",
        )
        for quote in find_quotes(told.text, language)
    ]


def _counted(told: Told, language: str) -> list[_Counted]:
    sentences = split_sentences(told.text, language)
    return [
        _Counted(claim, thing(told.text, sentence_of(sentences, claim.span), claim, language))
        for claim in find_claims(told.text, language)
    ]


def _same_words(old: _Spoken, new: _Spoken) -> float:
    """Return how surely a quote is another one reworded: the share of words in common."""
    if old.words == new.words:
        return 1.0 + (old.speaker == new.speaker)
    if not set(old.words).intersection(new.words):
        return 0.0
    shorter, longer = sorted((old.words, new.words), key=len)
    share = nearness(shorter, longer).share
    return share if share >= REWORDED else 0.0


def _one_thing(old: _Counted, new: _Counted) -> float:
    if compare_amounts(new.claim, old.claim) is None:
        return 0.0
    alike = likeness(old.thing, new.thing)
    if alike < ONE_THING:
        return 0.0
    return alike + _states_the_same(old.claim, new.claim)


def _states_the_same(old: Claim, new: Claim) -> bool:
    return (old.value, old.high, old.unit, old.modifier) == (
        new.value, new.high, new.unit, new.modifier
    )  # fmt: skip


def _pairs(
    before: Sequence[Known], after: Sequence[Known], alike: Callable[[Known, Known], float]
) -> Iterator[tuple[Known | None, Known | None]]:
    """Pair what is one thing in both versions, the surest first; what is left has no partner."""
    scored = sorted(
        (
            (-score, abs(old - new), old, new)
            for old, one in enumerate(before)
            for new, other in enumerate(after)
            if (score := alike(one, other)) > 0
        ),
    )
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _score, _away, old, new in scored:
        if new not in pairs and old not in taken:
            pairs[new] = old
            taken.add(old)
    for new, other in enumerate(after):
        yield (before[pairs[new]] if new in pairs else None), other
    for old, one in enumerate(before):
        if old not in taken:
            yield one, None
