"""What changed on the way: the drift over one passage of two articles, in one plain sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from onrecord.brief.limits import CONTEXT_WORDS, EXCERPT_WORDS
from onrecord.brief.lookup import Lookup
from onrecord.brief.view import ChangeView, Excerpt
from onrecord.brief.words import clip, listed, one_line
from onrecord.model import Change, Drift, DriftSide, Side

__all__ = ["Merged", "changes", "merged", "sentence"]

# worst first: who said it matters more than how it is set
WEIGHT: tuple[Change, ...] = (
    "speaker lost",
    "speaker changed",
    "relay lost",
    "words changed",
    "quotation marks lost",
    "quotation marks gained",
)


@dataclass(frozen=True, slots=True)
class Merged:
    """The drift between two articles over one passage: its rows, worst first; both sides at their widest."""

    rows: tuple[Drift, ...]
    a: DriftSide
    b: DriftSide

    @property
    def kinds(self) -> tuple[Change, ...]:
        """What changed, worst first, each once."""
        return tuple(dict.fromkeys(row.change for row in self.rows))


def merged(lookup: Lookup) -> tuple[Merged, ...]:
    """All drift of the record in the order of the page: the worst first, then by article and place.

    Rows of two articles are one entry if they overlap on both sides, or take the words of one speaker out of one
    passage that the two share.
    """
    shared: dict[tuple[str, str], list[tuple[Side, Side]]] = {}
    for passage in lookup.findings.passages:
        shared.setdefault((passage.a.article, passage.b.article), []).append((passage.a, passage.b))
        shared.setdefault((passage.b.article, passage.a.article), []).append((passage.b, passage.a))
    known = [row for row in lookup.findings.drift if {row.a.article, row.b.article} <= lookup.number.keys()]
    pairs: dict[tuple[str, str], list[Merged]] = {}
    for row in sorted(known, key=_place):
        pair = (row.a.article, row.b.article)
        groups = pairs.setdefault(pair, [])
        if groups and _belongs(row, groups[-1], shared.get(pair, ())):
            groups[-1] = _joined(groups[-1], row)
        else:
            groups.append(Merged((row,), row.a, row.b))
    everything = [group for groups in pairs.values() for group in groups]
    return tuple(sorted(everything, key=lambda group: _rank(lookup, group)))


def _belongs(row: Drift, group: Merged, passages: Sequence[tuple[Side, Side]]) -> bool:
    if _overlap(row.a, group.a) and _overlap(row.b, group.b):
        return True
    return row.a.speaker == group.a.speaker and any(
        all(_overlap(side, a) for side in (row.a, group.a)) and all(_overlap(side, b) for side in (row.b, group.b))
        for a, b in passages
    )


def changes(lookup: Lookup, groups: Sequence[Merged]) -> tuple[ChangeView, ...]:
    """The entries of the page for ``groups``, numbered in their order."""
    return tuple(
        ChangeView(
            anchor=f"d{number}",
            kinds=group.kinds,
            sentence=sentence(lookup, group),
            a=_excerpt(lookup, group.a),
            b=_excerpt(lookup, group.b),
        )
        for number, group in enumerate(groups, 1)
    )


def _place(row: Drift) -> tuple[str, str, int, int, int]:
    return row.a.article, row.b.article, row.a.start, row.b.start, WEIGHT.index(row.change)


def _overlap(a: DriftSide | Side, b: DriftSide | Side) -> bool:
    return a.start < b.end and b.start < a.end


def _joined(group: Merged, row: Drift) -> Merged:
    rows = sorted({*group.rows, row}, key=lambda r: (WEIGHT.index(r.change), _place(r)))
    return Merged(tuple(rows), _wider(group.a, row.a), _wider(group.b, row.b))


def _wider(a: DriftSide, b: DriftSide) -> DriftSide:
    return replace(a, start=min(a.start, b.start), end=max(a.end, b.end), speaker=a.speaker or b.speaker)


def _rank(lookup: Lookup, group: Merged) -> tuple[int, int, int, int, int]:
    worst = WEIGHT.index(group.rows[0].change)
    return worst, lookup.number[group.a.article], group.a.start, lookup.number[group.b.article], group.b.start


def sentence(lookup: Lookup, group: Merged) -> str:
    """One plain sentence for all that changed."""
    fuller, other = lookup.name(group.a.article), lookup.name(group.b.article)
    speaker = group.a.speaker
    kinds = group.kinds
    gone = [speaker or "a speaker"] if "speaker lost" in kinds else []
    if "relay lost" in kinds:
        gone += [name for name in _relays(lookup, group) if name not in gone]
        gone = gone or ["those through whom they came"]
    without = [f"without {name}" for name in gone]
    if "quotation marks lost" in kinds:
        without.append("without quotation marks")
    told = []
    if "speaker changed" in kinds:
        told.append(f"{other} gives them to {group.b.speaker or 'somebody else'}")
    if without:
        told.append(f"in {other} they stand {listed(without)}")
    if "words changed" in kinds:
        told.append(f"{other} prints other words between the quotation marks")
    if "quotation marks gained" in kinds:
        told.append(f"{other} sets in quotation marks what {fuller} tells in its own words")
    return f"{_owner(speaker)}, printed in {fuller}; {listed(told)}."


def _owner(speaker: str | None) -> str:
    if speaker is None:
        return "Words of a speaker not named"
    return f"{speaker}’ words" if speaker.endswith("s") else f"{speaker}’s words"


def _relays(lookup: Lookup, group: Merged) -> Iterator[str]:
    """Through whom the fuller account has the words that lost it: their relay, else who tells what they are part of."""
    for row in group.rows:
        held = lookup.holding(row.a.article, row.a.start, row.a.end) if row.change == "relay lost" else None
        if held and held.relay:
            yield from held.relay
        elif held:
            teller = lookup.statements.get((row.a.article, held.nested_in or ""))
            yield from (teller.speaker.name,) if teller and teller.speaker else ()


def _excerpt(lookup: Lookup, side: DriftSide) -> Excerpt:
    text = lookup.article[side.article].text
    return Excerpt(
        name=lookup.named(side.article),
        date=lookup.date(side.article),
        speaker=side.speaker,
        before=_before(text, side.start),
        words=clip(text[side.start : side.end], EXCERPT_WORDS),
        after=_after(text, side.end),
        target=lookup.target_at(side.article, side.start, side.end),
    )


def _before(text: str, start: int) -> str:
    """The words just before ``start``, from a whole word on."""
    wide = text[max(0, start - CONTEXT_WORDS) : start]
    if start > CONTEXT_WORDS:
        wide = "… " + wide.partition(" ")[2]
    return one_line(wide) + (" " if wide[-1:].isspace() else "")


def _after(text: str, end: int) -> str:
    """The words just after ``end``, up to a whole word."""
    wide = text[end : end + CONTEXT_WORDS]
    if end + CONTEXT_WORDS < len(text):
        wide = wide.rpartition(" ")[0] + " …"
    return (" " if wide[:1].isspace() else "") + one_line(wide)
