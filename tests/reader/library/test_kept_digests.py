from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from shelves import AT, article, shelf

from reader.library import Library, Recipe
from summarize import Claim, Digest, Pick, Quote, Span, Speaker, Summary

TEXT = (
    "“The quay is safe,” said Inés Álvarez. About 40 boats, 8 percent of the fleet, lay there.\n\n"
    "“We shall see,” she added."
)
RECIPE = Recipe("1")


def made() -> Digest:
    ines = Span(TEXT.index("Inés"), TEXT.index(". About"))
    return Digest(
        "en",
        (Span(0, 39), Span(40, 92)),
        Summary("news", (Pick(Span(0, 39), 0, 1), Pick(Span(40, 92), 1, 2, dangling=True)), 400),
        (
            Quote(Span(0, 19), "direct", Speaker(ines, "Inés Álvarez"), Span(20, 24)),
            Quote(Span(94, 109), "mixed", Speaker(Span(110, 113), "Inés Álvarez", inferred=True)),
            Quote(Span(1, 4), "direct"),
        ),
        (
            Claim(Span(46, 48), 40, "count", None, None, "approx", Span(40, 45), Span(49, 54)),
            Claim(Span(56, 65), 8.0, "percent", 9.5, "percent"),
        ),
        (Span(0, 39),),
    )


def kept(library: Library, key: int, text: str = TEXT, recipe: Recipe = RECIPE) -> bool:
    return library.digests.keep(key, text, made(), recipe)


def test_a_digest_comes_back_exactly_as_it_was_made(tmp_path: Path) -> None:
    with shelf(tmp_path) as (library, feed):
        (key,) = library.articles.store(feed, [article("a", text=TEXT)], AT).new
        assert kept(library, key)
        assert library.digests.get(key) == made()
        (row,) = library.listing.rows([key])
        assert (row.quotes, row.claims) == (3, 2)


spans = st.builds(lambda one, more: Span(one, one + more), st.integers(0, 99), st.integers(0, 99))
values = st.floats(allow_nan=False)
claims = st.builds(
    Claim,
    spans,
    values,
    st.sampled_from(["count", "money"]),
    st.none() | values,
    st.none() | st.just("dollar"),
    st.none() | st.just("min"),
    st.none() | spans,
    st.none() | spans,
)
speakers = st.builds(Speaker, spans, st.text("Aé x", max_size=5), st.booleans())
quotes = st.builds(
    Quote, spans, st.sampled_from(["direct", "mixed"]), st.none() | speakers, st.none() | spans
)
picks = st.builds(Pick, spans, st.integers(0, 999), st.integers(1, 99), st.booleans())
digests = st.builds(
    Digest,
    st.just("fr"),
    st.lists(spans).map(tuple),
    st.builds(Summary, st.just("lead"), st.lists(picks).map(tuple), st.none() | st.integers(0, 99)),
    st.lists(quotes).map(tuple),
    st.lists(claims).map(tuple),
    st.lists(spans).map(tuple),
)


@settings(max_examples=30, deadline=None)
@given(st.lists(digests, min_size=1, max_size=5))
def test_any_digest_comes_back_exactly(tmp_path_factory: object, many: list[Digest]) -> None:
    folder = tmp_path_factory.mktemp("any")  # type: ignore[attr-defined] # pytest's own
    with shelf(folder) as (library, feed):
        (key,) = library.articles.store(feed, [article("a", text=TEXT)], AT).new
        for one in many:
            assert library.digests.keep(key, TEXT, one, Recipe("1", "lead"))
            assert library.digests.get(key) == one


def test_a_digest_counts_only_for_the_recipe_that_made_it(tmp_path: Path) -> None:
    with shelf(tmp_path) as (library, feed):
        (key,) = library.articles.store(feed, [article("a", text=TEXT)], AT).new
        kept(library, key)
        assert library.digests.get(key, RECIPE)
        assert library.digests.get(key, Recipe("2")) is None
        assert library.digests.get(key, Recipe("1", "lead")) is None


def test_what_lacks_a_digest_is_told_newest_first_in_pages(tmp_path: Path) -> None:
    with shelf(tmp_path) as (library, feed):
        keys = library.articles.store(feed, [article(str(n), text=TEXT) for n in range(5)], AT).new
        kept(library, keys[2])
        kept(library, keys[1], recipe=Recipe("0"))
        page = library.digests.missing("1", limit=2)
        assert page == [keys[4], keys[3]]
        assert library.digests.missing("1", limit=9, before=page[-1]) == [keys[1], keys[0]]
        assert library.digests.lacking(keys, "1") == [keys[0], keys[1], keys[3], keys[4]]


