"""Whether the speakers of two statements can be one: a pure question of the two, whatever else is known."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from anyascii import anyascii

from onrecord.copies.words import word_spans
from onrecord.english.titles import ROLES
from onrecord.model import Speaker, Statement

__all__ = ["Kinship", "kinship", "name_words", "same_name"]

# same: one speaker; open: one names nobody, or a role or body that the other may speak for; apart: two
# speakers.
Kinship = Literal["same", "open", "apart"]

# Names of bodies and documents that have this share of their words in common are one, spelt otherwise; two bodies
# of one kind ("the Norland government", "the Sund government") share half at most.
ALIKE_SHARE = 0.6

HONORIFICS = frozenset({"mr", "mrs", "ms", "dr", "sir", "the", "president", "senator", "sen", "jr", "sr"})


@lru_cache(maxsize=16384)
def name_words(name: str) -> tuple[str, ...]:
    """The words of a name in plain letters, without honorifics."""
    words = word_spans(anyascii(name).lower())[0]
    return tuple(word for word in words if word not in HONORIFICS) or tuple(words)


def same_name(a: str, b: str) -> bool:
    """Whether one name can stand for the other: equal, one inside the other, or initials of it."""
    words_a, words_b = name_words(a), name_words(b)
    if not words_a or not words_b:
        return False
    short, long = sorted((words_a, words_b), key=len)
    return set(short) <= set(long) or _initials(short, long)


def _initials(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    return len(short) == 1 and len(long) > 1 and short[0] == "".join(word[0] for word in long)


def _same_person(a: str, b: str) -> bool:
    """Whether two names of persons can be one: "Quill" and "Ada Quill", "A. Quill", but not "Ben Quill"."""
    words_a, words_b = name_words(a), name_words(b)
    if not words_a or not words_b or words_a[-1] != words_b[-1]:
        return same_name(a, b)
    if len(words_a) == 1 or len(words_b) == 1:
        return True
    first_a, first_b = words_a[0], words_b[0]
    return first_a.startswith(first_b) or first_b.startswith(first_a)


def _is_role(name: str) -> bool:
    """Whether a name is an office and no name: "Senate Minority Leader" may be whoever holds it."""
    return name_words(name)[-1:] != () and name_words(name)[-1] in ROLES


def _much_alike(a: str, b: str) -> bool:
    """Whether two long names share most of their words: "an analysis of FEC reports" of a body spelt otherwise."""
    words_a, words_b = set(name_words(a)), set(name_words(b))
    return len(words_a & words_b) >= ALIKE_SHARE * len(words_a | words_b)


def kinship(a: Speaker | None, b: Speaker | None) -> Kinship:
    """Whether ``a`` and ``b`` can be one speaker."""
    if a is None or b is None:
        return "open"
    if a.id == b.id:
        return "same"
    if "anonymous" in (a.type, b.type):
        return "open"
    if a.type == b.type == "person":
        if _same_person(a.name, b.name):
            return "same"
        return "open" if _is_role(a.name) != _is_role(b.name) else "apart"
    if a.type == b.type:
        return "same" if same_name(a.name, b.name) or _much_alike(a.name, b.name) else "apart"
    return "same" if name_words(a.name) == name_words(b.name) else "open"


def relayed(a: Statement, b: Statement) -> bool:
    """Whether one statement's speaker is who the other says it came through."""
    return _is_relay(a, b) or _is_relay(b, a)


def _is_relay(outer: Statement, inner: Statement) -> bool:
    return outer.speaker is not None and any(same_name(outer.speaker.name, name) for name in inner.relay)
