"""Score the check of drafts on the gold: python tests/quality/score_drafts.py [--misses] [FOLDER]

Prints the accuracy of verdicts for quotes and figures, how often the right article was named, how
many altered quotes were called verbatim, and which verdicts were given for which; with --misses,
each finding that was judged otherwise. FOLDER holds drafts in the format of the gold; the events
that they name are in stories/events beside it.
"""

import json
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from html import unescape
from pathlib import Path
from typing import Any, NamedTuple

from reader.article import Article, known_as, make_article
from reader.checking import Checked, check
from reader.citations import copied_span
from reader.library import Library
from summarize import Span
from summarize.wording import wording

HERE = Path(__file__).parent
GOLD = HERE / "drafts"
_TAG = re.compile(r"<[^<>]*>|(?<=\])\([^()]*\)")  # of HTML, and the address of a Markdown link

Gold = dict[str, Any]


class Scored(NamedTuple):
    """One finding of the gold with the verdict that was given, "none" where there was none."""

    draft: str
    finding: Gold
    verdict: str
    right_article: bool

    @property
    def right(self) -> bool:
        return bool(self.verdict == self.finding["verdict"])


def score(scored: Iterable[Scored]) -> dict[str, float]:
    """Return the figures as floors name them, in percent; `altered_as_verbatim` is a number."""
    found = list(scored)
    by_kind = {kind: [one for one in found if one.finding["kind"] == kind] for kind in KINDS}
    placed = [one for one in found if one.right and one.finding.get("article")]
    return {
        "accuracy": _share(one.right for one in found),
        **{f"{kind}_accuracy": _share(one.right for one in of) for kind, of in by_kind.items()},
        "article_accuracy": _share(one.right_article for one in placed),
        "altered_as_verbatim": sum(
            (one.finding["verdict"], one.verdict) == ("altered", "verbatim") for one in found
        ),
    }


KINDS = ("quote", "claim")


def _share(right: Iterable[bool]) -> float:
    judged = list(right)
    return round(100 * sum(judged) / len(judged), 1) if judged else 100.0


def judge(folder: Path = GOLD) -> Iterator[Scored]:
    """Check every draft of a folder and hold the verdicts against its findings."""
    with tempfile.TemporaryDirectory() as place, Library.open(Path(place, "library")) as library:
        keys = store(library, articles(folder))
        for path in sorted((folder / "drafts").glob("*.json")):
            gold = json.loads(path.read_text(encoding="utf-8"))
            draft = read_draft(gold)
            yield from match(gold, draft, check(draft, library), keys)


def articles(folder: Path) -> Iterator[Gold]:
    """Give the articles that the gold names: of the events, and its own."""
    listed = json.loads((folder / "articles.json").read_text(encoding="utf-8"))
    known = {one["key"]: one for one in _told(folder)}
    names = [one if isinstance(one, str) else one.get("key") for one in _names(listed)]
    yield from [known[name] for name in names if name in known] or known.values()
    yield from (one for one in listed if isinstance(one, dict) and _is_article(one))


def _names(listed: Any) -> Iterator[Any]:  # noqa: ANN401 - lists of keys, by whatever name
    for one in listed.values() if isinstance(listed, dict) else listed:
        if isinstance(one, list | dict) and not (isinstance(one, dict) and "key" in one):
            yield from _names(one)
        else:
            yield one


def _is_article(one: Mapping[str, Any]) -> bool:
    return "text" in one or "versions" in one


def _told(folder: Path) -> Iterator[Gold]:
    for path in sorted((folder.parent / "stories" / "events").glob("*.json")):
        yield from json.loads(path.read_text(encoding="utf-8"))["accounts"]
    for path in sorted((folder / "articles").glob("*.json")):
        told = json.loads(path.read_text(encoding="utf-8"))
        if isinstance(told, dict):
            told = told.get("articles") or [{"key": path.stem, **told}]
        yield from told


