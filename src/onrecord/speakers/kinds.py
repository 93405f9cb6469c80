"""What a source without a name is: an unnamed person, a group, a document, a body, or a person by role."""

from __future__ import annotations

import re

from onrecord.english.names import known
from onrecord.english.nouns import BODIES, DETERMINERS, DOCUMENTS, INDEFINITE, OFFICIALS, PREPOSITIONS, UNNAMED
from onrecord.english.titles import ROLES
from onrecord.model import SpeakerType
from onrecord.speakers.grammar import head_of, stem

__all__ = ["bare", "kind_of", "short"]

# Where a description begins to tell more than who: it is named without that.
CLAUSE = re.compile(
    r"\s(?:who|whom|whose|which|that|where|when|speaking|citing|quoted|including|working|involved|and who)\b"
    r"|\s(?:based|released|published|posted|obtained|seen|issued|titled|entitled|signed)"
    r"(?=\s(?:by|on|in|at|from|to|with|last|this|after|before|[A-Z“\"]))|\s?[,;:—–(]|\s--?\s"
)
FIRST = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*\.?|\S+")
# "people close to the family" are sources, "people in Karsk" a group
CLOSE = re.compile(
    r"^(?:the |some |several |two |three )?(?:people|persons|person|man|woman|someone|those)"
    r" (?:close|familiar|briefed|with)\b"
)
OWNED = re.compile(r"\b[A-Z][^\s]*['’]s?\s")
COLLECTIVE = frozenset(
    "people public police crowd media press electorate majority family audience staff team rest left right"
    " others".split()
)
OPENERS = frozenset("the a an one another his her its their some".split())
# "A group of senators" is several people and no body.
GATHERINGS = frozenset("group coalition handful number majority pair trio crowd series host team panel".split())
BODY_COLLECTIVE = frozenset({"police", "staff", "team"})


def short(phrase: str) -> str:
    """A description up to its relative clause, apposition or brackets."""
    match = CLAUSE.search(phrase, 1)
    return phrase[: match.start()] if match else phrase


def bare(phrase: str) -> str:
    """A description without the article or possessive it begins with, and without an owner's ending."""
    words = phrase.strip(' ,;:"“”').split()
    while len(words) > 1 and words[0].lower() in OPENERS and words[1].lower() not in PREPOSITIONS:
        words = words[1:]
    return re.sub(r"['’]s?$", "", " ".join(words)).strip(' ,;:"“”')


def kind_of(phrase: str) -> SpeakerType:
    """The type of a source that names nobody, from its noun and what stands before it."""
    phrase = short(phrase)
    if CLOSE.match(phrase.lower()):
        return "anonymous"
    head = head_of(phrase)
    noun = stem(head)
    plural = noun != head
    words = FIRST.findall(phrase)
    first = words[0].lower() if words else ""
    if first in INDEFINITE and len(words) > 1 and words[1].lower() in PREPOSITIONS:
        return "anonymous" if first in ("one", "another") else "group"
    if noun in GATHERINGS and f"{head} of " in phrase.lower():
        return "group"
    if head in COLLECTIVE:
        return "organisation" if head in BODY_COLLECTIVE else "group"
    if noun in OFFICIALS or head == "authorities":
        return "anonymous"
    if noun in DOCUMENTS and noun not in BODIES:
        return "document"
    if noun in BODIES:
        return "group" if plural or first == "no" else "organisation"
    if any(entry.kind == "people" for entry in known(head.capitalize())) or (plural and first not in ("one",)):
        return "group" if noun not in UNNAMED or first != "one" else "anonymous"
    if noun in UNNAMED or noun in ROLES or noun.endswith("-in-law"):
        owned = OWNED.search(phrase) is not None
        definite = first not in INDEFINITE and (first in DETERMINERS or owned or noun not in UNNAMED)
        return "person" if definite and (owned or noun not in UNNAMED) else "anonymous"
    return "anonymous" if first in INDEFINITE else "group"
