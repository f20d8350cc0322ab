"""The gold for drafts is well formed, says what stands in its texts, and is large enough."""

from collections import Counter
from datetime import datetime
from typing import Any

import pytest
from gold_stories import HERE, accounts, load, numbers, plain, read_all

ARTICLES = {article["key"]: article for article in read_all("drafts/articles")}
LISTED = load(HERE / "drafts/articles.json")
DRAFTS = read_all("drafts/drafts")
FINDINGS = [(draft, finding) for draft in DRAFTS for finding in draft["findings"]]
QUOTES = [(draft, finding) for draft, finding in FINDINGS if finding["kind"] == "quote"]
FIGURES = [(draft, finding) for draft, finding in FINDINGS if finding["kind"] == "claim"]
# The words of one figure in another unit: a share in percent, days in hours.
FACTORS = (1, 100, 1 / 100, 24, 1 / 24)
VERDICTS = {
    "quote": {"verbatim", "altered", "speaker", "changed", "missing"},
    "claim": {"same", "value", "modifier", "missing"},
}


def versions(key: str) -> list[str]:
    if key in ARTICLES:
        return [version["text"] for version in ARTICLES[key]["versions"]]
    return [accounts()[key]["text"]]


def named(draft: dict[str, Any], finding: dict[str, Any]) -> tuple[str, str]:
    return draft["draft"], finding["quote"]


def equal(finding: dict[str, Any]) -> bool:
    """Whether the draft's figure is the source's, rounded by a thirtieth at most."""
    return any(
        abs(told - factor * stood) <= 0.034 * told
        for told in numbers(finding["quote"])
        for stood in numbers(finding["passage"])
        for factor in FACTORS
    )


def test_there_are_as_many_drafts_articles_and_findings_as_the_figures_need() -> None:
    verdicts = Counter((finding["kind"], finding["verdict"]) for _, finding in FINDINGS)
    assert len(DRAFTS) >= 15
    assert all(390 <= len(draft["text"].split()) <= 900 for draft in DRAFTS)
    assert len(LISTED["stories"]) + len(LISTED["own"]) >= 60
    assert len(QUOTES) >= 200
    assert len(FIGURES) >= 150
    assert {kind: {v for k, v in verdicts if k == kind} for kind in VERDICTS} == VERDICTS
    right = sum(finding["verdict"] in {"verbatim", "same"} for _, finding in FINDINGS)
    assert 0.5 <= right / len(FINDINGS) <= 0.6


def test_every_article_is_listed_and_its_versions_follow_each_other() -> None:
    assert set(LISTED["own"]) == set(ARTICLES)
    assert set(LISTED["stories"]) == set(accounts())
    for key, article in ARTICLES.items():
        seen = [datetime.fromisoformat(version["seen"]) for version in article["versions"]]
        assert all(moment.tzinfo for moment in seen), key
        assert seen == sorted(set(seen)), key


@pytest.mark.parametrize("draft", DRAFTS, ids=lambda draft: str(draft["draft"]))
def test_findings_stand_where_they_are_said_to_and_do_not_overlap(draft: dict[str, Any]) -> None:
    end = 0
    for finding in draft["findings"]:
        at = -1
        for _ in range(finding["occurrence"]):
            at = draft["text"].find(finding["quote"], at + 1)
        assert at >= end, named(draft, finding)
        end = at + len(finding["quote"])


def test_a_verdict_belongs_to_its_kind_and_names_a_passage_unless_nothing_is_found() -> None:
    for draft, finding in FINDINGS:
        assert finding["verdict"] in VERDICTS[finding["kind"]], named(draft, finding)
        if finding["verdict"] == "missing":
            assert finding["article"] is finding["passage"] is None, named(draft, finding)
        else:
            age = 0 if finding["verdict"] == "changed" else -1
            assert finding["passage"] in versions(finding["article"])[age], named(draft, finding)


def test_only_what_is_called_verbatim_or_said_by_another_stands_in_a_source() -> None:
    now = [plain(versions(key)[-1]) for key in (*ARTICLES, *accounts())]
    for draft, finding in QUOTES:
        words = plain(finding["quote"]).rstrip(",.")
        if "[" in words:
            continue
        stands = any(words in text for text in now)
        assert stands == (finding["verdict"] in {"verbatim", "speaker"}), named(draft, finding)


def test_words_that_changed_stood_in_the_first_version() -> None:
    for draft, finding in QUOTES:
        if finding["verdict"] == "changed":
            words = plain(finding["quote"]).rstrip(",.")
            assert words in plain(versions(finding["article"])[0]), named(draft, finding)


def test_figures_are_equal_where_only_the_modifier_differs_and_else_they_are_not() -> None:
    for draft, finding in FIGURES:
        if finding["verdict"] != "missing":
            assert equal(finding) == (finding["verdict"] != "value"), named(draft, finding)
        else:
            assert numbers(finding["quote"]), named(draft, finding)
