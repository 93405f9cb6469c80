"""Facts about an article that somebody states: by hand, in a row, in a file beside it, or in the page itself."""

from __future__ import annotations

from dataclasses import dataclass, fields

from onrecord.errors import BadInput
from onrecord.reading.dates import iso_day

__all__ = ["Stated"]


@dataclass(frozen=True, slots=True)
class Stated:
    """What is stated of an article; None is not stated. Dates are ISO days, or ISO datetimes kept as their day.

    Raises BadInput for a date that is neither.
    """

    outlet: str | None = None
    origin: str | None = None
    title: str | None = None
    byline: str | None = None
    published: str | None = None
    origin_published: str | None = None
    language: str | None = None
    url: str | None = None

    def __post_init__(self) -> None:
        for name in ("published", "origin_published"):
            words = getattr(self, name)
            if words is not None:
                object.__setattr__(self, name, _day(name, words))

    def over(self, other: Stated) -> Stated:
        """These facts, and those of ``other`` where these are silent."""
        names = [field.name for field in fields(self)]
        mine = [getattr(self, name) for name in names]
        theirs = [getattr(other, name) for name in names]
        return Stated(*(one if one is not None else two for one, two in zip(mine, theirs, strict=True)))


def _day(name: str, words: str) -> str:
    day = iso_day(words)
    if day is None:
        raise BadInput(f"{name}: {words!r} is not a date; write it as a day, such as 2016-08-12")
    return day
