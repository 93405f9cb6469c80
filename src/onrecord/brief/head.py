"""The first screen: what was read; who said it first, who repeated it, what changed; what to be wary of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from onrecord.brief.cards import said_when, speaker_of, tally
from onrecord.brief.changes import WEIGHT, Merged, sentence
from onrecord.brief.limits import (
    DRIFT_SHOWN,
    ENTRY_WORDS,
    LEAD_WORDS,
    LEADS_SHOWN,
    NAMES_SHOWN,
    WARNINGS_SHOWN,
)
from onrecord.brief.lookup import Lookup, line
from onrecord.brief.view import Head, Lead, Line, Piece
from onrecord.brief.voices import NOBODY_ID, anchors
from onrecord.brief.words import clip, count, day, printed
from onrecord.model import Change, Report, Sources, Statement, Utterance

__all__ = ["head"]


def head(lookup: Lookup, title: str, drift: Sequence[Merged]) -> Head:
    """The head of a brief over ``lookup``, with ``drift`` in the order of the page."""
    sources = {source.claim: source for source in lookup.findings.sources}
    leads = tuple(
        _lead(lookup, number, utterance, sources.get(utterance.id), drift)
        for number, utterance in enumerate(lookup.utterances[:LEADS_SHOWN], 1)
    )
    findings = (
        _shared(lookup, sources),
        *_warnings(lookup, drift),
        *_never_named(lookup),
        *_nameless(lookup),
    )
    return Head(title, _read(lookup), leads, findings)


def _read(lookup: Lookup) -> str:
    """How much was read and from when."""
    articles = lookup.articles
    outlets = {article.outlet for article in articles} - {None}
    dates = sorted(article.published for article in articles if article.published)
    undated = len(articles) - len(dates)
    parts = [
        count(len(articles), "article"),
        count(len(outlets), "outlet") if outlets else "outlets not stated",
    ]
    if dates:
        parts.append(day(dates[0]) if dates[0] == dates[-1] else f"{day(dates[0])} to {day(dates[-1])}")
    if undated:
        parts.append("undated" if undated == len(articles) else f"{undated:,} undated")
    parts.append(count(len(lookup.statements), "statement"))
    return " · ".join(parts)


def _lead(lookup: Lookup, number: int, utterance: Utterance, source: Sources | None, drift: Sequence[Merged]) -> Lead:
    reports = lookup.reports(utterance)
    return Lead(
        target=f"u{number}",
        number=number,
        speaker=speaker_of(utterance),
        words=printed(reports[0][1], LEAD_WORDS) if reports else "",
        tally=tally(lookup, utterance, source),
        first=_first(lookup, utterance),
        repeated=_repeated(lookup, utterance),
        changed=_changed(lookup, utterance, drift),
    )


def _first(lookup: Lookup, utterance: Utterance) -> Line:
    """Where the words first came from, or what can be told without knowing."""
    if utterance.origin in lookup.article:
        return line(lookup.named(utterance.origin), f", {lookup.date(utterance.origin)}")
    if utterance.origin:
        when = said_when(utterance.said)
        return line(Piece(utterance.origin, None, "strong"), f", {when}" if when else "")
    dated = [article for article in lookup.articles_of(utterance) if lookup.article[article].published]
    if not dated:
        return line(Piece("not stated", None, "unknown"), ", and none of the reports is dated")
    return line(
        Piece("not stated", None, "unknown"),
        "; the earliest dated report is ",
        lookup.named(dated[0]),
        f", {lookup.date(dated[0])}",
    )


def _repeated(lookup: Lookup, utterance: Utterance) -> tuple[Line, ...]:
    """The articles that have the words, a line each, with how they have them."""
    wording: dict[str, tuple[str, str]] = {}
    for report, statement in lookup.reports(utterance):
        wording.setdefault(report.article, (report.wording, statement.id))
    articles = [a for a in lookup.articles_of(utterance) if a in wording and a != utterance.origin]
    lines = [
        line(lookup.named(article, wording[article][1]), f" ({wording[article][0]})")
        for article in articles[:NAMES_SHOWN]
    ]
    if len(articles) > NAMES_SHOWN:
        lines.append(line(f"and {count(len(articles) - NAMES_SHOWN, 'more article')}"))
    return tuple(lines) or (line("nobody else"),)


def _changed(lookup: Lookup, utterance: Utterance, drift: Sequence[Merged]) -> Line:
    """What changed over the words of ``utterance``, as links to the entries on drift."""
    reports = lookup.reports(utterance)
    touching = [(number, group) for number, group in enumerate(drift, 1) if _touches(group, reports)]
    pieces: list[Piece | str] = []
    for number, group in touching[:NAMES_SHOWN]:
        pieces += ["; " if pieces else "", Piece(", ".join(group.kinds), _entry(number), "warn")]
        pieces.append(f" in {lookup.name(group.b.article)}")
    if len(touching) > NAMES_SHOWN:
        pieces.append(f"; and {count(len(touching) - NAMES_SHOWN, 'more change')}")
    if pieces:
        return line(*pieces)
    reworded = sum(report.wording != "verbatim" for report, _ in reports)
    if reworded:
        told = count(reworded, "report")
        return line(f"{told} trimmed, edited or reworded; no loss of speaker or relay found")
    return line("no change found")


def _touches(group: Merged, reports: Sequence[tuple[Report, Statement]]) -> bool:
    """True if a change is between articles of ``reports``, and lies over the words of one of them."""
    sides = {side.article: side for side in (group.a, group.b)}
    told = [(sides[statement.article], statement) for _, statement in reports if statement.article in sides]
    return len({side.article for side, _ in told}) == len(sides) and any(
        piece.start < side.end and side.start < piece.end for side, statement in told for piece in statement.content
    )


def _shared(lookup: Lookup, sources: dict[str, Sources]) -> Line:
    """How many utterances several articles tell, and how many of those go back to one origin."""
    several = lookup.utterances
    if not several:
        return line("No utterance is told by more than one of these articles.")
    single = sum(u.id in sources and sources[u.id].origins == (1, 1) for u in several)
    unnamed = sum(u.id in sources and sources[u.id].origins[0] == 0 for u in several)
    verb = "is" if len(several) == 1 else "are"
    parts: list[Piece | str] = [
        Piece(count(len(several), "utterance"), "told", "strong"),
        f" {verb} told by two or more articles",
    ]
    if single:
        parts.append(f"; {_of(single, len(several))} back to a single origin")
    if unnamed:
        parts.append(f"; for {unnamed:,} nobody is named")
    return line(*parts, ".")


def _of(part: int, whole: int) -> str:
    if part == whole:
        return "it goes" if whole == 1 else "all of them go"
    return "one of them goes" if part == 1 else f"{part:,} of them go"


def _warnings(lookup: Lookup, drift: Sequence[Merged]) -> Iterator[Line]:
    """The worst changes in a sentence each, then how many there are of each kind, linked to the first of it."""
    for number, group in enumerate(drift[:WARNINGS_SHOWN], 1):
        yield line(Piece(f"{group.kinds[0].capitalize()}:", _entry(number), "warn"), f" {sentence(lookup, group)}")
    if len(drift) <= WARNINGS_SHOWN:
        return
    counted: Counter[Change] = Counter(kind for group in drift for kind in group.kinds)
    pieces: list[Piece | str] = [f"In all, {count(len(drift), 'passage')} changed on the way: "]
    for kind in (kind for kind in WEIGHT if counted[kind]):
        first = next(number for number, group in enumerate(drift, 1) if kind in group.kinds)
        pieces += [Piece(kind, _entry(first), "warn"), f" {counted[kind]:,}", ", "]
    yield line(*pieces[:-1], ".")


def _entry(number: int) -> str | None:
    """Where a link to an entry on drift leads; None if it is not printed."""
    return f"d{number}" if number <= DRIFT_SHOWN else None


def _never_named(lookup: Lookup) -> Iterator[Line]:
    """Utterances told by several articles of which none names who spoke."""
    for number, utterance in enumerate(lookup.utterances, 1):
        if utterance.speaker is None or utterance.speaker.type == "anonymous":
            reports = lookup.reports(utterance)
            if reports:
                told = count(len(lookup.articles_of(utterance)), "article")
                words = Piece(
                    clip(printed(reports[0][1], ENTRY_WORDS // 3), ENTRY_WORDS),
                    lookup.card_target(number),
                    "words",
                )
                yield line(words, f" is told by {told}, and none names who said it.")
                return


def _nameless(lookup: Lookup) -> Iterator[Line]:
    """How many statements rest on a source that has no name, or on none at all."""
    places = anchors(lookup)
    counted = lookup.statements.values()
    nobody = sum(statement.speaker is None for statement in counted)
    unnamed = [s for s in counted if s.speaker and s.speaker.type == "anonymous"]
    if unnamed:
        target = next((places[s.speaker.id] for s in unnamed if s.speaker and s.speaker.id in places), None)
        yield line(Piece(count(len(unnamed), "statement"), target, "strong"), _rest(len(unnamed)))
    if nobody:
        verb = "names" if nobody == 1 else "name"
        yield line(Piece(count(nobody, "statement"), places.get(NOBODY_ID), "strong"), f" {verb} no source at all.")


def _rest(number: int) -> str:
    return f" {'rests' if number == 1 else 'rest'} on sources that are not named."
