from collections.abc import Iterator
from pathlib import Path

import pytest
from shelves import AT, article, reworded, shelf

from reader.article import Article, make_article
from reader.checking import Checked, check, trace_claim, trace_quote
from reader.library import Feed, Library
from summarize import find_claims, find_quotes

FERRY = """\
At least 17 people died when the ferry Kestrel sank off Port Veluna on Sunday, police said. \
Another 21 people were injured.

“We heard a crack, and then the lights went out,” said Mara Tolvik, a passenger from Lower Harsk. \
“Nobody told us where the boats were.”

The harbour master, Jonas Reth, called it “a slow disaster” for the town. “The inspection was due \
in March,” Reth said, “and it was put off twice.”

The repair of the pier will cost $18.2 million. The 212 passengers had waited 48 hours for a \
crossing.
"""
SCHOOL = """\
The school in Upper Harsk will close in June, the council said. It has 46 pupils.

“We fought for it for nine years,” said the head teacher, Ilse Brandt.
"""


@pytest.fixture
def stored(tmp_path: Path) -> Iterator[tuple[Library, Feed]]:
    with shelf(tmp_path) as (library, feed):
        given = [article("ferry", text=FERRY), article("school", text=SCHOOL)]
        library.articles.store(feed, given, AT)
        yield library, feed


def draft(text: str) -> Article:
    return make_article(title="My page", text=text)


def only(library: Library, text: str) -> Checked:
    (found,) = check(draft(text), library)
    return found


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("“We heard a crack, and then the lights went out,” said Mara Tolvik.", "verbatim"),
        ('"We heard a crack ... the lights went out," said Tolvik.', "verbatim"),
        ("“[The harbour] inspection was due in March,” Jonas Reth said.", "verbatim"),
        ("“The inspection was due in March and it was put off twice,” Reth said.", "verbatim"),
        ("“We fought for it for nine years,” she said.", "verbatim"),
        ("“We heard a bang, and then the lights went out,” said Mara Tolvik.", "altered"),
        ("“We heard a crack and the lights went out,” said Mara Tolvik.", "altered"),
        ("Jonas Reth called it “a slow disaster for the town”.", "altered"),
        ("“We heard a crack, and then the lights went out,” said Jonas Reth.", "speaker"),
        ("“The mayor must answer for this today,” said Mara Tolvik.", "missing"),
    ],
)
def test_verdicts_on_quotes(stored: tuple[Library, Feed], text: str, verdict: str) -> None:
    assert only(stored[0], text).verdict == verdict


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("At least 17 people died on the ferry Kestrel.", "same"),
        ("When the Kestrel sank, 17 people were killed.", "modifier"),
        ("At least 19 people died when the ferry Kestrel sank off Port Veluna.", "value"),
        ("About 210 passengers had waited for the crossing.", "same"),
        ("The passengers had waited two days for a crossing.", "same"),
        ("The repair of the pier will cost about $18 million.", "same"),
        ("The repair of the pier will cost $28.2 million.", "value"),
        ("The school in Upper Harsk has 64 pupils.", "value"),
        ("In Torvania 4,000 bakers marched for cheaper flour.", "missing"),
    ],
)
def test_verdicts_on_figures(stored: tuple[Library, Feed], text: str, verdict: str) -> None:
    assert only(stored[0], text).verdict == verdict


def test_a_verdict_names_the_passage(stored: tuple[Library, Feed]) -> None:
    found = only(stored[0], "Seventeen people died when the ferry Kestrel sank.").found
    assert found
    assert found.article.title == "About ferry"
    assert found.span.cut(found.article.text) == "At least 17"


def test_words_that_an_edit_took_out_have_changed(stored: tuple[Library, Feed]) -> None:
    library, feed = stored
    text = FERRY.replace("and then the lights went out", "and it went dark")
    library.articles.store(feed, [reworded(article("ferry"), text)], AT + 60)
    found = only(library, "“We heard a crack, and then the lights went out,” said Mara Tolvik.")
    assert found.verdict == "changed"
    assert found.found
    assert found.found.past
    assert "lights went out" in found.found.span.cut(found.found.article.text)


def test_a_figure_in_a_quote_goes_with_its_quote(stored: tuple[Library, Feed]) -> None:
    found = only(stored[0], "“We fought for it for 9 years,” said Ilse Brandt.")
    assert found.verdict == "altered"


def test_a_correction_of_the_speaker_counts(stored: tuple[Library, Feed]) -> None:
    library, _feed = stored
    (quote,) = find_quotes(SCHOOL.strip())
    library.corrections.correct(SCHOOL.strip(), quote.span, "Nora Velt")
    assert only(library, "“We fought for it for nine years,” said Nora Velt.").stands


def test_a_quote_and_a_figure_are_traced_from_the_oldest_on(stored: tuple[Library, Feed]) -> None:
    library, feed = stored
    later = (
        "Mara Tolvik said: “We heard a crack.” The ferry Kestrel sank on Sunday; 19 people died."
    )
    earlier = "“We heard a crack, and then silence,” said Mara Tolvik of the ferry Kestrel."
    library.articles.store(feed, [article("later", text=later, published="2026-05-09")], AT)
    library.articles.store(feed, [article("earlier", text=earlier, published="2026-04-09")], AT)
    mine = draft("“We heard a crack,” she said. When the ferry Kestrel sank, 17 people died.")
    quoted = trace_quote(mine, find_quotes(mine.text)[0], library).passages
    assert [one.article.guid for one in quoted] == ["earlier", "ferry", "later"]
    counted = trace_claim(mine, find_claims(mine.text)[0], library).passages
    told = [one.span.cut(one.article.text) for one in counted]
    assert told == ["At least 17", "19"]


def test_whatever_is_in_a_draft_is_checked(stored: tuple[Library, Feed]) -> None:
    for text in ('“" OR *', "“AND NOT ( ” 5 % said X.", "“…” she said. “[…]”", "", "9" * 500):
        check(draft(text), stored[0])
