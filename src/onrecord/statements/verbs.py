"""Finding the reporting verbs of a sentence, and whose verbs they are.

A reporting verb is a word of ``english.cues`` that is a verb here (not a noun, a passive or a mere possibility) and has
a subject: before it, behind it ("…," said Quill), or shared with an earlier verb of the sentence.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.english.cues import CUES, NOUNISH, Cue
from onrecord.english.words import ADVERBS, AUXILIARIES, DETERMINERS, PREPOSITIONS, SUBJECT_PRONOUNS
from onrecord.statements.layout import Token
from onrecord.statements.phrases import Range, is_verb, phrase_after, subject_before

__all__ = ["OPENS_NEXT", "Hit", "find_hits", "is_headline"]

OPENS_NEXT = frozenset({",", ";", "—", "–", "--"})


@dataclass(frozen=True, slots=True)
class Hit:
    """A reporting verb found in a sentence: token ranges of the verb group and of its subject.

    ``inverted``: the subject follows the verb. ``participle``: ", adding that", whose subject is its sentence's.
    """

    verb: Range
    subject: Range | None
    cue: Cue
    inverted: bool = False
    participle: bool = False


def find_hits(sentence: Sequence[Token]) -> list[Hit]:
    """The reporting verbs of one sentence with their subjects, in order."""
    found: list[Hit] = []
    headline = is_headline(sentence)
    for i, token in enumerate(sentence):
        if token.kind != "word" or token.lower not in CUES or (token.capital and i and not headline):
            continue
        cue = _fitting(sentence, i, CUES[token.lower])
        hit = _as_hit(sentence, i, cue, found) if cue is not None else None
        if hit is not None and not (found and hit.verb[0] < found[-1].verb[1]):
            found.append(hit)
    return found


def is_headline(sentence: Sequence[Token]) -> bool:
    """Whether its words are capitalised as a headline's are, so that a capital tells a verb from no name."""
    words = [t for t in sentence if t.kind == "word" and len(t.text) > 3]
    return len(words) >= 3 and sum(t.capital for t in words) >= 0.8 * len(words)


def _fitting(sentence: Sequence[Token], i: int, cues: Sequence[Cue]) -> Cue | None:
    for cue in cues:
        after = tuple(t.lower for t in sentence[i + 1 : i + 1 + len(cue.particle)])
        if after == cue.particle:
            return cue
    return None


def _as_hit(sentence: Sequence[Token], i: int, cue: Cue, earlier: Sequence[Hit]) -> Hit | None:
    """The verb at ``i`` with its auxiliaries and subject, or None where it reports nothing."""
    end = i + 1 + len(cue.particle)
    group = i
    while group > 0 and _belongs_to_verb(sentence[group - 1]):
        group -= 1
    start = group
    while start < i and sentence[start].lower in ADVERBS:
        start += 1
    helpers = {t.lower for t in sentence[start:i]}
    before = sentence[group - 1] if group else None
    if end < len(sentence) and sentence[end].lower == "by" and cue.frame == "object":
        return None  # a passive: "criticised by"
    if cue.form == "ing":
        return _participle(sentence, group, end, cue, helpers, earlier)
    if helpers & {"can", "could", "may", "might", "must", "should", "would", "can't", "couldn't", "cannot"}:
        return None  # nobody has said it yet
    passive = helpers & {"is", "are", "was", "were", "be", "been", "being", "'s"}
    if passive:
        return None
    if cue.form == "base" and not helpers & AUXILIARIES and before is not None and before.lower == "to":
        return None
    if _inverts(sentence, start, end, cue, before):
        subject = phrase_after(sentence, end, asides=True)
        if subject:
            return Hit((start, end), subject, cue, inverted=True)
    subject = subject_before(sentence, group)
    if subject is None or (before is not None and before.lower in {"and", "but", ",", "then"}):
        shared = _shared_subject(sentence, start, earlier, before)
        if shared is not None:
            return Hit((start, end), shared, cue)
    if subject is None or not _agrees(sentence, subject, i, cue, helpers):
        return None
    return Hit((start, end), subject, cue)


def _belongs_to_verb(token: Token) -> bool:
    return token.kind == "word" and (
        token.lower in AUXILIARIES or token.lower in ADVERBS or token.lower in {"not", "n't"}
    )


