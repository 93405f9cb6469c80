"""One card for every utterance that several articles report: who, the words, the origins, the reports."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, takewhile

from onrecord.brief.limits import (
    CARD_WORDS,
    CARDS_SHOWN,
    DROPPED_EDGE,
    DROPPED_WHOLE,
    MARKED_SHARE,
    REPORTS_SHOWN,
)
from onrecord.brief.lookup import NOBODY, Lookup, line
from onrecord.brief.tree import family
from onrecord.brief.view import Card, Line, Piece, ReportView, Run
from onrecord.brief.words import bare, clip, count, listed, one_line, period, printed
from onrecord.copies import Difference, differences
from onrecord.model import Report, Said, Sources, Statement, Utterance

__all__ = ["cards", "origins", "said_when", "speaker_of", "tally"]


def cards(lookup: Lookup) -> tuple[Card, ...]:
    """The cards of a brief, most-reported utterance first."""
    sources = {source.claim: source for source in lookup.findings.sources}
    shown = enumerate(lookup.utterances[:CARDS_SHOWN], 1)
    return tuple(_card(lookup, number, utterance, sources.get(utterance.id)) for number, utterance in shown)


def speaker_of(utterance: Utterance) -> str:
    """The name of who spoke, or the words for nobody."""
    return utterance.speaker.name if utterance.speaker else NOBODY


def origins(source: Sources | None) -> str:
    """The range of independent origins in words."""
    if source is None:
        return "origins not counted"
    low, high = source.origins
    if high == 0:
        return "no origin named"
    if low == high:
        return count(high, "origin")
    return f"{low} to {count(high, 'origin')}"


def tally(lookup: Lookup, utterance: Utterance, source: Sources | None) -> str:
    """How many articles and outlets tell ``utterance`` and how many origins stand behind them."""
    articles = lookup.articles_of(utterance)
    outlets = len({lookup.article[article].outlet for article in articles} - {None})
    number = source.outlets if source else outlets
    told = f"{count(len(articles), 'article')}, {count(number, 'outlet') if number else 'outlets not stated'}"
    return f"{told} → {origins(source)}"


def said_when(said: Said | None) -> str | None:
    """When it was said: the days, or the article's own words for them where the days cannot be told."""
    if said is None:
        return None
    if said.since or said.until:
        return period(said.since, said.until)
    return f"“{one_line(said.text)}”, no day known"


def _card(lookup: Lookup, number: int, utterance: Utterance, source: Sources | None) -> Card:
    reports = lookup.reports(utterance)
    fullest = reports[0][1] if reports else None
    chain = source.chain if source else ()
    single = utterance.origin if source and source.origins[1] == 1 else None
    told = tally(lookup, utterance, source)
    hidden = len(reports) - REPORTS_SHOWN
    return Card(
        anchor=f"u{number}",
        number=number,
        speaker=speaker_of(utterance),
        type=utterance.speaker.type if utterance.speaker else "",
        words=printed(fullest, CARD_WORDS) if fullest else "",
        said=said_when(utterance.said),
        tally=told,
        why=tuple(_readable(lookup, reason) for reason in source.reasons if reason not in told) if source else (),
        tree=family(lookup, chain, lookup.articles_of(utterance), single),
        reports=tuple(_report(lookup, utterance, pair, fullest) for pair in reports[:REPORTS_SHOWN]),
        grouped=tuple(_readable(lookup, reason) for reason in utterance.reasons),
        more=f"…and {count(hidden, 'more report')}; `onrecord trace` lists them." if hidden > 0 else None,
    )


def _readable(lookup: Lookup, reason: str) -> str:
    """``reason`` with names for the ids of articles; an id of mere letters may be a word, and is left."""
    return re.sub(r"[^\s,;]+", lambda word: _named(lookup, word[0]), reason)


def _named(lookup: Lookup, word: str) -> str:
    return lookup.name(word) if word in lookup.article and not word.isalpha() else word


