"""Whom a pronoun stands for.

Strong candidates, measured on news: who spoke last, and the first person outside quotation marks of the nearest
sentence; gender must agree where the text or the given name tells it.
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.english.names import known
from onrecord.model import Speaker
from onrecord.speakers.cast import Body, Cast, Person, Seen
from onrecord.speakers.identity import speaker_named
from onrecord.speakers.mentions import Mention
from onrecord.speakers.people import Gender

__all__ = ["PRONOUNS", "Spoken", "antecedent", "last_body", "said_again"]

HE = frozenset({"he", "him", "his", "himself"})
SHE = frozenset({"she", "her", "hers", "herself"})
THING = frozenset({"it", "its", "itself"})
MANY = frozenset({"they", "them", "their", "theirs", "themselves", "both", "the two"})
SELF = frozenset({"i", "me", "my", "myself", "mine"})
RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
PRONOUNS = HE | SHE | THING | MANY | SELF | RELATIVE | {"we", "us", "our", "ours", "you", "one"}

# Weights of a candidate for "he" or "she", chosen on annotated articles; a sentence further off costs one.
FIRST_IN_SENTENCE = 0.7
SPOKE_LAST = 2.0
OWNER = -0.7
KNOWN_GENDER = 0.7
REACH = 12  # sentences
THING_REACH = 3  # "it" points no further back than a few sentences
SAME_NOUN_REACH = 8
THINGS = ("organisation", "country", "document")


# A speaker ready made, or the person or body of the cast that it is.
Answer = tuple[Speaker | None, Person | Body | None]


@dataclass(frozen=True, slots=True)
class Spoken:
    """A source already resolved: where it stands, and who it was."""

    start: int
    end: int
    speaker: Speaker
    who: Person | Body | None


def antecedent(cast: Cast, word: str, offset: int, spoken: list[Spoken], parent: Spoken | None) -> Answer:
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
    last = next((item.who for item in reversed(spoken) if item.start < offset and item.who is not None), None)
    scores: dict[int, tuple[float, int, Person]] = {}
    first_of: dict[int, Seen] = {}
    for item in cast.seen_before(offset, REACH):
        person = item.who
        distance = sentence - item.sentence
        if not isinstance(person, Person) or item.aside:
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


def _thing(cast: Cast, offset: int, spoken: list[Spoken]) -> Answer:
    """ "It": the best of the bodies and countries before it and of the sources that are no person."""
    sentence = cast.ground.sentence(offset)
    quoted = cast.ground.in_quote(offset)
    last = next((item for item in reversed(spoken) if item.start < offset and item.speaker.type != "person"), None)
    candidates: list[tuple[float, int, Answer]] = []
    firsts: set[int] = set()
    for mention in cast.within(cast.ground.back(offset, THING_REACH), offset):
        own = cast.ground.sentence(mention.start)
        if cast.ground.in_quote(mention.start) and not quoted:
            continue
        answer = _as_thing(cast, mention)
        if answer is None or cast.ground.is_aside(mention.start):
            continue
        score = float(own - sentence) + (OWNER if mention.possessive else 0.0)
        score += 0.0 if own in firsts else FIRST_IN_SENTENCE
        firsts.add(own)
        if last is not None and answer == (last.speaker if last.who is None else None, last.who):
            score += SPOKE_LAST
        candidates.append((score, mention.start, answer))
    if last is not None and last.speaker.type in THINGS and sentence - cast.ground.sentence(last.start) <= THING_REACH:
        score = float(cast.ground.sentence(last.start) - sentence) + SPOKE_LAST
        candidates.append((score, last.start, (last.speaker, last.who)))
    best = max(candidates, key=lambda entry: entry[:2], default=None)
    return best[2] if best else (None, None)


def _as_thing(cast: Cast, mention: Mention) -> Answer | None:
    """A mention as something that "it" may stand for: a body or a country."""
    if mention.kind == "country":
        return speaker_named(known(mention.name)[0].canonical, "country"), None
    body = cast.body(mention.name) if mention.kind == "organisation" else None
    return (None, body) if body is not None else None


def last_body(cast: Cast, offset: int, spoken: list[Spoken]) -> Body | None:
    """The body that spoke last, not long before ``offset``."""
    for item in reversed(spoken):
        if item.start < offset and isinstance(item.who, Body):
            near = cast.ground.sentence(offset) - cast.ground.sentence(item.start) <= 4
            return item.who if near else None
    return None


def said_again(cast: Cast, phrase: str, offset: int, spoken: list[Spoken]) -> Speaker | None:
    """The body that spoke not long before and whose name ends in the one noun given: "the ministry"."""
    words = phrase.lower().split()
    if len(words) != 2 or words[0] not in ("the", "this", "that"):
        return None
    start = cast.ground.back(offset, SAME_NOUN_REACH)
    for item in reversed(spoken):
        ends = item.speaker.name.lower().split()[-1:] == words[1:]
        if start <= item.start < offset and item.speaker.type == "organisation" and ends:
            return item.speaker
    return None


def _many(cast: Cast, offset: int, spoken: list[Spoken]) -> Answer:
    for item in reversed(spoken):
        if item.start < offset and item.speaker.type != "person":
            if cast.ground.sentence(offset) - cast.ground.sentence(item.start) <= 4:
                return item.speaker, item.who
            break
    return None, None
