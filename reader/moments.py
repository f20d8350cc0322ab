"""When something was published, as the clock of here has it: one zone for all that is compared."""

from datetime import datetime


def moment(published: str) -> datetime | None:
    """Return an ISO 8601 date or time as it is here; a day alone is that day, wherever it was.

    None where there is no date.
    """
    try:
        then = datetime.fromisoformat(published)
    except ValueError:
        return None
    return then.astimezone() if has_time(published) else then


def has_time(published: str) -> bool:
    """Tell whether a date says the time of day, too."""
    return "T" in published


def day(published: str) -> str:
    """Return the day here: "2026-03-03"."""
    then = moment(published)
    return f"{then:%Y-%m-%d}" if then else published.partition("T")[0]


def day_and_time(published: str) -> str:
    """Return the day and, where it is known, the time here: "2026-03-03 18:00"."""
    then = moment(published)
    return f"{then:%Y-%m-%d %H:%M}" if then and has_time(published) else day(published)
