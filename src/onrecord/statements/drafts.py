"""From sentences to one article's drafts: pieces of a quotation joined, loose ones given back to who began them.

A draft is a proposal with its place: its paragraph, and the draft it continues. The structure of quotation marks
decides here, whatever method read the sentences.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass, replace

from onrecord.statements.layout import Paragraph, Token, sentences, tokens
from onrecord.statements.quotes import Quotation, quotations
from onrecord.statements.rules import Proposal, propose

__all__ = ["Draft", "Section", "draft_statements", "read_section"]

# A loose quotation of fewer words names a thing ("Night Owl!") and is nobody's statement.
LEAST_WORDS = 2
# A quotation goes on past at most this many paragraphs of the reporter's own: in the hand-read articles, one.
FARTHEST = 2


@dataclass(slots=True, eq=False)
class Draft:
    """A statement in the making: ``continues`` is the draft whose quotation this one carries on."""

    proposal: Proposal
    section: int
    continues: Draft | None = None
    parent: Draft | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """One paragraph read: what it proposes, and the quotations in it that nobody in it is said to have spoken."""

    paragraph: Paragraph
    quotations: tuple[Quotation, ...]
    proposals: tuple[Proposal, ...]
    loose: tuple[Quotation, ...]
    opens_with_quotation: bool
    wholly_quoted: bool


def read_section(text: str, paragraph: Paragraph, *, pulled: bool = False) -> Section:
    """Read one paragraph of ``text``; a pull quote (``pulled``) needs no full stop to be somebody's words."""
    marks = quotations(text, paragraph.start, paragraph.end)
    toks = tokens(text, paragraph.start, paragraph.end, marks)
    proposals: list[Proposal] = []
    loose: list[Quotation] = []
    for sentence in sentences(toks):
        found = propose(sentence)
        proposals.extend(found)
        spoken = _spoken(sentence, pulled=pulled)
        if not found and spoken:
            joined = _join(proposals, spoken)
            if not joined:
                loose.extend(spoken)
    plain = [t for t in toks if t.kind == "word"]
    return Section(
        paragraph=paragraph,
        quotations=tuple(marks),
        proposals=tuple(proposals),
        loose=tuple(loose),
        opens_with_quotation=bool(toks) and toks[0].kind == "quote",
        wholly_quoted=bool(marks) and not plain,
    )


def _spoken(sentence: Sequence[Token], *, pulled: bool) -> list[Quotation]:
    """The quotations of a sentence that has no reporting words, if they are all there is in it."""
    if any(t.kind == "word" for t in sentence):
        return []
    return [t.quotation for t in sentence if t.quotation and (pulled or _is_speech(t))]


def _is_speech(token: Token) -> bool:
    """Whether a quotation that stands alone is somebody's sentence, or only a name, a title, a pull quote."""
    assert token.quotation is not None
    ends = token.quotation.ends_sentence or not token.quotation.closed
    return ends and len(token.text.split()) >= LEAST_WORDS


def _join(proposals: list[Proposal], spoken: Sequence[Quotation]) -> bool:
    """Add ``spoken`` to the last proposal of the paragraph: as further pieces if it is a quotation, else as a new
    statement of the same source."""
    if not proposals or proposals[-1].announces:
        return False
    last = proposals[-1]
    pieces = tuple((q.inner_start, q.inner_end) for q in spoken)
    direct = next((i for i in range(len(proposals) - 1, -1, -1) if proposals[i].direct), None)
    if direct is not None and proposals[direct].sentence == last.sentence:
        proposals[direct] = replace(proposals[direct], content=proposals[direct].content + pieces)
    elif last.direct:
        proposals[-1] = replace(last, content=last.content + pieces)
    else:
        proposals.append(replace(last, content=pieces, direct=True, confidence=0.6))
    return True


def draft_statements(sections: Sequence[Section], apart: Container[int] = ()) -> list[Draft]:
    """The drafts of an article's ``sections``: each proposal, each announced quotation, each continuation.

    Sections whose numbers are in ``apart`` (headlines, pull quotes) continue nothing and are continued by nothing.
    """
    drafts: list[Draft] = []
    for number, section in enumerate(sections):
        spoken = list(section.loose)
        announcing = _announcing(drafts, number)
        if announcing is not None and section.opens_with_quotation and spoken and not section.proposals:
            pieces = tuple((q.inner_start, q.inner_end) for q in spoken)
            announcing.proposal = replace(
                announcing.proposal, content=pieces, direct=True, announces=False, confidence=0.85
            )
            announcing.section = number
            spoken = []
        drafts.extend(Draft(proposal, number) for proposal in section.proposals)
        if spoken:
            body = [] if number in apart else [d for d in drafts if d.section not in apart]
            drafts.extend(_carried(body, section, number, spoken))
    return [d for d in drafts if d.proposal.content]


def _announcing(drafts: Sequence[Draft], number: int) -> Draft | None:
    """The draft of the paragraph before whose colon announces what stands in this one."""
    last = drafts[-1] if drafts else None
    return last if last and last.proposal.announces and last.section == number - 1 else None


def _carried(drafts: Sequence[Draft], section: Section, number: int, spoken: Sequence[Quotation]) -> list[Draft]:
    """The loose quotations of a paragraph as the continuation of the last quotation before it, if one is near."""
    begun = next((d for d in reversed(drafts) if d.proposal.direct and d.section < number), None)
    near = begun is not None and number - begun.section <= FARTHEST and section.wholly_quoted
    pieces = tuple((q.inner_start, q.inner_end) for q in spoken)
    where = (section.paragraph.start, section.paragraph.end)
    proposal = Proposal(
        content=pieces,
        source=None,
        cue=None,
        act="say",
        sentence=where,
        direct=True,
        confidence=0.7 if near else 0.4,
    )
    return [Draft(proposal, number, continues=begun if near else None)]
