"""The engine over the gold: every figure by subject and language."""

from collections.abc import Callable

from claim_scores import score_claims
from gold import GoldText
from gold_claims import claim_gold
from gold_quotes import quote_gold
from name_scores import score_names
from quote_scores import score_quotes
from score_stories import HOME, read_events, read_gold, score

from summarize import find_claims, find_quotes

GROUPS: dict[str, Callable[[str], bool]] = {
    "en": lambda language: language == "en",
    "de": lambda language: language == "de",
    "other": lambda language: language not in {"en", "de"},
}


def measure() -> dict[str, dict[str, dict[str, float]]]:
    """Return the figures as floors.toml names them: subject, group of languages, figure."""
    return {
        "quotes": _quote_figures(),
        "names": _name_figures("quotes"),
        "more_names": _name_figures("names"),
        "claims": _claim_figures(),
        "stories": {"all": score(read_gold()), "fresh": score(read_events(HOME / "fresh"))},
    }


def _quote_figures() -> dict[str, dict[str, float]]:
    """Return the figures for quoted speech."""
    figures = {}
    for group, texts in _groups(quote_gold()).items():
        found = [find_quotes(text.text, text.language) for text in texts]
        figures[group] = score_quotes(texts, found)
    return figures


def _name_figures(folder: str) -> dict[str, dict[str, float]]:
    """Return the figures for the names of speakers in one folder of texts."""
    figures = {}
    for group, texts in _groups(quote_gold(folder)).items():
        found = [find_quotes(text.text, text.language) for text in texts]
        figures[group] = score_names(texts, found)
    return figures


def _claim_figures() -> dict[str, dict[str, float]]:
    """Return the figures for numeric claims."""
    figures = {}
    for group, texts in _groups(claim_gold()).items():
        found = [find_claims(text.text, text.language) for text in texts]
        figures[group] = score_claims(texts, found)
    return figures


def _groups(texts: tuple[GoldText, ...]) -> dict[str, list[GoldText]]:
    """Return the texts by group of languages."""
    return {
        group: [text for text in texts if belongs(text.language)]
        for group, belongs in GROUPS.items()
    }
