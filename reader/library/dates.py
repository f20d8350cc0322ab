"""When an article was published, as a number to sort and compare by."""

from datetime import UTC, datetime

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def seconds(date: str) -> int | None:
    """Return an ISO 8601 date or time as seconds since 1970; UTC where it names no zone.

    None where there is no date.
    """
    if not date:
        return None
    try:
        moment = datetime.fromisoformat(date)
    except ValueError:
        return None
    return int(((moment if moment.tzinfo else moment.replace(tzinfo=UTC)) - _EPOCH).total_seconds())


def dated(published: str, arrived: float) -> int:
    """Return when an article counts as published: when it arrived, where it says no earlier."""
    said = seconds(published)
    return int(arrived) if said is None else min(said, int(arrived))
