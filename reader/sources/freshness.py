"""How long an answer asks not to be asked again, from its headers."""

import re
from collections.abc import Mapping

LONGEST = 24 * 3600  # seconds: a feed that asks for more is looked at once a day all the same
_TOO_MANY_REQUESTS = 429
_BUSY = 600  # seconds, where a server asks for fewer requests and does not say when

_MAX_AGE = re.compile(r'(?:^|[,\s])max-age\s*=\s*"?(\d{1,12})', re.IGNORECASE)
_UNCACHED = re.compile(r"(?:^|[,\s])no-(?:cache|store)\b", re.IGNORECASE)
_SECONDS = re.compile(r"\d{1,12}", re.ASCII)


def seconds_to_wait(status: int, headers: Mapping[str, str], now: float) -> int:
    """Return for how many seconds the address should be left alone; 0 where nothing is said.

    `headers` have lower-case names; `now` is in seconds since 1970.
    """
    retry = _retry_after(headers.get("retry-after", "").strip(), now)
    if not retry and status == _TOO_MANY_REQUESTS:
        retry = _BUSY
    return min(max(retry, _max_age(headers)), LONGEST)


def _max_age(headers: Mapping[str, str]) -> int:
    """Return for how long a cache may keep the answer still (RFC 9111), a shared one or not."""
    control = headers.get("cache-control", "")
    found = _MAX_AGE.search(control)
    if found is None or _UNCACHED.search(control):
        return 0
    spent = _SECONDS.fullmatch(headers.get("age", "").strip())
    return max(0, int(found[1]) - int(spent[0] if spent else 0))


def _retry_after(said: str, now: float) -> int:
    if _SECONDS.fullmatch(said):
        return int(said)
    if not said:
        return 0
    from email.utils import parsedate_to_datetime  # slow to load, and rarely needed

    try:
        return max(0, round(parsedate_to_datetime(said).timestamp() - now))
    except (ValueError, OverflowError, OSError):
        return 0
