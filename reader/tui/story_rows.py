"""A story to the rows of its page: summary, figures, quotes, what one account has, the accounts."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from rich.cells import cell_len

from reader.article import Article
from reader.citations import Excerpt
from reader.story_records import forms, speaker_of, words_of
from reader.tui.digest_rows import Line, value_column, widest
from reader.tui.marks import Signs
from reader.tui.outline import UNKNOWN_SPEAKER, one_line
from reader.tui.story_page import (
    OUTLET,
    Lead,
    StoryPage,
    StoryRow,
    StorySection,
    Told,
    copied,
    outlet_of,
    when_of,
)
from summarize import Comparison, QuoteComparison
from summarize.stories import Figure, Telling

WHAT = 26  # cells of what is counted, at most
AGREEMENT = 11
TIME = 12
_DIFFERS = {
    "no": "",
    "wording": "in other words",
    "speaker": "another speaker is named",
}


def story_sections(told: Told, width: int, signs: Signs) -> tuple[StorySection, ...]:
    """Return the sections of a page in lines of at most `width` cells."""
    page = StoryPage(told, width, signs)
    shared = [one for one in told.story.claims if not one.alone]
    conflicts = sum(one.agreement == "conflict" for one in shared)
    quotes = [one for one in told.story.quotes if not one.alone]
    figure = f"{len(shared)}, {conflicts} in conflict" if conflicts else str(len(shared))
    lone = tuple(_lone_rows(page))
    accounts = " and ".join(filter(None, (str(len(told.story.copies)), copied(told.story))))
    return (
        StorySection("Summary", "", tuple(_summary_rows(page))),
        StorySection("Claims", figure if shared else "", tuple(_claim_rows(page, shared))),
        StorySection("Quotes", _number(quotes), tuple(_quote_rows(page, quotes))),
        StorySection("Only one account has", _number([row for row in lone if row.lead]), lone),
        StorySection("Accounts", accounts, tuple(_account_rows(page))),
    )


def _number(found: Sequence[object]) -> str:
    return str(len(found)) if found else ""


def _aside(page: StoryPage, words: str, style: str = "aside") -> StoryRow:
    return StoryRow(1, lambda _: ((f"   {page.fit(words, page.width - 3)}", style),))


def _summary_rows(page: StoryPage) -> Iterator[StoryRow]:
    if page.told.summing:
        yield _aside(page, "reading…".replace("…", page.signs.more))
    elif not page.story.summary:
        yield _aside(page, "No sentences to pick from.")
    column = max((cell_len(_whence(page, id_)) for id_, _ in page.story.summary), default=0)
    for id_, span in page.story.summary:
        words = one_line(span.cut(page.articles[id_].text))
        lead = Lead(id_, Excerpt(span))
        head = (page.signs.pick, "text")
        yield page.passage(head, words, _whence(page, id_), lead, column)


def _whence(page: StoryPage, id_: str) -> str:
    """Return whose a sentence is, and from when: a figure in it may be out of date."""
    article = page.articles[id_]
    room = OUTLET if page.tabled else page.width - TIME - 8
    about = (page.fit(outlet_of(article), room), when_of(article))
    return f"[{', '.join(filter(None, about))}]"


def _claim_rows(page: StoryPage, shared: Sequence[Comparison]) -> Iterator[StoryRow]:
    """Yield a table: how they agree on what, and each value with whose it is and from when."""
    if not shared:
        yield _aside(page, _none_yet(page, "No two accounts count or measure the same."))
        return
    what = min(WHAT, max(cell_len(one.what) for one in shared)) if page.tabled else 0
    values = (_value(page, one) for compared in shared for one in compared.told)
    column = min(value_column(widest(values), page.width), _room(page, what))
    for compared in shared:
        if not page.tabled:
            yield _named(page, compared)
        for number, one in enumerate(compared.told):
            before = partial(_before, page, compared, what, first=not number)
            line = _value_line(page, one, column, before)
            yield StoryRow(1, line, Lead(one.account, one.claim))


def _room(page: StoryPage, what: int) -> int:
    """Return how many cells a value may take that whose it is and from when still have room."""
    if page.tabled:
        return page.width - (AGREEMENT + 1) - (what + 2) - 3 - (page.outlet + 2) - (TIME + 2)
    return page.width - 8 - page.outlet


def _named(page: StoryPage, compared: Comparison) -> StoryRow:
    name = page.fit(compared.what, page.width - AGREEMENT - 2)
    return StoryRow(
        1,
        lambda _: (
            (f" {compared.agreement:{AGREEMENT}}", _agreement_style(compared)),
            (name, "heading"),
        ),
    )


def _before(page: StoryPage, compared: Comparison, what: int, *, first: bool) -> Line:
    """Return what leads a value: in a table how they agree on what, once for all of them."""
    if not page.tabled:
        return (("   ", "text"),)
    told = compared.agreement if first else ""
    name = page.cell(compared.what if first else "", what)
    return (
        (f" {told:{AGREEMENT}}", _agreement_style(compared)),
        (f"{name}  ", "heading"),
    )


def _value_line(
    page: StoryPage, one: Figure, column: int, before: Callable[[], Line]
) -> Callable[[int], Line]:
    def line(_: int) -> Line:
        article = page.articles[one.account]
        sign = page.signs.of_claim(one.claim, article.text)
        value = page.fit(_value(page, one), column)
        when = f"  {when_of(article)}"
        if not page.tabled and 8 + column + page.outlet + cell_len(when) > page.width:
            when = ""
        return (
            *before(),
            (f"{sign:>2} ", "modifier"),
            (" " * (column - cell_len(value)) + value, "claim"),
            (f"  {page.cell(outlet_of(article), page.outlet)}", "text"),
            (when, "aside"),
        )

    return line


def _agreement_style(compared: Comparison) -> str:
    return "hit" if compared.agreement == "conflict" else "sign"


def _value(page: StoryPage, one: Figure) -> str:
    return one_line(one.claim.span.cut(page.articles[one.account].text))


def _quote_rows(page: StoryPage, quotes: Sequence[QuoteComparison]) -> Iterator[StoryRow]:
    """Yield the quotes that several accounts carry, by who said them."""
    if not quotes:
        yield _aside(page, _none_yet(page, "No two accounts carry the same quote."))
    said: dict[str, list[QuoteComparison]] = {}
    for one in quotes:
        names = (speaker_of(telling) for telling in one.tellings)
        said.setdefault(next(filter(None, names), UNKNOWN_SPEAKER), []).append(one)
    for name, heard in said.items():
        yield _heading(page, name)
        for compared in heard:
            yield from _form_rows(page, compared)


def _form_rows(page: StoryPage, compared: QuoteComparison) -> Iterator[StoryRow]:
    """Yield each form of a quote with who carries it, and how the forms differ."""
    for number, (telling, ids) in enumerate(forms(page.story, compared)):
        if number == 1:
            yield _aside(page, f"{_DIFFERS[compared.differs]}:", "sign")
        outlets = ", ".join(dict.fromkeys(outlet_of(page.articles[id_]) for id_ in ids))
        named = speaker_of(telling) or "not named"
        aside = f"{named}: {outlets}" if compared.differs == "speaker" else outlets
        yield _quote_row(page, telling, aside)


def _quote_row(page: StoryPage, telling: Telling, aside: str) -> StoryRow:
    words = words_of(page.story, telling)
    lead = Lead(telling.account, telling.quote)
    return page.passage((page.signs.quote, "quote"), words, aside, lead)


def _lone_rows(page: StoryPage) -> Iterator[StoryRow]:
    """Yield the figures and quotes that one account alone has, account by account."""
    claims: dict[str, list[Comparison]] = {}
    quotes: dict[str, list[Telling]] = {}
    for claim in page.story.claims:
        if claim.alone:
            claims.setdefault(claim.values[0].account, []).append(claim)
    for quote in page.story.quotes:
        if quote.alone:
            quotes.setdefault(quote.tellings[0].account, []).append(quote.tellings[0])
    if not claims and not quotes:
        yield _aside(page, _none_yet(page, "Nothing."))
    of_claims = (_value(page, one.values[0]) for found in claims.values() for one in found)
    column = value_column(widest(of_claims), page.width)
    for id_, article in page.articles.items():
        if id_ in claims or id_ in quotes:
            about = (outlet_of(article), when_of(article))
            yield _heading(page, ", ".join(filter(None, about)))
        for one in claims.get(id_, ()):
            figure = one.values[0]
            yield StoryRow(1, _lone_claim(page, one, column), Lead(id_, figure.claim))
        for telling in quotes.get(id_, ()):
            yield StoryRow(1, _lone_quote(page, telling), Lead(id_, telling.quote))


def _lone_claim(page: StoryPage, compared: Comparison, column: int) -> Callable[[int], Line]:
    def line(_: int) -> Line:
        one = compared.values[0]
        what = "" if compared.what == compared.unit else compared.what
        sign = page.signs.of_claim(one.claim, page.articles[one.account].text)
        value = page.fit(_value(page, one), column)
        return (
            (f" {sign:>2} ", "modifier"),
            (" " * (column - cell_len(value)) + value, "claim"),
            (f"  {page.fit(what, page.width - column - 7)}", "text"),
        )

    return line


def _lone_quote(page: StoryPage, telling: Telling) -> Callable[[int], Line]:
    def line(_: int) -> Line:
        name = page.fit(speaker_of(telling) or "not named", OUTLET)
        words = page.fit(words_of(page.story, telling), page.width - cell_len(name) - 6)
        return ((f" {page.signs.quote} ", "sign"), (words, "quote"), (f"  {name}", "aside"))

    return line


def _account_rows(page: StoryPage) -> Iterator[StoryRow]:
    first = {id_: ids[0] for ids in page.story.copies for id_ in ids}
    for id_, article in page.articles.items():
        source = page.articles[first[id_]]
        about = "" if source is article else f"copy of {outlet_of(source)}"
        yield StoryRow(1 if page.tabled else 2, _account_line(page, article, about), Lead(id_))


def _account_line(page: StoryPage, article: Article, about: str) -> Callable[[int], Line]:
    title = one_line(article.title)

    def line(number: int) -> Line:
        whence = f"{page.cell(outlet_of(article), page.outlet)}  {when_of(article):{TIME}}  {about}"
        if page.tabled:
            room = page.width - page.outlet - TIME - OUTLET - 9
            return (
                (f"   {page.cell(title, room)}  ", "text"),
                (page.fit(whence, page.width - room - 5), "aside"),
            )
        if number:
            return ((f"   {page.fit(whence, page.width - 4)}", "aside"),)
        return ((f"   {page.fit(title, page.width - 4)}", "text"),)

    return line


def _heading(page: StoryPage, words: str) -> StoryRow:
    return StoryRow(1, lambda _: ((f" {page.fit(words, page.width - 2)}", "heading"),))


def _none_yet(page: StoryPage, none: str) -> str:
    waits = page.told.lacking or not page.story.compared
    return "reading" + page.signs.more if waits else none
