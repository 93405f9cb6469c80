"""Statements inside statements: "Channel Nine reported: '… Quill said …'", "Ode said Velland accused Ostmark"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.statements.drafts import Draft, by_section

__all__ = ["nest"]


# A nested statement of these is the speaker's own talk: "We have always said" inside his quotation is no report.
OWN_VOICE = frozenset({"i", "we"})
# … also where the model gives it no source: "we have always", right before the verb
FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e)(?:['’]\w+)?\s+(?:\w+\s+){0,3}\Z")
NEAR = 40


def nest(text: str, drafts: Sequence[Draft]) -> list[Draft]:
    """Give each of ``drafts`` that stands inside another's content its parent, the one with the shortest such content;
    return them without those in which a speaker only goes on about himself."""
    beside = by_section(drafts)
    for draft in drafts:
        # a cue stands in its content's paragraph, or announces it in the one before
        near = [*beside.get(draft.section, ()), *beside.get(draft.section - 1, ())]
        holders = [other for other in near if other is not draft and _holds(other, draft)]
        draft.parent = min(holders, key=_size, default=None)
    return [draft for draft in drafts if draft.parent is None or not _own_voice(text, draft)]


def _own_voice(text: str, draft: Draft) -> bool:
    source, cue = draft.proposal.source, draft.proposal.cue
    if source is None:
        return cue is not None and FIRST_PERSON.search(text, max(0, cue[0] - NEAR), cue[0]) is not None
    return text[slice(*source)].lower() in OWN_VOICE


def _holds(outer: Draft, inner: Draft) -> bool:
    """Whether the cue of ``inner`` (its content, if it has none) lies inside the longer content of ``outer``."""
    if _size(outer) <= _size(inner):
        return False
    place = inner.proposal.cue or inner.proposal.content[0]
    return any(start <= place[0] and place[1] <= end for start, end in outer.proposal.content)


def _size(draft: Draft) -> int:
    return sum(end - start for start, end in draft.proposal.content)
