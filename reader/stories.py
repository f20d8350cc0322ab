"""One story of the library as values: its articles, summary, figures and quotes side by side."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from reader.article import Article
from reader.corrections import corrected
from summarize import (
    ENGINE,
    Account,
    Comparison,
    QuoteComparison,
    Span,
    compare_claims,
    compare_quotes,
    summarize_story,
)
from summarize.stories import Figure, Given, given, group_copies

if TYPE_CHECKING:
    from reader.library import Library

WORDS = 100  # of a summary, if nothing else is asked for


@dataclass(frozen=True, slots=True)
class Story:
    """What several articles tell of one event.

    `articles` are in the order of their dates, and everything names them by their ids. Of a value
    that one article alone has, `alone` is true. `copies` are the ids by accounts: near-identical
    texts are one account, the earliest first. `keys` are those of the articles in the library.
    Until it is `compared` it has no claims and quotes. `given` are the figures of copies and their
    originals: what these repeat is told once.
    """

    number: int
    articles: tuple[Article, ...]
    keys: tuple[int, ...]
    copies: tuple[tuple[str, ...], ...]
    summary: tuple[tuple[str, Span], ...]
    claims: tuple[Comparison, ...] = ()
    quotes: tuple[QuoteComparison, ...] = ()
    compared: bool = False
    given: Mapping[str, frozenset[Given]] = field(default_factory=dict)

    @property
    def id(self) -> str:
        """What the person calls it by."""
        return f"s{self.number}"

    @property
    def title(self) -> str:
        """The headline of the newest article: it knows most."""
        return self.articles[-1].title

    def article(self, id_: str) -> Article:
        """Return one of its articles."""
        return next(article for article in self.articles if article.id == id_)

    def original(self, id_: str) -> str | None:
        """Return the article that one of its articles is a copy of, None where it is none."""
        first = next(ids[0] for ids in self.copies if id_ in ids)
        return None if first == id_ else first

    def carriers(self, figure: Figure) -> list[str]:
        """Return the article of a figure, and those of its copies that give it as well."""
        ids = next(ids for ids in self.copies if figure.account in ids)
        return [
            id_
            for id_ in ids
            if id_ == figure.account or figure.is_given(self.given.get(id_, frozenset()))
        ]

    def key(self, id_: str) -> int:
        """Return the key of one of its articles."""
        return next(
            key for key, article in zip(self.keys, self.articles, strict=True) if article.id == id_
        )


def number_of(id_: str) -> int | None:
    """Return the number of a story by its id ("s12"), None where it cannot be one."""
    number = id_.removeprefix("s")
    return int(number) if number != id_ and number.isascii() and number.isdecimal() else None


def story_of(
    library: "Library", number: int, words: int = WORDS, *, make: bool = True
) -> Story | None:
    """Return a story; None where it has no article any more.

    Articles without a digest have no figures and quotes in it. Without `make` it has a summary only
    if one is kept: making it costs most, and loads what ranks sentences.
    """
    steps = story_in_steps(library, number, words, make=make)
    return next((story for story in steps if story.compared), None)


def story_in_steps(
    library: "Library", number: int, words: int = WORDS, *, make: bool = True
) -> Iterator[Story]:
    """Yield a story as `story_of` does: what is there at once, and then what is compared.

    What was compared before is there at once.
    """
    made_of = library.stories.made_of(number, ENGINE)
    told = dict(_told(library, number))
    if not told:
        return
    accounts = [account for _, account in told.values()]
    copies = group_copies(accounts)
    articles = tuple(article for article, _ in told.values())
    summary = _summary(library, number, told, words, made_of, make=make)
    story = Story(number, articles, tuple(told), copies, summary)
    claims = _kept(library, number, accounts, made_of)
    if claims is None:
        yield story
        claims = compare_claims(accounts, copies)
        if all(account.digest for account in accounts):
            library.stories.keep_comparisons(number, made_of, claims)
    copied = {id_ for ids in copies for id_ in ids if len(ids) > 1}
    yield replace(
        story,
        claims=claims,
        quotes=compare_quotes(accounts, copies),
        compared=True,
        given={account.key: given(account) for account in accounts if account.key in copied},
    )


def sum_up(path: Path, number: int) -> bool:
    """Sum a story of a library up and keep that; tell whether there is such a story."""
    from reader.library import Library

    with Library.open(path) as library:
        return story_of(library, number) is not None


def _told(library: "Library", number: int) -> Iterator[tuple[int, tuple[Article, Account]]]:
    """Yield the articles of a story by their keys, and as accounts of it."""
    for key, dated in library.stories.members(number):
        article = library.articles.get(key)
        if article:
            digest = library.digests.get(key)
            if digest:
                digest = corrected(digest, library.corrections.of(article.text))
            yield (
                key,
                (
                    article,
                    Account(article.id, dated, article.source, article.title, article.text, digest),
                ),
            )


def _kept(
    library: "Library", number: int, accounts: Sequence[Account], made_of: str
) -> tuple[Comparison, ...] | None:
    """Return what was found before that a story counts, if it is of these accounts."""
    kept = library.stories.comparisons(number, made_of)
    there = {account.key for account in accounts}
    told = {value.account for one in kept or () for value in one.values}
    return kept if told <= there else None


def _summary(
    library: "Library",
    number: int,
    told: Mapping[int, tuple[Article, Account]],
    words: int,
    made_of: str,
    *,
    make: bool,
) -> tuple[tuple[str, Span], ...]:
    """Return the summary that is kept of a story; `make` it and keep it where there is none."""
    summed_of = f"{words}/{made_of}"
    kept = library.stories.summary(number, summed_of)
    if kept is not None:
        return tuple((told[key][0].id, span) for key, span in kept if key in told)
    if not make:
        return ()
    picks = summarize_story([account for _, account in told.values()], words=words)
    keys = {article.id: key for key, (article, _) in told.items()}
    library.stories.keep_summary(number, summed_of, tuple((keys[id_], span) for id_, span in picks))
    return picks
