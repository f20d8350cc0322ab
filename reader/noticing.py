"""Noticing: what a source has changed in an article, and in what the person took from it."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from reader.checking.people import contradict
from reader.citations import copied_span
from reader.clippings import clippings
from reader.compared import Noted, Piece, TakenNote
from reader.differing import one_line, word_diff
from reader.edits import Changed, Edit, Told, compare_versions
from reader.library import Library, Taken
from reader.library.taken import TakenFrom
from reader.problems import Problem
from summarize import Claim, Quote, Span, find_quotes, split_sentences
from summarize.languages.detection import detect
from summarize.sentences import sentence_of
from summarize.wording import Piece as Words
from summarize.wording import nearness, stands_in, wording

REWORDED = 0.5
"""The least share of its words at which a passage is taken for words that were taken, reworded."""
MOST_NEAR = 5  # passages that are compared word by word
OTHER = "Other words; no quote, figure or headline has changed"


class Seen(NamedTuple):
    """What an article said from a time on, in seconds since 1970."""

    told: Told
    at: float


def edits_of(path: Path, key: int) -> tuple[Noted, ...]:
    """Return what each edit of an article changed, the last edit first; done beside the screen.

    Raises Problem where the library has it no more.
    """
    with Library.open(path) as library:
        seen = readings(library, key)
    return tuple(
        note
        for before, after in reversed(tuple(pairwise(seen)))
        for note in _notes(before.told, after, now=after.told.text == seen[-1].told.text)
    )


def readings(library: Library, key: int) -> list[Seen]:
    """Return what an article said, the earliest first, as what is read now: its page, or its feed.

    Words that came back stand once more at the end.
    """
    article = library.articles.get(key)
    if article is None:
        raise Problem("this article", "is no more in the library")
    versions = library.articles.versions(key)
    origin = next((one.origin for one in reversed(versions) if one.text == article.text), "source")
    seen = [
        Seen(Told(one.title, one.text), one.first_seen) for one in versions if one.origin == origin
    ]
    now = Told(article.title, article.text)
    if seen and seen[-1].told != now:
        (row,) = library.listing.rows([key])
        seen.append(Seen(now, row.edited or seen[-1].at))
    return seen


def _notes(before: Told, after: Seen, *, now: bool) -> Iterator[Noted]:
    edit = compare_versions(before, after.told)
    if edit.headline:
        yield Noted("Headline", after.at, word_diff(before.title, after.told.title))
    for claim in edit.claims:
        yield _claim_note(edit, claim, after.at, now=now)
    for quote in edit.quotes:
        yield _quote_note(edit, quote, after.at, now=now)
    if not edit:
        yield Noted(OTHER, after.at)


def _claim_note(edit: Edit, changed: Changed[Claim], at: float, *, now: bool) -> Noted:
    """Return what became of a figure, with its sentence."""
    before, after = edit.before.text, edit.after.text
    was = _copied(before, changed.before)
    becomes = _copied(after, changed.after)
    what = {
        "changed": f"Figure: {was}, now {becomes}",
        "added": f"Figure added: {becomes}",
        "removed": f"Figure removed: {was}",
    }[changed.kind]
    old = _sentence(before, changed.before)
    new = _sentence(after, changed.after)
    return Noted(what, at, _pieces(old, new), _place(changed, now=now), Claim)


def _quote_note(edit: Edit, changed: Changed[Quote], at: float, *, now: bool) -> Noted:
    """Return what became of a quote: its words, or who says it."""
    was = _copied(edit.before.text, changed.before)
    becomes = _copied(edit.after.text, changed.after)
    what = {"changed": "Quote reworded", "added": "Quote added", "removed": "Quote removed"}
    told = what[changed.kind]
    if was and wording(was).words == wording(becomes).words:
        told = f"Another speaker: {_speaker(changed.before)}, now {_speaker(changed.after)}"
    return Noted(told, at, _pieces(was, becomes), _place(changed, now=now), Quote)


def _place(changed: Changed[Quote] | Changed[Claim], *, now: bool) -> Span | None:
    return changed.after.span if changed.after and now else None


def _pieces(before: str, after: str) -> tuple[Piece, ...]:
    """Return two wordings, of which one may not be there."""
    if before and after:
        return word_diff(before, after)
    return (Piece("after", after) if after else Piece("before", before),)


def _copied(text: str, value: Quote | Claim | None) -> str:
    return one_line(copied_span(value, text, ()).cut(text)) if value else ""


def _sentence(text: str, claim: Claim | None) -> str:
    if claim is None:
        return ""
    sentences = split_sentences(text, detect(text))
    return one_line(sentence_of(sentences, claim.span).cut(text))


def _speaker(quote: Quote | None) -> str:
    return (quote.speaker.name if quote and quote.speaker else "") or "nobody named"


def changed_takings(path: Path, records: Path) -> tuple[TakenNote, ...]:
    """Return what was copied or clipped and reads otherwise now, the newest first.

    `records` is the file of the clippings. They are new until whoever tells the person notes that
    (`Library.taken.tell`): a look may be broken off. Raises Problem where the library gives out; a
    line of the clippings that is none is passed over.
    """
    with Library.open(path) as library:
        edited = library.taken.edited()
        if not edited:
            return ()
        library.taken.note(_clipped(records, edited))
        looked = [(one, _changed(library, one)) for one in library.taken.from_edited()]
        library.taken.tell((one.number for one, note in looked if not note), told=False)
        return tuple(note for _one, note in looked if note)


def _clipped(records: Path, ids: frozenset[str]) -> Iterable[Taken]:
    for one in clippings(records):
        if not isinstance(one, Problem) and one.article.id in ids:
            who, kind = one.who.removesuffix(" (inferred)"), str(one.record.get("kind", "excerpt"))
            yield Taken(one.article.id, "clipped", kind, one.words, who, one.at)


def _changed(library: Library, one: TakenFrom) -> TakenNote | None:
    """Return how words that were taken read now; None where they stand as they were."""
    taken, article = one.taken, library.articles.get(one.key)
    if article is None:
        return None
    what, pieces, span = _difference(article.text, taken)
    if not what:
        return None
    return TakenNote(one.number, what, taken.how, taken.at, pieces, article, span, not one.told)


def _difference(text: str, taken: Taken) -> tuple[str, tuple[Piece, ...], Span | None]:
    """Return what differs in a text from words that were taken, how they read and where."""
    wanted, told = wording(taken.words).words, wording(text)
    place = stands_in((Words(wanted, 0),), told.words) if wanted else (0, 0)
    if place is None:
        near = _nearest(text, taken.words)
        if near is None:
            return "it is no more there", (Piece("before", taken.words),), None
        return "it reads otherwise now", word_diff(taken.words, near.cut(text)), near
    if taken.kind != "quote" or not taken.speaker or not wanted:
        return "", (), None
    span = told.span(*place)
    said = next((one for one in find_quotes(text, detect(text)) if one.span.overlaps(span)), None)
    name = said.speaker.name if said and said.speaker else ""
    if not contradict(taken.speaker, name):
        return "", (), None
    return f"said by {name} there now", (Piece("both", taken.words),), span


def _nearest(text: str, taken: str) -> Span | None:
    """Return the words of a text that others are likest to, if they are likely to be the same."""
    wanted = wording(taken).words
    language = detect(text)
    sentences = split_sentences(text, language)
    size = max(1, len(split_sentences(taken, language)))
    windows = [
        wording(text, Span(first.start, last.end))
        for first, last in zip(
            sentences, (*sentences[size - 1 :], *sentences[-1:] * (size - 1)), strict=False
        )
    ]
    known = frozenset(wanted)
    likest = sorted(windows, key=lambda window: -len(known.intersection(window.words)))[:MOST_NEAR]
    near = max(
        ((nearness(wanted, window.words), window) for window in likest),
        key=lambda one: one[0].share,
        default=None,
    )
    if near is None or near[0].share < REWORDED:
        return None
    likeness, window = near
    first, end = likeness.first - likeness.lead, likeness.end + likeness.tail
    return window.span(max(0, first), min(end, len(window.words)))
