"""What changed on the way: the drift over one passage of two articles, in one plain sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.brief.limits import CONTEXT_WORDS, ENTRY_WORDS
from onrecord.brief.lookup import Lookup
from onrecord.brief.view import ChangeView, Excerpt
from onrecord.brief.words import clip, listed, one_line
from onrecord.model import Change, Drift, DriftSide

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
    """All drift of the record in the order of the page: the worst first, then by article and place."""
    known = [row for row in lookup.findings.drift if {row.a.article, row.b.article} <= lookup.number.keys()]
    pairs: dict[tuple[str, str], list[Merged]] = {}
    for row in sorted(known, key=_place):
        groups = pairs.setdefault((row.a.article, row.b.article), [])
        if groups and row.a.start < groups[-1].a.end and _overlap(groups[-1].b, row.b):
            groups[-1] = _joined(groups[-1], row)
        else:
            groups.append(Merged((row,), row.a, row.b))
    everything = [group for groups in pairs.values() for group in groups]
    return tuple(sorted(everything, key=lambda group: _rank(lookup, group)))


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


def _overlap(a: DriftSide, b: DriftSide) -> bool:
    return a.start < b.end and b.start < a.end


def _joined(group: Merged, row: Drift) -> Merged:
    rows = sorted({*group.rows, row}, key=lambda r: (WEIGHT.index(r.change), r))
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
    without = []
    if "speaker lost" in kinds:
        without.append(f"without {speaker}" if speaker else "without a speaker")
    if "relay lost" in kinds:
        without.append(f"without {_relay(lookup, group)}")
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


def _relay(lookup: Lookup, group: Merged) -> str:
    held = lookup.holding(group.a.article, group.a.start, group.a.end)
    return listed(held.relay) if held and held.relay else "those through whom they came"


def _excerpt(lookup: Lookup, side: DriftSide) -> Excerpt:
    text = lookup.article[side.article].text
    return Excerpt(
        name=lookup.named(side.article),
        date=lookup.date(side.article),
        speaker=side.speaker,
        before=_before(text, side.start),
        words=clip(text[side.start : side.end], ENTRY_WORDS * 2),
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
