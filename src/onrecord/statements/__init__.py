"""Who is reported to have said what in one article.

The trained model proposes (``onrecord.tagger``); the structure of quotation marks, continuations, nesting, relays and
repeats is settled around it by rules.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from onrecord.model import Article, Kind, Label, Span, Statement
from onrecord.statements.drafts import Draft, Section, carry_on, draft_statements, read_section
from onrecord.statements.layout import Paragraph, paragraphs
from onrecord.statements.nesting import nest
from onrecord.statements.quotes import Quotation, overlapping
from onrecord.statements.relays import Occasion, occasion, relayed_by_introduction
from onrecord.statements.repeats import repeated
from onrecord.tagger import Proposal, propose

__all__ = ["find_statements", "statements_from"]

# What nobody is on record with: page furniture, readers' comments, datelines and credits.
SILENT = frozenset({"boilerplate", "comment", "dateline", "credit"})
# What gives the body's statements again
APART = frozenset({"title", "caption", "pull_quote", "subhead"})


def find_statements(article: Article) -> list[Statement]:
    """The statements of ``article``, by where their content starts; speakers and days are other rooms' work.

    Spans are characters of ``article.text``. Nested statements, continuations and repeats carry the ids of the
    statements they belong to. A pull quote whose words stand nowhere in the body is no statement.
    """
    return statements_from(article, propose(article.text))


def statements_from(article: Article, proposals: Sequence[Proposal]) -> list[Statement]:
    """The statements of ``article`` from ``proposals`` in characters of its text, whoever made them."""
    text = article.text
    where = _labelled(article.labels, paragraphs(text))
    sections = [read_section(text, paragraph, label) for paragraph, label in where if label not in SILENT]
    drafts = draft_statements(text, sections, proposals)
    drafts = nest(text, drafts)
    carry_on(drafts, sections, APART)
    apart = {number: section.label for number, section in enumerate(sections) if section.label in APART}
    repeats = repeated(text, drafts, apart)
    drafts = [d for d in drafts if apart.get(d.section) != "pull_quote" or id(d) in repeats]
    return _as_statements(article, sections, drafts, repeats)


def _labelled(labels: Sequence[Label], paras: Sequence[Paragraph]) -> list[tuple[Paragraph, str]]:
    """Each paragraph with the label that covers most of it, or ""; what precedes the prose on its line is cut off."""
    found: list[tuple[Paragraph, str]] = []
    for para in paras:
        start, best = para.start, ""
        for label in labels:
            overlap = min(label.end, para.end) - max(label.start, para.start)
            if 2 * overlap > para.end - para.start:
                best = label.label
            elif overlap > 0 and label.start <= start and label.label in SILENT:
                start = label.end
        found.append((Paragraph(start, para.end), best))
    return found


def _as_statements(
    article: Article, sections: Sequence[Section], drafts: Sequence[Draft], repeats: Mapping[int, Draft]
) -> list[Statement]:
    ids = _ids(article.id, drafts)
    own = [name for name in (article.outlet, article.origin) if name]
    occasions = {id(d): occasion(article.text, d, own) for d in drafts}
    relays = {key: found.relay for key, found in occasions.items() if found.relay}
    relayed_by_introduction(article.text, drafts, relays)
    made = [
        _statement(
            article,
            sections[d.section].quotations,
            d,
            ids,
            occasions[id(d)],
            relays.get(id(d)),
            repeats.get(id(d)),
        )
        for d in drafts
    ]
    return sorted(made, key=lambda s: (s.start, -s.end, s.id))


def _ids(article: str, drafts: Sequence[Draft]) -> dict[int, str]:
    """Ids that a second run gives again: the article's id and the content's place; a second reading of the same
    place is told apart by its cue."""
    ids: dict[int, str] = {}
    taken: set[str] = set()
    for draft in drafts:
        place = f"{article}:{draft.proposal.content[0][0]}-{draft.proposal.content[-1][1]}"
        if place in taken:
            place += f"@{draft.proposal.cue[0] if draft.proposal.cue else draft.sentence[0]}"
        taken.add(place)
        ids[id(draft)] = place
    return ids


def _statement(
    article: Article,
    marks: Sequence[Quotation],
    draft: Draft,
    ids: Mapping[int, str],
    where: Occasion,
    relay: str | None,
    repeats: Draft | None,
) -> Statement:
    proposal = draft.proposal
    return Statement(
        id=ids[id(draft)],
        article=article.id,
        kind=_kind(article.text, proposal.content, marks),
        content=tuple(Span.of(article.text, a, b) for a, b in proposal.content),
        source=_span(article.text, proposal.source),
        cue=_span(article.text, proposal.cue),
        addressee=where.addressee,
        relay=(relay,) if relay else (),
        nested_in=ids.get(id(draft.parent)),
        continues=ids.get(id(draft.continues)),
        repeats=ids.get(id(repeats)),
        venue=where.venue,
        act=proposal.act,
        confidence=proposal.confidence,
    )


def _span(text: str, place: tuple[int, int] | None) -> Span | None:
    return None if place is None else Span.of(text, *place)


def _kind(text: str, content: Sequence[tuple[int, int]], marks: Sequence[Quotation]) -> Kind:
    """Direct if every word of the content stands inside quotation marks, indirect if none does, else mixed."""
    inside = outside = False
    for start, end in content:
        at = start
        for mark in overlapping(marks, start, end):
            inside = True
            outside = outside or any(c.isalnum() for c in text[at : max(at, mark.inner_start)])
            at = max(at, mark.inner_end)
        outside = outside or any(c.isalnum() for c in text[at:end])
    if inside and outside:
        return "mixed"
    return "direct" if inside else "indirect"
