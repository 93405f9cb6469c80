"""Whom a description stands for: "the mayor", "the bank", "the Republican nominee".

Only a role that the article itself states counts. Where two roles could be meant or none is stated, there is no
answer: a wrong name is worse than the article's own words.
"""

from __future__ import annotations

import re

from onrecord.english.names import adjective, known
from onrecord.english.nouns import BODIES, DETERMINERS, INDEFINITE, NATIONAL_BODIES
from onrecord.english.titles import ROLES
from onrecord.speakers.cast import Body, Cast, Person
from onrecord.speakers.roles import head_of, same_role, stem

__all__ = ["described", "national_body"]

WORDS = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*")
# Words before a role that do not tell which holder of it is meant.
IDLE = frozenset("own new current longtime veteran top senior own first state".split()) | DETERMINERS
# A deputy is not the holder of the office.
LESSER = frozenset({"vice", "deputy", "assistant", "acting", "associate"})
PAST = frozenset({"former", "ex", "then", "late"})
NATIONAL_REACH = 4  # sentences back to the country that "the ministry" belongs to


def described(cast: Cast, phrase: str, offset: int) -> Person | Body | None:
    """The person or body whose stated role answers to ``phrase``, which stands at ``offset``; None if unclear."""
    head = head_of(phrase)
    first = phrase.split()[0].lower() if phrase.split() else ""
    if not head or first in INDEFINITE or stem(head) != head:
        return None
    wanted = _telling(phrase, head)
    fits: list[tuple[int, int, Person | Body]] = []
    everyone: list[Person | Body] = [*cast.people, *dict.fromkeys(cast.bodies.values())]
    for who in everyone:
        overlap = _fit(who, head, wanted, phrase)
        if overlap is not None and (near := _last_before(cast, who, offset)) is not None:
            fits.append((overlap, near, who))
    if not fits:
        return None
    return max(fits, key=lambda fit: (fit[0], fit[1], fit[2].name))[2]


def national_body(cast: Cast, phrase: str, offset: int) -> str | None:
    """A bare ministry, parliament or army with the adjective of the country last named before it; None if unclear."""
    head = head_of(phrase)
    own = [word for word in WORDS.findall(phrase) if word.lower() not in DETERMINERS]
    if head not in NATIONAL_BODIES or any(word[0].isupper() for word in own) or not own:
        return None
    sentence = cast.ground.sentence(offset)
    for mention in reversed(cast.mentions):
        if mention.start >= offset or cast.ground.in_quote(mention.start):
            continue
        if sentence - cast.ground.sentence(mention.start) > NATIONAL_REACH:
            return None
        if mention.kind in ("country", "demonym"):
            country = known(mention.name)[0].canonical
            owner = adjective(country)
            return f"{owner} {' '.join(own)}" if owner else None
    return None


def _fit(who: Person | Body, head: str, wanted: set[str], phrase: str) -> int | None:
    """How many telling words of the description the stated roles share; None if it cannot be that one."""
    best: int | None = None
    stated: set[str] = set()
    once = bool(PAST & set(phrase.lower().split()))
    words = set(WORDS.findall(phrase.lower()))
    for _, role in who.roles:
        stated |= _telling(role, "")
        if LESSER & (words ^ set(role.lower().replace("-", " ").split())):
            continue
        if same_role(head_of(role), head):
            same_time = once == bool(PAST & set(role.lower().replace("-", " ").split()))
            best = max(best or 0, int(same_time))
    if best is None and isinstance(who, Body) and head in BODIES and head in who.name.lower().split():
        best = 1
    if best is None:
        return None
    stated |= {word.lower() for word in who.name.split()}
    proper = {word.lower() for word in WORDS.findall(phrase)[1:] if word[0].isupper()}
    if proper and not proper & stated and isinstance(who, Person) and _has_proper(who):
        return None
    return best + 2 * len(wanted & stated)


def _has_proper(who: Person) -> bool:
    """Whether a role of the person names a party, a country or a body: then another one named is somebody else."""
    return any(known(word) or word in ("democratic", "republican") for _, role in who.roles for word in role.split())


def _telling(phrase: str, head: str) -> set[str]:
    words = {re.sub(r"['’]s$", "", word.lower()) for word in WORDS.findall(phrase)}
    return {word for word in words if word not in IDLE and word != head and word not in PAST} - ROLES_ONLY


def _last_before(cast: Cast, who: Person | Body, offset: int) -> int | None:
    """Where ``who`` was last mentioned before ``offset``, or, if only later, a number below all offsets."""
    starts = [item.mention.start for item in cast.seen if item.who is who and not item.aside]
    before = [start for start in starts if start < offset]
    return before[-1] if before else (-starts[0] if starts else None)


ROLES_ONLY = frozenset({"of", "for", "in", "and", "at", "to"}) - ROLES