def _participle(
    sentence: Sequence[Token], start: int, end: int, cue: Cue, helpers: set[str], earlier: Sequence[Hit]
) -> Hit | None:
    """An -ing form: "is calling for" has a subject of its own, ", adding that" has its sentence's."""
    before = sentence[start - 1] if start else None
    if helpers & {"is", "are", "was", "were", "been", "'s"}:
        subject = subject_before(sentence, start)
        return Hit((start, end), subject, cue) if subject else None
    if before is not None and (before.lower in DETERMINERS or before.lower.endswith("'s")):
        return None
    if (
        before is not None
        and before.text not in OPENS_NEXT
        and before.lower not in {"by", "while", "in", "after", "before", "and", "without", "of", "for", "when", "then"}
        and before.kind != "quote"
    ):
        return None
    if (
        before is not None
        and before.lower in {"of", "for", "in", "without", "before"}
        and cue.frame not in {"object", "say"}
    ):
        return None
    subject = earlier[-1].subject if earlier else _sentence_subject(sentence, start, end)
    return Hit((start, end), subject, cue, participle=True) if subject else None


def _sentence_subject(sentence: Sequence[Token], start: int, end: int) -> Range | None:
    """The subject of the sentence's first finite verb, outside the participle phrase itself."""
    for k, token in enumerate(sentence):
        if is_verb(token) and not start <= k < end:
            first = k
            while first > 0 and _belongs_to_verb(sentence[first - 1]):
                first -= 1
            return subject_before(sentence, first)
    return None


def _inverts(sentence: Sequence[Token], start: int, end: int, cue: Cue, before: Token | None) -> bool:
    """Whether the subject follows the verb: ``"…," said Quill`` and ``…, says Quill``, not ``…, said the talks``."""
    if cue.frame not in {"say", "tell"} or cue.form not in {"past", "s"} or end >= len(sentence):
        return False
    after = sentence[end]
    if before is None:  # "Said Quill: …"
        return after.kind == "word" and after.capital
    if before.kind == "quote":
        return after.kind == "word" and after.lower not in {"that", "to", "in", "on", "at", "of"}
    if before.text != "," or is_headline(sentence):
        return False
    if start >= 2 and sentence[start - 2].kind == "quote":
        return after.kind == "word" and after.lower != "that"
    if subject_before(sentence, start) is not None:
        return False  # "Quill, who runs the port, said the talks"
    # ", said Quill." closes its sentence (or an aside) with the name
    name = phrase_after(sentence, end, asides=True)
    return bool(name) and (name[1] >= len(sentence) - 1 or sentence[name[1]].text in {",", "."}) if name else False


def _shared_subject(
    sentence: Sequence[Token], start: int, earlier: Sequence[Hit], before: Token | None
) -> Range | None:
    """The earlier verb's subject, for "X urged … and pledged …"."""
    if not earlier or before is None or before.lower not in {"and", "but", "then"} | OPENS_NEXT:
        return None
    return earlier[-1].subject


def _agrees(sentence: Sequence[Token], subject: Range, i: int, cue: Cue, helpers: set[str]) -> bool:
    """Whether ``subject`` can be the subject of the verb at ``i``, and the verb a verb and not a noun."""
    head, first = sentence[subject[1] - 1], sentence[subject[0]]
    if (cue.lemma == "seek" and cue.form == "ing") or first.lower in {"no", "nobody", "nothing"}:
        return False
    if cue.form == "base" and not helpers & AUXILIARIES and first.lower in {"a", "an", "this", "every", "each"}:
        return False
    after = sentence[i + 1].lower if i + 1 < len(sentence) else ""
    if helpers & AUXILIARIES:
        return True
    pronoun = head.lower in SUBJECT_PRONOUNS
    if sentence[i].lower in NOUNISH and not pronoun and after != "that":
        if cue.form == "s" and not (head.capital or first.lower in DETERMINERS):
            return False
        if after in PREPOSITIONS or after in AUXILIARIES or sentence[i - 1].lower.endswith("'s"):
            return False
        if cue.form == "base" and not (head.lower.endswith("s") and subject[1] == i):
            return False
    if cue.form == "base" and cue.lemma not in {"read", "forecast"}:
        plural = head.lower.endswith("s") and not (head.text.isupper() or (head.capital and len(head.text) < 6))
        return (
            (pronoun and head.lower not in {"he", "she", "it"})
            or plural
            or "and" in {t.lower for t in sentence[subject[0] : subject[1]]}
            or head.lower in {"people", "police", "men", "women", "some", "many", "most", "others"}
        )
    return not (cue.form == "s" and pronoun and head.lower in {"they", "we", "i", "you"})
