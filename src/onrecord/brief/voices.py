"""Who said what: every speaker with all the articles have them say, the most quoted of each type first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from onrecord.brief.cards import said_when
from onrecord.brief.limits import ENTRY_WORDS, TOLD_SHOWN, VOICES_SHOWN
from onrecord.brief.lookup import NOBODY, Lookup, line
from onrecord.brief.view import Group, Line, Piece, Told, Voice
from onrecord.brief.words import count, listed, printed
from onrecord.model import SpeakerType, Statement

__all__ = ["anchors", "groups"]

TYPES: tuple[tuple[SpeakerType | None, str], ...] = (
    ("person", "Persons"),
    ("country", "Countries"),
    ("organisation", "Organisations"),
    ("group", "Groups"),
    ("document", "Documents"),
    ("anonymous", "Sources without a name"),
    (None, "Nobody: words for which no source is given"),
)
NOBODY_ID = ""


def groups(lookup: Lookup) -> tuple[tuple[Group, ...], int]:
    """Speakers by type, with what they said; and how many speakers were left out."""
    everyone = _everyone(lookup)
    shown = everyone[:VOICES_SHOWN]
    numbers = anchors(lookup)
    found = [
        Group(name, tuple(_voice(lookup, numbers[key], told) for key, told in shown if _type(told) == kind))
        for kind, name in TYPES
    ]
    return tuple(group for group in found if group.voices), len(everyone) - len(shown)


def anchors(lookup: Lookup) -> dict[str, str]:
    """The anchor of each speaker shown, by speaker id; nobody has the empty id."""
    return {key: f"v{number}" for number, (key, _) in enumerate(_everyone(lookup)[:VOICES_SHOWN], 1)}


def _everyone(lookup: Lookup) -> list[tuple[str, list[Statement]]]:
    """Statements by speaker, most first; a headline or pull quote that repeats the body adds none."""
    said: dict[str, list[Statement]] = {}
    for statement in lookup.statements.values():
        if statement.repeats is None:
            said.setdefault(statement.speaker.id if statement.speaker else NOBODY_ID, []).append(statement)
    return sorted(said.items(), key=lambda item: (-len(item[1]), item[0]))


def _type(told: Sequence[Statement]) -> SpeakerType | None:
    return told[0].speaker.type if told[0].speaker else None


def _voice(lookup: Lookup, anchor: str, told: Sequence[Statement]) -> Voice:
    names = Counter(statement.speaker.name for statement in told if statement.speaker)
    name = min(names, key=lambda n: (-names[n], n)) if names else NOBODY
    articles = len({statement.article for statement in told})
    hidden = len(told) - TOLD_SHOWN
    return Voice(
        anchor=anchor,
        name=name,
        tally=f"{count(len(told), 'statement')} in {count(articles, 'article')}",
        told=tuple(_told(lookup, statement) for statement in told[:TOLD_SHOWN]),
        more=f"…and {count(hidden, 'more statement')}; `onrecord search` finds them." if hidden > 0 else None,
    )


def _told(lookup: Lookup, statement: Statement) -> Told:
    return Told(
        words=printed(statement, ENTRY_WORDS),
        kind=statement.kind,
        details=_details(lookup, statement),
        again=(statement.article, statement.id) in lookup.repeated,
        target=lookup.target(statement.article, statement.id),
    )


def _details(lookup: Lookup, statement: Statement) -> Line:
    """Where it stands, when it was said, what it does, and through whom it came."""
    parts: list[Piece | str] = [lookup.named(statement.article, statement.id)]
    when = said_when(statement.said)
    parts.append(f", said {when}" if when else f", {lookup.published(statement.article)}")
    if statement.act and statement.act != "say":
        parts.append(f" · {statement.act}")
    if statement.venue:
        parts.append(f" · {statement.venue}")
    if statement.addressee:
        parts.append(f" · to {statement.addressee}")
    if statement.relay:
        parts.append(f" · via {listed(statement.relay, 'from')}")
    teller = lookup.statements.get((statement.article, statement.nested_in or ""))
    if teller:
        parts.append(f" · as told by {teller.speaker.name if teller.speaker else 'a source not named'}")
    if statement.continues:
        parts.append(" · carries on a quotation")
    number = lookup.card.get((statement.article, statement.id))
    if number:
        told = count(len(lookup.articles_of(lookup.utterances[number - 1])), "article")
        parts += [" · ", Piece(f"told by {told}", lookup.card_target(number))]
    return line(*parts)
