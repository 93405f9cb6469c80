"""Statements inside statements: "CCTV reported: '… Peskov said …'", "Khodr said Turkey accused Russia of …".

Two ways to nest: a reporting verb found in the same sentence as another whose content holds it, and the sentences
of a quotation read again for reports of others' words.
"""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.english.words import DETERMINERS, SUBJECT_PRONOUNS
from onrecord.statements.drafts import Draft
from onrecord.statements.layout import sentences, tokens
from onrecord.statements.quotes import quotations
from onrecord.statements.rules import Proposal, propose

__all__ = ["nest"]

# What a speaker says of others' wishes and beliefs is his own talk, not a report: on annotated articles such proposals
# inside quotations were right in fewer than one case in four.
OWN_TALK = frozenset({"want", "believe", "regret", "support", "refuse", "praise", "predict", "promise"})


def nest(text: str, drafts: Sequence[Draft]) -> list[Draft]:
    """``drafts`` and those found inside their quotations, each with its parent set; those that only repeat their
    parent's own speaker ("he said he believed") are left out."""
    found = list(drafts)
    for draft in drafts:
        if draft.proposal.direct:
            found.extend(_inside(text, draft))
    for draft in found:
        if draft.parent is None:
            draft.parent = _holder(draft, found)
    return [d for d in found if d.parent is None or _reports_another(text, d, d.parent)]


def _inside(text: str, draft: Draft) -> list[Draft]:
    """The statements of others that a quotation reports."""
    made: list[Draft] = []
    for start, end in draft.proposal.content:
        toks = tokens(text, start, end, quotations(text, start, end))
        for sentence in sentences(toks):
            made.extend(
                Draft(proposal, draft.section, parent=draft)
                for proposal in propose(sentence)
                if proposal.content and proposal.act not in OWN_TALK and _names(text, proposal)
            )
    return made


def _names(text: str, proposal: Proposal) -> bool:
    """Whether the source is a name, not "we" or "the people"."""
    if proposal.source is None:
        return False
    words = text[slice(*proposal.source)].split()
    return any(w[0].isupper() and w.lower() not in DETERMINERS | SUBJECT_PRONOUNS for w in words)


def _holder(draft: Draft, drafts: Sequence[Draft]) -> Draft | None:
    """The draft with the shortest content that holds this one's cue and content."""
    cue = draft.proposal.cue
    if cue is None:
        return None
    holders = [d for d in drafts if d is not draft and d.section == draft.section and _holds(d, cue)]
    return min(holders, key=_size, default=None)


def _holds(holder: Draft, cue: tuple[int, int]) -> bool:
    return any(start <= cue[0] and cue[1] <= end for start, end in holder.proposal.content)


def _size(draft: Draft) -> int:
    return sum(end - start for start, end in draft.proposal.content)


def _reports_another(text: str, draft: Draft, parent: Draft) -> bool:
    """Whether a nested statement has a source of its own: a pronoun inside reported speech is mostly its speaker."""
    source, outer = draft.proposal.source, parent.proposal.source
    if source is None or source == outer:
        return False
    words = text[slice(*source)].lower()
    return words not in SUBJECT_PRONOUNS and not (outer and words == text[slice(*outer)].lower())
