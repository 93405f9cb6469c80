"""Who is in one article, and where.

A bare family name belongs to the most frequent full name that ends in it, over the whole article: measured better
than coreference software on news. Headlines count only where the prose has no full name.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from onrecord.speakers.bodies import Body, body_key, gather_bodies
from onrecord.speakers.ground import Ground
from onrecord.speakers.identity import fold
from onrecord.speakers.mentions import Mention, find_mentions
from onrecord.speakers.people import Person, gather_people, gender_of

__all__ = ["Body", "Cast", "Person", "Seen", "gather"]

# Honorifics that are no office.
ADDRESS = frozenset("mr mrs ms miss mx dr sir dame lord lady madam mister st saint hon father sister brother".split())


@dataclass(frozen=True, slots=True)
class Seen:
    """A mention of a person or body in the text."""

    mention: Mention
    who: Person | Body
    sentence: int
    quoted: bool
    aside: bool


class Cast:
    """The mentions of an article, in order, and the people and bodies they are of."""

    def __init__(self, ground: Ground, mentions: list[Mention]) -> None:
        """Finds out whose each of ``mentions`` of ``ground`` is."""
        self.ground = ground
        self.mentions = mentions
        self.people = gather_people(mentions, ground)
        self.bodies = gather_bodies(mentions, ground)
        self._starts = [mention.start for mention in mentions]
        self.seen = [seen for mention in mentions if (seen := self._seen(mention)) is not None]
        self._seen_starts = [seen.mention.start for seen in self.seen]
        self.holders: dict[str, list[Person | Body]] = {}  # by the nouns of their roles, once these are stated
        self._places: dict[int, list[int]] = {}
        for seen in self.seen:
            if not seen.aside:
                self._places.setdefault(id(seen.who), []).append(seen.mention.start)

    def within(self, start: int, end: int) -> list[Mention]:
        """The names that lie in ``[start, end)``."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return [mention for mention in self.mentions[first:last] if mention.end <= end]

    def seen_before(self, offset: int, sentences: int) -> list[Seen]:
        """The people and bodies named before ``offset``, no more than so many sentences back."""
        first = bisect_left(self._seen_starts, self.ground.back(offset, sentences))
        return self.seen[first : bisect_left(self._seen_starts, offset)]

    def last_place(self, who: Person | Body, offset: int) -> int | None:
        """Where ``who`` was last named before ``offset``; if only later, a number below all offsets."""
        places = self._places.get(id(who))
        if not places:
            return None
        at = bisect_left(places, offset)
        return places[at - 1] if at else -places[0]

    def person(self, words: tuple[str, ...], honorific: str = "", near: int | None = None) -> Person | None:
        """Whose name ends in ``words``; between equals, the one named last before ``near``."""
        found = self.people.named(words, honorific)
        top = [person for person in found if person.weight == found[0].weight]
        if len(top) < 2 or near is None:
            return top[0] if top else None
        return max(top, key=lambda person: self.last_place(person, near) or -1)

    def titled(self, mention: Mention) -> Person | None:
        """The person whose family name is a title too ("King said"), if the article has one."""
        person = self.person(mention.words[-1:])
        return person if person and len(person.key) > 1 and person.key[-1] == fold(mention.words[-1]) else None

    def body(self, name: str) -> Body | None:
        """The organisation that ``name`` is a full or short form of."""
        return self.bodies.get(body_key(name))

    def _seen(self, mention: Mention) -> Seen | None:
        who = self._whose(mention)
        if who is None:
            return None
        if isinstance(who, Person):
            who.gender = who.gender or gender_of(mention.words, mention.honorific, mention.role)
            stated = [role for role in (mention.role, mention.honorific) if role and role not in ADDRESS]
            who.roles += [(mention.start, role) for role in stated]
        ground = self.ground
        place = mention.start
        return Seen(mention, who, ground.sentence(place), ground.in_quote(place), ground.is_aside(place))

    def _whose(self, mention: Mention) -> Person | Body | None:
        if mention.kind in ("person", "unclear") and (person := self.person(mention.words, mention.honorific)):
            return person
        if mention.kind == "title":
            return self.titled(mention)
        return self.body(mention.name) if mention.kind in ("organisation", "unclear") else None


def gather(ground: Ground) -> Cast:
    """The cast of an article."""
    return Cast(ground, find_mentions(ground))
