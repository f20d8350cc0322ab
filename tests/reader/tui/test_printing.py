from reader.article import make_article
from reader.tui.marks import style_table
from reader.tui.printing import printed_digest
from summarize import digest

TEXT = (
    "The bridge at Ulm Hythe is closed. The mayor, Tamsin Orde, blamed the frost.\n\n"
    '"We lost at least 40 metres of road," said Orde. It will cost about £3m.'
)


def test_a_printed_digest_reads_as_plain_sentences() -> None:
    article = make_article(
        title="Bridge closed",
        text=TEXT,
        source="The Ulm Post",
        published="2026-02-03T08:00:00Z",
        url="https://ulmpost.example/bridge",
    )
    found = digest(article.text, title=article.title, method="lead", sentences=1, language="en")
    assert printed_digest(article, found, style_table(colour=False)).plain.split("\n") == [
        "Bridge closed",
        "The Ulm Post, 2026-02-03, https://ulmpost.example/bridge",
        "",
        "Summary (lead, 1 of 4 sentences)",
        "  The bridge at Ulm Hythe is closed.",
        "  [3 sentences left out]",
        "  0 of 1 quote, 0 of 2 claims",
        "",
        "1 quote",
        "  Tamsin Orde:",
        '    "We lost at least 40 metres of road,"',
        "",
        "2 claims",
        "  at least 40 metres: road  (not in the summary)",
        "  about £3m  (not in the summary)",
        "",
    ]


def test_where_there_are_no_rules_for_a_language_that_is_told() -> None:
    article = make_article(title="橋", text="市長は「橋を建てる」と述べた。費用は1,200万円だ。")
    printed = printed_digest(article, digest(article.text), style_table(colour=False)).plain
    assert "0 quotes\n  No quotes found; there are no rules for Japanese.\n" in printed
    assert "0 claims\n  No figures found; there are no rules for Japanese.\n" in printed
