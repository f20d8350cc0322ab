"""ENGINE goes up with every change of what the engine finds, or stored digests stay old."""

from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path

from events import EVENTS, event
from gold_claims import claim_gold
from gold_quotes import quote_gold

from summarize import (
    ENGINE,
    compare_claims,
    digest,
    find_claims,
    find_quotes,
    split_sentences,
    summarize_story,
)

# What this engine finds in our own texts. Who changes that raises ENGINE in summarize/digests.py
# and writes here what the test below says.
FINGERPRINT = "4:77e9e7d2f7b0cf4c"

SEEDS = Path(__file__).parents[2] / "seeds"
TOLD = """
The engine finds something else in our own texts than engine {kept} did.
- Where you changed the engine: raise ENGINE in summarize/digests.py, or digests that are stored
  already will not be made again. The fingerprint is then "{engine}:{found}" with your number.
- Where you only added or corrected texts (gold, samples): the number stays.
Write FINGERPRINT = "{engine}:{found}" into tests/summarize/test_engine_version.py.
"""


def findings() -> Iterator[object]:
    """Yield all that is found in samples and events, and speech and figures of the gold."""
    for path in sorted(SEEDS.glob("[!0]*.*")):  # ours alone
        yield digest(path.read_text(encoding="utf-8"), title=path.stem)
    for gold in (*quote_gold(), *quote_gold("names"), *claim_gold()):
        yield split_sentences(gold.text, gold.language)
        yield find_quotes(gold.text, gold.language)
        yield find_claims(gold.text, gold.language)
    for accounts in map(event, EVENTS):
        yield compare_claims(accounts)
        yield summarize_story(accounts)


def test_whoever_changes_what_the_engine_finds_raises_its_number() -> None:
    hashed = blake2b(digest_size=8)
    for found in findings():
        hashed.update(repr(found).encode())
    kept, found_then = FINGERPRINT.split(":")
    told = TOLD.format(kept=kept, engine=ENGINE, found=hashed.hexdigest())
    assert (found_then, kept) == (hashed.hexdigest(), ENGINE), told
