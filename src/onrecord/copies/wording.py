"""Wordings and how they compare: the normal form of a quotation, what two have in common, how one differs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Literal

from anyascii import anyascii
from rapidfuzz.distance import LCSseq

from onrecord.copies.weights import NEGATIONS, NUMBER_WORDS, weight
from onrecord.copies.words import fold_apostrophes, word_spans
from onrecord.model import Wording

__all__ = ["Difference", "Overlap", "compare", "differences", "normal_words", "printed_words", "wording_of"]

# Longer contents (a whole speech) are compared by their beginning: bounds the work on hostile text.
MOST_WORDS = 600

# An editor's insertion in a quotation, [ISIL] or (mechanism): at most a few words, never across a line.
INSERTION = re.compile(r"\[[^\[\]\n]{0,60}\]|\([^()\n]{0,40}\)")
THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
PER_CENT = re.compile(r"%|\bper cent\b", re.IGNORECASE)

CONTRACTED = {"n't": "not", "'ve": "have", "'re": "are", "'ll": "will", "'m": "am", "'d": "would"}
IRREGULAR = {
    "won't": ("will", "not"),
    "can't": ("can", "not"),
    "cannot": ("can", "not"),
    "shan't": ("shall", "not"),
    "let's": ("let", "us"),
    "gonna": ("going", "to"),
    "okay": ("ok",),
}
# After these 's is a verb; after any other word it is a possessive, and falls.
IS_HOSTS = frozenset({"he", "she", "it", "that", "there", "what", "who", "here", "where", "how", "this"})
# Apostrophes get lost on the way into a page; only forms that are no other English word are mended.
LOSABLE = """
    don't didn't doesn't isn't aren't wasn't weren't haven't hasn't hadn't wouldn't couldn't shouldn't mustn't
    i'm i've you've we've they've you're they're you'll they'll that's there's what's
"""
LOST = {form.replace("'", ""): form for form in LOSABLE.split()}


@lru_cache(maxsize=65536)
def _normal(word: str) -> tuple[str, ...]:
    """The normal words of one casefolded word."""
    word = LOST.get(word, word)
    if word in IRREGULAR:
        return IRREGULAR[word]
    if word.endswith("n't") and len(word) > 3:
        return (word[:-3], "not")
    head, apostrophe, tail = word.rpartition("'")
    if apostrophe and head:
        if tail == "s":
            return (head, "is") if head in IS_HOSTS else _normal(head)
        if apostrophe + tail in CONTRACTED:
            return (head, CONTRACTED[apostrophe + tail])
    folded = word if word.isascii() else anyascii(word).lower()
    return (NUMBER_WORDS.get(folded, folded),)


def printed_words(text: str) -> tuple[str, ...]:
    """The words of ``text`` as printed, but for case, lost apostrophes and an editor's bracketed insertions."""
    return tuple(
        LOST.get(word, word) for word in word_spans(INSERTION.sub(" ", fold_apostrophes(text)))[0][:MOST_WORDS]
    )


def normal_words(text: str) -> tuple[str, ...]:
    """The words of ``text`` in a form in which two prints of one utterance are mostly equal.

    Case, accents, quotation marks and punctuation are folded, contractions written out, lost apostrophes
    mended, an editor's bracketed insertions dropped, small numbers in figures.
    """
    text = PER_CENT.sub(" percent ", THOUSANDS.sub("", INSERTION.sub(" ", fold_apostrophes(text))))
    words = word_spans(text)[0][:MOST_WORDS]
    return tuple(normal for word in words for normal in _normal(word))


# What to do with a stretch of one wording to get the other's: tag, words of the one, words of the other.
Opcode = tuple[str, Sequence[str], Sequence[str]]


@dataclass(frozen=True, slots=True)
class Overlap:
    """What two wordings share, in the order of both.

    ``common`` is the weight of the shared words; ``cover`` its share of the lighter wording, ``mutual`` of
    both together (0..1); ``run`` is the longest shared run in words and ``run_weight`` its weight;
    ``clash`` says what differs between shared words and cannot be a matter of words alone: a number or a
    "not".
    """

    common: float
    cover: float
    mutual: float
    run: int
    run_weight: float
    clash: Literal["number", "negation"] | None


