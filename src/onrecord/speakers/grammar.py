"""Small grammar of descriptions: the noun they turn on, its singular, and which nouns may stand for one another."""

from __future__ import annotations

import re

from onrecord.english.nouns import DETERMINERS, PREPOSITIONS, SAME_BODY
from onrecord.english.titles import SAME_ROLE

__all__ = ["WORDS", "head_of", "role_keys", "same_body", "same_role", "stem"]

WORDS = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*")


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


def role_keys(noun: str) -> tuple[str, ...]:
    """What a role or body noun is looked up by: the same for all nouns that may stand for one another."""
    last = noun.split("-")[-1]
    keys = [noun, last]
    keys += [f"role {SAME_ROLE[word]}" for word in (noun, last) if word in SAME_ROLE]
    keys += [f"body {SAME_BODY[noun]}"] if noun in SAME_BODY else []
    return tuple(dict.fromkeys(keys))


def same_body(a: str, b: str) -> bool:
    """Whether two nouns for a body may stand for one another."""
    return a == b or (a in SAME_BODY and SAME_BODY.get(a) == SAME_BODY.get(b))
