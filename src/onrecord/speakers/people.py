"""The people of one article: every full name once, under its fullest form, and whom a short form means."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from onrecord.english.first_names import FEMALE, MALE
from onrecord.english.titles import FEMALE_WORDS, MALE_WORDS
from onrecord.speakers.ground import Ground
from onrecord.speakers.identity import fold, is_junior, surname_key
from onrecord.speakers.mentions import Mention

__all__ = ["Gender", "People", "Person", "gather_people", "gender_of"]

Key = tuple[str, ...]
Gender = Literal["m", "f", ""]
# A mention in prose outweighs any number of headline mentions an article can hold.
PROSE = 1000


@dataclass(slots=True, eq=False)
class Person:
    """One person of the article: the name to print, gender if the text tells, and the roles it states, by offset."""

    name: str
    key: Key
    weight: int = 0
    junior: bool = False
    gender: Gender = ""
    roles: list[tuple[int, str]] = field(default_factory=list)


class People:
    """The people of an article, the most often named first."""

    def __init__(self, people: Iterable[Person]) -> None:
        """Takes them in any order; the order of the answers is that of their weight, then name."""
        self.all = sorted(people, key=lambda person: (-person.weight, person.name))
        self._by_last: dict[str, list[Person]] = defaultdict(list)
        self._by_first: dict[str, list[Person]] = defaultdict(list)
        for person in self.all:
            self._by_last[person.key[-1]].append(person)
            self._by_first[person.key[0]].append(person)

    def named(self, words: tuple[str, ...], honorific: str = "") -> list[Person]:
        """Who a name can mean, the likeliest first: whose name ends in it, else whose it is but for the middle,
        else, for a single word, whose name begins with it."""
        key = surname_key(words)
        if not key:
            return []
        last = self._by_last.get(key[-1], [])
        found = [person for person in last if person.key[-len(key) :] == key]
        if not found and len(key) > 1:
            found = [person for person in last if person.key[0] == key[0]]
        if not found and len(key) == 1:
            found = [person for person in self._by_first.get(key[0], []) if person.weight >= PROSE]
        if len(words) > 1:
            found = [person for person in found if person.junior == is_junior(words)] or found
        if gender := gender_of((), honorific, ""):
            found = [person for person in found if person.gender in ("", gender)] or found
        return found


def gather_people(mentions: list[Mention], ground: Ground) -> People:
    """The people that ``mentions`` name: full names first, then single names that end or begin none of these."""
    forms: dict[tuple[Key, bool], Counter[str]] = defaultdict(Counter)
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
    return People(people)


def _merge(forms: dict[tuple[Key, bool], Counter[str]]) -> list[Person]:
    """One person for all full names with the same first and last word, or where one ends in the other."""
    people: dict[tuple[str, str, bool], Person] = {}
    tails: dict[Key, Person] = {}
    prose = {form for form, names in forms.items() if max(names.values()) >= PROSE}
    for form in sorted(forms, key=lambda form: (form not in prose, -len(form[0]), form)):
        key, junior = form
        names = forms[form]
        weight = sum(names.values())
        host = people.get((key[0], key[-1], junior)) or tails.get(key)
        if host is not None:
            host.weight += weight
            continue
        # Spelt with and without diacritics in one article: the spelling with them is the fuller one.
        name = min(names, key=lambda name: (name.isascii(), -names[name], name))
        person = people[key[0], key[-1], junior] = Person(name, key, weight, junior)
        for cut in range(1, len(key) - 1):
            tails.setdefault(key[cut:], person)
    return list(people.values())


def gender_of(words: tuple[str, ...], honorific: str, role: str) -> Gender:
    """The gender that a title, a role or a given name tells; "" if none does."""
    told = {honorific, *role.lower().replace("-", " ").split()} - {""}
    if told & FEMALE_WORDS:
        return "f"
    if told & MALE_WORDS:
        return "m"
    if len(words) > 1:
        first = fold(words[0]).split(" ")[0]
        return "m" if first in MALE else "f" if first in FEMALE else ""
    return ""
