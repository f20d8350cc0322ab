"""What is printed as JSON has the documented fields, and its spans are the text's."""

import json

from reader.article import Article
from reader.records import Record, digest_record
from summarize import Claim, Digest, Pick, Quote, Span, Speaker, Summary

TEXT = 'Ilka Brandt said: "👩‍🔬 It is gone". About 5–7 percent of 40 workers left.'


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


ARTICLE = Article("1f", "Mill burns", TEXT, "Courier", "https://varn.example/mill", "2026-05-04")
DIGEST = Digest(
    language="en",
    sentences=(Span(0, 35), Span(36, len(TEXT))),
    summary=Summary("news", (Pick(Span(0, 35), sentence=0, rank=1, dangling=False),)),
    quotes=(
        Quote(
            span('"👩‍🔬 It is gone"'),
            "direct",
            Speaker(span("Ilka Brandt"), "Ilka Brandt", inferred=False),
            span("said"),
        ),
        Quote(span("gone"), "mixed"),
    ),
    claims=(
        Claim(
            span("5–7 percent"), 5.0, "percent", 7.0, "percent", "approx", span("About"),
            span("workers"),
        ),
        Claim(span("40"), 40.0, "count"),
    ),
)  # fmt: skip


def pieces(record: Record) -> list[Record]:
    """Return everything in a record that has a start, an end and the text between them."""
    found = [record] if "start" in record else []
    for value in record.values():
        for inner in value if isinstance(value, list) else [value]:
            found += pieces(inner) if isinstance(inner, dict) else []
    return found


def test_the_record_of_a_digest_has_the_documented_fields_and_values() -> None:
    assert digest_record(ARTICLE, DIGEST) == {
        "id": "1f",
        "title": "Mill burns",
        "source": "Courier",
        "url": "https://varn.example/mill",
        "published": "2026-05-04",
        "language": "en",
        "text": TEXT,
        "sentences": [[0, 35], [36, len(TEXT)]],
        "summary": {
            "method": "news",
            "picks": [{"start": 0, "end": 35, "text": TEXT[:35], "rank": 1, "dangling": False}],
        },
        "quotes": [
            {
                "start": 18,
                "end": 34,
                "text": '"👩‍🔬 It is gone"',
                "kind": "direct",
                "speaker": {
                    "start": 0,
                    "end": 11,
                    "text": "Ilka Brandt",
                    "name": "Ilka Brandt",
                    "inferred": False,
                },
                "cue": {"start": 12, "end": 16, "text": "said"},
            },
            {
                "start": 29,
                "end": 33,
                "text": "gone",
                "kind": "mixed",
                "speaker": None,
                "cue": None,
            },
        ],
        "claims": [
            {
                "start": 42,
                "end": 53,
                "text": "5–7 percent",
                "value": 5.0,
                "high": 7.0,
                "unit": "percent",
                "modifier": "approx",
                "modifier_span": [36, 41],
                "kind": "percent",
                "noun": {"start": 60, "end": 67, "text": "workers"},
            },
            {
                "start": 57,
                "end": 59,
                "text": "40",
                "value": 40.0,
                "high": None,
                "unit": None,
                "modifier": None,
                "modifier_span": None,
                "kind": "count",
                "noun": None,
            },
        ],
    }


def test_every_span_of_a_record_gives_its_words_back_after_json() -> None:
    record = json.loads(json.dumps(digest_record(ARTICLE, DIGEST)))
    found = pieces(record)
    assert len(found) == 8
    for piece in found:
        assert record["text"][piece["start"] : piece["end"]] == piece["text"]
