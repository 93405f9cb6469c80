"""Roles that the text states: in apposition ("Ada Quill, the mayor of Karsk", "the mayor of Karsk, Ada Quill") and
by "is". Titles in front of a name are already the mention's own.
"""

from __future__ import annotations

import re

from onrecord.english.nouns import BODIES, DETERMINERS, PREPOSITIONS
from onrecord.english.titles import ROLES, SAME_ROLE
from onrecord.speakers.cast import Body, Cast, Person, Seen

__all__ = ["head_of", "same_role", "state_roles", "stem"]

# ", 41," or nothing; then the apposition up to the next mark. An apposition is at most this long.
PHRASE = r"[^,.;:—–()\n\"“”]{3,120}"
AFTER = re.compile(
    rf"(?:\s\([^()\n]{{1,60}}\))?,\s(?:\d{{1,2}},\s)?(?P<role>{PHRASE})|\s(?:is|was)\s(?P<is>(?:the|a|an)\s{PHRASE})"
)
BEFORE = re.compile(rf"(?P<role>{PHRASE}),\s$")
WORDS = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*")
REACH = 130


def state_roles(cast: Cast) -> None:
    """Adds to every person and body of ``cast`` the roles that the text states in apposition or by "is"."""
    for item in cast.seen:
        if item.aside or item.mention.possessive:
            continue
        for role in (_behind(cast, item), _in_front(cast, item)):
            if role:
                item.who.roles.append((item.mention.start, role))


def head_of(phrase: str) -> str:
    """The noun that a description turns on, in lower case: "the mayor of Karsk" -> "mayor"; "" if there is none."""
    head = ""
    for match in WORDS.finditer(phrase):
        word = match[0]
        if word.lower() in PREPOSITIONS and head:
            break
        if word.lower() not in DETERMINERS:
            head = re.sub(r"['’]s$", "", word)
    return head.lower()


def stem(noun: str) -> str:
    """A noun without its plural ending, as far as spelling tells."""
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith("men"):
        return noun[:-3] + "man"
    if noun.endswith(("sses", "ches", "shes", "xes")):
        return noun[:-2]
    return noun[:-1] if noun.endswith("s") and not noun.endswith(("ss", "us", "is")) else noun


def same_role(a: str, b: str) -> bool:
    """Whether two role nouns may stand for one another."""
    return a == b or (a in SAME_ROLE and SAME_ROLE.get(a) == SAME_ROLE.get(b)) or a.split("-")[-1] == b


def _behind(cast: Cast, item: Seen) -> str:
    match = AFTER.match(cast.ground.text, item.mention.end, item.mention.end + REACH)
    return _role(match["role"] or match["is"], item) if match else ""


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
