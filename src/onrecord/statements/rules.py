"""The first method: reading statements off a sentence by rules, without a trained model.

``propose`` is the one function a better reader of sentences replaces. It knows nothing of other paragraphs: what a
colon announces, what a next paragraph carries on, and what stands inside what are settled by the rest of the room.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.english.cues import NEED_QUOTATION
from onrecord.statements.contents import CLAUSE_LINKS, read_content
from onrecord.statements.layout import Token
from onrecord.statements.phrases import Range, is_verb, phrase_after
from onrecord.statements.verbs import Hit, find_hits, is_headline

__all__ = ["Proposal", "propose"]


@dataclass(frozen=True, slots=True)
class Proposal:
    """One statement as read from one sentence; all ranges are ``[start, end)`` characters of the article's text.

    ``direct``: all of its content is a quotation. ``announces``: it ends in a colon, and its content is still to come.
    ``sentence`` is the sentence it stands in, for what is said of the occasion.
    """

    content: tuple[Range, ...]
    source: Range | None
    cue: Range | None
    act: str
    sentence: Range
    direct: bool = False
    announces: bool = False
    confidence: float = 0.5


def propose(sentence: Sequence[Token]) -> list[Proposal]:
    """The statements that one sentence makes, nested ones included, in the order of their cues."""
    hits = find_hits(sentence)
    found = [p for hit in hits if (p := _read(sentence, hit, hits)) is not None]
    found.extend(_according(sentence))
    found.extend(_spoken_by(sentence, found))
    found.extend(_labelled(sentence, found))
    return sorted(found, key=lambda p: p.cue or p.sentence)


def _read(sentence: Sequence[Token], hit: Hit, hits: Sequence[Hit]) -> Proposal | None:
    """The statement that ``hit`` makes: its content behind the verb, before it, or both."""
    pieces = read_content(sentence, hit, hits)
    announces = not pieces and sentence[-1].text == ":" and hit is hits[-1]
    if not pieces and not announces:
        return None
    content, direct = _as_characters(sentence, pieces)
    if hit.cue.lemma in NEED_QUOTATION and not _has_quotation(sentence, pieces):
        return None
    return Proposal(
        content=content,
        source=_characters(sentence, hit.subject) if hit.subject else None,
        cue=_characters(sentence, hit.verb),
        act=hit.cue.act,
        sentence=(sentence[0].start, sentence[-1].end),
        direct=direct,
        announces=announces,
        confidence=_confidence(hit, direct),
    )


def _has_quotation(sentence: Sequence[Token], pieces: Sequence[Range]) -> bool:
    return any(token.kind == "quote" for first, last in pieces for token in sentence[first:last])


# "according to their type" measures; it does not attribute
MEASURES = frozenset({"type", "plan", "plans", "schedule", "size", "age", "need", "needs", "rules", "ability", "taste"})


def _according(sentence: Sequence[Token]) -> list[Proposal]:
    found: list[Proposal] = []
    for i in range(len(sentence) - 2):
        if sentence[i].lower != "according" or sentence[i + 1].lower != "to":
            continue
        name = phrase_after(sentence, i + 2, asides=True)
        if name is None or sentence[name[1] - 1].lower in MEASURES:
            continue
        pieces = _around(sentence, i, name[1])
        if not pieces:
            continue
        content, direct = _as_characters(sentence, pieces)
        found.append(
            Proposal(
                content=content,
                source=_characters(sentence, name),
                cue=(sentence[i].start, sentence[i + 1].end),
                act="say",
                sentence=(sentence[0].start, sentence[-1].end),
                direct=direct,
                confidence=0.7,
            )
        )
    return found


def _around(sentence: Sequence[Token], i: int, after: int) -> list[Range]:
    """The clause before "according to X", or after it where it opens the sentence, or both."""
    pieces: list[Range] = []
    end = i - 1 if i and sentence[i - 1].text == "," else i
    if end > 0:
        start = 1 if sentence[0].lower in CLAUSE_LINKS else 0
        if end > start:
            pieces.append((start, end))
    if after < len(sentence) and sentence[after].text == ",":
        last = len(sentence)
        while last > after + 1 and sentence[last - 1].kind == "mark":
            last -= 1
        if last > after + 1 and (i == 0 or not pieces):
            pieces.append((after + 1, last))
    return pieces


DASHES = frozenset({"—", "–", "―", "--", "-"})


def _spoken_by(sentence: Sequence[Token], found: Sequence[Proposal]) -> list[Proposal]:
    """Quotations whose place alone says who spoke: ``"…," Quill thundered`` and ``"…" — Ada Quill``."""
    made: list[Proposal] = []
    for i, token in enumerate(sentence[:-1]):
        if token.quotation is None or any(a <= token.quotation.inner_start < b for p in found for a, b in p.content):
            continue
        dash = sentence[i + 1].text in DASHES and token.quotation.last_mark in ".!?,"
        name = phrase_after(sentence, i + 2 if dash else i + 1, asides=dash)
        if name is None:
            continue
        verb = name[1]
        if not dash and verb - name[0] > 1 and _thunders(sentence[verb - 1]):
            verb -= 1  # "Brandt thundered" reads as a name
        name, last = (name[0], verb), verb >= len(sentence) - 1
        if dash and last and sentence[name[0]].capital:
            cue = (i + 1, i + 2)
        elif not dash and not last and token.quotation.last_mark in ",!?" and _thunders(sentence[verb]):
            cue = (verb, verb + 1)
        else:
            continue
        content, _ = _as_characters(sentence, [(i, i + 1)])
        made.append(
            Proposal(
                content=content,
                source=_characters(sentence, name),
                cue=_characters(sentence, cue),
                act="say",
                sentence=(sentence[0].start, sentence[-1].end),
                direct=True,
                confidence=0.8,
            )
        )
    return made


def _thunders(token: Token) -> bool:
    """Whether a word looks like a verb of the third person or past."""
    return token.kind == "word" and token.text.islower() and (token.lower.endswith(("ed", "s")) or is_verb(token))


def _labelled(sentence: Sequence[Token], found: Sequence[Proposal]) -> list[Proposal]:
    """A transcript's "QUILL: …" and a headline's "Quill: …": a name, a colon, and what was said."""
    colon = next((i for i, t in enumerate(sentence[:8]) if t.text == ":"), None)
    if colon is None or colon == 0 or colon + 1 >= len(sentence) or sentence[0].kind != "word":
        return []
    name = sentence[:colon]
    capitals = all(t.text.isupper() or t.kind == "mark" for t in name)
    if not capitals and not is_headline(sentence):
        return []
    content, direct = _as_characters(sentence, [(colon + 1, len(sentence))])
    if any(p.content[0][0] <= content[0][0] < p.content[-1][1] for p in found):
        return []
    return [
        Proposal(
            content=content,
            source=_characters(sentence, (0, colon)),
            cue=(sentence[colon].start, sentence[colon].end),
            act="say",
            sentence=(sentence[0].start, sentence[-1].end),
            direct=direct or capitals,
            confidence=0.6,
        )
    ]


def _characters(sentence: Sequence[Token], tokens: Range) -> Range:
    return sentence[tokens[0]].start, sentence[tokens[1] - 1].end


def _as_characters(sentence: Sequence[Token], pieces: Sequence[Range]) -> tuple[tuple[Range, ...], bool]:
    """Token ranges as character ranges: a run of quotations alone gives their insides, piece by piece."""
    found: list[Range] = []
    direct = bool(pieces)
    for first, last in pieces:
        run = [t for t in sentence[first:last] if t.kind != "mark"]
        if run and all(t.quotation for t in run):
            found.extend((t.quotation.inner_start, t.quotation.inner_end) for t in run if t.quotation)
        else:
            direct = False
            found.append(_inside_marks(sentence[first], sentence[last - 1]))
    return tuple(found), direct


def _inside_marks(first: Token, last: Token) -> Range:
    """From ``first`` through ``last``, without quotation marks if they are a pair at the very edges."""
    if first is last and first.quotation:
        return first.quotation.inner_start, first.quotation.inner_end
    return first.start, last.end


def _confidence(hit: Hit, direct: bool) -> float:
    """How often statements of this kind are right on PolNeAR dev (measured, rounded)."""
    if direct:
        return 0.9
    if hit.participle:
        return 0.55
    return {"say": 0.65, "tell": 0.65, "urge": 0.55, "vow": 0.5, "object": 0.4}[hit.cue.frame]
