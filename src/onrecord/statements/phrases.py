"""Noun phrases without a parser: how far the words that name somebody reach, left of a verb or right of it.

A phrase is read outwards from where it must end (or start) until a word that cannot belong to it: a finite verb, a
conjunction, a comma. Indices are into one sentence's tokens; ranges are ``[first, last)``.
"""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.english.cues import CUES, NOUN_VENUES
from onrecord.english.words import (
    ADVERBS,
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    FINITE,
    NOUN_PREPOSITIONS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SUBJECT_PRONOUNS,
    TIME_WORDS,
)
from onrecord.statements.layout import Token

__all__ = ["Range", "is_setting", "is_verb", "phrase_after", "phrase_before", "subject_before"]

Range = tuple[int, int]
# A source longer than this is a misreading: the longest of the hand-read sources, relative clauses apart, has 17 words.
LONGEST = 22
# A quotation that ends so is speech; one that does not may be part of a name: the "Night Owl" party.
ENDS_SPEECH = frozenset(",.!?…-—–")
# Determiners that can stand for a noun: "some said"
STAND_ALONE = frozenset(
    {
        "some",
        "all",
        "both",
        "many",
        "most",
        "one",
        "this",
        "that",
        "these",
        "those",
        "several",
        "another",
        "few",
    }
)


def is_verb(token: Token) -> bool:
    """Whether a word is (as far as its form tells) a finite verb."""
    word = token.lower
    if token.kind != "word" or token.capital:
        return False
    return word in AUXILIARIES or word in FINITE or any(cue.form == "past" for cue in CUES.get(word, ()))


def _nominal(token: Token) -> bool:
    """Whether a word may stand inside a name or description."""
    if token.quotation is not None:
        return token.end - token.start <= 40 and token.quotation.last_mark not in ENDS_SPEECH
    if token.kind == "mark":
        return token.text in {"&", "/", "-", "–"}
    word = token.lower
    if word in DETERMINERS and not _named(token):
        return False
    if token.capital and word not in PRONOUNS:
        return True
    if word in RELATIVES or word in CONJUNCTIONS or word in PREPOSITIONS or word in PRONOUNS:
        return False
    return not is_verb(token) and word not in ADVERBS


def _named(token: Token) -> bool:
    """Whether a determiner is part of a name: Channel Nine."""
    return token.capital and token.lower not in {"the", "a", "an", "this", "that", "some", "all", "many", "most"}


def phrase_before(sentence: Sequence[Token], end: int) -> Range | None:
    """The noun phrase that ends just before token ``end``; None if no such words stand there."""
    i = end
    while i > 0 and end - i < LONGEST:
        token = sentence[i - 1]
        if token.kind == "word" and token.lower in SUBJECT_PRONOUNS and not token.text.isupper():
            return (i - 1, end) if i == end else (i, end)
        if token.kind == "word" and token.lower in PRONOUNS:
            break
        if token.kind == "word" and token.lower in DETERMINERS and not (i > 1 and _named(token)):
            i -= 1
            if not (i and sentence[i - 1].lower in {"of", "all", "both", "many", "some", "most"} | DETERMINERS):
                joined = sentence[i - 1].lower in NOUN_PREPOSITIONS and _joins(sentence, i - 1) if i else False
                if joined or (i and sentence[i - 1].lower == "and" and _lists(sentence, i - 1, end)):
                    i -= 1
                    continue
                break
            continue
        if (
            _nominal(token)
            or (token.lower in NOUN_PREPOSITIONS and i < end and _joins(sentence, i - 1))
            or (token.lower == "and" and i < end and _lists(sentence, i - 1, end))
        ):
            i -= 1
        else:
            break
    return _trimmed(sentence, i, end)


def _joins(sentence: Sequence[Token], i: int) -> bool:
    """Whether the preposition at ``i`` ties two nouns ("a spokesman for"), not a clause's opening ("In Karsk")."""
    if i == 0:
        return False
    left = sentence[i - 1]
    return _nominal(left) and left.lower not in TIME_WORDS and left.kind == "word"


def _lists(sentence: Sequence[Token], i: int, end: int) -> bool:
    """Whether the "and" at ``i`` lists two names, both of them capitalised or both plain."""
    if i == 0 or i + 1 >= end:
        return False
    left, right = sentence[i - 1], sentence[i + 1]
    names = left.capital and right.capital
    opens = all(_nominal(t) or t.lower in DETERMINERS for t in sentence[:i])
    return (names and not any(is_verb(t) for t in sentence[max(0, i - 4) : i])) or (opens and not left.capital)


def _trimmed(sentence: Sequence[Token], start: int, end: int) -> Range | None:
    """``[start, end)`` without what cannot open a phrase; None if nothing is left or nothing names."""
    while start < end and (
        sentence[start].kind == "mark"
        or sentence[start].lower in NOUN_PREPOSITIONS
        or sentence[start].lower in CONJUNCTIONS
        or sentence[start].lower in ADVERBS
    ):
        start += 1
    ago = next((k for k in range(start, end - 1) if sentence[k].lower == "ago"), None)
    start = start if ago is None else ago + 1
    while start < end and (sentence[start].lower in TIME_WORDS or _is_that(sentence, start)) and start + 1 < end:
        start += 1
    if (
        end - start > 2
        and sentence[end - 2].lower in {"on", "in", "last", "this"}
        and sentence[end - 1].lower in TIME_WORDS
    ):
        end -= 2  # "Karsk on Thursday called"
    if start >= end or (sentence[end - 1].lower in DETERMINERS - STAND_ALONE and not _named(sentence[end - 1])):
        return None
    if all(t.lower in TIME_WORDS or t.lower in DETERMINERS - {"one", "some"} for t in sentence[start:end]):
        return None
    return (start, end)


