"""From the model's proposals to one article's drafts: each in its paragraph, its edges at the quotation marks, and
quotations that nobody is said to have spoken given back to who began them.

What the marks show is decided here by rules, whatever the model made of them: a paragraph that is a quotation and
nothing else goes on with the last one, and no loose quotation is lost.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from onrecord.statements.layout import Paragraph, sentence_at, words_of
from onrecord.statements.quotes import Quotation, overlapping, quotations
from onrecord.tagger import Proposal

__all__ = ["Draft", "Section", "by_section", "carry_on", "draft_statements", "read_section"]

# A loose quotation of fewer words names a thing ("Night Owl!") and is nobody's statement.
LEAST_WORDS = 2
# A quotation goes on at most this many paragraphs on, so past one of the reporter's own, as in the seeds.
FARTHEST = 2
# Pieces of one content with fewer characters between them, none of them the source's or cue's, are one piece.
HOLE = 16
# How sure it is that a paragraph which is a quotation and nothing else carries on the last one: in the 366 annotated
# articles nine times in ten, but there were no more than ten.
CARRIED = 0.8

AND = re.compile(r"[,\s]{0,3}(?:and|but|then)\s(?:then\s)?")
THAT = re.compile(r"that\s+[\"“”'‘«](?=\w)", re.IGNORECASE)
NOBODY = re.compile(r"(?:no|nobody|neither|none)\b", re.IGNORECASE)
Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Section:
    """One paragraph with its quotations; ``label`` is "" for the article's own prose.

    ``wholly_quoted``: nothing but quotations stands in it.
    """

    paragraph: Paragraph
    label: str
    quotations: tuple[Quotation, ...]
    wholly_quoted: bool


@dataclass(slots=True, eq=False)
class Draft:
    """A statement in the making, and the number of its section.

    ``sentence`` is the one its cue (or content) stands in, as ``[start, end)`` of the text. ``direct``: its content is
    a quotation. ``continues`` is the draft whose quotation this one carries on, ``parent`` the one it is told in.
    """

    proposal: Proposal
    section: int
    sentence: Place
    direct: bool
    continues: Draft | None = None
    parent: Draft | None = None


def read_section(text: str, paragraph: Paragraph, label: str) -> Section:
    """One paragraph of ``text`` with the structure of its quotation marks."""
    marks = tuple(quotations(text, paragraph.start, paragraph.end))
    edges = [paragraph.start, *(edge for mark in marks for edge in (mark.start, mark.end)), paragraph.end]
    outside = (text[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True))
    return Section(paragraph, label, marks, bool(marks) and not any(words_of(part) for part in outside))


def draft_statements(text: str, sections: Sequence[Section], proposals: Sequence[Proposal]) -> list[Draft]:
    """The drafts of an article's ``sections``, by the place of their content, loose quotations included.

    Proposals outside all sections (page furniture) are left out.
    """
    drafts = [draft for proposal in proposals for draft in _placed(text, proposal, sections)]
    beside = by_section(drafts)
    drafts = [d for d in drafts if not _is_part(d, beside[d.section]) and not _by_nobody(text, d)]
    for draft in drafts:
        _share_source(text, draft, beside[draft.section])
    drafts.extend(_loose(text, sections, by_section(drafts)))
    return sorted(drafts, key=lambda draft: draft.proposal.content[0])


def by_section(drafts: Sequence[Draft]) -> defaultdict[int, list[Draft]]:
    """``drafts`` by the number of their section: only within one do they touch."""
    found: defaultdict[int, list[Draft]] = defaultdict(list)
    for draft in drafts:
        found[draft.section].append(draft)
    return found


def carry_on(drafts: Sequence[Draft], sections: Sequence[Section], apart: frozenset[str]) -> None:
    """Give each quotation that nobody is said to have spoken, in a paragraph of its own, the draft it carries on.

    ``drafts`` are in order, with their parents set. Sections whose label is in ``apart`` (headlines, pull quotes)
    continue nothing and are continued by nothing.
    """
    beside = by_section([draft for draft in drafts if sections[draft.section].label not in apart])
    for draft in drafts:
        section = sections[draft.section]
        if draft.continues is None and _is_bare(draft) and section.wholly_quoted and section.label not in apart:
            draft.continues = _begun(beside, draft.section)


def _placed(text: str, proposal: Proposal, sections: Sequence[Section]) -> Iterator[Draft]:
    """A proposal in the section where its content starts, its edges set at the quotation marks; what it has in later
    paragraphs carries it on, a draft each."""
    found: dict[int, list[Place]] = {}
    for piece in proposal.content:
        number = _section_at(sections, piece[0])
        if number is not None:
            found.setdefault(number, []).append(piece)
    first: Draft | None = None
    for number, pieces in sorted(found.items()):
        marks = overlapping(sections[number].quotations, min(pieces)[0], max(pieces)[1])
        content = tuple(_at_marks(_without_that(text, piece), marks) for piece in _whole(proposal, pieces, marks))
        direct = all(any(m.inner_start <= a and b <= m.inner_end for m in marks) for a, b in content)
        whole = replace(proposal, content=content)
        if first is None:
            sentence = _sentence(text, whole, number, sections)
            whole = replace(whole, content=tuple(_within(piece, whole.cue, sentence, marks) for piece in content))
            first = Draft(whole, number, sentence, direct)
            yield first
        else:
            bare = replace(whole, source=None, cue=None, continues=True)
            yield Draft(bare, number, _sentence(text, bare, number, sections), direct, continues=first)


def _sentence(text: str, proposal: Proposal, number: int, sections: Sequence[Section]) -> Place:
    """The sentence of the proposal's cue, or of its content in section ``number`` if it has none."""
    told = proposal.cue or proposal.content[0]
    said = _section_at(sections, told[0])
    around = sections[number if said is None else said]
    at_cue = overlapping(around.quotations, told[0], told[1]) if proposal.cue else ()
    inside = next((mark for mark in at_cue if mark.inner_start <= told[0] < mark.inner_end), None)
    if inside is not None:  # told inside a quotation, whose sentences are its own
        return sentence_at(text, Paragraph(inside.inner_start, inside.inner_end), told[0], inside.inner)
    return sentence_at(text, around.paragraph, told[0], around.quotations)


