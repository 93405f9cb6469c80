"""Whom a description stands for: "the mayor", "the bank", "the Republican nominee".

Only a role that the article itself states counts. Where two roles could be meant or none is stated, there is no
answer: a wrong name is worse than the article's own words.
"""

from __future__ import annotations

import re

from onrecord.english.names import adjective, known
from onrecord.english.nouns import BODIES, DETERMINERS, INDEFINITE, NATIONAL_BODIES, SAME_BODY
from onrecord.speakers.cast import Body, Cast, Person
from onrecord.speakers.grammar import WORDS, head_of, role_keys, same_body, same_role, stem

__all__ = ["bare_body", "described", "national_body", "owned_body"]

# Words before a role that do not tell which holder of it is meant.
IDLE = frozenset("own new current longtime veteran top senior own first state".split()) | DETERMINERS
# A deputy is not the holder of the office.
LESSER = frozenset({"vice", "deputy", "assistant", "acting", "associate"})
# Offices of which a government has many: what stands before them tells which.
PORTFOLIO = frozenset({"minister", "secretary"})
LINKS = frozenset({"of", "for", "in", "and", "at", "to"})
PAST = frozenset({"former", "ex", "then", "late"})
OWNED_BODIES = {
    head: re.compile(rf"\b[A-Z][^\W\d_]+(?:\s[A-Z][^\W\d_]+)?\s{head}\b") for head in ("administration", "campaign")
}
PRESIDENT = frozenset({"president", "u.s. president", "us president"})  # of a country, not of a club
# Nouns that say too little for a name that has them: "police" is not the one police force named.
UNTELLING = frozenset({"police", "media", "administration"})
MOST = 100  # holders of one role that are looked at; no article has as many
NATIONAL_REACH = 4  # sentences back to the country that "the ministry" belongs to


def described(cast: Cast, phrase: str, offset: int) -> Person | Body | None:
    """The person or body whose stated role answers to ``phrase``, which stands at ``offset``; None if unclear."""
    head = head_of(phrase)
    first = phrase.split()[0].lower() if phrase.split() else ""
    if not head or first in INDEFINITE or stem(head) != head:
        return None
    wanted = _telling(phrase, head)
    fits: list[tuple[int, int, Person | Body]] = []
    holders = [who for key in role_keys(head) for who in cast.holders.get(key, ())[:MOST]]
    for who in dict.fromkeys(holders):
        overlap = _fit(who, head, wanted, phrase)
        if overlap is not None and (near := cast.last_place(who, offset)) is not None:
            fits.append((overlap, near, who))
    stated = [fit for fit in fits if fit[0] >= 0]
    if not stated:
        return fits[0][2] if len(fits) == 1 else None
    best = max(stated, key=lambda fit: (fit[0], fit[1], fit[2].name))[2]
    return None if _foreign(cast, best, phrase, head, offset) else best


def owned_body(cast: Cast, phrase: str, offset: int) -> str | None:
    """ "The administration" with the owner that the text gave it last: "the Quill administration"."""
    words = phrase.lower().split()
    if len(words) != 2 or words[0] != "the" or words[1] not in OWNED_BODIES:
        return None
    found = [match[0] for match in OWNED_BODIES[words[1]].finditer(cast.ground.text, 0, offset)]
    if found or words[1] != "administration":
        return found[-1] if found else None
    president = described(cast, "the president", offset)
    if president is None or not any(role.lower() in PRESIDENT for _, role in president.roles):
        return None
    return f"{president.name.split()[-1]} administration"


def bare_body(phrase: str) -> bool:
    """Whether a description says no more than that it is a body: "the group", "the company"."""
    words = phrase.lower().split()
    return len(words) == 2 and words[0] in ("the", "this", "that") and words[1] in SAME_BODY


