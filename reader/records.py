"""Values to the JSON objects that the command line prints, one object a line."""

from typing import Any

from reader.article import Article
from reader.rows import Row
from summarize import Claim, Digest, Quote, Span, Speaker, Summary

Record = dict[str, Any]


def row_record(row: Row) -> Record:
    """Return what a list shows of an article."""
    return {
        "id": row.id,
        "title": row.title,
        "source": row.source,
        "url": row.url,
        "published": row.published,
        "read": row.read,
        "starred": row.starred,
        "tags": list(row.tags),
    }


def reference(article: Article) -> Record:
    """Return what a quote or a claim says of the article that it is from."""
    return {
        "id": article.id,
        "title": article.title,
        "source": article.source,
        "url": article.url,
        "published": article.published,
    }


def digest_record(article: Article, digest: Digest) -> Record:
    """Return an article with everything that was found in it; spans are code points of `text`."""
    text = article.text
    return {
        **reference(article),
        "language": digest.language,
        "text": text,
        "sentences": [list(span) for span in digest.sentences],
        "summary": _summary_record(text, digest.summary),
        "quotes": [quote_record(text, quote) for quote in digest.quotes],
        "claims": [claim_record(text, claim) for claim in digest.claims],
    }


def quote_record(text: str, quote: Quote) -> Record:
    """Return one quote with its words, its speaker and its cue."""
    return {
        **_piece(text, quote.span),
        "kind": quote.kind,
        "speaker": _speaker_record(text, quote.speaker) if quote.speaker else None,
        "cue": _piece(text, quote.cue) if quote.cue else None,
    }


def claim_record(text: str, claim: Claim) -> Record:
    """Return one claim with its words, its value and what it counts."""
    return {
        **_piece(text, claim.span),
        "value": claim.value,
        "high": claim.high,
        "unit": claim.unit,
        "modifier": claim.modifier,
        "modifier_span": list(claim.modifier_span) if claim.modifier_span else None,
        "kind": claim.kind,
        "noun": _piece(text, claim.noun) if claim.noun else None,
    }


def _summary_record(text: str, summary: Summary) -> Record:
    picks = [
        {**_piece(text, pick.span), "rank": pick.rank, "dangling": pick.dangling}
        for pick in summary.picks
    ]
    return {"method": summary.method, "picks": picks}


def _speaker_record(text: str, speaker: Speaker) -> Record:
    return {**_piece(text, speaker.span), "name": speaker.name, "inferred": speaker.inferred}


def _piece(text: str, span: Span) -> Record:
    return {"start": span.start, "end": span.end, "text": span.cut(text)}