def _within(piece: Place, cue: Place | None, sentence: Place, marks: Sequence[Quotation]) -> Place:
    """``piece`` up to the end of the sentence that reports it, if it starts behind the cue in words of no quotation:
    indirect speech stops at the full stop."""
    start, end = piece
    if cue is None or not cue[0] <= start < sentence[1] < end:
        return piece
    spoken = any(mark.start < start < mark.end and not mark.start <= cue[0] < mark.end for mark in marks)
    return piece if spoken else (start, sentence[1])


def _by_nobody(text: str, draft: Draft) -> bool:
    """Whether the words say that nobody said it: "no outlet reported what they discussed"."""
    source = draft.proposal.source
    return source is not None and NOBODY.match(text, source[0], source[1]) is not None


def _share_source(text: str, draft: Draft, drafts: Sequence[Draft]) -> None:
    """A verb without a subject of its own right behind an "and" has the last one's: "Karsk urged … and has said …"."""
    cue = draft.proposal.cue
    if draft.proposal.source is not None or cue is None:
        return
    for other in drafts:
        end = other.proposal.content[-1][1]
        if other.proposal.source is not None and end <= cue[0] and AND.fullmatch(text[end : cue[0]]):
            draft.proposal = replace(draft.proposal, source=other.proposal.source)


def _is_bare(draft: Draft) -> bool:
    return draft.proposal.source is None and draft.proposal.cue is None


