"""The dates that feeds write, to ISO 8601 with the time zone where one is given."""

import re
from datetime import datetime, timedelta, timezone
from typing import NamedTuple

_LONGEST = 100  # characters; no date is longer
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ISO = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)(?=[t ]|$)", re.ASCII)
_DAY_FIRST = re.compile(r"\b(\d{1,2})[ ./-]+([a-z]{3,9})\.?,?[ ./-]+(\d{4}|\d\d)\b", re.ASCII)
_MONTH_FIRST = re.compile(r"\b([a-z]{3,9})\.? (\d{1,2})\b.{1,30}?\b(\d{4})\b", re.ASCII)
_TIME = re.compile(r"\b(\d\d?):(\d\d)(?::(\d\d)(?:[.,]\d+)?)? ?([ap]m\b)? ?(.*)", re.ASCII)
_OFFSET = re.compile(r"(?:gmt|utc?)? ?([+-])(\d\d):?(\d\d)", re.ASCII)
# Those of RFC 822 and what else feeds often write, in hours from UTC.
_ZONES = {
    "z": 0,
    "ut": 0,
    "utc": 0,
    "gmt": 0,
    "wet": 0,
    "bst": 1,
    "west": 1,
    "cet": 1,
    "cest": 2,
    "eet": 2,
    "eest": 3,
    "msk": 3,
    "jst": 9,
    "kst": 9,
    "aest": 10,
    "aedt": 11,
    "est": -5,
    "edt": -4,
    "cst": -6,
    "cdt": -5,
    "mst": -7,
    "mdt": -6,
    "pst": -8,
    "pdt": -7,
}


class _Day(NamedTuple):
    year: int
    month: int
    day: int


def iso_date(text: str) -> str:
    """Return the date, or date and time, that `text` gives in a form that feeds use, or ""."""
    text = " ".join(text[: _LONGEST + 1].lower().split())
    day = _day(text) if len(text) <= _LONGEST else None
    if day is None:
        return ""
    try:
        date = datetime(*day)  # noqa: DTZ001 - which zone it is for is not known yet
        if not (time := _TIME.search(text.replace("t", " ", 1) if text[:4].isdigit() else text)):
            return date.date().isoformat()
        return _at(date, time).isoformat()
    except (ValueError, OverflowError):
        return ""


def _day(text: str) -> _Day | None:
    if found := _ISO.match(text):
        return _Day(int(found[1]), int(found[2]), int(found[3]))
    if found := _DAY_FIRST.search(text):
        day, month, year = found.groups()
    elif found := _MONTH_FIRST.search(text):
        month, day, year = found.groups()
    else:
        return None
    if month[:3] not in _MONTHS:
        return None
    full_year = int(year) if len(year) == 4 else int(year) + (1900 if int(year) >= 70 else 2000)
    return _Day(full_year, _MONTHS.index(month[:3]) + 1, int(day))


def _at(date: datetime, time: re.Match[str]) -> datetime:
    hour, minute, second, half, zone = time.groups()
    hours = int(hour) % 12 + (12 if half == "pm" else 0) if half else int(hour)
    moment = date + timedelta(hours=hours, minutes=int(minute), seconds=min(int(second or 0), 59))
    if hours > 24 or int(minute) > 59:
        return date
    offset = _offset(zone)
    return moment if offset is None else moment.replace(tzinfo=timezone(offset))


def _offset(zone: str) -> timedelta | None:
    if found := _OFFSET.match(zone):
        sign = -1 if found[1] == "-" else 1
        return sign * timedelta(hours=int(found[2]), minutes=int(found[3]))
    name = zone.partition(" ")[0].strip("()")
    return timedelta(hours=_ZONES[name]) if name in _ZONES else None
