"""Whom a pronoun stands for.

Strong candidates, measured on news: who spoke last, and the first person outside quotation marks of the nearest
sentence; gender must agree where the text or the given name tells it.
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.model import Speaker
from onrecord.speakers.cast import Body, Cast, Gender, Person, Seen

__all__ = ["PRONOUNS", "Spoken", "antecedent"]

HE = frozenset({"he", "him", "his", "himself"})
SHE = frozenset({"she", "her", "hers", "herself"})
THING = frozenset({"it", "its", "itself"})
MANY = frozenset({"they", "them", "their", "theirs", "themselves", "both", "the two"})
SELF = frozenset({"i", "me", "my", "myself", "mine"})
RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
PRONOUNS = HE | SHE | THING | MANY | SELF | RELATIVE | {"we", "us", "our", "ours", "you", "one"}

# Weights of a candidate for "he" or "she", chosen on annotated articles; a sentence further off costs one.
FIRST_IN_SENTENCE = 1.0
SPOKE_LAST = 1.5
OWNER = -0.7
KNOWN_GENDER = 0.7
REACH = 12  # sentences


@dataclass(frozen=True, slots=True)
class Spoken:
    """A source already resolved: where it stands, and who it was."""

    start: int
    end: int
    speaker: Speaker
    who: Person | Body | None


def antecedent(
    cast: Cast, word: str, offset: int, spoken: list[Spoken], parent: Spoken | None
) -> tuple[Speaker | None, Person | Body | None]:
    """Who ``word`` at ``offset`` stands for; ``parent`` is the speaker of the statement that encloses it, if any."""
    word = word.lower()
    if word in SELF:
        return (parent.speaker, parent.who) if parent else (None, None)
    if word in HE or word in SHE:
        person = _person(cast, "m" if word in HE else "f", offset, spoken, parent)
        return None, person
    if word in THING:
        return _thing(cast, offset, spoken)
    if word in MANY:
        return _many(cast, offset, spoken)
    return None, None


def _person(cast: Cast, gender: Gender, offset: int, spoken: list[Spoken], parent: Spoken | None) -> Person | None:
    sentence = cast.ground.sentence(offset)
    quoted = cast.ground.in_quote(offset)
    last = next((item.who for item in reversed(spoken) if item.start < offset and item.who), None)
    scores: dict[int, tuple[float, int, Person]] = {}
    first_of: dict[int, Seen] = {}
    for item in cast.seen:
        if item.mention.start >= offset:
            break
        person = item.who
        distance = sentence - item.sentence
        if not isinstance(person, Person) or item.aside or distance > REACH:
            continue
        if item.quoted and not quoted:
            continue
        if person.gender not in ("", gender) or (quoted and parent and parent.who is person):
            continue
        first = first_of.setdefault(item.sentence, item)
        score = -float(distance) + (KNOWN_GENDER if person.gender else 0.0)
        score += FIRST_IN_SENTENCE if first is item else 0.0
        score += SPOKE_LAST if person is last else 0.0
        score += OWNER if item.mention.possessive else 0.0
        old = scores.get(id(person))
        if old is None or score >= old[0]:
            scores[id(person)] = (score, item.mention.start, person)
    best = max(scores.values(), key=lambda entry: entry[:2], default=None)
    return best[2] if best else None


def _thing(cast: Cast, offset: int, spoken: list[Spoken]) -> tuple[Speaker | None, Person | Body | None]:
    """ "It": the last source that is a body, country or document, or the first body of the nearest sentence."""
    for item in reversed(spoken):
        if item.start < offset and item.speaker.type in ("organisation", "country", "document"):
            if cast.ground.sentence(offset) - cast.ground.sentence(item.start) <= 3:
                return item.speaker, item.who
            break
    return None, _nearest_body(cast, offset)


def _many(cast: Cast, offset: int, spoken: list[Spoken]) -> tuple[Speaker | None, Person | Body | None]:
    for item in reversed(spoken):
        if item.start < offset and item.speaker.type != "person":
            if cast.ground.sentence(offset) - cast.ground.sentence(item.start) <= 4:
                return item.speaker, item.who
            break
    return None, None


def _nearest_body(cast: Cast, offset: int) -> Body | None:
    sentence = cast.ground.sentence(offset)
    found: Seen | None = None
    for item in cast.seen:
        if item.mention.start >= offset:
            break
        if isinstance(item.who, Body) and not item.quoted and not item.aside and sentence - item.sentence <= 2:
            found = item if found is None or item.sentence != found.sentence else found
    return found.who if found and isinstance(found.who, Body) else None
