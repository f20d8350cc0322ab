from reader.article import Marked, make_article
from reader.tui.links import links_of, with_notes

TEXT = "The mole is closed. See the plan, the plan again and write to the mayor."


def test_links_of_one_address_have_one_number_and_only_the_web_counts() -> None:
    article = make_article(
        title="Mole",
        text=TEXT,
        markup=[
            Marked("link", "the plan", "https://mara.example/plan"),
            Marked("link", "the plan again", "HTTPS://mara.example/again"),
            Marked("link", "again", "https://mara.example/plan"),
            Marked("link", "the mayor", "mailto:mayor@mara.example"),
        ],
    )
    links = links_of(article)
    assert [(link.number, link.span.cut(article.text)) for link in links] == [
        (1, "the plan"),
        (2, "the plan again"),
    ]


def test_every_address_has_a_note_below_the_text() -> None:
    article = make_article(
        title="Mole",
        text=TEXT,
        markup=[
            Marked("link", "the plan", "https://mara.example/plan"),
            Marked("link", "the mayor", "https://mara.example/mayor"),
        ],
    )
    text, markup = with_notes(article, links_of(article))
    assert text == (
        f"{TEXT}\n\nLinks\n"
        "1. the plan: https://mara.example/plan\n"
        "2. the mayor: https://mara.example/mayor"
    )
    notes = [one.span.cut(text) for one in markup if one.kind == "item"]
    assert notes == text.split("\n")[-2:]
    assert [one.span.cut(text) for one in markup if one.kind == "heading"] == ["Links"]


def test_a_text_without_links_has_no_notes() -> None:
    article = make_article(title="Mole", text=TEXT)
    assert with_notes(article, ()) == (TEXT, ())