def test_a_digest_of_an_earlier_text_is_not_kept_and_goes_when_the_text_does(
    tmp_path: Path,
) -> None:
    with shelf(tmp_path) as (library, feed):
        (key,) = library.articles.store(feed, [article("a", text=TEXT)], AT).new
        kept(library, key)
        library.articles.store(feed, [article("a", text="Quite another text.")], AT + 60)
        assert library.digests.get(key) is None
        assert not list(library.findings.quotes())
        assert not kept(library, key)
        assert not kept(library, 999)


def test_quotes_are_found_by_any_part_of_the_speaker_s_name(tmp_path: Path) -> None:
    with shelf(tmp_path) as (library, feed):
        keys = library.articles.store(feed, [article(name, text=TEXT) for name in "ab"], AT).new
        for key in keys:
            kept(library, key)
        found = list(library.findings.quotes(speaker="ALVAREZ"))
        assert [one.key for one in found] == [keys[1], keys[1], keys[0], keys[0]]
        assert found[0].quote.span.cut(found[0].article.text) == "“The quay is safe,”"
        assert not list(library.findings.quotes(speaker="Alvarezz"))
        assert len(list(library.findings.quotes())) == 6
        assert len(list(library.findings.quotes("nothing"))) == 0
        assert len(list(library.findings.quotes("quay -is:read", "ines"))) == 4


def test_claims_are_found_by_unit(tmp_path: Path) -> None:
    with shelf(tmp_path) as (library, feed):
        (key,) = library.articles.store(feed, [article("a", text=TEXT)], AT).new
        kept(library, key)
        (found,) = library.findings.claims(unit="Percent")
        assert (found.key, found.claim) == (key, made().claims[1])
        assert len(list(library.findings.claims("fleet"))) == 2
        assert len(list(library.findings.claims("fleet", "percent"))) == 1
        assert not list(library.findings.claims("is:read", "percent"))


def test_a_search_by_speaker_finds_the_articles(tmp_path: Path) -> None:
    with shelf(tmp_path) as (library, feed):
        keys = library.articles.store(feed, [article(name, text=TEXT) for name in "ab"], AT).new
        kept(library, keys[0])
        assert list(library.listing.all("speaker:álvarez")) == [keys[0]]
        assert list(library.listing.all("-speaker:álvarez")) == [keys[1]]


def test_what_the_reader_says_of_a_speaker_outlives_the_digest(tmp_path: Path) -> None:
    span = made().quotes[2].span
    with shelf(tmp_path) as (library, feed):
        library.corrections.correct(TEXT, span, "Mateo Ruiz")
        (key,) = library.articles.store(feed, [article("a", text=TEXT)], AT).new
        for _ in range(2):
            kept(library, key)
            (found,) = library.findings.quotes(speaker="ruiz")
            assert found.quote.speaker == Speaker(Span(1, 1), "Mateo Ruiz")
            assert library.digests.get(key) == made()
        assert library.corrections.of(TEXT) == {span: "Mateo Ruiz"}


def test_a_corrected_quote_is_found_by_its_new_speaker_alone(tmp_path: Path) -> None:
    span = made().quotes[0].span
    with shelf(tmp_path) as (library, feed):
        (key,) = library.articles.store(feed, [article("a", text=TEXT)], AT).new
        kept(library, key)
        library.corrections.correct(TEXT, span, "Mateo Ruiz")
        assert [one.quote.span for one in library.findings.quotes(speaker="ruiz")] == [span]
        assert len(list(library.findings.quotes(speaker="alvarez"))) == 1
        library.corrections.correct(TEXT, span, None)
        assert len(list(library.findings.quotes(speaker="alvarez"))) == 2
        assert library.corrections.of(TEXT) == {}


def test_changes_may_be_made_while_the_findings_are_read(tmp_path: Path) -> None:
    with shelf(tmp_path) as (library, feed):
        keys = library.articles.store(feed, [article(str(n), text=TEXT) for n in range(9)], AT).new
        for key in keys:
            kept(library, key)
        for found in library.findings.quotes():
            library.states.star([found.key])
        assert len(library.listing.all("is:starred")) == 9
