"""The organisations of one article: the fullest name it gives each, and the short forms of it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from onrecord.english.names import known
from onrecord.english.nouns import BODY_NAMES, PLACE_WORDS
from onrecord.speakers.ground import Ground
from onrecord.speakers.identity import fold
from onrecord.speakers.mentions import Mention

__all__ = ["Body", "body_key", "gather_bodies"]

ACRONYM = re.compile(r"\s?\((?:the )?[\"“']?([A-Z][A-Za-z.]{1,9})[\"”']?(?: or ([A-Z][A-Za-z.]{1,9}))?\)")
PROSE = 1000


@dataclass(slots=True, eq=False)
class Body:
    """One organisation of the article: the fullest name it gives, and the roles it states, by offset."""

    name: str
    weight: int = 0
    roles: list[tuple[int, str]] = field(default_factory=list)


def body_key(name: str) -> str:
    """What a name of an organisation is looked up by: folded, without its article."""
    return fold(name).removeprefix("the ")


def gather_bodies(mentions: list[Mention], ground: Ground) -> dict[str, Body]:
    """Organisations by every form of theirs: the full name, what it ends in, the acronym the article gives it."""
    counts: Counter[str] = Counter()
    for mention in mentions:
        if mention.kind == "organisation" or (mention.kind == "unclear" and len(mention.words) > 1):
            counts[mention.name] += 1 if ground.is_aside(mention.start) else PROSE
    bodies: dict[str, Body] = {}
    names = sorted(counts, key=lambda name: (counts[name] < PROSE, -len(name.split()), -counts[name], name))
    for name in names:
        body = bodies.setdefault(body_key(name), Body(name))
        body.weight += counts[name]
        if counts[name] < PROSE:
            continue  # in a headline's capitals a name runs into its neighbours: it is nobody's fuller form
        words = name.split()
        head = _before_connector(words)
        if head:
            bodies.setdefault(body_key(" ".join(words[:head])), body)
            bodies.setdefault(body_key(words[head - 1]), body)
        for cut in range(1, len(words)):
            tail = " ".join(words[cut:])
            if words[-1].lower() in BODY_NAMES and words[cut][0].isupper() and not _is_country(tail):
                bodies.setdefault(body_key(tail), body)
    for name in names:
        first = name.split()[0]
        if (
            counts[name] >= PROSE
            and len(first) > 2
            and first.lower() not in BODY_NAMES | PLACE_WORDS
            and not known(first)
        ):
            bodies.setdefault(body_key(first), bodies[body_key(name)])  # "Walgreens" for "Walgreens Alliance"
    _acronyms(mentions, ground, bodies)
    return bodies


def _before_connector(words: list[str]) -> int:
    """How many words stand before "for" or "of" in a name: the Karsk Observatory | for Human Rights."""
    return next((at for at, word in enumerate(words) if word in ("for", "of") and at), 0)


def _is_country(name: str) -> bool:
    return any(entry.type == "country" for entry in known(name))


def _acronyms(mentions: list[Mention], ground: Ground, bodies: dict[str, Body]) -> None:
    """Acronyms: in brackets behind the full name, or the initials of a name of the article."""
    for mention in mentions:
        body = bodies.get(body_key(mention.name))
        if body is None:
            continue
        after = ACRONYM.match(ground.text, mention.end)
        for short in after.groups() if after else ():
            if short:
                bodies[body_key(short)] = body
        initials = "".join(word[0] for word in mention.words if word[0].isupper())
        for short in {initials, initials[:3]}:
            own = bodies.get(body_key(short))
            if len(short) > 2 and own is not None and own.name == short:
                bodies[body_key(short)] = body
