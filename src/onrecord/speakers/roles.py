"""Roles that the text states: in apposition ("Ada Quill, the mayor of Karsk", "the mayor of Karsk, Ada Quill") and
by "is". Titles in front of a name are already the mention's own.
"""

from __future__ import annotations

import re

from onrecord.english.names import known
from onrecord.english.nouns import BODIES
from onrecord.english.states import PARTIES, STATES
from onrecord.english.titles import ROLES
from onrecord.speakers.cast import Body, Cast, Person, Seen
from onrecord.speakers.grammar import head_of, role_keys, stem

__all__ = ["state_roles"]

# ", 41," or nothing; then the apposition up to the next mark. An apposition is at most this long.
PHRASE = r"[^,.;:—–()\n\"“”]{3,120}"
AFTER = re.compile(
    rf"(?:\s\([^()\n]{{1,60}}\))?,\s(?:\d{{1,2}},\s)?(?P<role>{PHRASE})|\s(?:is|was)\s(?P<is>(?:the|a|an)\s{PHRASE})"
)
BEFORE = re.compile(rf"(?P<role>{PHRASE}),\s$")
TAG = re.compile(r",?\s\(?(?P<party>[DRI])[-–](?P<state>[A-Z][A-Za-z.]{1,14})")
ADMINISTRATION = (" administration", " presidency", "’s administration", "'s administration")
REACH = 130
# What a name in the table of names is by its type there, in the words an article has for it.
OUTLETS = {
    "newspaper": ("newspaper",),
    "agency": ("news agency",),
    "broadcaster": ("broadcaster", "network"),
    "digital outlet": ("outlet",),
    "armed group": ("group",),
}
VERBS = frozenset("said says told tells added adds wrote writes tweeted asked announced confirmed".split())


def state_roles(cast: Cast) -> None:
    """Adds to every person and body of ``cast`` the roles that the text states in apposition or by "is"."""
    for body in dict.fromkeys(cast.bodies.values()):
        body.roles += [(0, role) for entry in known(body.name) for role in OUTLETS.get(entry.type, ())]
    for item in cast.seen:
        if item.aside or item.mention.possessive:
            continue
        for role in (_behind(cast, item), _in_front(cast, item), *_tagged(cast, item), _heading(cast, item)):
            if role:
                item.who.roles.append((item.mention.start, role))
    _hold(cast)


def _hold(cast: Cast) -> None:
    """Looks up who holds a role by its noun, the weightiest first; a body holds the nouns of its name too."""
    everyone: list[Person | Body] = [*cast.people.all, *dict.fromkeys(cast.bodies.values())]
    for who in everyone:
        nouns = {head_of(role) for _, role in who.roles}
        if isinstance(who, Body):
            nouns |= set(who.name.lower().split()) & BODIES
        for key in sorted({key for noun in nouns for key in role_keys(noun)}):
            cast.holders.setdefault(key, []).append(who)


def _behind(cast: Cast, item: Seen) -> str:
    match = AFTER.match(cast.ground.text, item.mention.end, item.mention.end + REACH)
    if match is None:
        return ""
    phrase = match["role"] or match["is"]
    first, *rest = phrase.lower().split()
    if first.endswith("ing") or first in VERBS or not VERBS.isdisjoint(rest):
        return ""  # ", prompting the police to …", ", spokesman Tom Quill said"
    return _role(phrase, item)


def _tagged(cast: Cast, item: Seen) -> tuple[str, ...]:
    """Party and state from a tag behind the name: "(D-Vt.)"."""
    match = TAG.match(cast.ground.text, item.mention.end)
    if match is None or not isinstance(item.who, Person):
        return ()
    state = STATES.get(match["state"].lower().replace(".", ""), match["state"].lower())
    return tuple(f"{state} {party}" for party in PARTIES[match["party"].lower()])


def _heading(cast: Cast, item: Seen) -> str:
    """Who has an administration is president: "the Quill administration"."""
    rest = cast.ground.text[item.mention.end : item.mention.end + 20].lower()
    return "president" if isinstance(item.who, Person) and rest.startswith(ADMINISTRATION) else ""


def _in_front(cast: Cast, item: Seen) -> str:
    text = cast.ground.text
    if text[item.mention.outer - 2 : item.mention.outer] != ", ":
        return ""
    match = BEFORE.search(text[max(0, item.mention.outer - REACH) : item.mention.outer])
    if match is None:
        return ""
    words = match["role"].split()
    # only a phrase with its determiner: "…, said the mayor of Karsk, Ada Quill"
    starts = [at for at, word in enumerate(words) if word.lower() in ("the", "its", "his", "her", "their", "a", "an")]
    return _role(" ".join(words[starts[0] :]), item) if starts else ""


def _role(phrase: str, item: Seen) -> str:
    head = head_of(phrase)
    if isinstance(item.who, Person) and head in ROLES:
        return phrase
    if isinstance(item.who, Body) and stem(head) in BODIES:
        return phrase
    return ""
