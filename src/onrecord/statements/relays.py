"""Where and to whom it was said: the addressee, the occasion, and the outlet that stands in between.

Read from the frame of a statement: its sentence without its content and source.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.english.calendar import DAYS, MONTHS
from onrecord.english.names import known
from onrecord.english.venues import ADDRESSEES, MEDIA_NOUNS, MEDIA_WORDS, VENUES
from onrecord.statements.drafts import Draft

__all__ = ["Occasion", "occasion", "relayed_by_introduction"]

NAME = r"(?:[A-Z][\w’'&.-]*|[A-Z]{2,})(?:\s(?:(?:of|the|and)\s)?[A-Z0-9][\w’'&.-]*){0,5}"
PLAIN = rf"(?:{'|'.join(sorted(ADDRESSEES))})\b"
# a bounded run of lower-case words: "a live television", "his weekly"
LEAD = r"(?:[\w’'-]{1,20}\s){0,4}?"
TOLD = re.compile(
    rf"\b(?:told|tells?|telling|informed|assured|reminded)\s(?:the\s)?(?:(?P<name>{NAME})|(?P<plain>{PLAIN}))"
)
TO = re.compile(rf"\bto\s(?:the\s)?(?:[a-z]+\s){{0,3}}?(?:(?P<name>{NAME})|(?P<plain>{PLAIN}))")
VENUE = re.compile(
    rf"\b(?:in|during|at|on|via|through)\s(?P<what>(?:an?\s|the\s|his\s|her\s|their\s|its\s)?{LEAD}"
    rf"(?:{'|'.join(sorted(VENUES))})\b)"
)
# "interview with KTV", "interview at noon with the small KTV channel", "address to Parliament"
WITH = re.compile(
    rf"\s(?:[\w’'-]{{1,20}}\s){{0,3}}?(?:with|to|for|at|by|on)\s(?P<lead>(?:the\s|[a-z’'-]{{1,20}}\s){{0,4}})(?P<name>{NAME})"
)
ARTICLE = re.compile(r"^(?:an?|the|his|her|their|its)\s")
# how much of a sentence is looked at, in characters; and how far from its occasion the host of one is looked for
NEAR = 600
HOST = 30
# Capitalised words behind "on" that are no hosts
WHEN = frozenset(DAYS) | frozenset(MONTHS)
# stands for the words that are left out of a frame: no pattern crosses it
GAP = "\x00"
# an introduction's relay reaches at most this many paragraphs
INTRODUCED = 3


@dataclass(frozen=True, slots=True)
class Occasion:
    """To whom (``addressee``), where (``venue``), and through which outlet (``relay``) something was said."""

    addressee: str | None = None
    venue: str | None = None
    relay: str | None = None


def occasion(text: str, draft: Draft, own: Sequence[str]) -> Occasion:
    """What the frame of ``draft`` says of its occasion. ``own`` are the names of the article's own outlet and origin:
    what they were told, nobody relayed."""
    if draft.proposal.cue is None:
        return Occasion()
    frame = _frame(text, draft)
    told = TOLD.search(frame) or TO.search(frame)
    addressee = (_bare(told["name"]) or told["plain"]) if told else None
    venue, host, beside = _venue(frame)
    outlet = next((name for name, near in ((addressee, ""), (host, beside)) if name and _is_outlet(name, near)), None)
    relay = None if outlet is None or _is_own(outlet, own) else outlet
    return Occasion(addressee or (host if relay else None), venue, relay)


def _frame(text: str, draft: Draft) -> str:
    """The sentence of ``draft`` with a gap for each piece of its content and for its source."""
    start, end = draft.sentence[0], min(draft.sentence[1], draft.sentence[0] + NEAR)
    left_out = [*draft.proposal.content, *([draft.proposal.source] if draft.proposal.source else [])]
    kept: list[str] = []
    for a, b in sorted(left_out):
        if a < end and b > start:
            kept.append(text[start : max(start, a)])
            start = b
    return GAP.join([*kept, text[start : max(start, end)]])


def _is_outlet(name: str, beside: str) -> bool:
    """Whether a name is an outlet's: in the table, by a word of it ("Karsk Herald"), or by the words beside it."""
    if any(entry.type in {"agency", "broadcaster", "newspaper", "digital outlet"} for entry in known(name)):
        return True
    return bool(MEDIA_WORDS & set(name.split())) or bool(MEDIA_NOUNS & set(re.findall(r"\w+", beside.lower())))


def _bare(name: str | None) -> str | None:
    """A name without the marks of the sentence it closed."""
    return name.rstrip(".,'’-&") if name else None


def _is_own(name: str, own: Sequence[str]) -> bool:
    return any(name.casefold() in o.casefold() or o.casefold() in name.casefold() for o in own if o)


def _venue(frame: str) -> tuple[str | None, str | None, str]:
    """The occasion's words, its host, and the words beside the host: ("live interview with KTV", "KTV", …)."""
    found = VENUE.search(frame)
    if found is None:
        return None, None, ""
    what = ARTICLE.sub("", found["what"])
    hosts = (WITH.match(frame, at) for at in range(found.end(), min(len(frame), found.end() + HOST)))
    host = next((h for h in hosts if h and h["name"].split()[0].lower() not in WHEN), None)
    if host is None:
        return what, None, what
    name = _bare(host["name"])
    return f"{what} with {name}", name, f"{what} {host['lead']} {frame[host.end() : host.end() + 14]}"


def relayed_by_introduction(text: str, drafts: Sequence[Draft], relays: dict[int, str]) -> None:
    """Two speakers confirmed to one outlet: "An official and a diplomat confirmed it to NBC News:" hands its relay to
    the quotations behind its colon whose sources it announces. ``relays``, by draft identity, is added to."""
    for i, draft in enumerate(drafts):
        relay = relays.get(id(draft))
        if relay is None or draft.proposal.source is None or not text[: draft.sentence[1]].endswith(":"):
            continue
        announced = _telling_words(text, draft)
        for later in drafts[i + 1 :]:
            if later.section > draft.section + INTRODUCED or not later.direct:
                break
            if announced & _telling_words(text, later):
                relays.setdefault(id(later), relay)


def _telling_words(text: str, draft: Draft) -> set[str]:
    source = draft.proposal.source
    words = re.findall(r"\w+", text[slice(*source)].lower()) if source else []
    return {word for word in words if len(word) > 4}