def _foreign(cast: Cast, who: Person | Body, phrase: str, head: str, offset: int) -> bool:
    """Whether a bare "the president" can hardly be one whom the text calls a country's president.

    Such a one is meant when just spoken of, or when the article is mostly about that person.
    """
    if _proper(phrase, head) or not isinstance(who, Person) or who is cast.people.all[0]:
        return False
    if not any(_countries(_telling(role, head)) for _, role in who.roles if same_role(head_of(role), head)):
        return False
    last = cast.last_place(who, offset)
    return last is None or last < 0 or cast.ground.sentence(offset) - cast.ground.sentence(last) > 1


def national_body(cast: Cast, phrase: str, offset: int) -> str | None:
    """A bare ministry, parliament or army with the adjective of the country last named before it; None if unclear."""
    head = head_of(phrase)
    own = [word for word in WORDS.findall(phrase) if word.lower() not in DETERMINERS]
    if head not in NATIONAL_BODIES or any(word[0].isupper() for word in own) or not own:
        return None
    for mention in reversed(cast.within(cast.ground.back(offset, NATIONAL_REACH), offset)):
        if cast.ground.in_quote(mention.start):
            continue
        countries = [entry.canonical for entry in known(mention.name) if entry.type == "country"]
        if mention.kind in ("country", "demonym") and countries:  # a party's people are named alike: "Republicans"
            owner = adjective(countries[0])
            return f"{owner} {' '.join(own)}" if owner else None
    return None


def _fit(who: Person | Body, head: str, wanted: set[str], phrase: str) -> int | None:
    """How many telling words of the description the stated roles share; None if it cannot be that one.

    -1 where the description adds nothing but a country and the roles name none.
    """
    best: int | None = None
    stated: set[str] = set()
    once = bool(PAST & set(phrase.lower().split()))
    words = set(WORDS.findall(phrase.lower()))
    for _, role in who.roles:
        stated |= _telling(role, "")
        its_words = set(role.lower().replace("-", " ").split())
        if LESSER & (words ^ its_words) or (head in PORTFOLIO and _portfolio(phrase, head) - its_words):
            continue
        same = same_role if isinstance(who, Person) else same_body
        if same(head_of(role), head):
            same_time = once == bool(PAST & set(role.lower().replace("-", " ").split()))
            best = max(best or 0, int(same_time))
    if isinstance(who, Body) and head in BODIES:
        if head in who.name.lower().split():
            best = (best or 0) + 1
        elif best is None and any(same_body(word, head) for word in who.name.lower().split()):
            best = 0
    if best is None:
        return None
    stated |= _telling(who.name, "")
    proper = _proper(phrase, head)
    if isinstance(who, Body) and (head in UNTELLING or (wanted and not wanted & stated)):
        return None
    theirs, his = _countries(proper), _countries(stated)
    if theirs and his and not theirs & his:
        return None
    if proper and not proper & stated:
        return -1 if proper <= theirs and not his else None
    return best + 2 * len(wanted & stated)


def _portfolio(phrase: str, head: str) -> set[str]:
    """The word in front of a minister: foreign, prime, defence."""
    words = phrase.lower().split()
    at = words.index(head) if head in words else 0
    return {words[at - 1]} - DETERMINERS - PAST if at else set()


def _proper(phrase: str, head: str) -> set[str]:
    """The capitalised words of a description, its article and its noun aside."""
    return {_plain(word) for word in WORDS.findall(phrase) if word[0].isupper()} - DETERMINERS - {head}


def _telling(phrase: str, head: str) -> set[str]:
    return {_plain(word) for word in WORDS.findall(phrase)} - IDLE - PAST - LINKS - {head}


def _plain(word: str) -> str:
    """A word in lower case without an owner's ending; one for a country becomes its name: Russian -> russia."""
    word = re.sub(r"['’]s$", "", word)
    entries = (known(word) or known(word + ".")) if word[0].isupper() else ()
    return entries[0].canonical.lower() if entries and entries[0].type == "country" else word.lower()


def _countries(words: set[str]) -> set[str]:
    return {word for word in words if any(entry.type == "country" for entry in known(word.title()))}
