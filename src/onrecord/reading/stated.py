"""Facts about an article that somebody states: by hand, in a row, in a file beside it, or in the page itself."""

from __future__ import annotations

from dataclasses import dataclass

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
        return Stated(
            outlet=self.outlet if self.outlet is not None else other.outlet,
            origin=self.origin if self.origin is not None else other.origin,
            title=self.title if self.title is not None else other.title,
            byline=self.byline if self.byline is not None else other.byline,
            published=self.published if self.published is not None else other.published,
            origin_published=(self.origin_published if self.origin_published is not None else other.origin_published),
            language=self.language if self.language is not None else other.language,
            url=self.url if self.url is not None else other.url,
        )


def _day(name: str, words: str) -> str:
    day = iso_day(words)
    if day is None:
        raise BadInput(f"{name}: {words!r} is not a date; write it as a day, such as 2016-08-12")
    return day
