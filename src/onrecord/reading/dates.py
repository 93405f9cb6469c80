"""Days as people and programs write them, read only where they can mean one day alone."""

from __future__ import annotations

import re
from datetime import date, datetime

__all__ = ["iso_day", "two_days", "written_day"]

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"),
            ("february", "feb"),
            ("march", "mar"),
            ("april", "apr"),
            ("may",),
            ("june", "jun"),
            ("july", "jul"),
            ("august", "aug"),
            ("september", "sept", "sep"),
            ("october", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}
# A line that holds a date alone is short; anything longer is not looked at.
LONGEST = 80
# Programs write year 1 for no date; the first newspapers are of the 1600s.
FIRST_YEAR = 1600

WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
TIME = (
    r"(?:,?\s*(?:at\s+|-\s*|–\s*|T)?\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:\.\d{1,6})?)?\s*(?:[ap]\.?m\.?)?"
    r"\s*(?:\(?[A-Z]{1,5}\)?)?(?:[+-]\d{2}:?\d{2})?)?"
)
MONTH = rf"({'|'.join(sorted(MONTHS, key=len, reverse=True))})\.?"


def _form(shape: str) -> re.Pattern[str]:
    return re.compile(rf"{WEEKDAY}{shape}{TIME}\Z", re.IGNORECASE)


YEAR_FIRST = _form(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
DAY_FIRST_DOTS = _form(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
SLASHES = _form(r"(\d{1,2})[/-](\d{1,2})[/-](\d{4})")
DAY_MONTH = _form(rf"(\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{MONTH},?\s+(\d{{4}})")
MONTH_DAY = _form(rf"{MONTH}\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})")
ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}\Z")


def iso_day(words: str) -> str | None:
    """The day of an ISO day or ISO datetime, as it is written (no change of time zone); None if it is neither."""
    words = words.strip()
    if len(words) > LONGEST or not ISO_DAY.match(words[:10]):
        return None
    try:
        day = datetime.fromisoformat(words).date()
    except ValueError:
        return None
    return day.isoformat() if day.year >= FIRST_YEAR else None


def written_day(words: str) -> str | None:
    """The ISO day that ``words`` name and nothing else, a time of day aside; None if they do not, or name two.

    ``12.08.2016`` is day first, as everywhere that writes dots. ``03/04/2016`` is two days, so it is none;
    ``13/04/2016`` and ``04/13/2016`` are one.
    """
    words = words.strip().rstrip(".")
    if len(words) > LONGEST:
        return None
    if match := YEAR_FIRST.match(words):
        return _day(int(match[1]), int(match[2]), int(match[3]))
    if match := DAY_FIRST_DOTS.match(words):
        return _day(int(match[3]), int(match[2]), int(match[1]))
    if match := SLASHES.match(words):
        return _either(int(match[3]), int(match[1]), int(match[2]))
    if match := DAY_MONTH.match(words):
        return _day(int(match[3]), MONTHS[match[2].lower()], int(match[1]))
    if match := MONTH_DAY.match(words):
        return _day(int(match[3]), MONTHS[match[1].lower()], int(match[2]))
    return None


def two_days(words: str) -> bool:
    """Whether ``words`` are a date that can be read as either of two days (``03/04/2016``)."""
    found = SLASHES.match(words.strip()) if len(words) <= LONGEST else None
    return found is not None and written_day(words) is None


def _either(year: int, one: int, other: int) -> str | None:
    days = {_day(year, one, other), _day(year, other, one)} - {None}
    return days.pop() if len(days) == 1 else None


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat() if year >= FIRST_YEAR else None
    except ValueError:
        return None
