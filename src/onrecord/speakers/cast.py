"""The people and bodies of one article: every mention of one person brought together under the fullest name.

A bare family name belongs to the most frequent full name that ends in it, over the whole article: measured better
than coreference software on news. Headlines count only where the prose has no full name.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import Literal

from onrecord.english.first_names import FEMALE, MALE
from onrecord.english.names import known
from onrecord.english.nouns import BODY_NAMES
from onrecord.english.titles import FEMALE_WORDS, MALE_WORDS
from onrecord.speakers.ground import Ground
from onrecord.speakers.identity import fold, is_junior, surname_key
from onrecord.speakers.mentions import Mention, find_mentions

__all__ = ["Body", "Cast", "Gender", "Person", "Seen", "gather"]

Form = tuple[tuple[str, ...], bool]
Gender = Literal["m", "f", ""]
ACRONYM = re.compile(r"\s?\((?:the )?[\"“']?([A-Z][A-Za-z.]{1,9})[\"”']?(?: or ([A-Z][A-Za-z.]{1,9}))?\)")
# A mention in prose outweighs any number of headline mentions an article can hold.
PROSE = 1000


@dataclass(slots=True, eq=False)
class Person:
    """One person of the article: the name to print, gender if the text tells, and the roles it states, by offset."""

    name: str
    key: tuple[str, ...]
    weight: int = 0
    junior: bool = False
    gender: Gender = ""
    roles: list[tuple[int, str]] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class Body:
    """One organisation of the article: the fullest name it gives, and the short forms of it."""

    name: str
    weight: int = 0
    roles: list[tuple[int, str]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Seen:
    """A mention of a person or body in the text."""

    mention: Mention
    who: Person | Body
    sentence: int
    quoted: bool
    aside: bool


@dataclass(slots=True)
class Cast:
    """Who is in an article, and where."""

    ground: Ground
    mentions: list[Mention]
    seen: list[Seen]
    people: list[Person]
    bodies: dict[str, Body]
    starts: list[int] = field(default_factory=list)

    def within(self, start: int, end: int) -> list[Mention]:
        """The names that lie in ``[start, end)``."""
        first = bisect_left(self.starts, start)
        inside = []
        for mention in self.mentions[first:]:
            if mention.start >= end:
                break
            if mention.end <= end:
                inside.append(mention)
        return inside

    def person(self, words: tuple[str, ...], honorific: str = "", near: int | None = None) -> Person | None:
        """Whose name ends in ``words`` (or, failing that, begins with the one word given)."""
        people = self.people
        if len(words) > 1:
            people = [person for person in people if person.junior == is_junior(words)] or people
        return _best(people, surname_key(words), _gender_of((), honorific, ""), self.seen, near)

    def titled(self, mention: Mention) -> Person | None:
        """The person whose family name is a title too ("King said"), if the article has one."""
        person = self.person(mention.words[-1:])
        return person if person and len(person.key) > 1 and person.key[-1] == fold(mention.words[-1]) else None

    def body(self, name: str) -> Body | None:
        """The organisation that ``name`` is a full or short form of."""
        return self.bodies.get(_body_key(name))


# Honorifics that are no office.
ADDRESS = frozenset("mr mrs ms miss mx dr sir dame lord lady madam mister st saint hon father sister brother".split())


def gather(ground: Ground) -> Cast:
    """The cast of an article."""
    mentions = find_mentions(ground)
    people = _people(mentions, ground)
    bodies = _bodies(mentions, ground)
    cast = Cast(ground, mentions, [], people, bodies, [mention.start for mention in mentions])
    for mention in mentions:
        who = _whose(cast, mention)
        if who is None:
            continue
        if isinstance(who, Person):
            who.gender = who.gender or _gender_of(mention.words, mention.honorific, mention.role)
            for role in (mention.role, mention.honorific):
                if role and role not in ADDRESS:
                    who.roles.append((mention.start, role))
        sentence = ground.sentence(mention.start)
        quoted, aside = ground.in_quote(mention.start), ground.is_aside(mention.start)
        cast.seen.append(Seen(mention, who, sentence, quoted, aside))
    return cast


def _whose(cast: Cast, mention: Mention) -> Person | Body | None:
    if mention.kind in ("person", "unclear"):
        person = cast.person(mention.words, mention.honorific)
        if person is not None:
            return person
    if mention.kind == "title":
        return cast.titled(mention)
    if mention.kind in ("organisation", "unclear"):
        return cast.body(mention.name)
    return None


def _people(mentions: list[Mention], ground: Ground) -> list[Person]:
    """The people, longest names first made, short forms counted in; the order is that of their weight, then name."""
    forms: dict[Form, Counter[str]] = defaultdict(Counter)
    single: Counter[str] = Counter()
    for mention in mentions:
        if mention.kind != "person":
            continue
        weight = 1 if ground.is_aside(mention.start) else PROSE
        key = surname_key(mention.words)
        if len(key) > 1:
            forms[key, is_junior(mention.words)][mention.name] += weight
        elif key:
            single[mention.name] += weight
    people = _merge(forms)
    ends = {person.key[-1] for person in people} | {person.key[0] for person in people}
    for name, weight in sorted(single.items()):
        key = surname_key((name,))
        if key[-1] not in ends:
            people.append(Person(name, key, weight))
            ends.add(key[-1])
    return sorted(people, key=lambda person: (-person.weight, person.name))


def _merge(forms: dict[Form, Counter[str]]) -> list[Person]:
    """One person for all full names with the same first and last word, or where one ends in the other."""
    people: dict[tuple[str, str, bool], Person] = {}
    prose = {form for form, names in forms.items() if max(names.values()) >= PROSE}
    for form in sorted(forms, key=lambda form: (form not in prose, -len(form[0]), form)):
        key, junior = form
        weight = sum(forms[form].values())
        host = people.get((key[0], key[-1], junior)) or next(
            (p for p in people.values() if len(p.key) > len(key) and p.key[-len(key) :] == key), None
        )
        if host is not None:
            host.weight += weight
            continue
        # Spelt with and without diacritics in one article: the spelling with them is the fuller one.
        names = forms[form]
        name = min(names, key=lambda name: (name.isascii(), -names[name], name))
        people[key[0], key[-1], junior] = Person(name, key, weight, junior)
    return list(people.values())


def _best(
    people: list[Person], key: tuple[str, ...], gender: Gender, seen: list[Seen], near: int | None
) -> Person | None:
    """The weightiest person whose name ends in ``key``; between equals, the one named last before ``near``."""
    if not key:
        return None
    ending = [person for person in people if person.key[-len(key) :] == key]
    if not ending and len(key) > 1:
        ending = [person for person in people if (person.key[0], person.key[-1]) == (key[0], key[-1])]
    if not ending and len(key) == 1:
        ending = [person for person in people if person.key[0] == key[0] and person.weight >= PROSE]
    if gender:
        ending = [person for person in ending if person.gender in ("", gender)] or ending
    if not ending:
        return None
    top = [person for person in ending if person.weight == ending[0].weight]
    if len(top) > 1 and near is not None:
        before = [item.who for item in seen if item.mention.start < near and item.who in top]
        if before and isinstance(before[-1], Person):
            return before[-1]
    return top[0]


def _gender_of(words: tuple[str, ...], honorific: str, role: str) -> Gender:
    told = {honorific, *role.lower().replace("-", " ").split()} - {""}
    if told & FEMALE_WORDS:
        return "f"
    if told & MALE_WORDS:
        return "m"
    if len(words) > 1:
        first = fold(words[0]).split(" ")[0]
        return "m" if first in MALE else "f" if first in FEMALE else ""
    return ""


def _body_key(name: str) -> str:
    return fold(name).removeprefix("the ")


def _bodies(mentions: list[Mention], ground: Ground) -> dict[str, Body]:
    """Organisations by every form of theirs: the full name, what it ends in, the acronym the article gives it."""
    counts: Counter[str] = Counter()
    for mention in mentions:
        if mention.kind == "organisation" or (mention.kind == "unclear" and len(mention.words) > 1):
            counts[mention.name] += 1 if ground.is_aside(mention.start) else PROSE
    bodies: dict[str, Body] = {}
    names = sorted(counts, key=lambda name: (counts[name] < PROSE, -len(name.split()), -counts[name], name))
    for name in names:
        body = bodies.setdefault(_body_key(name), Body(name))
        body.weight += counts[name]
        words = name.split()
        head = _before_connector(words)
        if head:
            bodies.setdefault(_body_key(" ".join(words[:head])), body)
            bodies.setdefault(_body_key(words[head - 1]), body)
        for cut in range(1, len(words)):
            tail = " ".join(words[cut:])
            if words[-1].lower() in BODY_NAMES and words[cut][0].isupper() and not _is_country(tail):
                bodies.setdefault(_body_key(tail), body)
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
        body = bodies.get(_body_key(mention.name))
        if body is None:
            continue
        after = ACRONYM.match(ground.text, mention.end)
        for short in after.groups() if after else ():
            if short:
                bodies[_body_key(short)] = body
        initials = "".join(word[0] for word in mention.words if word[0].isupper())
        for short in {initials, initials[:3]}:
            own = bodies.get(_body_key(short))
            if len(short) > 2 and own is not None and own.name == short:
                bodies[_body_key(short)] = body