def _report(
    lookup: Lookup, utterance: Utterance, pair: tuple[Report, Statement], fullest: Statement | None
) -> ReportView:
    report, statement = pair
    runs, note = _set_against(statement, fullest, report)
    return ReportView(
        name=lookup.named(statement.article),
        number=lookup.number[statement.article],
        date=lookup.date(statement.article),
        speaker=_as_named(statement, utterance),
        relay=f"via {listed(statement.relay, 'from')}" if statement.relay else None,
        wording=report.wording,
        fullest=statement is fullest,
        quoted=statement.kind == "direct",
        runs=runs,
        note=note,
        target=lookup.target(statement.article, statement.id),
    )


def _as_named(statement: Statement, utterance: Utterance) -> Line:
    """The speaker as this article has it: the name, and the words it uses where they are others."""
    if statement.source is None and statement.speaker is None:
        return line(Piece(NOBODY, None, "unknown"))
    words = clip(statement.source.text, 160) if statement.source else ""
    name = statement.speaker.name if statement.speaker else ""
    if not name or name == words:
        return line(Piece(words or name, None, "who"))
    return line(Piece(name, None, "who"), f" — here “{words}”" if words else "")


def _set_against(statement: Statement, fullest: Statement | None, report: Report) -> tuple[tuple[Run, ...], str | None]:
    """A report's words as runs against the fullest; plain where it is the fullest or too far from it."""
    plain = (Run("same", clip(bare(statement), CARD_WORDS)),)
    if fullest is None or statement is fullest:
        return plain, None
    if report.wording == "paraphrase":
        return plain, "reworded; differences are not marked"
    runs = differences(bare(fullest), bare(statement))
    same = sum(len(run.text) for run in runs if run.kind == "same")
    if same < MARKED_SHARE * len(bare(statement)):
        return plain, "little in common; differences are not marked"
    marked = tuple(_marked(runs))
    return marked[1:] if not marked[0].text.strip() else marked, None


def _marked(differences: Sequence[Difference]) -> Iterator[Run]:
    """Runs for a reader: what was left out, then what was put in; punctuation alone is not marked."""
    for same, runs in groupby(differences, key=lambda run: run.kind == "same"):
        if same:
            yield from (Run("same", run.text) for run in runs)
            continue
        words: dict[str, list[str]] = {"dropped": [], "added": []}
        spaced = False
        for run in runs:
            words[run.kind] += run.text.split()
            spaced = spaced or run.text[-1:].isspace()
        before, dropped, added, after = _peeled(words["dropped"], words["added"])
        middle = (_shortened(Run("dropped", " ".join(dropped))), Run("added", " ".join(added)))
        for found in (Run("same", " ".join(before)), *middle, Run("same", " ".join(after))):
            if found.text:
                yield from (Run("same", " "), found)
        if spaced:  # what was left out took the space before the next word with it
            yield Run("same", " ")


def _peeled(dropped: list[str], added: list[str]) -> tuple[list[str], list[str], list[str], list[str]]:
    """The words that both begin with, what is left of each, and the words that both end with."""
    head = sum(1 for _ in takewhile(_alike, zip(dropped, added, strict=False)))
    before, dropped, added = added[:head], dropped[head:], added[head:]
    tail = sum(1 for _ in takewhile(_alike, zip(reversed(dropped), reversed(added), strict=False)))
    return before, dropped[: len(dropped) - tail], added[: len(added) - tail], added[len(added) - tail :]


def _alike(pair: tuple[str, str]) -> bool:
    one, other = ("".join(ch for ch in word.casefold() if ch.isalnum()) for word in pair)
    return one == other


def _shortened(run: Run) -> Run:
    """A long dropped stretch as its first and last words and the count of those between."""
    words = run.text.split()
    if run.kind != "dropped" or len(words) <= DROPPED_WHOLE:
        return run
    between = count(len(words) - 2 * DROPPED_EDGE, "word")
    edges = " ".join(words[:DROPPED_EDGE]), " ".join(words[-DROPPED_EDGE:])
    return Run("dropped", f"{edges[0]} … ({between}) … {edges[1]}")