def _is_that(sentence: Sequence[Token], i: int) -> bool:
    """Whether the "that" at ``i`` opens a clause: "that Karsk has", not "that minister said"."""
    if sentence[i].lower != "that" or i + 1 >= len(sentence):
        return False
    return sentence[i + 1].capital or sentence[i + 1].lower in DETERMINERS or sentence[i + 1].lower in PRONOUNS


def subject_before(sentence: Sequence[Token], end: int) -> Range | None:
    """The subject whose verb starts at token ``end``, with an apposition or relative clause set off by commas."""
    if end == 0:
        return None
    last = sentence[end - 1]
    if last.text in {")", "]"}:
        opening = next((k for k in range(end - 1, -1, -1) if sentence[k].text in "(["), None)
        inner = phrase_before(sentence, opening) if opening else None
        return (inner[0], end) if inner else None
    if last.text not in {",", "—", "–", "--", "-"}:
        return phrase_before(sentence, end)
    return _apposed(sentence, end - 1)


def _apposed(sentence: Sequence[Token], comma: int) -> Range | None:
    """The name before a stretch between commas: "Ada Quill, who runs the port," or "…, a former minister,"."""
    for k in range(comma - 1, max(-1, comma - 45), -1):
        if sentence[k].text not in {",", "—", "–", "--", "-"} or k + 1 >= comma:
            continue
        opens = sentence[k + 1]
        aside = (
            opens.lower in RELATIVES
            or opens.lower in DETERMINERS
            or opens.lower
            in {
                "speaking",
                "citing",
                "who've",
                "himself",
                "herself",
                "born",
                "now",
                "formerly",
                "along",
                "together",
            }
            or opens.lower.isdigit()
            or (opens.kind == "word" and opens.lower.endswith("ing"))
            or (opens.kind == "word" and not is_verb(opens) and opens.lower not in PREPOSITIONS)
        )
        if not aside:
            continue
        name = phrase_before(sentence, k)
        if name and (sentence[name[1] - 1].capital or sentence[name[0]].lower in DETERMINERS):
            return (name[0], comma)
    return None


def phrase_after(sentence: Sequence[Token], start: int, *, asides: bool) -> Range | None:
    """The noun phrase from token ``start`` on; with ``asides`` also the apposition or relative clause behind it."""
    i = start
    n = len(sentence)
    if i < n and sentence[i].kind == "word" and sentence[i].lower in PRONOUNS | {"one", "others"}:
        return (i, i + 1)
    while i < n and i - start < LONGEST:
        token = sentence[i]
        if (
            (
                token.kind == "word"
                and token.lower in DETERMINERS
                and (i == start or sentence[i - 1].lower in PREPOSITIONS | {"and"} | DETERMINERS)
            )
            or (_nominal(token) and not (token.lower in TIME_WORDS and not sentence[i - 1].capital))
            or (token.lower in NOUN_PREPOSITIONS - {"to", "about"} and i > start and not is_setting(sentence, i))
            or (token.lower == "and" and start < i < n - 1 and _nominal(sentence[i + 1]) and sentence[i - 1].capital)
        ):
            i += 1
        else:
            break
    while i > start and (
        sentence[i - 1].lower in NOUN_PREPOSITIONS
        or sentence[i - 1].kind == "mark"
        or sentence[i - 1].lower in TIME_WORDS
    ):
        i -= 1
    if i == start or all(t.lower in DETERMINERS for t in sentence[start:i]):
        return None
    return (start, _with_aside(sentence, i) if asides else i)


def is_setting(sentence: Sequence[Token], i: int) -> bool:
    """Whether the preposition at ``i`` opens the occasion of speaking ("in an interview", "on Monday"), not a name."""
    if sentence[i].lower not in {"in", "on", "at", "during"}:
        return False
    for token in sentence[i + 1 : i + 7]:
        if token.lower in NOUN_VENUES or token.lower in TIME_WORDS or token.text[0].isdigit():
            return True
        if token.kind == "mark":
            return False
    return False


def _with_aside(sentence: Sequence[Token], i: int) -> int:
    """Where a phrase ending at ``i`` ends with the relative clause or apposition that follows it."""
    n = len(sentence)
    if i >= n:
        return i
    if sentence[i].lower in {"who", "whose"}:
        return _clause_end(sentence, i, commas=True)
    if sentence[i].text == "," and i + 1 < n:
        opens = sentence[i + 1].lower
        if opens in {"who", "whose", "a", "an", "the"} or (
            sentence[i + 1].capital
            and opens not in TIME_WORDS
            and i + 2 < n
            and sentence[i + 1].lower not in PREPOSITIONS
        ):
            end = _clause_end(sentence, i + 1, commas=True)
            return (
                end
                if end - i <= LONGEST
                and not any(is_verb(t) for t in sentence[i + 1 : end] if opens not in {"who", "whose"})
                else i
            )
    return i


def _clause_end(sentence: Sequence[Token], i: int, *, commas: bool) -> int:
    """The first token from ``i`` on that ends a clause: a sentence mark, a quotation, or (``commas``) a comma."""
    stops = {".", "!", "?", ";", ":", ","} if commas else {".", "!", "?", ";", ":"}
    while i < len(sentence) and sentence[i].text not in stops and sentence[i].kind != "quote":
        i += 1
    return i