def store(library: Library, told: Iterable[Gold]) -> dict[str, str]:
    """Store articles with their versions; return the gold's keys by the ids in the library."""
    keys = {}
    for one in told:
        for number, version in enumerate(one.get("versions") or [one]):
            article = _article(one, version)
            library.articles.store(None, [article], _seconds(version, one) + number)
        keys[article.id] = one["key"]
    return keys


def _article(one: Gold, version: Gold) -> Article:
    article = make_article(
        title=version.get("title") or one.get("title", ""),
        text=version["text"],
        source=one.get("outlet", ""),
        published=str(one.get("time", "")),
    )
    return known_as(article, "gold", one["key"])


def _seconds(version: Gold, one: Gold) -> float:
    told = version.get("seen") or one.get("time") or "2026-01-01"
    return datetime.fromisoformat(str(told)).timestamp()


def read_draft(gold: Gold) -> Article:
    """Return a draft as the program reads it from a file of its format."""
    form = gold["format"].lower().lstrip(".")
    ending = {"text": "txt", "markdown": "md", "plain": "txt"}.get(form, form)
    with tempfile.TemporaryDirectory() as folder:
        from io import BytesIO

        from reader.reading import read_given

        path = Path(folder, f"draft.{ending}")
        path.write_text(gold["text"], encoding="utf-8")
        (article,) = read_given([str(path)], BytesIO())
    if isinstance(article, Article):
        return article
    raise article


def match(
    gold: Gold, draft: Article, checked: Iterable[Checked], keys: Mapping[str, str]
) -> Iterator[Scored]:
    """Give each finding of the gold with ours of the same kind that overlaps it the most."""
    ours = [(copied_span(one.value, draft.text, ()), one) for one in checked]
    for finding in gold["findings"]:
        span = _place(draft.text, finding["quote"], finding.get("occurrence", 1))
        alike = [
            (min(span.end, other.end) - max(span.start, other.start), one)
            for other, one in ours
            if span and span.overlaps(other) and _kind(one) == finding["kind"]
        ]
        best = max(alike, key=lambda pair: pair[0])[1] if alike else None
        named = keys.get(best.found.article.id) if best and best.found else None
        yield Scored(
            gold["draft"], finding, best.verdict if best else "none", named == finding["article"]
        )


def _kind(checked: Checked) -> str:
    return "claim" if hasattr(checked.value, "unit") else "quote"


def _place(text: str, words: str, occurrence: int) -> Span | None:
    """Return where words of the draft's file stand in its text, which has no markup."""
    sought = wording(unescape(_TAG.sub("", words))).words
    told = wording(text)
    places = [
        at
        for at in range(len(told.words) - len(sought) + 1)
        if told.words[at : at + len(sought)] == sought
    ]
    if not places or not sought:
        return None
    first = places[min(occurrence, len(places)) - 1]
    return told.span(first, first + len(sought))


def main(folder: Path, *, misses: bool = False) -> None:
    """Print the figures, then what was judged otherwise than by the gold."""
    scored = list(judge(folder))
    for name, figure in score(scored).items():
        sys.stdout.write(f"{name:<22}{figure:>8}\n")
    confused = Counter((one.finding["kind"], one.finding["verdict"], one.verdict) for one in scored)
    for (kind, right, given), count in sorted(confused.items()):
        sys.stdout.write(f"{kind:<7}{right:<10}{given:<10}{count:>4}\n")
    for one in scored:
        if misses and not one.right:
            told = " ".join(one.finding["quote"].split())
            sys.stdout.write(f"{one.draft}: {one.finding['verdict']} as {one.verdict}: {told}\n")


if __name__ == "__main__":
    given = [argument for argument in sys.argv[1:] if argument != "--misses"]
    drafts = Path(given[0]) if given else GOLD
    if not drafts.is_dir():
        sys.exit(f"there is no gold of drafts in {drafts}")
    main(drafts, misses="--misses" in sys.argv)