def _is_part(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether a draft with neither source nor cue only gives part of another's content again."""
    if draft.continues is not None or not _is_bare(draft):
        return False
    start, end = draft.proposal.content[0][0], draft.proposal.content[-1][1]
    others = (other for other in drafts if other is not draft and (other.continues or not _is_bare(other)))
    return any(a < end and start < b for other in others for a, b in other.proposal.content)


def _section_at(sections: Sequence[Section], offset: int) -> int | None:
    """The number of the section that ``offset`` lies in."""
    number = bisect_right(sections, offset, key=lambda section: section.paragraph.start) - 1
    return number if number >= 0 and offset < sections[number].paragraph.end else None


def _whole(proposal: Proposal, pieces: list[Place], marks: Sequence[Quotation]) -> list[Place]:
    """The ``pieces`` of content in one paragraph, quotations taken whole or not at all, small holes filled.

    A quotation that the model gives mostly to a statement told outside it is that statement's to its closing mark.
    """
    pieces = list(pieces)
    for mark in marks:
        inside = sum(max(0, min(b, mark.inner_end) - max(a, mark.inner_start)) for a, b in pieces)
        own = proposal.cue is None or not (mark.start <= proposal.cue[0] < mark.end)
        if own and 2 * inside > mark.inner_end - mark.inner_start:
            pieces.append((mark.inner_start, mark.inner_end))
    joined: list[Place] = []
    told = [place for place in (proposal.source, proposal.cue) if place is not None]
    for start, end in sorted(pieces):
        last = joined[-1] if joined else None
        if last and start - last[1] <= HOLE and not any(last[1] <= a < max(start, last[1] + 1) for a, _ in told):
            joined[-1] = (last[0], max(last[1], end))
        else:
            joined.append((start, end))
    return joined


def _without_that(text: str, piece: Place) -> Place:
    """``piece`` without a "that" in front of a quotation, so that said that “we …” and “we …,” he said read alike."""
    that = THAT.match(text, *piece)
    return (that.end(), piece[1]) if that and that.end() < piece[1] else piece


def _at_marks(piece: Place, marks: Sequence[Quotation]) -> Place:
    """``piece`` with the mark at its edge if its partner stands inside: he called it "late", not he called it "late."""
    start, end = piece
    for mark in marks:
        if mark.inner_end == end and start < mark.start:
            end = mark.end
        if mark.inner_start == start and mark.end < end:
            start = mark.start
    return start, end


def _loose(text: str, sections: Sequence[Section], beside: Mapping[int, Sequence[Draft]]) -> Iterator[Draft]:
    """Quotations that are paragraphs of their own, which nobody outside them is said to have spoken."""
    for number, section in enumerate(sections):
        marks, here = section.quotations, beside.get(number, ())
        if not section.wholly_quoted or any(_speaks(draft, mark) for mark in marks for draft in here):
            continue
        if section.label != "pull_quote" and not any(_is_speech(text, mark) for mark in marks):
            continue
        content = tuple((mark.inner_start, mark.inner_end) for mark in marks if mark.inner_start < mark.inner_end)
        if content:
            whole = (section.paragraph.start, section.paragraph.end)
            yield Draft(Proposal(content, None, None, "say", CARRIED, True), number, whole, direct=True)


def _speaks(draft: Draft, mark: Quotation) -> bool:
    """Whether a draft has words of the quotation, and is not itself told inside it."""
    cue = draft.proposal.cue
    inside = cue is not None and mark.start <= cue[0] < mark.end
    return not inside and any(a < mark.end and mark.start < b for a, b in draft.proposal.content)


def _is_speech(text: str, mark: Quotation) -> bool:
    """Whether a quotation that stands alone is somebody's sentence, or only a name, a title, a pull quote."""
    ends = mark.ends_sentence or not mark.closed
    return ends and len(text[mark.start : mark.end].split()) >= LEAST_WORDS


def _begun(beside: Mapping[int, Sequence[Draft]], number: int) -> Draft | None:
    """The last quotation before section ``number``, if it is near enough to be carried on there."""
    for before in range(number - 1, number - FARTHEST - 1, -1):
        for draft in reversed(beside.get(before, ())):
            if draft.direct and draft.parent is None:
                return draft
    return None
