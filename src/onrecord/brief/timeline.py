"""The timeline: what was published and what was said, by day; the undated last."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.brief.cards import speaker_of
from onrecord.brief.limits import ENTRY_WORDS, MOMENTS_SHOWN
from onrecord.brief.lookup import NOBODY, Lookup, line
from onrecord.brief.view import Day, Moment, Piece
from onrecord.brief.words import clip, count, day, one_line, period, printed
from onrecord.model import Article, Statement, Utterance

__all__ = ["days"]

UNDATED = "Undated"


@dataclass(frozen=True, slots=True)
class _Dated:
    since: str | None
    moment: Moment


def days(lookup: Lookup) -> tuple[tuple[Day, ...], int]:
    """The days of the record in order, the undated last; and how many entries were left out (the latest)."""
    found = [*_published(lookup), *_told_by_several(lookup), *_told_once(lookup)]
    found.sort(key=lambda dated: (dated.since is None, dated.since or ""))
    by_day: dict[str | None, list[Moment]] = {}
    for dated in found[:MOMENTS_SHOWN]:
        by_day.setdefault(dated.since, []).append(dated.moment)
    grouped = tuple(Day(day(iso) if iso else UNDATED, iso, tuple(moments)) for iso, moments in by_day.items())
    return grouped, max(0, len(found) - MOMENTS_SHOWN)


def _published(lookup: Lookup) -> Iterator[_Dated]:
    for article in lookup.articles:
        title = f"“{clip(article.title, ENTRY_WORDS)}”" if article.title and article.outlet else ""
        parts: list[Piece | str] = [
            lookup.named(article.id),
            f" publishes {title}" if title else " is published",
        ]
        if article.origin:
            parts.append(f", credited to {_credit(article)}")
        yield _Dated(article.published, Moment("published", line(*parts), _interval(article)))


def _credit(article: Article) -> str:
    dated = f" ({day(article.origin_published)})" if article.origin_published else ""
    return f"{article.origin}{dated}"


def _interval(article: Article) -> str | None:
    if article.published:
        return None
    return period(article.published_from, article.published_to)


def _told_by_several(lookup: Lookup) -> Iterator[_Dated]:
    for number, utterance in enumerate(lookup.utterances, 1):
        reports = lookup.reports(utterance)
        if utterance.said and reports:
            words = printed(reports[0][1], ENTRY_WORDS)
            told = f"told by {count(len(lookup.articles_of(utterance)), 'article')}"
            target = lookup.card_target(number)
            yield _said(utterance, speaker_of(utterance), words, Piece(told, target))


def _told_once(lookup: Lookup) -> Iterator[_Dated]:
    for key, statement in lookup.statements.items():
        if statement.said and key not in lookup.card and statement.repeats is None:
            speaker = statement.speaker.name if statement.speaker else NOBODY
            yield _said(statement, speaker, printed(statement, ENTRY_WORDS), lookup.named(*key))


def _said(what: Statement | Utterance, speaker: str, words: str, told: Piece) -> _Dated:
    """What was said, on the first day it may have been; the article's own words where no day is known."""
    assert what.said is not None
    said = what.said
    when = None
    if said.since is None or said.since != said.until:
        when = period(said.since, said.until) if said.since or said.until else f"“{one_line(said.text)}”"
    return _Dated(
        said.since,
        Moment("said", line(Piece(speaker, None, "who"), ": ", Piece(words, None, "words"), " — ", told), when),
    )
