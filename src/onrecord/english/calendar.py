"""Names of days and months, and the phrases that tell when something was said."""

from __future__ import annotations

import re

__all__ = ["DAYS", "MONTHS", "NOT_WHEN", "WHEN"]

DAYS = {
    name: number
    for number, name in enumerate(
        ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
    )
}
MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}

_MONTH = (
    r"(?P<month{0}>January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan\.?|Feb\.?|Mar\.?|Apr\.?|Jun\.?|Jul\.?|Aug\.?|Sept\.?|Sep\.?|Oct\.?|Nov\.?|Dec\.?)"
)
_DAY = r"(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
_LEAD = r"(?i:(?:on|in|at|earlier|early|late|later|just|back|only|over|the|mid)[\s-]){0,3}"
_YEAR = r"(?:19|20)\d\d"
_NUMBER = r"\d{1,3}|an?|two|three|four|five|six|seven|eight|nine|ten"

# One phrase, with a group for each kind of it; what is not of a kind that can be resolved is ``vague``.
WHEN = re.compile(
    rf"\b(?:(?P<lead>{_LEAD})(?:"
    rf"(?:{_DAY},\s)?(?:(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\s{_MONTH.format(1)}"
    rf"|{_MONTH.format(2)}\s(?P<d2>\d{{1,2}})(?!\d)(?:st|nd|rd|th)?)(?:,?\s(?P<y1>{_YEAR}))?"
    rf"|(?P<last>(?i:last|past)\s)?(?P<weekday>{_DAY})(?:\s(?:morning|afternoon|evening|night))?"
    rf"|(?P<of>(?i:last|this|early|late)\s)?{_MONTH.format(3)}(?:,?\s(?P<y2>{_YEAR}))?"
    rf"|(?P<y3>{_YEAR})"
    r"|(?i:(?P<span>last|this|past)\s(?P<unit>week|month|year)(?:end)?)"
    r"|(?i:(?P<weekend>weekend))"
    rf"|(?i:(?P<ago>{_NUMBER})\s(?P<agounit>days?|weeks?|months?|years?)\sago)"
    r"|(?i:(?P<today>today|tonight|this\s(?:morning|afternoon|evening)))"
    r"|(?i:(?P<yesterday>yesterday|last\snight)(?:\s(?:morning|afternoon|evening))?)"
    r"|(?i:(?P<vague>(?:that\s)?same\s(?:day|week|month|year|evening|night)|(?:next|following|previous)\s(?:day|week|month)"
    r"|(?:last|this)\s(?:spring|summer|autumn|fall|winter)))"
    r")|(?i:(?P<loose>recently|previously|(?:earlier|later)(?:\s(?:in|on|that|the|same)){1,3}\s(?:day|week|month|year))))\b(?!['’]s)"
)

# What follows one of these is a bound or another event's time, not the time of speaking.
NOT_WHEN = frozenset(
    "after before since until till by following for from of preceding through than the every each".split()
)
