"""The rows of a story's page: within their width, told once, leading to what they show."""

from collections.abc import Iterator
from functools import cache

import pytest
from events import EVENTS, event
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from reader.article import make_article
from reader.stories import Story
from reader.tui.marks import ASCII, UNICODE, Signs
from reader.tui.story_page import StoryPage, Told, title_lines
from reader.tui.story_rows import story_sections
from summarize import compare_claims, compare_quotes
from summarize.stories import group_copies


def story(name: str) -> Story:
    """Return one of the invented events as a story, with the first sentence of each as summary."""
    accounts = event(name)
    ids = {}
    articles = []
    for account in accounts:
        outlet, time, title, text = EVENTS[name][account.key]
        made = make_article(title=title, text=text, source=outlet, published=f"{time}:00+00:00")
        assert made.text == account.text
        ids[account.key] = made.id
        articles.append(made)
    told = [
        type(one)(ids[one.key], one.time, one.outlet, one.title, one.text, one.digest)
        for one in accounts
    ]
    return Story(
        1,
        tuple(articles),
        tuple(range(len(articles))),
        group_copies(told),
        tuple((one.key, one.digest.sentences[0]) for one in told if one.digest),
        compare_claims(told),
        compare_quotes(told),
    )


STORIES = ("orsa", "lake", "fire")


@cache
def told_of(name: str) -> Told:
    """Return a story as its page is told of it."""
    return Told(story(name), 0, summing=False)


def lines(told: Told, width: int, signs: Signs = UNICODE) -> Iterator[str]:
    for section in story_sections(told, width, signs):
        for row in section.rows:
            for number in range(row.height):
                yield "".join(text for text, _ in row.line(number))


@pytest.mark.parametrize("name", STORIES)
@settings(max_examples=30, deadline=None)
@given(width=st.integers(28, 200), signs=st.sampled_from([UNICODE, ASCII]))
def test_no_line_is_wider_than_the_page(name: str, width: int, signs: Signs) -> None:
    for line in lines(told_of(name), width, signs):
        assert cell_len(line) <= width, line


@pytest.mark.parametrize("name", STORIES)
@pytest.mark.parametrize("width", [60, 120])
def test_every_figure_and_quote_of_the_story_leads_to_its_place(name: str, width: int) -> None:
    told = told_of(name)
    sections = story_sections(told, width, UNICODE)
    leads = [row.lead for section in sections for row in section.rows if row.lead]
    values = [(lead.article, lead.value.span) for lead in leads if lead.value]
    for claim in told.story.claims:
        for one in claim.values:
            assert (one.account, one.claim.span) in values
    for quote in told.story.quotes:
        assert any((one.account, one.quote.span) in values for one in quote.tellings)
    assert {lead.article for lead in leads if lead.value is None} == {
        article.id for article in told.story.articles
    }


def test_ascii_signs_leave_no_other_sign_of_ours() -> None:
    texts = "".join(article.text + article.title for article in told_of("orsa").story.articles)
    ours = set("".join(lines(told_of("orsa"), 100, ASCII))) - set(texts)
    assert all(sign.isascii() for sign in ours)


def test_a_copy_is_named_after_its_original() -> None:
    shown = list(lines(told_of("orsa"), 120))
    (copy,) = [line for line in shown if "copy of" in line]
    assert "Merin Daily" in copy
    assert "copy of Varda Post" in copy
    told = told_of("orsa")
    assert title_lines(told, 80, UNICODE)[1].startswith("3 accounts and 1 copy, 3 outlets")
    (accounts,) = (one for one in story_sections(told, 120, UNICODE) if one.name == "Accounts")
    assert accounts.figure == "3 and 1 copy"


@pytest.mark.parametrize("width", [40, 60, 90, 120])
def test_a_sentence_of_the_summary_says_whose_it_is_and_from_when(width: int) -> None:
    summary = "\n".join(lines(told_of("orsa"), width))
    assert "[Varda Post, 3 Mar 18:00]" in summary
    assert "[The Beacon, 3 Mar 20:10]" in summary


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (("2026-03-03", "2026-03-03"), "3 March 2026"),
        (("2026-03-03", "2026-03-05"), "3 to 5 March 2026"),
        (("2026-02-27", "2026-03-01"), "27 February to 1 March 2026"),
        (("2025-12-31", "2026-01-01"), "31 December 2025 to 1 January 2026"),
        (("", ""), "2 outlets"),
    ],
)
def test_the_line_below_the_title_says_from_when_to_when(days: tuple[str, str], said: str) -> None:
    articles = tuple(
        make_article(title=f"Title {day} {at}", text="Words.", source=f"Outlet {at}", published=day)
        for at, day in enumerate(days)
    )
    ids = tuple((article.id,) for article in articles)
    _, about = title_lines(
        Told(Story(1, articles, (1, 2), ids, (), (), ()), 0, summing=False), 80, UNICODE
    )
    assert about.startswith("2 accounts, 2 outlets")
    assert about.endswith(said)


@pytest.mark.parametrize("width", [60, 90, 120])
def test_figures_are_told_with_their_units(width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    told = (
        "The mayor said that the pier will cost 2.3 million dollars. Nobody was hurt in the storm.",
        "Officials put the cost of the pier at 2.3 million dollars. They used 14 million litres.",
    )
    pier = {
        str(number): (f"Outlet {number}", f"2026-03-0{number + 1}T09:00", "Pier to be mended", text)
        for number, text in enumerate(told)
    }
    monkeypatch.setitem(EVENTS, "pier", pier)
    sections = story_sections(Told(story("pier"), 0, summing=False), width, UNICODE)
    shown = {
        section.name: "\n".join("".join(text for text, _ in row.line(0)) for row in section.rows)
        for section in sections
    }
    assert shown["Claims"].count("2.3 million dollars") == 2
    assert "14 million litres" in shown["Only one account has"]


def test_what_is_still_being_read_is_not_said_to_be_nothing() -> None:
    one = told_of("lake").story.articles[0]
    begun = Told(Story(1, (one,), (1,), ((one.id,),), (), (), ()), 1, summing=True)
    shown = "\n".join(lines(begun, 80))
    assert "No two accounts" not in shown
    assert shown.count("reading") == 4
    assert "1 still being read" in title_lines(begun, 80, ASCII)[1]
    assert StoryPage(begun, 500, UNICODE).width < 500