def compare(a: tuple[str, ...], b: tuple[str, ...]) -> Overlap:
    """What the normal words ``a`` and ``b`` share, by longest common subsequence."""
    if a == b:
        whole = weight(a)
        return Overlap(whole, 1.0, 1.0, len(a), whole, None)
    opcodes: list[Opcode] = [
        (code.tag, a[code.src_start : code.src_end], b[code.dest_start : code.dest_end])
        for code in LCSseq.opcodes(a, b)
    ]
    shared = [left for tag, left, _ in opcodes if tag == "equal"]
    common = sum(map(weight, shared))
    weight_a, weight_b = weight(a), weight(b)
    lighter = min(weight_a, weight_b)
    run = _longest_run(a, b)
    return Overlap(
        common,
        common / lighter if lighter else 0.0,
        2 * common / (weight_a + weight_b) if weight_a + weight_b else 0.0,
        len(run),
        weight(run),
        _clash(opcodes),
    )


def _longest_run(a: Sequence[str], b: Sequence[str]) -> Sequence[str]:
    match = SequenceMatcher(None, a, b, autojunk=False).find_longest_match()
    return a[match.a : match.a + match.size]


# A "not" alone, or with its verb, turns a sentence round; in a longer insertion ("not me, not Bill,
# nobody") it belongs to the insertion.
SHORT_GAP = 3


def _clash(opcodes: Sequence[Opcode]) -> Literal["number", "negation"] | None:
    """What differs between shared words, if a number or negation; what either end lacks is no difference."""
    for left, right in _gaps(opcodes):
        numbers_left, numbers_right = _numbers(left), _numbers(right)
        if numbers_left and numbers_right and numbers_left != numbers_right:
            return "number"
        if max(len(left), len(right)) <= SHORT_GAP and bool(NEGATIONS & {*left}) != bool(NEGATIONS & {*right}):
            return "negation"
    return None


def _gaps(opcodes: Sequence[Opcode]) -> Iterator[tuple[list[str], list[str]]]:
    """The differing words of both sides between each two shared runs."""
    left: list[str] = []
    right: list[str] = []
    inside = False
    for tag, some, other in opcodes:
        if tag == "equal":
            if inside and (left or right):
                yield left, right
            inside, left, right = True, [], []
        else:
            left, right = left + list(some), right + list(other)


def _numbers(words: Sequence[str]) -> frozenset[str]:
    return frozenset(word for word in words if word[0].isdigit())


# Of 114 pairs of quotations that are surely one utterance, those with changed words keep at least .6 of the
# lighter wording; below, a reader would not call it an edit.
EDITED_COVER = 0.6


def wording_of(report: tuple[str, ...], fullest: tuple[str, ...], alike: bool = True) -> Wording:
    """How a report's normal words stand to the fullest report's; ``alike``: it claims to keep the words."""
    if report == fullest:
        return "verbatim"
    kept = LCSseq.similarity(report, fullest)
    if kept == len(report):
        return "trimmed"
    return "edited" if alike and compare(report, fullest).cover >= EDITED_COVER else "paraphrase"


@dataclass(frozen=True, slots=True)
class Difference:
    """A stretch of text that a report keeps (same), leaves out (dropped) or has of its own (added)."""

    kind: Literal["same", "dropped", "added"]
    text: str


TOKEN = re.compile(r"\s+|\S+")


def differences(fullest: str, report: str) -> tuple[Difference, ...]:
    """How ``report`` differs from ``fullest``, for a reader, word by word.

    The texts of same and added together are exactly ``report``; those of same and dropped are ``fullest``, but for
    the width of white space.
    """
    old, new = TOKEN.findall(fullest), TOKEN.findall(report)
    pieces: list[Difference] = []
    dropped = added = ""
    for code in LCSseq.opcodes([token.strip() for token in old], [token.strip() for token in new]):
        left, right = "".join(old[code.src_start : code.src_end]), "".join(new[code.dest_start : code.dest_end])
        # a space between two changed words is no common ground: "a b" for "c d" is one change
        if code.tag == "equal" and (right.strip() or not (dropped or added)):
            pieces += [*_changed(dropped, added), Difference("same", right)]
            dropped = added = ""
        else:
            dropped, added = dropped + left, added + right
    return (*pieces, *_changed(dropped, added))


def _changed(dropped: str, added: str) -> list[Difference]:
    """What was dropped, before what took its place."""
    pieces = [Difference("dropped", dropped)] if dropped else []
    return [*pieces, Difference("added", added)] if added else pieces
