"""Where and to whom it was said: the addressee, the occasion, and the outlet that stands in between.

Read from the words of the statement's own sentence that are not its content.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.english.names import known
from onrecord.english.venues import ADDRESSEES, MEDIA_NOUNS, MEDIA_WORDS, VENUES
from onrecord.english.words import TIME_WORDS
from onrecord.statements.drafts import Draft
from onrecord.statements.rules import Proposal

__all__ = ["Occasion", "occasion", "relayed_by_introduction"]

NAME = r"(?:[A-Z][\w’'&.-]*|[A-Z]{2,})(?:\s(?:(?:of|the|and)\s)?[A-Z0-9][\w’'&.-]*){0,5}"
# a bounded run of lower-case words: "a live television", "his weekly"
LEAD = r"(?:[\w’'-]{1,20}\s){0,4}?"
TOLD = re.compile(rf"(?:the\s)?(?P<name>{NAME})(?:['’]s\s(?P<person>{NAME}))?|(?P<plain>[a-z]+(?:\sin\s{NAME})?)")
TO = re.compile(
    rf"\bto\s(?:the\s)?(?P<lead>(?:[a-z]+\s){{0,3}})(?P<name>{NAME})|\bto\s(?P<plain>{'|'.join(sorted(ADDRESSEES))})\b"
)
VENUE = re.compile(
    rf"\b(?:in|during|at|on|via|through)\s(?P<what>(?:an?\s|the\s|his\s|her\s|their\s|its\s)?{LEAD}(?:{'|'.join(sorted(VENUES))})\b)"
)
# "interview with NTV" before "interview on Thursday with the private NTV television" before "address to Parliament"
WITH = re.compile(
    rf"\s(?:[\w’'-]{{1,20}}\s){{0,3}}?(?:with|to|for|at|by|on)\s(?P<lead>(?:the\s|[a-z’'-]{{1,20}}\s){{0,4}})(?P<name>{NAME})"
)
# how much of a sentence around its content is looked at, in characters
NEAR = 400


@dataclass(frozen=True, slots=True)
class Occasion:
    """To whom (``addressee``), where (``venue``), and through which outlet (``relay``) something was said."""

    addressee: str | None = None
    venue: str | None = None
    relay: str | None = None


def occasion(text: str, proposal: Proposal, own: Sequence[str]) -> Occasion:
    """What the words behind a proposal's cue say of its occasion. ``own`` are the names of the article's own outlet
    and origin: what they were told, nobody relayed."""
    if proposal.cue is None:
        return Occasion()
    addressee = _addressee(text, proposal)
    venue, host, lead = _venue(text, proposal)
    outlet = next((name for name, before in ((addressee, ""), (host, lead)) if name and is_outlet(name, before)), None)
    if outlet is None and (found := _to(text, proposal)) is not None:
        addressee = addressee or found
        outlet = found if is_outlet(found, "") else None
    relay = None if outlet is None or _is_own(outlet, own) else outlet
    return Occasion(addressee or (host if relay else None), venue, relay)


def is_outlet(name: str, before: str) -> bool:
    """Whether a name is an outlet's: in the table, by a word of it ("Karsk Herald"), or by the words before it."""
    if any(entry.type in {"agency", "broadcaster", "newspaper", "digital outlet"} for entry in known(name)):
        return True
    return bool(MEDIA_WORDS & set(name.split())) or bool(MEDIA_NOUNS & set(re.findall(r"\w+", before.lower())))


def _bare(name: str | None) -> str | None:
    """A name without the marks of the sentence it closed."""
    return name.rstrip(".,'’-&") if name else None


def _is_own(name: str, own: Sequence[str]) -> bool:
    return any(name.casefold() in o.casefold() or o.casefold() in name.casefold() for o in own if o)


def _tail(text: str, proposal: Proposal) -> str:
    """The words of the sentence behind cue and source, up to its content if that follows."""
    assert proposal.cue is not None
    start = proposal.cue[1]
    if proposal.source is not None and proposal.source[0] >= proposal.cue[1]:
        start = proposal.source[1]
    later = [begin for begin, _ in proposal.content if begin >= start]
    end = min([*later, max(proposal.sentence[1], start)])
    return text[start : min(end, start + NEAR)]


def _addressee(text: str, proposal: Proposal) -> str | None:
    """The name behind "told": NBC News, reporters."""
    assert proposal.cue is not None
    if text[slice(*proposal.cue)].lower().split()[-1] not in {
        "told",
        "tell",
        "tells",
        "telling",
        "informed",
        "assured",
    }:
        return None
    found = TOLD.match(_tail(text, proposal).lstrip())
    if found is None:
        return None
    return _bare(found["name"]) or (found["plain"] if found["plain"].split()[0] in ADDRESSEES else None)


def _to(text: str, proposal: Proposal) -> str | None:
    """The addressee behind "to": "said to reporters", "confirmed the report to NBC News"."""
    assert proposal.cue is not None
    tail = text[proposal.cue[1] : min(proposal.sentence[1], proposal.cue[1] + NEAR)]
    if len(proposal.content) == 1 and proposal.content[0][0] >= proposal.cue[1] and proposal.act != "confirm":
        tail = text[proposal.cue[1] : proposal.content[0][0]]
    found = TO.search(tail)
    return (_bare(found["name"]) or found["plain"]) if found else None


def _venue(text: str, proposal: Proposal) -> tuple[str | None, str | None, str]:
    """The occasion's words, its host, and the words before the host: ("live interview with the NTV …", "NTV", …)."""
    tail = _tail(text, proposal)
    found = VENUE.search(tail)
    if found is None and proposal.cue is not None:  # "In an interview with X, Quill said"
        lead = text[max(proposal.sentence[0], proposal.cue[0] - NEAR) : proposal.cue[0]]
        outside = not any(a < proposal.cue[0] and a >= proposal.sentence[0] for a, _ in proposal.content)
        found, tail = (VENUE.search(lead), lead) if outside else (None, tail)
    if found is None:
        return None, None, ""
    what = re.sub(r"^(?:an?|the|his|her|their|its)\s", "", found["what"])
    hosts = (WITH.match(tail, at) for at in range(found.end(), min(len(tail), found.end() + 30)))
    host = next((h for h in hosts if h and h["name"].split()[0].lower() not in TIME_WORDS), None)
    if host is None:
        return what, None, what
    name = _bare(host["name"])
    return f"{what} with {name}", name, f"{what} {host['lead']} {tail[host.end() : host.end() + 14]}"


def relayed_by_introduction(text: str, drafts: Sequence[Draft], relays: dict[int, str]) -> None:
    """Two speakers confirmed to one outlet: "An official and a diplomat confirmed it to NBC News:" hands its relay to
    the quotations behind its colon whose sources it announces. ``relays``, by draft identity, is added to."""
    for i, draft in enumerate(drafts):
        relay = relays.get(id(draft))
        if relay is None or draft.proposal.source is None or not text[: draft.proposal.sentence[1]].endswith(":"):
            continue
        announced = set(re.findall(r"\w+", text[slice(*draft.proposal.source)].lower()))
        for later in drafts[i + 1 :]:
            if later.section > draft.section + 3 or not later.proposal.direct:
                break
            source = later.proposal.source
            words = set(re.findall(r"\w+", text[slice(*source)].lower())) if source else set()
            if {w for w in words & announced if len(w) > 4}:
                relays.setdefault(id(later), relay)
