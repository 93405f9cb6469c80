"""The days that a phrase means, given the day the article was published; never today's date.

Weeks run from Monday to Sunday. A bare weekday is the most recent one on or before the article's day; "this week"
ends on it. Seasons, "the same day" and "recently" are words without days.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from onrecord.english.calendar import DAYS, MONTHS

__all__ = ["days_of"]

Days = tuple[date, date] | None
NUMBERS = {word: n for n, word in enumerate("a two three four five six seven eight nine ten".split(), start=1)}
NUMBERS["an"] = 1


def days_of(phrase: re.Match[str], published: date | None) -> Days:
    """First and last day that ``phrase`` (a match of ``WHEN``) means, or None where that cannot be told."""
    part = phrase.groupdict()
    month = part["month1"] or part["month2"] or part["month3"]
    year = part["y1"] or part["y2"]
    try:
        if month and (part["d1"] or part["d2"]):
            return _day(int(part["d1"] or part["d2"]), _month(month), year, published)
        if month:
            return _whole_month(_month(month), year, published, (part["of"] or "").strip().lower() == "last")
        if part["y3"]:
            return _clip(date(int(part["y3"]), 1, 1), date(int(part["y3"]), 12, 31), published)
        return _relative(part, published) if published else None
    except (ValueError, OverflowError):  # 31 February, or before the year 1
        return None


def _day(day: int, month: int, year: str | None, published: date | None) -> Days:
    if year:
        found = date(int(year), month, day)
    elif published is None:
        return None
    else:
        this = (month, day) <= (published.month, published.day)
        found = date(published.year if this else published.year - 1, month, day)
    return found, found


def _whole_month(month: int, year: str | None, published: date | None, last: bool) -> Days:
    if year:
        number = int(year)
    elif published is None:
        return None
    else:
        earlier = month < published.month or (month == published.month and not last)
        number = published.year if earlier else published.year - 1
    return _clip(date(number, month, 1), date(number, month, monthrange(number, month)[1]), published)


def _relative(part: dict[str, str | None], published: date) -> Days:
    if part["today"]:
        return published, published
    if part["yesterday"]:
        return (published - timedelta(1),) * 2
    if part["weekday"]:
        back = (published.weekday() - DAYS[part["weekday"].lower()]) % 7
        return (published - timedelta(back or (7 if part["last"] else 0)),) * 2
    if part["ago"] and (part["agounit"] or "").startswith("day"):
        back = NUMBERS.get(part["ago"].lower()) or int(part["ago"])
        return (published - timedelta(back),) * 2
    if part["unit"]:
        return _span((part["span"] or "").lower() == "this", part["unit"].lower(), published)
    return None


def _span(this: bool, unit: str, published: date) -> Days:
    if unit == "week":
        monday = published - timedelta(published.weekday())
        return (monday, published) if this else (monday - timedelta(7), monday - timedelta(1))
    first = published.replace(day=1, month=published.month if unit == "month" else 1)
    if this:
        return first, published
    end = first - timedelta(1)
    return end.replace(day=1, month=end.month if unit == "month" else 1), end


def _clip(first: date, last: date, published: date | None) -> Days:
    """What was said was said by the day of the article."""
    if published is None or first > published:
        return first, last
    return first, min(last, published)


def _month(name: str) -> int:
    return MONTHS[name.lower().rstrip(".")]
